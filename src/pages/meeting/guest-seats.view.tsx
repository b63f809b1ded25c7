// Who is invited without an account, beside the agencies: how they are reached, what was recorded for them, and what can be done.

import {
  meetingGuestAnswered,
  meetingGuestInvited,
  meetingGuestSigned,
  meetingGuestTookPart,
} from '../../procedures/meeting-guest-facts.ts'
import { wordsOf } from '../case-file/child.ts'
import { Tag } from '../kit/component/messages.tsx'
import { sayDay } from '../kit/days.ts'
import { Marked } from '../kit/marking.tsx'
import { type GuestSeat, sayRecordedFor } from './guests.ts'
import type { Room } from './room.page.tsx'

/** One of them, as an item of the list of who is asked. */
export function GuestSeatView({ guest, room }: { guest: GuestSeat; room: Room }) {
  return (
    <li class="gt-seats__seat">
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{guest.full}</h3>
      <dl class="gt-seats__said">
        {rowsOf(guest, room).map(([term, value]) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {room.isOwner && <Links guest={guest} room={room} />}
    </li>
  )
}

/** Of what was said before the reader’s agency was asked, and went to the others alone. */
export const notKnown = 'Not known to your agency'

/** Nobody answered, as far as the reader’s agency would know of it. */
export function NoAnswer({ isHeard }: { isHeard: boolean }) {
  return isHeard ? <Tag class="govuk-tag--grey">No answer yet</Tag> : <>{notKnown}</>
}

type Row = readonly [term: string, value: string | preact.JSX.Element]

function rowsOf(guest: GuestSeat, room: Room): Row[] {
  const { invited, answer, report, tookPart, signed, kind, reachedAt, reportBy, papers } = guest
  const { read, meeting, isHeard } = room
  const owner = ownerOf(room)
  const { reachedBy } = invited.data
  const how = reachedBy && meetingGuestInvited.fields.reachedBy.options[reachedBy].label
  const rows: Row[] = [
    ['Account', `None. ${kind}`],
    ['Reached', [how, reachedAt].filter(Boolean).join(': ')],
  ]
  if (!meeting.closed) {
    const said = answer?.data.answer && meetingGuestAnswered.fields.answer.options[answer.data.answer].label
    const who = answer && wordsOf(read, answer as never)['who']
    rows.push([
      'Answer',
      answer && said ? (
        `${[said, who].filter(Boolean).join(': ')} (${sayRecordedFor(guest, owner, answer)})`
      ) : (
        <NoAnswer isHeard={isHeard(invited.number)} />
      ),
    ])
  }
  const came = tookPart?.data.came
  if (tookPart && came) {
    const who = wordsOf(read, tookPart as never)['who']
    const said = meetingGuestTookPart.fields.came.options[came].label
    rows.push(['That day', `${[said, who].filter(Boolean).join(': ')} (${sayRecordedFor(guest, owner, tookPart)})`])
  }
  if (report) rows.push(['Report', `Came on ${sayDay(report.happened.from)} (${sayRecordedFor(guest, owner, report)})`])
  else if (!meeting.closed && guest.isReportWanted)
    rows.push(['Report', !isHeard(invited.number) ? notKnown : reportBy ? `Wanted by ${sayDay(reportBy)}` : 'Wanted'])
  if (tookPart?.data.view) {
    const reasons = wordsOf(read, tookPart as never)['reasons']
    const { label } = meetingGuestTookPart.fields.view.options[tookPart.data.view]
    const view = `${[label, reasons].filter(Boolean).join(': ')} (${sayRecordedFor(guest, owner, tookPart)})`
    rows.push(['View', <Marked text={view} />])
  }
  if (signed?.data.answer) {
    const { label } = meetingGuestSigned.fields.answer.options[signed.data.answer]
    rows.push(['Minutes', `${label} (${sayRecordedFor(guest, owner, signed)})`])
  }
  for (const one of papers) rows.push(['Papers', `Given on ${sayDay(one.happened.from)}`])
  return rows
}

function ownerOf({ agencies, meeting }: Room): string {
  return agencies.find(({ id }) => id === meeting.circle.owner)?.name ?? 'whoever called the meeting'
}

function Links({ guest, room: { head, meeting } }: { guest: GuestSeat; room: Room }) {
  const own = `/case/${head.reference}/meeting/${meeting.called.root}`
  const letter = `/case/${head.reference}/fact/${guest.root}/letter`
  const says = (what: 'answer' | 'report' | 'minutes') => `${own}/guest-said?guest=${guest.root}&what=${what}`
  const links: (readonly [href: string, text: string] | false | undefined)[] = [
    !meeting.closed && [`${letter}.pdf`, 'Letter of invitation as PDF'],
    !meeting.closed && [`${letter}.docx`, 'Letter of invitation as Word'],
    !meeting.closed && [says('answer'), guest.answer ? 'Record another answer' : 'Record their answer'],
    !guest.report && [says('report'), 'Record their report'],
    meeting.minutes && [says('minutes'), 'Record what they say of the minutes'],
    [`${own}/pack?for=guest&guest=${guest.root}`, 'Give them the papers'],
    !meeting.closed && [`${own}/withdraw?guest=${guest.root}`, 'Withdraw the invitation'],
  ]
  return (
    <ul class="govuk-list govuk-body-s gt-seats__links">
      {links.flatMap(link =>
        link ? (
          <li>
            <a class="govuk-link" href={link[0]}>
              {link[1]}
              <span class="govuk-visually-hidden">: {guest.name}</span>
            </a>
          </li>
        ) : (
          []
        ),
      )}
    </ul>
  )
}

/** Reports that are wanted and have not come, those wanted first on top: whom to ring. */
export function ReportsToCome({ room, today }: { room: Room; today: string }) {
  const { meeting } = room
  if (meeting.closed) return null
  const { reportsBy } = meeting.circle
  const agencies = meeting.seats.flatMap(({ agency, isOwner, report, askedAt }) =>
    isOwner || report || !reportsBy || !room.isHeard(askedAt)
      ? []
      : [{ who: agency.name, ring: agency.telephone, by: reportsBy }],
  )
  const guests = meeting.guests.flatMap(({ full, report, isReportWanted, reportBy, reachedAt, invited }) =>
    isReportWanted && !report && room.isHeard(invited.number)
      ? [{ who: full, ring: reachedAt ?? null, by: reportBy }]
      : [],
  )
  const all = [...agencies, ...guests].toSorted((a, b) => ((a.by ?? '9') < (b.by ?? '9') ? -1 : 1))
  if (all.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Reports still to come</h2>
      <ul class="govuk-list govuk-list--bullet" id="reports-to-come">
        {all.map(({ who, ring, by }) => (
          <li>
            <b>{who}</b>
            {by && `, by ${sayDay(by)}`}
            {by && by < today && ' (the day is over)'}
            {ring && `: ${ring}`}
          </li>
        ))}
      </ul>
    </>
  )
}
