/**
 * Calendar days without clocks or time zones: a day is text, 'YYYY-MM-DD', and arithmetic is on whole numbers.
 * Text in this form sorts in calendar order, so days are compared with < and >.
 */

/** A calendar day, 'YYYY-MM-DD', years 0001 to 9999. */
export type Day = string

const monthNames = 'January February March April May June July August September October November December'.split(' ')
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** Bound on the two memos below: some 130 years of days. */
const memoLimit = 50_000
const numbers = new Map<Day, number>()
const texts = new Map<number, Day>()

/**
 * Days since 1 January 1970 (day 0), negative before it.
 * @throws RangeError when the text is not a real calendar day.
 */
export function toNumber(day: Day): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const number = parse(day)
  if (number === undefined) throw new RangeError(`Not a calendar day (YYYY-MM-DD): ${JSON.stringify(day)}`)
  if (numbers.size >= memoLimit) numbers.clear()
  numbers.set(day, number)
  return number
}

/**
 * The day that many days after 1 January 1970.
 * @throws RangeError when the number is not whole or the year would leave 0001 to 9999.
 */
export function fromNumber(number: number): Day {
  const known = texts.get(number)
  if (known !== undefined) return known
  if (!Number.isInteger(number)) throw new RangeError(`Not a whole number of days: ${number}`)
  const day = format(number)
  if (texts.size >= memoLimit) texts.clear()
  texts.set(number, day)
  return day
}

/** Whether the text is a real calendar day: '2026-02-28' is, '2026-02-29' and '2026-2-3' are not. */
export function isDay(text: string): boolean {
  return numbers.has(text) || parse(text) !== undefined
}

/** The day `days` later (earlier when negative). Throws RangeError as {@link toNumber} does. */
export function addDays(day: Day, days: number): Day {
  return fromNumber(toNumber(day) + days)
}

/** The day `weeks` times seven days later. Throws RangeError as {@link toNumber} does. */
export function addWeeks(day: Day, weeks: number): Day {
  return addDays(day, weeks * 7)
}

/**
 * The same day of the month `months` later, or the last day of that month where it is shorter
 * (31 August and six months: 28 or 29 February). This is the corresponding-date rule of English law
 * (Dodds v Walker [1981] UKHL 3). Throws RangeError as {@link toNumber} does.
 */
export function addMonths(day: Day, months: number): Day {
  toNumber(day)
  if (!Number.isInteger(months)) throw new RangeError(`Not a whole number of months: ${months}`)
  const total = yearOf(day) * 12 + monthOf(day) - 1 + months
  const year = Math.floor(total / 12)
  const month = total - year * 12 + 1
  return fromNumber(civil(year, month, Math.min(dayOfMonth(day), lengthOfMonth(year, month))))
}

/** The same day `years` later; 29 February becomes 28 February as in {@link addMonths}. Not for ages: see {@link birthday}. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12)
}

/** Days from `from` to `to`: 1 from a day to the next, negative when `to` is earlier. Throws RangeError as {@link toNumber}. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(to) - toNumber(from)
}

/** The day of the week as ISO numbers it: 1 is Monday, 7 is Sunday. Throws RangeError as {@link toNumber} does. */
export function weekday(day: Day): number {
  return weekdayOfNumber(toNumber(day))
}

/** The day of the week (1 Monday to 7 Sunday) of a count of days since 1970, for loops over numbers. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}

/**
 * The day on which a person reaches that age in whole years: at the start of the anniversary of birth
 * (Family Law Reform Act 1969 s9(1)). In a year without 29 February there is no such anniversary, and English practice
 * takes the day after the 28th: someone born on 29 February 2008 is 18 from 1 March 2026, and a child on 28 February.
 * Throws RangeError as {@link toNumber} does.
 */
export function birthday(birthDay: Day, age: number): Day {
  toNumber(birthDay)
  const year = yearOf(birthDay) + age
  const month = monthOf(birthDay)
  const date = dayOfMonth(birthDay)
  return fromNumber(date > lengthOfMonth(year, month) ? civil(year, 3, 1) : civil(year, month, date))
}

/** The first day on which the person is no longer a child (Children Act 1989 s105(1)); see {@link birthday}. */
export function eighteenthBirthday(birthDay: Day): Day {
  return birthday(birthDay, 18)
}

/** Age in whole years on that day; negative before birth. Throws RangeError as {@link toNumber} does. */
export function ageOn(birthDay: Day, day: Day): number {
  toNumber(birthDay)
  toNumber(day)
  const years = yearOf(day) - yearOf(birthDay)
  return day < birthday(birthDay, years) ? years - 1 : years
}

/** The day in words: '29 June 2019'. Throws RangeError as {@link toNumber} does. */
export function dayInWords(day: Day): string {
  toNumber(day)
  return `${dayOfMonth(day)} ${monthNames[monthOf(day) - 1]} ${yearOf(day)}`
}

/** The year of a day already known to be one. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

function monthOf(day: Day): number {
  return Number(day.slice(5, 7))
}

function dayOfMonth(day: Day): number {
  return Number(day.slice(8, 10))
}

function lengthOfMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0)
}

function parse(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  const year = yearOf(text)
  const month = monthOf(text)
  const date = dayOfMonth(text)
  const isReal = year >= 1 && date >= 1 && date <= lengthOfMonth(year, month)
  return isReal ? civil(year, month, date) : undefined
}

/** Days since 1970 of a Gregorian date. Years are taken to begin in March, so that the leap day comes last. */
function civil(year: number, month: number, date: number): number {
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The reverse of {@link civil}, as text. */
function format(number: number): Day {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  if (year < 1 || year > 9999) throw new RangeError(`Outside the years 0001 to 9999: day number ${number}`)
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
