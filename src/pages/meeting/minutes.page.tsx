/** The minutes of a meeting: drafted from who came, what was noted and what was decided; written, sent to all and signed by each. */

import { NotAllowed } from '../../access/refusals.ts'
import { aboutMeeting, tellsOfMeeting } from '../../ledger/meeting-circle.ts'
import { readNotes } from '../../ledger/meeting-notes.ts'
import { recordPastTheUnseen } from '../../ledger/past-the-unseen.ts'
import { readNames } from '../../ledger/read.ts'
import { readParties } from '../../people/parties.ts'
import { newId } from '../../platform/identifier.ts'
import { meetingMinutesSent } from '../../procedures/meeting-facts.ts'
import { nameOfChild } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { InsetText } from '../kit/component/messages.tsx'
import { valueOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { type Asked, anchorOf, FactFields, WhenItHappened } from '../record/fact-fields.tsx'
import { partiesIn } from '../record/fact-words.ts'
import { named, offeredIn, seenIn } from '../record/open-form.ts'
import { refuseUnless } from '../record/permission.ts'
import { Problems } from '../record/problems.tsx'
import { type Message, readFact } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import { draftMinutes } from './draft-minutes.ts'
import { openMeeting } from './opened.ts'

/** `GET /case/:reference/meeting/:root/minutes` */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openMinutes(visit)
  if (opened.meeting.minutes) return { redirect: addressOf(opened) }
  const isNew = Object.keys(form.typed).length === 0
  const [year = '', month = '', day = ''] = visit.today.day.split('-')
  const typed = isNew
    ? {
        'happened-day': String(Number(day)),
        'happened-month': String(Number(month)),
        'happened-year': year,
        sentTo: opened.meeting.seats.filter(seat => !seat.isOwner).map(({ agency }) => agency.id),
        minutes: draftMinutes(opened, visit.guidance),
      }
    : form.typed
  return { html: view(visit, { ...form, typed }, opened, []) }
}

/** `POST /case/:reference/meeting/:root/minutes` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openMinutes(visit)
  const { head, read, meeting, parties } = opened
  if (meeting.minutes && meeting.minutes.number <= Number(valueOf(form.typed, named.seen)))
    return { redirect: addressOf(opened) }
  const reading = { today: visit.today, offered: { ...offeredIn(parties), agency: new Set(seatsOf(opened)) } }
  const said = readFact(meetingMinutesSent, form.typed, reading)
  if ('messages' in said) return { html: view(visit, form, opened, said.messages), status: 422 }
  const id = newId()
  const about = meeting.called.root
  const { sentTo = [] } = said.fact.data as { readonly sentTo?: readonly string[] }
  const tells = await visit.read(({ client }) =>
    tellsOfMeeting(
      client,
      head.areaId,
      { known: read.known, caseId: head.id },
      {
        definition: meetingMinutesSent,
        ids: [id],
        about,
        agencyId: visit.post.agency.id,
        data: said.fact.data,
        only: sentTo,
      },
    ),
  )
  // Whoever else sends minutes of the same meeting meanwhile is shown what was sent: neither is lost.
  const seen = seenIn(form.typed, read)
  await recordPastTheUnseen(visit, seen, withSeen => ({
    areaId: head.areaId,
    submissionId: form.submission,
    acts: [
      {
        act: 'record',
        id,
        caseId: head.id,
        kind: meetingMinutesSent.kind,
        about,
        ...said.fact,
        ...(withSeen === undefined ? {} : { seen: withSeen }),
      },
    ],
    ...(tells.length > 0 ? { tells } : {}),
  }))
  return { redirect: addressOf(opened) }
}

/** To whom minutes can go: those of the meeting, besides whoever sends them. */
function seatsOf({ meeting }: Pick<OpenMinutes, 'meeting'>): string[] {
  return meeting.seats.flatMap(({ agency, isOwner }) => (isOwner ? [] : agency.id))
}

function addressOf({ head, meeting }: Pick<OpenMinutes, 'head' | 'meeting'>): string {
  return `/case/${encodeURIComponent(head.reference)}/meeting/${meeting.called.root}`
}

/** @throws NotFound, NotAllowed where another agency called the meeting, or it was not held */
function openMinutes(visit: Visit) {
  return visit.read(async reading => {
    const { client } = reading
    const opened = await openMeeting(visit, reading)
    await refuseUnless(client, visit, opened.head, 'share')
    const { closed, called } = opened.meeting
    if (!opened.isOwner || !closed || closed.data.how === 'not-held')
      throw new NotAllowed(
        'Minutes are written by whoever called the meeting, once it was held.',
        'Ask whoever called it.',
      )
    const notes = await readNotes(client, opened.head, called.root)
    const decisions = (opened.read.known.byKind.get(opened.meeting.kind.decidedAs.kind) ?? []).filter(
      one => one.happened.from === closed.happened.from && one.agency === opened.meeting.circle.owner,
    )
    const decision = decisions.at(-1)
    const inDecision = decision ? partiesIn(opened.meeting.kind.decidedAs, decision.data) : []
    const names = await readNames(
      client,
      [...opened.agencies.map(({ id }) => id), ...inDecision],
      [...new Set([...notes.map(({ postId }) => postId), ...inDecision])],
    )
    const parties = await readParties(client, opened.head.areaId, visit.post.agency.id)
    return {
      ...opened,
      closed,
      notes,
      decision,
      names,
      parties,
      earlier: aboutMeeting(opened.read.known, called, meetingMinutesSent),
    }
  })
}

export type OpenMinutes = Awaited<ReturnType<typeof openMinutes>>

function view(visit: Visit, form: FormState, opened: OpenMinutes, messages: readonly Message[]): string {
  const { head, read, meeting, parties } = opened
  const name = nameOfChild(read)
  const { typed } = form
  const asked: Asked = {
    definition: meetingMinutesSent,
    typed,
    messages,
    parties: { ...parties, agency: parties.agency.filter(({ id }) => seatsOf(opened).includes(id)) },
    openedOn: undefined,
    me: visit.post.id,
  }
  const title = `Minutes: ${meeting.label.toLowerCase()}`
  return framed(visit, {
    title: `${title}, ${name}`,
    back: { href: addressOf(opened), text: meeting.label },
    hasErrors: messages.length > 0,
    why: <p>{opened.why}</p>,
    keys: { record: `/case/${head.reference}/record` },
    children: (
      <>
        <Styles />
        <Problems messages={messages} at={field => anchorOf(field, meetingMinutesSent)} />
        <span class="govuk-caption-l">{name}</span>
        <h1 class="govuk-heading-l gt-record__title">{title}</h1>
        <div class="gt-record__form">
          <InsetText>
            Drafted from who came, what was noted and what was decided. Change what you will: everybody who is told can
            sign them or ask for a correction.
          </InsetText>
          <Form visit={visit} form={form} title={`${title}, ${name}`} case={head.reference}>
            <input type="hidden" name={named.seen} value={seenIn(typed, read)} />
            <WhenItHappened asked={asked} />
            <FactFields asked={asked} />
            <div class="govuk-button-group">
              <Button preventDoubleClick>Send the minutes</Button>
              <SaveAndComeBack />
            </div>
          </Form>
        </div>
      </>
    ),
  })
}
