/** Filing a document: what it is, and the file, looked at before it is kept. And giving it out again to whoever may see the record. */
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { isDeepStrictEqual } from 'node:util'
import { NotFound } from '../../access/refusals.ts'
import { checkFile, kindsOfFile, nameToKeep } from '../../exchange/upload/kind-of-file.ts'
import { fileDocument, fileOf, findHeld, keptIn, mostOfADocument } from '../../ledger/filed-documents.ts'
import { type ReadCase, readCase } from '../../ledger/read.ts'
import { fetchObject } from '../../ledger/stored-objects.ts'
import { isId, newId } from '../../platform/identifier.ts'
import { StoreFault } from '../../platform/object-store.ts'
import { documentFiled } from '../../procedures/filed-document.ts'
import { nameOfChild, wordsOf } from '../case-file/child.ts'
import type { Answer, FormState, Upload, Visit } from '../pipeline/page.ts'
import { findRecorded } from '../record/find-recorded.ts'
import { refuseUnless } from '../record/permission.ts'
import { type FactRead, type Message, readFact } from '../record/read-fact.ts'
import { fileDocumentView } from './file-document.view.tsx'

/** `GET /case/:reference/file` */
export async function page(visit: Visit): Promise<Answer> {
  return show(visit, await visit.form(), await open(visit), [])
}

/** `POST /case/:reference/file` */
export async function submit(visit: Visit): Promise<Answer> {
  try {
    return await take(visit)
  } finally {
    // A browser that still sends does not listen.
    if (visit.upload) await drained(visit.upload.stream)
  }
}

async function take(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const before = await findRecorded(visit, form.submission)
  const opened = await open(visit)
  const name = nameToKeep(visit.upload?.name ?? '')
  const read = readFact(documentFiled, { ...form.typed, file: name || 'none' }, { today: visit.today })
  const messages = 'messages' in read ? [...read.messages] : []
  const file = await readUpload(visit, name)
  if (before) {
    const isSame = !('bytes' in file && 'fact' in read) || isRecorded(before.id, opened.read, read.fact, file.bytes)
    if (isSame) return { redirect: addressOf(before.reference, before.id) }
    return { ...show(visit, { ...form, submission: newId() }, opened, [{ field: 'file', text: another }]), status: 409 }
  }
  if ('refused' in file) messages.push({ field: 'file', text: file.refused })
  if (messages.length > 0 || !('fact' in read) || !('bytes' in file)) return show(visit, form, opened, messages)
  try {
    const { ids } = await fileDocument(visit.ledger, {
      areaId: opened.head.areaId,
      caseId: opened.head.id,
      submissionId: form.submission,
      by: { postId: visit.post.id, agencyId: visit.post.agency.id },
      said: read.fact,
      bytes: file.bytes,
      type: file.type,
    })
    return { redirect: addressOf(opened.head.reference, ids[0] ?? '') }
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error
    visit.report(error)
    return show(visit, form, opened, [{ field: 'file', text: notStored }])
  }
}

const another =
  'A document was filed from this form before, and stands as it was. If this is another one, choose its file again and file it'

/** Whether a record says what came again, of the same file. */
function isRecorded(id: string, read: ReadCase, { happened, data, narrative }: FactRead, bytes: Uint8Array): boolean {
  const entry = read.entries.find(one => one.id === id)
  if (!entry) return false
  const { kept: _kept, ...recorded } = entry.data
  const words = Object.entries(read.words.get(id) ?? {}).filter(([, text]) => text !== '')
  return (
    keptIn(entry)?.sha256 === createHash('sha256').update(bytes).digest('hex') &&
    isDeepStrictEqual(entry.happened, happened) &&
    isDeepStrictEqual(recorded, data) &&
    isDeepStrictEqual(Object.fromEntries(words), narrative)
  )
}

const notStored = 'The store of files could not take the file just now. Try again later; if it goes on, tell your IT'

function addressOf(reference: string, id: string): string {
  return `/case/${encodeURIComponent(reference)}?recorded=${id}`
}

type Taken = { readonly bytes: Buffer; readonly type: string } | { readonly refused: string }

/** The file, where it may be kept; otherwise why not. */
async function readUpload({ upload, scanner }: Visit, name: string): Promise<Taken> {
  if (!upload || upload.name === '') return { refused: 'Select the file' }
  const bytes = await upTo(mostOfADocument, upload)
  if (!bytes)
    return {
      refused: `The file is larger than ${mostOfADocument / 1024 / 1024} megabytes. Make it smaller, or file it in parts`,
    }
  const checked = checkFile(bytes, name)
  if ('refused' in checked) return checked
  const scanned = (await scanner?.(bytes)) ?? 'clean'
  if (scanned === 'found')
    return { refused: 'The scanner found something harmful in this file. Do not open it again, and tell your IT' }
  if (scanned === 'not-scanned')
    return { refused: 'The file could not be scanned just now, so it was not kept. Try again later' }
  return { bytes, type: kindsOfFile[checked.kind].type }
}

async function upTo(most: number, { stream }: Upload): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  // Not a `for await`: leaving one early would end the file while the browser still sends.
  await new Promise<void>((resolve, reject) => {
    stream.on('data', (chunk: Uint8Array) => {
      length += chunk.length
      if (length <= most) chunks.push(chunk)
      else chunks.length = 0
    })
    stream.once('end', resolve)
    stream.once('error', reject)
  })
  return length <= most ? Buffer.concat(chunks) : undefined
}

function drained(stream: Readable): Promise<void> {
  if (stream.destroyed || stream.readableEnded) return Promise.resolve()
  return new Promise(resolve => {
    for (const end of ['close', 'end', 'error']) stream.once(end, () => resolve())
    stream.resume()
  })
}

export type OpenToFile = Awaited<ReturnType<typeof open>>

/** @throws NotFound, NotAllowed where the post does not record on the case */
function open(visit: Visit) {
  return visit.read(async ({ client, openCase }) => {
    const opened = await openCase(visit.params['reference'] ?? '')
    await refuseUnless(client, visit, opened.head, 'record')
    const read = await readCase(client, opened.head, visit.guidance, visit.ledger.dayOf)
    return { ...opened, read, name: nameOfChild(read) }
  })
}

function show(visit: Visit, form: FormState, opened: OpenToFile, messages: readonly Message[]): Answer {
  return { html: fileDocumentView(visit, form, opened, messages), status: messages.length > 0 ? 422 : 200 }
}

/**
 * `GET /case/:reference/fact/:root/file`
 * @throws NotFound where there is no such file that the visitor may see; StoreFault, FileFault where the store does not give it
 */
export async function download(visit: Visit): Promise<Answer> {
  const { held, kept, name } = await visit.read(async ({ client, openCase }) => {
    const { head } = await openCase(visit.params['reference'] ?? '')
    const read = await readCase(client, head, visit.guidance, visit.ledger.dayOf)
    const root = visit.params['root'] ?? ''
    const history = isId(root) ? read.entries.filter(one => one.root === root) : []
    const kept = fileOf(history)
    const held = kept && (await findHeld(client, head.areaId, head.id, kept.factId))
    if (!kept || !held) throw new NotFound()
    return { held, kept, name: wordsOf(read, read.known.byRoot.get(root))['file'] || 'document' }
  })
  const file = 'bytes' in held ? held.bytes : await fetchObject(visit.ledger.store, held.storedAs, kept)
  return { file, name, type: kept.type }
}
