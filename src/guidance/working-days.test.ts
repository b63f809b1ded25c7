import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bankHolidays, CalendarEnds } from './bank-holidays.ts'
import { addWorkingDays, isWorkingDay, skippedDays, workingDaysBetween } from './working-days.ts'

/** A second calculation, slow and plain: walk one day at a time, with bank holidays worked out from the rules of the law. */
const at = (year: number, month: number, date: number) => new Date(Date.UTC(year, month - 1, date))
const text = (date: Date) => date.toISOString().slice(0, 10)
const plus = (date: Date, days: number) => new Date(date.getTime() + days * 86_400_000)
const isWeekend = (date: Date) => date.getUTCDay() === 0 || date.getUTCDay() === 6

/** Easter Sunday of a Gregorian year (the anonymous algorithm of 1876). */
function easter(year: number): Date {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return at(year, Math.floor(n / 31), (n % 31) + 1)
}

function monday(year: number, month: number, which: 'first' | 'last'): Date {
  let day = which === 'first' ? at(year, month, 1) : at(year, month, 31)
  while (day.getUTCDay() !== 1) day = plus(day, which === 'first' ? 1 : -1)
  return day
}

/** A holiday at a weekend is kept on the next weekday that is not a holiday already. */
function substitute(day: Date, taken: Set<string>): Date {
  let kept = day
  while (isWeekend(kept) || taken.has(text(kept))) kept = plus(kept, 1)
  return kept
}

const oneOff: Record<number, string[]> = {
  2012: ['2012-06-04', '2012-06-05'], // Diamond Jubilee; the spring holiday moved beside it
  2020: ['2020-05-08'], // 75 years after the war in Europe ended; the early May holiday moved
  2022: ['2022-06-02', '2022-06-03', '2022-09-19'], // Platinum Jubilee with the spring holiday; the Queen's funeral
  2023: ['2023-05-08'], // the coronation
}

function holidaysOf(year: number): string[] {
  const taken = new Set<string>(oneOff[year] ?? [])
  const keep = (day: Date) => taken.add(text(substitute(day, taken)))
  keep(at(year, 1, 1))
  keep(plus(easter(year), -2))
  keep(plus(easter(year), 1))
  if (year !== 2020) keep(monday(year, 5, 'first'))
  if (year !== 2012 && year !== 2022) keep(monday(year, 5, 'last'))
  keep(monday(year, 8, 'last'))
  const [christmas, boxing] = [at(year, 12, 25), at(year, 12, 26)]
  for (const day of [christmas, boxing]) if (!isWeekend(day)) taken.add(text(day))
  for (const day of [christmas, boxing]) if (isWeekend(day)) keep(day)
  return [...taken].toSorted()
}

const years = Array.from({ length: 17 }, (_, i) => 2012 + i)
const slowHolidays = new Set(years.flatMap(holidaysOf))
const slowIsWorking = (day: Date) => !isWeekend(day) && !slowHolidays.has(text(day))

function slowAdd(day: Date, count: number): string {
  let [found, left] = [day, Math.abs(count)]
  while (left > 0) {
    found = plus(found, Math.sign(count))
    if (slowIsWorking(found)) left--
  }
  return text(found)
}

const anyDay = integer({ min: 200, max: 6000 }).map(days => plus(at(2012, 1, 1), days))
const runs = { seed: 2012, numRuns: 500 }
const anyCount = integer({ min: -100, max: 100 })

test('the list of bank holidays is what the rules of the law give, with the proclaimed one-offs', () => {
  expect(bankHolidays.map(holiday => holiday.day)).toEqual([...slowHolidays].toSorted())
})

test('adding working days equals counting them one by one', () => {
  assert(
    property(anyDay, anyCount, (day, count) => {
      expect(addWorkingDays(text(day), count)).toBe(slowAdd(day, count))
      expect(isWorkingDay(text(day))).toBe(slowIsWorking(day))
    }),
    runs,
  )
})

test('the distance between two days undoes the adding, in both directions', () => {
  assert(
    property(anyDay, anyCount, (day, count) => {
      expect(workingDaysBetween(text(day), addWorkingDays(text(day), count))).toBe(count)
    }),
    runs,
  )
})

test('every day between is either counted or skipped with a reason', () => {
  assert(
    property(anyDay, anyCount, (day, count) => {
      const to = addWorkingDays(text(day), count)
      const all = Math.abs(Date.parse(to) - day.getTime()) / 86_400_000
      expect(skippedDays(text(day), to).length).toBe(all - Math.abs(count))
    }),
    runs,
  )
})

// Counted by hand on a printed calendar.
test.each([
  ['2026-04-02', 1, '2026-04-07', 'the Thursday before Easter'],
  ['2026-03-25', 15, '2026-04-17', 'over Easter 2026'],
  ['2026-04-13', -7, '2026-03-31', 'back over Easter 2026'],
  ['2026-08-21', 10, '2026-09-07', 'over the August holiday'],
  ['2026-12-21', 5, '2026-12-30', 'over Christmas with a substitute day'],
  ['2026-12-01', 45, '2027-02-05', 'over Christmas and New Year'],
  ['2022-05-30', 5, '2022-06-08', 'over the Platinum Jubilee'],
  ['2022-09-15', 5, '2022-09-23', 'over the state funeral'],
  ['2023-04-27', 10, '2023-05-15', 'over the coronation and early May'],
  ['2020-05-01', 5, '2020-05-11', 'over the moved early May holiday'],
  ['2026-01-03', 1, '2026-01-05', 'from a Saturday'],
  ['2026-01-04', -1, '2026-01-02', 'back from a Sunday'],
  ['2026-01-03', 0, '2026-01-03', 'day 0 is the day itself'],
])('%s and %i working days is %s: %s', (day, count, expected) => expect(addWorkingDays(day, count)).toBe(expected))

describe('reasons', () => {
  test('are named for the page that explains a due day', () => {
    expect(skippedDays('2026-04-02', '2026-04-07')).toEqual([
      { day: '2026-04-03', reason: 'Good Friday' },
      { day: '2026-04-04', reason: 'Saturday' },
      { day: '2026-04-05', reason: 'Sunday' },
      { day: '2026-04-06', reason: 'Easter Monday' },
    ])
    expect(skippedDays('2026-12-29', '2026-12-24').at(-1)).toEqual({
      day: '2026-12-28',
      reason: 'Boxing Day (substitute day)',
    })
  })
})

describe('the end of the calendar', () => {
  test('is said, never guessed', () => {
    expect(addWorkingDays('2028-12-28', 1)).toBe('2028-12-29')
    expect(() => addWorkingDays('2028-12-29', 1)).toThrow(CalendarEnds)
    expect(() => addWorkingDays('2012-01-03', -1)).toThrow(CalendarEnds)
    expect(() => isWorkingDay('2029-01-02')).toThrow(CalendarEnds)
    expect(() => workingDaysBetween('2028-12-29', '2029-01-02')).toThrow(/not for 2029-01-02/)
    expect(() => addWorkingDays('2026-01-05', 1.5)).toThrow(RangeError)
  })
})
