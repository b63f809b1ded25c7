import { expect, test } from 'vitest'
import {
  count,
  dayAt,
  dayNumber,
  daysBetween,
  sayAbout,
  sayDay,
  sayDue,
  sayLate,
  sayLength,
  sayNear,
  sayShortDay,
  sayWeekday,
} from './days.ts'

const today = '2026-04-14'

test('a day is said in full, without a leading nought', () => {
  expect(sayDay('2026-04-14')).toBe('14 April 2026')
  expect(sayDay('2026-02-03')).toBe('3 February 2026')
  expect(sayWeekday('2026-04-17', today)).toBe('Friday 17 April')
  expect(sayWeekday('2027-01-04', today)).toBe('Monday 4 January 2027')
  expect(sayShortDay('2026-04-17', today)).toBe('17 Apr')
  expect(sayShortDay('2025-12-31', today)).toBe('31 Dec 2025')
})

test('a duty that is near is said in relation to today', () => {
  expect(sayDue(today, today)).toBe('today')
  expect(sayDue('2026-04-15', today, 1)).toBe('tomorrow')
  expect(sayDue('2026-04-17', today, 3)).toBe('3 working days left (Friday 17 April)')
  expect(sayDue('2026-04-20', today)).toBe('6 days left (Monday 20 April)')
})

test('a duty that is late says by how much', () => {
  expect(sayDue('2026-04-03', today)).toBe('11 days late')
  expect(sayDue('2026-04-13', today)).toBe('1 day late')
  expect(sayLate('2026-04-01', today, 7)).toBe('7 working days late')
  expect(sayLate('2026-04-13', today, -1)).toBe('1 working day late')
})

test('a date that is only about known says what is known of it', () => {
  expect(sayAbout('2026-04-14')).toBe('about 14 April 2026')
  expect(sayAbout('2026-03-01', '2026-03-31')).toBe('about March 2026')
  expect(sayAbout('2024-02-01', '2024-02-29')).toBe('about February 2024')
  expect(sayAbout('2023-01-01', '2023-12-31')).toBe('about 2023')
  expect(sayAbout('2026-03-03', '2026-05-02')).toBe('between 3 March and 2 May 2026')
  expect(sayAbout('2025-12-30', '2026-01-02')).toBe('between 30 December 2025 and 2 January 2026')
})

test('yesterday, today and tomorrow have names; other days have dates', () => {
  expect(sayNear('2026-04-13', today)).toBe('yesterday')
  expect(sayNear('2026-04-15', today)).toBe('tomorrow')
  expect(sayNear('2026-04-16', today)).toBe('16 April 2026')
})

test('a length is said in the unit that people would use', () => {
  expect(sayLength(1)).toBe('1 day')
  expect(sayLength(27)).toBe('27 days')
  expect(sayLength(50)).toBe('7 weeks')
  expect(sayLength(214)).toBe('7 months')
  expect(sayLength(731)).toBe('2 years')
  expect(sayLength(825)).toBe('2 years and 3 months')
})

test('distances cross months, years and leap days', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2026-01-01', '2025-12-31')).toBe(-1)
  expect(dayAt(dayNumber('2026-10-25'))).toBe('2026-10-25')
  expect(() => dayNumber('soon')).toThrow('Not a day: soon')
})

test('counts take the plural', () => {
  expect(count(1, 'child', 'children')).toBe('1 child')
  expect(count(1204, 'child', 'children')).toBe('1,204 children')
})
