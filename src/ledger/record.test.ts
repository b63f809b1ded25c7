import { beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { smallBorough } from '../../test/small-borough.ts'
import { Conflict, NotAllowed, NotFound } from '../access/refusals.ts'
import { whyVisible } from '../access/visit.ts'
import { londonDay } from '../guidance/london.ts'
import { addPost, addPractitioner, newReference } from '../people/establishment.ts'
import { transaction, withContext } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { guidance } from '../procedures/index.ts'
import type { Command, Recording } from './command.ts'
import { disclose } from './disclose.ts'
import type { Ledger } from './ledger.ts'
import { findCase, readCase } from './read.ts'
import { record } from './record.ts'

let db: FreshDatabase
let borough: Awaited<ReturnType<typeof smallBorough>>
let ledger: Ledger

beforeAll(async () => {
  db = await freshDatabase()
  borough = await smallBorough(db)
  ledger = {
    recorder: db.recorder,
    guidance,
    carries: new Map(),
    now: () => Date.parse('2026-04-01T10:00:00Z'),
    dayOf: londonDay,
  }
})

const on = (day: string) => ({ from: day, to: day, certainty: 'day', at: null }) as const
type Who = keyof typeof borough.people

function recording(caseId: string, kind: string, day: string, more: Partial<Recording> = {}): Recording {
  return { act: 'record', caseId, kind, happened: on(day), data: {}, narrative: {}, ...more }
}

function command(who: Who, acts: Command['acts'], more: Partial<Command> = {}): Command {
  const { post, agency } = borough.people[who]
  return { areaId: borough.area, submissionId: newId(), by: { postId: post, agencyId: agency }, acts, ...more }
}

async function newCase(who: Who = 'eastWorker', restriction: 'none' | 'restricted' | 'shielded' = 'none') {
  const id = newId()
  const reference = newReference()
  const named = recording(id, 'child-named', '2026-03-01', { narrative: { forenames: 'Aria', surname: 'Fenwick' } })
  await record(
    ledger,
    command(who, [named], { opens: [{ id, kind: 'child', reference, teamId: borough.teams.east, restriction }] }),
  )
  return { id, reference }
}

function asSeenBy<T>(who: Who, work: Parameters<typeof withContext<T>>[2]): Promise<T> {
  return withContext(db.reader, borough.people[who], work)
}

async function entriesSeenBy(who: Who, reference: string) {
  return asSeenBy(who, async client => {
    const head = await findCase(client, [borough.area], reference)
    return head ? readCase(client, head, guidance, londonDay) : undefined
  })
}

describe('recording', () => {
  test('a fact is there for its team, with its words, and not for another team', async () => {
    const { reference } = await newCase()
    const seen = await entriesSeenBy('eastWorker', reference)
    expect(seen?.known.inOrder.map(fact => fact.kind)).toEqual(['child-named'])
    expect([...(seen?.words.values() ?? [])]).toEqual([{ forenames: 'Aria', surname: 'Fenwick' }])
    expect(await entriesSeenBy('westWorker', reference)).toBeUndefined()
    expect(await entriesSeenBy('teacher', reference)).toBeUndefined()
    expect(await entriesSeenBy('duty', reference)).toBeDefined()
  })

  test('a double click is one fact', async () => {
    const { id, reference } = await newCase()
    const twice = command('eastWorker', [recording(id, 'referral-received', '2026-03-02')])
    const [first, second] = await Promise.all([record(ledger, twice), record(ledger, twice)])
    expect(first.ids).toEqual(second.ids)
    expect([first.again, second.again].toSorted()).toEqual([false, true])
    expect((await entriesSeenBy('eastWorker', reference))?.entries).toHaveLength(2)
  })

  test('numbers have no gaps when eight people record at once', async () => {
    const { id, reference } = await newCase()
    await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        record(
          ledger,
          command('eastWorker', [recording(id, 'referral-received', `2026-03-${String(n + 1).padStart(2, '0')}`)]),
        ),
      ),
    )
    const seen = await entriesSeenBy('eastWorker', reference)
    expect(seen?.entries.map(entry => entry.number)).toEqual(Array.from({ length: 25 }, (_, n) => n + 1))
  })

  test('duties stand in the same moment as the fact that starts them', async () => {
    const { id, reference } = await newCase()
    await record(ledger, command('eastWorker', [recording(id, 'referral-received', '2026-03-31')]))
    const owed = (await entriesSeenBy('eastWorker', reference))?.duties ?? []
    expect(owed.filter(duty => duty.due_latest === '2026-04-01').length).toBeGreaterThan(0)
  })

  test('a meeting about two children is a fact on each case, or on none', async () => {
    const [one, other] = [await newCase(), await newCase()]
    const occasion = newId()
    const about = (caseId: string) => recording(caseId, 'referral-received', '2026-03-05')
    await record(ledger, command('eastWorker', [about(one.id), about(other.id)], { occasion }))
    for (const { reference } of [one, other]) {
      const entries = (await entriesSeenBy('eastWorker', reference))?.entries ?? []
      expect(entries.at(-1)?.occasion).toBe(occasion)
    }
    const bad = command('eastWorker', [about(one.id), about(newId())], { occasion: newId() })
    await expect(record(ledger, bad)).rejects.toBeInstanceOf(NotFound)
    expect((await entriesSeenBy('eastWorker', one.reference))?.entries).toHaveLength(2)
  })
})

describe('correcting and striking out', () => {
  test('a correction stands beside what it corrects', async () => {
    const { id, reference } = await newCase()
    const { ids } = await record(ledger, command('eastWorker', [recording(id, 'referral-received', '2026-03-02')]))
    const root = ids[0] as string
    await record(
      ledger,
      command('eastWorker', [
        { act: 'correct', caseId: id, root, seen: 2, happened: on('2026-03-03'), data: {}, narrative: {} },
      ]),
    )
    const fact = (await entriesSeenBy('eastWorker', reference))?.known.byRoot.get(root)
    expect(fact?.happened.from).toBe('2026-03-03')
    expect(fact?.versions.map(entry => entry.happened.from)).toEqual(['2026-03-02', '2026-03-03'])
  })

  test('a conflict is answered with what the other person recorded', async () => {
    const { id } = await newCase()
    const { ids } = await record(ledger, command('eastWorker', [recording(id, 'referral-received', '2026-03-02')]))
    const root = ids[0] as string
    const correct = (day: string) =>
      command('eastWorker', [{ act: 'correct', caseId: id, root, seen: 2, happened: on(day), data: {}, narrative: {} }])
    const other = await record(ledger, correct('2026-03-03'))
    const conflict = await record(ledger, correct('2026-03-04')).catch((error: unknown) => error)
    expect(conflict).toBeInstanceOf(Conflict)
    expect((conflict as Conflict).recorded).toEqual(other.ids)
  })

  test('only a manager strikes out what starts a duty, and only its agency corrects', async () => {
    const { id, reference } = await newCase()
    const { ids } = await record(ledger, command('eastWorker', [recording(id, 'referral-received', '2026-03-02')]))
    const root = ids[0] as string
    const strike = (who: Who) =>
      command(who, [
        { act: 'strike-out', caseId: id, root, seen: 2, narrative: { reason: 'Recorded on the wrong child' } },
      ])
    await expect(record(ledger, strike('eastWorker'))).rejects.toBeInstanceOf(NotAllowed)
    await expect(record(ledger, strike('teacher'))).rejects.toBeInstanceOf(NotFound)
    await expect(record(ledger, strike('westWorker'))).rejects.toBeInstanceOf(NotFound)
    const { area, agencies } = borough
    const by = { postId: null, agencyId: agencies.authority }
    const why = { basis: 'ca1989-s47', necessity: 'test', familyTold: 'yes' } as const
    const to = { areaId: area, caseId: id, toAgencyIds: [agencies.school], submissionId: newId() }
    await disclose(ledger, { ...to, by, ...why, roots: [root] })
    await expect(record(ledger, strike('teacher'))).rejects.toBeInstanceOf(NotAllowed)
    await record(ledger, strike('manager'))
    const seen = await entriesSeenBy('manager', reference)
    expect(seen?.known.byRoot.has(root)).toBe(false)
    expect(seen?.duties).toEqual([])
  })
})

describe('refusals', () => {
  test('somebody who may not know the case is told that there is none', async () => {
    const { id } = await newCase()
    await expect(
      record(ledger, command('westWorker', [recording(id, 'referral-received', '2026-03-02')])),
    ).rejects.toBeInstanceOf(NotFound)
  })

  test('a forged id is not found', async () => {
    const { id } = await newCase()
    await expect(
      record(ledger, command('eastWorker', [recording(id, 'referral-decided', '2026-03-02', { about: newId() })])),
    ).rejects.toBeInstanceOf(NotFound)
  })

  test('a restricted case is its team’s alone', async () => {
    const { reference } = await newCase('eastWorker', 'restricted')
    expect(await entriesSeenBy('eastWorker', reference)).toBeDefined()
    expect(await entriesSeenBy('duty', reference)).toBeUndefined()
    expect(await entriesSeenBy('chair', reference)).toBeUndefined()
  })
  test.each(['restricted', 'shielded'] as const)(
    'on a %s case a partner reads back what they recorded, and nobody else of their agency does',
    async restriction => {
      const { id, reference } = await newCase('eastWorker', restriction)
      const { ids } = await record(ledger, command('eastWorker', [recording(id, 'child-seen', '2026-03-02')]))
      await disclose(ledger, {
        areaId: borough.area,
        caseId: id,
        submissionId: newId(),
        by: { postId: borough.people.eastWorker.post, agencyId: borough.agencies.authority },
        toAgencyIds: [borough.agencies.school],
        roots: ids,
        basis: 'ca1989-s47',
        necessity: 'The school sees her each day.',
        familyTold: 'yes',
      })
      const colleague = await anotherTeacher()
      for (const day of ['2026-03-03', '2026-03-04'])
        await record(ledger, command('teacher', [recording(id, 'child-seen', day)]))
      const days = async (who: Who | typeof colleague) => {
        const context = typeof who === 'string' ? borough.people[who] : who
        const { rows } = await withContext(db.reader, context, client =>
          client.query<{ happened_from: string }>(
            `select happened_from from fact where case_id = $1 and kind = 'child-seen' order by number`,
            [id],
          ),
        )
        return rows.map(row => row.happened_from)
      }
      expect(await days('teacher')).toEqual(['2026-03-02', '2026-03-03', '2026-03-04'])
      expect(await days(colleague)).toEqual(['2026-03-02'])
      expect(await days('eastWorker')).toEqual(['2026-03-02'])
      const why = await asSeenBy('teacher', client => whyVisible(client, { areaId: borough.area, id }))
      expect(why).toContain('It was opened to you yourself: it holds what you recorded.')
      expect(await entriesSeenBy('westWorker', reference)).toBeUndefined()
    },
  )

  test('whoever opens a restricted case for a team is not granted it beside the team', async () => {
    const { reference } = await newCase('duty', 'restricted')
    expect(await entriesSeenBy('duty', reference)).toBeUndefined()
    expect(await entriesSeenBy('eastWorker', reference)).toBeDefined()
  })
})

/** A second safeguarding lead of the school, in the same standing group. */
async function anotherTeacher() {
  const [practitioner, post] = [newId(), newId()]
  const { rows } = await db.owner.query<{ id: string }>(`select id from holder where name = 'Safeguarding leads'`)
  await transaction(db.recorder, async client => {
    await addPractitioner(client, { id: practitioner, signIn: post, name: 'Bel Oyelaran' })
    await addPost(client, {
      id: post,
      practitionerId: practitioner,
      agencyId: borough.agencies.school,
      role: 'safeguarding-lead',
      title: 'Deputy safeguarding lead',
      areaIds: [borough.area],
      holderIds: rows.map(row => row.id),
      from: 0,
    })
  })
  return { practitioner, post, agency: borough.agencies.school }
}

test('what somebody sent is not told to somebody else who sends under the same id', async () => {
  const { id } = await newCase()
  const submissionId = newId()
  const seen = () => [recording(id, 'child-seen', '2026-03-20')]
  const first = await record(ledger, command('eastWorker', seen(), { submissionId }))
  expect(await record(ledger, command('eastWorker', seen(), { submissionId }))).toEqual({ ids: first.ids, again: true })
  const theirs = record(ledger, command('manager', seen(), { submissionId }))
  await expect(theirs).rejects.toThrow(Conflict)
  await expect(theirs).rejects.toThrow('by somebody else')
})
