/**
 * The entries of cases that were recorded on lately, and what was derived from them, kept in memory: who records a visit often records
 * the next thing on the same case, and the longest cases are those that are worked on most. They are the case's for as long as its head
 * is, because the hash of its last entry covers all before it (`chain.ts`): nothing else has to say when they are out of date.
 */
import type { PoolClient } from 'pg'
import type { Before } from '../engine/carried-over.ts'
import type { DerivedCase } from './derived.ts'
import type { Ledger } from './ledger.ts'
import type { LockedCase, RowsThen } from './lock.ts'
import { readEntries, type StoredEntry } from './rows.ts'

interface Kept extends Before, RowsThen {
  readonly entries: readonly StoredEntry[]
}

/** Entries of all cases together: some 80 MB with what was derived from them. */
const atMost = 30_000

class KeptEntries {
  /** The case recorded on last is the last. */
  private readonly cases = new Map<string, Kept>()
  private count = 0

  get(caseId: string): Kept | undefined {
    return this.cases.get(caseId)
  }

  keep(caseId: string, kept: Kept): void {
    this.forget(caseId)
    this.cases.set(caseId, kept)
    this.count += kept.entries.length
    for (const [oldest] of this.cases) {
      if (this.count <= atMost) break
      this.forget(oldest)
    }
  }

  private forget(caseId: string): void {
    this.count -= this.cases.get(caseId)?.entries.length ?? 0
    this.cases.delete(caseId)
  }
}

const ofLedger = new WeakMap<Ledger, KeptEntries>()

function keptIn(ledger: Ledger): KeptEntries {
  const kept = ofLedger.get(ledger) ?? new KeptEntries()
  ofLedger.set(ledger, kept)
  return kept
}

/** The derived rows of a case that was recorded on lately, as they stood then: for its lock (`lock.ts`). */
export function rowsKept(ledger: Ledger): (caseId: string) => RowsThen | undefined {
  const kept = keptIn(ledger)
  return caseId => kept.get(caseId)
}

/** What is recorded on a case, in the order in which it was; and what was derived from it, where that is kept. */
export interface UnderLock {
  readonly stored: ReadonlyMap<string, readonly StoredEntry[]>
  readonly before: ReadonlyMap<string, Before>
}

/**
 * Entries of cases, by case: of those that are not kept, or are not as they were, read from the database.
 * @param locking the locking of the same cases, sent before on the same connection
 */
export async function entriesUnderLock(
  client: PoolClient,
  ledger: Ledger,
  areaId: string,
  caseIds: readonly string[],
  locking: Promise<ReadonlyMap<string, LockedCase>>,
): Promise<UnderLock> {
  const kept = keptIn(ledger)
  const read = (ids: readonly string[]) => (ids.length > 0 ? readEntries(client, areaId, ids, ledger.dayOf) : [])
  const [found, locked] = await Promise.all([read(caseIds.filter(id => !kept.get(id))), locking])
  const stored = new Map<string, readonly StoredEntry[]>(found)
  const before = new Map<string, Before>()
  const stale: string[] = []
  for (const id of caseIds) {
    if (stored.has(id)) continue
    const known = kept.get(id)
    if (known && locked.get(id)?.head.equals(known.head)) {
      stored.set(id, known.entries)
      before.set(id, known)
    } else stale.push(id)
  }
  for (const [id, anew] of await read(stale)) stored.set(id, anew)
  return { stored, before }
}

/**
 * Keeps the entries of cases together with what was just recorded there. Where its transaction is not kept after all, the case has
 * another head than this, and is read again.
 */
export function keepEntries(
  ledger: Ledger,
  cases: readonly DerivedCase[],
  stored: ReadonlyMap<string, readonly StoredEntry[]>,
  added: ReadonlyMap<string, readonly StoredEntry[]>,
): void {
  const kept = keptIn(ledger)
  for (const { caseFile, policy, derived } of cases) {
    const { id, head, derivation, rows, written } = caseFile
    // As the database gives it back: without what is undefined.
    const anew = (added.get(id) ?? []).map(one => ({
      ...one,
      data: JSON.parse(JSON.stringify(one.data)) as typeof one.data,
    }))
    const entries = [...(stored.get(id) ?? []), ...anew]
    kept.keep(id, { head, derivation, rows, written, entries, policy, derived })
  }
}
