/** Closed cases by the retention schedule, as the visitor sees them: under row security, each list from an index of its own. */
import type { PoolClient } from 'pg'
import type { Day } from '../../guidance/days.ts'
import { type LocalLimits, limitsOn } from '../../guidance/limits.ts'
import {
  type CountsFrom,
  isRetentionCategory,
  keptUntil,
  monthsKept,
  type RetentionCategory,
  retentionCategories,
} from '../../guidance/retention.ts'
import { readArea } from '../../ledger/lock.ts'
import type { Held } from '../../procedures/retention.ts'

export interface Kept {
  readonly areaId: string
  readonly caseId: string
  readonly reference: string
  /** Of the child; empty where it may not be seen. */
  readonly name: string
  readonly category: RetentionCategory
  readonly months: number
  /** Whether the area set that length. */
  readonly isSet: boolean
  readonly counts: CountsFrom
  readonly countsFrom: Day
  readonly closedOn: Day
  /** The first day on which the schedule keeps it no longer. */
  readonly until: Day
  readonly held: readonly Held[]
  /** The proposal that waits for a second person. */
  readonly proposal: { readonly post: string; readonly by: string; readonly on: Day } | null
}

/** At most so many of a list are shown: the longest due first. */
export const most = 200

interface Row {
  readonly caseId: string
  readonly reference: string
  readonly name: string | null
  readonly category: string
  readonly counts: CountsFrom
  readonly countsFrom: Day
  readonly closedOn: Day
  readonly held: string
  readonly proposedPost: string | null
  readonly proposedBy: string | null
  readonly proposedOn: Day | null
}

const columns = `r.case_id as "caseId", c.reference, r.category, r.counts, r.counts_from as "countsFrom", r.closed_on as "closedOn", r.held,
  (select trim(s.forenames || ' ' || s.surname) from search_person s
   where s.area_id = r.area_id and s.case_id = r.case_id and s.role = 'child' order by s.id limit 1) as name,
  p.recorded_by as "proposedPost", w.name as "proposedBy", p.happened_from as "proposedOn"`
// Only what the visitor's own agency closed is its to dispose of.
const joins = `join case_file c on c.area_id = r.area_id and c.id = r.case_id
  join compartment m on m.area_id = r.area_id and m.id = r.compartment_id and m.agency_id = (select context_agency())
  left join fact p on p.area_id = r.area_id and p.id = r.proposed
  left join post o on o.id = p.recorded_by left join practitioner w on w.id = o.practitioner_id`

/** The area's own lengths, as they are today. */
export async function lengthsOf(client: PoolClient, areaId: string, today: Day): Promise<LocalLimits> {
  return limitsOn((await readArea(client, areaId)).local, today)
}

/**
 * Records that the schedule no longer keeps on a day, that nothing stops and nobody proposed yet. Each line of the schedule is asked
 * for what it counts from, from the index, up to the last day that is over.
 */
export async function findOver(client: PoolClient, areaId: string, today: Day, local: LocalLimits): Promise<Kept[]> {
  const lines = retentionCategories.flatMap(category =>
    (['birth', 'closing'] as const).map(counts => ({ category, counts, months: monthsKept(category, local).months })),
  )
  const { rows } = await client.query<Row>({
    name: 'records no longer kept',
    // Months differ in length: what ends within three days of it is read too and looked at again.
    text: `select d.* from unnest($2::text[], $3::text[], $4::int[]) as l (category, counts, months)
           cross join lateral (select ${columns} from retention r ${joins}
             where r.area_id = $1 and r.category = l.category and r.counts = l.counts and r.held = '' and r.proposed is null
               and r.counts_from <= ($5::date - make_interval(months => l.months))::date + 3
             order by r.counts_from limit ${most + 1}) as d`,
    values: [areaId, lines.map(one => one.category), lines.map(one => one.counts), lines.map(one => one.months), today],
  })
  return rows
    .flatMap(row => keptOf(areaId, row, local))
    .filter(one => one.until <= today)
    .toSorted((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : a.reference < b.reference ? -1 : 1))
}

/** Records whose disposal somebody proposed. */
export async function findProposed(client: PoolClient, areaId: string, local: LocalLimits): Promise<Kept[]> {
  const { rows } = await client.query<Row>({
    name: 'records proposed for disposal',
    text: `select ${columns} from retention r ${joins} where r.area_id = $1 and r.proposed is not null order by r.counts_from limit ${most + 1}`,
    values: [areaId],
  })
  return rows.flatMap(row => keptOf(areaId, row, local))
}

/** Closed records that something stops: those that somebody holds back, and those whose time is over. */
export async function findHeld(client: PoolClient, areaId: string, today: Day, local: LocalLimits): Promise<Kept[]> {
  const shortest = Math.min(...retentionCategories.map(category => monthsKept(category, local).months))
  const { rows } = await client.query<Row>({
    name: 'records held back',
    text: `select ${columns} from retention r ${joins} where r.area_id = $1 and r.held <> ''
             and (r.held like '%hold%' or r.counts_from <= ($2::date - make_interval(months => $3))::date + 3)
           order by r.counts_from limit ${most + 1}`,
    values: [areaId, today, shortest],
  })
  return rows.flatMap(row => keptOf(areaId, row, local)).filter(one => one.until <= today || one.held.includes('hold'))
}

/** How long one record is kept; nothing while its case is open, or where another agency closed it. */
export async function findKept(
  client: PoolClient,
  areaId: string,
  caseId: string,
  local: LocalLimits,
): Promise<Kept | undefined> {
  const { rows } = await client.query<Row>({
    name: 'how long a record is kept',
    text: `select ${columns} from retention r ${joins} where r.area_id = $1 and r.case_id = $2`,
    values: [areaId, caseId],
  })
  return rows.flatMap(row => keptOf(areaId, row, local))[0]
}

function keptOf(areaId: string, row: Row, local: LocalLimits): Kept[] {
  const { category, counts, countsFrom, closedOn, caseId, reference } = row
  if (!isRetentionCategory(category)) return []
  const kept = monthsKept(category, local)
  return [
    {
      areaId,
      caseId,
      reference,
      name: row.name ?? '',
      category,
      ...kept,
      counts,
      countsFrom,
      closedOn,
      until: keptUntil(countsFrom, kept.months, closedOn),
      held: row.held.split(' ').filter(one => one !== '') as Held[],
      proposal:
        row.proposedPost && row.proposedOn
          ? { post: row.proposedPost, by: row.proposedBy ?? 'Somebody', on: row.proposedOn }
          : null,
    },
  ]
}

export interface DisposedRecord {
  readonly reference: string
  readonly at: number
}

/** The records that were disposed of last. */
export async function findDisposed(client: PoolClient, areaId: string): Promise<DisposedRecord[]> {
  const { rows } = await client.query<DisposedRecord>({
    name: 'records disposed of',
    text: `select reference, disposed_at as at from case_file where area_id = $1 and disposed_at is not null order by disposed_at desc limit 50`,
    values: [areaId],
  })
  return rows
}

/** A hold that the visitor sees. */
export interface HoldSeen {
  readonly caseId: string
  readonly ground: string
  readonly agency: string
  readonly until: Day | null
}

/** The holds that stop these cases, as far as the visitor may see them. */
export async function findHolds(client: PoolClient, areaId: string, caseIds: readonly string[]): Promise<HoldSeen[]> {
  const { rows } = await client.query<HoldSeen>({
    name: 'holds of cases',
    text: `select distinct on (f.case_id, f.root) f.case_id as "caseId", f.data->>'ground' as ground, a.name as agency, f.data->>'until' as until
           from fact f join agency a on a.id = f.agency_id
           where f.area_id = $1 and f.case_id = any($2) and f.kind = 'retention-hold-placed' and f.act in ('record', 'correct')
             and not exists (select from fact s where s.area_id = $1 and s.case_id = f.case_id and s.root = f.root and s.act = 'strike-out')
             and not exists (select from fact s where s.area_id = $1 and s.case_id = f.case_id and s.kind = 'retention-hold-released'
               and s.about = f.root and s.agency_id = f.agency_id
               and not exists (select from fact x where x.area_id = $1 and x.case_id = f.case_id and x.root = s.root and x.act = 'strike-out'))
           order by f.case_id, f.root, f.number desc`,
    values: [areaId, caseIds],
  })
  return rows
}
