/**
 * What a privacy officer may learn of the files behind the reading log, and no more: a file's reference, that a reader has a name
 * in common with somebody on it, and that a reader works on it. Asked only of files whose readings the officer sees.
 */
import type { Pool } from 'pg'
import { nameParts, sounds } from '../people/search-keys.ts'

/** Who read which file, over some time. */
export interface ReaderOfFile {
  readonly practitionerId: string
  readonly postId: string
  /** The reader's name. */
  readonly who: string
  readonly caseId: string
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

/** Of the readers those who have a last name, or a part of one, in common with somebody on the file. The name is not said. */
export async function withOwnSurname<Reader extends ReaderOfFile>(
  recorder: Pool,
  areaIds: readonly string[],
  readers: readonly Reader[],
): Promise<Reader[]> {
  const keys = new Set(readers.flatMap(({ who }) => sounds(lastName(who)).map(sound => `s:${sound}`)))
  const { rows } = await recorder.query<{ case_id: string; surname: string }>({
    name: 'surnames behind readings',
    text: `select p.case_id, p.surname from search_key k join search_person p on p.area_id = k.area_id and p.id = k.person_id
           where k.area_id = any($1) and k.key = any($2) and p.case_id = any($3)`,
    values: [areaIds, [...keys], [...new Set(readers.map(({ caseId }) => caseId))]],
  })
  const onFile = new Map<string, Set<string>>()
  for (const { case_id, surname } of rows)
    onFile.set(case_id, new Set([...(onFile.get(case_id) ?? []), ...nameParts(surname)]))
  return readers.filter(({ who, caseId }) => nameParts(lastName(who)).some(part => onFile.get(caseId)?.has(part)))
}

function lastName(name: string): string {
  return name.trim().split(/\s+/).at(-1) ?? ''
}

/**
 * Of the readers those who do not work on the file: neither in a team that does, nor allocated to it, nor let in themselves. What
 * they could see they saw by the group of their role, or by what was shared with their agency.
 * @param from the period in which they looked, in milliseconds since 1970
 */
export async function notAtWork<Reader extends ReaderOfFile>(
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
    text: `select distinct to_agency_id as id from disclosure where area_id = $1 and case_id = $2 and family_told <> 'yes'`,
    values: [areaId, caseId],
  })
  return { underReview, agencyIds: agencies.map(({ id }) => id) }
}
