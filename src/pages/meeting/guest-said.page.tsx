/** Recording for somebody without an account what they answered to an invitation, their report, or what they say of the minutes, as it came. */

import { NotAllowed, NotFound } from '../../access/refusals.ts'
import type { FactDefinition } from '../../engine/fact.ts'
import { tellsOfMeeting } from '../../ledger/meeting-circle.ts'
import { recordPastTheUnseen } from '../../ledger/past-the-unseen.ts'
import { newId } from '../../platform/identifier.ts'
import { meetingGuestAnswered, meetingGuestReported, meetingGuestSigned } from '../../procedures/meeting-guest-facts.ts'
import { nameOfChild } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { InsetText } from '../kit/component/messages.tsx'
import { valueOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { type Asked, anchorOf, FactFields, WhenItHappened } from '../record/fact-fields.tsx'
import { named, seenIn } from '../record/open-form.ts'
import { refuseUnless } from '../record/permission.ts'
import { Problems } from '../record/problems.tsx'
import { formOf, type Message, readFact } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import { openMeeting } from './opened.ts'

/** For whom it is recorded is known: it is written beside what they said, and not asked. */
function askedOf(definition: FactDefinition): FactDefinition {
  const fields = Object.entries(definition.fields).filter(([name]) => name !== 'recordedFor')
  return { ...definition, fields: Object.fromEntries(fields) }
}

const kinds = {
  answer: { definition: askedOf(meetingGuestAnswered as unknown as FactDefinition), title: 'What they answered' },
  report: { definition: askedOf(meetingGuestReported as unknown as FactDefinition), title: 'Their report' },
  minutes: {
    definition: askedOf(meetingGuestSigned as unknown as FactDefinition),
    title: 'What they say of the minutes',
  },
} as const

/** `GET /case/:reference/meeting/:root/guest-said`; `?guest=` says who, `?what=` whether it is an answer, a report or about the minutes. */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openSaid(visit, form)
  const { day } = visit.today
  const today = formOf({ ...opened.definition, fields: {} }, { from: day, to: day, certainty: 'day', at: null }, {})
  return { html: view(visit, { ...form, typed: { ...today, ...form.typed } }, opened, []) }
}

/** `POST /case/:reference/meeting/:root/guest-said` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openSaid(visit, form)
  const { head, read, definition, guest } = opened
  const said = readFact(definition, form.typed, { today: visit.today })
  if ('messages' in said) return { html: view(visit, form, opened, said.messages), status: 422 }
  const id = newId()
  const about = guest.root
  const tells = await visit.read(({ client }) =>
    tellsOfMeeting(
      client,
      head.areaId,
      { known: read.known, caseId: head.id },
      { definition, ids: [id], about, agencyId: visit.post.agency.id, data: said.fact.data },
    ),
  )
  const seen = seenIn(form.typed, read)
  await recordPastTheUnseen(visit, seen, withSeen => ({
    areaId: head.areaId,
    submissionId: form.submission,
    acts: [
      {
        act: 'record',
        id,
        caseId: head.id,
        kind: definition.kind,
        about,
        ...said.fact,
        narrative: { ...said.fact.narrative, recordedFor: guest.full },
        ...(withSeen === undefined ? {} : { seen: withSeen }),
      },
    ],
    ...(tells.length > 0 ? { tells } : {}),
  }))
  return { redirect: `${addressOf(opened)}?done=said` }
}

function addressOf({ head, meeting }: Pick<OpenSaid, 'head' | 'meeting'>): string {
  return `/case/${encodeURIComponent(head.reference)}/meeting/${meeting.called.root}`
}

/**
 * @throws NotFound where nobody such is invited, or there are no minutes yet; NotAllowed where another agency called the meeting, or it
 * is over and an answer comes too late
 */
function openSaid(visit: Visit, form: FormState) {
  const asked = (name: string) => valueOf(form.typed, name) || valueOf(visit.query, name)
  return visit.read(async reading => {
    const opened = await openMeeting(visit, reading)
    await refuseUnless(reading.client, visit, opened.head, 'share')
    if (!opened.isOwner)
      throw new NotAllowed(
        'Whoever called the meeting writes for those without an account.',
        'Ask the agency that called it.',
      )
    const what = asked('what')
    const guest = opened.meeting.guests.find(({ root }) => root === asked('guest'))
    if (!guest || !isWhat(what) || (what === 'minutes' && !opened.meeting.minutes)) throw new NotFound()
    if (what === 'answer' && opened.meeting.closed)
      throw new NotAllowed(
        'The meeting is over: whether they came stands in what was recorded of it.',
        'Ask a manager where that record is not right.',
      )
    return { ...opened, ...kinds[what], what, guest }
  })
}

function isWhat(what: string): what is keyof typeof kinds {
  return Object.hasOwn(kinds, what)
}

type OpenSaid = Awaited<ReturnType<typeof openSaid>>

function view(visit: Visit, form: FormState, opened: OpenSaid, messages: readonly Message[]): string {
  const { head, meeting, read, definition, guest, what } = opened
  const title = `${opened.title}: ${guest.name}, ${guest.body}`
  const { typed } = form
  const asked: Asked = {
    definition,
    typed,
    messages,
    parties: { agency: [], post: [] },
    openedOn: undefined,
    me: visit.post.id,
  }
  return framed(visit, {
    title,
    back: { href: addressOf(opened), text: meeting.label },
    hasErrors: messages.length > 0,
    why: <p>{opened.why}</p>,
    children: (
      <>
        <Styles />
        <Problems messages={messages} at={field => anchorOf(field, definition)} />
        <span class="govuk-caption-l">{nameOfChild(read)}</span>
        <h1 class="govuk-heading-l gt-record__title">{title}</h1>
        <div class="gt-record__form">
          <InsetText>
            You record it for {guest.full}. It stands as recorded by {visit.post.agency.name} for them, and everybody
            who is invited reads it. Write what they said, in their words.
          </InsetText>
          <Form visit={visit} form={form} title={title} case={head.reference}>
            <input type="hidden" name={named.seen} value={seenIn(typed, read)} />
            <input type="hidden" name="guest" value={guest.root} />
            <input type="hidden" name="what" value={what} />
            <WhenItHappened asked={asked} />
            <FactFields asked={asked} />
            <div class="govuk-button-group">
              <Button preventDoubleClick>Record it for them</Button>
              <SaveAndComeBack />
            </div>
          </Form>
        </div>
      </>
    ),
  })
}
