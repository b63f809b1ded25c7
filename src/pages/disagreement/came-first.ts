/** Two people of one side said the same at the same time: what came first beside what was typed, with a way on for each case. */

import type { FactDefinition } from '../../engine/fact.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { lastSeenIn } from '../../ledger/read.ts'
import { discardDraft } from '../pipeline/draft.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { inWords } from '../record/compare.ts'
import { conflictView } from '../record/conflict.view.tsx'
import { nameOf } from '../record/fact-words.ts'
import { named } from '../record/open-form.ts'
import { readWhatThereIs } from '../record/read-fact.ts'
import { dayOf } from '../refer/read-referral.ts'

interface First {
  readonly read: ReadCase
  readonly why: string
  readonly definition: FactDefinition
  /** What came first. */
  readonly recorded: readonly string[]
}

/** The page. */
export async function cameFirst(visit: Visit, { read, why, definition, recorded }: First): Promise<Answer> {
  const form = await visit.form()
  const mine = readWhatThereIs(definition, { ...form.typed, ...dayOf(visit.today.day) }, { today: visit.today }).fact
  const theirs = read.entries.filter(entry => recorded.includes(entry.id))
  const html = conflictView(visit, form, {
    heading: 'Somebody recorded the same while you were writing',
    advice:
      'Nothing of yours was lost, and theirs has reached the other side. Compare the two. If theirs says it, discard yours. If yours has to be said as well, record it: the later one counts.',
    name: nameOf(read),
    reference: read.head.reference,
    why,
    definition,
    ...(await inWords(visit, definition, read, theirs, mine)),
    kept: { ...form.typed, [named.seen]: String(lastSeenIn(read)) },
    again: 'Record mine as well',
  })
  return { html }
}

/** Lets go of what was typed, and leads back to the file. */
export async function discarded(visit: Visit, form: FormState): Promise<Answer> {
  await discardDraft(visit.door.database, visit.practitioner.id, form.submission)
  return { redirect: `/case/${encodeURIComponent(visit.params['reference'] ?? '')}` }
}
