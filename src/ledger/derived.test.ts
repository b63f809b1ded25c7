import { beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { smallBorough } from '../../test/small-borough.ts'
import { londonDay } from '../guidance/london.ts'
import { newReference } from '../people/establishment.ts'
import { newId } from '../platform/identifier.ts'
import { guidance } from '../procedures/index.ts'
import type { Command, Recording } from './command.ts'
import { disclose } from './disclose.ts'
import type { Ledger } from './ledger.ts'
import { record } from './record.ts'

let db: FreshDatabase
let borough: Awaited<ReturnType<typeof smallBorough>>
let ledger: Ledger

beforeAll(async () => {
  db = await freshDatabase()
  borough = await smallBorough(db)
  // Time goes on: what is recorded at one moment is not derived on what was derived before.
  let at = Date.parse('2026-04-01T10:00:00Z')
  ledger = { recorder: db.recorder, guidance, carries: new Map(), now: () => (at += 1000), dayOf: londonDay }
})

const happened = { from: '2026-03-02', to: '2026-03-02', certainty: 'day', at: null } as const

/** A case on which only a referral is recorded; with a way to record more, and to say whether its rows are as they must be. */
async function aCase() {
  const caseId = newId()
  const { authority, school } = borough.agencies
  const act = (kind: string, data = {}, more: Partial<Recording> = {}): Recording => {
    return { act: 'record', caseId, kind, happened, data, narrative: {}, ...more }
  }
  const send = (acts: Command['acts'], more: Partial<Command> = {}, by: Ledger = ledger) =>
    record(by, {
      areaId: borough.area,
      submissionId: newId(),
      // Nobody’s permissions matter here.
      by: { postId: null, agencyId: authority },
      acts,
      ...more,
    })
  const rows = async () =>
    (await db.owner.query('select id, fingerprint, xmin from duty where case_id = $1 order by id', [caseId])).rows
  /** A ledger that knows nothing yet derives the whole case: where the rows stand as they must, it writes none of them. */
  const standsAsMadeAnew = async () => {
    const before = await rows()
    const elsewhere = { ...ledger }
    await send([act('address-known', {}, { narrative: { postcode: 'ZZ99 3VZ' } })], {}, elsewhere)
    expect(await rows()).toEqual(before)
  }
  const share = (from: string, to: string, roots: readonly string[], toPostIds: readonly string[] = []) =>
    disclose(ledger, {
      areaId: borough.area,
      caseId,
      submissionId: newId(),
      by: { postId: null, agencyId: from },
      roots,
      toAgencyIds: [to],
      toPostIds,
      basis: 'ca1989-s47',
      necessity: 'The school sees her each day.',
      familyTold: 'yes',
    })
  const opens = [{ id: caseId, kind: 'child', reference: newReference(), teamId: borough.teams.east }]
  return { caseId, act, send, share, standsAsMadeAnew, opens, school, authority }
}

test('rows follow a case to another team, and to another worker', async () => {
  const { caseId, act, send, standsAsMadeAnew, opens } = await aCase()
  await send([act('referral-received')], { opens })
  await db.owner.query('update case_file set team_id = $2 where id = $1', [caseId, borough.teams.west])
  await send([act('child-seen')])
  await standsAsMadeAnew()
  await send([act('child-seen')])
  await send([act('case-allocated', { worker: [borough.people.westWorker.post] })])
  await standsAsMadeAnew()
})

test('rows that a submission would have written which had arrived before are not taken for those that stand', async () => {
  const { act, send, standsAsMadeAnew, opens } = await aCase()
  const submissionId = newId()
  await send([act('referral-received')], { opens })
  await send([act('child-seen')], { submissionId })
  const allocated = act('case-allocated', { worker: [borough.people.westWorker.post] })
  expect((await send([allocated], { submissionId })).again).toBe(true)
  await send([act('referral-acknowledged')])
  await standsAsMadeAnew()
})

test('what an agency owes stands where its own records stand once it has some', async () => {
  const { act, send, share, standsAsMadeAnew, opens, school, authority } = await aCase()
  const bySchool = { by: { postId: null, agencyId: school } }
  const { ids } = await send([act('referral-received')], { opens, ...bySchool })
  await share(school, authority, ids)
  await send([act('child-seen')], bySchool)
  await send([act('child-seen')])
  await standsAsMadeAnew()
})

test('what an agency owes because of what people of it were told stands with all of it once all of it is told', async () => {
  const { caseId, act, send, share, standsAsMadeAnew, opens, school, authority } = await aCase()
  await send([act('referral-received')], { opens })
  const { ids } = await send([act('information-requested', { asked: [school], purpose: 'referral' })])
  await send([act('child-seen')], { by: { postId: null, agencyId: school } })
  await share(authority, school, ids, [borough.people.teacher.post])
  await send([act('child-seen')])
  await send([act('child-seen')])
  await db.owner.query('update disclosed_fact set post_ids = null where case_id = $1', [caseId])
  await send([act('child-seen')])
  await standsAsMadeAnew()
})

test('a duty that was met is a row again when what met it is struck out', async () => {
  const { act, send, standsAsMadeAnew, opens, caseId } = await aCase()
  await send([act('referral-received')], { opens })
  const { ids } = await send([act('referral-acknowledged')])
  await send([act('child-seen')])
  // A record that is set apart has all rows looked at anew.
  await send([
    { act: 'strike-out', caseId, root: ids[0] ?? '', seen: 2, narrative: { reason: 'It was another child’s.' } },
    act('child-seen', {}, { sensitivity: 'health' }),
  ])
  await standsAsMadeAnew()
})
