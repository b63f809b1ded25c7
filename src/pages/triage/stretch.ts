/** A stretch of the front door's queue: open referrals behind a place in it, the soonest due first, and how far each has come. */
import type { PoolClient } from 'pg'
import type { Today } from '../../engine/standing.ts'
import { grouped } from '../../ledger/rows.ts'
import { together } from '../../platform/transaction.ts'
import { decideAgain } from '../../procedures/disagreement.ts'
import { answeringDuties } from '../../procedures/information-request.ts'
import {
  decideAfterSpecialistAssessment,
  decideOnReferral,
  referralDecisionProposed,
  referralReceived,
} from '../../procedures/referral.ts'
import { type After, noDay } from './ask.ts'

/** How far a referral has come. */
type Stage = 'new' | 'waiting' | 'proposed'

/** A referral on which a decision is owed. Days are YYYY-MM-DD, instants ISO texts. */
interface Owed {
  readonly area_id: string
  readonly case_id: string
  /** The duty to decide. */
  readonly id: string
  readonly rule: string
  /** The referral; nothing where it may not be seen. */
  readonly referral: string | null
  /** By which the list is ordered: the day on which the decision is due, or `noDay`. */
  readonly day: string
  readonly from_day: string
  readonly due_earliest: string | null
  readonly due_latest: string | null
  readonly is_overdue: boolean
}

export interface Open extends Owed {
  readonly stage: Stage
  /** The proposal; nothing where there is none. */
  readonly root: string | null
}

/** As its last entry says it. */
interface Proposal {
  readonly case_id: string
  readonly root: string
  readonly act: string
  readonly about: string | null
  /** The number of its first entry. */
  readonly first: number
}

export interface StretchOf {
  readonly areaIds: readonly string[]
  readonly today: Today
  readonly after: After
  /** How many duties are gone through at most. */
  readonly size: number
}

/** Written out, so that the index of what is open is found. */
const deciding = [decideOnReferral, decideAfterSpecialistAssessment, decideAgain].map(({ id }) => `'${id}'`).join(', ')
export const answering = answeringDuties.map(({ id }) => `'${id}'`).join(', ')

interface Walked extends Omit<Owed, 'referral'> {
  readonly trigger_root: string
}

/**
 * Duties to decide from a place on. Where it begins and ends stands in a row of its own: the planner then looks each duty up in what the
 * post is granted and makes no list of all that it is, which is long for a post that sees a whole council.
 */
const walk = (which: string, order: string) => `
  select d.* from unnest($1::uuid[]) a (id)
  cross join unnest(array[$4::date], array[$5::uuid], array[$6::text], array['${noDay}'::date], array['ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid])
    r (day, case_id, id, last_day, last_case)
  cross join lateral (
    select d.area_id, d.case_id, d.id, d.rule, d.trigger_root, d.from_day, d.due_earliest, d.due_latest, coalesce(d.due_latest, '${noDay}') as day,
      coalesce(case when d.due_latest_at is null then d.due_latest < $2::date else d.due_latest_at < $3::timestamptz end, false) as is_overdue
    from duty d
    where d.area_id = a.id and d.rule in (${deciding}) and d.met_by is null and d.not_known_from is null
      and (d.lapsed_on is null or d.lapsed_on > $2::date) and ${which}
    order by ${order} limit $7::int
  ) d order by ${order} limit $7::int`

const dated = {
  name: 'to decide by a day',
  text: walk(
    'd.due_latest between r.day and r.last_day and (d.due_latest, d.case_id, d.id) > (r.day, r.case_id, r.id)',
    'd.due_latest, d.case_id, d.id',
  ),
}
/** With all of the file at which it begins: several of these duties may be one. */
const undated = {
  name: 'to decide without a day',
  text: walk('d.due_latest is null and d.case_id between r.case_id and r.last_case', 'd.case_id, d.id'),
}

async function walkOn(client: PoolClient, { areaIds, today, after, size }: StretchOf): Promise<readonly Walked[]> {
  const go = async (from: After, most: number, statement: typeof dated) => {
    const values = [areaIds, today.day, new Date(today.instant), from.day, from.caseId, from.id, most]
    return (await client.query<Walked>({ ...statement, values })).rows
  }
  if (after.day === noDay) return go(after, size, undated)
  const soonest = await go(after, size, dated)
  return soonest.length === size ? soonest : [...soonest, ...(await go(before(noDay), size - soonest.length, undated))]
}

/** Before all that is due on a day. */
export const before = (day: string): After => ({ day, caseId: '00000000-0000-0000-0000-000000000000', id: '' })

const isAfter = (one: Pick<Walked, 'day' | 'case_id' | 'id'>, { day, caseId, id }: After) =>
  one.day !== day || (one.case_id === caseId ? one.id > id : one.case_id > caseId)

/** How many are due today and not overdue; no more are counted than so many. */
export async function countDueToday(
  client: PoolClient,
  { areaIds, today }: Pick<StretchOf, 'areaIds' | 'today'>,
  most: number,
): Promise<{ readonly number: number; readonly orMore: boolean }> {
  const { day, caseId, id } = before(today.day)
  const { rows } = await client.query<{ number: number }>({
    name: 'to decide today',
    text: `select count(*)::int as number from (${dated.text}) d where d.due_latest = $2::date and not d.is_overdue`,
    values: [areaIds, today.day, new Date(today.instant), day, caseId, id, most + 1],
  })
  const number = rows[0]?.number ?? 0
  return { number: Math.min(number, most), orMore: number > most }
}

/** Referrals are decided on within a day: of children said not to be safe those are looked for who were told of within so many days. */
const lookedBack = 60

/** Of the soonest due those whose referral said, at some time, that the child is not safe; no more than so many. */
export async function readNotSafe(
  client: PoolClient,
  { areaIds, today }: Pick<StretchOf, 'areaIds' | 'today'>,
  most: number,
): Promise<readonly Open[]> {
  const { rows } = await client.query<Walked>({
    name: 'not safe and not decided',
    text: `
      select d.area_id, d.case_id, d.id, d.rule, d.trigger_root, d.from_day, d.due_earliest, d.due_latest, coalesce(d.due_latest, '${noDay}') as day,
        coalesce(case when d.due_latest_at is null then d.due_latest < $2::date else d.due_latest_at < $3::timestamptz end, false) as is_overdue
      from (
        select distinct f.area_id, f.case_id, f.root from fact f
        where f.area_id = any($1::uuid[]) and f.happened_from > $2::date - ${lookedBack}
          and f.kind = '${referralReceived.kind}' and f.data->>'safety' = 'in-danger'
      ) f
      cross join lateral (
        select d.* from duty d where d.area_id = f.area_id and d.case_id = f.case_id and d.trigger_root = f.root
          and d.rule = '${decideOnReferral.id}' and d.met_by is null and d.not_known_from is null
          and (d.lapsed_on is null or d.lapsed_on > $2::date)
      ) d order by d.due_latest, d.case_id, d.id limit $4`,
    values: [areaIds, today.day, new Date(today.instant), most],
  })
  return openOf(client, { areaIds, today }, rows)
}

/** @returns the stretch in its order, and whether the queue may go on behind it */
export async function readStretch(
  client: PoolClient,
  wanted: StretchOf,
): Promise<{ readonly rows: readonly Open[]; readonly isFull: boolean }> {
  const walked = await walkOn(client, wanted)
  const open = await openOf(client, wanted, walked)
  return { rows: open.filter(one => isAfter(one, wanted.after)), isFull: walked.length === wanted.size }
}

/** How far those have come that are owed; one that cannot be told of which referral it is is left out. */
async function openOf(
  client: PoolClient,
  { areaIds, today }: Pick<StretchOf, 'areaIds' | 'today'>,
  walked: readonly Walked[],
): Promise<Open[]> {
  const caseIds = [...new Set(walked.map(row => row.case_id))]
  const [origins, proposals, asked] = await together([
    readOrigins(client, areaIds, walked),
    readProposals(client, areaIds, caseIds),
    readUnanswered(client, areaIds, caseIds, today),
  ])
  return walked.flatMap(({ trigger_root, ...owed }): Open[] => {
    const origin = owed.rule === decideOnReferral.id ? { referral: trigger_root, since: 0 } : origins.get(owed.id)
    if (!origin) return []
    const { referral, since } = origin
    // Of the proposals that stand the latest. One that was decided on is none any more.
    const proposal = proposals
      .get(owed.case_id)
      ?.find(one => one.act !== 'strike-out' && one.first > since && (one.about ?? referral) === referral)
    // For specialists, or for an answer to what was asked since the referral came.
    const waits = owed.rule === decideAfterSpecialistAssessment.id || (asked.get(owed.case_id) ?? '') >= owed.from_day
    const stage = proposal ? 'proposed' : waits ? 'waiting' : 'new'
    return [{ ...owed, referral, root: proposal?.root ?? null, stage }]
  })
}

interface Origin {
  readonly referral: string | null
  /** The number of the entry from which the duty arose: what was proposed before is over. */
  readonly since: number
}

/**
 * From which referral those duties arose that arose from something else, by duty. What specialists found is decided on once, however often
 * they were asked: their duty arose from the decision to ask them, and of several the latest stands. A referral that is open again is that
 * before the answer which opened it.
 */
async function readOrigins(
  client: PoolClient,
  areaIds: readonly string[],
  walked: readonly Walked[],
): Promise<ReadonlyMap<string, Origin>> {
  const those = walked.filter(row => row.rule !== decideOnReferral.id)
  if (those.length === 0) return new Map()
  const { rows } = await client.query<Origin & { id: string }>({
    name: 'origins of what is to decide',
    text: `
      select distinct on (w.case_id, coalesce(t.about, w.root)) w.id, t.about as referral, t.number as since
      from unnest($2::uuid[], $3::text[], $4::uuid[], $5::boolean[]) w (case_id, id, root, is_again)
      cross join lateral (
        select t.number, coalesce(case when not w.is_again then t.about end, (select f.root from fact f where f.area_id = t.area_id
          and f.case_id = w.case_id and f.kind = '${referralReceived.kind}' and f.number < t.number order by f.number desc limit 1)) as about
        from fact t where t.area_id = any($1::uuid[]) and t.id = w.root
      ) t
      order by w.case_id, coalesce(t.about, w.root), t.number desc`,
    values: [
      areaIds,
      those.map(row => row.case_id),
      those.map(row => row.id),
      those.map(row => row.trigger_root),
      those.map(row => row.rule === decideAgain.id),
    ],
  })
  return new Map(rows.map(({ id, ...origin }) => [id, origin]))
}

/** Every proposal on these files, by file, the latest first. What a proposal says is read for those on the page alone. */
async function readProposals(
  client: PoolClient,
  areaIds: readonly string[],
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Proposal[]>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await client.query<Proposal>({
    name: 'decisions proposed',
    text: `
      select p.case_id, p.root, p.act, p.about, p.first from (
        select distinct on (f.case_id, f.root) f.case_id, f.root, f.act, f.about, f.happened_from, f.happened_at,
          min(f.number) over (partition by f.case_id, f.root) as first
        from unnest($2::uuid[]) c (id) join fact f on f.case_id = c.id
        where f.area_id = any($1::uuid[])
          and f.kind = '${referralDecisionProposed.kind}' and f.act in ('record', 'correct', 'strike-out')
        order by f.case_id, f.root, f.number desc
      ) p order by p.happened_from desc, p.happened_at desc nulls last, p.first desc`,
    values: [areaIds, caseIds],
  })
  return grouped(rows, row => row.case_id)
}

/** The last day on which an agency was asked that has not answered, by file. */
async function readUnanswered(
  client: PoolClient,
  areaIds: readonly string[],
  caseIds: readonly string[],
  today: Today,
): Promise<ReadonlyMap<string, string | null>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await client.query<{ case_id: string; latest: string | null }>({
    name: 'not answered',
    text: `
      select c.id as case_id, (
        select max(d.from_day) from duty d
        where d.area_id = any($1::uuid[]) and d.case_id = c.id and d.rule in (${answering}) and d.met_by is null
          and d.not_known_from is null and (d.lapsed_on is null or d.lapsed_on > $3::date)) as latest
      from unnest($2::uuid[]) c (id)`,
    values: [areaIds, caseIds, today.day],
  })
  return new Map(rows.map(row => [row.case_id, row.latest]))
}
