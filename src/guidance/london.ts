/**
 * London days and instants. Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday
 * of October (Summer Time Act 1972 as amended by SI 2002/262; the dates hold from 1996).
 * Instants are milliseconds since 1970 in UTC,.
 */
import { type Day, fromNumber, toNumber, weekdayOfNumber, yearOf } from './days.ts'

const hour = 3_600_000
const dayLength = 86_400_000

/** The instant at which that day begins in London. Throws RangeError when it is not a day. */
export function londonMidnight(day: Day): number {
  const number = toNumber(day)
  const [starts, ends] = summerTime(yearOf(day))
  return number * dayLength - (number > starts && number <= ends ? hour : 0)
}

/** The last millisecond of that day in London. Throws RangeError when it is not a day. */
export function londonDayEnd(day: Day): number {
  return londonMidnight(fromNumber(toNumber(day) + 1)) - 1
}

/** The day it is in London at that instant. Throws RangeError when the instant is not a finite number. */
export function londonDay(instant: number): Day {
  const utcDay = fromNumber(Math.floor(instant / dayLength))
  const [starts, ends] = summerTime(yearOf(utcDay))
  const isSummer = instant >= starts * dayLength + hour && instant < ends * dayLength + hour
  return isSummer ? fromNumber(Math.floor((instant + hour) / dayLength)) : utcDay
}

const summers = new Map<number, readonly [starts: number, ends: number]>()

/** The last Sundays of March and of October, as day numbers. */
function summerTime(year: number): readonly [starts: number, ends: number] {
  const known = summers.get(year)
  if (known) return known
  const text = String(year).padStart(4, '0')
  const summer = [sundayUpTo(toNumber(`${text}-03-31`)), sundayUpTo(toNumber(`${text}-10-31`))] as const
  summers.set(year, summer)
  return summer
}

function sundayUpTo(number: number): number {
  return number - (weekdayOfNumber(number) % 7)
}

/** The instant at which London's clocks show a time on a day; where they show it twice in autumn, the first. */
export function londonInstant(day: Day, hour: number, minute: number): number {
  const since = (hour * 60 + minute) * 60_000
  const midnight = londonMidnight(day)
  const change = londonDayEnd(day) + 1 - midnight - 24 * 3_600_000
  return midnight + since + (hour >= 2 ? change : 0)
}
