/**
 * What only the whole record can answer: why a duty is due, and what was owed on a past day. Derived by the recorder from
 * everything; what of it is shown is for the caller to filter by what the reader may see.
 */
import { NotFound } from '../access/refusals.ts'
import { type Derived, derive, type Policy } from '../engine/derive.ts'
import { type Explanation, explain } from '../engine/explain.ts'
import { transaction } from '../platform/transaction.ts'
import type { Ledger } from './ledger.ts'
import { readArea } from './lock.ts'
import { readEntries, type StoredEntry } from './rows.ts'

/** The whole of one case, with the policy by which it is derived. */
export interface WholeCase {
  readonly entries: readonly StoredEntry[]
  readonly policy: Policy
}

/** The whole of each of these cases of one area. What of it is shown is for the caller to filter by what the reader may see. */
export function readWhole(ledger: Ledger, areaId: string, ids: readonly string[]): Promise<Map<string, WholeCase>> {
  return transaction(ledger.recorder, async client => {
    const area = await readArea(client, areaId)
    const entries = await readEntries(client, areaId, ids, ledger.dayOf)
    const { rows } = await client.query<{ case_id: string; root: string; agency_id: string; reached_at: number }>({
      name: 'reached',
      text: `select case_id, root, agency_id, min(reached_at) as reached_at from disclosed_fact
             where area_id = $1 and case_id = any($2) group by case_id, root, agency_id`,
      values: [areaId, ids],
    })
    const until = await client.query<{ id: string; format: string; until_day: string }>({
      name: 'files speak until',
      text: 'select case_id as id, format, until_day from import_child where area_id = $1 and case_id = any($2)',
      values: [areaId, ids],
    })
    const files = await client.query<{ id: string; kind: string; parties: Record<string, number> }>({
      name: 'kind and parties',
      text: 'select id, kind, parties from case_file where area_id = $1 and id = any($2)',
      values: [areaId, ids],
    })
    const reached = new Map<string, Map<string, Map<string, number>>>()
    for (const row of rows) {
      const ofCase = reached.get(row.case_id) ?? new Map<string, Map<string, number>>()
      ofCase.set(row.root, (ofCase.get(row.root) ?? new Map()).set(row.agency_id, row.reached_at))
      reached.set(row.case_id, ofCase)
    }
    const found = files.rows.map(({ id, kind, parties }): [string, WholeCase] => {
      const of = { caseKind: kind, parties: new Map(Object.entries(parties)), reached: reached.get(id) ?? new Map() }
      const own = until.rows.filter(row => row.id === id)
      const speaksUntil = new Map(own.map(row => [row.format, row.until_day]))
      const policy = { ...area, ...of, speaksUntil, carries: ledger.carries, dayOf: ledger.dayOf }
      return [id, { entries: entries.get(id) ?? [], policy }]
    })
    return new Map(found)
  })
}

async function whole<T>(
  ledger: Ledger,
  areaId: string,
  caseId: string,
  use: (entries: readonly StoredEntry[], policy: Policy) => T,
): Promise<T | undefined> {
  const found = (await readWhole(ledger, areaId, [caseId])).get(caseId)
  return found && use(found.entries, found.policy)
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
export async function deriveAsKnown(ledger: Ledger, areaId: string, caseId: string, instant: number): Promise<Derived> {
  const derived = await whole(ledger, areaId, caseId, (entries, policy) =>
    derive(entries, instant, policy, ledger.guidance),
  )
  if (!derived) throw new NotFound()
  return derived
}
