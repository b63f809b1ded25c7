/** Whether the past is as it was recorded: walks every case's chain and names the first row that is not what it must be. */
import type { Pool, PoolClient } from 'pg'
import type { ObjectStore } from '../platform/object-store.ts'
import { commitmentTo, type FactRow, hashOf, narrativeCommitment } from './chain.ts'
import type { Redacted } from './command.ts'
import { keptIn } from './filed-documents.ts'
import { grouped } from './rows.ts'
import {
  checkFile,
  type FileAsItIs,
  readFiles,
  type StoredFile,
  type StoredVerified,
  verifyStored,
} from './verify-files.ts'
import { type SealsVerified, verifySeals } from './verify-seals.ts'

export interface Verified {
  readonly cases: number
  readonly facts: number
  /** Cases of which words wait to be taken away: the server does it within a minute. */
  readonly waiting: number
  /** The first fault of each case that has one. */
  readonly faults: readonly Fault[]
  /** What is sealed beside the facts: who looked, what was shared, refused, opened and declared. */
  readonly seals: SealsVerified
  /** The files that are kept in a store, and how many of them were looked at. */
  readonly stored: StoredVerified
}

/** What verifying may be given. */
export interface Verifying {
  /** The store of files; without it what is kept there is not looked at. */
  readonly store?: ObjectStore | undefined
  /** Told after each batch how many cases are done, of how many. */
  readonly onCases?: (done: number, of: number) => void
  /** Told after each batch how many seals are done. */
  readonly onSeals?: (done: number) => void
  /** Told after each round how many files in the store are done, of how many. */
  readonly onStored?: (done: number, of: number) => void
}

const nothing = () => undefined

export interface Fault {
  readonly reference: string
  readonly number: number
  readonly why: string
}

interface CaseRow {
  area_id: string
  id: string
  reference: string
  next_number: number
  head: Buffer
  waits: boolean
}

interface Words {
  case_id: string
  fact_id: string
  field: string
  text: string | null
  salt: Buffer | null
  commitment: Buffer
}

const casesAtOnce = 200

/**
 * Verifies all cases and all seals in one snapshot, and then the files that are kept in a store.
 * @param owner a pool that sees every row
 */
export async function verify(
  owner: Pool,
  { store, onCases = nothing, onSeals = nothing, onStored = nothing }: Verifying = {},
): Promise<Verified> {
  const { inStore, faults, ...verified } = await verifyDatabase(owner, onCases, onSeals)
  const { stored, faults: ofStored } = await verifyStored(owner, store, inStore, onStored)
  const named = new Set(faults.map(({ reference }) => reference))
  const more = ofStored.filter(({ reference }) => named.size < named.add(reference).size)
  return { ...verified, faults: [...faults, ...more], stored }
}

async function verifyDatabase(
  owner: Pool,
  onCases: (done: number, of: number) => void,
  onSeals: (done: number) => void,
) {
  const client = await owner.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows: cases } = await client.query<CaseRow>(
      `select c.area_id, c.id, c.reference, c.next_number, c.head, w.case_id is not null as waits from case_file c
       left join (select distinct area_id, case_id from removal) w on w.area_id = c.area_id and w.case_id = c.id
       order by c.area_id, c.id`,
    )
    const faults: Fault[] = []
    const inStore: StoredFile[] = []
    let facts = 0
    for (let at = 0; at < cases.length; at += casesAtOnce) {
      const batch = cases.slice(at, at + casesAtOnce)
      const rows = await readChains(client, batch)
      const words = await readWords(client, batch)
      const files = await readFiles(
        client,
        batch.map(one => one.area_id),
        batch.map(one => one.id),
      )
      for (const one of batch) {
        const chain = rows.get(one.id) ?? []
        facts += chain.length
        const fault = checkChain(one, chain, words, files)
        if (fault) faults.push(fault)
        else inStore.push(...storedOf(one, chain, files))
      }
      onCases(Math.min(at + casesAtOnce, cases.length), cases.length)
    }
    const seals = await verifySeals(client, onSeals)
    return { cases: cases.length, facts, waiting: cases.filter(one => one.waits).length, faults, seals, inStore }
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

type Chained = FactRow & { hash: Buffer }

async function readChains(client: PoolClient, batch: readonly CaseRow[]): Promise<Map<string, Chained[]>> {
  const { rows } = await client.query<Chained>(
    'select * from fact where case_id = any($1) and area_id = any($2) order by case_id, number',
    [batch.map(one => one.id), [...new Set(batch.map(one => one.area_id))]],
  )
  return grouped(rows, row => row.case_id)
}

async function readWords(client: PoolClient, batch: readonly CaseRow[]): Promise<Map<string, Words[]>> {
  const { rows } = await client.query<Words>(
    'select case_id, fact_id, field, text, salt, commitment from narrative where case_id = any($1) and area_id = any($2) order by fact_id, field',
    [batch.map(one => one.id), [...new Set(batch.map(one => one.area_id))]],
  )
  return grouped(rows, row => row.fact_id)
}

/** The files of a case that are in a store. What waits to be taken away is not looked at any more. */
function storedOf(
  { area_id: areaId, reference, waits }: CaseRow,
  chain: readonly Chained[],
  files: ReadonlyMap<string, FileAsItIs>,
): StoredFile[] {
  const removed = removedIn(chain)
  return chain.flatMap(row => {
    const file = files.get(row.id)
    const kept = keptIn(row)
    if (!kept || !file || !('storedAs' in file) || (waits && isRemoved(removed, row, 'file'))) return []
    return [{ reference, number: row.number, areaId, factId: row.id, key: file.storedAs, kept }]
  })
}

function checkChain(
  one: CaseRow,
  chain: readonly Chained[],
  words: ReadonlyMap<string, readonly Words[]>,
  files: ReadonlyMap<string, FileAsItIs>,
): Fault | undefined {
  const fault = (number: number, why: string): Fault => ({ reference: one.reference, number, why })
  let previous: Buffer = Buffer.alloc(0)
  const removed = removedIn(chain)
  for (const [at, row] of chain.entries()) {
    const number = at + 1
    if (row.number > number) return fault(number, 'This record is missing.')
    if (!hashOf(row, previous).equals(row.hash))
      return fault(number, 'This record was altered, added or put in another order.')
    const said = words.get(row.id) ?? []
    const fields = said.map(({ field }) => field)
    const wrong =
      checkWords(row, said, removed, one.waits) ??
      checkFile(row, fields, files.get(row.id), isRemoved(removed, row, 'file'), one.waits)
    if (wrong) return fault(number, wrong)
    previous = row.hash
  }
  if (chain.length < one.next_number - 1) return fault(chain.length + 1, 'This record is missing.')
  if (chain.length > one.next_number - 1) return fault(one.next_number, 'This record was added.')
  return previous.equals(one.head)
    ? undefined
    : fault(chain.length, 'This record is not the one that was recorded last.')
}

/** Which words a record of the chain says are gone: of each entry that a redaction names the fields, or all of them. */
interface Removed {
  readonly all: boolean
  readonly fields: ReadonlySet<string>
}

function removedIn(chain: readonly Chained[]): Removed {
  const fields = chain.flatMap(row => {
    const { entry, field } = row.act === 'redact' ? (row.data as unknown as Redacted) : {}
    return entry === undefined ? [] : [`${entry} ${field}`]
  })
  return { all: chain.some(row => row.act === 'dispose'), fields: new Set(fields) }
}

function isRemoved({ all, fields }: Removed, row: Chained, field: string): boolean {
  return all || fields.has(`${row.id} ${field}`)
}

function checkWords(row: Chained, words: readonly Words[], removed: Removed, waits: boolean): string | undefined {
  const sorted = [...words].toSorted((a, b) => (a.field < b.field ? -1 : 1))
  if (!narrativeCommitment(sorted).equals(row.narrative_commitment))
    return 'Words of this record were added or are missing.'
  for (const { field, text, salt, commitment } of sorted) {
    const isGone = isRemoved(removed, row, field)
    if (text === null && salt === null) {
      if (!isGone) return `The words of "${field}" were taken away, and no record says so.`
    } else if (text === null || salt === null || !commitmentTo(field, text, salt).equals(commitment))
      return `The words of "${field}" were altered.`
    else if (isGone && !waits) return `The words of "${field}" should have been taken away, and are still there.`
  }
  return undefined
}
