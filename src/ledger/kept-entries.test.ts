import { beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { smallBorough } from '../../test/small-borough.ts'
import { londonDay } from '../guidance/london.ts'
import { newReference } from '../people/establishment.ts'
import { transaction } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { guidance } from '../procedures/index.ts'
import type { Command, Recording } from './command.ts'
import type { Ledger } from './ledger.ts'
import { rebuild } from './rebuild.ts'
import { record, recordMany, recordWithin } from './record.ts'

let db: FreshDatabase
let borough: Awaited<ReturnType<typeof smallBorough>>
let here: Ledger
let elsewhere: Ledger
const caseId = newId()

beforeAll(async () => {
  db = await freshDatabase()
  borough = await smallBorough(db)
  // Time goes on: what is recorded at one moment is not derived on what was derived before.
  let at = Date.parse('2026-04-01T10:00:00Z')
  const now = () => (at += 1000)
  here = { recorder: db.recorder, guidance, carries: new Map(), now, dayOf: londonDay }
  elsewhere = { ...here }
  await record(
    here,
    command([recording('referral-received')], {
      opens: [{ id: caseId, kind: 'child', reference: newReference(), teamId: borough.teams.east }],
    }),
  )
})

function recording(kind: string, more: Partial<Recording> = {}): Recording {
  const happened = { from: '2026-03-02', to: '2026-03-02', certainty: 'day', at: null } as const
  return { act: 'record', caseId, kind, happened, data: {}, narrative: {}, ...more }
}

function command(acts: Command['acts'], more: Partial<Command> = {}): Command {
  const { post, agency } = borough.people.eastWorker
  return { areaId: borough.area, submissionId: newId(), by: { postId: post, agencyId: agency }, acts, ...more }
}

async function met() {
  const { rows } = await db.owner.query<{ rule: string }>(
    'select rule from duty where case_id = $1 and met_by is not null order by rule',
    [caseId],
  )
  return rows.map(({ rule }) => rule)
}

test('what another process recorded meanwhile is part of the case', async () => {
  await record(elsewhere, command([recording('referral-acknowledged')]))
  expect(await met()).toEqual(['acknowledge-referral'])
  // Worked out without the acknowledgement, that duty would be open again.
  await record(here, command([recording('child-seen', { data: { alone: true, where: 'home' } })]))
  expect(await met()).toEqual(['acknowledge-referral'])
})

test('what was not kept after all is not part of the case', async () => {
  const before = await met()
  const given = transaction(db.recorder, async client => {
    await recordWithin(client, here, [
      command([recording('referral-decided', { data: { outcome: 'no-further-action' } })]),
    ])
    throw new Error('Not this time.')
  })
  await expect(given).rejects.toThrow('Not this time.')
  // As often derived by now as what was not kept.
  await record(elsewhere, command([recording('referral-received', { data: { from: 'school' } })]))
  await record(here, command([recording('child-seen', { data: { alone: false, where: 'school' } })]))
  expect(await met()).toEqual(before)
})

test('rows that another process wrote meanwhile are read, though nothing was recorded', async () => {
  await record(here, command([recording('child-seen')]))
  await db.owner.query('update case_file set team_id = $2 where id = $1', [caseId, borough.teams.west])
  await rebuild(elsewhere, [{ areaId: borough.area, id: caseId, facts: 1 }])
  await record(here, command([recording('child-seen')]))
  const { rows } = await db.owner.query('select distinct team_id from duty where case_id = $1', [caseId])
  expect(rows).toEqual([{ team_id: borough.teams.west }])
})

test('the rows are those that a ledger makes that knows nothing yet', async () => {
  const decided = recording('referral-decided', { data: { outcome: 'no-further-action' } })
  for (const one of [recording('referral-received'), recording('child-seen'), decided])
    await record(here, command([one]))
  const rows = async () =>
    (await db.owner.query('select id, fingerprint from duty where case_id = $1 order by id', [caseId])).rows
  const kept = await rows()
  await recordMany({ ...here }, [command([recording('address-known', { narrative: { postcode: 'ZZ99 3VZ' } })])])
  expect(await rows()).toEqual(kept)
})
