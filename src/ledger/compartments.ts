/** Compartments: where an agency's facts of one case stand, and who is granted them from the start. */
import type { PoolClient } from 'pg'
import { ofFew } from '../engine/fact.ts'
import { addHolder, type Purpose } from '../people/establishment.ts'
import { newId } from '../platform/identifier.ts'
import { together } from '../platform/transaction.ts'
import { ofAccess } from '../procedures/break-glass.ts'
import type { LockedCase } from './lock.ts'
import { insertRows } from './rows.ts'

const compartmentColumns = [
  ['area_id', 'uuid'],
  ['id', 'uuid'],
  ['case_id', 'uuid'],
  ['agency_id', 'uuid'],
  ['sensitivity', 'text'],
] as const
export const grantColumns = [
  ['area_id', 'uuid'],
  ['compartment_id', 'uuid'],
  ['case_id', 'uuid'],
  ['holder_id', 'uuid'],
  ['starts_at', 'timestamptz'],
  ['reason', 'text'],
  ['apart', 'boolean'],
] as const

/** As much of a case as decides who is granted what is recorded there. */
export type CaseToOpen = Pick<
  LockedCase,
  'id' | 'kind' | 'parties' | 'compartments' | 'teamId' | 'restriction' | 'isBeside'
>

interface Wanted {
  readonly caseFile: CaseToOpen
  readonly agencyId: string
  readonly sensitivity: string
  /** Who records there first; none for imports. */
  readonly postId: string | null
  /** In milliseconds. */
  readonly at: number
}

/**
 * Makes the compartments that are missing and grants each to the case's team and, for an ordinary case, to the standing
 * groups of its agency. A restricted or shielded case is granted to its team alone, a shielded one to the front door too;
 * what another agency records there, to the person who records it, who would otherwise not read their own words.
 * A file with what was imported of a child whose record is kept apart is granted to whoever imports and to the front door.
 * What is no child's file is granted to those who do such work for the agencies that work on it together.
 */
export async function openCompartments(client: PoolClient, areaId: string, wanted: readonly Wanted[]): Promise<void> {
  const missing = wanted.filter(one => !one.caseFile.compartments.has(`${one.agencyId}/${one.sensitivity}`))
  if (missing.length === 0) return
  const agencies = missing.flatMap(one => [one.agencyId, ...one.caseFile.parties.keys()])
  const groups = await standingGroups(client, areaId, [...new Set(agencies)])
  const compartments: object[] = []
  const grants: object[] = []
  for (const { caseFile, agencyId, sensitivity, postId, at } of missing) {
    const key = `${agencyId}/${sensitivity}`
    if (caseFile.compartments.has(key)) continue
    const id = newId()
    caseFile.compartments.set(key, id)
    compartments.push({ area_id: areaId, id, case_id: caseFile.id, agency_id: agencyId, sensitivity })
    const granted = groups
      .filter(({ agency_id }) => agency_id === agencyId || caseFile.parties.has(agency_id))
      .filter(group => isGranted(group, caseFile, agencyId, sensitivity))
      .map(group => ({ id: group.id, reason: group.name }))
    const isOfTeam = granted.some(group => group.id === caseFile.teamId)
    if (caseFile.restriction !== 'none' && sensitivity !== ofAccess && postId && !isOfTeam)
      granted.push({ id: await ownHolder(client, areaId, postId, agencyId), reason: 'it holds what you recorded' })
    for (const group of granted)
      grants.push({
        area_id: areaId,
        compartment_id: id,
        case_id: caseFile.id,
        holder_id: group.id,
        // Rows are compared with the database's clock: a grant must hold from now, whatever day the story has.
        starts_at: Math.min(at, Date.now()),
        reason: group.reason,
        apart: sensitivity === ofAccess,
      })
  }
  await together([
    insertRows(client, 'compartment', compartmentColumns, compartments),
    insertRows(client, 'compartment_grant', grantColumns, grants),
  ])
}

/** A team, or a standing group, of an agency. */
export interface Group {
  readonly works_on: readonly string[]
  readonly id: string
  readonly agency_id: string
  readonly kind: 'team' | 'role' | 'person'
  readonly name: string
  readonly purpose: Purpose | null
  /** Whether a data lead is in it. */
  readonly imports: boolean
  readonly isOfAuthority: boolean
  /** Whether somebody is in it who decides what is done for a child: at the front door, in a team, at a conference. */
  readonly decides: boolean
}

/** The teams and standing groups of agencies in an area. */
export async function standingGroups(
  client: PoolClient,
  areaId: string,
  agencyIds: readonly string[],
): Promise<readonly Group[]> {
  const { rows } = await client.query<Group>({
    name: 'standing groups',
    text: `select id, agency_id, kind, name, purpose, works_on,
             exists (select from post_holder h join post p on p.id = h.post_id where h.holder_id = holder.id and p.role = 'data-lead') as imports,
             exists (select from area_agency a where a.area_id = $1 and a.agency_id = holder.agency_id and a.is_authority) as "isOfAuthority",
             exists (select from post_holder h join post p on p.id = h.post_id where h.holder_id = holder.id
               and p.role in ('front-door', 'team-manager', 'conference-chair')) as decides
           from holder where area_id = $1 and agency_id = any($2) and kind in ('team', 'role')`,
    values: [areaId, agencyIds],
  })
  return rows
}

/** What stands for one post alone, so that something can be granted to it; made where it is missing. */
export async function ownHolder(client: PoolClient, areaId: string, postId: string, agencyId: string): Promise<string> {
  const { rows } = await client.query<{ id: string | null; name: string }>({
    name: 'holder of post',
    text: `select r.name, (select h.id from post_holder p join holder h on h.id = p.holder_id
             where p.post_id = o.id and h.area_id = $2 and h.kind = 'person' limit 1) as id
           from post o join practitioner r on r.id = o.practitioner_id where o.id = $1`,
    values: [postId, areaId],
  })
  const { id = null, name = '' } = rows[0] ?? {}
  if (id) return id
  const made = newId()
  await addHolder(client, { id: made, agencyId, areaId, kind: 'person', name })
  await client.query('insert into post_holder (post_id, holder_id) values ($1, $2)', [postId, made])
  return made
}

/** What of a case decides who sees what is recorded there. */
export type CaseToGrant = Pick<CaseToOpen, 'kind' | 'parties' | 'teamId' | 'restriction' | 'isBeside'>

/** Whether a group sees what an agency records of a case, of that sensitivity, from the start. */
export function isGranted(group: Group, caseFile: CaseToGrant, agencyId: string, sensitivity: string): boolean {
  if (sensitivity === ofFew) return isGrantedToFew(group, caseFile, agencyId)
  return caseFile.kind === 'child'
    ? group.agency_id === agencyId && isGrantedChild(group, caseFile, sensitivity)
    : isGrantedMatter(group, caseFile, agencyId, sensitivity)
}

/**
 * Of what is no child's file an agency's records are seen by the case's team, by those who do such work for the agencies that
 * work on it together, and by that agency's own people: all its standing groups, or where some of them do such work, those.
 */
function isGrantedMatter(group: Group, caseFile: CaseToGrant, agencyId: string, sensitivity: string): boolean {
  const isParty = caseFile.parties.has(group.agency_id)
  if (sensitivity === ofAccess) return isParty && group.purpose === 'privacy'
  if (group.id === caseFile.teamId) return true
  if (sensitivity !== 'ordinary' || caseFile.restriction !== 'none') return false
  if (group.works_on.includes(caseFile.kind)) return isParty || group.agency_id === agencyId
  return group.agency_id === agencyId && group.kind === 'role' && !isParty
}

/**
 * What is for few, as what is known of somebody who is a danger to children, is for those who work with the child, and in the
 * authority for those who decide besides; in another agency for those who record for it.
 */
function isGrantedToFew(group: Group, { teamId, restriction, isBeside }: CaseToGrant, agencyId: string): boolean {
  if (group.id === teamId) return true
  if (group.agency_id !== agencyId || group.kind !== 'role' || isBeside) return false
  if (restriction === 'shielded') return group.purpose === 'front-door'
  return restriction === 'none' && (group.decides || !group.isOfAuthority)
}

function isGrantedChild(group: Group, caseFile: CaseToGrant, sensitivity: string): boolean {
  // Who opened what in an emergency is for those who review it, and not for the team whose colleague it was.
  if (sensitivity === ofAccess) return group.purpose === 'privacy'
  if (group.id === caseFile.teamId) return true
  if (group.kind === 'team' || sensitivity !== 'ordinary') return false
  if (caseFile.isBeside) return group.imports || group.purpose === 'front-door'
  return caseFile.restriction === 'none' || (caseFile.restriction === 'shielded' && group.purpose === 'front-door')
}
