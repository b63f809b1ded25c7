/**
 * Whether the files of documents are as they were filed. What is in the database is compared in the snapshot in which its case is read;
 * what is in a store is fetched afterwards, as far as the store is set and answers.
 */
import type { Pool, PoolClient } from 'pg'
import { type ObjectStore, StoreFault } from '../platform/object-store.ts'
import type { FactRow } from './chain.ts'
import { type Kept, keptIn } from './filed-documents.ts'
import { FileFault, fetchObject } from './stored-objects.ts'

/** A file as it is: the SHA-256 of its bytes in hexadecimal, or the key of its object. */
export type FileAsItIs = { readonly sha256: string } | { readonly storedAs: string }

/** The files of cases as they are, by their records. */
export async function readFiles(
  client: PoolClient,
  areaIds: readonly string[],
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, FileAsItIs>> {
  const { rows } = await client.query<{ fact_id: string; sha256: string; stored_as: string | null }>(
    `select fact_id, encode(sha256(bytes), 'hex') as sha256, stored_as from document_bytes where case_id = any($1) and area_id = any($2)`,
    [caseIds, areaIds],
  )
  return new Map(
    rows.map(row => [row.fact_id, row.stored_as === null ? { sha256: row.sha256 } : { storedAs: row.stored_as }]),
  )
}

/**
 * What is wrong with the file of a record, in a sentence; of one in a store only whether it should be there. A file that goes with
 * its words is named by them: a record that was moved here without it has neither.
 * @param fields of the record's words
 * @param isGone whether the chain says that the file was taken away
 * @param waits whether that is still to be done
 */
export function checkFile(
  row: FactRow,
  fields: readonly string[],
  file: FileAsItIs | undefined,
  isGone: boolean,
  waits: boolean,
): string | undefined {
  const kept = keptIn(row)
  const belongs = kept !== undefined && row.act === 'record' && fields.includes('file')
  if (!belongs) return file === undefined ? undefined : 'A file was added to this record.'
  if (file === undefined) return isGone ? undefined : 'The file of this record was taken away, and no record says so.'
  if ('sha256' in file && file.sha256 !== kept.sha256) return 'The file of this record was altered.'
  return isGone && !waits ? 'The file of this record should have been taken away, and is still there.' : undefined
}

/** A file in a store that is still to be compared with what its record says of it. */
export interface StoredFile {
  readonly reference: string
  readonly number: number
  readonly areaId: string
  readonly factId: string
  readonly key: string
  readonly kept: Kept
}

export interface StoredVerified {
  /** How many records have their file in a store. */
  readonly files: number
  /** How many of these were fetched and compared. */
  readonly compared: number
  /** Whether a store is set from which they could be fetched. */
  readonly isStoreSet: boolean
  /** Objects that no record names: they wait to be removed from the store. */
  readonly waiting: number
}

type Found = 'as-filed' | 'not-looked-at' | FileFault['code']

/** So many are fetched side by side: each is held whole. */
const filesAtOnce = 4

/** What was found of files in a store, in their order, and what was looked at. */
interface Compared {
  readonly faults: readonly { readonly reference: string; readonly number: number; readonly why: string }[]
  readonly stored: StoredVerified
}

const whyOf: Readonly<Partial<Record<Found, string>>> = {
  missing: 'The file of this record is not in the store any more.',
  altered: 'The file of this record was altered in the store.',
}

/**
 * Fetches files and compares them.
 * @param onProgress told after each round how many were tried
 */
export async function verifyStored(
  owner: Pool,
  store: ObjectStore | undefined,
  files: readonly StoredFile[],
  onProgress: (done: number, of: number) => void,
): Promise<Compared> {
  const found = store ? await compareAll(owner, store, files, onProgress) : []
  const faults = found.flatMap((one, at) => {
    const { reference, number } = files[at] as StoredFile
    const why = whyOf[one]
    return why === undefined ? [] : [{ reference, number, why }]
  })
  const { rows } = await owner.query<{ count: string }>(
    'select count(*) from stored_object where not exists (select from document_bytes where stored_as = key)',
  )
  const compared = found.filter(one => one !== 'not-looked-at').length
  const waiting = Number(rows[0]?.count)
  return { faults, stored: { files: files.length, compared, isStoreSet: store !== undefined, waiting } }
}

/** Ends early where the store does not answer for a whole round. */
async function compareAll(
  owner: Pool,
  store: ObjectStore,
  files: readonly StoredFile[],
  onProgress: (done: number, of: number) => void,
): Promise<Found[]> {
  const found: Found[] = []
  for (let at = 0; at < files.length; at += filesAtOnce) {
    const round = await Promise.all(files.slice(at, at + filesAtOnce).map(file => compare(owner, store, file)))
    found.push(...round)
    onProgress(found.length, files.length)
    if (round.every(one => one === 'not-looked-at')) break
  }
  return found
}

async function compare(owner: Pool, store: ObjectStore, { areaId, factId, key, kept }: StoredFile): Promise<Found> {
  try {
    await fetchObject(store, key, kept)
    return 'as-filed'
  } catch (error) {
    if (error instanceof StoreFault) return 'not-looked-at'
    if (!(error instanceof FileFault)) throw error
    // Taken away since the cases were read: then it is no fault.
    const { rowCount } = await owner.query(
      'select from document_bytes where area_id = $1 and fact_id = $2 and stored_as = $3',
      [areaId, factId, key],
    )
    return rowCount ? error.code : 'as-filed'
  }
}
