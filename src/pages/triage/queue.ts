/**
 * The front door's queue: referrals on which a decision is owed, how far each has come, and how many there are of each. Its statements see
 * what row security shows and decide nothing of their own: what may not be seen is neither listed nor counted. They go through the queue in
 * stretches, the soonest due first, and through a few of them at once, so that a page costs the same however many referrals wait and however
 * few of them are shown.
 */
import type { PoolClient } from 'pg'
import type { Today } from '../../engine/standing.ts'
import { referralDecisionLookedAt, referralDecisionProposed } from '../../procedures/referral.ts'
import type { Counted } from '../kit/duty-list.tsx'
import type { Restriction } from '../kit/restriction.tsx'
import type { After, Show } from './ask.ts'
import { safetyOf } from './said.ts'
import { answering, before, countDueToday, type Open, readNotSafe, readStretch } from './stretch.ts'

export interface Wanted {
  readonly areaIds: readonly string[]
  readonly today: Today
  readonly show: Show
  readonly after: After | undefined
  readonly limit: number
}

export type Counts = Readonly<Record<Show, Counted>>

interface Said {
  readonly shape: number
  readonly data: Readonly<Record<string, unknown>>
  /** Who recorded it first; nobody where a file brought it. */
  readonly by: string | null
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

/** So many of the soonest due are counted; where there are more, it is so many or more. */
const mostCounted = 500

/** So many stretches are gone through for one page. Where they fill none, the page says so and leads on from there. */
const stretchesAtOnce = 2

/** What makes a referral one of those shown. */
const isShown: Readonly<Record<Show, (one: Open, today: Today) => boolean>> = {
  all: () => true,
  new: one => one.stage === 'new',
  waiting: one => one.stage === 'waiting',
  proposed: one => one.stage === 'proposed',
  overdue: one => one.is_overdue,
  today: (one, { day }) => one.due_latest === day && !one.is_overdue,
}

/** In the order of the queue nothing that is shown stands behind a referral that is due later than this day. */
const until = (show: Show, { day }: Today) => (show === 'overdue' || show === 'today' ? day : undefined)

/** Where looking ended before the page was full, and how many referrals were looked at for it. */
export interface Looked {
  readonly until: After
  readonly number: number
}

export interface Queue {
  readonly counts: Counts
  /** Those of children who are said not to be safe now: they stand on top. */
  readonly notSafe: readonly QueueRow[]
  readonly rows: readonly QueueRow[]
  readonly looked: Looked | undefined
}

/** So many of those whose children are said not to be safe stand on top; the others where they are in the list. */
const mostNotSafe = 20

/**
 * One page of the queue with what it counts. `looked`: the page is not full, and there may be more behind that place.
 * @param most so many of the soonest due are gone through at once; another number in tests
 */
export async function readQueue(client: PoolClient, wanted: Wanted, most = mostCounted): Promise<Queue> {
  const { areaIds, today } = wanted
  const soonest = await readStretch(client, { areaIds, today, after: before('-infinity'), size: most + 1 })
  const counts = await count(client, wanted, soonest, most)
  const { page, looked } = await readPage(client, wanted, soonest, most + 1)
  const rows = await readRows(client, page, today)
  const unsafe = wanted.show === 'all' ? await readNotSafe(client, wanted, mostNotSafe) : []
  // As the referral says it by now: it may have been corrected.
  const notSafe = (await readRows(client, unsafe, today)).filter(row => safetyOf(row) === 'unsafe')
  return { counts, looked, notSafe, rows }
}

async function readRows(client: PoolClient, page: readonly Open[], today: Today): Promise<QueueRow[]> {
  if (page.length === 0) return []
  const shown = await readShown(client, page, today)
  return page.flatMap((row, at) => {
    const more = shown.get(at + 1)
    return more ? { ...row, ...more } : []
  })
}

type Stretch = Awaited<ReturnType<typeof readStretch>>

/** Everything that the page counts, among the soonest due. What is due today may stand behind them: it is counted for itself. */
async function count(client: PoolClient, wanted: Wanted, { rows, isFull }: Stretch, most: number): Promise<Counts> {
  const { today } = wanted
  const counted = (show: Show): Counted => {
    const ends = until(show, today)
    const number = rows.filter(one => isShown[show](one, today)).length
    return { number: Math.min(number, most), orMore: isFull && !(ends && rows.some(({ day }) => day > ends)) }
  }
  const dueToday = counted('today')
  return {
    all: counted('all'),
    new: counted('new'),
    waiting: counted('waiting'),
    proposed: counted('proposed'),
    overdue: counted('overdue'),
    today: dueToday.orMore ? await countDueToday(client, wanted, most) : dueToday,
  }
}

/** The referrals of one page: stretch after stretch until the page is full, or a few were gone through. */
async function readPage(
  client: PoolClient,
  { areaIds, today, show, after, limit }: Wanted,
  soonest: Stretch,
  size: number,
): Promise<{ readonly page: readonly Open[]; readonly looked: Looked | undefined }> {
  const page: Open[] = []
  const ends = until(show, today)
  let next = after ?? (show === 'today' ? before(today.day) : undefined)
  let number = 0
  for (let stretches = 1; ; stretches++) {
    const stretch = next ? await readStretch(client, { areaIds, today, after: next, size }) : soonest
    page.push(...stretch.rows.filter(one => isShown[show](one, today)).slice(0, limit - page.length))
    const last = stretch.rows.at(-1)
    number += stretch.rows.length
    if (page.length === limit || !stretch.isFull || !last || (ends && last.day > ends))
      return { page, looked: undefined }
    next = { day: last.day, caseId: last.case_id, id: last.id }
    if (stretches === stretchesAtOnce) return { page, looked: { until: next, number } }
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
