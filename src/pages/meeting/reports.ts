/** The reports of a meeting under whose they are. What was said stays: also of somebody whose invitation was withdrawn since. */
import { sayDay } from '../kit/days.ts'
import type { GuestSeat } from './guests.ts'
import type { Meeting, Seat } from './opened.ts'

export interface ReportOf {
  /** "Bridge Surgery"; "Nadia Bryce, manager, Acorn Nursery". */
  readonly whose: string
  readonly report: NonNullable<Seat['report'] | GuestSeat['report']>
  /** For whom it was written down; nothing where an agency sent it. */
  readonly guest: GuestSeat | undefined
  /** "invitation withdrawn on 4 March 2026" */
  readonly withdrawn: string | undefined
}

/** "invitation withdrawn on 4 March 2026"; nothing for whoever is invited still. */
export function sayWithdrawn({ withdrawn }: Pick<Seat | GuestSeat, 'withdrawn'>): string | undefined {
  return withdrawn && `invitation withdrawn on ${sayDay(withdrawn.happened.from)}`
}

/** Of agencies first, then of those without an account. */
export function reportsOf({
  seats,
  withdrawnSeats,
  guests,
  withdrawnGuests,
}: Pick<Meeting, 'seats' | 'withdrawnSeats' | 'guests' | 'withdrawnGuests'>) {
  return [
    ...[...seats, ...withdrawnSeats].flatMap((seat): ReportOf[] => {
      const { agency, report } = seat
      return report ? [{ whose: agency.name, report, guest: undefined, withdrawn: sayWithdrawn(seat) }] : []
    }),
    ...[...guests, ...withdrawnGuests].flatMap((guest): ReportOf[] => {
      const { full, report } = guest
      return report ? [{ whose: full, report, guest, withdrawn: sayWithdrawn(guest) }] : []
    }),
  ]
}
