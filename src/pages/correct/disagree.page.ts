/** A disagreement: of the child, the family or an agency. It changes nothing of the fact and stands beside it. */
import { longestNarrative } from '../../engine/schema.ts'
import { whose } from '../../ledger/command.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { inWords } from '../record/compare.ts'
import type { Message } from '../record/read-fact.ts'
import { disagreeView } from './disagree.view.tsx'
import { type OpenFact, openFact } from './open-fact.ts'

/** `GET /case/:reference/fact/:root/disagree` */
export async function page(visit: Visit): Promise<Answer> {
  return show(visit, await visit.form(), await openFact(visit, 'disagree'), [])
}

/** `POST /case/:reference/fact/:root/disagree` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openFact(visit, 'disagree')
  const [who, words] = [
    valueOf(form.typed, 'whose'),
    valueOf(form.typed, 'words').replaceAll('\r\n', '\n').replaceAll('\0', ''),
  ]
  const messages: Message[] = []
  if (!Object.hasOwn(whose, who)) messages.push({ field: 'whose', text: 'Select whose view this is' })
  if (words === '')
    messages.push({ field: 'words', text: 'Write what they disagree with, in their own words where you can' })
  if (words.length > longestNarrative)
    messages.push({ field: 'words', text: 'This must be 100,000 characters or fewer' })
  if (messages.length > 0) return show(visit, form, opened, messages)
  const { head } = opened.read
  const { ids } = await visit.record({
    areaId: head.areaId,
    submissionId: form.submission,
    acts: [{ act: 'disagree', caseId: head.id, root: opened.fact.root, data: { whose: who }, narrative: { words } }],
  })
  return { redirect: `/case/${head.reference}?recorded=${ids[0]}#fact-${opened.fact.number}` }
}

async function show(visit: Visit, form: FormState, opened: OpenFact, messages: readonly Message[]): Promise<Answer> {
  const { theirs } = await inWords(visit, opened.definition, opened.read, opened.versions.slice(-1))
  return {
    html: disagreeView(visit, form, opened, { messages, now: theirs[0] }),
    status: messages.length > 0 ? 422 : 200,
  }
}
