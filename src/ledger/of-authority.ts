/** Whether a post decides something for an area: it acts there, for the area's authority, in a role that may. */
import type { PoolClient } from 'pg'
import { type ActOfAccess, isRole, may } from '../access/policy.ts'
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
  if (!isRole(role) || !may(role, act, 'none')) throw new NotAllowed(words, 'Ask one of the local authority.')
}
