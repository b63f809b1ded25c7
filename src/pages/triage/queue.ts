/**
 * The front door's queue: referrals on which a decision is owed, how far each has come, and how many there are of each. Its two statements
 * see what row security shows and decide nothing of their own: what may not be seen is neither listed nor counted. The first goes through
 * all that is open, the second reads what one page shows; each has a name, so that a connection plans it once.
 */
import type { PoolClient } from 'pg'
import type { Today } from '../../engine/standing.ts'
import { decideAgain } from '../../procedures/disagreement.ts'
import { answeringDuties } from '../../procedures/information-request.ts'
import {
  decideAfterSpecialistAssessment,
  decideOnReferral,
  referralDecisionLookedAt,
  referralDecisionProposed,
  referralReceived,
} from '../../procedures/referral.ts'
import type { Restriction } from '../kit/restriction.tsx'
import { type After, noDay, type Show } from './ask.ts'

export interface Wanted {
  readonly areaIds: readonly string[]
  readonly today: Today
  readonly show: Show
  readonly after: After | undefined
  readonly limit: number
}

export type Counts = Readonly<Record<Show, number>>

/** How far a referral has come. */
export type Stage = 'new' | 'waiting' | 'proposed'

interface Said {
  readonly shape: number
  readonly data: Readonly<Record<string, unknown>>
  /** Who recorded it first; nobody where a file brought it. */
  readonly by: string | null
}

/** A referral on which a decision is owed. Days are YYYY-MM-DD, instants ISO texts. */
interface Open {
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
  readonly stage: Stage
  /** The proposal; nothing where there is none. */
  readonly root: string | null
}

interface Shown {
  readonly reference: string
  readonly restriction: Restriction
  readonly name: string | null
  readonly birth_day: string | null
  readonly received:
    | (Omit<Said, 'by'> & { readonly from: string; readonly to: string; readonly at: string | null })
    | null
  /** The proposal, with its shape, its data and who recorded it first; nothing where there is none. */
  readonly shape: number | null
  readonly data: Said['data'] | null
  readonly by: string | null
  /** Second looks at the proposal, the earliest first. */
  readonly looks: readonly Said[]
  /** Of the agencies that were asked since the referral came: how many there are, how many answered, and how many are late with it. */
  readonly asked: number
  readonly answered: number
  readonly late: number
  /** The reference of the likeliest other file that may be of the same child. */
  readonly twin: string | null
}

export type QueueRow = Open & Shown

/** Written out, so that the index of what is open is found. */
const deciding = [decideOnReferral, decideAfterSpecialistAssessment, decideAgain].map(({ id }) => `'${id}'`).join(', ')
const answering = answeringDuties.map(({ id }) => `'${id}'`).join(', ')

/** Waits for specialists, or for an answer to what was asked since the referral came. */
const waits = `(o.rule = '${decideAfterSpecialistAssessment.id}' or coalesce(u.latest >= o.from_day, false))`

/** What makes a referral one of those shown. */
const showing: Readonly<Record<Show, string>> = {
  all: 'true',
  new: `s.stage = 'new'`,
  waiting: `s.stage = 'waiting'`,
  proposed: `s.stage = 'proposed'`,
  overdue: 's.is_overdue',
  today: 's.due_latest = $2::date and not s.is_overdue',
}

const queueOf = (show: Show) => `
  with open_duty as materialized (
    select d.area_id, d.case_id, d.id, d.rule, d.trigger_root, d.from_day, d.due_earliest, d.due_latest, d.due_latest_at from duty d
    where d.area_id = any($1::uuid[]) and d.rule in (${deciding}, ${answering}) and d.met_by is null and d.not_known_from is null
      and (d.lapsed_on is null or d.lapsed_on > $2::date)
  ),
  owed as materialized (
    select d.area_id, d.case_id, d.id, d.rule, d.from_day, d.due_earliest, d.due_latest, coalesce(d.due_latest, '${noDay}') as day,
      coalesce(case when d.due_latest_at is null then d.due_latest < $2::date else d.due_latest_at < $3::timestamptz end, false) as is_overdue,
      d.trigger_root as referral, 0 as since
    from open_duty d where d.rule = '${decideOnReferral.id}'
    union all
    -- What specialists found is decided on once, however often they were asked. Their duty arose from the decision to ask them. A referral
    -- that is open again is that before the answer which opened it.
    select * from (
      select distinct on (d.case_id, coalesce(t.about, d.trigger_root)) d.area_id, d.case_id, d.id, d.rule, d.from_day, d.due_earliest,
        d.due_latest, coalesce(d.due_latest, '${noDay}') as day, false as is_overdue, t.about as referral, t.number as since
      from open_duty d join lateral (
        select t.number, coalesce(case when d.rule <> '${decideAgain.id}' then t.about end, (select f.root from fact f where f.area_id = d.area_id and f.case_id = d.case_id
          and f.kind = '${referralReceived.kind}' and f.number < t.number order by f.number desc limit 1)) as about
        from fact t where t.area_id = d.area_id and t.id = d.trigger_root
      ) t on true
      where d.rule in ('${decideAfterSpecialistAssessment.id}', '${decideAgain.id}') order by d.case_id, coalesce(t.about, d.trigger_root), t.number desc
    ) once
  ),
  -- Every proposal on these files, as its last entry says it. The files are named in a list, so that they are looked up in one scan. What
  -- a proposal says is read for those on the page alone.
  steps as materialized (
    select distinct on (f.case_id, f.root) f.case_id, f.root, f.act, f.about, f.happened_from, f.happened_at,
      min(f.number) over (partition by f.case_id, f.root) as first
    from fact f
    where f.area_id = any($1::uuid[]) and f.case_id = any(array(select o.case_id from owed o))
      and f.kind = '${referralDecisionProposed.kind}' and f.act in ('record', 'correct', 'strike-out')
    order by f.case_id, f.root, f.number desc
  ),
  -- Of the proposals that stand the latest. One that was decided on is none any more.
  proposals as materialized (
    select distinct on (o.case_id, o.id) o.case_id, o.id, p.root
    from owed o join steps p on p.case_id = o.case_id
    where p.act <> 'strike-out' and p.first > o.since and coalesce(p.about, o.referral) is not distinct from o.referral
    order by o.case_id, o.id, p.happened_from desc, p.happened_at desc nulls last, p.first desc
  ),
  unanswered as materialized (
    select d.case_id, max(d.from_day) as latest from open_duty d where d.rule in (${answering}) group by d.case_id
  ),
  -- How far each has come, once for all that asks for it.
  staged as materialized (
    select o.*, p.root, case when p.root is not null then 'proposed' when ${waits} then 'waiting' else 'new' end as stage
    from owed o left join proposals p on p.case_id = o.case_id and p.id = o.id left join unanswered u on u.case_id = o.case_id
  ),
  page as (
    select s.* from staged s where ${showing[show]} and ($5::date is null or (s.day, s.case_id, s.id) > ($5::date, $6::uuid, $7::text))
    order by s.day, s.case_id, s.id limit $4::int
  ),
  counted as (
    select ${Object.entries(showing)
      .map(([name, which]) => `count(*) filter (where ${which})::int as "${name}"`)
      .join(', ')} from staged s
  )
  select (select to_jsonb(c) from counted c) as counts,
    (select coalesce(jsonb_agg(to_jsonb(s) order by s.day, s.case_id, s.id), '[]') from page s) as rows`

/** Each kind of page has a statement of its own: what one of them need not ask the others do not wait for. */
const queues = Object.fromEntries((Object.keys(showing) as Show[]).map(show => [show, queueOf(show)])) as Readonly<
  Record<Show, string>
>

/** One page of the queue with what it counts. */
export async function readQueue(
  client: PoolClient,
  { areaIds, today, show, after, limit }: Wanted,
): Promise<{ readonly counts: Counts; readonly rows: readonly QueueRow[] }> {
  const { rows } = await client.query<{ counts: Counts; rows: Open[] }>({
    name: `referrals to decide: ${show}`,
    text: queues[show],
    values: [
      areaIds,
      today.day,
      new Date(today.instant),
      limit,
      after?.day ?? null,
      after?.caseId ?? null,
      after?.id ?? null,
    ],
  })
  const [read] = rows
  if (!read) throw new Error('A statement of one row gave none.')
  const shown = await readShown(client, read.rows, today)
  return {
    counts: read.counts,
    rows: read.rows.flatMap((row, at) => {
      const more = shown.get(at + 1)
      return more ? { ...row, ...more } : []
    }),
  }
}

/** What a page shows of each of its referrals besides, by its place on the page. */
async function readShown(client: PoolClient, page: readonly Open[], today: Today): Promise<ReadonlyMap<number, Shown>> {
  const { rows } = await client.query<Shown & { place: number }>({
    name: 'referrals of a page',
    text: `
      select s.place::int, c.reference, c.restriction, n.name, n.birth_day, r.received, p.shape, p.data, p.by, l.looks, a.asked, a.answered, a.late, m.twin
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[], $5::uuid[])
        with ordinality s (area_id, case_id, referral, from_day, proposal, place)
      join case_file c on c.area_id = s.area_id and c.id = s.case_id
      left join lateral (
        select btrim(n.forenames || ' ' || n.surname) as name, n.birth_day from search_person n
        where n.area_id = s.area_id and n.case_id = s.case_id and n.role = 'child' order by n.id desc limit 1
      ) n on true
      left join lateral (
        select jsonb_build_object('shape', f.shape, 'data', f.data, 'from', f.happened_from, 'to', f.happened_to, 'at', f.happened_at) as received
        from fact f where f.area_id = s.area_id and f.case_id = s.case_id and f.root = s.referral and f.act in ('record', 'correct')
        order by f.number desc limit 1
      ) r on true
      left join lateral (
        select f.shape, f.data, first_value(f.recorded_by) over (order by f.number) as by from fact f
        where f.area_id = s.area_id and f.case_id = s.case_id and f.kind = '${referralDecisionProposed.kind}' and f.root = s.proposal
          and f.act in ('record', 'correct') order by f.number desc limit 1
      ) p on true
      left join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('shape', k.shape, 'data', k.data, 'by', k.by) order by k.first), '[]') as looks
        from (
          select distinct on (f.root) f.act, f.about, f.shape, f.data, min(f.number) over (partition by f.root) as first,
            first_value(f.recorded_by) over (partition by f.root order by f.number) as by
          from fact f where f.area_id = s.area_id and f.case_id = s.case_id and f.kind = '${referralDecisionLookedAt.kind}'
            and f.act in ('record', 'correct', 'strike-out') and s.proposal is not null
          order by f.root, f.number desc
        ) k where k.act <> 'strike-out' and coalesce(k.about, s.proposal) = s.proposal
      ) l on true
      left join lateral (
        select count(*)::int as asked, count(d.met_by)::int as answered,
          (count(*) filter (where d.met_by is null and d.due_latest < $6::date))::int as late from duty d
        where d.area_id = s.area_id and d.case_id = s.case_id and d.rule in (${answering}) and d.from_day >= s.from_day
          and d.not_known_from is null and (d.met_by is not null or d.lapsed_on is null or d.lapsed_on > $6::date)
      ) a on true
      left join lateral (
        select o.reference as twin from possible_match m
        join case_file o on o.area_id = m.area_id and o.id = case when m.case_id = s.case_id then m.other_case_id else m.case_id end
        where m.area_id = s.area_id and (m.case_id = s.case_id or m.other_case_id = s.case_id) order by m.score desc, o.reference limit 1
      ) m on true`,
    values: [
      page.map(row => row.area_id),
      page.map(row => row.case_id),
      page.map(row => row.referral),
      page.map(row => row.from_day),
      page.map(row => row.root),
      today.day,
    ],
  })
  return new Map(rows.map(({ place, ...row }) => [place, row]))
}
