/** Inviting somebody who has no account: who, for which agency or body, how they are reached, and whether a report is asked of them. */
import { NotAllowed } from '../../access/refusals.ts'
import type { LedgerAct, Telling } from '../../ledger/command.ts'
import { goneWithCall, groundsOfMeeting, tellsOfMeeting } from '../../ledger/meeting-circle.ts'
import { newId } from '../../platform/identifier.ts'
import { meetingGuestInvited } from '../../procedures/meeting-guest-facts.ts'
import { nameOfChild } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { InsetText } from '../kit/component/messages.tsx'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { anchorOf } from '../record/fact-fields.tsx'
import { refuseUnless } from '../record/permission.ts'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import { GuestFields } from './guest-fields.view.tsx'
import { openMeeting } from './opened.ts'
import { readGuest } from './read-guest.ts'

/** `GET /case/:reference/meeting/:root/guest` */
export async function page(visit: Visit): Promise<Answer> {
  return { html: view(visit, await visit.form(), await openGuest(visit), []) }
}

/** `POST /case/:reference/meeting/:root/guest` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openGuest(visit)
  const { head, read, meeting, unconnected } = opened
  const { plannedFor, reportsBy, called } = meeting.circle
  const said = readGuest(form.typed, { today: visit.today, unconnected, plannedFor, reportsBy })
  if ('messages' in said) return { html: view(visit, form, opened, said.messages), status: 422 }
  const id = newId()
  const act: LedgerAct = {
    act: 'record',
    id,
    caseId: head.id,
    kind: meetingGuestInvited.kind,
    about: called.root,
    ...said.fact,
  }
  const { agency = [] } = said.fact.data as { agency?: readonly string[] }
  const tells = await visit.read(async ({ client }): Promise<Telling[]> => {
    const record = {
      definition: meetingGuestInvited,
      ids: [id],
      about: called.root,
      agencyId: visit.post.agency.id,
      data: said.fact.data,
    }
    const others = await tellsOfMeeting(client, head.areaId, { known: read.known, caseId: head.id }, record)
    if (agency.length === 0) return others
    // What the letter says is told to an agency of the list as to any other: it stands under who was told what, and can be recalled.
    const gone = await goneWithCall(client, head.areaId, meeting.circle, read.known)
    const grounds = await groundsOfMeeting(client, head.areaId, meeting.circle)
    return [...others, { caseId: head.id, toAgencyIds: agency, roots: [called.root, id, ...gone], ...grounds }]
  })
  await visit.record({
    areaId: head.areaId,
    submissionId: form.submission,
    acts: [act],
    ...(tells.length > 0 ? { tells } : {}),
  })
  return { redirect: `${addressOf(opened)}?done=guest` }
}

function addressOf({ head, meeting }: Pick<OpenGuest, 'head' | 'meeting'>): string {
  return `/case/${encodeURIComponent(head.reference)}/meeting/${meeting.called.root}`
}

/** @throws NotFound, NotAllowed where another agency called the meeting, or it is over */
function openGuest(visit: Visit) {
  return visit.read(async reading => {
    const opened = await openMeeting(visit, reading)
    await refuseUnless(reading.client, visit, opened.head, 'share')
    if (!opened.isOwner)
      throw new NotAllowed('Whoever called the meeting invites to it.', 'Ask the agency that called it.')
    if (opened.meeting.closed)
      throw new NotAllowed('The meeting is over: nobody can be invited to it.', 'Ask them to another meeting.')
    return { ...opened, unconnected: opened.agencies.filter(one => !one.isConnected && !one.isOffice) }
  })
}

type OpenGuest = Awaited<ReturnType<typeof openGuest>>

function view(visit: Visit, form: FormState, opened: OpenGuest, messages: readonly Message[]): string {
  const { meeting, read, unconnected } = opened
  const title = 'Invite somebody without an account'
  const asked = {
    definition: meetingGuestInvited,
    typed: form.typed,
    messages,
    parties: { agency: [], post: [] },
    openedOn: undefined,
    me: visit.post.id,
  }
  return framed(visit, {
    title: `${title}: ${nameOfChild(read)}`,
    back: { href: addressOf(opened), text: meeting.label },
    hasErrors: messages.length > 0,
    why: <p>{opened.why}</p>,
    children: (
      <>
        <Styles />
        <Problems messages={messages} at={field => anchorOf(field, meetingGuestInvited)} />
        <span class="govuk-caption-l">{nameOfChild(read)}</span>
        <h1 class="govuk-heading-l gt-record__title">{title}</h1>
        <div class="gt-record__form">
          <InsetText>
            For a nursery, a club, a private doctor or another body in which nobody signs in. They read nothing here: a
            letter is made from what you enter, and you record for them what they answer, send and say. Everybody who is
            invited learns of it.
          </InsetText>
          <Form visit={visit} form={form} title={`${title}: ${nameOfChild(read)}`} case={opened.head.reference}>
            <GuestFields asked={asked} unconnected={unconnected} />
            <div class="govuk-button-group">
              <Button preventDoubleClick>Invite them</Button>
              <SaveAndComeBack />
            </div>
          </Form>
        </div>
      </>
    ),
  })
}
