/** From when each closed case is kept, as a row that lists can ask for: written only where a derivation changed it. */
import type { PoolClient } from 'pg'
import type { Guidance } from '../engine/guidance.ts'
import { together } from '../platform/transaction.ts'
import { type Retention, retentionOf } from '../procedures/retention.ts'
import type { DerivedCase } from './derived.ts'
import type { AreaOfCase, LockedCase } from './lock.ts'
import { insertRows } from './rows.ts'

const columns = [
  ['area_id', 'uuid'],
  ['case_id', 'uuid'],
  ['compartment_id', 'uuid'],
  ['category', 'text'],
  ['counts', 'text'],
  ['counts_from', 'date'],
  ['closed_on', 'date'],
  ['held', 'text'],
  ['proposed', 'uuid'],
] as const

/** Brings the rows of cases up to date, within the transaction that recorded. */
export async function writeRetention(
  client: PoolClient,
  areaId: string,
  cases: readonly DerivedCase[],
  { authority }: Pick<AreaOfCase, 'authority'>,
  guidance: Guidance,
): Promise<void> {
  const gone: string[] = []
  const rows: object[] = []
  for (const { caseFile, derived, entries } of cases) {
    const { kind, parties } = caseFile
    const retention = retentionOf(derived, { kind, authority, parties, alone: aloneOn(caseFile, entries) }, guidance)
    const compartment = retention && entries.find(entry => entry.id === retention.closing)?.compartmentId
    const print = retention && compartment ? printOf(retention, compartment) : null
    if (print === caseFile.retention) continue
    if (caseFile.retention !== null) gone.push(caseFile.id)
    if (retention && compartment) rows.push(rowOf(areaId, caseFile.id, compartment, retention))
  }
  // Sent in this order, done in this order.
  await together([
    gone.length > 0 &&
      client.query({
        name: 'remove retention',
        text: 'delete from retention where area_id = $1 and case_id = any($2)',
        values: [areaId, gone],
      }),
    insertRows(client, 'retention', columns, rows),
  ])
}

/** The one agency that holds all there is, and let nobody know of it, not even for a while. */
function aloneOn({ reached }: LockedCase, entries: DerivedCase['entries']): string | undefined {
  const [first, ...others] = new Set(entries.map(({ agency }) => agency))
  return reached.size === 0 && others.length === 0 ? first : undefined
}

/** As the row is read back when its case is locked: see `lock.ts`. */
function printOf({ category, counts, countsFrom, closedOn, held, proposed }: Retention, compartment: string): string {
  return [compartment, category, counts, countsFrom, closedOn, held.join(' '), proposed ?? ''].join('|')
}

function rowOf(areaId: string, caseId: string, compartment: string, retention: Retention): object {
  return {
    area_id: areaId,
    case_id: caseId,
    compartment_id: compartment,
    category: retention.category,
    counts: retention.counts,
    counts_from: retention.countsFrom,
    closed_on: retention.closedOn,
    held: retention.held.join(' '),
    proposed: retention.proposed,
  }
}
