import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addWeeks,
  addYears,
  ageOn,
  birthday,
  dayInWords,
  daysBetween,
  eighteenthBirthday,
  fromNumber,
  isDay,
  toNumber,
  weekday,
} from './days.ts'

const anyNumber = integer({ min: -140_000, max: 140_000 })

test('days are counted as the platform counts them', () => {
  assert(
    property(anyNumber, number => {
      const day = new Date(number * 86_400_000).toISOString().slice(0, 10)
      expect(fromNumber(number)).toBe(day)
      expect(toNumber(day)).toBe(number)
      expect(weekday(day)).toBe(new Date(number * 86_400_000).getUTCDay() || 7)
    }),
    { seed: 1582, numRuns: 500 },
  )
})

test('the first and last day that can be written', () => {
  expect(fromNumber(toNumber('0001-01-01'))).toBe('0001-01-01')
  expect(fromNumber(toNumber('9999-12-31'))).toBe('9999-12-31')
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
})

test.each([
  '2026-02-29',
  '2026-2-3',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '1900-02-29',
  '',
  'today',
  '2026-01-01T00:00',
  '0000-01-01',
])('%j is not a day', text => {
  expect(isDay(text)).toBe(false)
  expect(() => toNumber(text)).toThrow(RangeError)
})

test.each(['2028-02-29', '2000-02-29', '2026-12-31'])('%s is a day', text => expect(isDay(text)).toBe(true))

test.each([
  ['2025-08-31', 6, '2026-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -13, '2024-12-15'],
  ['2018-06-29', 12, '2019-06-29'],
  ['2026-12-31', 0, '2026-12-31'],
])('%s and %i months is %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected))

test('weeks, years and the distance between days', () => {
  expect(addWeeks('2026-03-25', 6)).toBe('2026-05-06')
  expect(addYears('2028-02-29', 1)).toBe('2029-02-28')
  expect(addYears('2028-02-29', 4)).toBe('2032-02-29')
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2)
  expect(dayInWords('2019-06-29')).toBe('29 June 2019')
  expect(() => addMonths('2026-01-01', 0.5)).toThrow(RangeError)
})

describe('ages', () => {
  test.each([
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2024-02-28', 15],
    ['2008-02-29', '2024-02-29', 16],
    ['2008-06-15', '2026-06-14', 17],
    ['2008-06-15', '2026-06-15', 18],
    ['2026-06-15', '2026-06-15', 0],
    ['2026-06-15', '2026-06-14', -1],
  ])('born %s, on %s: %i', (born, day, age) => expect(ageOn(born, day)).toBe(age))

  test('a person born on 29 February is 18 from 1 March', () => {
    expect(eighteenthBirthday('2008-02-29')).toBe('2026-03-01')
    expect(birthday('2008-02-29', 16)).toBe('2024-02-29')
    expect(eighteenthBirthday('2008-12-31')).toBe('2026-12-31')
  })
})
