/** Striking out a fact that should not be on this case. It stays readable as struck out, with the reason. */
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { inWords } from '../record/compare.ts'
import { findRecorded } from '../record/find-recorded.ts'
import { named } from '../record/open-form.ts'
import { entryToTry, previewOf } from '../record/preview.ts'
import type { Message } from '../record/read-fact.ts'
import { type OpenFact, openFact } from './open-fact.ts'
import { strikeOutView } from './strike-out.view.tsx'

/** `GET /case/:reference/fact/:root/strike-out` */
export async function page(visit: Visit): Promise<Answer> {
  return show(visit, await visit.form(), await openFact(visit, 'strike-out'), [])
}

/** `POST /case/:reference/fact/:root/strike-out` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const before = await findRecorded(visit, form.submission)
  if (before) return { redirect: `/case/${before.reference}?recorded=${before.id}` }
  const opened = await openFact(visit, 'strike-out')
  const reason = valueOf(form.typed, 'reason')
  if (reason === '')
    return show(visit, form, opened, [{ field: 'reason', text: 'Say why it should not be on this case' }])
  if (reason.length > 4000)
    return show(visit, form, opened, [{ field: 'reason', text: 'The reason must be 4,000 characters or fewer' }])
  const { head } = opened.read
  const seen = Number(valueOf(form.typed, named.seen)) || opened.seen
  const { ids } = await visit.record({
    areaId: head.areaId,
    submissionId: form.submission,
    acts: [{ act: 'strike-out', caseId: head.id, root: opened.fact.root, seen, narrative: { reason } }],
  })
  return { redirect: `/case/${head.reference}?recorded=${ids[0]}` }
}

async function show(visit: Visit, form: FormState, opened: OpenFact, messages: readonly Message[]): Promise<Answer> {
  const { definition, fact, read, policy } = opened
  const { instant: at, day: on } = visit.today
  const tried = {
    ...entryToTry(definition, fact, read.entries, fact.agency, { at, on }),
    act: 'strike-out',
    root: fact.root,
  } as const
  const preview = previewOf(read.entries, tried, policy, visit.guidance, on)
  const { theirs } = await inWords(visit, definition, read, opened.versions.slice(-1))
  return {
    html: strikeOutView(visit, form, opened, { messages, preview, now: theirs[0] }),
    status: messages.length > 0 ? 422 : 200,
  }
}
