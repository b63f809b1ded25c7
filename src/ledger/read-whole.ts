/**
 * What only the whole record can answer: why a duty is due, and what was owed on a past day. Derived by the recorder from
 * everything; what of it is shown is for the caller to filter by what the reader may see.
 */
import { type Derived, derive, type Policy } from '../engine/derive.ts'
import { type Explanation, explain } from '../engine/explain.ts'
import { transaction } from '../platform/transaction.ts'
import type { Ledger } from './ledger.ts'
import { readArea } from './lock.ts'
import { readEntries, type StoredEntry } from './rows.ts'

async function whole<T>(
  ledger: Ledger,
  areaId: string,
  caseId: string,
  use: (entries: StoredEntry[], policy: Policy) => T,
): Promise<T> {
  return transaction(ledger.recorder, async client => {
    const area = await readArea(client, areaId)
    const entries = (await readEntries(client, areaId, [caseId], ledger.dayOf)).get(caseId) ?? []
    const { rows } = await client.query<{ root: string; agency_id: string; reached_at: number }>({
      name: 'reached',
      text: 'select root, agency_id, min(reached_at) as reached_at from disclosed_fact where area_id = $1 and case_id = $2 group by root, agency_id',
      values: [areaId, caseId],
    })
    const reached = new Map<string, Map<string, number>>()
    for (const row of rows)
      reached.set(row.root, (reached.get(row.root) ?? new Map()).set(row.agency_id, row.reached_at))
    const until = await client.query<{ format: string; until_day: string }>({
      name: 'files speak until',
      text: 'select format, until_day from import_child where area_id = $1 and case_id = $2',
      values: [areaId, caseId],
    })
    const { rows: files } = await client.query<{ kind: string; parties: Record<string, number> }>({
      name: 'kind and parties',
      text: 'select kind, parties from case_file where area_id = $1 and id = $2',
      values: [areaId, caseId],
    })
    const of = { caseKind: files[0]?.kind ?? 'child', parties: new Map(Object.entries(files[0]?.parties ?? {})) }
    const speaksUntil = new Map(until.rows.map(row => [row.format, row.until_day]))
    return use(entries, { ...area, ...of, reached, speaksUntil, carries: ledger.carries, dayOf: ledger.dayOf })
  })
}

/** The explanation of one duty; nothing where the record does not owe it. */
export function explainDuty(
  ledger: Ledger,
  areaId: string,
  caseId: string,
  dutyId: string,
): Promise<Explanation | undefined> {
  return whole(ledger, areaId, caseId, (entries, policy) => explain(dutyId, entries, policy, ledger.guidance))
}

/** Duties and procedures of a case as its record stood at an instant (milliseconds since 1970). */
export function deriveAsKnown(ledger: Ledger, areaId: string, caseId: string, instant: number): Promise<Derived> {
  return whole(ledger, areaId, caseId, (entries, policy) => derive(entries, instant, policy, ledger.guidance))
}
