// Who is asked to a meeting: each agency with its answer, report, view and signature; and the reports themselves.
import { meetingReportGiven, meetingViewGiven } from '../../procedures/meeting-facts.ts'
import { wordsOf } from '../case-file/child.ts'
import { Details } from '../kit/component/messages.tsx'
import { sayDay } from '../kit/days.ts'
import { Marked } from '../kit/marking.tsx'
import type { Visit } from '../pipeline/page.ts'
import { GuestSeatView, NoAnswer, notKnown, ReportsToCome } from './guest-seats.view.tsx'
import { sayRecordedFor } from './guests.ts'
import type { Seat } from './opened.ts'
import { reportsOf, sayWithdrawn } from './reports.ts'
import type { Room } from './room.page.tsx'

/** Everybody who is asked. */
export function SeatsView({ visit, room }: { visit: Visit; room: Room }) {
  const { meeting } = room
  const withdrawn = [
    ...meeting.withdrawnSeats.map(({ agency }) => agency.name),
    ...meeting.withdrawnGuests.map(({ full }) => full),
  ]
  // What somebody said before stays with the meeting.
  const seats = [...meeting.seats, ...meeting.withdrawnSeats.filter(({ report, view }) => report ?? view)]
  return (
    <>
      <h2 class="govuk-heading-m">Who is asked</h2>
      {!room.hearsAll && (
        <p class="govuk-body gt-quiet">
          What others answered and sent went to those who were invited then, and may not have come to your agency: ask
          whoever called the meeting.
        </p>
      )}
      <ul class="gt-seats">
        {seats.map(seat => (
          <li class="gt-seats__seat">
            <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
              {seat.agency.name}
              {seat.agency.id === visit.post.agency.id && ' (your agency)'}
            </h3>
            <dl class="gt-seats__said">
              {rowsOf(seat, room).map(([term, value]) => (
                <div>
                  <dt>{term}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            {room.isOwner && !seat.isOwner && !seat.withdrawn && !meeting.closed && (
              <a
                class="govuk-link govuk-body-s"
                href={`/case/${room.head.reference}/meeting/${meeting.called.root}/withdraw?agency=${seat.agency.id}`}
              >
                Withdraw the invitation<span class="govuk-visually-hidden"> of {seat.agency.name}</span>
              </a>
            )}
          </li>
        ))}
        {meeting.guests.map(guest => (
          <GuestSeatView guest={guest} room={room} />
        ))}
      </ul>
      {withdrawn.length > 0 && <p class="govuk-body gt-quiet">No longer invited: {withdrawn.join('; ')}.</p>}
      <ReportsToCome room={room} today={visit.today.day} />
    </>
  )
}

const came = { came: 'Came', apologies: 'Sent apologies', absent: 'Did not come' } as const

function rowsOf(seat: Seat, { read, meeting, isHeard }: Room) {
  const { agency, isOwner, answer, report, view, signed, came: there } = seat
  const since = sayWithdrawn(seat)
  const rows: [string, string | preact.JSX.Element][] = isOwner
    ? [['Called it', sayDay(meeting.called.happened.from)]]
    : []
  if (since) rows.push(['No longer asked', since])
  if (!isOwner && !since && !meeting.closed) {
    const who = answer && wordsOf(read, answer as never)['who']
    const words = answer?.data.answer && answerWords[answer.data.answer]
    rows.push([
      'Answer',
      words ? [words, who].filter(Boolean).join(': ') : <NoAnswer isHeard={isHeard(seat.askedAt)} />,
    ])
    if (!answer && isHeard(seat.askedAt) && agency.telephone) rows.push(['Telephone', agency.telephone])
    if (answer?.data.mayDecide === false) rows.push(['May decide', 'No: cannot decide for the agency'])
  }
  if (there && !isOwner) rows.push(['That day', came[there]])
  if (report) rows.push(['Report', `Sent on ${sayDay(report.happened.from)}`])
  else if (!since && !meeting.closed && meeting.circle.reportsBy)
    rows.push(['Report', isHeard(seat.askedAt) ? `Wanted by ${sayDay(meeting.circle.reportsBy)}` : notKnown])
  if (view?.data.view) {
    const reasons = wordsOf(read, view as never)['reasons']
    rows.push([
      'View',
      <Marked
        text={[meetingViewGiven.fields.view.options[view.data.view].label, reasons].filter(Boolean).join(': ')}
      />,
    ])
  }
  if (signed)
    rows.push([
      'Minutes',
      signed.data.answer === 'signed' ? `Signed on ${sayDay(signed.happened.from)}` : 'Asks for a correction',
    ])
  return rows
}

const answerWords = { comes: 'Comes', deputy: 'Sends a deputy', apologies: 'Sends apologies' } as const

/** The reports, each as its agency wrote it; what is not for the family stands apart. */
export function ReportsView({ room }: { room: Room }) {
  const { read, meeting } = room
  const owner = room.agencies.find(({ id }) => id === meeting.circle.owner)?.name ?? 'whoever called the meeting'
  const reports = reportsOf(meeting)
  if (reports.length === 0) return null
  const { fields } = meetingReportGiven
  return (
    <>
      <h2 class="govuk-heading-m">Reports</h2>
      {reports.map(({ whose, report, guest, withdrawn }) => {
        const said = wordsOf(read, report as never)
        const parts = (['known', 'strengths', 'worries', 'childSaid', 'suggests'] as const).filter(name => said[name])
        return (
          <Details summary={[whose, sayDay(report.happened.from), withdrawn].filter(Boolean).join(', ')}>
            {guest && <p class="govuk-body gt-quiet">Came {sayRecordedFor(guest, owner, report)}.</p>}
            {parts.map(name => (
              <>
                <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{fields[name].label}</h3>
                <p class="govuk-body gt-as-typed">
                  <Marked text={said[name] ?? ''} />
                </p>
              </>
            ))}
            {said['heldBack'] && (
              <div class="gt-meeting__confidential">
                <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{fields.heldBack.label}</h3>
                <p class="govuk-body gt-as-typed">
                  <Marked text={said['heldBack']} />
                </p>
              </div>
            )}
            {report.data.familyReads && (
              <p class="govuk-body gt-quiet">
                The family may read: {fields.familyReads.options[report.data.familyReads].label.toLowerCase()}
              </p>
            )}
          </Details>
        )
      })}
    </>
  )
}
