/** Working days for days that a story may reckon with: beyond the last known bank holiday every weekday counts. */
import { CalendarEnds } from '../guidance/bank-holidays.ts'
import { addDays, type Day, weekday } from '../guidance/days.ts'
import { addWorkingDays } from '../guidance/working-days.ts'

/** So many working days after a day, or before it. */
export function workdaysAfter(day: Day, count: number): Day {
  try {
    return addWorkingDays(day, count)
  } catch (error) {
    if (!(error instanceof CalendarEnds)) throw error
    let at = day
    for (let left = Math.abs(count); left > 0; ) {
      at = addDays(at, Math.sign(count))
      if (weekday(at) <= 5) left--
    }
    return at
  }
}

/** That day where it is a working day, else the next one. */
export function workday(day: Day): Day {
  return workdaysAfter(addDays(day, -1), 1)
}

/** That day where it is a working day, else the one before it. */
export function workdayBy(day: Day): Day {
  return workdaysAfter(addDays(day, 1), -1)
}
