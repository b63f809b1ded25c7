import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bankHolidays, CalendarEnds, calendarBegins, calendarEnds } from './bank-holidays.ts'
import { isDay, weekday } from './days.ts'

const published = new URL('../../../shared/standards/calendar/bank-holidays.json', import.meta.url)

test('the calendar runs from 2012 to 2028, in order, without a weekend', () => {
  expect([calendarBegins, calendarEnds]).toEqual(['2012-01-01', '2028-12-31'])
  const days = bankHolidays.map(holiday => holiday.day)
  expect(days).toEqual([...new Set(days)].toSorted())
  expect(days.every(day => isDay(day) && weekday(day) < 6)).toBe(true)
})

test('the error at the end of the calendar says what to do', () => {
  expect(new CalendarEnds('2029-01-02').message).toMatch(
    /from 1 January 2012 to 31 December 2028, not for 2029-01-02.*gov\.uk/,
  )
})

test.skipIf(!existsSync(published))(
  'equals the published list (skipped where ../shared is not beside the repository)',
  () => {
    type Event = { date: string; title: string; notes: string }
    const file: Record<string, { events: Event[] }> = JSON.parse(readFileSync(published, 'utf8'))
    expect(bankHolidays).toEqual(
      file['england-and-wales']?.events.map(({ date, title, notes }) => ({
        day: date,
        title,
        substitute: notes === 'Substitute day',
      })),
    )
  },
)
