/** What the overview counts: one statement for all rules, one for the weeks, one for the imports. Under row security. */
import type { PoolClient } from 'pg'
import type { Today } from '../../engine/standing.ts'
import { latest } from '../duty/reasons.ts'
import { firstDay, workingDaysBefore } from './clocks.ts'

export interface Period {
  readonly areaIds: readonly string[]
  /** Duties that fell due from this day on. */
  readonly from: string
  readonly today: Today
  readonly team: string | undefined
}

export type Outcome = 'in-time' | 'late' | 'may-be-late' | 'overdue' | 'not-known'

export interface Counted {
  readonly rule: string
  readonly outcome: Outcome
  /** Days from the start of the clock until it was met, as its limit counts them. */
  readonly days: number | null
  readonly number: number
}

/**
 * Duties that fell due in the period, by rule, outcome and the days they took: a line for all that are alike, however many.
 * Ended ones without an answer are left out.
 * @param inWorkingDays the rules whose limit counts working days alone
 */
export async function countByRule(
  client: PoolClient,
  period: Period,
  inWorkingDays: readonly string[],
): Promise<Counted[]> {
  const { areaIds, from, today, team } = period
  const { rows } = await client.query<Counted>({
    name: 'duties by rule and outcome',
    text: `
      select rule, outcome,
        case when not rule = any($8::text[]) or coalesce(days, 0) = 0 then days
          else greatest(before[met_from - $6::date + 1] + 1 - before[from_day - $6::date + 2], 0) end as days,
        count(*) as number
      from (
        select d.rule, d.from_day, d.met_from, $7::int[] as before,
          case when d.late in ('no', 'yes') then greatest(d.met_from - d.from_day, 0) end as days,
          case d.late when 'no' then 'in-time' when 'yes' then 'late' when 'maybe' then 'may-be-late'
            else case when d.not_known_from is null then 'overdue' else 'not-known' end end as outcome
        from duty d
        where d.area_id = any($1) and d.due_latest between $4::date and $2::date
          and ($5::uuid is null or d.team_id = $5)
          and (d.met_by is not null or ((d.lapsed_on is null or d.lapsed_on > $2::date)
            and (d.not_known_from is not null
              or case when d.due_latest_at is null then d.due_latest < $2::date else d.due_latest_at < $3::timestamptz end)))
      ) as d
      group by 1, 2, 3`,
    values: [
      areaIds,
      today.day,
      new Date(today.instant),
      from,
      team ?? null,
      firstDay,
      workingDaysBefore,
      inWorkingDays,
    ],
  })
  return rows
}

/** Duties met late, by the Monday of the week in which they were met. */
export async function countLateByWeek(client: PoolClient, period: Period): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ monday: string; number: number }>({
    name: 'late by week',
    text: `select d.met_from - extract(isodow from d.met_from)::int + 1 as monday, count(*) as number from duty d
           where d.area_id = any($1) and d.late = 'yes' and d.met_from between $3::date and $2::date
             and ($4::uuid is null or d.team_id = $4) group by 1`,
    values: [period.areaIds, period.today.day, period.from, period.team ?? null],
  })
  return new Map(rows.map(row => [row.monday, row.number]))
}

/**
 * How many duties that fell due in the period and were met late, or are overdue, have each reason, by its code. Counted from
 * the reasons, which are few, and not from the duties.
 */
export async function countReasons(client: PoolClient, period: Period): Promise<ReadonlyMap<string, number>> {
  const { areaIds, from, today, team } = period
  const { rows } = await client.query<{ reason: string; number: number }>({
    name: 'late duties by reason',
    text: `
      select r.reason, count(*) as number
      from (
        select distinct on (f.area_id, f.answers) f.area_id, f.case_id, f.answers, l.data->>'reason' as reason
        from fact f ${latest}
        where f.area_id = any($1) and f.kind = 'departure-explained' and f.act = 'record' and f.answers is not null
          and l.act <> 'strike-out'
        order by f.area_id, f.answers, f.happened_from desc, f.number desc
      ) r
      join duty d on d.area_id = r.area_id and d.case_id = r.case_id and d.id = r.answers
      where d.due_latest <= $2::date and ($4::date is null or d.due_latest >= $4) and ($5::uuid is null or d.team_id = $5)
        and (d.late = 'yes' or (d.met_by is null and d.not_known_from is null and (d.lapsed_on is null or d.lapsed_on > $2::date)
          and case when d.due_latest_at is null then d.due_latest < $2::date else d.due_latest_at < $3::timestamptz end))
      group by 1`,
    values: [areaIds, today.day, new Date(today.instant), from, team ?? null],
  })
  return new Map(rows.map(row => [row.reason, row.number]))
}

/** The teams that work in the areas. */
export async function teamsIn(client: PoolClient, areaIds: readonly string[]): Promise<{ id: string; name: string }[]> {
  const { rows } = await client.query<{ id: string; name: string }>({
    name: 'teams in areas',
    text: `select id, name from holder where area_id = any($1) and kind = 'team' order by name, id`,
    values: [areaIds],
  })
  return rows
}

/**
 * Whether the post in whose context the client reads sees every child's file of the areas that is not restricted, and none beside: it
 * is in a standing group of the council, and neither in a team nor at the front door, which see restricted or shielded ones too.
 */
export async function seesWholeArea(client: PoolClient, areaIds: readonly string[]): Promise<boolean> {
  const { rows } = await client.query<{ sees: boolean }>({
    name: 'sees whole area',
    text: `select coalesce(bool_and(h.kind = 'role' and h.purpose is distinct from 'front-door' and a.is_authority is true), false)
             and count(distinct h.area_id) = cardinality($1::uuid[]) as sees
           from post_holder p join holder h on h.id = p.holder_id
           left join area_agency a on a.area_id = h.area_id and a.agency_id = h.agency_id
           where p.post_id = (select context_post()) and h.area_id = any($1) and h.kind <> 'person'`,
    values: [areaIds],
  })
  return rows[0]?.sees ?? false
}

/** The formats of files that were imported, with the instant of the latest of each. */
export async function importedFormats(
  client: PoolClient,
  areaIds: readonly string[],
): Promise<{ format: string; latest: number }[]> {
  const { rows } = await client.query<{ format: string; latest: number }>({
    name: 'imported formats',
    text: 'select format, max(started_at) as latest from import_file where area_id = any($1) group by format order by format',
    values: [areaIds],
  })
  return rows
}
