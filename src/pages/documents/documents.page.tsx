/** What can be had of a file as a document: its chronology, the plan, letters; each as PDF and as Word, made of the record as it stands. */
import { NotFound } from '../../access/refusals.ts'
import type { Document } from '../../exchange/document/document.ts'
import { type DocumentForm, formsOfDocument } from '../../exchange/document/forms.ts'
import { fileOf } from '../../ledger/filed-documents.ts'
import { readLetterWords } from '../../ledger/letter-words.ts'
import { listMade } from '../../ledger/made-documents.ts'
import { grouped } from '../../ledger/rows.ts'
import { isId } from '../../platform/identifier.ts'
import { wordsOf } from '../case-file/child.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import { chronologyDocument } from './chronology.ts'
import { DocumentsView } from './documents.view.tsx'
import { type LetterContent, letterFacts, lettersDocument, lettersOf } from './letters.ts'
import { mostAtOnce } from './made-here.ts'
import { type OpenedForDocument, openForDocument } from './opened.ts'
import { findPlan, planDocument } from './plan.ts'

/** `GET /case/:reference/documents` */
export async function page(visit: Visit): Promise<Answer> {
  const opened = await openForDocument(visit)
  const { read, head, name, names, why } = opened
  const content = await letterContent(visit, opened)
  const letters = [...read.known.inOrder]
    .filter(fact => letterFacts.includes(fact.kind))
    .toReversed()
    .flatMap(fact => lettersOf(fact, content).map(letter => ({ fact, letter })))
  const filed = [...grouped(read.entries, entry => entry.root).values()]
    .flatMap(history => fileOf(history) ?? [])
    .flatMap(kept => {
      const fact = read.known.byRoot.get(kept.factId)
      return fact
        ? { kept, fact, agency: names.agencies.get(fact.agency) ?? 'An agency', words: wordsOf(read, fact) }
        : []
    })
    .toReversed()
  const { instant } = visit.today
  const making = {
    form: await visit.form(),
    asked: valueOf(visit.query, 'long'),
    isLong: chronologyDocument(opened).blocks.length > mostAtOnce,
    made: await visit.read(({ client }) => listMade(client, head.areaId, head.id, instant)),
  }
  return {
    html: framed(visit, {
      title: `Documents: ${name}`,
      back: { href: `/case/${encodeURIComponent(head.reference)}`, text: name },
      why,
      children: (
        <DocumentsView
          visit={visit}
          read={read}
          plan={findPlan(read)}
          letters={letters}
          filed={filed}
          making={making}
        />
      ),
    }),
  }
}

/** `GET /case/:reference/chronology.pdf` and `.docx` */
export function chronology(form: DocumentForm) {
  return async (visit: Visit): Promise<Answer> => {
    const opened = await openForDocument(visit)
    const document = chronologyDocument(opened)
    // Others who wait for this process would wait for it.
    if (document.blocks.length > mostAtOnce)
      return { redirect: `/case/${encodeURIComponent(opened.head.reference)}/documents?long=${form}` }
    return made(document, form, `chronology-${opened.head.reference}`)
  }
}

/** `GET /case/:reference/plan.pdf` and `.docx` @throws NotFound where there is no plan that the visitor may see */
export function plan(form: DocumentForm) {
  return async (visit: Visit): Promise<Answer> => {
    const opened = await openForDocument(visit)
    const found = findPlan(opened.read)
    if (!found) throw new NotFound()
    return made(planDocument(found, opened), form, `plan-${opened.head.reference}`)
  }
}

/**
 * `GET /case/:reference/fact/:root/letter.pdf` and `.docx`; `?to=` one of those to whom it goes, else all of them in one file
 * @throws NotFound where no letter is drawn from that fact, NotAllowed where the post does not record on the case
 */
export function letter(form: DocumentForm) {
  return async (visit: Visit): Promise<Answer> => {
    const opened = await openForDocument(visit)
    const root = visit.params['root'] ?? ''
    const fact = isId(root) ? opened.read.known.byRoot.get(root) : undefined
    const content = await letterContent(visit, opened)
    const all = fact ? lettersOf(fact, content) : []
    const to = valueOf(visit.query, 'to')
    const asked = to ? all.filter(one => one.to === to) : all
    if (asked.length === 0) throw new NotFound()
    await visit.read(({ client }) => refuseUnless(client, visit, opened.head, 'record'))
    return made(lettersDocument(asked, content), form, `letter-${opened.head.reference}`)
  }
}

async function letterContent(visit: Visit, opened: OpenedForDocument): Promise<LetterContent> {
  const { areaId } = opened.head
  const own = visit.post.agency.id
  return visit.read(async ({ client }) => {
    const { rows } = await client.query<{ telephone: string | null }>({
      name: 'telephone for letters',
      text: 'select telephone from agency where id = $1',
      values: [own],
    })
    const history = await readLetterWords(client, areaId)
    return { ...opened, own, telephone: rows[0]?.telephone ?? null, history }
  })
}

async function made(document: Document, form: DocumentForm, name: string): Promise<Answer> {
  const { make, type } = formsOfDocument[form]
  return { file: await make(document), name: `${name}.${form}`, type }
}
