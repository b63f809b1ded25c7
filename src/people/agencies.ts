/** The agencies of an area as people know them: what kind, whom to ring, and whether anybody there signs in. */
import type { Pool, PoolClient } from 'pg'

export interface AgencyOfArea {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly telephone: string | null
  readonly isAuthority: boolean
  /** It is the office of a body (the partners, the death reviews, the Panel), and works with no child. */
  readonly isOffice: boolean
  /** Somebody there holds a post now: what is asked here can be answered here. */
  readonly isConnected: boolean
}

/** Kinds in the order in which people ask for them most. A kind that is not listed comes last, under its own name. */
const kinds: Readonly<Record<string, string>> = {
  'local-authority': 'Council',
  police: 'Police',
  school: 'School',
  'early-years': 'Nursery or childminder',
  'general-practice': 'GP surgery',
  'community-health': 'Community health',
  hospital: 'Hospital',
  'mental-health': 'Mental health service',
  probation: 'Probation',
  'youth-offending': 'Youth offending team',
  housing: 'Housing',
  voluntary: 'Voluntary body',
  'safeguarding-partnership': 'Safeguarding partnership',
  'child-death-office': 'Child death review office',
  'national-panel': 'National Panel',
}

/** What kind of agency it is, in words. */
export function sayKind(kind: string): string {
  const words = kind.replaceAll('-', ' ')
  return kinds[kind] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

function placeOf(kind: string): number {
  const at = Object.keys(kinds).indexOf(kind)
  return at < 0 ? Number.MAX_SAFE_INTEGER : at
}

/** Every agency of an area, by kind and name. */
export async function readAgencies(client: PoolClient, areaId: string): Promise<readonly AgencyOfArea[]> {
  const { rows } = await client.query<AgencyOfArea>({
    name: 'agencies to ask',
    text: `select a.id, a.name, a.kind, a.telephone, e.is_authority as "isAuthority", e.body is not null as "isOffice",
             a.id in (select p.agency_id from post p join post_area o on o.post_id = p.id
               where o.area_id = $1 and p.from_at <= now() and (p.until_at is null or p.until_at > now())) as "isConnected"
           from area_agency e join agency a on a.id = e.agency_id where e.area_id = $1 order by a.name, a.id`,
    values: [areaId],
  })
  return rows.toSorted((a, b) => placeOf(a.kind) - placeOf(b.kind))
}

/** A council that anybody can tell of a child. */
export interface Council {
  readonly areaId: string
  readonly areaName: string
  readonly authority: { readonly id: string; readonly name: string; readonly telephone: string | null }
}

/** The councils of which somebody in one of these roles is there to read what arrives, by the names of their areas. */
export async function readCouncils(door: Pool, roles: readonly string[]): Promise<readonly Council[]> {
  const { rows } = await door.query<Council>({
    name: 'councils to tell',
    text: `select o.id as "areaId", o.name as "areaName",
             jsonb_build_object('id', a.id, 'name', a.name, 'telephone', a.telephone) as authority
           from area_agency e join area o on o.id = e.area_id join agency a on a.id = e.agency_id
           where e.is_authority and o.kind = 'authority'
             and exists (select from post p join post_area t on t.post_id = p.id where t.area_id = o.id and p.agency_id = a.id
               and p.role = any($1) and p.from_at <= now() and (p.until_at is null or p.until_at > now()))
           order by o.name, o.id`,
    values: [roles],
  })
  return rows
}
