/** The clocks that the overview looks at: rules whose limit counts days from something that happened. */

import type { DutyDefinition } from '../../engine/duty.ts'
import type { Guidance } from '../../engine/guidance.ts'
import { calendarBegins, calendarEnds } from '../../guidance/bank-holidays.ts'
import { addDays } from '../../guidance/days.ts'
import { describeLimit, isLocal, type Limit, type LocalLimits } from '../../guidance/limits.ts'
import { isWorkingDay } from '../../guidance/working-days.ts'

export interface ClockOfRule {
  readonly rule: DutyDefinition
  readonly procedure: string
  /** "within 15 working days" */
  readonly words: string
  readonly isLocal: boolean
  /** What the limit counts, as days, for the drawing. */
  readonly limit: number
  readonly unit: 'working day' | 'day'
}

/** Rules with a counted limit, in the order of the procedures. A rule whose limits differ is drawn against its latest. */
export function clocksOf(guidance: Guidance, local: LocalLimits): ClockOfRule[] {
  return guidance.procedures.flatMap(({ label, duties }) =>
    duties.flatMap(rule => {
      const limit = rule.editions.at(-1)?.within
      const counted = limit && countedLimit(limit, local)
      if (!limit || !counted) return []
      return [{ rule, procedure: label, words: describeLimit(limit, local), isLocal: isLocal(limit), ...counted }]
    }),
  )
}

const daysIn = { 'calendar-days': 1, weeks: 7, months: 30.4375, hours: 1 / 24 } as const

function countedLimit(limit: Limit, local: LocalLimits): Pick<ClockOfRule, 'limit' | 'unit'> | undefined {
  if (limit.kind === 'local-policy') {
    const set = local[limit.key] ?? limit.unlessSet
    return set && !isLocal(set) ? countedLimit(set, local) : undefined
  }
  if (limit.kind === 'later-of') return countedLimit(limit.limits[1], local)
  if (limit.kind === 'to-working-day') return countedLimit(limit.limit, local)
  if (limit.kind === 'working-days') return { limit: limit.count, unit: 'working day' }
  if (!('count' in limit) || !(limit.kind in daysIn)) return undefined
  const days = limit.count * daysIn[limit.kind as keyof typeof daysIn]
  return { limit: Math.max(1, Math.round(days)), unit: 'day' }
}

/**
 * For each day of the calendar, how many of its working days come before it; so that the database can count working days.
 * Made once.
 */
export const workingDaysBefore: readonly number[] = (() => {
  const before = [0]
  for (let day = calendarBegins, at = 0; day < calendarEnds; day = addDays(day, 1), at++)
    before.push((before[at] ?? 0) + (isWorkingDay(day) ? 1 : 0))
  return before
})()

/** The day that the list of working days begins with. */
export const firstDay = calendarBegins
