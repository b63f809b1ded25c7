/** Derived rows are never the truth: all of them can be made again from the facts. */
import type { PoolClient } from 'pg'
import { transaction } from '../platform/transaction.ts'
import type { Ledger } from './ledger.ts'
import { type LockedCase, lockCases, readArea } from './lock.ts'
import { deriveAll } from './record.ts'
import { grouped, readEntries, type StoredEntry } from './rows.ts'

const casesAtOnce = 100

/** Every case of the database by area, in order, for dividing work. */
export async function findCases(ledger: Ledger): Promise<readonly { areaId: string; id: string }[]> {
  const { rows } = await ledger.recorder.query<{ areaId: string; id: string }>(
    'select area_id as "areaId", id from case_file order by area_id, id',
  )
  return rows
}

/**
 * Makes the derived rows of these cases again. Only rows that are not as they must be are written.
 * @returns the number of facts that were read
 */
export async function rebuild(
  ledger: Ledger,
  cases: readonly { areaId: string; id: string }[],
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<number> {
  let facts = 0
  let done = 0
  for (const [areaId, ofArea] of grouped(cases, one => one.areaId)) {
    for (let at = 0; at < ofArea.length; at += casesAtOnce) {
      const ids = ofArea.slice(at, at + casesAtOnce).map(one => one.id)
      facts += await transaction(ledger.recorder, client => rebuildWithin(client, ledger, areaId, ids))
      done += ids.length
      onProgress(done, cases.length)
    }
  }
  return facts
}

/** The same for cases of one area, within a transaction of the recorder that the caller holds. */
export async function rebuildWithin(
  client: PoolClient,
  ledger: Ledger,
  areaId: string,
  ids: readonly string[],
): Promise<number> {
  const area = await readArea(client, areaId)
  const files: Map<string, LockedCase> = await lockCases(client, areaId, new Map(ids.map(id => [id, 0])))
  const stored = await readEntries(client, areaId, ids, ledger.dayOf)
  // Every entry counts as added, so that the index of people is made again as well.
  await deriveAll(client, ledger, areaId, area, files, new Map(), stored, { isNew: false })
  return [...stored.values()].reduce((sum: number, entries: StoredEntry[]) => sum + entries.length, 0)
}
