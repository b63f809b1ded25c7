/** Importing a census file: what a data lead hands over, what was made of it, and what was not kept. */
import type { Readable } from 'node:stream'
import { NotFound } from '../../access/refusals.ts'
import { UnreadableFile } from '../../exchange/cin/elements.ts'
import { importCensus } from '../../exchange/cin/import.ts'
import type { Header } from '../../exchange/cin/read.ts'
import { findAreaByCode } from '../../people/establishment.ts'
import { isId } from '../../platform/identifier.ts'
import { transaction } from '../../platform/transaction.ts'
import { count } from '../kit/days.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Upload, Visit } from '../pipeline/page.ts'
import { ImportResult, ImportView, type Refused } from './import.view.tsx'
import { findBegun, findImport, type ImportRow, listImports, listProblems } from './imports.ts'
import { asCsv } from './problems-file.ts'

const problemsOnAPage = 100

/** `GET /import` */
export function page(visit: Visit): Promise<Answer> {
  return show(visit, undefined)
}

async function show(visit: Visit, refused: Refused | undefined): Promise<Answer> {
  const imports = await visit.read(({ client }) => listImports(client, visit.areaIds))
  const children = <ImportView visit={visit} imports={imports} refused={refused} />
  const html = framed(visit, { title: 'Import', hasErrors: refused !== undefined, children })
  return refused ? { html, status: 422 } : { html }
}

/** The file is of another authority, or names none: nothing of it is kept. */
class NotOfOurs extends Error {}

/** `POST /import`: answers when all of the file has been read. */
export async function submit(visit: Visit): Promise<Answer> {
  const { upload } = visit
  if (!upload || upload.name === '') {
    upload?.stream.resume()
    return show(visit, { why: 'Select the census file', hint: undefined })
  }
  const began = visit.ledger.now()
  let isOurs = false
  try {
    const { importId } = await importCensus(visit.ledger, {
      chunks: inPieces(upload),
      name: upload.name,
      destination: async header => {
        const destination = await destinationOf(visit, header)
        isOurs = true
        return destination
      },
      importedBy: visit.post.id,
      today: visit.today.day,
    })
    return { redirect: `/import/${importId}` }
  } catch (error) {
    await readToTheEnd(upload)
    if (error instanceof NotOfOurs) return show(visit, { why: error.message, hint: 'Nothing of the file was kept.' })
    if (!(error instanceof UnreadableFile)) throw error
    const begun = isOurs
      ? await visit.read(({ client }) => findBegun(client, visit.areaIds, visit.post.id, began))
      : undefined
    const isTooLarge = error instanceof TooLarge || error.cause instanceof TooLarge
    return show(visit, {
      why: error.message,
      hint: begun ? (
        <PartlyKept row={begun} isTooLarge={isTooLarge} />
      ) : (
        `Nothing of the file was kept. ${isTooLarge ? 'Split it, each part with the header, and send every part.' : 'Check that it is the file you meant, then send it again.'}`
      ),
    })
  }
}

const piece = 16 * 1024

/** However a file arrives: what stands before the place where it breaks is read before that place. */
async function* inPieces({ stream, largest, isCut }: Upload): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream as AsyncIterable<Uint8Array>)
    for (let at = 0; at < chunk.length; at += piece) yield chunk.subarray(at, at + piece)
  if (isCut())
    throw new TooLarge(
      `The file is larger than ${sizeInWords(largest)}, the most that this page takes. It was not read further.`,
    )
}

class TooLarge extends UnreadableFile {}

function sizeInWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024
  return megabytes < 1 ? `${Math.round(bytes / 1024)} kilobytes` : `${Math.round(megabytes)} megabytes`
}

/** What stays of a file that could not be read to its end. */
function PartlyKept({ row, isTooLarge }: { row: ImportRow; isTooLarge: boolean }) {
  const { children = 0, added = 0 } = row.counts
  return (
    <>
      {children === 0
        ? 'No child stood whole before that place: nothing of the file was kept.'
        : `Before that place ${count(children, 'child was', 'children were')} read, and ${count(added, 'record was', 'records were')} added.`}{' '}
      <a class="govuk-link" href={`/import/${row.id}`}>
        See what was kept
      </a>
      .{' '}
      {isTooLarge
        ? 'Split the file, each part with the header, and send every part: the same again, or a part of it, adds only what is missing.'
        : 'The same file sent again, once it is mended, adds only what is missing.'}
    </>
  )
}

/** A browser that still sends does not listen. */
async function readToTheEnd({ stream }: Upload): Promise<void> {
  if (stream.destroyed || stream.readableEnded) return
  await drained(stream)
}

function drained(stream: Readable): Promise<void> {
  return new Promise(resolve => {
    stream
      .once('close', resolve)
      .once('end', resolve)
      .once('error', () => resolve())
    stream.resume()
  })
}

/** The area of the reader's own that the file's authority code means. @throws NotOfOurs */
async function destinationOf(visit: Visit, { authority, referenceDay }: Header) {
  const areas = visit.post.areas.map(({ name }) => name).join(' and ')
  if (!authority)
    throw new NotOfOurs('The header of this file names no authority, so nobody can tell whose children it is about')
  const { recorder } = visit.ledger
  return transaction(recorder, async client => {
    const areaId = await findAreaByCode(client, 'dfe', authority, referenceDay)
    if (!areaId || !visit.areaIds.includes(areaId))
      throw new NotOfOurs(
        `This file is of the authority with the code ${authority}. Your post may import files of ${areas} only`,
      )
    const { rows } = await client.query<{ agency_id: string }>(
      'select agency_id from area_agency where area_id = $1 and is_authority',
      [areaId],
    )
    const authorityId = rows[0]?.agency_id
    if (!authorityId) throw new NotOfOurs(`${areas} has no authority that could hold the file`)
    return { areaId, authorityId }
  })
}

/** `GET /import/:id` */
export async function result(visit: Visit): Promise<Answer> {
  const after = Math.trunc(Math.min(Math.max(Number(valueOf(visit.query, 'after')) || 0, 0), 2 ** 31 - 1))
  const shown = await opened(visit, after, problemsOnAPage + 1)
  const children = (
    <ImportResult
      visit={visit}
      row={shown.row}
      problems={shown.problems.slice(0, problemsOnAPage)}
      after={after}
      isMore={shown.problems.length > problemsOnAPage}
    />
  )
  const back = { href: '/import', text: 'All imports' }
  return { html: framed(visit, { title: `Import of ${shown.row.name}`, back, children }) }
}

/** `GET /import/:id/problems.csv` */
export async function problems(visit: Visit): Promise<Answer> {
  const shown = await opened(visit, 0, 1_000_000)
  return { file: asCsv(shown.problems), name: `problems of ${shown.row.name}.csv`, type: 'text/csv; charset=utf-8' }
}

async function opened(visit: Visit, after: number, limit: number) {
  const id = visit.params['id'] ?? ''
  if (!isId(id)) throw new NotFound()
  return visit.read(async ({ client }) => {
    const row: ImportRow | undefined = await findImport(client, visit.areaIds, id)
    if (!row) throw new NotFound()
    return { row, problems: await listProblems(client, visit.areaIds, id, after, limit) }
  })
}
