import { beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { smallBorough } from '../../test/small-borough.ts'
import { Conflict, NotAllowed, NotFound } from '../access/refusals.ts'
import { londonDay } from '../guidance/london.ts'
import { addAgency, addArea, newReference } from '../people/establishment.ts'
import { transaction } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { guidance } from '../procedures/index.ts'
import type { Command, Move, Recording } from './command.ts'
import type { Ledger } from './ledger.ts'
import { findCases, rebuild } from './rebuild.ts'
import { record } from './record.ts'
import { verify } from './verify.ts'

let db: FreshDatabase
let borough: Awaited<ReturnType<typeof smallBorough>>
let ledger: Ledger
let today: string
let wrong: string
let right: string
let root: string

beforeEach(async () => {
  db = await freshDatabase()
  borough = await smallBorough(db)
  ledger = {
    recorder: db.recorder,
    guidance,
    carries: new Map(),
    now: () => Date.parse(`${today}T10:00:00Z`),
    dayOf: londonDay,
  }
  today = '2026-03-25'
  wrong = await newCase()
  right = await newCase()
  const { ids } = await record(ledger, command('eastWorker', [discussion(wrong)], { occasion: newId() }))
  root = ids[0] as string
  today = '2026-05-01'
})

const on = (day: string) => ({ from: day, to: day, certainty: 'day', at: null }) as const
type Who = keyof typeof borough.people

function command(who: Who, acts: Command['acts'], more: Partial<Command> = {}): Command {
  const { post, agency } = borough.people[who]
  return { areaId: borough.area, submissionId: newId(), by: { postId: post, agencyId: agency }, acts, ...more }
}

const discussion = (caseId: string): Recording => ({
  act: 'record',
  caseId,
  kind: 'strategy-discussion-held',
  happened: on('2026-03-25'),
  data: { outcome: 'section-47' },
  narrative: { reasons: 'Marks on both arms' },
  sensitivity: 'police',
})

async function newCase(
  more: { areaId?: string; by?: Command['by']; restriction?: 'restricted'; teamId?: string } = {},
) {
  const id = newId()
  const { areaId = borough.area, by, restriction = 'none', teamId = borough.teams.east } = more
  const opens = [{ id, kind: 'child', reference: newReference(), teamId, restriction }] as const
  const named = { ...discussion(id), kind: 'child-named', data: {}, narrative: { forenames: 'Aria' } }
  await record(ledger, command('eastWorker', [named], { opens, areaId, ...(by ? { by } : {}) }))
  return id
}

function moving(more: Partial<Move> = {}): Move {
  return { act: 'move', caseId: wrong, root, seen: 2, toCaseId: right, narrative: { reason: 'By mistake' }, ...more }
}

const move = (more: Partial<Move> = {}, who: Who = 'manager', submissionId = newId()) =>
  record(ledger, command(who, [moving(more)], { submissionId }))

const rows = async (caseId: string) =>
  (
    await db.owner.query(
      `select f.*, c.sensitivity, (select jsonb_object_agg(field, text) from narrative n where n.fact_id = f.id) as words
       from fact f join compartment c on c.id = f.compartment_id where f.case_id = $1 order by number`,
      [caseId],
    )
  ).rows
const duties = async (caseId: string) =>
  (
    await db.owner.query<{ rule: string; known_since: number; due_latest: string }>(
      `select rule, known_since, due_latest from duty where case_id = $1 and rule = 'hold-initial-conference'`,
      [caseId],
    )
  ).rows.map(row => [row.rule, londonDay(row.known_since), row.due_latest])

test('it is struck out on the one case and stands on the other as it stood, known since its first recording', async () => {
  const [original] = (await rows(wrong)).slice(-1)
  expect(await duties(wrong)).toEqual([['hold-initial-conference', '2026-03-25', '2026-04-17']])
  const { ids } = await move()
  const [moved] = (await rows(right)).slice(-1)
  const same = ['kind', 'shape', 'happened_from', 'certainty', 'data', 'words', 'sensitivity', 'agency_id', 'occasion']
  for (const column of same) expect([column, moved[column]]).toEqual([column, original[column]])
  expect(moved).toMatchObject({ id: ids[0], act: 'record', moved_from: root, known_since: original.recorded_at })
  expect(londonDay(moved.recorded_at)).toBe('2026-05-01')
  expect((await rows(wrong)).at(-1)).toMatchObject({ id: ids[1], act: 'strike-out', words: { reason: 'By mistake' } })
  expect(await duties(wrong)).toEqual([])
  expect(await duties(right)).toEqual([['hold-initial-conference', '2026-03-25', '2026-04-17']])
})

test('the chain holds and covers since when it is known; derived rows are made again the same', async () => {
  await move()
  expect((await verify(db.owner)).faults).toEqual([])
  const before = (await db.owner.query('select * from duty order by id')).rows
  await db.owner.query('delete from duty')
  await rebuild(ledger, await findCases(ledger))
  expect((await db.owner.query('select * from duty order by id')).rows).toEqual(before)
  await db.owner.query(`update fact set known_since = known_since - interval '1 day' where known_since is not null`)
  expect((await verify(db.owner)).faults).toMatchObject([{ number: 2, why: expect.stringMatching(/altered/) }])
})

test('a corrected fact moves as it stands now, without why it was corrected', async () => {
  const corrected = { act: 'correct', caseId: wrong, root, seen: 2, happened: on('2026-03-24') } as const
  const said = { data: { outcome: 'none' }, narrative: { reasons: 'Marks', correctionReason: 'Typed wrongly' } }
  await record(ledger, command('eastWorker', [{ ...corrected, ...said }]))
  await move({ seen: 3 })
  expect((await rows(right)).at(-1)).toMatchObject({
    happened_from: '2026-03-24',
    data: { outcome: 'none' },
    words: { reasons: 'Marks' },
    known_since: Date.parse('2026-03-25T10:00:00Z'),
  })
})

test('moved a second time it is known since its first recording still', async () => {
  const { ids } = await move()
  const third = await newCase()
  today = '2026-05-04'
  await move({ caseId: right, root: ids[0] as string, toCaseId: third })
  expect(await duties(third)).toEqual([['hold-initial-conference', '2026-03-25', '2026-04-17']])
  expect(await duties(right)).toEqual([])
})

test('the same submission twice, at once or later, moves once and answers the same', async () => {
  const submission = newId()
  const both = await Promise.all([move({}, 'manager', submission), move({}, 'manager', submission)])
  expect(both.map(one => one.again).toSorted()).toEqual([false, true])
  expect(await move({}, 'manager', submission)).toEqual({ ids: both[0]?.ids, again: true })
  await expect(move()).rejects.toThrow(Conflict)
  expect([(await rows(wrong)).length, (await rows(right)).length]).toEqual([3, 2])
})

test('two moves across each other at once wait for one another', async () => {
  const other = (await record(ledger, command('eastWorker', [discussion(right)]))).ids[0] as string
  await Promise.all([move(), move({ caseId: right, root: other, toCaseId: wrong })])
  expect((await verify(db.owner)).faults).toEqual([])
  expect([await duties(wrong), await duties(right)].map(one => one.length)).toEqual([1, 1])
})

test('what was changed meanwhile, or recorded on the right case meanwhile, is a conflict', async () => {
  await expect(move({ seen: 1 })).rejects.toThrow(Conflict)
  await record(ledger, command('eastWorker', [discussion(right)]))
  await expect(move({ toSeen: 1 })).rejects.toThrow(Conflict)
  expect(await rows(wrong)).toHaveLength(2)
})

test('nothing moves by somebody who may not, or to where they may not', async () => {
  await expect(move({}, 'eastWorker')).rejects.toThrow(NotAllowed)
  await expect(move({}, 'police')).rejects.toThrow(NotFound)
  const restricted = await newCase({ restriction: 'restricted', teamId: borough.teams.west, by: operator() })
  await expect(move({ toCaseId: restricted })).rejects.toThrow(NotFound)
  await expect(move({ toCaseId: newId() })).rejects.toThrow(NotFound)
  await expect(move({ toCaseId: wrong })).rejects.toThrow(NotFound)
  await expect(move({ about: root })).rejects.toThrow(NotFound)
  expect([(await rows(wrong)).length, (await rows(right)).length, (await rows(restricted)).length]).toEqual([2, 1, 1])
})

test('a case of another area is not found', async () => {
  const [area, authority] = [newId(), newId()]
  await transaction(db.recorder, async client => {
    const codes = [{ scheme: 'dfe', code: '998', from: '2009-01-01' }] as const
    await addArea(client, { id: area, kind: 'authority', name: 'Elsewhere', codes })
    await addAgency(client, { id: authority, kind: 'local-authority', name: 'Elsewhere Council' }, [area], true)
  })
  const there = await newCase({ areaId: area, by: { postId: null, agencyId: authority } })
  await expect(move({ toCaseId: there })).rejects.toThrow(NotFound)
})

const operator = () => ({ postId: null, agencyId: borough.agencies.authority })
