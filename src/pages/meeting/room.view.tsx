// One meeting on one page: how far it has come, who is asked, what each sent and said, what is written down, what was decided.
import { parts } from '../../procedures/meeting-facts.ts'
import { quorumOn } from '../../procedures/meeting-kinds.ts'
import { nameOfChild, wordsOf } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { InsetText, NotificationBanner, Tag, WarningText } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { count, sayDay } from '../kit/days.ts'
import { Marked } from '../kit/marking.tsx'
import { ProcessLine } from '../kit/process-line.tsx'
import type { Visit } from '../pipeline/page.ts'
import { sayRecordedFor } from './guests.ts'
import { NotesView } from './notes.view.tsx'
import type { Meeting } from './opened.ts'
import { mayDecide } from './opened.ts'
import type { Room } from './room.page.tsx'
import { ReportsView, SeatsView } from './seats.view.tsx'
import { stepsOf } from './steps.ts'

interface Shown {
  readonly visit: Visit
  readonly room: Room
}

const done: Readonly<Record<string, string>> = {
  called: 'The meeting is called. Everybody you invited sees it among what is due.',
  withdrawn:
    'The invitation is withdrawn, and what your agency told them of this meeting here they can no longer open. A report or a view that they gave stays on this page.',
  'guest-withdrawn':
    'The invitation is withdrawn. Nobody tells them from here: ring them. A report that they gave stays on this page.',
  closed: 'Recorded. What follows from it is owed from now on.',
  guest: 'They are invited. Their letter can be had below; record here what they answer and send.',
  said: 'Recorded for them. Everybody who is invited reads it.',
  given: 'Recorded whom the papers went to.',
}

/** Everything below the header. */
export function RoomView({ visit, room }: Shown) {
  const { head, read, meeting } = room
  const said = done[String(visit.query['done'] ?? '')]
  return (
    <>
      <link rel="stylesheet" href="/assets/meeting.css" />
      {said && (
        <NotificationBanner type="success">
          <p class="govuk-notification-banner__heading">{said}</p>
        </NotificationBanner>
      )}
      <span class="govuk-caption-l">{nameOfChild(read)}</span>
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">
        {meeting.label} <State meeting={meeting} />
      </h1>
      <p class="govuk-body-l govuk-!-margin-bottom-4">
        {meeting.when}
        {meeting.where && `, ${meeting.where}`}
      </p>
      <ProcessLine
        label={`How far the ${meeting.label.toLowerCase()} has come`}
        steps={stepsOf(meeting, room.hearsAll)}
      />
      <WhatItLacks visit={visit} room={room} />
      <Actions visit={visit} room={room} />
      <Elsewhere room={room} />
      <SummaryList rows={about(room)} />
      <SeatsView visit={visit} room={room} />
      <ReportsView room={room} />
      <NotesView visit={visit} room={room} />
      <Outcome room={room} />
      <p class="govuk-body gt-quiet">
        Seen by whoever called the meeting and whom they invited, as far as each told the others.{' '}
        <a class="govuk-link" href={`/case/${head.reference}/told`}>
          Who was told what
        </a>
      </p>
    </>
  )
}

function State({ meeting: { closed, minutes } }: { meeting: Meeting }) {
  if (!closed) return <Tag class="govuk-tag--blue">Called</Tag>
  if (closed.data.how === 'not-held') return <Tag class="govuk-tag--grey">Not held</Tag>
  if (closed.data.how === 'emergency') return <Tag class="govuk-tag--orange">Decided in an emergency</Tag>
  return <Tag class="govuk-tag--green">{minutes ? 'Minutes sent' : 'Held'}</Tag>
}

function about({ read, meeting, agencies }: Room) {
  const { called, circle, closed } = meeting
  const said = wordsOf(read, called as never)
  const family = (called.data.family ?? []).map(one => familyWords[one]).join(', ')
  const owner = agencies.find(({ id }) => id === circle.owner)
  return [
    { key: 'Called by', value: `${owner?.name ?? 'Another agency'}, ${sayDay(called.happened.from)}` },
    ...(closed && closed.data.how !== 'not-held' && circle.plannedFor && closed.happened.from !== circle.plannedFor
      ? [{ key: 'Planned for', value: sayDay(circle.plannedFor) }]
      : []),
    ...(said['purpose'] ? [{ key: 'What it has to decide', value: <Marked text={said['purpose']} /> }] : []),
    ...(circle.reportsBy ? [{ key: 'Reports wanted by', value: sayDay(circle.reportsBy) }] : []),
    { key: 'Family', value: family ? `Invited: ${family}` : 'Not invited' },
    ...(said['access'] ? [{ key: 'Interpreter and access', value: <Marked text={said['access']} /> }] : []),
    ...(closed
      ? [
          {
            key: 'Who was there',
            value: <Marked text={wordsOf(read, closed as never)['who'] ?? 'Not written down by name'} />,
          },
        ]
      : []),
    ...(closed && wordsOf(read, closed as never)['reasons']
      ? [
          {
            key: closed.data.how === 'not-held' ? 'Why not' : 'Why without all',
            value: <Marked text={wordsOf(read, closed as never)['reasons'] ?? ''} />,
          },
        ]
      : []),
  ]
}

const familyWords = { child: 'the child', parents: 'parents or carers', wider: 'others of the family' } as const

/** What a meeting lacks to decide: said while something can still be done about it, and kept when it was closed without. */
function WhatItLacks({ visit, room: { meeting, hearsAll } }: Shown) {
  const { lacks, closed, kind, circle } = meeting
  const quorum = quorumOn(kind, circle.plannedFor ?? visit.today.day)
  if (!quorum || mayDecide(meeting) || closed?.data.how === 'not-held') return null
  const missing = [
    ...lacks.parts.map(part => parts[part].toLowerCase()),
    ...(lacks.agencies > 0 ? [`${count(lacks.agencies, 'agency', 'agencies')} more`] : []),
  ]
  const words = new Intl.ListFormat('en-GB').format(missing)
  // Who says that they come, not everybody was told.
  if (!closed && !hearsAll) return null
  if (closed) return <InsetText>It decided without {words}: they have to be heard still.</InsetText>
  return (
    <WarningText>
      It cannot count as held without {words}
      {quorum.local ? ' (local practice)' : ''}. So far {lacks.parts.length > 0 ? 'nobody of them says' : 'too few say'}{' '}
      that they come.
    </WarningText>
  )
}

/** What the visitor can do now, the likeliest first. */
function Actions({ visit, room }: Shown) {
  const { head, meeting, isOwner } = room
  const base = `/case/${head.reference}`
  const own = `${base}/meeting/${meeting.called.root}`
  const about = `continues-fact=${meeting.called.root}`
  const seat = meeting.seats.find(({ agency }) => agency.id === visit.post.agency.id)
  const isHeld = meeting.closed && meeting.closed.data.how !== 'not-held'
  const links: (readonly [string, string] | false | undefined)[] = [
    isOwner && !meeting.closed && [`${own}/close`, 'Say who came and what was decided'],
    isOwner && isHeld && !meeting.minutes && [`${own}/minutes`, 'Write the minutes'],
    !isOwner &&
      seat &&
      !meeting.closed &&
      !seat.answer && [`${base}/record/meeting-invitation-answered?${about}`, 'Say who comes'],
    meeting.minutes &&
      seat &&
      !seat.signed && [
        `${base}/record/meeting-minutes-answered?continues-fact=${meeting.minutes.root}`,
        'Sign the minutes',
      ],
    seat && !meeting.closed && !seat.report && [`${base}/record/meeting-report-given?${about}`, 'Send a report'],
    !isOwner &&
      seat &&
      isHeld &&
      !seat.view && [`${base}/record/meeting-view-given?${about}`, 'Give your agency’s view'],
    isOwner && !meeting.closed && [`${base}/record/meeting-moved?${about}`, 'Move it'],
    isOwner && !meeting.closed && [`${base}/record/meeting-invitation-sent?${about}`, 'Invite another agency'],
    isOwner && !meeting.closed && [`${own}/guest`, 'Invite somebody without an account'],
    isOwner && [`${own}/pack`, 'Give somebody the papers'],
    isOwner &&
      !meeting.closed &&
      meeting.kind.plannedAs !== undefined && [`${base}/documents`, 'Letters of invitation'],
    !meeting.closed && [`${own}/invitation.ics`, 'Put it in a calendar'],
  ]
  const shown = links.filter(link => link !== false && link !== undefined)
  const [first, ...rest] = shown
  if (!first) return null
  return (
    <div class="gt-meeting__actions">
      {first[0].endsWith('.ics') ? null : <Button href={first[0]}>{first[1]}</Button>}
      <ul class="govuk-list gt-meeting__links">
        {(first[0].endsWith('.ics') ? shown : rest).map(([href, text]) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The same meeting for brothers and sisters: it is moved and closed on each file. */
function Elsewhere({ room: { elsewhere } }: { room: Room }) {
  if (elsewhere.length === 0) return null
  return (
    <p class="govuk-body">
      Also called for{' '}
      {elsewhere.map(({ reference, root, name, isClosed }, at) => (
        <>
          {at > 0 && ', '}
          <a class="govuk-link" href={`/case/${reference}/meeting/${root}`}>
            {name}
          </a>
          {isClosed && ' (closed)'}
        </>
      ))}
      . Where you move it, it can move for them in the same action.
    </p>
  )
}

/** The minutes, with what everybody answered; the decision itself stands in the chronology. */
function Outcome({ room }: { room: Room }) {
  const { read, meeting, head } = room
  const { minutes } = meeting
  if (!minutes) return null
  const said = wordsOf(read, minutes as never)
  return (
    <>
      <h2 class="govuk-heading-m">Minutes</h2>
      <p class="govuk-body gt-quiet">Sent on {sayDay(minutes.happened.from)}</p>
      <div class="govuk-body gt-as-typed">
        <Marked text={said['minutes'] ?? ''} />
      </div>
      {said['confidential'] && (
        <div class="gt-meeting__confidential">
          <h3 class="govuk-heading-s">Confidential part: not for the family</h3>
          <div class="govuk-body gt-as-typed">
            <Marked text={said['confidential']} />
          </div>
          <p class="govuk-body gt-quiet">
            <Marked text={said['confidentialWhy'] ?? ''} />
          </p>
        </div>
      )}
      <ul class="govuk-list">
        {answersTo(room).map(({ who, isSigned, said }) => (
          <li>
            <b>{who}</b>: <Marked text={said} />
            {!isSigned && room.isOwner && (
              <>
                {' '}
                <a class="govuk-link" href={`/case/${head.reference}/fact/${minutes.root}/correct`}>
                  Correct the minutes
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What agencies said of the minutes, and what was recorded of those without an account. */
function answersTo({ read, meeting, agencies }: Room) {
  const owner = agencies.find(({ id }) => id === meeting.circle.owner)?.name ?? 'whoever called the meeting'
  const asked = [
    ...meeting.seats.map(({ agency, signed }) => ({ who: agency.name, signed, how: '' })),
    ...meeting.guests.map(guest => ({
      who: guest.full,
      signed: guest.signed,
      how: guest.signed ? ` (${sayRecordedFor(guest, owner, guest.signed)})` : '',
    })),
  ]
  return asked.flatMap(({ who, signed, how }) => {
    if (!signed) return []
    const isSigned = signed.data.answer === 'signed'
    const what = isSigned
      ? `signed on ${sayDay(signed.happened.from)}`
      : `asks for a correction: ${wordsOf(read, signed as never)['correction'] ?? ''}`
    return [{ who, isSigned, said: `${what}${how}` }]
  })
}
