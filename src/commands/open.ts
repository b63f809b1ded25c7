/** What a command works with: the database, migrated, and the ledger upon it. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { carries } from '../exchange/formats.ts'
import { londonDay } from '../guidance/london.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { now } from '../platform/clock.ts'
import { config } from '../platform/config.ts'
import { type Database, openDatabase } from '../platform/database.ts'
import { migrate } from '../platform/migrate.ts'
import { objectStore } from '../platform/object-store.ts'
import { guidance } from '../procedures/index.ts'

/** The ledger of a database, by the platform's clock, with the store of files that is set. */
export function ledgerOf(db: Database): Ledger {
  const { store } = config()
  return {
    recorder: db.recorder,
    guidance,
    carries,
    now: () => now().instant,
    dayOf: londonDay,
    ...(store && { store: objectStore(store) }),
  }
}

/** Opens and migrates the database of this configuration, does the work, and lets go of it whatever happens. */
export async function withDatabase<T>(work: (db: Database, ledger: Ledger) => Promise<T>): Promise<T> {
  const db = await openDatabase(config())
  try {
    await migrate(db.owner)
    return await work(db, ledgerOf(db))
  } finally {
    await db.close()
  }
}

/** Reads a command's arguments; what is not known to it is refused in a plain sentence. */
export function readArgs<O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O, usage: string) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message.split('.')[0] : String(error)}. Usage: goldthread ${usage}`,
      {
        cause: error,
      },
    )
  }
}

let shown = ''

/** Shows how far long work is, on one line of a terminal; on anything else, nothing. */
export function showProgress(what: string, done: number, of?: number): void {
  if (!process.stderr.isTTY) return
  const share =
    of === undefined
      ? done.toLocaleString('en-GB')
      : `${bar(done / Math.max(of, 1))} ${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')}`
  const line = `${what} ${share}`
  if (line !== shown) process.stderr.write(`\r\x1b[K${line}`)
  shown = line
}

/** Ends the line of progress. */
export function endProgress(): void {
  if (process.stderr.isTTY && shown) process.stderr.write('\r\x1b[K')
  shown = ''
}

function bar(share: number): string {
  const full = Math.round(Math.min(Math.max(share, 0), 1) * 24)
  return `${'█'.repeat(full)}${'░'.repeat(24 - full)}`
}
