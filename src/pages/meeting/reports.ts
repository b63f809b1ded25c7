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

/** Of agencies first, then of those without an account. */
export function reportsOf({ seats, guests, withdrawnGuests }: Pick<Meeting, 'seats' | 'guests' | 'withdrawnGuests'>) {
  return [
    ...seats.flatMap(({ agency, report }): ReportOf[] =>
      report ? [{ whose: agency.name, report, guest: undefined, withdrawn: undefined }] : [],
    ),
    ...[...guests, ...withdrawnGuests].flatMap((guest): ReportOf[] => {
      const { full, report, withdrawn } = guest
      const since = withdrawn && `invitation withdrawn on ${sayDay(withdrawn.happened.from)}`
      return report ? [{ whose: full, report, guest, withdrawn: since }] : []
    }),
  ]
}
