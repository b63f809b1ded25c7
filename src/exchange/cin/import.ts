/** Importing a census file: streams it, keeps each child all or nothing, counts, and lists what was not kept. */
import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Day } from '../../guidance/days.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { insertRows } from '../../ledger/rows.ts'
import { newId } from '../../platform/identifier.ts'
import { transaction } from '../../platform/transaction.ts'
import { type Destination, type ImportedChild, type Problem, storeChildren } from '../store.ts'
import { copied, UnreadableFile } from './elements.ts'
import { type Header, readCensus } from './read.ts'

export interface Imported {
  children: number
  episodes: number
  /** Facts that the file tells and that are on record now: added and unchanged. */
  facts: number
  added: number
  unchanged: number
  readonly problems: Problem[]
}

/** Reading ended before the file did. What stood before is kept, and counted here. */
export class StoppedImport extends UnreadableFile {
  readonly imported: Imported

  constructor(why: string, imported: Imported, cause: unknown) {
    super(why, { cause })
    this.imported = imported
  }
}

export interface ImportOf {
  readonly chunks: AsyncIterable<Uint8Array>
  /** What the file is called where it came from. */
  readonly name: string
  /** The area and its authority that a header means. Throws where there is none to be had. */
  readonly destination: (header: Header, problems: Problem[]) => Promise<{ areaId: string; authorityId: string }>
  readonly importedBy: string | null
  readonly today: Day
  /** Told after each batch how many children are kept. */
  readonly onProgress?: (children: number) => void
}

/** The name of the format, as facts carry it. */
export const censusFormat = 'cin-census'
const childrenAtOnce = 100
/** A file with more is no census, and its list would fill the memory. */
const mostProblems = 500_000

/**
 * Imports one file.
 * @returns the id of the import, its area, and the counts
 * @throws UnreadableFile where nothing can be read; StoppedImport where nothing further can: what was kept before stays kept, and its
 *   list of problems ends with why
 */
export async function importCensus(
  ledger: Ledger,
  file: ImportOf,
): Promise<{ importId: string; areaId: string; imported: Imported }> {
  const imported: Imported = { children: 0, episodes: 0, facts: 0, added: 0, unchanged: 0, problems: [] }
  const seen = new Set<string>()
  const pupils = new Map<string, string>()
  const sha256 = createHash('sha256')
  let to: Destination | undefined
  let batch: ImportedChild[] = []
  let storing: Promise<void> = Promise.resolve()
  const store = async () => {
    const children = batch
    batch = []
    await storing
    if (children.length > 0 && to) storing = keep(ledger, to, children, imported, file.onProgress)
  }
  try {
    for await (const part of readCensus(hashed(file.chunks, sha256), file.today)) {
      if (imported.problems.length > mostProblems)
        throw new UnreadableFile(
          `More than ${mostProblems.toLocaleString('en-GB')} problems: the file was not read further.`,
        )
      if (part.is === 'header') {
        to = await begin(ledger, file, part.header, imported)
      } else if (part.is === 'problem') {
        imported.problems.push(part.problem)
      } else {
        const { child, episodes, problems } = part.read
        imported.children++
        imported.episodes += episodes
        imported.problems.push(...problems)
        if (seen.has(child.key)) {
          imported.problems.push({
            line: child.line,
            child: child.key,
            path: 'Child/ChildIdentifiers/LAchildID',
            why: 'This number stands in the file more than once. The children under it were taken for one; what they tell differently is listed.',
          })
          await store()
        }
        seen.add(child.key)
        tellSharedPupilNumber(child, pupils, imported.problems)
        batch.push(child)
        if (batch.length >= childrenAtOnce) await store()
      }
    }
  } catch (error) {
    const why = error instanceof UnreadableFile ? error.message : 'The file stopped arriving before its end.'
    imported.problems.push({ line: null, child: null, path: 'Message', why: `${why} What stood before was kept.` })
    throw error instanceof UnreadableFile && imported.children > 0 && to
      ? new StoppedImport(why, imported, error)
      : error
  } finally {
    await store()
    await storing
    imported.facts = imported.added + imported.unchanged
    if (to) await finish(ledger, to, imported, sha256.digest())
  }
  if (!to) throw new Error('The file names no authority.')
  return { importId: to.importId, areaId: to.areaId, imported }
}

/** A pupil number is one child's. Where a second child of the file has it, both are kept, and somebody must look. */
function tellSharedPupilNumber(child: ImportedChild, pupils: Map<string, string>, problems: Problem[]): void {
  const fact = child.facts.find(one => one.key === 'child-identified upn')
  const upn = fact?.narrative['identifier']
  if (!fact || !upn) return
  const other = pupils.get(upn)
  if (other !== undefined && other !== child.key)
    problems.push({
      line: fact.line,
      child: child.key,
      path: fact.path,
      why: `Kept: the child ${other} of this file has the same pupil number. One of the two is wrong, or they are one child.`,
    })
  else pupils.set(copied(upn), child.key)
}

async function* hashed(
  chunks: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
}

async function keep(
  ledger: Ledger,
  to: Destination,
  children: readonly ImportedChild[],
  imported: Imported,
  onProgress: ImportOf['onProgress'],
): Promise<void> {
  const stored = await storeChildren(ledger, to, children)
  imported.added += stored.added
  imported.unchanged += stored.unchanged
  imported.problems.push(...stored.problems)
  onProgress?.(imported.children)
}

async function begin(ledger: Ledger, file: ImportOf, header: Header, imported: Imported): Promise<Destination> {
  const { areaId, authorityId } = await file.destination(header, imported.problems)
  const importId = newId()
  await ledger.recorder.query(
    'insert into import_file (area_id, id, format, name, sha256, started_at, imported_by) values ($1, $2, $3, $4, $5, $6, $7)',
    [areaId, importId, censusFormat, file.name, Buffer.alloc(0), new Date(ledger.now()), file.importedBy],
  )
  return { areaId, authorityId, importId, format: censusFormat, untilDay: header.referenceDay }
}

const problemColumns = [
  ['area_id', 'uuid'],
  ['import_id', 'uuid'],
  ['number', 'integer'],
  ['line', 'integer'],
  ['child', 'text'],
  ['path', 'text'],
  ['why', 'text'],
] as const

async function finish(ledger: Ledger, to: Destination, imported: Imported, sha256: Buffer): Promise<void> {
  const { children, episodes, facts, added, unchanged, problems } = imported
  const counts = { children, episodes, facts, added, unchanged, problems: problems.length }
  const rows = problems.map((problem, at) => ({
    ...problem,
    area_id: to.areaId,
    import_id: to.importId,
    number: at + 1,
  }))
  await transaction(ledger.recorder, async (client: PoolClient) => {
    for (let at = 0; at < rows.length; at += 5000)
      await insertRows(client, 'import_problem', problemColumns, rows.slice(at, at + 5000))
    await client.query(
      'update import_file set sha256 = $3, finished_at = $4, counts = $5 where area_id = $1 and id = $2',
      [to.areaId, to.importId, sha256, new Date(ledger.now()), JSON.stringify(counts)],
    )
  })
}
