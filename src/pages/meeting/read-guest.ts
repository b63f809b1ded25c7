/** The form that invites somebody without an account into what is recorded of it: alone on a page, or within the form that calls a meeting. */
import type { Day } from '../../guidance/days.ts'
import type { AgencyOfArea } from '../../people/agencies.ts'
import { guestKinds, meetingGuestInvited } from '../../procedures/meeting-guest-facts.ts'
import { type Fields, valueOf, valuesOf } from '../pipeline/fields.ts'
import { type FactRead, type Message, type Reading, readFact } from '../record/read-fact.ts'
import { asOfToday } from './read-call.ts'

interface Against {
  readonly today: Reading['today']
  /** The agencies of the area in which nobody signs in. */
  readonly unconnected: readonly AgencyOfArea[]
  /** The day of the meeting, and by when reports are wanted. */
  readonly plannedFor: Day | undefined
  readonly reportsBy: Day | undefined
}

/** Whether anything of the form was filled in. */
export function isGuestTyped(typed: Fields): boolean {
  const days = ['day', 'month', 'year'].map(part => `ownReportDay-${part}`)
  return [...Object.keys(meetingGuestInvited.fields), ...days].some(name =>
    valuesOf(typed, name).some(value => value.trim() !== ''),
  )
}

/** Reads the form: the kind of an agency from the list, and its telephone, are known and not asked again. */
export function readGuest(
  typed: Fields,
  { today, unconnected, plannedFor, reportsBy }: Against,
): { fact: FactRead } | { messages: Message[] } {
  const agency = unconnected.find(({ id }) => id === valueOf(typed, 'agency'))
  const known = agency ? { standsFor: Object.hasOwn(guestKinds, agency.kind) ? agency.kind : 'other' } : {}
  const offered = { agency: new Set(unconnected.map(({ id }) => id)), post: new Map() }
  const read = readFact(meetingGuestInvited, asOfToday({ ...typed, ...known }, today.day), { today, offered })
  const messages = 'messages' in read ? [...read.messages] : []
  const say = (field: string, text: string) => {
    if (!messages.some(message => message.field === field)) messages.push({ field, text })
  }
  const body = valueOf(typed, 'body')
  if (valuesOf(typed, 'agency').filter(Boolean).length > 1) say('agency', 'Select one agency')
  if (agency && body) say('body', 'Select an agency from the list, or enter one that is not in it: not both')
  if (!valueOf(typed, 'agency') && !body) say('body', 'Select their agency from the list, or enter its name')
  const by = valueOf(typed, 'reachedBy')
  if (!by) say('reachedBy', 'Select how they are reached')
  if (by && !valueOf(typed, 'reachedAt') && !(by === 'telephone' && agency?.telephone))
    say('reachedAt', by === 'telephone' ? 'Enter the number' : 'Enter the address')
  const day = 'fact' in read ? (read.fact.data['ownReportDay'] as Day | undefined) : undefined
  if (day && 'fact' in read && read.fact.data['reportWanted'] !== true)
    say('reportWanted', 'Select yes if they are asked for a report, or leave out its day')
  if (day && day < today.day) say('ownReportDay', 'The day for their report must be today or later')
  if (day && plannedFor && day > plannedFor)
    say('ownReportDay', 'The day for their report must not be after the meeting')
  if ('fact' in read && read.fact.data['reportWanted'] === true && !day && !reportsBy)
    say('ownReportDay', 'Enter by when their report is wanted')
  return messages.length > 0 || !('fact' in read) ? { messages } : { fact: read.fact }
}
