/** Who comes, in which posts, which pages those may visit, and the reading log: why somebody could see what they saw. */
import type { Pool, PoolClient } from 'pg'
import { newId } from '../platform/identifier.ts'
import { type ActOfAccess, isRole, may, type Role, roles } from './policy.ts'

export interface Named {
  readonly id: string
  readonly name: string
}

/** A post that a practitioner holds now. */
export interface Post {
  readonly id: string
  readonly role: Role
  /** What the person is called at work: "Social worker, East team". */
  readonly title: string
  readonly agency: Named
  readonly areas: readonly Named[]
}

export interface Practitioner {
  readonly id: string
  readonly name: string
  readonly posts: readonly Post[]
}

/** A practitioner with the posts held now; none of them where all have ended. */
export async function findPractitioner(door: Pool, id: string): Promise<Practitioner | undefined> {
  const { rows } = await door.query<{ name: string; posts: (Omit<Post, 'role'> & { role: string })[] | null }>({
    name: 'practitioner with posts',
    text: `
      select r.name,
        (select json_agg(json_build_object('id', p.id, 'role', p.role, 'title', p.title,
            'agency', json_build_object('id', a.id, 'name', a.name),
            'areas', (select json_agg(json_build_object('id', e.id, 'name', e.name) order by e.name)
                      from post_area pa join area e on e.id = pa.area_id where pa.post_id = p.id)) order by p.title, p.id)
         from post p join agency a on a.id = p.agency_id
         where p.practitioner_id = r.id and p.from_at <= now() and (p.until_at is null or p.until_at > now())
           and exists (select from post_area pa where pa.post_id = p.id)) as posts
      from practitioner r where r.id = $1`,
    values: [id],
  })
  const row = rows[0]
  return row && { id, name: row.name, posts: (row.posts ?? []).filter((post): post is Post => isRole(post.role)) }
}

/** The acts that concern an area, not one case: only these can be asked of a whole page. */
export const actsOfArea = [
  'open-case',
  'open-context',
  'open-allegation',
  'open-incident',
  'open-national-review',
  'open-child-death',
  'open-assurance',
  'open-arrangements',
  'refer',
  'see-waiting',
  'see-triage',
  'see-same-child',
  'set-commencement',
  'set-local-policy',
  'import-file',
  'see-overview',
  'review-break-glass',
  'see-reading-log',
  'end-conflict',
  'find-conflict',
  'see-disposal',
] as const satisfies readonly ActOfAccess[]
export type ActOfArea = (typeof actsOfArea)[number]

/** Whether a post may do something that concerns its area. */
export function mayInArea(post: Post, act: ActOfArea): boolean {
  return may(post.role, act, 'none')
}

/** The roles that may do it, in words, so that a refusal can say whom to ask. */
export function whoMay(act: ActOfArea): string[] {
  return rolesThat(act).map(role => roles[role])
}

/** The roles that may do it. */
export function rolesThat(act: ActOfArea): Role[] {
  return Object.keys(roles).filter((role): role is Role => isRole(role) && may(role, act, 'none'))
}

interface CaseOfArea {
  readonly areaId: string
  readonly id: string
}

/**
 * Why the post in whose context the client reads can see a case: its teams and groups, or what was disclosed to its agency
 * or to it by name. Empty where it cannot.
 */
export async function whyVisible(client: PoolClient, { areaId, id }: CaseOfArea): Promise<string> {
  const { rows } = await client.query<{ why: string }>({
    name: 'why visible',
    text: `
      select why from (
        select distinct 1 as place, case h.kind when 'team' then 'You are in ' || h.name || ', which works on this case'
            when 'role' then 'You are in the group ' || h.name || ', which sees these cases'
            else case when g.break_glass_id is null then 'It was opened to you yourself: ' || g.reason
              else 'You opened it yourself, in an emergency' end end as why
          from compartment_grant g join holder h on h.id = g.holder_id
          where g.area_id = $1 and g.case_id = $2 and g.starts_at <= now() and (g.ends_at is null or g.ends_at > now())
            and g.holder_id in (select ph.holder_id from post_holder ph where ph.post_id = (select context_post()))
        union all
        select distinct 2, a.name || case when f.post_ids is null then ' shared parts of it with your agency' else ' shared parts of it with you by name' end
          from disclosed_fact f join disclosure d on d.area_id = f.area_id and d.id = f.disclosure_id
          join agency a on a.id = d.from_agency_id
          where f.area_id = $1 and f.case_id = $2 and f.agency_id = (select context_agency())
            and f.reached_at <= now() and (f.until_at is null or f.until_at > now())
      ) as reasons order by place, why`,
    values: [areaId, id],
  })
  return rows.map(({ why }) => `${why}.`).join(' ')
}

/**
 * Why somebody could see a case, as the reading log has it, for others to read. The log keeps the sentences that the reader saw:
 * those of `whyVisible` and of the pipeline.
 */
export function inThirdPerson(basis: string): string {
  return basis
    .replaceAll('You are in ', 'Belongs to ')
    .replaceAll('It was opened to you yourself: ', 'Was let in: ')
    .replaceAll('You opened it yourself, in an emergency', 'Opened it in an emergency')
    .replaceAll('with your agency', 'with this agency')
    .replaceAll('with you by name', 'with this person by name')
}

/** One line of the reading log. */
export interface Reading {
  readonly areaId: string
  readonly at: number
  readonly practitionerId: string
  readonly postId: string
  /** None for a list or a search. */
  readonly caseId: string | null
  /** The pattern of the page's address. */
  readonly route: string
  readonly basis: string
}

/** Writes that somebody reads, within the transaction that reads. Where it cannot be written, nothing may be shown. */
export async function writeReading(client: PoolClient, reading: Reading): Promise<void> {
  const { areaId, at, practitionerId, postId, caseId, route, basis } = reading
  await client.query({
    name: 'write reading',
    text: `insert into reading_log (area_id, id, at, practitioner_id, post_id, case_id, route, basis)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [areaId, newId(), new Date(at), practitionerId, postId, caseId, route, basis],
  })
}
