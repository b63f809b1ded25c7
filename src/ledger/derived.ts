/** Duties and open procedures of a case as rows: only those that a derivation changed are written. */
import type { PoolClient } from 'pg'
import type { Derived, Duty } from '../engine/derive.ts'
import type { LockedCase } from './lock.ts'
import { dutyColumns, insertRows, procedureColumns, type StoredEntry } from './rows.ts'

export interface DerivedCase {
  readonly caseFile: LockedCase
  readonly derived: Derived
  readonly entries: readonly StoredEntry[]
}

type Kept = [caseId: string, id: string, fingerprint: string]

/** Brings the derived rows of cases up to date, within the transaction that recorded. */
export async function writeDerived(
  client: PoolClient,
  areaId: string,
  cases: readonly DerivedCase[],
  isNew: boolean,
): Promise<void> {
  const kept = new Map<string, Map<string, string>>()
  if (!isNew) {
    const { rows } = await client.query<Kept>({
      rowMode: 'array',
      name: 'kept duties',
      text: `select case_id, id, fingerprint from duty where area_id = $1 and case_id = any($2)
             union all
             select case_id, procedure || '/' || root, coalesce(closed_by::text, '') || opened_from || opened_to || coalesce(closed_on::text, '')
             from open_procedure where area_id = $1 and case_id = any($2)`,
      values: [areaId, cases.map(one => one.caseFile.id)],
    } as never)
    for (const [caseId, id, fingerprint] of rows) {
      const ofCase = kept.get(caseId) ?? new Map<string, string>()
      ofCase.set(id, fingerprint)
      kept.set(caseId, ofCase)
    }
  }
  const duties: object[] = []
  const procedures: object[] = []
  const gone: [string, string][] = []
  for (const { caseFile, derived, entries } of cases) {
    const ofCase = kept.get(caseFile.id) ?? new Map<string, string>()
    const compartmentOf = new Map(entries.map(entry => [entry.root, entry.compartmentId]))
    for (const duty of derived.duties) {
      const trigger = compartmentOf.get(duty.trigger)
      const actor = caseFile.compartments.get(`${duty.agency}/ordinary`) ?? trigger
      const fingerprint = fingerprintOf(duty, caseFile, trigger, actor)
      if (ofCase.get(duty.id) !== fingerprint) duties.push(dutyRow(areaId, caseFile, duty, trigger, actor, fingerprint))
      ofCase.delete(duty.id)
    }
    for (const one of derived.procedures) {
      const closedOn = one.closed?.on.to ?? null
      const fingerprint = `${one.closed?.by ?? ''}${one.opened.from}${one.opened.to}${closedOn ?? ''}`
      const key = `${one.procedure}/${one.root}`
      if (ofCase.get(key) !== fingerprint) {
        procedures.push({
          area_id: areaId,
          case_id: caseFile.id,
          procedure: one.procedure,
          root: one.root,
          compartment_id: compartmentOf.get(one.root),
          team_id: caseFile.teamId,
          opened_from: one.opened.from,
          opened_to: one.opened.to,
          closed_by: one.closed?.by ?? null,
          closed_on: closedOn,
        })
      }
      ofCase.delete(key)
    }
    for (const id of ofCase.keys()) gone.push([caseFile.id, id])
  }
  if (gone.length > 0) await removeGone(client, areaId, gone)
  const key = isNew ? undefined : ['area_id', 'case_id', 'id']
  await insertRows(client, 'duty', dutyColumns, duties, key)
  await insertRows(
    client,
    'open_procedure',
    procedureColumns,
    procedures,
    isNew ? undefined : ['area_id', 'case_id', 'procedure', 'root'],
  )
}

async function removeGone(client: PoolClient, areaId: string, gone: readonly [string, string][]): Promise<void> {
  const values = [areaId, gone.map(([caseId]) => caseId), gone.map(([, id]) => id)]
  await client.query({
    name: 'remove duties',
    text: 'delete from duty d using unnest($2::uuid[], $3::text[]) as g (case_id, id) where d.area_id = $1 and d.case_id = g.case_id and d.id = g.id',
    values,
  })
  await client.query({
    name: 'remove procedures',
    text: `delete from open_procedure p using unnest($2::uuid[], $3::text[]) as g (case_id, id)
           where p.area_id = $1 and p.case_id = g.case_id and p.procedure || '/' || p.root = g.id`,
    values,
  })
}

function dutyRow(
  areaId: string,
  caseFile: LockedCase,
  duty: Duty,
  trigger: string | undefined,
  actor: string | undefined,
  fingerprint: string,
): object {
  return {
    area_id: areaId,
    case_id: caseFile.id,
    id: duty.id,
    rule: duty.rule,
    trigger_root: duty.trigger,
    agency_id: duty.agency,
    actor_compartment_id: actor,
    trigger_compartment_id: trigger,
    team_id: caseFile.teamId,
    worker_post_id: caseFile.workerPostId,
    edition: duty.edition,
    inherited: duty.inherited,
    known_since: duty.knownSince,
    from_day: duty.from.from,
    due_earliest: duty.due?.earliest ?? null,
    due_latest: duty.due?.latest ?? null,
    due_earliest_at: duty.due?.earliestInstant ?? null,
    due_latest_at: duty.due?.latestInstant ?? null,
    met_by: duty.met?.by ?? null,
    met_from: duty.met?.on.from ?? null,
    met_to: duty.met?.on.to ?? null,
    late: duty.met?.late ?? null,
    lapsed_by: duty.lapsed?.by ?? null,
    lapsed_on: duty.lapsed?.on ?? null,
    lapsed_why: duty.lapsed?.why ?? null,
    not_known_from: duty.notKnownFrom,
    remark: duty.remark,
    fingerprint,
  }
}

/** A short text that differs when anything of the row differs that its id does not already say. */
function fingerprintOf(
  duty: Duty,
  caseFile: LockedCase,
  trigger: string | undefined,
  actor: string | undefined,
): string {
  const { due, met, lapsed } = duty
  const said = `${trigger}${actor}${caseFile.teamId}${caseFile.workerPostId}${duty.edition}${duty.inherited}${duty.knownSince}${duty.from.from}|${due?.earliest}${due?.latest}${due?.earliestInstant}${due?.latestInstant}|${met?.by}${met?.on.from}${met?.on.to}${met?.late}|${lapsed?.by}${lapsed?.on}${lapsed?.why}|${duty.notKnownFrom}|${duty.remark}`
  let one = 0x811c9dc5
  let other = 0x41c6ce57
  for (let at = 0; at < said.length; at++) {
    const code = said.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    other = Math.imul(other ^ code, 0x5f356495)
  }
  return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`
}
