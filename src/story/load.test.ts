import { beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { schemaOf } from '../engine/schema.ts'
import { standing } from '../engine/standing.ts'
import { londonDay } from '../guidance/london.ts'
import { disclose } from '../ledger/disclose.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { compareSome } from '../ledger/possible-matches.ts'
import { findCases, rebuild } from '../ledger/rebuild.ts'
import { verify } from '../ledger/verify.ts'
import { isNhsNumber } from '../people/identifiers.ts'
import { newId } from '../platform/identifier.ts'
import { guidance } from '../procedures/index.ts'
import { areas } from './cast.ts'
import { loadStory } from './load.ts'

const instant = Date.parse('2026-04-15T11:00:00Z')
const today = { day: londonDay(instant), instant }
let db: FreshDatabase
let ledger: Ledger

beforeAll(async () => {
  db = await freshDatabase()
  ledger = { recorder: db.recorder, guidance, carries: new Map(), now: () => instant, dayOf: londonDay }
  await loadStory(db, ledger)
})

const here = areas.harrowmere.id

async function count(statement: string, values: readonly unknown[] = []): Promise<number> {
  const { rows } = await db.owner.query<{ count: string }>(`select count(*) as count ${statement}`, [...values])
  return Number(rows[0]?.count)
}

test('at least sixty children, facts of at least six agencies, some 3,000 facts; a neighbour with three cases, the Panel with three', async () => {
  expect(await count(`from case_file where kind = 'child' and area_id = $1`, [here])).toBeGreaterThanOrEqual(71)
  expect(await count('from case_file where area_id = $1', [areas.eastholt.id])).toBe(3)
  expect(await count('from case_file where area_id = $1', [areas.england.id])).toBe(3)
  expect(
    await count('from (select distinct agency_id from fact where area_id = $1) as a', [here]),
  ).toBeGreaterThanOrEqual(10)
  const facts = await count('from fact')
  expect(facts).toBeGreaterThanOrEqual(2800)
  expect(facts).toBeLessThanOrEqual(3600)
})

test('each list has something in it', async () => {
  const { rows } = await db.owner.query('select * from duty where area_id = $1', [here])
  const standings = rows.map(row => ({
    row,
    is: standing(
      {
        met: row.met_by && { late: row.late },
        lapsed: row.lapsed_on && { on: row.lapsed_on },
        notKnownFrom: row.not_known_from,
        due: {
          earliest: row.due_earliest,
          latest: row.due_latest,
          ...(row.due_latest_at === null
            ? {}
            : { earliestInstant: row.due_earliest_at, latestInstant: row.due_latest_at }),
        },
      },
      today,
    ),
  }))
  const having = (is: string, also: (row: Record<string, string>) => boolean = () => true) =>
    standings.filter(one => one.is === is && also(one.row)).length
  expect(having('overdue')).toBeGreaterThan(5)
  expect(having('due', row => row['due_latest'] === today.day)).toBeGreaterThan(1)
  expect(
    having(
      'due',
      row => row['due_latest'] !== undefined && row['due_latest'] > today.day && row['due_latest'] <= '2026-04-19',
    ),
  ).toBeGreaterThan(2)
  expect(having('met-late', row => (row['met_from'] ?? '') >= '2026-04-01')).toBeGreaterThan(1)
  expect(having('ageing')).toBeGreaterThan(5)
  expect(having('lapsed')).toBeGreaterThan(5)
  expect(having('met')).toBeGreaterThan(having('met-late') * 3)
})

test('restricted, shielded, corrected, struck out and contested; approximate and late; plans ended on every ground', async () => {
  for (const restriction of ['restricted', 'shielded'])
    expect(await count('from case_file where restriction = $1', [restriction])).toBeGreaterThan(0)
  for (const act of ['correct', 'strike-out', 'disagree'])
    expect(await count('from fact where act = $1', [act])).toBeGreaterThan(0)
  expect(await count(`from fact where certainty = 'about'`)).toBeGreaterThan(0)
  expect(
    await count(`from fact where recorded_at > happened_to + 20 and kind in ('child-seen', 'person-connected')`),
  ).toBeGreaterThan(1)
  expect(
    await count(
      `from (select occasion from fact where occasion is not null group by 1 having count(distinct case_id) > 1) o`,
    ),
  ).toBeGreaterThan(5)
  expect(await count(`from (select distinct data->>'ground' from fact where kind = 'plan-ended') g`)).toBe(5)
  for (const kind of [
    'child-died',
    'child-moved-in',
    'birth-expected',
    'disagreement-raised',
    'child-in-need-plan-reviewed',
  ])
    expect(await count('from fact where kind = $1', [kind])).toBeGreaterThan(0)
})

test('every answer to a request for information answers the one to its agency; one agency has not answered', async () => {
  const ofRequests = `from duty where area_id = $1 and rule = 'answer-information-request'`
  const answers = await count(`from fact where area_id = $1 and kind = 'information-request-answered'`, [here])
  expect(answers).toBeGreaterThan(0)
  expect(await count(`${ofRequests} and met_by is not null`, [here])).toBe(answers)
  expect(await count(`${ofRequests} and met_by is null and due_latest < $2`, [here, today.day])).toBe(1)
})

test('disagreements on three stages: one settled between managers with the referral decided again, one unanswered and late', async () => {
  const { rows } = await db.owner.query<{ rule: string; is: string; cases: number }>(
    `select rule, case when met_by is not null then 'met' when lapsed_on <= $2 then 'lapsed' when due_latest < $2 then 'overdue'
       else 'open' end as is, count(distinct case_id)::int as cases from duty
     where area_id = $1 and (rule like '%disagreement%' or rule = 'decide-again-on-referral') group by 1, 2 order by 1, 2`,
    [here, today.day],
  )
  expect(rows.map(({ rule, is, cases }) => `${rule} ${is} ${cases}`)).toEqual([
    'answer-disagreement met 2',
    'answer-disagreement overdue 1',
    'answer-disagreement-of-managers met 2',
    'answer-disagreement-of-seniors open 1',
    'decide-again-on-referral met 1',
    'settle-disagreement met 1',
    'settle-disagreement open 2',
  ])
})

test('every kind of case is there, with something done late, corrected and contested, and something still owed on each', async () => {
  const { rows } = await db.owner.query<{ kind: string; cases: string; late: string; open: string }>(
    `select c.kind, count(distinct c.id) as cases, count(*) filter (where d.late = 'yes') as late,
       count(*) filter (where d.met_by is null and d.lapsed_on is null) as open
     from case_file c join duty d on d.case_id = c.id where c.kind <> 'child' group by 1 order by 1`,
  )
  expect(rows.map(({ kind, cases }) => [kind, Number(cases)])).toEqual([
    ['allegation', 2],
    ['arrangements', 1],
    ['assurance', 3],
    ['child-death', 2],
    ['context', 1],
    ['incident', 2],
    ['national-review', 2],
  ])
  for (const { kind, open } of rows) expect([kind, Number(open) > 0]).toEqual([kind, true])
  expect(rows.filter(one => Number(one.late) > 0).map(one => one.kind)).toEqual([
    'allegation',
    'arrangements',
    'child-death',
    'incident',
  ])
  for (const act of ['correct', 'disagree'])
    expect(
      await count(`from fact f join case_file c on c.id = f.case_id where c.kind <> 'child' and f.act = $1`, [act]),
    ).toBeGreaterThan(1)
})

test('a death stands on the child’s own file and on its review in one occasion; a place and a child’s file name each other', async () => {
  expect(
    await count(
      `from fact a join fact b on b.occasion = a.occasion and b.kind = a.kind and b.case_id <> a.case_id
       join case_file c on c.id = a.case_id where a.kind = 'child-died' and c.kind = 'child-death'`,
    ),
  ).toBe(1)
  expect(
    await count(
      `from narrative n join case_file here on here.id = n.case_id join case_file there on there.reference = n.text
       where n.field = 'file' and here.kind in ('child', 'context') and here.kind <> there.kind`,
    ),
  ).toBe(2)
})

test('what is told of an earlier day starts the clocks of all who work on it from that day', async () => {
  const { rows } = await db.owner.query<{ late: string; soon: boolean }>(
    `select d.late, f.happened_from + 21 >= d.due_latest as soon from duty d join fact f on f.id = d.trigger_root
     where d.rule = 'send-rapid-review-in-fifteen-working-days' and d.met_by is not null`,
  )
  expect(rows).toEqual([{ late: 'yes', soon: true }])
})

test('a restricted file was opened in two nights: one is reviewed, one waits, and nobody is let in any more', async () => {
  const { rows } = await db.owner.query(
    `select d.met_by is not null as reviewed, b.seen_at is not null as seen, (b.ends_at - b.starts_at)::text as length,
       (select count(*) from compartment_grant g where g.break_glass_id = b.id and g.ends_at <= now()) as ended,
       (select count(*) from reading_log l where l.case_id = b.case_id and l.post_id = b.post_id and l.at between b.starts_at and b.ends_at) as pages
     from break_glass b join duty d on d.trigger_root = b.fact_root order by b.starts_at`,
  )
  expect(rows).toEqual([
    { reviewed: true, seen: true, length: '00:30:00', ended: 1, pages: 3 },
    { reviewed: false, seen: false, length: '00:15:00', ended: 1, pages: 3 },
  ])
})

test('somebody asked for their record; words wait to be removed, and were; records wait to be disposed of, are held, and one was', async () => {
  const open = `from fact f where f.kind = $1 and not exists (select from fact a where a.case_id = f.case_id and a.about = f.root and a.kind = any($2))`
  expect(await count(open, ['subject-access-requested', ['subject-access-released']])).toBe(1)
  expect(await count(open, ['redaction-asked', ['redaction-approved', 'redaction-refused']])).toBe(1)
  expect(await count(`from fact where act = 'redact'`)).toBe(1)
  const { rows } = await db.owner.query(
    `select held, proposed is not null as proposed from retention where category = 'contact' and counts_from < $1 order by held, proposed`,
    [today.day.replace('2026', '2020')],
  )
  expect(rows).toEqual([
    { held: '', proposed: false },
    { held: '', proposed: true },
    { held: 'hold', proposed: false },
  ])
  expect(await count(`from case_file where disposed_at is not null`)).toBe(1)
  expect((await verify(db.owner)).waiting).toBe(2)
})

test('nothing of a file that few may see is shared with the whole authority', async () => {
  expect(
    await count(
      `from disclosed_fact d join case_file c on c.id = d.case_id join area_agency a on a.agency_id = d.agency_id and a.is_authority
       where c.restriction <> 'none'`,
    ),
  ).toBe(0)
})

test('every fact fits its kind, in data and in words', async () => {
  const { rows } = await db.owner.query<{ kind: string; data: object; words: Record<string, string> | null }>(
    `select f.kind, f.data, (select json_object_agg(n.field, n.text) from narrative n where n.fact_id = f.id) as words
     from fact f where f.act in ('record', 'correct')`,
  )
  const wrong = rows.flatMap(({ kind, data, words }) => {
    const { correctionReason: _, ...said } = words ?? {}
    const definition = guidance.kinds.get(kind)
    // What two people did says more than a form could.
    if (definition?.byAct) return []
    const read = definition && schemaOf(definition).safeParse({ ...data, ...said })
    return read?.success ? [] : [`${kind}: ${read?.error.issues[0]?.message ?? 'no such kind'}`]
  })
  expect(wrong).toEqual([])
})

test('every NHS number is one that is never issued and has its check digit; every telephone and postcode is invented', async () => {
  const { rows } = await db.owner.query<{ text: string }>(
    `select n.text from narrative n join fact f on f.id = n.fact_id where f.kind = 'child-identified' and f.data->>'scheme' = 'nhs-number'`,
  )
  expect(rows.length).toBeGreaterThan(60)
  for (const { text } of rows) expect([text.startsWith('999'), isNhsNumber(text)]).toEqual([true, true])
  expect(await count(`from agency where telephone not like '01632 960%'`)).toBe(0)
  expect(await count(`from narrative where field = 'postcode' and text not like 'ZZ99 %'`)).toBe(0)
})

test('nothing was recorded after now or before it happened, and in the order of the numbers', async () => {
  expect(await count('from fact where recorded_at > $1', [new Date(instant)])).toBe(0)
  expect(await count(`from fact where (recorded_at at time zone 'Europe/London')::date < happened_from`)).toBe(0)
  expect(
    await count(
      'from fact a join fact b on a.case_id = b.case_id and b.number = a.number + 1 where b.recorded_at < a.recorded_at',
    ),
  ).toBe(0)
})

test('the chains hold, and a rebuild finds every duty and all who were told of as they were', async () => {
  const { faults } = await verify(db.owner)
  expect(faults).toEqual([])
  const duties = async () => (await db.owner.query('select id, fingerprint from duty order by id')).rows
  const told = async () =>
    (await db.owner.query('select * from search_told natural join search_told_key order by agency_id, root, key')).rows
  const before = [await duties(), await told()]
  expect(before[1]?.length).toBeGreaterThan(0)
  await rebuild(ledger, await findCases(ledger))
  expect([await duties(), await told()]).toEqual(before)
})

test('what is shared in the process that loaded the story reaches the other agency', async () => {
  const { rows } = await db.owner.query<{
    case_id: string
    area_id: string
    agency_id: string
    roots: string[]
    to: string
  }>(
    `select case_id, area_id, agency_id, array_agg(root) as roots, (select id from agency where kind = 'housing' limit 1) as to
     from fact where kind in ('child-named', 'child-born') and act = 'record' group by 1, 2, 3 having count(*) = 2 limit 1`,
  )
  const [one] = rows
  if (!one) throw new Error('The story names no child.')
  const [id] = await disclose(ledger, {
    areaId: one.area_id,
    caseId: one.case_id,
    submissionId: newId(),
    by: { postId: null, agencyId: one.agency_id },
    toAgencyIds: [one.to],
    roots: one.roots,
    basis: 'ca1989-s47',
    necessity: 'test',
    familyTold: 'yes',
  })
  expect(await count('from disclosed_fact where disclosure_id = $1', [id])).toBe(2)
})

test('loading it again adds nothing, and a load that was cut short goes on', async () => {
  const before = [await count('from fact'), await count('from disclosure'), await count('from post')]
  await loadStory(db, ledger)
  expect([await count('from fact'), await count('from disclosure'), await count('from post')]).toEqual(before)

  const half = await freshDatabase()
  const failing: Ledger = { ...ledger, recorder: half.recorder }
  let batches = 0
  const breaking = { ...failing, dayOf: (at: number) => (batches++ > 900 ? fail() : londonDay(at)) }
  await expect(loadStory(half, breaking)).rejects.toThrow('cut short')
  await loadStory(half, failing)
  const { rows } = await half.owner.query<{ count: string }>('select count(*) as count from fact')
  expect(Number(rows[0]?.count)).toBe(before[0])
})

function fail(): never {
  throw new Error('cut short')
}

test('one pair of files may be of one child, and nobody has said so yet', async () => {
  while (
    (
      await compareSome(
        db.recorder,
        5,
        () => instant,
        () => false,
      )
    ).isMore
  );
  const { rows } = await db.owner.query(
    `select min(p.forenames) as one, max(p.forenames) as other from possible_match m
     join search_person p on p.area_id = m.area_id and p.case_id in (m.case_id, m.other_case_id) and p.role = 'child'
     where m.area_id = $1 group by m.case_id, m.other_case_id`,
    [here],
  )
  expect(rows).toContainEqual({ one: 'Mohamed', other: 'Mohammed' })
})

test('the frame is filled for at least four children, of whom one was assessed again and one is not born yet', async () => {
  const { rows } = await db.owner.query<{ assessments: number; dimensions: number; unborn: boolean }>(
    `select count(distinct f.about)::int as assessments, count(distinct f.data ->> 'dimension')::int as dimensions,
       bool_or(f.data ->> 'dimension' = 'before-birth') as unborn
     from fact f where f.area_id = $1 and f.kind = 'assessment-finding-written' group by f.case_id`,
    [here],
  )
  expect(rows.filter(({ dimensions }) => dimensions >= 2).length).toBeGreaterThanOrEqual(4)
  expect(rows.filter(({ assessments }) => assessments === 2)).toHaveLength(1)
  expect(rows.some(({ unborn }) => unborn)).toBe(true)
})
