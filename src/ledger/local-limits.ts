/** Limits that an area set for itself, read from its local policies. */
import {
  calendarDays,
  type Limit,
  type LocalLimits,
  months,
  weeks,
  workingDays,
  workingDaysBefore,
} from '../guidance/limits.ts'

export interface LocalPolicyRow {
  readonly key: string
  readonly from_day: string
  readonly to_day: string | null
  readonly amount: number
  readonly unit: 'working-days' | 'days' | 'weeks' | 'months' | 'working-days-before'
}

const units = {
  'working-days': workingDays,
  days: calendarDays,
  weeks,
  months,
  // Counted back from the day that is planned: a conference’s reports.
  'working-days-before': (count: number) => workingDaysBefore(count, 'the day it is needed'),
} as const

/** Local limits by key; where a policy was replaced, the latest one. */
export function localLimits(rows: readonly LocalPolicyRow[]): LocalLimits {
  const limits: Record<string, Limit> = {}
  for (const row of [...rows].toSorted((a, b) => (a.from_day < b.from_day ? -1 : 1)))
    limits[row.key] = units[row.unit](row.amount)
  return limits
}
