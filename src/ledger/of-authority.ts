/** Whether a post decides something for an area: it acts there, for the area's authority, in a role that may. */
import type { PoolClient } from 'pg'
import { type ActOfAccess, isOfMatters, isRole, may as mayDo, type Role, roles } from '../access/policy.ts'
import { NotAllowed } from '../access/refusals.ts'
import type { Person } from './holding.ts'

/** @throws NotAllowed, with these words and whom to ask */
export async function refuseUnlessOfAuthority(
  client: PoolClient,
  areaId: string,
  by: Person,
  act: ActOfAccess,
  words: string,
): Promise<void> {
  const { rows } = await client.query<{ role: string }>(
    `select p.role from post p join post_area a on a.post_id = p.id and a.area_id = $2
     join area_agency g on g.area_id = a.area_id and g.agency_id = p.agency_id and g.is_authority
     where p.id = $1 and p.agency_id = $3 and p.from_at <= now() and (p.until_at is null or p.until_at > now())`,
    [by.postId, areaId, by.agencyId],
  )
  const role = rows[0]?.role ?? ''
  if (!isRole(role) || !mayDo(role, act, 'none')) throw new NotAllowed(words, 'Ask one of the local authority.')
}

/**
 * Whether a post decides for an area in one of these roles: a role of the council for the area's authority, an officer of the partners,
 * of child death reviews or of the Panel for an agency of the area.
 * @throws NotAllowed, naming the roles
 */
export async function refuseUnlessOneOf(
  client: PoolClient,
  areaId: string,
  by: Person,
  act: ActOfAccess,
  may: readonly Role[],
): Promise<void> {
  const { rows } = await client.query<{ role: string; is_authority: boolean }>(
    `select p.role, g.is_authority from post p join post_area a on a.post_id = p.id and a.area_id = $2
     join area_agency g on g.area_id = a.area_id and g.agency_id = p.agency_id
     where p.id = $1 and p.agency_id = $3 and p.from_at <= now() and (p.until_at is null or p.until_at > now())`,
    [by.postId, areaId, by.agencyId],
  )
  const [post] = rows
  const role = post?.role ?? ''
  if (
    post &&
    isRole(role) &&
    may.includes(role) &&
    mayDo(role, act, 'none') &&
    (post.is_authority || isOfMatters(role))
  )
    return
  const who = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(may.map(one => roles[one].toLowerCase()))
  throw new NotAllowed(`This is decided by ${who}.`, 'Ask one of the area.')
}
