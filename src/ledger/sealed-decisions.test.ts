/** What is decided beside the facts is sealed: an altered or removed row is named, and a large backlog holds nobody up. */
import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../test/fresh-database.ts'
import { on } from '../../test/given-case.ts'
import { smallBorough } from '../../test/small-borough.ts'
import { londonDay } from '../guidance/london.ts'
import { addAgency, addArea, newReference } from '../people/establishment.ts'
import { transaction } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { guidance } from '../procedures/index.ts'
import { decideAccess } from './access-decisions.ts'
import { breakGlass } from './break-glass.ts'
import { disclose, recall } from './disclose.ts'
import type { Ledger } from './ledger.ts'
import { record } from './record.ts'
import { sealAll, sealSome } from './seal.ts'
import { verify } from './verify.ts'

let db: Awaited<ReturnType<typeof freshDatabase>>
let borough: Awaited<ReturnType<typeof smallBorough>>
let ledger: Ledger
let caseId: string
let reference: string
let named: string

beforeEach(async () => {
  db = await freshDatabase()
  borough = await smallBorough(db)
  ledger = { recorder: db.recorder, guidance, carries: new Map(), now: () => Date.now(), dayOf: londonDay }
  caseId = newId()
  reference = newReference()
  const opens = [{ id: caseId, kind: 'child', reference, teamId: borough.teams.east, restriction: 'none' as const }]
  named = (await recordAs('eastWorker', 'child-named', { narrative: { surname: 'Fenwick' } }, opens)) ?? ''
})

const by = (who: keyof typeof borough.people) => {
  return { postId: borough.people[who].post, agencyId: borough.people[who].agency }
}
const faults = async () => (await verify(db.owner)).seals.faults

async function recordAs(who: keyof typeof borough.people, kind: string, more: object, opens: object[] = []) {
  const act = { act: 'record', kind, caseId, happened: on('2026-03-02'), data: {}, narrative: {}, ...more } as const
  const command = { areaId: borough.area, submissionId: newId(), by: by(who), acts: [act] }
  return (await record(ledger, { ...command, opens: opens as never })).ids[0]
}

describe('decisions on a request for the record', () => {
  beforeEach(async () => {
    const asks = { data: { requester: 'person', identity: 'known' } }
    const requestRoot = (await recordAs('privacyOfficer', 'subject-access-requested', asks)) ?? ''
    const words = { factId: named, field: '', from: 0, to: 0 }
    const decide = (decisions: Parameters<typeof decideAccess>[1]['decisions']) =>
      decideAccess(ledger, { areaId: borough.area, caseId, requestRoot, by: by('privacyOfficer'), decisions })
    await decide([{ ...words, decision: 'withhold', ground: 'third-party' }])
    await decide([{ ...words, decision: 'give', ground: null }])
    await sealAll(db.recorder)
  })
  const second = `(select row_id from seal where stream = 'access-decision' order by number desc limit 1)`

  test.each([
    [
      'what was decided',
      `update access_decision set decision = 'withhold', ground = 'crime' where id = ${second}`,
      /altered/,
    ],
    [
      'who decided',
      `update access_decision set decided_by = (select id from post limit 1) where id = ${second}`,
      /altered/,
    ],
    ['which words', `update access_decision set to_place = 9 where id = ${second}`, /altered/],
    ['a decision taken away', `delete from access_decision where id = ${second}`, /is missing/],
  ])('%s', async (_, tampering, why) => {
    expect(await faults()).toEqual([])
    await db.owner.query(tampering)
    expect(await faults()).toMatchObject([{ stream: 'access-decision', why: expect.stringMatching(why) }])
  })

  test('those who serve cannot alter one', async () => {
    for (const statement of [`update access_decision set decision = 'give'`, 'delete from access_decision'])
      await expect(db.recorder.query(statement)).rejects.toThrow(/permission denied/)
  })
})

test('until when a disclosed record may be seen follows from what is sealed', async () => {
  const what = { areaId: borough.area, caseId, submissionId: newId(), by: by('eastWorker'), roots: [named] }
  const why = { basis: 'ca1989-s47', necessity: 'x', familyTold: 'yes' } as const
  const untilAt = Date.now() + 86_400_000
  const toAgencyIds = [borough.agencies.school]
  const [disclosureId = ''] = await disclose(ledger, { ...what, ...why, toAgencyIds, untilAt })
  await sealAll(db.recorder)
  expect(await faults()).toEqual([])
  await recall(ledger, { areaId: borough.area, disclosureId, by: by('eastWorker'), why: 'x' })
  await sealAll(db.recorder)
  expect(await faults()).toEqual([])
  await db.owner.query('update disclosed_fact set until_at = null')
  expect(await faults()).toEqual([
    expect.objectContaining({
      id: `${disclosureId}/${named}`,
      why: expect.stringMatching(/Until when .* was altered/),
    }),
  ])
})

test('who may not see a file, and that they may again', async () => {
  const insert = `insert into conflict_of_interest (area_id, case_id, practitioner_id, how, since) values ($1, $2, $3, 'found', now())`
  await db.owner.query(insert, [borough.area, caseId, borough.people.chair.practitioner])
  await sealAll(db.recorder)
  // Taken back by hand: it is closed no more, and nobody said so.
  await db.owner.query('update conflict_of_interest set ended_at = now(), end_sealed = true')
  expect(await faults()).toMatchObject([{ stream: 'conflict-ended', why: expect.stringMatching(/no seal/) }])
  await db.owner.query('delete from conflict_of_interest')
  expect(await faults()).toMatchObject([{ stream: 'conflict', why: expect.stringMatching(/is missing/) }])
})

test('when an emergency opening ended, and that the second person saw it', async () => {
  const restricted = newReference()
  caseId = newId()
  const opens = [
    { id: caseId, kind: 'child', reference: restricted, teamId: borough.teams.east, restriction: 'restricted' },
  ]
  await recordAs('eastWorker', 'child-named', { narrative: { surname: 'Orme' } }, opens)
  await breakGlass(ledger, {
    areaId: borough.area,
    reference: restricted,
    submissionId: newId(),
    by: by('westWorker'),
    scope: 'whole',
    minutes: 15,
    reason: 'At the hospital',
    toldPostId: borough.people.manager.post,
  })
  await db.owner.query('update break_glass set ended_at = now(), seen_at = now()')
  await sealAll(db.recorder)
  expect(await faults()).toEqual([])
  await db.owner.query(`update break_glass set ended_at = ended_at + interval '1 minute'`)
  expect(await faults()).toMatchObject([{ stream: 'opening-ended', why: expect.stringMatching(/altered/) }])
  await db.owner.query(`update break_glass set ended_at = ended_at - interval '1 minute', seen_at = null`)
  expect(await faults()).toMatchObject([{ stream: 'opening-seen', why: expect.stringMatching(/is missing/) }])
})

test('a large backlog is sealed in runs that end, each area in its turn', async () => {
  const elsewhere = newId()
  await transaction(db.recorder, async client => {
    await addArea(client, { id: elsewhere, kind: 'authority', name: 'Eastholt', codes: [] })
    await addAgency(client, { id: newId(), kind: 'local-authority', name: 'Eastholt Council' }, [elsewhere], true)
  })
  const { practitioner, post } = borough.people.eastWorker
  const look = (area: string, times: number) =>
    db.owner.query(
      `insert into reading_log (area_id, id, at, practitioner_id, post_id, route, basis)
       select $1, gen_random_uuid(), now(), $2, $3, '/find', 'A search' from generate_series(1, $4)`,
      [area, practitioner, post, times],
    )
  await look(borough.area, 2500)
  await look(elsewhere, 10)
  expect(await sealSome(db.recorder, 2)).toEqual({ sealed: 1010, isMore: true })
  expect(await sealSome(db.recorder, 1)).toEqual({ sealed: expect.any(Number), isMore: true })
  expect((await sealSome(db.recorder, 100)).isMore).toBe(false)
  expect((await verify(db.owner)).seals).toMatchObject({ sealed: 2510, faults: [], waiting: [] })
})
