/** Compartments: where an agency's facts of one case stand, and who is granted them from the start. */
import type { PoolClient } from 'pg'
import { newId } from '../platform/identifier.ts'
import type { LockedCase } from './lock.ts'
import { insertRows } from './rows.ts'

const compartmentColumns = [
  ['area_id', 'uuid'],
  ['id', 'uuid'],
  ['case_id', 'uuid'],
  ['agency_id', 'uuid'],
  ['sensitivity', 'text'],
] as const
const grantColumns = [
  ['area_id', 'uuid'],
  ['compartment_id', 'uuid'],
  ['case_id', 'uuid'],
  ['holder_id', 'uuid'],
  ['starts_at', 'timestamptz'],
  ['reason', 'text'],
] as const

interface Wanted {
  readonly caseFile: LockedCase
  readonly agencyId: string
  readonly sensitivity: string
}

/**
 * Makes the compartments that are missing and grants each to the case's team and, for an ordinary case, to the standing
 * groups of its agency. A restricted or shielded case is granted to its team alone, a shielded one to the front door too.
 */
export async function openCompartments(
  client: PoolClient,
  areaId: string,
  wanted: readonly Wanted[],
  at: number,
): Promise<void> {
  const missing = wanted.filter(one => !one.caseFile.compartments.has(`${one.agencyId}/${one.sensitivity}`))
  if (missing.length === 0) return
  const groups = await standingGroups(client, areaId, [...new Set(missing.map(one => one.agencyId))])
  const compartments: object[] = []
  const grants: object[] = []
  for (const { caseFile, agencyId, sensitivity } of missing) {
    const key = `${agencyId}/${sensitivity}`
    if (caseFile.compartments.has(key)) continue
    const id = newId()
    caseFile.compartments.set(key, id)
    compartments.push({ area_id: areaId, id, case_id: caseFile.id, agency_id: agencyId, sensitivity })
    for (const group of groups) {
      if (group.agency_id !== agencyId || !isGranted(group, caseFile, sensitivity)) continue
      grants.push({
        area_id: areaId,
        compartment_id: id,
        case_id: caseFile.id,
        holder_id: group.id,
        // Rows are compared with the database's clock: a grant must hold from now, whatever day the story has.
        starts_at: Math.min(at, Date.now()),
        reason: group.name,
      })
    }
  }
  await Promise.all([
    insertRows(client, 'compartment', compartmentColumns, compartments),
    insertRows(client, 'compartment_grant', grantColumns, grants),
  ])
}

interface Group {
  readonly id: string
  readonly agency_id: string
  readonly kind: 'team' | 'role' | 'person'
  readonly name: string
}

async function standingGroups(
  client: PoolClient,
  areaId: string,
  agencyIds: readonly string[],
): Promise<readonly Group[]> {
  const { rows } = await client.query<Group>({
    name: 'standing groups',
    text: `select id, agency_id, kind, name from holder where area_id = $1 and agency_id = any($2) and kind in ('team', 'role')`,
    values: [areaId, agencyIds],
  })
  return rows
}

function isGranted(group: Group, caseFile: LockedCase, sensitivity: string): boolean {
  if (group.id === caseFile.teamId) return true
  if (group.kind === 'team' || sensitivity !== 'ordinary') return false
  return caseFile.restriction === 'none' || (caseFile.restriction === 'shielded' && group.name === 'Front door')
}
