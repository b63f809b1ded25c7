/** The file on which a fact should stand that is about another child: asked for by its reference, among those the visitor may see. */
import { NotFound } from '../../access/refusals.ts'
import type { Policy } from '../../engine/derive.ts'
import { type CaseHead, type ReadCase, readCase } from '../../ledger/read.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import type { OpenReading, Visit } from '../pipeline/page.ts'
import { nameOf } from '../record/fact-words.ts'
import { type Continued, continuedBy } from '../record/line-choices.ts'
import { named, policyFor } from '../record/open-form.ts'
import { refuseUnless } from '../record/permission.ts'
import type { Message } from '../record/read-fact.ts'
import { findOtherCases, type OtherCase, offerLikeCases, referencesIn } from '../record/siblings.ts'
import type { OpenFact } from './open-fact.ts'

/** The names of the form’s own fields: which file, its last number when it was shown, and how it came about. */
export const moveFields = { to: 'to', toSeen: 'to-seen', words: 'words' } as const

/** The right child’s case, as the visitor may see it. */
export interface Destination {
  readonly read: ReadCase
  readonly name: string
  readonly policy: Policy
  /** What the fact may continue there. */
  readonly continued: Continued
  /** What it continues there, as chosen or most likely. */
  readonly about: string | null
}

/** The file, or the question for it: files that are offered, and what is wrong with what was typed. */
export type Asked =
  | { readonly to: Destination }
  | { readonly offered: readonly OtherCase[]; readonly messages: readonly Message[] }

/**
 * The file that the form or the address names. One that the visitor may not see is answered as one that there is not.
 * @throws NotAllowed where the visitor may see it and may not record there; NotFound for a line that was not offered
 */
export function askedFor(visit: Visit, typed: Fields, opened: OpenFact): Promise<Asked> {
  const { head } = opened.read
  return visit.read(async reading => {
    const [reference] = referencesIn(valueOf(typed, moveFields.to) || valueOf(visit.query, moveFields.to))
    const found = reference
      ? await findOtherCases(reading.client, head, [reference], kind => kind === head.kind)
      : undefined
    const there = found?.heads[0]
    if (there) return { to: await destination(visit, reading, there, typed, opened) }
    const wasAsked = visit.method === 'POST' || moveFields.to in visit.query
    const messages = wasAsked ? [{ field: moveFields.to, text: messageOn(reference, head) }] : []
    return { offered: await offerLikeCases(reading.client, head), messages }
  })
}

function messageOn(reference: string | undefined, head: CaseHead): string {
  if (!reference) return 'Enter the reference of the other child’s file'
  if (reference === head.reference)
    return 'That is the file on which it stands now. Enter the reference of the other child’s'
  return `There is no file ${reference} that you may see. Check the reference`
}

async function destination(
  visit: Visit,
  { client, openCase }: OpenReading,
  found: CaseHead,
  typed: Fields,
  { definition, fact }: OpenFact,
): Promise<Destination> {
  const { head } = await openCase(found.reference)
  if (head.id !== found.id) throw new NotFound()
  await refuseUnless(client, visit, head, 'record')
  const read = await readCase(client, head, visit.guidance, visit.ledger.dayOf)
  const continued = continuedBy(definition, read, visit.guidance, fact.happened)
  const asked = valueOf(typed, named.about)
  if (asked && !continued.candidates.some(one => one.root === asked)) throw new NotFound()
  const policy = await policyFor(client, visit, head)
  return { read, name: nameOf(read), policy, continued, about: asked || continued.likely }
}
