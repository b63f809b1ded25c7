/** The reading log of an area as a privacy officer sees it: under row security, without anything of the files themselves. */
import type { PoolClient } from 'pg'
import { type InHour, londonTime, type ReaderOfFile } from '../../ledger/behind-readings.ts'
import { fewDays, manyFiles, outOfHours, timesUsual } from '../../ledger/sum-readings.ts'

/** A stretch of time in some areas: instants in milliseconds since 1970, and the days of London that they lie in. */
export interface Span {
  readonly areaIds: readonly string[]
  readonly from: number
  readonly until: number
  readonly fromDay: string
  readonly toDay: string
  /** Files of which nothing is said here, not even that they were looked at. */
  readonly without: readonly string[]
}

const inSpan = 'l.area_id = any($1) and l.at >= $2 and l.at < $3'
const valuesOf = ({ areaIds, from, until }: Span) => [areaIds, new Date(from), new Date(until)]
const daysOf = ({ areaIds, from, until, fromDay, toDay }: Span) => [
  areaIds,
  new Date(from),
  new Date(until),
  fromDay,
  toDay,
]
const inDays = 'd.area_id = any($1) and d.day between $4 and $5'
/** Looks that are in no sum yet: those of the last minute. */
const live = `reading_log l where ${inSpan} and not l.summed and l.case_id is not null`

/** One person in one post, and one file. Instants are milliseconds since 1970. */
export interface LooksOfOne extends ReaderOfFile {
  readonly title: string
  readonly agency: string
  readonly looks: number
  readonly last: number
}

const named = `w.name as who, p.title, g.name as agency`
const withNames = (rows: string) =>
  `(${rows}) r join post p on p.id = r."postId" join practitioner w on w.id = r."practitionerId" join agency g on g.id = p.agency_id`
const pair = 'd.practitioner_id as "practitionerId", d.post_id as "postId", d.case_id as "caseId"'

/** Looks of which it is not worked out yet whether they are unusual: those of the last minutes. */
export async function readRecent(client: PoolClient, span: Span): Promise<LooksOfOne[]> {
  const { rows } = await client.query<LooksOfOne>({
    name: 'recent looks',
    text: `select r.*, ${named} from ${withNames(`
      select ${pair}, sum(d.looks)::int as looks, max(d.last_at) as last from (
        select d.practitioner_id, d.post_id, d.case_id, d.looks, d.last_at from reading_of_day d where ${inDays} and not d.checked
        union all select l.practitioner_id, l.post_id, l.case_id, 1, l.at from ${live}) d where d.case_id <> all($6) group by 1, 2, 3`)}`,
    values: [...daysOf(span), span.without],
  })
  return rows
}

/** Looks at files on which somebody has the reader's last name, or lives where the reader does. */
export async function readOwn(
  client: PoolClient,
  span: Span,
): Promise<(LooksOfOne & { readonly ownName: boolean; readonly ownStreet: boolean })[]> {
  const { rows } = await client.query<LooksOfOne & { ownName: boolean; ownStreet: boolean }>({
    name: 'looks at own',
    text: `select r.*, ${named} from ${withNames(`
      select ${pair}, sum(d.looks)::int as looks, max(d.last_at) as last, bool_or(d.own_name) as "ownName", bool_or(d.own_street) as "ownStreet"
      from reading_of_day d where d.area_id = any($1) and d.day between $2 and $3 and d.checked and (d.own_name or d.own_street) and d.case_id <> all($4) group by 1, 2, 3`)}`,
    values: [span.areaIds, span.fromDay, span.toDay, span.without],
  })
  return rows
}

/** Somebody who may not work on a file, and how often they looked at it. */
export interface LooksOfStranger {
  readonly practitionerId: string
  readonly postId: string
  readonly caseId: string
  readonly looks: number
}

/** So many people who may not work on a file make it one that is asked about. */
export const manyStrangers = 5

/**
 * Who looked at files at which many did who may not work on them: how often. Who does after all is found by `notAtWork`; looks
 * of the last minutes are counted as if nobody did.
 */
export async function readStrangers(client: PoolClient, span: Span): Promise<LooksOfStranger[]> {
  const { rows } = await client.query<LooksOfStranger>({
    name: 'looks of strangers',
    text: `
      with s as materialized (
        select d.case_id, d.practitioner_id, d.post_id, d.looks from reading_of_day d where ${inDays} and d.stranger
        union all select d.case_id, d.practitioner_id, d.post_id, d.looks from reading_of_day d where ${inDays} and not d.checked and not d.stranger
        union all select l.case_id, l.practitioner_id, l.post_id, 1 from ${live}),
      many as (select case_id from (select distinct case_id, practitioner_id from s where case_id <> all($6)) as people group by 1
        having count(*) >= ${manyStrangers} order by count(*) desc limit 200)
      select ${pair}, sum(d.looks)::int as looks from s d join many using (case_id) group by 1, 2, 3`,
    values: [...daysOf(span), span.without],
  })
  return rows
}

/** Somebody who looked at files out of hours. The front door works at night and at weekends. */
export interface OutOfHours {
  readonly practitionerId: string
  readonly who: string
  readonly title: string
  readonly agency: string
  readonly looks: number
  readonly files: number
}

/** Who looked out of hours, the most first. */
export async function readOutOfHours(client: PoolClient, span: Span): Promise<OutOfHours[]> {
  const { rows } = await client.query<OutOfHours>({
    name: 'looks out of hours',
    text: `select r.*, ${named} from ${withNames(`
      select n.practitioner_id as "practitionerId", (array_agg(n.post_id))[1] as "postId", sum(n.looks)::int as looks, count(distinct n.case_id)::int as files
      from (select d.practitioner_id, d.post_id, d.case_id, d.out_of_hours as looks from reading_of_day d where ${inDays} and d.out_of_hours > 0
        union all select l.practitioner_id, l.post_id, l.case_id, 1 from ${live} and ${outOfHours}) n
      join post o on o.id = n.post_id and o.role <> 'front-door' where n.case_id <> all($6) group by 1 order by 3 desc limit 50`)} order by r.looks desc, w.name`,
    values: [...daysOf(span), span.without],
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

/**
 * Days on which somebody looked at many files, compared with their own usual. Days of which something is not summed yet, or on which
 * a file was looked at of which nothing is said, are counted anew; and so are the files that the reader sees of those who are found.
 */
export async function readManyFiles(client: PoolClient, span: Span): Promise<ManyFiles[]> {
  const isUnusual = (files: string) =>
    `${files} >= ${manyFiles} and (r.past < ${fewDays} or ${files} > ${timesUsual} * r.usual)`
  const { rows } = await client.query<ManyFiles>({
    name: 'many files in a day',
    text: `
      with l as materialized (select l.practitioner_id, l.post_id, ${londonTime}::date as day, l.case_id from reading_log l
        where l.area_id = any($1) and l.at >= $2::timestamptz - interval '91 days' and l.at < $3 and not l.summed and l.case_id <> all($6)),
      touched as materialized (select practitioner_id, day from l
        union select d.practitioner_id, d.day from reading_of_day d
          where d.area_id = any($1) and d.case_id = any($6) and d.day between $4::date - 91 and $5),
      -- A day on which nothing is left that may be told of is no day on which somebody looked.
      anew as materialized (select n.practitioner_id, (array_agg(n.post_id order by n.post_id))[1] as post_id, n.day,
          count(distinct n.case_id) as files
        from (select * from l union all select d.practitioner_id, d.post_id, d.day, d.case_id from reading_of_day d
          where d.area_id = any($1) and d.case_id <> all($6) and (d.practitioner_id, d.day) in (select practitioner_id, day from touched)) n
        group by 1, 3),
      compared as (
        select d.practitioner_id, d.post_id, d.day, d.files, d.usual, d.past from reading_day d
        where ${inDays} and d.files >= ${manyFiles} and (d.practitioner_id, d.day) not in (select practitioner_id, day from touched)
        union all
        select t.practitioner_id, t.post_id, t.day, t.files, u.usual, u.past from anew t
        cross join lateral (select avg(b.files)::float8 as usual, count(*) as past from (
          select d.practitioner_id, d.day, d.files from reading_day d where d.area_id = any($1) and d.practitioner_id = t.practitioner_id
            and (d.practitioner_id, d.day) not in (select practitioner_id, day from touched)
          union all select practitioner_id, day, files from anew where practitioner_id = t.practitioner_id) b
          where b.day between t.day - 90 and t.day - 1) u
        where t.day between $4 and $5),
      r as (select * from compared r where ${isUnusual('r.files')} order by r.files desc, r.day desc limit 50),
      -- A day's count knows of files that are closed to whoever reads this: they are not counted for them.
      seen as (select r.*, (select count(distinct n.case_id) from (
          select d.case_id from reading_of_day d where d.area_id = any($1) and d.practitioner_id = r.practitioner_id and d.day = r.day
            and d.case_id <> all($6)
          union all select l.case_id from l where l.practitioner_id = r.practitioner_id and l.day = r.day) n)::int as counted from r)
      select r.practitioner_id as "practitionerId", ${named}, r.day, r.counted as files, case when r.past >= ${fewDays} then r.usual end as usual
      from seen r join post p on p.id = r.post_id join practitioner w on w.id = r.practitioner_id join agency g on g.id = p.agency_id
      where ${isUnusual('r.counted')} order by r.counted desc, r.day desc`,
    values: [...daysOf(span), span.without],
  })
  return rows
}

/**
 * How often files were looked at, by hour and day of the week. Sums know of all files: those that are closed to the reader, and those
 * of which nothing is said, are among them.
 * @param practitionerId only by this person: counted from what the reader sees
 */
export async function readHours(client: PoolClient, span: Span, practitionerId: string | null): Promise<InHour[]> {
  const hours = `extract(isodow from ${londonTime})::int as weekday, extract(hour from ${londonTime})::int as hour`
  const { rows } = await (practitionerId
    ? client.query<InHour>({
        name: 'looks of one by hour',
        text: `select ${hours}, count(*) as looks from reading_log l where ${inSpan} and l.case_id <> all($5) and l.practitioner_id = $4 group by 1, 2`,
        values: [...valuesOf(span), practitionerId, span.without],
      })
    : client.query<InHour>({
        name: 'looks by hour',
        text: `select n.weekday, n.hour, sum(n.looks)::int as looks from (
                 select extract(isodow from d.day)::int as weekday, d.hour::int as hour, d.looks from reading_hour d where ${inDays}
                 union all select ${hours}, 1 from ${live} and l.case_id <> all($6)) n group by 1, 2`,
        values: [...daysOf(span), span.without],
      }))
  return rows
}

/** Somebody who looked, by name and post; nothing where they did not. */
export async function findReader(
  client: PoolClient,
  span: Span,
  practitionerId: string,
): Promise<Pick<LooksOfOne, 'who' | 'title' | 'agency'> | undefined> {
  const { rows } = await client.query<Pick<LooksOfOne, 'who' | 'title' | 'agency'>>({
    name: 'reader by id',
    text: `select ${named} from ${withNames(`
      select l.practitioner_id as "practitionerId", l.post_id as "postId" from reading_log l
      where ${inSpan} and l.case_id <> all($5) and l.practitioner_id = $4 order by l.at desc limit 1`)}`,
    values: [...valuesOf(span), practitionerId, span.without],
  })
  return rows[0]
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
           where b.area_id = any($1) and b.starts_at >= $2 and b.starts_at < $3 and b.case_id <> all($4) order by b.starts_at desc limit 50`,
    values: [...valuesOf(span), span.without],
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
             and (not $6::boolean or ${outOfHours}) and l.case_id <> all($7)
           order by l.at desc, l.id limit ${mostEntries}`,
    values: [...valuesOf(span), asked.practitionerId, asked.caseId, asked.isOutOfHours, span.without],
  })
  return rows
}
