/** Who works on cases of a kind in an area: said before a case is opened, and on the case. */
import type { PoolClient } from 'pg'
import type { Body } from '../engine/duty.ts'

/**
 * The groups that work on cases of a kind for its bodies, as "group, agency". An area that names no agency for a body is
 * answered for by its authority.
 * @param client a reader's connection within its context
 */
export async function readPartiesAtWork(
  client: PoolClient,
  areaId: string,
  kind: string,
  bodies: readonly Body[],
): Promise<readonly string[]> {
  const { rows } = await client.query<{ words: string }>({
    name: 'parties at work',
    text: `select distinct h.name || ', ' || g.name as words from unnest($3::text[]) as b (body)
           join area_agency a on a.area_id = $1 and (case
             when b.body = 'authority' or not exists (select from area_agency o where o.area_id = $1 and o.body = b.body)
             then a.is_authority else a.body = b.body end)
           join agency g on g.id = a.agency_id
           join holder h on h.area_id = $1 and h.agency_id = a.agency_id and $2 = any(h.works_on) order by 1`,
    values: [areaId, kind, bodies],
  })
  return rows.map(row => row.words)
}
