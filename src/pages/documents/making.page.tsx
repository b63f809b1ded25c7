/** Documents that take long: asked for on the file, made beside requests, with a page that says how far that has come, and then the file. */
import { Gone, NotFound } from '../../access/refusals.ts'
import { type DocumentForm, formsOfDocument, isDocumentForm } from '../../exchange/document/forms.ts'
import {
  askToMake,
  findMade,
  fingerprintOf,
  keptFor,
  type MadeDocument,
  readMade,
} from '../../ledger/made-documents.ts'
import { isId } from '../../platform/identifier.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { findToMake } from './made-here.ts'
import { MakingView } from './making.view.tsx'
import { openForDocument } from './opened.ts'

/** `POST /case/:reference/documents`: asks for a document to be made. */
export async function ask(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const [what, as] = [valueOf(form.typed, 'what'), valueOf(form.typed, 'form')]
  const page = `/case/${encodeURIComponent(visit.params['reference'] ?? '')}/documents`
  const asked = findToMake(what)
  if (!asked || !isDocumentForm(as)) {
    await openForDocument(visit)
    return { redirect: page }
  }
  const { head, document } = await asked.describe(visit)
  if (!document) return { redirect: page }
  const id = await askToMake(visit.ledger.recorder, {
    areaId: head.areaId,
    caseId: head.id,
    practitionerId: visit.practitioner.id,
    postId: visit.post.id,
    submissionId: form.submission,
    what,
    form: as,
    content: document,
    parts: document.blocks.length,
    at: visit.today.instant,
  })
  return { redirect: `/making/${id}` }
}

/** `GET /making/:id`: how far it has come. Nothing of a person stands here. */
export async function page(visit: Visit): Promise<Answer> {
  const made = await open(visit)
  if (visit.wantsJson) return { json: { done: made.done, parts: made.parts, isFinished: made.finishedAt !== null } }
  const title = `${sayWhat(made)} of file ${made.reference}`
  return {
    html: framed(visit, {
      title,
      back: { href: `/case/${encodeURIComponent(made.reference)}/documents`, text: 'Documents of the file' },
      children: <MakingView title={title} made={made} form={formOf(made)} until={made.askedAt + keptFor} />,
    }),
  }
}

/**
 * `GET /case/:reference/made/:id`: the file.
 * @throws NotFound where it is not the visitor's or not made yet, Gone where what they may see no longer comes to the same
 */
export async function download(visit: Visit): Promise<Answer> {
  const id = visit.params['id'] ?? ''
  const at = isId(id)
    ? (await visit.read(({ client }) => findMade(client, id, visit.today.instant)))?.askedAt
    : undefined
  // Opened in any case: whoever may not see the file is answered as for nothing.
  const { head } = await openForDocument(visit)
  const made = at === undefined ? undefined : await open(visit)
  const toMake = made && findToMake(made.what)
  if (!toMake || made.caseId !== head.id || made.finishedAt === null) throw new NotFound()
  const { document } = await toMake.describe(visit, at)
  if (!document || !fingerprintOf(document).equals(made.fingerprint))
    throw new Gone('The record has changed since this document was made, or you may see less of it. Have it made anew.')
  const bytes = await visit.read(({ client }) => readMade(client, made))
  if (!bytes) throw new NotFound()
  const form = formOf(made)
  return { file: bytes, name: `${made.what.split(' ')[0]}-${made.reference}.${form}`, type: formsOfDocument[form].type }
}

async function open(visit: Visit): Promise<MadeDocument> {
  const id = visit.params['id'] ?? ''
  const made = isId(id) ? await visit.read(({ client }) => findMade(client, id, visit.today.instant)) : undefined
  if (!made) throw new NotFound()
  return made
}

/** "Chronology" */
export function sayWhat({ what }: Pick<MadeDocument, 'what'>): string {
  return findToMake(what)?.label ?? 'Document'
}

function formOf({ form }: Pick<MadeDocument, 'form'>): DocumentForm {
  return isDocumentForm(form) ? form : 'pdf'
}
