/** Agencies that work on one case together: from its start because of what it is about, or later because a fact names them. */
import type { PoolClient } from 'pg'
import type { Guidance } from '../engine/guidance.ts'
import { kindOfCase } from '../procedures/case-kinds.ts'
import type { CheckedAct } from './check-acts.ts'
import { grantColumns, isGranted, standingGroups } from './compartments.ts'
import type { AreaOfCase, LockedCase } from './lock.ts'
import { insertRows } from './rows.ts'

/**
 * Lets the agencies of the bodies whose work it is work on a new case.
 * @param at milliseconds since 1970
 */
export function joinFromStart(caseFile: LockedCase, area: AreaOfCase, at: number): void {
  if (caseFile.kind === 'child') return
  for (const body of kindOfCase(caseFile.kind).bodies) {
    const agency = body === 'authority' ? area.authority : (area.bodies[body] ?? area.authority)
    if (!caseFile.parties.has(agency)) caseFile.parties.set(agency, at)
  }
}

/** Lets agencies work on a case that a recorded fact names for it, with what is recorded there already. */
export async function joinNamed(
  client: PoolClient,
  areaId: string,
  acts: readonly CheckedAct[],
  guidance: Guidance,
  at: number,
): Promise<void> {
  for (const { act, caseFile, kind, data } of acts) {
    const joins = guidance.kinds.get(kind)?.joins
    if (!joins || act !== 'record') continue
    const named = ((data[joins] ?? []) as readonly string[]).filter(agency => !caseFile.parties.has(agency))
    for (const agency of named) caseFile.parties.set(agency, at)
    if (named.length > 0) await grantAll(client, areaId, caseFile, named, at)
  }
}

async function grantAll(
  client: PoolClient,
  areaId: string,
  caseFile: LockedCase,
  agencies: readonly string[],
  at: number,
): Promise<void> {
  const groups = await standingGroups(client, areaId, agencies)
  const grants = [...caseFile.compartments].flatMap(([key, compartmentId]) => {
    const [owner = '', sensitivity = ''] = key.split('/')
    return groups
      .filter(group => group.agency_id !== owner && isGranted(group, caseFile, owner, sensitivity))
      .map(group => ({
        area_id: areaId,
        compartment_id: compartmentId,
        case_id: caseFile.id,
        holder_id: group.id,
        starts_at: Math.min(at, Date.now()),
        reason: group.name,
        apart: false,
      }))
  })
  await insertRows(client, 'compartment_grant', grantColumns, grants)
}
