/** Withdrawing an invitation: the agency is told so, and can no longer open what this agency told it of the meeting. */
import type { PoolClient } from 'pg'
import { NotAllowed, NotFound } from '../../access/refusals.ts'
import { londonDay } from '../../guidance/london.ts'
import type { LedgerAct, Telling } from '../../ledger/command.ts'
import { recall } from '../../ledger/disclose.ts'
import type { Grounds } from '../../ledger/disclosure-rows.ts'
import { readDisclosures, readLooks, type ToldOnce } from '../../ledger/disclosures.ts'
import { aboutMeeting, aboutOfPlan, type Circle, groundsOfMeeting, planAgain } from '../../ledger/meeting-circle.ts'
import type { CaseHead, ReadCase } from '../../ledger/read.ts'
import { newId } from '../../platform/identifier.ts'
import {
  meetingClosed,
  meetingInvitationSent,
  meetingInvitationWithdrawn,
  meetingMinutesSent,
  meetingMoved,
  meetingReportGiven,
  meetingViewGiven,
} from '../../procedures/meeting-facts.ts'
import { findMeetingKind } from '../../procedures/meeting-kinds.ts'
import { Button } from '../kit/component/button.tsx'
import { ErrorSummary, InsetText, WarningText } from '../kit/component/messages.tsx'
import { count, sayDay } from '../kit/days.ts'
import { NarrativeArea } from '../kit/marking.tsx'
import { valueOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { refuseUnless } from '../record/permission.ts'
import { Styles } from '../record/record.view.tsx'
import { meetingElsewhere } from './elsewhere.ts'
import { openMeeting } from './opened.ts'

/** `GET /case/:reference/meeting/:root/withdraw`; `?agency=` says whose. */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  return { html: view(visit, form, await openWithdraw(visit, form), '') }
}

const longest = 500

/** `POST /case/:reference/meeting/:root/withdraw` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openWithdraw(visit, form)
  const { head, meeting, agency, files } = opened
  const reasons = valueOf(form.typed, 'reasons')
  const message = !reasons
    ? 'Enter why the invitation is withdrawn'
    : reasons.length > longest
      ? `Why it is withdrawn must be ${longest} characters or fewer`
      : ''
  if (message) return { html: view(visit, form, opened, message), status: 422 }
  // Recalled first: if anything stops it between, the agency sees nothing, stands as invited, and it can be done again.
  await recallAll(visit, files, reasons)
  const parts = files.map(file => withdrawOn(visit, file, agency.id, reasons))
  await visit.record({
    areaId: head.areaId,
    submissionId: form.submission,
    acts: parts.flatMap(part => part.acts),
    tells: parts.flatMap(part => part.tells),
    ...(parts.length > 1 ? { occasion: newId() } : {}),
  })
  // What was told while this page was open.
  await recallAll(visit, (await openWithdraw(visit, form)).files, reasons)
  return { redirect: `/case/${encodeURIComponent(head.reference)}/meeting/${meeting.called.root}?done=withdrawn` }
}

async function recallAll(visit: Visit, files: readonly OnFile[], reasons: string): Promise<void> {
  const by = { postId: visit.post.id, agencyId: visit.post.agency.id }
  const why = `Invitation withdrawn: ${reasons}`.slice(0, longest)
  for (const { head, told } of files)
    for (const { id } of told) await recall(visit.ledger, { areaId: head.areaId, disclosureId: id, by, why })
}

/** What is recorded on one file: that the agency is no longer invited, who learns of it, and the plan without it. */
function withdrawOn(visit: Visit, { head, read, circle, grounds }: OnFile, agencyId: string, reasons: string) {
  const id = newId()
  const { day } = visit.today
  const happened = { from: day, to: day, certainty: 'day', at: null } as const
  const others = circle.invited.filter(one => one !== agencyId && one !== visit.post.agency.id)
  const act: LedgerAct = {
    act: 'record',
    id,
    caseId: head.id,
    kind: meetingInvitationWithdrawn.kind,
    about: circle.called.root,
    happened,
    data: { withdrawn: [agencyId] },
    narrative: { reasons },
  }
  const tell = (toAgencyIds: readonly string[], necessity: string): Telling[] =>
    toAgencyIds.length > 0 ? [{ caseId: head.id, toAgencyIds, roots: [id], ...grounds, necessity }] : []
  const plan = planAgain(circle, {
    caseId: head.id,
    happened,
    plannedFor: circle.plannedFor ?? day,
    invited: circle.invited.filter(one => one !== agencyId),
    about: aboutOfPlan(read.known, circle),
    grounds,
  })
  return {
    acts: [act, ...plan.acts],
    tells: [
      ...tell([agencyId], 'So that they know that they are not invited any more.'),
      // What the others say for the meeting goes to whom they know to be invited: they learn of it too.
      ...tell(others, 'So that they tell it nothing more for this meeting.'),
      ...plan.tells,
    ],
  }
}

/** What stands on the record of a meeting and may have been told. */
const ofMeeting = [
  meetingMoved,
  meetingInvitationSent,
  meetingReportGiven,
  meetingViewGiven,
  meetingClosed,
  meetingMinutesSent,
]

/** @throws NotFound where no such agency is invited, NotAllowed where another agency called the meeting */
function openWithdraw(visit: Visit, form: FormState) {
  const asked = valueOf(form.typed, 'agency') || valueOf(visit.query, 'agency')
  return visit.read(async reading => {
    const { client } = reading
    const opened = await openMeeting(visit, reading)
    const { head, read, meeting, isOwner } = opened
    await refuseUnless(client, visit, head, 'share')
    if (!isOwner)
      throw new NotAllowed('Whoever called the meeting withdraws invitations.', 'Ask the agency that called it.')
    const agency = [...meeting.seats.map(seat => seat.agency), ...meeting.withdrawn].find(({ id }) => id === asked)
    if (!agency || agency.id === visit.post.agency.id) throw new NotFound()
    if (meeting.closed)
      throw new NotAllowed(
        'The meeting is over. What your agency told another one is recalled under “Who was told what”.',
        'Ask a manager if you are not sure.',
      )
    // The same meeting may have been called for brothers and sisters: a wrong address is wrong for all of them.
    const elsewhere = (await meetingElsewhere(client, visit, opened)).filter(
      one => !one.isClosed && one.circle.invited.includes(agency.id),
    )
    const files: OnFile[] = []
    for (const one of [{ head, read, circle: meeting.circle }, ...elsewhere])
      files.push(await onFile(client, visit, one, agency.id))
    const looks = await readLooks(client, head.areaId, head.id)
    return { ...opened, agency, files, looked: looks?.get(agency.id) }
  })
}

interface OnFile {
  readonly head: CaseHead
  readonly read: ReadCase
  readonly circle: Circle
  readonly grounds: Grounds
  /** What this agency told the other one of the meeting, and did not recall. */
  readonly told: readonly ToldOnce[]
}

async function onFile(
  client: PoolClient,
  visit: Visit,
  { head, read, circle }: Pick<OnFile, 'head' | 'read' | 'circle'>,
  agencyId: string,
): Promise<OnFile> {
  // The plan was set anew with each move and each invitation, and told in a disclosure of its own.
  const plan = findMeetingKind(circle.meeting)?.plannedAs
  const plans = (plan && read.known.byKind.get(plan.kind)) ?? []
  const roots = new Set([
    circle.called.root,
    ...plans.flatMap(one => (one.number > circle.called.number ? one.root : [])),
    ...ofMeeting.flatMap(kind => aboutMeeting(read.known, circle.called, kind as never).map(({ root }) => root)),
  ])
  const told = (await readDisclosures(client, head.areaId, head.id)).filter(
    one =>
      one.from.id === visit.post.agency.id &&
      one.to.id === agencyId &&
      !one.recalled &&
      one.roots.some(root => roots.has(root)),
  )
  return { head, read, circle, told, grounds: await groundsOfMeeting(client, head.areaId, circle) }
}

type OpenWithdraw = Awaited<ReturnType<typeof openWithdraw>>

function view(visit: Visit, form: FormState, opened: OpenWithdraw, message: string): string {
  const { head, meeting, agency, looked, files } = opened
  const told = files.flatMap(file => file.told)
  const back = `/case/${head.reference}/meeting/${meeting.called.root}`
  const title = `Withdraw the invitation of ${agency.name}`
  return framed(visit, {
    title,
    back: { href: back, text: meeting.label },
    hasErrors: message !== '',
    why: <p>{opened.why}</p>,
    children: (
      <>
        <Styles />
        {message && <ErrorSummary errors={[{ message, href: `#${idOf('reasons')}` }]} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <div class="gt-record__form">
          {looked ? (
            <WarningText>
              People of {agency.name} opened this file {count(looked.times, 'time')}, last on{' '}
              {sayDay(londonDay(looked.last))}. What they read cannot be taken back: ring them, and think of who has to
              be told of it.
            </WarningText>
          ) : (
            <InsetText>As far as you may know, nobody of {agency.name} has opened this file.</InsetText>
          )}
          <p class="govuk-body">
            They are told that they are no longer invited.{' '}
            {told.length > 0 &&
              'What your agency told them for this meeting is recalled, and that it was told stays on record.'}{' '}
            What other agencies sent them is theirs to recall.
            {files.length > 1 &&
              ` It is withdrawn on ${count(files.length, 'file')}, for each child for whom the meeting was called.`}
          </p>
          <Form visit={visit} form={form} title={title} case={head.reference}>
            <input type="hidden" name="agency" value={agency.id} />
            <NarrativeArea
              id={idOf('reasons')}
              name="reasons"
              label="Why"
              labelClass="govuk-label--s"
              hint="They read this, and so does everybody else who is invited"
              error={message || undefined}
              rows={3}
              value={asTyped(form.typed, 'reasons')}
            />
            <div class="govuk-button-group">
              <Button preventDoubleClick class="govuk-button--warning">
                Withdraw it
              </Button>
              <SaveAndComeBack />
            </div>
          </Form>
        </div>
      </>
    ),
  })
}
