import { beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { smallBorough } from '../../test/small-borough.ts'
import { londonDay } from '../guidance/london.ts'
import { newId } from '../platform/identifier.ts'
import { guidance } from '../procedures/index.ts'
import type { Ledger } from './ledger.ts'
import { findCases, rebuild } from './rebuild.ts'
import { record } from './record.ts'
import { verify } from './verify.ts'

let db: FreshDatabase
let ledger: Ledger
const reference = 'GT-VERIFY1'

beforeEach(async () => {
  db = await freshDatabase()
  const { area, teams, people } = await smallBorough(db)
  ledger = {
    recorder: db.recorder,
    guidance,
    carries: new Map(),
    now: () => Date.parse('2026-04-01T10:00:00Z'),
    dayOf: londonDay,
  }
  const caseId = newId()
  const happened = { from: '2026-03-02', to: '2026-03-02', certainty: 'day', at: null } as const
  const by = { postId: people.eastWorker.post, agencyId: people.eastWorker.agency }
  const named = {
    act: 'record',
    kind: 'child-named',
    caseId,
    happened,
    data: {},
    narrative: { forenames: 'Aria', surname: 'Fenwick' },
  } as const
  const received = { act: 'record', kind: 'referral-received', caseId, happened, data: {}, narrative: {} } as const
  await record(ledger, {
    areaId: area,
    submissionId: newId(),
    by,
    opens: [{ id: caseId, kind: 'child', reference, teamId: teams.east }],
    acts: [named, received, received],
  })
})

test('an untouched ledger verifies', async () => {
  expect(await verify(db.owner)).toMatchObject({ cases: 1, facts: 3, faults: [] })
})

test.each([
  ['a date changed', `update fact set happened_from = '2026-03-01' where number = 2`, 2, /altered/],
  ['a code changed', `update fact set data = '{"a":1}' where number = 3`, 3, /altered/],
  ['a record removed from the middle', 'delete from fact where number = 2', 2, /missing/],
  ['the last record removed', 'delete from fact where number = 3', 3, /missing/],
  ['two records exchanged', 'update fact set number = 5 - number where number in (2, 3)', 2, /order/],
  ['words changed', `update narrative set text = 'Someone else' where field = 'surname'`, 1, /altered/],
  ['words removed without trace', `delete from narrative where field = 'surname'`, 1, /missing/],
  [
    'words taken away without a record',
    `update narrative set text = null, salt = null where field = 'surname'`,
    1,
    /no record/,
  ],
])('%s is named by its case and number', async (_, tampering, number, why) => {
  if (tampering.includes('5 - number')) await db.owner.query('update fact set number = -number where number in (2, 3)')
  await db.owner.query(
    tampering.includes('5 - number') ? 'update fact set number = 5 + number where number < 0' : tampering,
  )
  const { faults } = await verify(db.owner)
  expect(faults).toEqual([{ reference, number, why: expect.stringMatching(why) }])
})

test('the recorder cannot change or remove what was recorded', async () => {
  await expect(db.recorder.query(`update fact set kind = 'x'`)).rejects.toThrow(/permission denied/)
  await expect(db.recorder.query('delete from fact')).rejects.toThrow(/permission denied/)
  await expect(db.recorder.query(`update narrative set text = 'x'`)).rejects.toThrow(/permission denied/)
})

test('derived rows that were lost or altered are made again, the same as before', async () => {
  const all = async () => (await db.owner.query('select * from duty order by id')).rows
  const before = await all()
  expect(before.length).toBeGreaterThan(0)
  await db.owner.query('delete from duty where id = (select min(id) from duty)')
  await db.owner.query('delete from search_key')
  await rebuild(ledger, await findCases(ledger))
  expect(await all()).toEqual(before)
  expect((await db.owner.query(`select 1 from search_key where key like 's:%'`)).rows.length).toBeGreaterThan(0)
})
