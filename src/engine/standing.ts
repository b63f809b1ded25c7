/** What a duty is worth today. Never stored: the clock decides it each time it is asked. */
import type { Day } from '../guidance/days.ts'
import type { DueRange } from '../guidance/limits.ts'
import type { Duty } from './derive.ts'

/** Today, and the instant within it in milliseconds since 1970. */
export interface Today {
  readonly day: Day
  readonly instant: number
}

export type Standing =
  | 'met'
  | 'met-late'
  | 'may-be-met-late'
  | 'lapsed'
  | 'not-known'
  | 'overdue'
  | 'may-be-overdue'
  | 'due'
  /** It has no day: it ages. */
  | 'ageing'

/** What of a duty decides how it stands. */
export interface Stands {
  readonly met: Pick<NonNullable<Duty['met']>, 'late'> | null
  readonly lapsed: Pick<NonNullable<Duty['lapsed']>, 'on'> | null
  readonly notKnownFrom: string | null
  readonly due: Omit<DueRange, 'sense'> | null
}

/** How a duty stands on a day. */
export function standing(duty: Stands, today: Today): Standing {
  if (duty.met) return duty.met.late === 'yes' ? 'met-late' : duty.met.late === 'maybe' ? 'may-be-met-late' : 'met'
  if (duty.lapsed && duty.lapsed.on <= today.day) return 'lapsed'
  if (duty.notKnownFrom) return 'not-known'
  const due = duty.due
  if (!due?.latest || !due.earliest) return 'ageing'
  if (due.latestInstant !== undefined && due.earliestInstant !== undefined) {
    return today.instant > due.latestInstant
      ? 'overdue'
      : today.instant > due.earliestInstant
        ? 'may-be-overdue'
        : 'due'
  }
  return today.day > due.latest ? 'overdue' : today.day > due.earliest ? 'may-be-overdue' : 'due'
}

/** Whether it still asks something of somebody today. */
export function isOpen(standing: Standing): boolean {
  return standing === 'due' || standing === 'overdue' || standing === 'may-be-overdue' || standing === 'ageing'
}
