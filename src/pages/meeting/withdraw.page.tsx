/**
 * Withdrawing an invitation, in one action: it is recorded, an agency is told so, and it can no longer open what this agency
 * told it of the meeting. All of it is kept, or nothing.
 */
import { NotAllowed, NotFound } from '../../access/refusals.ts'
import { londonDay } from '../../guidance/london.ts'
import { recall } from '../../ledger/disclose.ts'
import { readLooks } from '../../ledger/disclosures.ts'
import { newId } from '../../platform/identifier.ts'
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
import { type GuestSeat, isSameGuest } from './guests.ts'
import { openMeeting } from './opened.ts'
import { type OnFile, onFile, recallsOf, type Whose, withdrawOn } from './withdrawing.ts'

/** `GET /case/:reference/meeting/:root/withdraw`; `?agency=` or `?guest=` says whose. */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  return { html: view(visit, form, await openWithdraw(visit, form), '') }
}

const longest = 500

/** `POST /case/:reference/meeting/:root/withdraw` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openWithdraw(visit, form)
  const { head, meeting, guest, files } = opened
  const reasons = valueOf(form.typed, 'reasons')
  const message = !reasons
    ? 'Enter why the invitation is withdrawn'
    : reasons.length > longest
      ? `Why it is withdrawn must be ${longest} characters or fewer`
      : ''
  if (message) return { html: view(visit, form, opened, message), status: 422 }
  const parts = files.map(file => withdrawOn(visit, file, reasons))
  await visit.record({
    areaId: head.areaId,
    submissionId: form.submission,
    acts: parts.flatMap(part => part.acts),
    tells: parts.flatMap(part => part.tells),
    recalls: parts.flatMap(part => part.recalls),
    ...(parts.length > 1 ? { occasion: newId() } : {}),
  })
  // Somebody may have told them more between the opening of this page and its sending: that ends too.
  const by = { postId: visit.post.id, agencyId: visit.post.agency.id }
  const late = (await openWithdraw(visit, form)).files.flatMap(file => recallsOf(file, reasons))
  for (const { disclosureIds, why } of late)
    for (const disclosureId of disclosureIds) await recall(visit.ledger, { areaId: head.areaId, disclosureId, by, why })
  const done = guest ? 'guest-withdrawn' : 'withdrawn'
  return { redirect: `/case/${encodeURIComponent(head.reference)}/meeting/${meeting.called.root}?done=${done}` }
}

/** @throws NotFound where nobody such is invited, NotAllowed where another agency called the meeting */
function openWithdraw(visit: Visit, form: FormState) {
  const asked = (name: string) => valueOf(form.typed, name) || valueOf(visit.query, name)
  return visit.read(async reading => {
    const { client } = reading
    const opened = await openMeeting(visit, reading)
    const { head, read, meeting, isOwner } = opened
    await refuseUnless(client, visit, head, 'share')
    if (!isOwner)
      throw new NotAllowed('Whoever called the meeting withdraws invitations.', 'Ask the agency that called it.')
    const guest = [...meeting.guests, ...meeting.withdrawnGuests].find(({ root }) => root === asked('guest'))
    const agency = guest
      ? guest.agency
      : [...meeting.seats, ...meeting.withdrawnSeats].find(seat => seat.agency.id === asked('agency'))?.agency
    const whose = whoseIs(agency, guest)
    if (!whose || agency?.id === visit.post.agency.id) throw new NotFound()
    if (meeting.closed)
      throw new NotAllowed(
        'The meeting is over. What your agency told another one is recalled under “Who was told what”.',
        'Ask a manager if you are not sure.',
      )
    // The same meeting may have been called for brothers and sisters: a wrong address is wrong for all of them.
    const elsewhere = (await meetingElsewhere(client, visit, opened)).flatMap(one => {
      const same = guest && one.guests.find(other => isSameGuest(other, guest))
      const isThere = guest ? same !== undefined : one.circle.invited.includes(agency?.id ?? '')
      return isThere && !one.isClosed ? [{ ...one, whose: whoseIs(agency, same) ?? whose }] : []
    })
    const files: OnFile[] = []
    for (const one of [{ head, read, circle: meeting.circle, guests: meeting.guests, whose }, ...elsewhere])
      files.push(await onFile(client, visit, one, staysInvited(one)))
    const looks = await readLooks(client, head.areaId, head.id)
    const name = guest?.full ?? agency?.name ?? ''
    return { ...opened, agency, guest, name, files, looked: looks?.get(agency?.id ?? '') }
  })
}

function whoseIs(agency: Whose['agency'], guest: GuestSeat | undefined): Whose | undefined {
  return guest ? { agency, guest } : agency && { agency }
}

/** Whether somebody else of the same agency stays invited. */
function staysInvited({
  whose: { agency, guest },
  circle,
  guests,
}: Pick<OnFile, 'whose' | 'circle'> & { readonly guests: readonly GuestSeat[] }): boolean {
  if (!guest || !agency) return false
  return (
    circle.invited.includes(agency.id) || guests.some(one => one.root !== guest.root && one.agency?.id === agency.id)
  )
}

type OpenWithdraw = Awaited<ReturnType<typeof openWithdraw>>

/** What cannot be taken back, as far as it is known here. */
function WhatTheyHave({ opened: { agency, guest, looked } }: { opened: OpenWithdraw }) {
  if (looked && agency)
    return (
      <WarningText>
        People of {agency.name} opened this file {count(looked.times, 'time')}, last on {sayDay(londonDay(looked.last))}
        . What they read cannot be taken back: ring them, and think of who has to be told of it.
      </WarningText>
    )
  if (!guest) return <InsetText>As far as you may know, nobody of {agency?.name} has opened this file.</InsetText>
  if (guest.papers.length === 0)
    return (
      <InsetText>
        {guest.name} has no account and opened nothing here. A letter that was sent cannot be taken back: ring them.
      </InsetText>
    )
  return (
    <WarningText>
      {guest.name} was given papers of this meeting on{' '}
      {guest.papers.map(({ happened }) => sayDay(happened.from)).join(' and ')}. They cannot be taken back from here:
      ask for them, and think of who has to be told of it.
    </WarningText>
  )
}

function view(visit: Visit, form: FormState, opened: OpenWithdraw, message: string): string {
  const { head, meeting, agency, guest, name, files } = opened
  const told = files.flatMap(file => file.told)
  const back = `/case/${head.reference}/meeting/${meeting.called.root}`
  const title = `Withdraw the invitation of ${name}`
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
          <WhatTheyHave opened={opened} />
          <p class="govuk-body">
            {guest
              ? 'Nobody tells them from here that they are no longer invited: ring them.'
              : 'They are told that they are no longer invited.'}{' '}
            {told.length > 0 &&
              'What your agency told them for this meeting is recalled in the same action, and that it was told stays on record.'}{' '}
            {!guest && 'What other agencies sent them is theirs to recall. '}A report or a view that they gave stays
            with the meeting.
            {files.length > 1 &&
              ` It is withdrawn on ${count(files.length, 'file')}, for each child for whom the meeting was called.`}
          </p>
          <Form visit={visit} form={form} title={title} case={head.reference}>
            {guest ? (
              <input type="hidden" name="guest" value={guest.root} />
            ) : (
              <input type="hidden" name="agency" value={agency?.id} />
            )}
            <NarrativeArea
              id={idOf('reasons')}
              name="reasons"
              label="Why"
              labelClass="govuk-label--s"
              hint={
                guest
                  ? 'Everybody else who is invited reads this'
                  : 'They read this, and so does everybody else who is invited'
              }
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
