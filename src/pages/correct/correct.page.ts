/** Correcting a fact: the same event with better details. What it said before stays beside it. */
import type { Conflict } from '../../access/refusals.ts'
import type { Entry } from '../../engine/fact.ts'
import { hintsOnTyping } from '../census/hints-of-file.ts'
import { discardDraft } from '../pipeline/draft.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { inWords } from '../record/compare.ts'
import { conflictView } from '../record/conflict.view.tsx'
import { currentEntry, nameOf } from '../record/fact-words.ts'
import { named } from '../record/open-form.ts'
import { entryToTry, previewOf } from '../record/preview.ts'
import { type FactRead, formOf, type Message, readFact, readWhatThereIs } from '../record/read-fact.ts'
import { correctView } from './correct.view.tsx'
import { sameCorrection } from './occasion.ts'
import { forWhomField, type OpenFact, openFact, reasonField } from './open-fact.ts'

/** `GET /case/:reference/fact/:root/correct` */
export async function page(visit: Visit): Promise<Answer> {
  const opened = await openFact(visit, 'correct')
  return show(visit, await filled(visit, opened), opened, { messages: [] })
}

/** `POST /case/:reference/fact/:root/correct` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const address = `/case/${encodeURIComponent(visit.params['reference'] ?? '')}`
  if (valueOf(visit.body, '_discard')) {
    await discardDraft(visit.door.database, visit.practitioner.id, form.submission)
    return { redirect: address }
  }
  const opened = await openFact(visit, 'correct')
  if (valueOf(visit.body, '_check')) return check(visit, form, opened)
  const read = readFact(opened.definition, form.typed, opened.reading)
  const reason = valueOf(form.typed, reasonField)
  const forWhom = valueOf(form.typed, forWhomField)
  const unasked = opened.others.length > 0 && forWhom !== 'this' && forWhom !== 'all'
  const messages = [
    ...('messages' in read ? read.messages : []),
    ...messagesOnReason(reason),
    ...(unasked
      ? [{ field: forWhomField, text: 'Say whether it is corrected for this child or for all of them' }]
      : []),
  ]
  if (messages.length > 0 || !('fact' in read)) return show(visit, form, opened, { messages }, 422)
  const { happened, data, narrative } = read.fact
  const { ids } = await visit.record({
    areaId: opened.read.head.areaId,
    submissionId: form.submission,
    acts: [
      {
        act: 'correct',
        caseId: opened.read.head.id,
        root: opened.fact.root,
        seen: Number(valueOf(form.typed, named.seen)) || opened.seen,
        happened,
        data,
        narrative: { ...narrative, [reasonField]: reason },
      },
      ...(forWhom === 'all' ? opened.others : []).map(other =>
        sameCorrection(other, before(opened), read.fact, happened, { [reasonField]: reason }),
      ),
    ],
  })
  return { redirect: `${address}?recorded=${ids[0]}#fact-${opened.fact.number}` }
}

/** What it said before, codes and dates apart from words. */
function before({ fact, read }: OpenFact) {
  const { [reasonField]: _, ...words } = read.words.get(currentEntry(fact)) ?? {}
  return { data: fact.data, words }
}

/** What the fact says now, unless a draft says otherwise. */
async function filled(visit: Visit, { definition, fact, values }: OpenFact): Promise<FormState> {
  const form = await visit.form()
  return Object.keys(form.typed).length > 0 ? form : { ...form, typed: formOf(definition, fact.happened, values) }
}

function messagesOnReason(reason: string): Message[] {
  if (reason === '') return [{ field: reasonField, text: 'Say why it is corrected' }]
  return reason.length > 4000 ? [{ field: reasonField, text: 'The reason must be 4,000 characters or fewer' }] : []
}

/** The entry that would correct it. */
function tried(visit: Visit, { definition, fact, read }: OpenFact, said: Omit<FactRead, 'narrative'>): Entry {
  const { instant, day } = visit.today
  const entry = entryToTry(
    definition,
    { ...said, about: fact.about, answers: fact.answers },
    read.entries,
    fact.agency,
    { at: instant, on: day },
  )
  return { ...entry, act: 'correct', root: fact.root }
}

async function check(visit: Visit, form: FormState, opened: OpenFact): Promise<Answer> {
  const { fact, messages } = readWhatThereIs(opened.definition, form.typed, opened.reading)
  if (!fact.happened)
    return show(visit, form, opened, { messages: messages.filter(({ field }) => field === 'happened') }, 422)
  const entry = tried(visit, opened, { ...fact, happened: fact.happened })
  const preview = previewOf(opened.read.entries, entry, opened.policy, visit.guidance, visit.today.day)
  const hints = hintsOnTyping(visit, opened.read, entry, fact.narrative)
  return show(visit, form, opened, { messages: [], preview, hints })
}

async function show(
  visit: Visit,
  form: FormState,
  opened: OpenFact,
  shown: Omit<Parameters<typeof correctView>[3], 'versions'>,
  status = 200,
): Promise<Answer> {
  const { theirs } = await inWords(visit, opened.definition, opened.read, opened.versions)
  const reasons = opened.versions.map(entry => opened.read.words.get(entry.id)?.[reasonField] ?? null)
  const versions = theirs.map((one, at) => ({ ...one, reason: reasons[at] ?? null }))
  return { html: correctView(visit, form, opened, { ...shown, versions }), status }
}

/** What the other person made of it meanwhile, beside what was typed: status 409. */
export async function conflict(visit: Visit, { recorded }: Conflict): Promise<Answer> {
  const form = await visit.form()
  const opened = await openFact(visit, 'correct')
  const mine = readWhatThereIs(opened.definition, form.typed, opened.reading).fact
  const entries = opened.versions.filter(entry => recorded.includes(entry.id))
  const said = await inWords(visit, opened.definition, opened.read, entries, mine)
  const html = conflictView(visit, form, {
    heading: 'Somebody corrected this while you were writing',
    advice:
      'Nothing of yours was lost. Compare the two. If theirs says it all, discard yours; if not, yours becomes what the record says now, and theirs stays beside it.',
    name: nameOf(opened.read),
    reference: opened.read.head.reference,
    why: opened.why,
    definition: opened.definition,
    ...said,
    kept: { ...form.typed, [named.seen]: String(opened.seen) },
    again: 'Correct it as I wrote',
  })
  return { html }
}
