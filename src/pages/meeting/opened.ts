/** A meeting as its pages show it: who is asked, what each answered, sent and said, and how far it has come. */
import { NotFound } from '../../access/refusals.ts'
import type { Statement } from '../../engine/fact.ts'
import type { Day } from '../../guidance/days.ts'
import { aboutMeeting, type Called, type Circle, findCircle } from '../../ledger/meeting-circle.ts'
import { type ReadCase, readCase } from '../../ledger/read.ts'
import { type AgencyOfArea, readAgencies } from '../../people/agencies.ts'
import {
  meetingClosed,
  meetingInvitationAnswered,
  meetingInvitationWithdrawn,
  meetingMinutesAnswered,
  meetingMinutesSent,
  meetingReportGiven,
  meetings,
  meetingViewGiven,
  type Part,
} from '../../procedures/meeting-facts.ts'
import {
  findMeetingKind,
  isQuorate,
  type Lacks,
  lacking,
  type MeetingKind,
  othersThere,
  partOf,
  quorumOn,
  type There,
} from '../../procedures/meeting-kinds.ts'
import { wordsOf } from '../case-file/child.ts'
import { sayAbout, sayDay } from '../kit/days.ts'
import type { OpenReading, Visit } from '../pipeline/page.ts'
import { timeAt } from '../record/read-fact.ts'
import { asThere, type GuestSeat, guestSeats, hasCome, says } from './guests.ts'

export type Answered = Statement<typeof meetingInvitationAnswered.fields>
export type Report = Statement<typeof meetingReportGiven.fields>
export type View = Statement<typeof meetingViewGiven.fields>
export type Closed = Statement<typeof meetingClosed.fields>
export type Minutes = Statement<typeof meetingMinutesSent.fields>
export type Signed = Statement<typeof meetingMinutesAnswered.fields>

/** One agency of a meeting. */
export interface Seat {
  readonly agency: AgencyOfArea
  readonly part: Part
  /** It called the meeting. */
  readonly isOwner: boolean
  /** By which record of the case, by its number, it was asked. */
  readonly askedAt: number
  readonly answer: Answered | undefined
  readonly report: Report | undefined
  /** The latest view that it gave, or that the chair wrote down for it. */
  readonly view: View | undefined
  readonly signed: Signed | undefined
  readonly came: 'came' | 'apologies' | 'absent' | undefined
  /** Its invitation was withdrawn; nothing where it is invited. */
  readonly withdrawn: Statement<typeof meetingInvitationWithdrawn.fields> | undefined
}

export interface Meeting {
  readonly circle: Circle
  readonly called: Called
  readonly kind: MeetingKind
  /** "Strategy discussion". */
  readonly label: string
  /** "Strategy discussion, 4 March 2026 at 14:00". */
  readonly title: string
  /** "4 March 2026 at 14:00": for when it is planned, or when it was held. */
  readonly when: string
  readonly where: string | undefined
  /** The time of day that was set: 14:00. */
  readonly startsAt: string | undefined
  readonly seats: readonly Seat[]
  /** Who is invited without an account. */
  readonly guests: readonly GuestSeat[]
  /** Whose invitation was withdrawn: what they said before stays. */
  readonly withdrawnSeats: readonly Seat[]
  readonly withdrawnGuests: readonly GuestSeat[]
  readonly closed: Closed | undefined
  readonly minutes: Minutes | undefined
  /** What it lacks if all come who said so; once closed, what it lacked. */
  readonly lacks: Lacks
}

/**
 * Opens the case of an address and a meeting of it: that of the address, unless another is named.
 * @throws NotFound where there is none that the visitor may see
 */
export async function openMeeting(visit: Visit, { client, openCase }: OpenReading, root = visit.params['root'] ?? '') {
  const opened = await openCase(visit.params['reference'] ?? '')
  const read = await readCase(client, opened.head, visit.guidance, visit.ledger.dayOf)
  const agencies = await readAgencies(client, opened.head.areaId)
  const meeting = meetingOf(read, root, agencies)
  if (!meeting) throw new NotFound()
  return { ...opened, read, agencies, meeting, isOwner: meeting.circle.owner === visit.post.agency.id }
}

export type OpenedMeeting = Awaited<ReturnType<typeof openMeeting>>

/** The meeting that a fact calls or continues: an address may name either. */
export function meetingOf(read: ReadCase, root: string, agencies: readonly AgencyOfArea[]): Meeting | undefined {
  const circle = findCircle(read.known, root)
  const kind = findMeetingKind(circle?.meeting)
  if (!circle?.meeting || !kind) return undefined
  const { called } = circle
  const isOwners = ({ agency: by }: { readonly agency: string }) => by === circle.owner
  const closed = aboutMeeting(read.known, called, meetingClosed).findLast(isOwners)
  const minutes = aboutMeeting(read.known, called, meetingMinutesSent).findLast(isOwners)
  const agency = (id: string) => agencies.find(one => one.id === id)
  const seatsOf = (ids: readonly string[]) =>
    ids.flatMap(id => {
      const found = agency(id)
      return found ? [seatOf(read, circle, found, closed, minutes)] : []
    })
  const seats = seatsOf([circle.owner, ...circle.invited.filter(id => id !== circle.owner)])
  const everyGuest = guestSeats(read, circle, agencies)
  const guests = everyGuest.filter(guest => !guest.withdrawn)
  const said = wordsOf(read, circle.lastSet)
  const first = wordsOf(read, called as unknown as Statement)
  const day = circle.plannedFor ?? called.happened.from
  const startsAt = said['startsAt']
  const when = heldOnAnotherDay(closed, day) ?? [sayDay(day), startsAt && `at ${startsAt}`].filter(Boolean).join(' ')
  const label = meetings[circle.meeting]
  return {
    circle,
    called,
    kind,
    label,
    title: `${label}, ${when}`,
    when,
    where: said['place'] ?? first['place'],
    startsAt,
    seats,
    guests,
    withdrawnGuests: everyGuest.filter(guest => guest.withdrawn),
    withdrawnSeats: seatsOf(circle.withdrawn),
    closed,
    minutes,
    lacks: lacksOf(kind, closed?.happened.from ?? day, { seats, guests }, closed, called),
  }
}

/** When it was held, where that is not the day for which it was planned: "30 November 2026 at 08:30". */
function heldOnAnotherDay(closed: Closed | undefined, planned: Day): string | undefined {
  if (!closed || closed.data.how === 'not-held') return undefined
  const { from, to, at, certainty } = closed.happened
  if (from <= planned && planned <= to) return undefined
  if (certainty !== 'day') return sayAbout(from, to)
  return at === null ? sayDay(from) : `${sayDay(from)} at ${timeAt(at)}`
}

function seatOf(
  { known }: ReadCase,
  { called, owner, withdrawn, invitedAt }: Circle,
  agency: AgencyOfArea,
  closed: Closed | undefined,
  minutes: Minutes | undefined,
): Seat {
  const of = <T extends { readonly agency: string }>(all: readonly T[]) => all.findLast(one => one.agency === agency.id)
  const views = aboutMeeting(known, called, meetingViewGiven)
  const signed = minutes && aboutMeeting(known, minutes, meetingMinutesAnswered)
  const withdrawals = aboutMeeting(known, called, meetingInvitationWithdrawn).filter(one => one.agency === owner)
  const isWithdrawn = withdrawn.includes(agency.id)
  const cameIn = (ids: readonly string[] | undefined) => ids?.includes(agency.id) ?? false
  return {
    agency,
    part: partOf(agency.kind),
    isOwner: agency.id === owner,
    askedAt: invitedAt.get(agency.id) ?? called.number,
    answer: of(aboutMeeting(known, called, meetingInvitationAnswered)),
    report: of(aboutMeeting(known, called, meetingReportGiven)),
    // The chair writes down what others said; anybody else speaks for their own agency.
    view: views.findLast(one =>
      one.agency === owner && one.data.of?.length ? one.data.of.includes(agency.id) : one.agency === agency.id,
    ),
    signed: signed && of(signed),
    withdrawn: isWithdrawn ? withdrawals.findLast(({ data }) => data.withdrawn?.includes(agency.id)) : undefined,
    came:
      !closed || isWithdrawn
        ? undefined
        : agency.id === owner || cameIn(closed.data.came)
          ? 'came'
          : cameIn(closed.data.apologies)
            ? 'apologies'
            : 'absent',
  }
}

function lacksOf(
  kind: MeetingKind,
  day: string,
  { seats, guests }: Pick<Meeting, 'seats' | 'guests'>,
  closed: Closed | undefined,
  called: Called,
): Lacks {
  const of = closed
    ? seats.filter(seat => seat.came === 'came')
    : seats.filter(
        seat => seat.isOwner || seat.answer?.data.answer === 'comes' || seat.answer?.data.answer === 'deputy',
      )
  const without = guests.filter(closed ? hasCome : says).map(asThere)
  const there = [...of.map(seatThere), ...without]
  const family = closed ? closed.data.family : called.data.family
  // What was recorded of agencies and of who else was spoken for; of guests their own record says it, also once it is corrected.
  const present: Part[] = closed?.data.present
    ? [...closed.data.present, ...without.map(({ part }) => part)]
    : [...there.map(({ part }) => part), ...(family?.length ? (['family'] as const) : [])]
  return lacking(quorumOn(kind, day), present, othersThere(there, present))
}

/** An agency as one of those who are there. */
export function seatThere({ agency, part, isOwner }: Pick<Seat, 'agency' | 'part' | 'isOwner'>): There {
  return { part, from: agency.id, isOwner }
}

/** Whether a meeting could decide. */
export function mayDecide({ lacks }: Pick<Meeting, 'lacks'>): boolean {
  return isQuorate(lacks)
}
