/**
 * Working days in England: not Saturday, Sunday, Christmas Day, Good Friday or a bank holiday.
 * The guidance does not define the term; this is the definition of the Coroners (Investigations) Regulations 2013 reg 2.
 * One table is made when the module loads, so every question is answered by a look-up.
 */
import { bankHolidays, CalendarEnds, calendarBegins, calendarEnds } from './bank-holidays.ts'
import { type Day, fromNumber, toNumber, weekdayOfNumber } from './days.ts'

/** A day that is not counted, and why: 'Saturday', 'Sunday', 'Easter Monday', 'Christmas Day (substitute day)'. */
export type SkippedDay = { readonly day: Day; readonly reason: string }

const first = toNumber(calendarBegins)
const last = toNumber(calendarEnds)
const holidayNames = new Map(
  bankHolidays.map(({ day, title, substitute }) => [toNumber(day), substitute ? `${title} (substitute day)` : title]),
)
/** The number of each working day of the calendar, in order. */
const workingDays: number[] = []
/** At i: how many working days of the calendar come before day `first + i`. */
const workingDaysBefore = new Int32Array(last - first + 2)

for (let number = first; number <= last; number++) {
  workingDaysBefore[number - first] = workingDays.length
  if (whySkipped(number) === undefined) workingDays.push(number)
}
workingDaysBefore[last - first + 1] = workingDays.length

/** Whether it is a working day. Throws RangeError when not a day, CalendarEnds outside the calendar. */
export function isWorkingDay(day: Day): boolean {
  const number = inCalendar(day)
  return countBefore(number + 1) > countBefore(number)
}

/**
 * The `count`-th working day after the day (before it when negative). The day itself is day 0, whether it is a working
 * day or not: one working day from a Friday, a Saturday or a Sunday is the Monday.
 * Throws RangeError when not a day or a whole count, CalendarEnds when it leads outside the calendar.
 */
export function addWorkingDays(day: Day, count: number): Day {
  if (!Number.isInteger(count)) throw new RangeError(`Not a whole number of working days: ${count}`)
  const number = inCalendar(day)
  if (count === 0) return day
  const found = workingDays[count > 0 ? countBefore(number + 1) + count - 1 : countBefore(number) + count]
  if (found === undefined)
    throw new CalendarEnds(`${Math.abs(count)} working days ${count > 0 ? 'after' : 'before'} ${day}`)
  return fromNumber(found)
}

/**
 * Working days from one day to another: those after `from` up to and including `to`, or, when `to` is earlier, minus those
 * from `to` up to the day before `from`. It undoes {@link addWorkingDays}: `workingDaysBetween(a, addWorkingDays(a, n))` is n.
 * Throws RangeError when not a day, CalendarEnds outside the calendar.
 */
export function workingDaysBetween(from: Day, to: Day): number {
  const start = inCalendar(from)
  const end = inCalendar(to)
  return end >= start ? countBefore(end + 1) - countBefore(start + 1) : countBefore(end) - countBefore(start)
}

/**
 * The days between that are not working days, in calendar order, with the reason: for a page that explains a due day.
 * The trigger day `from` is left out and `to` is included; `to` may be earlier, for a count backwards.
 * Throws RangeError when not a day, CalendarEnds outside the calendar.
 */
export function skippedDays(from: Day, to: Day): SkippedDay[] {
  const start = inCalendar(from)
  const end = inCalendar(to)
  const [low, high] = end >= start ? [start + 1, end] : [end, start - 1]
  const skipped: SkippedDay[] = []
  for (let number = low; number <= high; number++) {
    const reason = whySkipped(number)
    if (reason !== undefined) skipped.push({ day: fromNumber(number), reason })
  }
  return skipped
}

function whySkipped(number: number): string | undefined {
  const weekday = weekdayOfNumber(number)
  if (weekday === 6) return 'Saturday'
  if (weekday === 7) return 'Sunday'
  return holidayNames.get(number)
}

function inCalendar(day: Day): number {
  const number = toNumber(day)
  if (number < first || number > last) throw new CalendarEnds(day)
  return number
}

function countBefore(number: number): number {
  return workingDaysBefore[number - first] ?? 0
}
