/** The form that closes a meeting into what it was: who came, who was spoken for, each agency's view, and what was decided. */
import type { FactDefinition } from '../../engine/fact.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { type FamilyMember, familyMembers, meetingClosed, type Part, parts } from '../../procedures/meeting-facts.ts'
import {
  type Attendance,
  isQuorate,
  type Lacks,
  lacking,
  type MeetingKind,
  othersThere,
  quorumOn,
} from '../../procedures/meeting-kinds.ts'
import { wordsOf } from '../case-file/child.ts'
import { count } from '../kit/days.ts'
import { type Fields, valueOf, valuesOf } from '../pipeline/fields.ts'
import { type FactRead, type Message, type Reading, readWhatThereIs } from '../record/read-fact.ts'
import { asThere } from './guests.ts'
import { type Meeting, type Seat, seatThere } from './opened.ts'
import { cameAsTyped, type GuestClosing, hasGuestView, readGuests } from './read-close-guests.ts'

/** The names of the form’s own fields. A hyphen keeps them apart from those of facts. */
export const closeNames = {
  how: 'meeting-how',
  who: 'meeting-who',
  why: 'meeting-why',
  family: 'meeting-family',
  spokenFor: 'spoken-for',
  came: (agencyId: string) => `came-${agencyId}`,
  view: (agencyId: string) => `view-${agencyId}`,
  viewWhy: (agencyId: string) => `view-why-${agencyId}`,
} as const

const nobody: Attendance = { invited: [], came: [], absent: [], present: [], family: [], isQuorate: false }

/** The decision's questions without those that follow from who was there. */
export function decisionOf({ decidedAs, carries }: MeetingKind): FactDefinition {
  const known = new Set(Object.keys(carries(nobody)))
  const fields = Object.fromEntries(Object.entries(decidedAs.fields).filter(([name]) => !known.has(name)))
  return { ...decidedAs, fields, time: 'asked' }
}

export interface Closing {
  readonly closed: Pick<FactRead, 'happened' | 'data' | 'narrative'>
  /** What was decided; nothing where the meeting was not held. */
  readonly decision: Pick<FactRead, 'happened' | 'data' | 'narrative'> | undefined
  readonly views: readonly {
    readonly agencyId: string
    readonly view: string
    readonly reasons: string | undefined
  }[]
  /** Of each who is invited without an account. */
  readonly guests: readonly GuestClosing[]
}

interface Closed {
  readonly read: ReadCase
  readonly meeting: Pick<Meeting, 'kind' | 'seats' | 'guests' | 'circle'>
}

/** Who said that they come, one a line: what the chair changes and not what the chair types. */
export function namesOfComing({ read, meeting }: { read: ReadCase; meeting: Pick<Meeting, 'seats'> }): string {
  return meeting.seats
    .flatMap(({ agency, answer }) => {
      const who = answer && answer.data.answer !== 'apologies' ? wordsOf(read, answer as never)['who'] : undefined
      return who ? [`${who}, ${agency.name}`] : []
    })
    .join('\n')
}

/** Reads the form. */
export function readClose(
  typed: Fields,
  { read, meeting: { kind, seats, guests, circle } }: Closed,
  reading: Reading,
): { closing: Closing } | { messages: Message[] } {
  const messages: Message[] = []
  const say = (field: string, text: string) => {
    if (!messages.some(message => message.field === field)) messages.push({ field, text })
  }
  const how = valueOf(typed, closeNames.how)
  if (!['held', 'emergency', 'not-held'].includes(how)) say(closeNames.how, 'Select whether it was held')
  const isHeld = how === 'held' || how === 'emergency'
  const at = readWhatThereIs({ ...meetingClosed, fields: {} }, typed, reading)
  messages.push(...at.messages)
  const asked = seats.filter(seat => !seat.isOwner)
  const answer = (seat: Seat) => valueOf(typed, closeNames.came(seat.agency.id))
  if (isHeld)
    for (const seat of asked)
      if (!['came', 'apologies', 'absent'].includes(answer(seat)))
        say(closeNames.came(seat.agency.id), `Select whether ${seat.agency.name} came`)
  const there = isHeld ? asked.filter(seat => answer(seat) === 'came') : []
  const guestsSaid = isHeld ? readGuests(typed, guests, say) : []
  const guestsThere = (isHeld ? guests.filter(guest => cameAsTyped(typed, guest)) : []).map(asThere)
  const attendance = attendanceOf(typed, seats, there, isHeld)
  const who = valueOf(typed, closeNames.who)
  const partsThere = new Set([...seats.filter(seat => seat.isOwner), ...there, ...guestsThere].map(({ part }) => part))
  const unnamed = isHeld ? spokenIn(typed).filter(part => !partsThere.has(part)) : []
  if (unnamed.length > 0 && !namesMore(who, namesOfComing({ read, meeting: { seats } })))
    say(closeNames.who, `Enter who spoke for ${sayParts(unnamed)}, by name and post`)
  // The decision says for whom somebody spoke, whether or not they have an account; who came without one stands in a record of their own.
  const present = [...new Set([...attendance.present, ...guestsThere.map(({ part }) => part)])]
  const day = at.fact.happened?.from ?? circle.plannedFor ?? reading.today.day
  const together = [...[...seats.filter(seat => seat.isOwner), ...there].map(seatThere), ...guestsThere]
  const lacks = lacking(quorumOn(kind, day), present, othersThere(together, present))
  if (how === 'held' && !isQuorate(lacks)) say(closeNames.how, sayLacking(lacks))
  const why = valueOf(typed, closeNames.why)
  if (how === 'emergency' && isQuorate(lacks))
    say(closeNames.how, 'Everybody was there who has to be. Select that it was held')
  // What was typed of a decision would be recorded nowhere.
  if (how === 'not-held' && (hasDecided(typed, kind, seats) || hasGuestView(typed, guests)))
    say(
      closeNames.how,
      'You wrote down what was decided, or what somebody thought of it. Clear that, or select that it was held',
    )
  if (how === 'emergency' && !why)
    say(closeNames.why, 'Enter why it could not wait, and who was told of what was decided, when')
  if (how === 'not-held' && !why) say(closeNames.why, 'Enter why it was not held')
  const decided = isHeld ? readWhatThereIs(decisionOf(kind), typed, reading) : undefined
  for (const { field, text } of decided?.messages ?? []) if (field !== 'happened') say(field, text)
  const views = (isHeld ? [...seats.filter(seat => seat.isOwner), ...there] : []).flatMap(({ agency }) => {
    const view = valueOf(typed, closeNames.view(agency.id))
    const reasons = valueOf(typed, closeNames.viewWhy(agency.id)) || undefined
    if (view === 'dissents' && !reasons) say(closeNames.viewWhy(agency.id), `Enter why ${agency.name} disagrees`)
    return view ? [{ agencyId: agency.id, view, reasons }] : []
  })
  const { happened } = at.fact
  if (messages.length > 0 || !happened) return { messages }
  const ids = (which: string) => asked.filter(seat => answer(seat) === which).map(({ agency }) => agency.id)
  const filled = <T>(name: string, list: readonly T[]) => (list.length > 0 ? { [name]: list } : {})
  return {
    closing: {
      closed: {
        happened,
        data: {
          how,
          ...(isHeld
            ? {
                ...filled('came', ids('came')),
                ...filled('apologies', ids('apologies')),
                ...filled('absent', ids('absent')),
                ...filled('present', attendance.present),
                ...filled('family', attendance.family),
              }
            : {}),
        },
        narrative: { ...(who ? { who } : {}), ...(why ? { reasons: why } : {}) },
      },
      decision: decided && {
        happened: { ...happened, at: kind.decidedAs.time ? happened.at : null },
        data: {
          ...withoutEmpty(kind.carries({ ...attendance, present, isQuorate: isQuorate(lacks) })),
          ...decided.fact.data,
        },
        narrative: decided.fact.narrative,
      },
      views,
      guests: guestsSaid,
    },
  }
}

function hasDecided(typed: Fields, kind: MeetingKind, seats: readonly Seat[]): boolean {
  const names = Object.keys(decisionOf(kind).fields)
  const isFilled = (name: string) => valuesOf(typed, name).some(value => value.trim() !== '')
  return (
    names.some(name => [name, `${name}-day`, `${name}-month`, `${name}-year`].some(isFilled)) ||
    seats.some(({ agency }) => isFilled(closeNames.view(agency.id)) || isFilled(closeNames.viewWhy(agency.id)))
  )
}

function spokenIn(typed: Fields): Part[] {
  return valuesOf(typed, closeNames.spokenFor).filter((one): one is Part => Object.hasOwn(parts, one))
}

/** Whether somebody is named besides those who said that they come. */
function namesMore(typed: string, coming: string): boolean {
  const linesOf = (text: string) => text.split('\n').map(line => line.trim())
  const known = new Set(['', ...linesOf(coming)])
  return linesOf(typed).some(line => !known.has(line))
}

function sayParts(list: readonly Part[]): string {
  return new Intl.ListFormat('en-GB').format(list.map(part => parts[part].toLowerCase()))
}

function attendanceOf(typed: Fields, seats: readonly Seat[], there: readonly Seat[], isHeld: boolean): Attendance {
  const family = valuesOf(typed, closeNames.family).filter((one): one is FamilyMember =>
    Object.hasOwn(familyMembers, one),
  )
  const spoken = spokenIn(typed)
  const owner = seats.filter(seat => seat.isOwner)
  const present = isHeld
    ? [...owner, ...there].map(({ part }) => part).concat(spoken, family.length > 0 ? ['family'] : [])
    : []
  const came = there.map(({ agency }) => agency.id)
  const invited = seats.flatMap(({ agency, isOwner }) => (isOwner ? [] : agency.id))
  return {
    invited,
    came,
    absent: invited.filter(id => !came.includes(id)),
    present: [...new Set(present)],
    family,
    isQuorate: false,
  }
}

function withoutEmpty(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => !Array.isArray(value) || value.length > 0))
}

function sayLacking({ parts: missing, agencies }: Lacks): string {
  const who = [
    ...missing.map(part => parts[part].toLowerCase()),
    ...(agencies > 0 ? [`${count(agencies, 'agency', 'agencies')} more`] : []),
  ]
  const words = new Intl.ListFormat('en-GB').format(who)
  return `It cannot count as held without ${words}. If it decided all the same, select “in an emergency” and say why; else that it was not held`
}
