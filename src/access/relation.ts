/** How a post stands to cases: worked out in the database, for the ledger's checks and for "why can I see this?". */
import type { PoolClient } from 'pg'
import { isRole, type Relation, type Role } from './policy.ts'

export interface Standing {
  readonly role: Role
  readonly agencyId: string
  readonly relations: ReadonlyMap<string, Relation>
  /** Whether the post may see a fact of these cases: what row security lets a reader of this post see, and no more. */
  sees(fact: { readonly root: string; readonly compartmentId: string }): boolean
}

/** The relations of a post to cases of an area; nothing where the post has ended or is not of the area. */
export async function relationOf(
  client: PoolClient,
  areaId: string,
  postId: string,
  caseIds: readonly string[],
): Promise<Standing | undefined> {
  const { rows } = await client.query<{
    role: string
    agency_id: string
    granted: string[] | null
    opened: string[] | null
    disclosed: string[] | null
    apart: string[] | null
    compartments: string[] | null
    roots: string[] | null
  }>({
    name: 'relation of post',
    text: `
      with mine as (select c.case_id from conflict_of_interest c join post o on o.practitioner_id = c.practitioner_id
                    where o.id = $2 and c.area_id = $1 and c.ended_at is null),
      held as (select g.case_id, g.compartment_id, g.break_glass_id, g.apart from compartment_grant g
           where g.area_id = $1 and g.case_id = any($3) and g.case_id not in (select x.case_id from mine x) and g.starts_at <= now() and (g.ends_at is null or g.ends_at > now())
             and g.holder_id in (select h.holder_id from post_holder h where h.post_id = $2)),
      told as (select d.case_id, d.root, d.by_grant from disclosed_fact d
           where d.area_id = $1 and d.case_id = any($3) and d.case_id not in (select x.case_id from mine x)
             and d.agency_id = (select o.agency_id from post o where o.id = $2) and d.reached_at <= now() and (d.until_at is null or d.until_at > now())
             and (d.post_ids is null or $2 = any(d.post_ids)))
      select p.role, p.agency_id,
        (select array_agg(distinct h.case_id) from held h where h.break_glass_id is null and not h.apart) as granted,
        (select array_agg(distinct h.case_id) from held h where h.apart) as apart,
        (select array_agg(distinct h.case_id) from held h where h.break_glass_id is not null) as opened,
        (select array_agg(distinct t.case_id) from told t where not t.by_grant) as disclosed,
        (select array_agg(h.compartment_id) from held h) as compartments,
        (select array_agg(t.root) from told t where not t.by_grant
           or exists (select from held h where h.case_id = t.case_id and not h.apart)) as roots
      from post p
      where p.id = $2 and p.from_at <= now() and (p.until_at is null or p.until_at > now())
        and exists (select 1 from post_area a where a.post_id = p.id and a.area_id = $1)`,
    values: [areaId, postId, caseIds],
  })
  const row = rows[0]
  if (!row || !isRole(row.role)) return undefined
  const relations = new Map<string, Relation>()
  // Who looked into it is theirs to review: by that they know that it is there, and nothing else.
  for (const id of row.apart ?? []) relations.set(id, 'restricted')
  for (const id of row.disclosed ?? []) relations.set(id, 'disclosed')
  for (const id of row.opened ?? []) relations.set(id, 'opened')
  for (const id of row.granted ?? []) relations.set(id, 'granted')
  const [compartments, roots] = [new Set(row.compartments), new Set(row.roots)]
  const sees: Standing['sees'] = ({ root, compartmentId }) => compartments.has(compartmentId) || roots.has(root)
  return { role: row.role, agencyId: row.agency_id, relations, sees }
}
