/** Who else was granted what a reader sees of a case: teams and groups by name, people by name within the reader's own agency alone. */
import type { Pool } from 'pg'

export interface OtherHolder {
  readonly compartmentId: string
  readonly kind: 'team' | 'role' | 'person'
  readonly name: string
  readonly agencyId: string
  readonly agency: string
  /** In milliseconds since 1970. */
  readonly endsAt: number | null
}

/**
 * The holders of grants that hold now on compartments, but for those of the post itself.
 * @param compartmentIds only compartments that the reader sees: whoever asks for others learns who is granted them
 */
export async function otherHolders(
  recorder: Pool,
  areaId: string,
  compartmentIds: readonly string[],
  postId: string,
): Promise<OtherHolder[]> {
  const { rows } = await recorder.query<OtherHolder>({
    name: 'other holders',
    text: `select g.compartment_id as "compartmentId", h.kind, h.name, h.agency_id as "agencyId", a.name as agency, max(g.ends_at) as "endsAt"
           from compartment_grant g join holder h on h.id = g.holder_id join agency a on a.id = h.agency_id
           where g.area_id = $1 and g.compartment_id = any($2) and g.starts_at <= now() and (g.ends_at is null or g.ends_at > now())
             and h.id not in (select o.holder_id from post_holder o where o.post_id = $3)
           group by g.compartment_id, h.id, a.id order by h.kind = 'person', h.kind = 'role', a.name, h.name, h.id`,
    values: [areaId, compartmentIds, postId],
  })
  return rows
}
