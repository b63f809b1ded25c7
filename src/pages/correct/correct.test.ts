import { beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/test-server.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newReference } from '../../people/establishment.ts'
import { newId } from '../../platform/identifier.ts'
import { guidance } from '../../procedures/index.ts'

let server: TestServer
let worker: Visitor
let manager: Visitor

beforeAll(async () => {
  server = await testServer({ guidance })
  server.clock.instant = Date.parse('2026-04-14T09:00:00Z')
  worker = await signedIn('eastworker')
  manager = await signedIn('manager')
})

async function signedIn(name: string): Promise<Visitor> {
  const visitor = server.visitor()
  await visitor.signIn(name)
  return visitor
}

const on = (day: string) => ({ from: day, to: day, certainty: 'day', at: null }) as const
const date = (day: string) => {
  const [yyyy = '', mm = '', dd = ''] = day.split('-')
  return { 'happened-day': dd, 'happened-month': mm, 'happened-year': yyyy }
}

async function referred() {
  const id = newId()
  const reference = newReference()
  const said = { act: 'record', caseId: id } as const
  const { ids } = await server.record('eastWorker', {
    opens: [{ id, kind: 'child', reference, teamId: server.borough.teams.east }],
    acts: [
      {
        ...said,
        kind: 'child-named',
        happened: on('2026-03-01'),
        data: {},
        narrative: { forenames: 'Aria', surname: 'Fenwick' },
      },
      {
        ...said,
        kind: 'referral-received',
        happened: on('2026-04-10'),
        data: { source: '1A', harm: ['neglect'] },
        narrative: { reason: 'Two marks on her back' },
      },
    ],
  })
  const root = ids[1] as string
  return { id, reference, root, address: `/case/${reference}/fact/${root}` }
}

const stored = async (caseId: string) =>
  (
    await server.db.owner.query<{
      act: string
      happened_from: string
      data: Record<string, unknown>
      words: Record<string, string>
    }>(
      `select act, happened_from, data, (select jsonb_object_agg(field, text) from narrative n where n.fact_id = f.id) as words
       from fact f where case_id = $1 order by number`,
      [caseId],
    )
  ).rows

describe('correcting', () => {
  test('the form stands as the record does; the correction keeps what it said before, and why', async () => {
    const { id, reference, address } = await referred()
    const { status, body } = await worker.get(`${address}/correct`)
    expect(status).toBe(200)
    expect(body).toContain('>Two marks on her back</textarea>')
    expect(body).toMatch(/value="neglect"[^>]*checked/)
    expect(body).toContain('name="happened-day" type="text" value="10"')
    expect(body).toMatch(/What it says now[\s\S]*Amira Osei, Harrowmere Council/)
    const typed = { ...date('2026-04-09'), source: '1A', harm: ['physical'], reason: 'Three marks', 'case-seen': '2' }
    const silent = await worker.write(`${address}/correct`, typed)
    expect(silent.status).toBe(422)
    expect(silent.body).toContain('href="#f-correctionReason"')
    const reply = await worker.write(`${address}/correct`, {
      ...typed,
      correctionReason: 'The nursery rang on the 9th',
    })
    expect(reply.to).toMatch(new RegExp(`^/case/${reference}\\?recorded=.*#fact-2$`))
    expect((await stored(id)).at(-1)).toEqual({
      act: 'correct',
      happened_from: '2026-04-09',
      data: { source: '1A', harm: ['physical'] },
      words: { reason: 'Three marks', correctionReason: 'The nursery rang on the 9th' },
    })
    const again = await worker.get(`${address}/correct`)
    expect(again.body).toMatch(
      /What it said \(2 versions\)[\s\S]*The nursery rang on the 9th[\s\S]*Two marks on her back/,
    )
    expect(again.body).not.toContain('>The nursery rang on the 9th</textarea>')
  })

  test('checking says which day moves', async () => {
    const { address } = await referred()
    await worker.get(`${address}/correct`)
    const { body } = await worker.write(`${address}/correct`, {
      ...date('2026-04-13'),
      source: '1A',
      reason: 'x',
      _check: 'yes',
    })
    // One working day from Friday 10 April 2026 is Monday 13; from Monday 13 it is Tuesday 14.
    expect(body).toMatch(/Moves[\s\S]*due 14 April 2026 instead of 13 April 2026/)
  })

  test('of two who correct, the second sees what the first made of it', async () => {
    const { id, address } = await referred()
    await worker.get(`${address}/correct`)
    await manager.get(`${address}/correct`)
    const typed = { source: '1A', 'case-seen': '2', correctionReason: 'Typed wrongly' }
    await manager.write(`${address}/correct`, { ...typed, ...date('2026-04-08'), reason: 'Hers' })
    const submission = newId()
    const late = await worker.write(
      `${address}/correct`,
      { ...typed, ...date('2026-04-07'), reason: 'His' },
      submission,
    )
    expect(late.status).toBe(409)
    expect(late.body).toMatch(/Somebody corrected this[\s\S]*Ruth Calloway[\s\S]*Hers[\s\S]*What you wrote[\s\S]*His/)
    expect(await stored(id)).toHaveLength(3)
  })

  test('a colleague’s record is for its author or a manager; another agency’s is for that agency', async () => {
    const { id, reference, root } = await referred()
    const front = await signedIn('duty')
    expect((await front.get(`/case/${reference}/fact/${root}/correct`)).status).toBe(403)
    expect((await manager.get(`/case/${reference}/fact/${root}/correct`)).status).toBe(200)
    expect((await (await signedIn('westworker')).get(`/case/${reference}/fact/${root}/correct`)).status).toBe(404)
    expect((await worker.get(`/case/${reference}/fact/${id}/correct`)).status).toBe(404)
  })
})

describe('striking out', () => {
  test('warns what follows, asks why, and is a manager’s where a duty hangs on it', async () => {
    const { id, reference, address } = await referred()
    const refused = await worker.get(`${address}/strike-out`)
    expect(refused.status).toBe(403)
    expect(refused.body).toMatch(/team manager/)
    const page = await manager.get(`${address}/strike-out`)
    expect(page.body).toMatch(/Is no longer owed[\s\S]*Decide what happens next/)
    expect((await manager.write(`${address}/strike-out`, { reason: ' ' })).status).toBe(422)
    const submission = newId()
    const strike = () =>
      manager.write(`${address}/strike-out`, { reason: 'Of another child', 'case-seen': '2' }, submission)
    const reply = await strike()
    expect(reply.to).toMatch(`/case/${reference}?recorded=`)
    expect((await strike()).to, 'the same press twice').toBe(reply.to)
    expect((await stored(id)).at(-1)).toMatchObject({ act: 'strike-out', words: { reason: 'Of another child' } })
    expect((await manager.get(`${address}/strike-out`)).status).toBe(404)
  })

  test('what it had met falls open again, and the page says so', async () => {
    const { id, reference, root } = await referred()
    const { ids } = await server.record('eastWorker', {
      acts: [
        {
          act: 'record',
          caseId: id,
          kind: 'referral-decided',
          about: root,
          happened: on('2026-04-13'),
          data: { outcome: 'early-help' },
          narrative: { reasons: 'x' },
        },
      ],
    })
    const { body } = await manager.get(`/case/${reference}/fact/${ids[0]}/strike-out`)
    expect(body).toMatch(
      /Opens again[\s\S]*Decide what happens next[^<]*: <b>due 13 April 2026, so it is overdue at once/,
    )
  })
})

describe('disagreeing', () => {
  test('stands beside the record in the words of whoever disagrees', async () => {
    const { id, reference, address } = await referred()
    await worker.get(`${address}/disagree`)
    const empty = await worker.write(`${address}/disagree`, {})
    expect(empty.status).toBe(422)
    expect(empty.body).toMatch(/Select whose view this is[\s\S]*Write what they disagree with/)
    const reply = await worker.write(`${address}/disagree`, { whose: 'parent', words: 'It was a birthmark' })
    expect(reply.to).toMatch(`/case/${reference}?recorded=`)
    expect((await stored(id)).at(-1)).toMatchObject({
      act: 'disagree',
      data: { whose: 'parent' },
      words: { words: 'It was a birthmark' },
    })
  })
})

describe('one meeting about two children', () => {
  async function sharedMeeting() {
    const [one, other] = [await referred(), await referred()]
    const about = (caseId: string, outcome: string) =>
      ({
        act: 'record',
        caseId,
        kind: 'strategy-discussion-held',
        happened: on('2026-04-13'),
        data: { outcome },
        narrative: { reasons: 'Bruising' },
      }) as const
    const { ids } = await server.record('eastWorker', {
      occasion: newId(),
      acts: [about(one.id, 'section-47'), about(other.id, 'none')],
    })
    const address = `/case/${one.reference}/fact/${ids[0]}/correct`
    await worker.get(address)
    return { one, other, address }
  }
  const discussions = async (caseId: string) =>
    (
      await server.db.owner.query<{ act: string; happened_from: string; data: { outcome: string } }>(
        `select act, happened_from, data from fact where case_id = $1 and kind = 'strategy-discussion-held' order by number`,
        [caseId],
      )
    ).rows.map(({ act, happened_from: day, data }) => `${act} ${day} ${data.outcome}`)
  const corrected = {
    ...date('2026-04-10'),
    outcome: 'section-47',
    reasons: 'Bruising',
    correctionReason: 'The minutes say the 10th.',
  }

  test('asks for whom, and does nothing until it is said', async () => {
    const { one, other, address } = await sharedMeeting()
    const { status, body } = await worker.write(address, corrected)
    expect(status).toBe(422)
    expect(body).toContain('Say whether it is corrected for this child or for all of them')
    expect([await discussions(one.id), await discussions(other.id)].flat()).toHaveLength(2)
  })

  test('for all: the day moves for both, and what was decided for each child stays', async () => {
    const { one, other, address } = await sharedMeeting()
    await worker.write(address, { ...corrected, 'correct-for': 'all' })
    expect(await discussions(one.id)).toEqual(['record 2026-04-13 section-47', 'correct 2026-04-10 section-47'])
    expect(await discussions(other.id)).toEqual(['record 2026-04-13 none', 'correct 2026-04-10 none'])
  })

  test('for this child: the other one’s stays as it was', async () => {
    const { one, other, address } = await sharedMeeting()
    await worker.write(address, { ...corrected, 'correct-for': 'this' })
    expect(await discussions(one.id)).toHaveLength(2)
    expect(await discussions(other.id)).toEqual(['record 2026-04-13 none'])
  })
})

test('a file offers to correct and strike out only what the reader may', async () => {
  const { reference, address } = await referred()
  const offers = async (visitor: Visitor) => {
    const { body } = await visitor.get(`/case/${reference}`)
    return ['correct', 'strike-out', 'disagree'].filter(act => body.includes(`href="${address}/${act}"`))
  }
  expect(await offers(worker)).toEqual(['correct', 'disagree'])
  expect(await offers(manager)).toEqual(['correct', 'strike-out', 'disagree'])
  // A colleague of the same team recorded it.
  expect(await offers(await signedIn('support'))).toEqual(['disagree'])
})
