/** What the ledger works with: the recorder's connections, the encoded guidance, the clock. */
import type { Pool } from 'pg'
import type { Guidance } from '../engine/guidance.ts'
import type { ObjectStore } from '../platform/object-store.ts'

export interface Ledger {
  /** The recorder's pool: it sees whole cases. Nothing outside this folder queries through it. */
  readonly recorder: Pool
  readonly guidance: Guidance
  /** For each import format: the kinds of fact that it can carry. */
  readonly carries: ReadonlyMap<string, ReadonlySet<string>>
  /** Now, in milliseconds since 1970. */
  readonly now: () => number
  /** The London day of an instant. */
  readonly dayOf: (instant: number) => string
  /** Where the files of documents are kept from now on; without it, in the database. */
  readonly store?: ObjectStore
}
