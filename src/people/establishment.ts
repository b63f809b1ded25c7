/** Who there is: areas, agencies, teams and standing groups, practitioners and their posts. Written by an operator, the story and imports. */
import type { PoolClient } from 'pg'
import { newId } from '../platform/identifier.ts'

export interface Area {
  readonly id: string
  readonly kind: 'authority' | 'partnership' | 'national'
  readonly name: string
  readonly codes: readonly { scheme: 'dfe' | 'ons'; code: string; from: string; to?: string }[]
}

/** Makes an area. */
export async function addArea(client: PoolClient, area: Area): Promise<void> {
  await client.query('insert into area (id, kind, name) values ($1, $2, $3)', [area.id, area.kind, area.name])
  for (const { scheme, code, from, to } of area.codes) {
    await client.query('insert into area_code (area_id, scheme, code, from_day, to_day) values ($1, $2, $3, $4, $5)', [
      area.id,
      scheme,
      code,
      from,
      to ?? null,
    ])
  }
}

/** The area that has a code on a day; nothing where none has. */
export async function findAreaByCode(
  client: PoolClient,
  scheme: 'dfe' | 'ons',
  code: string,
  day: string,
): Promise<string | undefined> {
  const { rows } = await client.query<{ area_id: string }>(
    'select area_id from area_code where scheme = $1 and code = $2 and from_day <= $3 and (to_day is null or to_day >= $3)',
    [scheme, code, day],
  )
  return rows[0]?.area_id
}

export interface Agency {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly telephone?: string
  /** The body as which it acts in its areas, besides being an authority. */
  readonly body?: 'safeguarding-partners' | 'child-death-review-partners' | 'panel' | undefined
}

/** Makes an agency and lets it work in areas; at most one agency is the authority of an area, and one each of its other bodies. */
export async function addAgency(
  client: PoolClient,
  agency: Agency,
  areaIds: readonly string[],
  isAuthority = false,
): Promise<void> {
  await client.query('insert into agency (id, kind, name, telephone) values ($1, $2, $3, $4)', [
    agency.id,
    agency.kind,
    agency.name,
    agency.telephone ?? null,
  ])
  for (const areaId of areaIds) {
    await client.query('insert into area_agency (area_id, agency_id, is_authority, body) values ($1, $2, $3, $4)', [
      areaId,
      agency.id,
      isAuthority,
      agency.body ?? null,
    ])
  }
}

/** What a standing group is for, where more hangs on it than on other groups: who takes in what arrives, and who watches who looked. */
export type Purpose = 'front-door' | 'privacy'

/** A team, or the standing group of a role, to which compartments are granted. */
export interface Holder {
  readonly id: string
  readonly agencyId: string
  readonly areaId: string
  readonly kind: 'team' | 'role' | 'person'
  readonly name: string
  /** The kinds of case, besides children's files, that it works on for its agency from their start. */
  readonly worksOn?: readonly string[]
  readonly purpose?: Purpose | undefined
}

/** Makes a holder. */
export async function addHolder(client: PoolClient, holder: Holder): Promise<void> {
  const { id, agencyId, areaId, kind, name, purpose = null, worksOn = [] } = holder
  await client.query(
    'insert into holder (id, agency_id, area_id, kind, name, purpose, works_on) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, agencyId, areaId, kind, name, purpose, worksOn],
  )
}

export interface Practitioner {
  readonly id: string
  readonly signIn: string
  readonly name: string
}

/** Makes a practitioner, who can sign in by that name. */
export async function addPractitioner(client: PoolClient, practitioner: Practitioner): Promise<void> {
  const { id, signIn, name } = practitioner
  await client.query('insert into practitioner (id, sign_in, name) values ($1, $2, $3)', [id, signIn, name])
}

export interface Post {
  readonly id: string
  readonly practitionerId: string
  readonly agencyId: string
  /** One of `access/policy.ts`. */
  readonly role: string
  /** What the person is called at work: "Social worker, Assessment Team 1". */
  readonly title: string
  readonly areaIds: readonly string[]
  readonly holderIds: readonly string[]
  /** In milliseconds since 1970. */
  readonly from: number
}

/** Gives a practitioner a post in areas, as a member of teams and standing groups. */
export async function addPost(client: PoolClient, post: Post): Promise<void> {
  await client.query(
    'insert into post (id, practitioner_id, agency_id, role, title, from_at) values ($1, $2, $3, $4, $5, $6)',
    [post.id, post.practitionerId, post.agencyId, post.role, post.title, new Date(post.from)],
  )
  for (const areaId of post.areaIds)
    await client.query('insert into post_area (post_id, area_id) values ($1, $2)', [post.id, areaId])
  for (const holderId of post.holderIds)
    await client.query('insert into post_holder (post_id, holder_id) values ($1, $2)', [post.id, holderId])
}

/** A reference for a new case: short, unlike any other, and telling nothing. */
export function newReference(): string {
  const id = newId().replaceAll('-', '')
  const number = BigInt(`0x${id.slice(16)}`) % 32n ** 7n
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  let text = ''
  for (let rest = number, at = 0; at < 7; at++, rest /= 32n) text = letters[Number(rest % 32n)] + text
  return `GT-${text}`
}
