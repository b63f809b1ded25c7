/**
 * Closing the same meeting on the files of brothers and sisters: each file keeps who of its own invited came, counts its own quorum, and
 * tells its own. What an agency that is invited to several did is asked once.
 */
import type { PoolClient } from 'pg'
import { may } from '../../access/policy.ts'
import { relationOf } from '../../access/relation.ts'
import { type Fields, valueOf, valuesOf } from '../pipeline/fields.ts'
import type { Visit } from '../pipeline/page.ts'
import { named } from '../record/open-form.ts'
import type { Message, Reading } from '../record/read-fact.ts'
import { type Elsewhere, meetingElsewhere } from './elsewhere.ts'
import { type GuestSeat, isSameGuest } from './guests.ts'
import { type Meeting, meetingOf, type OpenedMeeting, type Seat } from './opened.ts'
import { type Closing, closeNames, readClose } from './read-close.ts'
import { guestNames, isGuestSaid } from './read-close-guests.ts'

export interface Sibling extends Elsewhere {
  readonly meeting: Meeting
  /** Who is invited for that child and not for this one. */
  readonly onlyThere: { readonly seats: readonly Seat[]; readonly guests: readonly GuestSeat[] }
}

/** The files on which the visitor may close it too: those on which it is open, their agency called it, and their post may record and tell. */
export async function siblingsOf(client: PoolClient, visit: Visit, opened: OpenedMeeting): Promise<Sibling[]> {
  const found: Sibling[] = []
  for (const one of await meetingElsewhere(client, visit, opened)) {
    const meeting = meetingOf(one.read, one.root, opened.agencies)
    if (!meeting || one.isClosed || meeting.circle.owner !== visit.post.agency.id) continue
    const standing = await relationOf(client, one.head.areaId, visit.post.id, [one.head.id])
    const relation = standing?.relations.get(one.head.id) ?? 'none'
    if (!standing || relation === 'opened' || !may(standing.role, 'share', relation)) continue
    const here = new Set(opened.meeting.seats.map(({ agency }) => agency.id))
    const seats = meeting.seats.filter(({ agency }) => !here.has(agency.id))
    const guests = meeting.guests.filter(guest => !opened.meeting.guests.some(other => isSameGuest(other, guest)))
    found.push({ ...one, meeting, onlyThere: { seats, guests } })
  }
  return found
}

/** What is recorded on one of the other files. */
export interface ClosingThere {
  readonly sibling: Sibling
  readonly closing: Closing
}

/**
 * Reads the form for each file that is ticked.
 * @param here the meeting on the file on which the form is filled in
 */
export function readTogether(
  typed: Fields,
  here: Pick<Meeting, 'guests'>,
  siblings: readonly Sibling[],
  reading: Reading,
): { closings: ClosingThere[]; messages: Message[] } {
  const ticked = new Set(valuesOf(typed, named.also))
  const closings: ClosingThere[] = []
  const messages: Message[] = []
  for (const reference of ticked)
    if (!siblings.some(one => one.reference === reference))
      messages.push({
        // Where nobody else’s file is open, there is no such question on the form to lead to.
        field: closeNames.how,
        text: `The meeting is not open any more on the file ${reference}: look there, and send this without it`,
      })
  for (const sibling of siblings) {
    if (!ticked.has(sibling.reference)) {
      // It would be recorded nowhere.
      if (isSaidOf(sibling.onlyThere, typed))
        messages.push({
          field: named.also,
          text: `You said who came for ${sibling.name}: tick the name, or clear that`,
        })
      continue
    }
    const read = readClose(asTypedThere(typed, here.guests, sibling.meeting.guests), sibling, reading)
    if ('closing' in read) closings.push({ sibling, closing: read.closing })
    else
      for (const { field, text } of read.messages)
        messages.push(
          field === closeNames.how
            ? { field: named.also, text: `For ${sibling.name}: ${lowered(text)}. Or close it on that file` }
            : { field, text },
        )
  }
  return { closings, messages }
}

function isSaidOf({ seats, guests }: Sibling['onlyThere'], typed: Fields): boolean {
  const { came, view, viewWhy } = closeNames
  return (
    seats.some(({ agency: { id } }) => [came(id), view(id), viewWhy(id)].some(name => valueOf(typed, name))) ||
    guests.some(guest => isGuestSaid(typed, guest))
  )
}

/** What was said here of somebody without an account, under the name that their invitation has there. */
function asTypedThere(typed: Fields, here: readonly GuestSeat[], there: readonly GuestSeat[]): Fields {
  const known = there.flatMap(guest => {
    const same = here.find(other => isSameGuest(other, guest))
    return same ? Object.values(guestNames).map(name => [name(guest.root), valueOf(typed, name(same.root))]) : []
  })
  return { ...typed, ...Object.fromEntries(known) }
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}
