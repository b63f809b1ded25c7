/** Closing a meeting: what it was and what it decided, in one action, so that decision, attendance and views cannot drift apart. */

import type { PoolClient } from 'pg'
import { NotAllowed } from '../../access/refusals.ts'
import type { Statement } from '../../engine/fact.ts'
import type { Recording, Telling } from '../../ledger/command.ts'
import { tellsOfMeeting } from '../../ledger/meeting-circle.ts'
import { recordPastTheUnseen } from '../../ledger/past-the-unseen.ts'
import type { CaseHead, ReadCase } from '../../ledger/read.ts'
import { lastSeenIn } from '../../ledger/read.ts'
import { readParties } from '../../people/parties.ts'
import { newId } from '../../platform/identifier.ts'
import { meetingClosed, meetingViewGiven } from '../../procedures/meeting-facts.ts'
import { meetingGuestTookPart } from '../../procedures/meeting-guest-facts.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { doubtOnPlan, doubtsOfDay } from '../record/doubts.tsx'
import { findRecorded } from '../record/find-recorded.ts'
import { continuedBy } from '../record/line-choices.ts'
import { named, offeredIn, seenIn } from '../record/open-form.ts'
import { refuseUnless } from '../record/permission.ts'
import type { Message } from '../record/read-fact.ts'
import { closeView } from './close.view.tsx'
import { type ClosingThere, readTogether, siblingsOf } from './close-together.ts'
import type { GuestSeat } from './guests.ts'
import { openMeeting } from './opened.ts'
import { type Closing, closeNames, readClose } from './read-close.ts'
import { guestNames } from './read-close-guests.ts'

/** `GET /case/:reference/meeting/:root/close` */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openClose(visit)
  const isNew = Object.keys(form.typed).length === 0
  if (opened.meeting.closed && isNew) return { redirect: addressOf(opened) }
  if (opened.meeting.closed) return { html: closeView(visit, form, opened, [closedMeanwhile]) }
  return { html: closeView(visit, isNew ? { ...form, typed: likely(visit, opened) } : form, opened, []) }
}

/** `POST /case/:reference/meeting/:root/close`. Where somebody closed it between reading and recording, it is read again and says so. */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openClose(visit)
  if (opened.meeting.closed) {
    if (await findRecorded(visit, form.submission)) return { redirect: addressOf(opened) }
    return { html: closeView(visit, form, opened, [closedMeanwhile]), status: 409 }
  }
  const reading = { today: visit.today, offered: offeredIn(opened.parties) }
  const read = readClose(form.typed, opened, reading)
  const there = readTogether(form.typed, opened.meeting, opened.siblings, reading)
  const messages = allOnce([...('messages' in read ? read.messages : []), ...there.messages])
  if (!('closing' in read) || messages.length > 0)
    return { html: closeView(visit, form, opened, messages), status: 422 }
  const doubts = valueOf(form.typed, named.sure)
    ? []
    : doubtsOn(visit, { ...opened, closing: read.closing }, there.closings)
  if (doubts.length > 0) return { html: closeView(visit, form, opened, doubts, true), status: 422 }
  await record(visit, form, opened, read.closing, there.closings)
  return { redirect: `${addressOf(opened)}?done=closed` }
}

/** What is strange of the day, on this file or on another that is closed with it. */
function doubtsOn(
  visit: Visit,
  here: Pick<OpenClose, 'read' | 'meeting'> & { readonly closing: Closing },
  there: readonly ClosingThere[],
): Message[] {
  const files = [here, ...there.map(({ sibling, closing }) => ({ ...sibling, closing }))]
  const doubts = files.flatMap(({ read, meeting: { called, kind }, closing: { closed, decision } }) => {
    const onPlan = decision && doubtOnPlan(read, kind.decidedAs.kind, decision)
    return [
      ...doubtsOfDay(read.known, called as unknown as Statement, closed.happened, visit.guidance),
      ...(onPlan ? [{ field: 'happened', text: onPlan }] : []),
    ]
  })
  return doubts.filter(({ text }, at) => doubts.findIndex(other => other.text === text) === at)
}

/** What is asked once is said to be missing once, on however many files. */
function allOnce(messages: readonly Message[]): Message[] {
  return messages.filter(({ field }, at) => messages.findIndex(other => other.field === field) === at)
}

const closedMeanwhile: Message = {
  field: closeNames.how,
  text: 'Somebody closed this meeting while you were writing. Nothing of yours was recorded or lost: look at the meeting, and correct what stands there, or add to it',
}

function addressOf({ head, meeting }: Pick<OpenClose, 'head' | 'meeting'>): string {
  return `/case/${encodeURIComponent(head.reference)}/meeting/${meeting.called.root}`
}

/** What the form begins with: the day and time that were set, and who said that they come. */
function likely(visit: Visit, { meeting }: OpenClose): FormState['typed'] {
  const day = meeting.circle.plannedFor ?? visit.today.day
  const [year = '', month = '', date = ''] = (day > visit.today.day ? visit.today.day : day).split('-')
  const came = meeting.seats.flatMap(({ agency, answer, isOwner }) =>
    isOwner || !answer
      ? []
      : [[closeNames.came(agency.id), answer.data.answer === 'apologies' ? 'apologies' : ''] as const],
  )
  return {
    'happened-day': String(Number(date)),
    'happened-month': String(Number(month)),
    'happened-year': year,
    'happened-time': meeting.startsAt ?? '',
    ...Object.fromEntries(came),
    ...Object.fromEntries(meeting.guests.flatMap(guest => likelyOf(guest))),
  }
}

/** Of somebody without an account: apologies that they sent. */
function likelyOf({ root, answer }: GuestSeat): [string, string][] {
  return answer?.data.answer === 'apologies' ? [[guestNames.came(root), 'apologies']] : []
}

async function record(
  visit: Visit,
  form: FormState,
  opened: OpenClose,
  closing: Closing,
  there: readonly ClosingThere[],
): Promise<void> {
  const { head, read, meeting } = opened
  const { acts, tells } = await visit.read(async ({ client }) => {
    const here = { head, read, root: meeting.called.root }
    const parts = [await factsOn(client, visit, here, meeting.kind, closing)]
    for (const one of there)
      parts.push(await factsOn(client, visit, one.sibling, one.sibling.meeting.kind, one.closing))
    return { acts: parts.flatMap(part => part.acts), tells: parts.flatMap(part => part.tells) }
  })
  const seen = seenIn(form.typed, read)
  // On each file nobody may have closed it since that file was read.
  const lastSeen = new Map([
    [head.id, seen],
    ...there.map(({ sibling }) => [sibling.head.id, lastSeenIn(sibling.read)] as const),
  ])
  const withLastSeen = (act: Recording): Recording => {
    const last = act.kind === meetingClosed.kind ? lastSeen.get(act.caseId) : undefined
    return last === undefined ? act : { ...act, seen: last }
  }
  await recordPastTheUnseen(visit, seen, withSeen => ({
    areaId: head.areaId,
    submissionId: form.submission,
    acts: withSeen === undefined ? acts : acts.map(withLastSeen),
    ...(tells.length > 0 ? { tells } : {}),
    ...(there.length > 0 ? { occasion: newId() } : {}),
  }))
}

type OnCase = { readonly head: CaseHead; readonly read: ReadCase; readonly root: string }

/** What is recorded on one child’s case, and who of the meeting is told. */
async function factsOn(
  client: PoolClient,
  visit: Visit,
  { head, read, root }: OnCase,
  kind: OpenClose['meeting']['kind'],
  { closed, decision, views, guests: guestsSaid }: Closing,
): Promise<{ acts: Recording[]; tells: Telling[] }> {
  const common = { act: 'record', caseId: head.id } as const
  const acts: Recording[] = [{ ...common, ...closed, id: newId(), kind: meetingClosed.kind, about: root }]
  if (decision) {
    const definition = kind.decidedAs
    const { likely: about } = continuedBy(definition, read, visit.guidance, decision.happened, undefined)
    acts.push({ ...common, ...decision, id: newId(), kind: definition.kind, about })
  }
  for (const { agencyId, view, reasons } of views)
    acts.push({
      ...common,
      id: newId(),
      kind: meetingViewGiven.kind,
      about: root,
      happened: { ...closed.happened, at: null },
      data: { view, ...(agencyId === visit.post.agency.id ? {} : { of: [agencyId] }) },
      narrative: reasons ? { reasons } : {},
    })
  for (const { guest, data, narrative } of guestsSaid) {
    const happened = { ...closed.happened, at: null }
    acts.push({ ...common, id: newId(), kind: meetingGuestTookPart.kind, about: guest.root, happened, data, narrative })
  }
  const ids = acts.map(({ id }) => id ?? '')
  const tells = await tellsOfMeeting(
    client,
    head.areaId,
    { known: read.known, caseId: head.id },
    { definition: meetingClosed, ids, about: root, agencyId: visit.post.agency.id, data: closed.data },
  )
  return { acts, tells }
}

/** @throws NotFound, NotAllowed where another agency called the meeting, or the post may not record */
function openClose(visit: Visit) {
  return visit.read(async reading => {
    const opened = await openMeeting(visit, reading)
    await refuseUnless(reading.client, visit, opened.head, 'share')
    if (!opened.isOwner) {
      const owner = opened.agencies.find(({ id }) => id === opened.meeting.circle.owner)
      throw new NotAllowed(
        'Whoever called the meeting closes it.',
        `Ask ${owner?.name ?? 'the agency that called it'}.`,
      )
    }
    const parties = await readParties(reading.client, opened.head.areaId, visit.post.agency.id)
    return {
      ...opened,
      parties,
      siblings: await siblingsOf(reading.client, visit, opened),
    }
  })
}

export type OpenClose = Awaited<ReturnType<typeof openClose>>
