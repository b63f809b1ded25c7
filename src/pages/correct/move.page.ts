/**
 * A fact that is about another child: which file it belongs on, what moves and what follows on both files, and the move.
 * Nothing that is kept on the wrong child's file names the other child.
 */

import { type Conflict, NotFound } from '../../access/refusals.ts'
import type { Entry } from '../../engine/fact.ts'
import { recordPastTheUnseen } from '../../ledger/past-the-unseen.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { inWords } from '../record/compare.ts'
import { nameOf } from '../record/fact-words.ts'
import { findRecorded } from '../record/find-recorded.ts'
import { named, seenIn } from '../record/open-form.ts'
import { entryToTry, previewOf } from '../record/preview.ts'
import type { Message } from '../record/read-fact.ts'
import { type Asked, askedFor, type Destination, moveFields } from './destination.ts'
import { moveView, whichChildView } from './move.view.tsx'
import { type OpenFact, openFact } from './open-fact.ts'

/** `GET /case/:reference/fact/:root/move?to=…` */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openFact(visit, 'move')
  const asked = await askedFor(visit, form.typed, opened)
  return 'to' in asked ? show(visit, form, opened, asked.to, []) : askWhich(visit, form, opened, asked)
}

/** `POST /case/:reference/fact/:root/move` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const before = await findRecorded(visit, form.submission)
  if (before) return { redirect: `/case/${before.reference}?recorded=${before.id}` }
  const opened = await openFact(visit, 'move')
  const asked = await askedFor(visit, form.typed, opened)
  if (!('to' in asked)) return askWhich(visit, form, opened, asked)
  const { to } = asked
  const words = valueOf(form.typed, moveFields.words)
  const messages = messagesOn(words, nameOf(opened.read), to)
  if (messages.length > 0) return show(visit, form, opened, to, messages)
  const toSeen = seenIn(form.typed, to.read, moveFields.toSeen)
  const { ids } = await recordPastTheUnseen(visit, toSeen, seen => ({
    areaId: opened.read.head.areaId,
    submissionId: form.submission,
    acts: [
      {
        act: 'move',
        caseId: opened.read.head.id,
        root: opened.fact.root,
        seen: Number(valueOf(form.typed, named.seen)) || opened.seen,
        toCaseId: to.read.head.id,
        // What was shown and sent, not what has become likely since.
        about: valueOf(form.typed, named.about) || null,
        narrative: { reason: `${byMistake}${words && ` ${words}`}` },
        ...(seen === undefined ? {} : { toSeen: seen }),
      },
    ],
  }))
  return { redirect: `/case/${to.read.head.reference}?recorded=${ids[0] ?? ''}` }
}

/** Both files as they stand now: status 409. */
export async function conflict(visit: Visit, { recorded }: Conflict): Promise<Answer> {
  const form = await visit.form()
  const opened = await openFact(visit, 'move')
  const asked = await askedFor(visit, form.typed, opened)
  if (!('to' in asked)) throw new NotFound()
  const { [named.seen]: _, [moveFields.toSeen]: __, ...typed } = form.typed
  const there = asked.to.read.entries.filter(entry => recorded.includes(entry.id))
  return show(visit, { ...form, typed }, opened, asked.to, [], { there })
}

/** What everybody who reads the wrong child’s file may read. */
const byMistake = 'It was recorded on this child’s file by mistake: it is about another child.'

/** People who read the wrong child’s file may not know of the other one: what is said there must not tell. */
function messagesOn(words: string, own: string, { name, read }: Destination): Message[] {
  if (words.length > 4000) return [{ field: moveFields.words, text: 'This must be 4,000 characters or fewer' }]
  const { reference } = read.head
  const mine = new Set(wordsOf(own))
  const theirs = wordsOf(name === `Case ${reference}` ? '' : name).filter(word => word.length > 1 && !mine.has(word))
  const said = new Set(wordsOf(words))
  const tells = words.toUpperCase().includes(reference) || theirs.some(word => said.has(word))
  const text = `Leave out the other child’s name and file number: who reads ${own}’s file may not know of the other child`
  return tells ? [{ field: moveFields.words, text }] : []
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '')
}

function askWhich(visit: Visit, form: FormState, opened: OpenFact, asked: Exclude<Asked, { to: Destination }>): Answer {
  const to = valueOf(form.typed, moveFields.to) || valueOf(visit.query, moveFields.to)
  return {
    html: whichChildView(visit, opened, { ...asked, to }),
    status: asked.messages.length > 0 ? 422 : 200,
  }
}

async function show(
  visit: Visit,
  form: FormState,
  opened: OpenFact,
  to: Destination,
  messages: readonly Message[],
  changed?: { readonly there: ReadCase['entries'] },
): Promise<Answer> {
  const { definition, fact, read, policy } = opened
  const { instant: at, day: on } = visit.today
  const tried = (entries: readonly Entry[], about: string | null) =>
    entryToTry(definition, { happened: fact.happened, data: fact.data, about }, entries, fact.agency, { at, on })
  const struck = { ...tried(read.entries, fact.about), act: 'strike-out', root: fact.root } as const
  const moved = { ...tried(to.read.entries, to.about), knownSince: fact.knownSince }
  const { theirs } = await inWords(visit, definition, read, opened.versions.slice(-1))
  const there = changed ? (await inWords(visit, definition, to.read, changed.there)).theirs : []
  const html = moveView(visit, form, opened, to, {
    messages,
    now: theirs[0],
    changed: changed ? { there } : undefined,
    knownOn: visit.ledger.dayOf(fact.knownSince),
    stay: read.known.inOrder.filter(one => one.about === fact.root).length,
    here: previewOf(read.entries, struck, policy, visit.guidance, on),
    onThatFile: previewOf(to.read.entries, moved, to.policy, visit.guidance, on),
  })
  return { html, status: messages.length > 0 ? 422 : 200 }
}
