/**
 * What a privacy officer may learn of the files behind the reading log, and no more: a file's reference, that a reader has a name
 * in common with somebody on it, and that a reader works on it. Asked only of files whose readings the officer sees.
 */
import type { Pool } from 'pg'

/** An instant of a row called `l`, as London's clocks have it. */
export const londonTime = `(l.at at time zone 'Europe/London')`

/** Who read which file, over some time. */
export interface ReaderOfFile {
  readonly practitionerId: string
  readonly postId: string
  /** The reader's name. */
  readonly who: string
  readonly caseId: string
}

/** The shielded files of areas: of looks at them the front door alone is told, which knows that they are there. */
export async function shieldedIn(recorder: Pool, areaIds: readonly string[]): Promise<string[]> {
  const { rows } = await recorder.query<{ id: string }>({
    name: 'shielded files',
    text: `select id from case_file where area_id = any($1) and restriction = 'shielded'`,
    values: [areaIds],
  })
  return rows.map(({ id }) => id)
}

/** Somebody who looked at a shielded file on which is their own last name or postcode. Instants are milliseconds since 1970. */
export interface ShieldedLooks {
  readonly areaId: string
  readonly caseId: string
  readonly reference: string
  readonly who: string
  readonly title: string
  readonly agency: string
  readonly ownName: boolean
  readonly ownStreet: boolean
  readonly looks: number
  readonly last: number
}

/**
 * Of looks at shielded files those that privacy officers are told of at other files: by somebody whose last name stands there, or who
 * lives at a postcode of it. For posts of the front door, of others than themselves, and not of a file that is closed to them.
 * @param fromDay YYYY-MM-DD
 */
export async function readShieldedLooks(
  recorder: Pool,
  postId: string,
  areaIds: readonly string[],
  fromDay: string,
): Promise<ShieldedLooks[]> {
  const { rows } = await recorder.query<ShieldedLooks>({
    name: 'own looks at shielded files',
    text: `select c.area_id as "areaId", c.id as "caseId", c.reference, w.name as who, o.title, g.name as agency,
             bool_or(d.own_name) as "ownName", bool_or(d.own_street) as "ownStreet", sum(d.looks)::int as looks, max(d.last_at) as last
           from reading_of_day d
           join case_file c on c.area_id = d.area_id and c.id = d.case_id and c.restriction = 'shielded'
           join post p on p.id = $1 and p.role = 'front-door' and p.practitioner_id <> d.practitioner_id
             and p.from_at <= now() and (p.until_at is null or p.until_at > now())
           join post_area a on a.post_id = p.id and a.area_id = d.area_id
           join practitioner w on w.id = d.practitioner_id join post o on o.id = d.post_id join agency g on g.id = o.agency_id
           where d.area_id = any($2) and d.day >= $3 and (d.own_name or d.own_street)
             and not exists (select from conflict_of_interest f where f.area_id = c.area_id and f.case_id = c.id
               and f.practitioner_id = p.practitioner_id and f.ended_at is null)
           group by 1, 2, 3, 4, 5, 6 order by max(d.last_at) desc limit 200`,
    values: [postId, areaIds, fromDay],
  })
  return rows
}

/** The references of files; nothing for a shielded one, of which not even that is said. */
export async function referencesOf(
  recorder: Pool,
  areaIds: readonly string[],
  caseIds: readonly string[],
): Promise<Map<string, string | undefined>> {
  const { rows } = await recorder.query<{ id: string; reference: string; restriction: string }>({
    name: 'references behind readings',
    text: 'select id, reference, restriction from case_file where area_id = any($1) and id = any($2)',
    values: [areaIds, caseIds],
  })
  return new Map(rows.map(row => [row.id, row.restriction === 'shielded' ? undefined : row.reference]))
}

/** The last of somebody's names. */
export function lastName(name: string): string {
  return name.trim().split(/\s+/).at(-1) ?? ''
}

/**
 * Of the readers those who do not work on the file: neither in a team that does, nor allocated to it, nor let in themselves. What
 * they could see they saw by the group of their role, or by what was shared with their agency.
 * @param from the period in which they looked, in milliseconds since 1970
 */
export async function notAtWork<Reader extends Omit<ReaderOfFile, 'who'>>(
  recorder: Pool,
  areaIds: readonly string[],
  readers: readonly Reader[],
  from: number,
  until: number,
): Promise<Reader[]> {
  const { rows } = await recorder.query<{ case_id: string; post_id: string }>({
    name: 'at work behind readings',
    text: `select g.case_id, h.post_id from compartment_grant g
             join holder o on o.id = g.holder_id and o.kind in ('team', 'person') join post_holder h on h.holder_id = o.id
           where g.area_id = any($1) and g.case_id = any($2) and h.post_id = any($3)
             and g.starts_at <= $5 and (g.ends_at is null or g.ends_at >= $4)
           union select id, worker_post_id from case_file
           where area_id = any($1) and id = any($2) and worker_post_id = any($3)`,
    values: [
      areaIds,
      [...new Set(readers.map(({ caseId }) => caseId))],
      [...new Set(readers.map(({ postId }) => postId))],
      new Date(from),
      // Grants begin by the database's clock.
      new Date(Math.max(until, Date.now())),
    ],
  })
  const working = new Set(rows.map(row => `${row.case_id}/${row.post_id}`))
  return readers.filter(({ caseId, postId }) => !working.has(`${caseId}/${postId}`))
}

/** How often files were looked at in one hour (0 to 23) of one day of the week (1 is Monday). */
export interface InHour {
  readonly weekday: number
  readonly hour: number
  readonly looks: number
}

/**
 * When files were looked at that are closed to a practitioner because they know the family, and others of which nothing is said: what
 * sums of all files hold too much for them.
 * @param without files of which nothing is said
 */
export async function hoursOfClosed(
  recorder: Pool,
  practitionerId: string,
  areaIds: readonly string[],
  from: number,
  until: number,
  without: readonly string[],
) {
  const { rows } = await recorder.query<InHour>({
    name: 'looks at closed files by hour',
    text: `select extract(isodow from ${londonTime})::int as weekday, extract(hour from ${londonTime})::int as hour, count(*)::int as looks
           from reading_log l where l.area_id = any($2) and l.at >= $3 and l.at < $4 and l.summed and l.case_id in
             (select c.case_id from conflict_of_interest c where c.practitioner_id = $1 and c.ended_at is null
              union all select unnest($5::uuid[]))
           group by 1, 2`,
    values: [practitionerId, areaIds, new Date(from), new Date(until), without],
  })
  return rows
}

/** What the family is not told of yet. Instants are milliseconds since 1970. */
export interface NotForFamily {
  /** Openings in an emergency that are not reviewed: by which post, and how long they lasted. */
  readonly underReview: readonly { readonly postId: string; readonly from: number; readonly until: number }[]
  /** Agencies with which something was shared of which the family was not told. */
  readonly agencyIds: readonly string[]
}

/** What a list for the family must leave out, whoever makes it: also what another agency shared. */
export async function findNotForFamily(recorder: Pool, areaId: string, caseId: string): Promise<NotForFamily> {
  const { rows: underReview } = await recorder.query<NotForFamily['underReview'][number]>({
    name: 'openings under review',
    text: `select b.post_id as "postId", b.starts_at as from, coalesce(b.ended_at, b.ends_at) as until from break_glass b
           where b.area_id = $1 and b.case_id = $2 and not exists (select from fact f where f.area_id = b.area_id
             and f.case_id = b.case_id and f.kind = 'break-glass-reviewed' and f.about = b.fact_root)`,
    values: [areaId, caseId],
  })
  const { rows: agencies } = await recorder.query<{ id: string }>({
    name: 'agencies the family was not told of',
    // What went to whoever called a meeting of which they do not tell the family is not for the family either.
    text: `select distinct d.to_agency_id as id from disclosure d where d.area_id = $1 and d.case_id = $2 and (d.family_told in ('no', 'later')
             or d.family_told = 'not-said' and exists (select from disclosure o where o.area_id = d.area_id and o.case_id = d.case_id
               and o.from_agency_id = d.to_agency_id and o.family_told in ('no', 'later')))`,
    values: [areaId, caseId],
  })
  return { underReview, agencyIds: agencies.map(({ id }) => id) }
}
