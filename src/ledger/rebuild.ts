/** Derived rows are never the truth: all of them can be made again from the facts. */
import type { PoolClient } from 'pg'
import { transaction } from '../platform/transaction.ts'
import type { Ledger } from './ledger.ts'
import { type LockedCase, lockCases, readArea } from './lock.ts'
import { deriveAll } from './record.ts'
import { grouped, readEntries, type StoredEntry } from './rows.ts'

/** Cases have from four facts to a thousand: a batch is measured by what is read. */
const factsAtOnce = 4000

export interface CaseToRebuild {
  readonly areaId: string
  readonly id: string
  /** How many entries its ledger has. */
  readonly facts: number
}

/** Every case of the database by area, in order, for dividing work. */
export async function findCases(ledger: Ledger): Promise<readonly CaseToRebuild[]> {
  const { rows } = await ledger.recorder.query<CaseToRebuild>(
    'select area_id as "areaId", id, next_number - 1 as facts from case_file order by area_id, id',
  )
  return rows
}

/**
 * Makes the derived rows of these cases again. Only rows that are not as they must be are written.
 * @returns the number of facts that were read
 */
export async function rebuild(
  ledger: Ledger,
  cases: readonly CaseToRebuild[],
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<number> {
  let facts = 0
  let done = 0
  for (const [areaId, ofArea] of grouped(cases, one => one.areaId)) {
    for (const ids of batches(ofArea)) {
      facts += await transaction(ledger.recorder, client => rebuildWithin(client, ledger, areaId, ids))
      done += ids.length
      onProgress(done, cases.length)
    }
  }
  return facts
}

function batches(cases: readonly CaseToRebuild[]): string[][] {
  const found: string[][] = []
  let facts = factsAtOnce
  for (const one of cases) {
    if (facts >= factsAtOnce) {
      found.push([])
      facts = 0
    }
    found.at(-1)?.push(one.id)
    facts += one.facts
  }
  return found
}

/** The same for cases of one area, within a transaction of the recorder that the caller holds. */
export async function rebuildWithin(
  client: PoolClient,
  ledger: Ledger,
  areaId: string,
  ids: readonly string[],
): Promise<number> {
  const area = await readArea(client, areaId)
  const files: Map<string, LockedCase> = await lockCases(client, areaId, ids)
  const stored = await readEntries(client, areaId, ids, ledger.dayOf)
  // Every entry counts as added, so that the index of people is made again as well.
  await deriveAll(client, ledger, areaId, area, files, new Map(), stored, { isNew: false })
  return [...stored.values()].reduce((sum: number, entries: StoredEntry[]) => sum + entries.length, 0)
}
