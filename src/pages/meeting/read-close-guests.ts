/** What the form that closes a meeting says of those who are invited without an account: whether each came, and their view. */
import { meetingGuestTookPart } from '../../procedures/meeting-guest-facts.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import type { GuestSeat } from './guests.ts'

/** The names of the form’s own fields for one of them. */
export const guestNames = {
  came: (root: string) => `guest-came-${root}`,
  who: (root: string) => `guest-who-${root}`,
  view: (root: string) => `guest-view-${root}`,
  viewWhy: (root: string) => `guest-view-why-${root}`,
} as const

/** What is recorded of one of them. */
export interface GuestClosing {
  readonly guest: GuestSeat
  readonly data: Readonly<Record<string, string>>
  readonly narrative: Readonly<Record<string, string>>
}

/** Whether the form says that somebody came, or somebody in their place. */
export function cameAsTyped(typed: Fields, { root }: Pick<GuestSeat, 'root'>): boolean {
  const came = valueOf(typed, guestNames.came(root))
  return came === 'came' || came === 'deputy'
}

/**
 * Reads the form for each of them.
 * @param say takes what is missing: the field's name, and the words
 */
export function readGuests(
  typed: Fields,
  guests: readonly GuestSeat[],
  say: (field: string, text: string) => void,
): GuestClosing[] {
  const { came: asked, view: views } = meetingGuestTookPart.fields
  return guests.map(guest => {
    const { root, name, full } = guest
    const [came, who] = [valueOf(typed, guestNames.came(root)), valueOf(typed, guestNames.who(root))]
    const [view, reasons] = [valueOf(typed, guestNames.view(root)), valueOf(typed, guestNames.viewWhy(root))]
    if (!Object.hasOwn(asked.options, came)) say(guestNames.came(root), `Select whether ${name} came`)
    if (came === 'deputy' && !who) say(guestNames.who(root), `Enter who came in the place of ${name}`)
    if (view && !Object.hasOwn(views.options, view)) say(guestNames.view(root), `Select the view of ${name}`)
    if (view === 'dissents' && !reasons) say(guestNames.viewWhy(root), `Enter who disagreed for ${guest.body}, and why`)
    return {
      guest,
      data: { came, ...(view ? { view } : {}) },
      narrative: {
        ...(came === 'deputy' && who ? { who } : {}),
        ...(view && reasons ? { reasons } : {}),
        recordedFor: full,
      },
    }
  })
}

/** Whether anything was said of one of them. */
export function isGuestSaid(typed: Fields, { root }: Pick<GuestSeat, 'root'>): boolean {
  return Object.values(guestNames).some(name => valueOf(typed, name(root)) !== '')
}

/** Whether a view of somebody was typed. */
export function hasGuestView(typed: Fields, guests: readonly GuestSeat[]): boolean {
  return guests.some(({ root }) => valueOf(typed, guestNames.view(root)) || valueOf(typed, guestNames.viewWhy(root)))
}
