/** What somebody opened in an emergency, as they themselves see it while it lasts. */
import type { PoolClient } from 'pg'

/** Instants are milliseconds since 1970. */
export interface OwnOpening {
  readonly id: string
  readonly reason: string
  readonly startsAt: number
  readonly endsAt: number
  /** The name of the second person. */
  readonly told: string
}

/** The opening of a case that the post in whose context the client reads made itself, as long as it lasts. */
export async function findOwnOpening(
  client: PoolClient,
  { areaId, id }: { readonly areaId: string; readonly id: string },
): Promise<OwnOpening | undefined> {
  const { rows } = await client.query<OwnOpening>({
    name: 'own opening',
    text: `select b.id, b.reason, b.starts_at as "startsAt", b.ends_at as "endsAt", w.name as told
           from break_glass b join practitioner w on w.id = b.told_practitioner_id
           where b.area_id = $1 and b.case_id = $2 and b.post_id = (select context_post())
             and exists (select from compartment_grant g where g.area_id = b.area_id and g.case_id = b.case_id
               and g.break_glass_id = b.id and g.starts_at <= now() and g.ends_at > now())
           order by b.starts_at desc limit 1`,
    values: [areaId, id],
  })
  return rows[0]
}
