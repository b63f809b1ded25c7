import { beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { smallBorough } from '../../test/small-borough.ts'
import { NotFound } from '../access/refusals.ts'
import { londonDay } from '../guidance/london.ts'
import { newReference } from '../people/establishment.ts'
import { withContext } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { guidance } from '../procedures/index.ts'
import type { Recording } from './command.ts'
import { disclose, recall } from './disclose.ts'
import type { Ledger } from './ledger.ts'
import { findCase } from './read.ts'
import { record } from './record.ts'

let db: FreshDatabase
let borough: Awaited<ReturnType<typeof smallBorough>>
let ledger: Ledger
const basis = { basis: 'ca1989-s47', necessity: 'The school sees her each day.', familyTold: 'yes' } as const

beforeAll(async () => {
  db = await freshDatabase()
  borough = await smallBorough(db)
  ledger = { recorder: db.recorder, guidance, carries: new Map(), now: () => Date.now() - 1000, dayOf: londonDay }
})

/** A case of the East team with one name and one visit. */
async function aCase() {
  const id = newId()
  const reference = newReference()
  const by = { postId: borough.people.eastWorker.post, agencyId: borough.agencies.authority }
  const happened = { from: '2026-03-02', to: '2026-03-02', certainty: 'day', at: null } as const
  const fact = (kind: string): Recording => ({
    act: 'record',
    caseId: id,
    kind,
    happened,
    data: {},
    narrative: { surname: 'Quill', wishes: 'To go home' },
  })
  const opens = [{ id, kind: 'child', reference, teamId: borough.teams.east }]
  const { ids } = await record(ledger, {
    areaId: borough.area,
    submissionId: newId(),
    by,
    opens,
    acts: [fact('child-named'), fact('child-seen')],
  })
  const common = { areaId: borough.area, caseId: id, by, toAgencyIds: [borough.agencies.school], ...basis }
  const seen = () =>
    withContext(db.reader, borough.people.teacher, async client => ({
      found: (await findCase(client, [borough.area], reference)) !== undefined,
      kinds: (
        await client.query<{ kind: string }>('select kind from fact where case_id = $1 order by number', [id])
      ).rows.map(row => row.kind),
    }))
  const more = (kind: string) => record(ledger, { areaId: borough.area, submissionId: newId(), by, acts: [fact(kind)] })
  return { id, ids: ids as string[], common, seen, more, fact }
}

test('what is disclosed is seen, until it is recalled; what was known stays known', async () => {
  const { id, ids, common, seen } = await aCase()
  expect(await seen()).toEqual({ found: false, kinds: [] })
  const [disclosureId = ''] = await disclose(ledger, { ...common, submissionId: newId(), roots: [ids[0] as string] })
  expect(await seen()).toEqual({ found: true, kinds: ['child-named'] })
  const again = { areaId: borough.area, disclosureId, by: common.by, why: 'Told the wrong school.' }
  await expect(
    recall(ledger, { ...again, by: { postId: null, agencyId: borough.agencies.school } }),
  ).rejects.toBeInstanceOf(NotFound)
  await recall(ledger, again)
  await recall(ledger, { ...again, why: 'again' })
  const { rows } = await db.owner.query('select recalled_by, recalled_why from disclosure where id = $1', [
    disclosureId,
  ])
  expect(rows).toEqual([{ recalled_by: common.by.postId, recalled_why: 'Told the wrong school.' }])
  expect(await seen()).toEqual({ found: false, kinds: [] })
  expect((await db.owner.query('select 1 from disclosed_fact where case_id = $1', [id])).rows).toHaveLength(1)
})

test('everything of a kind reaches the other agency as it is recorded', async () => {
  const { common, seen, more } = await aCase()
  await disclose(ledger, { ...common, submissionId: newId(), roots: [], kinds: ['child-seen'] })
  await more('child-seen')
  await more('address-known')
  expect((await seen()).kinds).toEqual(['child-seen', 'child-seen'])
})

test('the same submission discloses once', async () => {
  const { ids, common } = await aCase()
  const submissionId = newId()
  const once = () => disclose(ledger, { ...common, submissionId, roots: [ids[0] as string] })
  expect(await once()).toEqual(await once())
})

test('nobody discloses what another agency recorded', async () => {
  const { ids, common } = await aCase()
  const theirs = {
    ...common,
    by: { postId: null, agencyId: borough.agencies.police },
    submissionId: newId(),
    roots: [ids[0] as string],
  }
  await expect(disclose(ledger, theirs)).rejects.toBeInstanceOf(NotFound)
})

test('a school’s referral starts the authority’s duty when it reaches it, from that day', async () => {
  const { id, common, fact } = await aCase()
  const school = { postId: null, agencyId: borough.agencies.school }
  const { ids } = await record(ledger, {
    areaId: borough.area,
    submissionId: newId(),
    by: school,
    acts: [fact('referral-received')],
  })
  const duties = async () =>
    (await db.owner.query(`select from_day from duty where case_id = $1 and rule = 'decide-on-referral'`, [id])).rows
  expect(await duties()).toEqual([])
  const earlier = { ...ledger, now: () => Date.parse('2026-03-09T12:00:00Z') }
  await disclose(earlier, {
    ...common,
    by: school,
    toAgencyIds: [borough.agencies.authority],
    submissionId: newId(),
    roots: [ids[0] as string],
  })
  expect(await duties()).toEqual([{ from_day: '2026-03-09' }])
})

test('no post overrides a conflict of interest', async () => {
  const { id, more } = await aCase()
  const { practitioner } = borough.people.eastWorker
  const mine = () =>
    withContext(
      db.reader,
      borough.people.eastWorker,
      async client => (await client.query('select 1 from fact where case_id = $1', [id])).rows.length,
    )
  expect(await mine()).toBe(2)
  await db.owner.query(
    `insert into conflict_of_interest (area_id, case_id, practitioner_id, how, since) values ($1, $2, $3, 'declared', now())`,
    [borough.area, id, practitioner],
  )
  expect(await mine()).toBe(0)
  await expect(more('child-seen')).rejects.toBeInstanceOf(NotFound)
})

test('what a partner shares with the authority is for those who work on the case, not for the whole council', async () => {
  const { id, common, fact } = await aCase()
  const police = { postId: null, agencyId: borough.agencies.police }
  const { ids } = await record(ledger, {
    areaId: borough.area,
    submissionId: newId(),
    by: police,
    acts: [fact('child-seen')],
  })
  await disclose(ledger, {
    ...common,
    by: police,
    toAgencyIds: [borough.agencies.authority],
    submissionId: newId(),
    roots: [ids[0] as string],
  })
  const seenBy = (who: 'eastWorker' | 'westWorker') =>
    withContext(
      db.reader,
      borough.people[who],
      async client =>
        (await client.query('select 1 from fact where case_id = $1 and root = $2', [id, ids[0]])).rows.length,
    )
  expect([await seenBy('eastWorker'), await seenBy('westWorker')]).toEqual([1, 0])
})

test('several agencies are told in one action, each by a disclosure of its own; one that is not of the area stops all', async () => {
  const { id, ids, common } = await aCase()
  const { school, police } = borough.agencies
  const what = { ...common, roots: [ids[0] as string], conditions: ['gdpr-6-1-e', 'gdpr-9-2-g'] }
  const submissionId = newId()
  const told = () => disclose(ledger, { ...what, submissionId, toAgencyIds: [school, police] })
  const both = await Promise.all([told(), told()])
  expect(both[0]).toEqual(both[1])
  const rows = async () =>
    (await db.owner.query('select to_agency_id, conditions from disclosure where case_id = $1', [id])).rows
  expect(await rows()).toHaveLength(2)
  expect((await rows())[0]?.['conditions']).toBe('gdpr-6-1-e gdpr-9-2-g')
  for (const other of [newId(), borough.agencies.authority])
    await expect(
      disclose(ledger, { ...what, submissionId: newId(), toAgencyIds: [school, other] }),
    ).rejects.toBeInstanceOf(NotFound)
  expect(await rows()).toHaveLength(2)
})
