// Words for days. Pure: today and counts of working days are given, never worked out here.

import { ageOn } from '../../guidance/days.ts'

/** A day as 'YYYY-MM-DD'. */
export type Day = string

const months = 'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const dayLength = 86_400_000

interface Parts {
  year: number
  month: number
  day: number
}

// A page reads thousands of days: taken out by their places, they are read in a fifth of the time that splitting takes.
function read(day: Day): Parts {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  if (!year || !month || !date) throw new RangeError(`Not a day: ${day}`)
  return { year, month, day: date }
}

/** Days since 1 January 1970: for distances, never for display. */
export function dayNumber(day: Day): number {
  const { year, month, day: date } = read(day)
  return Date.UTC(year, month - 1, date) / dayLength
}

/** The day so many days after the epoch; the other way round from dayNumber. */
export function dayAt(number: number): Day {
  return new Date(number * dayLength).toISOString().slice(0, 10)
}

/** Calendar days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** '14 April 2026' */
export function sayDay(day: Day): string {
  const { year, month, day: date } = read(day)
  return `${date} ${months[month - 1]} ${year}`
}

/** '14 Apr', or '14 Apr 2025' in another year than today's: for drawings and narrow columns. */
export function sayShortDay(day: Day, today?: Day): string {
  const { year, month, day: date } = read(day)
  const short = `${date} ${months[month - 1]?.slice(0, 3)}`
  return today && read(today).year === year ? short : `${short} ${year}`
}

/** 'Friday 17 April', with the year when it is not today's. */
export function sayWeekday(day: Day, today: Day): string {
  const { year, month, day: date } = read(day)
  const weekday = weekdays[new Date(dayNumber(day) * dayLength).getUTCDay()]
  const said = `${weekday} ${date} ${months[month - 1]}`
  return year === read(today).year ? said : `${said} ${year}`
}

/** 'March 2026' */
export function sayMonth(day: Day): string {
  const { year, month } = read(day)
  return `${months[month - 1]} ${year}`
}

/** A day in relation to today, where it is near: 'yesterday', 'tomorrow', else '14 April 2026'. */
export function sayNear(day: Day, today: Day): string {
  const distance = daysBetween(today, day)
  if (distance === 0) return 'today'
  if (distance === 1) return 'tomorrow'
  if (distance === -1) return 'yesterday'
  return sayDay(day)
}

/**
 * When a duty must be met: 'today', 'tomorrow', '3 working days left (Friday 17 April)', '11 days late'.
 * Give the working days when the limit is counted in them; otherwise calendar days are said.
 */
export function sayDue(due: Day, today: Day, workingDays?: number): string {
  const distance = daysBetween(today, due)
  if (distance < 0) return sayLate(due, today, workingDays)
  if (distance === 0) return 'today'
  if (distance === 1) return 'tomorrow'
  const left = workingDays === undefined ? count(distance, 'day') : count(workingDays, 'working day')
  return `${left} left (${sayWeekday(due, today)})`
}

/** '11 days late', '1 working day late' */
export function sayLate(due: Day, today: Day, workingDays?: number): string {
  return workingDays === undefined
    ? `${count(daysBetween(due, today), 'day')} late`
    : `${count(Math.abs(workingDays), 'working day')} late`
}

/**
 * A day that is only about known, by the earliest and the latest it can have been:
 * 'about 14 April 2026', 'about March 2026', 'about 2026', 'between 3 March and 2 May 2026'.
 */
export function sayAbout(day: Day, latest?: Day): string {
  if (!latest || latest === day) return `about ${sayDay(day)}`
  const [from, to] = [read(day), read(latest)]
  const endsMonth = read(dayAt(dayNumber(latest) + 1)).day === 1
  if (from.day === 1 && endsMonth && from.year === to.year) {
    if (from.month === to.month) return `about ${sayMonth(day)}`
    if (from.month === 1 && to.month === 12) return `about ${from.year}`
  }
  const start = sayDay(day)
  return `between ${from.year === to.year ? start.slice(0, -5) : start} and ${sayDay(latest)}`
}

/** A length of time: '12 days', '7 weeks', '7 months', '2 years and 3 months'. Rounded down, as people do. */
export function sayLength(days: number): string {
  if (days < 28) return count(days, 'day')
  if (days < 84) return count(Math.floor(days / 7), 'week')
  const inMonths = Math.floor(days / 30.4375)
  if (inMonths < 24) return count(inMonths, 'month')
  const years = Math.floor(inMonths / 12)
  const rest = inMonths % 12
  return rest === 0 ? count(years, 'year') : `${count(years, 'year')} and ${count(rest, 'month')}`
}

/** How old somebody is: '11'; in months, weeks or days before the second birthday: '5 months', '12 days'. */
export function sayAge(born: Day, on: Day): string {
  const years = ageOn(born, on)
  return years >= 2 || on < born ? String(years) : sayLength(daysBetween(born, on))
}

const numbers = new Intl.NumberFormat('en-GB')

/** '1 day', '3 days', '1,204 children' (give the plural when it is not with an s). */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${numbers.format(number)} ${number === 1 ? one : many}`
}

const londonTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })

/** '02:14': the time of day in London, of an instant in milliseconds since 1970. */
export function sayTime(instant: number): string {
  return londonTime.format(instant)
}
