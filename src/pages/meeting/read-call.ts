/** The form that calls a meeting into the command that does: the call, what has to be planned with it, and who is told on which grounds. */
import type { Day } from '../../guidance/days.ts'
import type { Bases } from '../../ledger/bases.ts'
import { meetingCalled } from '../../procedures/meeting-facts.ts'
import { findMeetingKind } from '../../procedures/meeting-kinds.ts'
import type { Enclosure } from '../ask/goes-with-it.ts'
import { enclosed } from '../ask/read-ask.ts'
import { type Fields, valuesOf } from '../pipeline/fields.ts'
import { type FactRead, type Message, type Reading, readWhatThereIs } from '../record/read-fact.ts'
import { readWhyShared, type WhyShared } from '../share/why-shared.tsx'

interface Against {
  readonly reading: Reading
  readonly bases: Bases
  readonly enclosures: readonly Enclosure[]
  /** Somebody without an account is invited with it. */
  readonly hasGuest: boolean
}

export interface Calling {
  readonly fact: FactRead
  readonly invited: readonly string[]
  /** What goes with the invitations, so that they know whom it is about. */
  readonly roots: readonly string[]
  readonly why: WhyShared
}

/** The form's fields of today's day, which is not asked for: invitations go out as the form is sent. */
export function asOfToday(typed: Fields, today: Day): Fields {
  const [year = '', month = '', day = ''] = today.split('-')
  return { ...typed, 'happened-day': day, 'happened-month': month, 'happened-year': year }
}

/** Reads the form. */
export function readCall(
  typed: Fields,
  { reading, bases, enclosures, hasGuest }: Against,
): { calling: Calling } | { messages: Message[] } {
  const { today } = reading
  const { fact, messages } = readWhatThereIs(meetingCalled, asOfToday(typed, today.day), reading)
  const data = fact.data as {
    meeting?: string
    plannedFor?: Day
    reportsBy?: Day
    invited?: string[]
    family?: string[]
  }
  const say = (field: string, text: string) => {
    if (!messages.some(message => message.field === field)) messages.push({ field, text })
  }
  const kind = findMeetingKind(data.meeting)
  if (data.plannedFor && data.plannedFor < today.day) say('plannedFor', 'The day of the meeting must be today or later')
  if (data.plannedFor && data.reportsBy && data.reportsBy > data.plannedFor)
    say('reportsBy', 'The day for reports must not be after the meeting')
  if (data.reportsBy && data.reportsBy < today.day) say('reportsBy', 'The day for reports must be today or later')
  const invited = data.invited ?? []
  const isNobody = invited.length === 0 && !hasGuest
  if (isNobody && !kind?.isWithFamily) say('invited', 'Select at least one agency')
  if (isNobody && (data.family ?? []).length === 0)
    say('invited', 'Select at least one agency, or somebody of the family')
  const roots = valuesOf(typed, enclosed)
  if (!roots.every(root => enclosures.some(one => one.root === root)))
    say(enclosed, 'Select from the list what goes with the invitations')
  const why = readWhyShared(typed, { basis: kind?.basis, bases, aboutFamily: true }, messages)
  if (messages.length > 0 || !fact.happened) return { messages }
  return { calling: { fact: { ...fact, happened: fact.happened }, invited, roots, why } }
}
