/**
 * Files that are kept in a store of objects. The table `stored_object` says of each what may be there, before it is sent; the row of
 * `document_bytes` that names it says that it is a file. What no row names goes: what was sent and never recorded, after an hour, and
 * what was taken away with its record, at once. Whatever stops in between is taken up again.
 */
import { createHash, randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { type ObjectStore, StoreFault } from '../platform/object-store.ts'
import { transaction } from '../platform/transaction.ts'
import type { Kept } from './filed-documents.ts'

/** Puts a file into the store. @returns its key, to be recorded within the hour @throws StoreFault */
export async function putObject(recorder: Pool, store: ObjectStore, bytes: Uint8Array): Promise<string> {
  const key = randomUUID()
  await recorder.query({
    name: 'object to be sent',
    text: `insert into stored_object (key, not_before) values ($1, now() + interval '1 hour')`,
    values: [key],
  })
  await store.put(key, bytes)
  return key
}

/** Says, in the transaction that records the file, that an object is one: from then on it stays as long as a row names it. */
export async function recordObject(client: PoolClient, key: string): Promise<void> {
  await client.query({
    name: 'object that is recorded',
    text: 'update stored_object set not_before = null where key = $1',
    values: [key],
  })
}

/** A file that is not what it must be, or not there. */
export class FileFault extends Error {
  override readonly name = 'FileFault'
  readonly code: 'missing' | 'altered'
  constructor(code: 'missing' | 'altered') {
    super(`The file in the store is ${code}.`)
    this.code = code
  }
}

/** A file from the store, when it is the one that was filed. @throws StoreFault, FileFault */
export async function fetchObject(store: ObjectStore | undefined, key: string, kept: Kept): Promise<Buffer> {
  if (!store) throw new StoreFault('not set')
  const bytes = await store.get(key, kept.size + 1)
  if (!bytes) throw new FileFault('missing')
  if (bytes.length !== kept.size || createHash('sha256').update(bytes).digest('hex') !== kept.sha256)
    throw new FileFault('altered')
  return bytes
}

/** An object that no file names. The reference of `document_bytes` guards what happens meanwhile. */
const isUnused = `(not_before is null or not_before <= now()) and not exists (select from document_bytes where stored_as = key)`
const mostAtOnce = 1_000
/** So many refusals in a row say that it is the store, and not one object. */
const refusalsInARow = 5

/** What came of removing. */
export interface ObjectsRemoved {
  readonly removed: number
  /** Of those removed: how many the store says it keeps a version of. */
  readonly keptAsVersions: number
  /** Why the last one that could not be removed stays: a StoreFault where the store refused it. Nothing where all went. */
  readonly failure?: unknown
}

/**
 * Removes what no file names from the store, and then from the list. What cannot be removed is put off for ten minutes and comes after
 * what was not tried yet, so that it does not stand before the others; after several such in a row the rest waits for the next round.
 */
export async function removeUnused(recorder: Pool, store: ObjectStore): Promise<ObjectsRemoved> {
  const { rows } = await recorder.query<{ key: string }>({
    name: 'objects to remove',
    text: `select key from stored_object where ${isUnused} order by not_before nulls first limit ${mostAtOnce}`,
  })
  let removed = 0
  let keptAsVersions = 0
  let failure: unknown
  let inARow = 0
  for (const { key } of rows) {
    try {
      const gone = await transaction(recorder, client => removeObject(client, store, key))
      removed += gone ? 1 : 0
      keptAsVersions += gone?.isKept ? 1 : 0
      inARow = 0
    } catch (error) {
      await recorder.query(`update stored_object set not_before = now() + interval '10 minutes' where key = $1`, [key])
      failure = error
      if (++inARow === refusalsInARow) break
    }
  }
  return { removed, keptAsVersions, ...(failure === undefined ? {} : { failure }) }
}

/** The row is held until the store has answered: a file that is recorded meanwhile waits, and finds that there is no such object. */
async function removeObject(client: PoolClient, store: ObjectStore, key: string) {
  const { rowCount } = await client.query({
    name: 'object that is removed',
    text: `delete from stored_object where key = (select key from stored_object where key = $1 and ${isUnused} for update skip locked)`,
    values: [key],
  })
  return rowCount ? store.remove(key) : undefined
}
