/** Whom a record can name: the agencies of the area, and the posts of the agency that records. */
import type { PoolClient } from 'pg'

export interface Party {
  readonly id: string
  readonly name: string
  /** What kind of agency it is, or the role of a post; empty for whom a record names already. */
  readonly kind: string
}

export interface Parties {
  readonly agency: readonly Party[]
  readonly post: readonly Party[]
}

/** Agencies of the area, the authority first, and the posts that somebody holds now at the agency. */
export async function readParties(client: PoolClient, areaId: string, agencyId: string): Promise<Parties> {
  const agencies = await client.query<Party>({
    name: 'agencies of area',
    text: `select a.id, a.name, a.kind from area_agency e join agency a on a.id = e.agency_id
           where e.area_id = $1 order by e.is_authority desc, a.name, a.id`,
    values: [areaId],
  })
  const posts = await client.query<Party>({
    name: 'posts of agency',
    text: `select p.id, r.name || ', ' || p.title as name, p.role as kind
           from post p join practitioner r on r.id = p.practitioner_id join post_area a on a.post_id = p.id
           where a.area_id = $1 and p.agency_id = $2 and p.from_at <= now() and (p.until_at is null or p.until_at > now())
           order by r.name, p.title, p.id`,
    values: [areaId, agencyId],
  })
  return { agency: agencies.rows, post: posts.rows }
}

/** Who holds a post now. */
export interface PersonOfAgency {
  /** The post. */
  readonly id: string
  readonly agencyId: string
  readonly name: string
  readonly title: string
}

/** The people who hold posts of an area now at these agencies, by name. */
export async function readPeople(
  client: PoolClient,
  areaId: string,
  agencyIds: readonly string[],
): Promise<PersonOfAgency[]> {
  const { rows } = await client.query<PersonOfAgency>({
    name: 'people of agencies',
    text: `select p.id, p.agency_id as "agencyId", r.name, p.title
           from post p join practitioner r on r.id = p.practitioner_id join post_area a on a.post_id = p.id
           where a.area_id = $1 and p.agency_id = any($2) and p.from_at <= now() and (p.until_at is null or p.until_at > now())
           order by r.name, p.title, p.id`,
    values: [areaId, agencyIds],
  })
  return rows
}

/** The names of agencies and of the holders of posts, those that ended too. */
export async function readNames(client: PoolClient, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<{ id: string; name: string }>({
    name: 'names of parties',
    text: `select id, name from agency where id = any($1)
           union all
           select p.id, r.name from post p join practitioner r on r.id = p.practitioner_id where p.id = any($1)`,
    values: [ids],
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
