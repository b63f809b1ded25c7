import { beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { smallBorough } from '../../test/small-borough.ts'
import { NotFound } from '../access/refusals.ts'
import { londonDay } from '../guidance/london.ts'
import { addAgency, addArea, newReference } from '../people/establishment.ts'
import { transaction, withContext } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { guidance } from '../procedures/index.ts'
import type { Recording } from './command.ts'
import type { Ledger } from './ledger.ts'
import { rebuild } from './rebuild.ts'
import { record } from './record.ts'

let db: FreshDatabase
let borough: Awaited<ReturnType<typeof smallBorough>>
let ledger: Ledger
const elsewhere = newId()
const why = { basis: 'ca1989-s47', necessity: 'They may know who lives there.', familyTold: 'later' } as const

beforeAll(async () => {
  db = await freshDatabase()
  borough = await smallBorough(db)
  ledger = { recorder: db.recorder, guidance, carries: new Map(), now: () => Date.now() - 1000, dayOf: londonDay }
  await transaction(db.recorder, async client => {
    const area = newId()
    await addArea(client, { id: area, kind: 'authority', name: 'Eastholt', codes: [] })
    await addAgency(client, { id: elsewhere, kind: 'police', name: 'Eastholt Police' }, [area])
  })
})

/** A case of the East team with a name, an address and, about it, what a school recorded. */
async function aCase() {
  const id = newId()
  const happened = { from: '2026-03-03', to: '2026-03-03', certainty: 'day', at: null } as const
  const fact = (kind: string, more: Partial<Recording> = {}): Recording => {
    return { act: 'record', caseId: id, kind, happened, data: {}, narrative: {}, ...more }
  }
  const { agencies, people, area } = borough
  const by = { postId: people.eastWorker.post, agencyId: agencies.authority }
  const opens = [{ id, kind: 'child', reference: newReference(), teamId: borough.teams.east }]
  const { ids } = await record(ledger, {
    areaId: area,
    submissionId: newId(),
    by,
    opens,
    acts: [fact('child-named', { narrative: { surname: 'Quill' } }), fact('address-known')],
  })
  const [name, address] = ids as [string, string]
  /** Asks agencies, telling them of the request and of the facts named besides. */
  const ask = (toAgencyIds: readonly string[], besides: readonly string[] = [name], submissionId = newId()) => {
    const request = newId()
    const data = { asked: toAgencyIds, purpose: 'section-47', answerBy: '2026-03-06' }
    return record(ledger, {
      areaId: area,
      submissionId,
      by,
      acts: [fact('information-requested', { id: request, data })],
      tells: [{ caseId: id, toAgencyIds, roots: [request, ...besides], ...why }],
    })
  }
  const count = async (table: string) =>
    Number((await db.owner.query(`select count(*) as n from ${table} where case_id = $1`, [id])).rows[0]?.['n'])
  const seenBy = (who: 'teacher' | 'police') =>
    withContext(db.reader, people[who], async client =>
      (await client.query<{ kind: string }>('select kind from fact where case_id = $1 order by number', [id])).rows.map(
        row => row.kind,
      ),
    )
  const owed = async () =>
    (
      await db.owner.query<{ agency_id: string; due_latest: string }>(
        `select agency_id, due_latest from duty where case_id = $1 and rule = 'answer-information-request'`,
        [id],
      )
    ).rows
  return { id, name, address, fact, ask, count, seenBy, owed }
}

test('who is asked is told of the request and of no more than was chosen, and owes an answer from then on', async () => {
  const { id, ask, seenBy, owed, count } = await aCase()
  const { school, police } = borough.agencies
  await ask([school, police])
  expect(await seenBy('teacher')).toEqual(['child-named', 'information-requested'])
  expect(await seenBy('police')).toEqual(['child-named', 'information-requested'])
  const { rows } = await db.owner.query('select agency_id from search_told where case_id = $1', [id])
  expect(rows.map(row => row.agency_id).toSorted()).toEqual([school, police].toSorted())
  expect((await owed()).map(row => row.agency_id).toSorted()).toEqual([school, police].toSorted())
  expect(await count('disclosure')).toBe(2)
})

test('what is told stands with its basis, why it is necessary, and whether the family knows', async () => {
  const { id, ask } = await aCase()
  await ask([borough.agencies.police])
  const { rows } = await db.owner.query(
    'select from_agency_id, to_agency_id, basis, necessity, family_told, recorded_by, recalled_at from disclosure where case_id = $1',
    [id],
  )
  expect(rows).toEqual([
    {
      from_agency_id: borough.agencies.authority,
      to_agency_id: borough.agencies.police,
      basis: why.basis,
      necessity: why.necessity,
      family_told: 'later',
      recorded_by: borough.people.eastWorker.post,
      recalled_at: null,
    },
  ])
})

test.each([
  ['of another area', () => elsewhere],
  ['that there is not', () => newId()],
  ['that asks itself', () => borough.agencies.authority],
])('an agency %s is not told, and then nothing is: no request, no disclosure, no duty', async (_, other) => {
  const { ask, count, owed } = await aCase()
  await expect(ask([borough.agencies.school, other()])).rejects.toBeInstanceOf(NotFound)
  expect([await count('fact'), await count('disclosure'), await count('disclosed_fact')]).toEqual([2, 0, 0])
  expect(await owed()).toEqual([])
})

test('nobody tells of what another agency recorded', async () => {
  const { ask, fact, count } = await aCase()
  const { ids } = await record(ledger, {
    areaId: borough.area,
    submissionId: newId(),
    by: { postId: null, agencyId: borough.agencies.school },
    acts: [fact('child-seen')],
  })
  await expect(ask([borough.agencies.police], [ids[0] as string])).rejects.toBeInstanceOf(NotFound)
  expect(await count('fact')).toBe(3)
})

test('nobody tells of a case on which the command records nothing', async () => {
  const [one, other] = [await aCase(), await aCase()]
  const { agencies, people, area } = borough
  const telling = { caseId: other.id, toAgencyIds: [agencies.police], roots: [other.name], ...why }
  const command = {
    areaId: area,
    submissionId: newId(),
    by: { postId: people.eastWorker.post, agencyId: agencies.authority },
    acts: [one.fact('address-known')],
    tells: [telling],
  }
  await expect(record(ledger, command)).rejects.toBeInstanceOf(NotFound)
  expect(await other.count('disclosure')).toBe(0)
})

test('the same submission asks once, also when both arrive together', async () => {
  const { ask, count, name } = await aCase()
  const submission = newId()
  const press = () => ask([borough.agencies.school, borough.agencies.police], [name], submission)
  const [first, second] = await Promise.all([press(), press()])
  const third = await press()
  expect(new Set([first, second, third].map(one => one?.ids[0])).size).toBe(1)
  expect([first, second, third].filter(one => !one?.again)).toHaveLength(1)
  expect([await count('fact'), await count('disclosure')]).toEqual([3, 2])
})

test('on a file that its agency’s people are not let into, what an agency is told still reaches it', async () => {
  const { id, ask, seenBy, fact } = await aCase()
  await record(ledger, {
    areaId: borough.area,
    submissionId: newId(),
    by: { postId: null, agencyId: borough.agencies.police },
    acts: [fact('child-seen')],
  })
  await db.owner.query(
    'delete from compartment_grant g using compartment c where c.id = g.compartment_id and c.case_id = $1 and c.agency_id = $2',
    [id, borough.agencies.police],
  )
  await ask([borough.agencies.police])
  expect(await seenBy('police')).toEqual(['child-named', 'information-requested'])
})

test('a rebuild finds the duties as they were derived', async () => {
  const { id, ask } = await aCase()
  await ask([borough.agencies.school])
  const fingerprints = async () =>
    (await db.owner.query('select id, fingerprint from duty where case_id = $1 order by id', [id])).rows
  const before = await fingerprints()
  await rebuild(ledger, [{ areaId: borough.area, id, facts: 3 }])
  expect(await fingerprints()).toEqual(before)
})

test('what is recalled with what is recorded is recalled and recorded together, or neither', async () => {
  const { id, ask, fact, seenBy, count } = await aCase()
  const { agencies, people, area } = borough
  await ask([agencies.police])
  const { rows } = await db.owner.query<{ id: string }>('select id from disclosure where case_id = $1', [id])
  const ending = { caseId: id, disclosureIds: rows.map(row => row.id), why: 'The wrong police.' }
  const command = {
    areaId: area,
    submissionId: newId(),
    by: { postId: people.eastWorker.post, agencyId: agencies.authority },
    acts: [fact('child-seen')],
    recalls: [ending],
  }
  const stands = async () => [await count('fact'), (await seenBy('police')).length]
  const before = await stands()
  // One of the acts cannot be done; one of the disclosures is nobody's; another agency's is not for this one to recall.
  const [broken, nothing, theirs] = [
    { ...command, acts: [...command.acts, fact('no-such-kind')] },
    { ...command, recalls: [{ ...ending, disclosureIds: [...ending.disclosureIds, newId()] }] },
    { ...command, by: { postId: null, agencyId: agencies.school } },
  ]
  for (const wrong of [broken, nothing, theirs]) await expect(record(ledger, wrong)).rejects.toBeInstanceOf(NotFound)
  expect(await stands()).toEqual(before)
  await record(ledger, command)
  expect(await stands()).toEqual([(before[0] ?? 0) + 1, 0])
  // The same once more changes nothing.
  expect((await record(ledger, command)).again).toBe(true)
})
