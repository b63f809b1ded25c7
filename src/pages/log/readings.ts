/** The reading log of an area as a privacy officer sees it: under row security, without anything of the files themselves. */
import type { PoolClient } from 'pg'
import type { ReaderOfFile } from '../../ledger/behind-readings.ts'

/** A stretch of time, from and until in milliseconds since 1970, in some areas. */
export interface Span {
  readonly areaIds: readonly string[]
  readonly from: number
  readonly until: number
}

const local = `(l.at at time zone 'Europe/London')`
/** Nights from 22 to 6 and weekends. */
const outOfHours = `(extract(isodow from ${local}) > 5 or extract(hour from ${local}) >= 22 or extract(hour from ${local}) < 6)`
const inSpan = 'l.area_id = any($1) and l.at >= $2 and l.at < $3'
const valuesOf = ({ areaIds, from, until }: Span) => [areaIds, new Date(from), new Date(until)]

/** One person in one post, and one file. Instants are milliseconds since 1970. */
export interface LooksOfOne extends ReaderOfFile {
  readonly title: string
  readonly agency: string
  readonly role: string
  readonly looks: number
  readonly last: number
  readonly atNight: number
}

/** Who looked at which files, and how often. */
export async function readLooksAtFiles(client: PoolClient, span: Span): Promise<LooksOfOne[]> {
  const { rows } = await client.query<LooksOfOne>({
    name: 'looks at files',
    text: `select l.*, w.name as who, p.title, p.role, g.name as agency
           from (select l.practitioner_id as "practitionerId", l.post_id as "postId", l.case_id as "caseId", count(*) as looks,
                   max(l.at) as last, count(*) filter (where ${outOfHours}) as "atNight"
                 from reading_log l where ${inSpan} and l.case_id is not null group by 1, 2, 3) l
           join post p on p.id = l."postId" join practitioner w on w.id = l."practitionerId" join agency g on g.id = p.agency_id`,
    values: valuesOf(span),
  })
  return rows
}

/** A day on which somebody looked at many files. */
export interface ManyFiles {
  readonly practitionerId: string
  readonly who: string
  readonly title: string
  readonly agency: string
  readonly day: string
  readonly files: number
  /** On an average day of the 90 before on which they looked at any; nothing where there are fewer than five such days. */
  readonly usual: number | null
}

/** So many files in a day are not asked about. */
export const fewFiles = 15
/** So many times one's own usual are. */
export const timesUsual = 3

/** Days on which somebody looked at many files, compared with their own usual. @param fromDay the first day asked about */
export async function readManyFiles(client: PoolClient, span: Span, fromDay: string): Promise<ManyFiles[]> {
  const { rows } = await client.query<ManyFiles>({
    name: 'many files in a day',
    text: `
      with days as (select l.practitioner_id, (array_agg(l.post_id))[1] as post_id, ${local}::date as day, count(distinct l.case_id) as files
                    from reading_log l where l.area_id = any($1) and l.at >= $2::timestamptz - interval '91 days' and l.at < $3
                      and l.case_id is not null group by 1, 3),
      compared as (select d.*, (avg(files) over w)::float8 as usual, count(*) over w as past from days d
                   window w as (partition by practitioner_id order by day range between interval '90 days' preceding and interval '1 day' preceding))
      select c.practitioner_id as "practitionerId", w.name as who, p.title, g.name as agency, c.day, c.files,
        case when c.past >= 5 then c.usual end as usual
      from compared c join practitioner w on w.id = c.practitioner_id join post p on p.id = c.post_id join agency g on g.id = p.agency_id
      where c.day >= $4::date and c.files >= ${fewFiles} and (c.past < 5 or c.files > ${timesUsual} * c.usual)
      order by c.files desc, c.day desc limit 50`,
    values: [...valuesOf(span), fromDay],
  })
  return rows
}

/** How often files were looked at in one hour (0 to 23) of one day of the week (1 is Monday). */
export interface InHour {
  readonly weekday: number
  readonly hour: number
  readonly looks: number
}

/** How often files were looked at, by hour and day of the week. @param practitionerId only by this person */
export async function readHours(client: PoolClient, span: Span, practitionerId: string | null): Promise<InHour[]> {
  const { rows } = await client.query<InHour>({
    name: 'looks by hour',
    text: `select extract(isodow from ${local})::int as weekday, extract(hour from ${local})::int as hour, count(*) as looks
           from reading_log l where ${inSpan} and l.case_id is not null and ($4::uuid is null or l.practitioner_id = $4) group by 1, 2`,
    values: [...valuesOf(span), practitionerId],
  })
  return rows
}

/** An opening in an emergency, as those who review it see it. */
export interface OpeningInSpan {
  readonly id: string
  readonly caseId: string
  readonly practitionerId: string
  readonly who: string
  readonly title: string
  readonly agency: string
  readonly startsAt: number
  readonly isReviewed: boolean
}

/** What was opened in an emergency, the newest first. */
export async function readOpeningsIn(client: PoolClient, span: Span): Promise<OpeningInSpan[]> {
  const { rows } = await client.query<OpeningInSpan>({
    name: 'openings in a span',
    text: `select b.id, b.case_id as "caseId", p.practitioner_id as "practitionerId", w.name as who, p.title, g.name as agency, b.starts_at as "startsAt",
             exists (select from fact f where f.area_id = b.area_id and f.case_id = b.case_id and f.kind = 'break-glass-reviewed'
               and f.about = b.fact_root) as "isReviewed"
           from break_glass b join compartment c on c.area_id = b.area_id and c.id = b.compartment_id
           join post p on p.id = b.post_id join practitioner w on w.id = p.practitioner_id join agency g on g.id = p.agency_id
           where b.area_id = any($1) and b.starts_at >= $2 and b.starts_at < $3 order by b.starts_at desc limit 50`,
    values: valuesOf(span),
  })
  return rows
}

/** One entry of the log. */
export interface Entry {
  readonly at: number
  readonly caseId: string | null
  readonly practitionerId: string
  readonly who: string
  readonly title: string
  readonly agency: string
  readonly route: string
  readonly basis: string
}

/** Which entries are asked for. */
export interface Asked {
  readonly practitionerId: string | null
  readonly caseId: string | null
  readonly isOutOfHours: boolean
}

/** Of so many entries the newest are shown. */
export const mostEntries = 300

/** Entries of the log that concern a file, the newest first. */
export async function readEntries(client: PoolClient, span: Span, asked: Asked): Promise<Entry[]> {
  const { rows } = await client.query<Entry>({
    name: 'entries of the log',
    text: `select l.at, l.case_id as "caseId", l.practitioner_id as "practitionerId", w.name as who, p.title, g.name as agency, l.route, l.basis
           from reading_log l join post p on p.id = l.post_id join practitioner w on w.id = l.practitioner_id join agency g on g.id = p.agency_id
           where ${inSpan} and l.case_id is not null and ($4::uuid is null or l.practitioner_id = $4) and ($5::uuid is null or l.case_id = $5)
             and (not $6::boolean or ${outOfHours})
           order by l.at desc, l.id limit ${mostEntries}`,
    values: [...valuesOf(span), asked.practitionerId, asked.caseId, asked.isOutOfHours],
  })
  return rows
}
