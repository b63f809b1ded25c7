/** Somebody invited to a meeting without an account, as its pages show them: who, for whom they stand, and what was written down for them. */

import type { Circle } from '../../ledger/meeting-circle.ts'
import { type Guest, guestsOf } from '../../ledger/meeting-guests.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { type AgencyOfArea, sayKind } from '../../people/agencies.ts'
import type { Part } from '../../procedures/meeting-facts.ts'
import { partOf, type There } from '../../procedures/meeting-kinds.ts'
import { wordsOf } from '../case-file/child.ts'

export interface GuestSeat extends Guest {
  /** The record of their invitation. */
  readonly root: string
  /** "Nadia Bryce". */
  readonly name: string
  /** "Acorn Nursery". */
  readonly body: string
  /** "Nadia Bryce, manager, Acorn Nursery". */
  readonly full: string
  /** "Nursery or childminder". */
  readonly kind: string
  /** Where their agency is one of the area's list. */
  readonly agency: AgencyOfArea | undefined
  readonly part: Part
  /** The same for everybody of one agency or body. */
  readonly from: string
  readonly reachedAt: string | undefined
  /** The day by which their report is wanted; nothing where none is, or no day was set. */
  readonly reportBy: string | undefined
  readonly isReportWanted: boolean
}

/** Everybody who was invited so, those whose invitation was withdrawn among them. */
export function guestSeats(read: ReadCase, circle: Circle, agencies: readonly AgencyOfArea[]): GuestSeat[] {
  return guestsOf(read.known, circle).map(guest => {
    const { data, root } = guest.invited
    const said = wordsOf(read, guest.invited as never)
    const agency = agencies.find(({ id }) => id === data.agency?.[0])
    const body = agency?.name ?? said['body'] ?? 'A body whose name was removed'
    const name = said['who'] ?? 'Somebody whose name was removed'
    const kind = agency?.kind ?? data.standsFor ?? 'other'
    return {
      ...guest,
      root,
      name,
      body,
      full: [name, said['role'], body].filter(Boolean).join(', '),
      kind: sayKind(kind),
      agency,
      part: partOf(kind),
      from: agency?.id ?? agencies.find(one => isSame(one.name, body))?.id ?? body.trim().toLowerCase(),
      reachedAt: said['reachedAt'] ?? (data.reachedBy === 'telephone' ? (agency?.telephone ?? undefined) : undefined),
      isReportWanted: data.reportWanted === true,
      reportBy: data.reportWanted === true ? (data.ownReportDay ?? circle.reportsBy) : undefined,
    }
  })
}

/** Whether somebody came, or somebody in their place. */
export function hasCome({ tookPart }: Pick<GuestSeat, 'tookPart'>): boolean {
  return tookPart?.data.came === 'came' || tookPart?.data.came === 'deputy'
}

/** How somebody stands among those who were there; nothing until that is recorded. */
export function attended({ tookPart }: Pick<GuestSeat, 'tookPart'>): 'came' | 'apologies' | 'absent' | undefined {
  const came = tookPart?.data.came
  return came === 'deputy' ? 'came' : came
}

/** Who was there for them: "Sam Okoro, deputy manager, in place of Nadia Bryce, manager, Acorn Nursery". */
export function sayGuest({ full, tookPart }: GuestSeat, read: ReadCase): string {
  const who = tookPart?.data.came === 'deputy' ? wordsOf(read, tookPart as never)['who'] : undefined
  return who ? `${who}, in place of ${full}` : full
}

const ways = { telephone: 'by telephone', paper: 'on paper', email: 'by e-mail', person: 'in person' } as const

/**
 * "by telephone, recorded by Harrowmere Council for Nadia Bryce".
 * @param owner the agency that called the meeting
 * @param fact what was recorded; how it came stands in it where that was said
 */
export function sayRecordedFor(
  { name }: Pick<GuestSeat, 'name'>,
  owner: string,
  fact: { readonly data: object },
): string {
  const { cameBy } = fact.data as { readonly cameBy?: keyof typeof ways }
  return [cameBy && ways[cameBy], `recorded by ${owner} for ${name}`].filter(Boolean).join(', ')
}

/** Whether it is said of somebody that they come, or somebody in their place. */
export function says({ answer }: Pick<GuestSeat, 'answer'>): boolean {
  return answer?.data.answer === 'comes' || answer?.data.answer === 'deputy'
}

/** A guest as one of those who are there. */
export function asThere({ part, from }: GuestSeat): There {
  return { part, from, isOwner: false }
}

/** The same person of the same body, on another child's file. */
export function isSameGuest(one: GuestSeat, other: GuestSeat): boolean {
  return one.from === other.from && isSame(one.name, other.name)
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}
