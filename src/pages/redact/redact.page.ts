/** Asking for words of a record to be removed for good. A second person decides: `decide.page.ts`. */
import { NotAllowed, NotFound } from '../../access/refusals.ts'
import { isRedactionGround } from '../../guidance/redaction.ts'
import { askRedaction } from '../../ledger/redact.ts'
import type { StoredEntry } from '../../ledger/rows.ts'
import { findPlaces, readRawWords } from '../../ledger/which-words.ts'
import { isId } from '../../platform/identifier.ts'
import { openFile } from '../case-file/case.page.tsx'
import { nameOfChild } from '../case-file/child.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { findRecorded } from '../record/find-recorded.ts'
import { refuseUnless } from '../record/permission.ts'
import type { Message } from '../record/read-fact.ts'
import { redactView } from './redact.view.tsx'
import { type TextOfFact, textsOf } from './texts.ts'

const longest = 4000

/** `GET /case/:reference/fact/:root/redact` */
export async function page(visit: Visit): Promise<Answer> {
  return show(visit, await visit.form(), await open(visit), [])
}

/** `POST /case/:reference/fact/:root/redact` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const before = await findRecorded(visit, form.submission)
  if (before) return { redirect: `/case/${before.reference}/redaction/${before.id}` }
  const opened = await open(visit)
  const { texts, head, root } = opened
  const messages: Message[] = []
  const text = texts.find(one => one.key === valueOf(form.typed, 'text')) ?? (texts.length === 1 ? texts[0] : undefined)
  if (!text) messages.push({ field: 'text', text: 'Select which text the words stand in' })
  const passage = readPassage(form, text, messages)
  const ground = valueOf(form.typed, 'ground')
  if (!isRedactionGround(ground, visit.today.day)) messages.push({ field: 'ground', text: 'Select why they must go' })
  const why = valueOf(form.typed, 'reasons')
  if (why === '') messages.push({ field: 'reasons', text: 'Say what is wrong with them, without repeating them' })
  if (why.length > longest)
    messages.push({ field: 'reasons', text: `This must be ${longest.toLocaleString('en-GB')} characters or fewer` })
  if (text && passage && why.includes(passage))
    messages.push({ field: 'reasons', text: 'Say it without repeating the words: this stays on the record' })
  if (text && passage && messages.length === 0 && !(await stands(visit, opened, text, passage)))
    messages.push({
      field: 'passage',
      text: 'These words do not stand in this text. Copy them from above, letter by letter',
    })
  if (messages.length > 0 || !text || !isRedactionGround(ground, visit.today.day))
    return show(visit, form, opened, messages)
  const { ids } = await askRedaction(visit.ledger, {
    areaId: head.areaId,
    caseId: head.id,
    submissionId: form.submission,
    by: { postId: visit.post.id, agencyId: visit.post.agency.id },
    root,
    which: { part: text.part, field: text.field, passage },
    ground,
    why,
  })
  return { redirect: `/case/${encodeURIComponent(head.reference)}/redaction/${ids[0]}` }
}

/** Nothing for all of the text. */
function readPassage({ typed }: FormState, text: TextOfFact | undefined, messages: Message[]): string | null {
  if (text?.isLine) return null
  const much = valueOf(typed, 'much')
  if (much === 'all') return null
  const passage = valueOf(typed, 'passage').replaceAll('\r\n', '\n')
  if (much !== 'passage') messages.push({ field: 'much', text: 'Select whether all of it goes, or some words' })
  else if (passage === '') messages.push({ field: 'passage', text: 'Copy the words that must go' })
  return passage
}

async function stands(visit: Visit, { head, history }: OpenText, text: TextOfFact, passage: string): Promise<boolean> {
  const own = history.filter(one => one.agency === visit.post.agency.id)
  return visit.read(async ({ client }) => {
    const raw = await readRawWords(client, head.areaId, head.id, own)
    return findPlaces({ part: text.part, field: text.field, passage }, own, raw).length > 0
  })
}

export type OpenText = Awaited<ReturnType<typeof open>>

/** @throws NotFound where there is no such fact for this post, NotAllowed where it is another agency’s or the post may not ask */
async function open(visit: Visit) {
  const opened = await openFile(visit)
  const { head, read } = opened
  const root = visit.params['root'] ?? ''
  const history: readonly StoredEntry[] = isId(root) ? read.entries.filter(one => one.root === root) : []
  const [first] = history
  const definition = first && visit.guidance.kinds.get(first.kind)
  if (!first || !definition || definition.apart) throw new NotFound()
  await visit.read(({ client }) => refuseUnless(client, visit, head, 'ask-redaction'))
  const texts = textsOf(history, read.words, visit.guidance, visit.post.agency.id)
  if (texts.length === 0 && first.agency !== visit.post.agency.id)
    throw new NotAllowed(
      'Only the agency that wrote these words may have them removed. You may record that you disagree.',
      'Ask that agency.',
    )
  return { ...opened, root, history, first, definition, texts, name: nameOfChild(read) }
}

function show(visit: Visit, form: FormState, opened: OpenText, messages: readonly Message[]): Answer {
  return { html: redactView(visit, form, opened, messages), status: messages.length > 0 ? 422 : 200 }
}
