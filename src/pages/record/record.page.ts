/** Recording one fact of any kind on a case: the form, what it would start, and what happens when somebody else came first. */

import type { PoolClient } from 'pg'
import type { Conflict } from '../../access/refusals.ts'
import type { LedgerAct, Recording, Telling } from '../../ledger/command.ts'
import { findCircle, groundsOfMeeting, planAgain, tellsOfMeeting } from '../../ledger/meeting-circle.ts'
import { recordPastTheUnseen } from '../../ledger/past-the-unseen.ts'
import { lastSeenIn } from '../../ledger/read.ts'
import { newId } from '../../platform/identifier.ts'
import { meetingInvitationSent, meetingMoved } from '../../procedures/meeting-facts.ts'
import { referralAcknowledged, referrerTold } from '../../procedures/referral.ts'
import { hintsOnTyping } from '../census/hints-of-file.ts'
import { discardDraft } from '../pipeline/draft.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { inWords } from './compare.ts'
import { conflictView } from './conflict.view.tsx'
import { doubtsAbout } from './doubts.tsx'
import { messagesOnExplained } from './explaining.tsx'
import { nameOf } from './fact-words.ts'
import { foldAsAsked } from './guiding.tsx'
import { named, type OpenForm, openForm, seenIn } from './open-form.ts'
import { ownPageOf } from './own-pages.ts'
import { entryToTry, previewOf } from './preview.ts'
import { prefilled } from './proposed.tsx'
import { type FactRead, formOf, type Message, readFact, readWhatThereIs } from './read-fact.ts'
import { recordView } from './record.view.tsx'
import { messagesOnSecondLook } from './second-look.ts'

/** `GET /case/:reference/record/:kind` */
export async function page(visit: Visit): Promise<Answer> {
  const elsewhere = ownPageOf(visit)
  if (elsewhere) return elsewhere
  const form = await visit.form()
  const opened = await openForm(visit, form.typed)
  return { html: recordView(visit, begun(visit, prefilled(form, opened), opened), opened, { messages: [] }) }
}

/** What names somebody whom a referrer can ring: nearly always whoever writes it. */
const namesContact: readonly string[] = [referralAcknowledged.kind, referrerTold.kind]

/**
 * What is nearly always so stands in a new form, and can be changed: whom a referrer can ring; and of a meeting that it was said today, and
 * that it moves for all the children for whom it was called.
 */
function begun(visit: Visit, form: FormState, { definition, others }: OpenForm): FormState {
  if (namesContact.includes(definition.kind) && !('contact' in form.typed)) {
    const contact = `${visit.practitioner.name}, ${visit.post.title}`
    return { ...form, typed: { contact, ...form.typed } }
  }
  if (!definition.tellsMeeting || 'happened-day' in form.typed) return form
  const { day } = visit.today
  const today = formOf({ ...definition, fields: {} }, { from: day, to: day, certainty: 'day', at: null }, {})
  return { ...form, typed: { ...today, [named.also]: others.map(({ reference }) => reference), ...form.typed } }
}

/** `POST /case/:reference/record/:kind` */
export async function submit(visit: Visit): Promise<Answer> {
  const elsewhere = ownPageOf(visit)
  if (elsewhere) return elsewhere
  const form = await visit.form()
  if (valueOf(visit.body, '_discard')) return discard(visit, form)
  const hasFolded = await foldAsAsked(visit, visit.params['kind'] ?? '')
  const opened = await openForm(visit, form.typed)
  if (hasFolded) return { html: recordView(visit, form, opened, { messages: [] }) }
  if (valueOf(visit.body, '_check')) return check(visit, form, opened)
  const read = readFact(opened.definition, form.typed, opened.reading)
  const messages = [
    ...messagesOnExplained(opened),
    ...('messages' in read ? read.messages : []),
    ...messagesOnSecondLook({ opened, typed: form.typed, me: visit.post.id }),
    ...messagesOnCases(opened),
  ]
  if (messages.length > 0 || !('fact' in read)) {
    return { html: recordView(visit, form, opened, { messages }), status: 422 }
  }
  const doubts = valueOf(form.typed, named.sure) ? [] : doubtsAbout(opened, read.fact, visit)
  if (doubts.length > 0)
    return { html: recordView(visit, form, opened, { messages: doubts, asksWhetherSure: true }), status: 422 }
  const recorded = await recordFact(visit, form, opened, read.fact)
  return { redirect: await addressOf(visit, recorded) }
}

async function discard(visit: Visit, form: FormState): Promise<Answer> {
  await discardDraft(visit.door.database, visit.practitioner.id, form.submission)
  return { redirect: `/case/${encodeURIComponent(visit.params['reference'] ?? '')}` }
}

/** The same page again, with the duties and their days as far as the form can be read. */
function check(visit: Visit, form: FormState, opened: OpenForm): Answer {
  const { definition, reading, read, about, answers, policy } = opened
  const { fact, messages } = readWhatThereIs(definition, form.typed, reading)
  if (!fact.happened) {
    const onDate = messages.filter(message => message.field === 'happened')
    return { html: recordView(visit, form, opened, { messages: onDate }), status: 422 }
  }
  const recorded = { at: visit.today.instant, on: visit.today.day }
  const tried = entryToTry(
    definition,
    { ...fact, happened: fact.happened, about, answers },
    read.entries,
    visit.post.agency.id,
    recorded,
  )
  const preview = previewOf(read.entries, tried, policy, visit.guidance, visit.today.day)
  const hints = hintsOnTyping(visit, read, tried, fact.narrative)
  return { html: recordView(visit, form, opened, { messages: [], preview, hints }) }
}

function messagesOnCases({ unknownCases }: OpenForm): Message[] {
  return unknownCases.map(reference => ({
    field: named.alsoTyped,
    text: `There is no case ${reference} that you may see. Check the reference`,
  }))
}

function actsOf(
  { definition, read, about, answers, alsoOn }: OpenForm,
  fact: FactRead,
  id: string,
  seen: number | undefined,
) {
  const common = { act: 'record', kind: definition.kind, ...fact } as const
  const first: Recording = {
    ...common,
    id,
    caseId: read.head.id,
    about,
    answers,
    ...(seen === undefined ? {} : { seen }),
  }
  return [first, ...alsoOn.map((head): Recording => ({ ...common, caseId: head.id }))]
}

async function recordFact(visit: Visit, form: FormState, opened: OpenForm, fact: FactRead): Promise<string> {
  const seen = seenIn(form.typed, opened.read)
  const id = newId()
  const { definition, read, about, together } = opened
  const moves = together.map((one): MeetingRecord => ({ definition, read: one.read, about: one.root, id: newId() }))
  const { tells, alsoActs } = await visit.read(async ({ client }) => {
    const of = []
    for (const one of [{ definition, read, about, id }, ...moves]) of.push(await meetingOf(client, visit, one, fact))
    return { tells: of.flatMap(one => one.tells), alsoActs: of.flatMap(one => one.alsoActs) }
  })
  const { ids } = await recordPastTheUnseen(visit, seen, withSeen => ({
    areaId: read.head.areaId,
    submissionId: form.submission,
    acts: [
      ...actsOf(opened, fact, id, withSeen),
      ...moves.map(({ id: own, read: { head }, about: called }) => {
        return { act: 'record', kind: definition.kind, ...fact, id: own, caseId: head.id, about: called } as const
      }),
      ...alsoActs,
    ],
    ...(tells.length > 0 ? { tells } : {}),
    ...(opened.alsoOn.length + together.length > 0 ? { occasion: newId() } : {}),
  }))
  return ids[0] ?? ''
}

/** What is recorded for a meeting on one file. */
interface MeetingRecord extends Pick<OpenForm, 'definition' | 'read' | 'about'> {
  readonly id: string
}

/** Who of a meeting is told of what is said for it; and the plan that rules count from, where it moves or grows. */
async function meetingOf(
  client: PoolClient,
  visit: Visit,
  { definition, about, read, id }: MeetingRecord,
  fact: FactRead,
): Promise<{ tells: readonly Telling[]; alsoActs: readonly LedgerAct[] }> {
  const { areaId, id: caseId } = read.head
  const agencyId = visit.post.agency.id
  const tells = await tellsOfMeeting(
    client,
    areaId,
    { known: read.known, caseId },
    { definition, ids: [id], about, agencyId, data: fact.data },
  )
  const circle = definition.tellsMeeting && about ? findCircle(read.known, about) : undefined
  const said = fact.data as { readonly plannedFor?: string; readonly invited?: readonly string[] }
  const isMoved = definition.kind === meetingMoved.kind
  if (!circle || !(isMoved || definition.kind === meetingInvitationSent.kind)) return { tells, alsoActs: [] }
  const plannedFor = (isMoved ? said.plannedFor : undefined) ?? circle.plannedFor
  const invited = [...new Set([...circle.invited, ...(isMoved ? [] : (said.invited ?? []))])]
  const plan = planAgain(read.known, circle, {
    caseId,
    happened: fact.happened,
    plannedFor: plannedFor ?? visit.today.day,
    invited,
    grounds: await groundsOfMeeting(client, areaId, circle),
  })
  return { tells: [...tells, ...plan.tells], alsoActs: plan.acts }
}

/** The case, at the new entry. */
async function addressOf(visit: Visit, id: string): Promise<string> {
  const { rows } = await visit.read(({ client }) =>
    client.query<{ number: number }>({
      name: 'number of entry',
      text: 'select number from fact where area_id = any($1) and id = $2',
      values: [visit.areaIds, id],
    }),
  )
  const anchor = rows[0] ? `#fact-${rows[0].number}` : ''
  return `/case/${encodeURIComponent(visit.params['reference'] ?? '')}?recorded=${id}${anchor}`
}

/** What the other person recorded, beside what was typed: status 409. */
export async function conflict(visit: Visit, { recorded }: Conflict): Promise<Answer> {
  const form = await visit.form()
  const opened = await openForm(visit, form.typed)
  const { definition, read } = opened
  const mine = readWhatThereIs(definition, form.typed, opened.reading).fact
  const said = await inWords(
    visit,
    definition,
    read,
    read.entries.filter(entry => recorded.includes(entry.id)),
    mine,
  )
  const html = conflictView(visit, form, {
    heading: 'Somebody recorded the same while you were writing',
    advice:
      'Nothing of yours was lost and nothing of theirs was changed. Compare the two. If it was the same event, discard yours: you can still correct or add to theirs. If both happened, record yours as well.',
    name: nameOf(read),
    reference: read.head.reference,
    why: opened.why,
    definition,
    ...said,
    kept: { ...form.typed, [named.seen]: String(lastSeenIn(read)) },
    again: 'Record mine as well',
  })
  return { html }
}
