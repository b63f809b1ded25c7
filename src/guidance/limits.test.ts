import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  atLeast,
  before,
  calendarDays,
  calendarDaysBefore,
  cutTo,
  describeLimit,
  dueRange,
  fixedDay,
  hours,
  isLocal,
  type Limit,
  laterOf,
  localPolicy,
  months,
  promptly,
  toWorkingDay,
  weeks,
  workingDays,
  workingDaysBefore,
  yearlyDay,
} from './limits.ts'
import { londonDay, londonDayEnd, londonMidnight } from './london.ts'

const on = (day: string) => ({ from: day, to: day })
const instant = (text: string) => Date.parse(text)

// Expected days taken by hand from a printed calendar.
test.each<[string, Limit, string, string]>([
  ['Easter 2026', workingDays(1), '2026-04-02', '2026-04-07'],
  ['Easter 2026', workingDays(15), '2026-03-25', '2026-04-17'],
  ['the August holiday 2026', workingDays(10), '2026-08-21', '2026-09-07'],
  ['Christmas 2026', workingDays(5), '2026-12-21', '2026-12-30'],
  ['Christmas 2023', workingDays(15), '2023-12-14', '2024-01-09'],
  ['the Jubilee 2022', workingDays(5), '2022-05-30', '2022-06-08'],
  ['the state funeral 2022', workingDays(5), '2022-09-15', '2022-09-23'],
  ['the coronation 2023', workingDays(10), '2023-04-27', '2023-05-15'],
  ['publication after Easter, counted back', workingDaysBefore(7, 'publication'), '2026-04-13', '2026-03-31'],
  ['seven days of any kind', calendarDays(7), '2026-04-02', '2026-04-09'],
  ['days of any kind, counted back', calendarDaysBefore(3, 'the hearing'), '2026-03-02', '2026-02-27'],
  ['six weeks', weeks(6), '2026-03-25', '2026-05-06'],
  ['a short month', months(6), '2025-08-31', '2026-02-28'],
  ['a leap year', months(6), '2027-08-31', '2028-02-29'],
  ['three months', months(3), '2026-11-30', '2027-02-28'],
  ['the event’s own day', before('the conference'), '2026-05-06', '2026-05-06'],
  ['a fixed day', fixedDay('2019-06-29'), '2018-08-01', '2019-06-29'],
])('%s: %o from %s is %s', (_, limit, trigger, expected) => {
  expect(dueRange(limit, on(trigger))).toEqual({ sense: 'by', earliest: expected, latest: expected })
})

test('a trigger known only roughly gives a range', () => {
  expect(dueRange(workingDays(15), { from: '2026-03-01', to: '2026-03-31' })).toEqual({
    sense: 'by',
    earliest: '2026-03-20',
    latest: '2026-04-23',
  })
  expect(() => dueRange(workingDays(1), { from: '2026-03-02', to: '2026-03-01' })).toThrow(RangeError)
})

test('a floor says the day up to which it must last', () => {
  expect(dueRange(atLeast(3, 'years'), on('2024-02-29'))).toEqual({
    sense: 'until',
    earliest: '2027-02-28',
    latest: '2027-02-28',
  })
  expect(dueRange(atLeast(6, 'months'), on('2025-08-31')).latest).toBe('2026-02-28')
})

test('"promptly" ages and never falls due', () => {
  expect(dueRange(promptly('as soon as possible'), on('2026-03-01'))).toEqual({
    sense: 'ages',
    earliest: null,
    latest: null,
  })
})

describe('local policy', () => {
  const visits = localPolicy('plan-visits', 'how often a child on a plan is visited')
  test('without a number in the area there is no due day', () => {
    expect(dueRange(visits, on('2026-03-25'))).toEqual({ sense: 'ages', earliest: null, latest: null, local: true })
    expect(dueRange(visits, on('2026-03-25'), { 'plan-visits': visits }).latest).toBe(null)
    expect(describeLimit(visits)).toBe('no limit set (local policy: how often a child on a plan is visited)')
  })
  test('with one it is due by it, and labelled local', () => {
    const local = { 'plan-visits': workingDays(10) }
    expect(dueRange(visits, on('2026-03-25'), local)).toEqual({
      sense: 'by',
      earliest: '2026-04-10',
      latest: '2026-04-10',
      local: true,
    })
    expect(describeLimit(visits, local)).toBe(
      'within 10 working days (local policy: how often a child on a plan is visited)',
    )
    expect(isLocal(visits)).toBe(true)
    expect(() => laterOf(visits, hours(24))).toThrow(RangeError)
  })
})

describe('hours', () => {
  test.each([
    ['into summer time', '2026-03-27T12:00:00Z', '2026-03-30T13:00:00+01:00', '2026-03-30'],
    ['out of summer time', '2026-10-23T12:00:00+01:00', '2026-10-26T11:00:00Z', '2026-10-26'],
    [
      'past midnight only because the clocks went forward',
      '2026-03-28T23:30:00Z',
      '2026-04-01T00:30:00+01:00',
      '2026-04-01',
    ],
  ])('72 elapsed hours %s', (_, taken, ends, day) => {
    const trigger = { ...on(taken.slice(0, 10)), at: instant(taken) }
    expect(dueRange(hours(72), trigger)).toEqual({
      sense: 'by',
      earliest: day,
      latest: day,
      earliestInstant: instant(ends),
      latestInstant: instant(ends),
    })
  })

  test('with only a day known, a window from its midnight to its end in London', () => {
    expect(dueRange(hours(72), on('2026-03-28'))).toEqual({
      sense: 'by',
      earliest: '2026-03-31',
      latest: '2026-04-01',
      earliestInstant: instant('2026-03-31T01:00:00+01:00'),
      latestInstant: instant('2026-04-01T01:00:00+01:00') - 1,
    })
    expect(dueRange(hours(72), on('2026-10-24'))).toEqual({
      sense: 'by',
      earliest: '2026-10-26',
      latest: '2026-10-27',
      earliestInstant: instant('2026-10-26T23:00:00Z'),
      latestInstant: instant('2026-10-27T23:00:00Z') - 1,
    })
  })

  test('24 hours, or the next working day where that is later', () => {
    const limit = laterOf(hours(24), workingDays(1))
    const died = (text: string) => ({ ...on(text.slice(0, 10)), at: instant(text) })
    expect(dueRange(limit, died('2026-04-02T09:00:00Z'))).toMatchObject({ latest: '2026-04-07' })
    expect(dueRange(limit, died('2026-04-08T09:00:00Z'))).toMatchObject({
      latest: '2026-04-09',
      latestInstant: instant('2026-04-09T23:59:59.999+01:00'),
    })
    expect(describeLimit(limit)).toBe('within 24 hours, or within 1 working day if that is later')
  })
})

describe('London', () => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
  const anyInstant = integer({ min: instant('1996-01-01T00:00:00Z'), max: instant('2037-12-31T00:00:00Z') })

  test('knows the day at any instant, as the platform’s time zones do', () => {
    assert(
      property(anyInstant, at => {
        expect(londonDay(at)).toBe(format.format(at))
      }),
      { seed: 1972, numRuns: 500 },
    )
  })

  test('knows where each day of a year begins and ends', () => {
    for (let at = instant('2026-01-01T12:00:00Z'); at < instant('2027-01-01T00:00:00Z'); at += 86_400_000) {
      const day = format.format(at)
      expect(format.format(londonMidnight(day))).toBe(day)
      expect(format.format(londonMidnight(day) - 1)).not.toBe(day)
      expect(format.format(londonDayEnd(day))).toBe(day)
      expect(format.format(londonDayEnd(day) + 1)).not.toBe(day)
    }
  })
})

test.each<[Limit, string]>([
  [workingDays(15), 'within 15 working days'],
  [workingDays(1), 'within 1 working day'],
  [calendarDays(8), 'within 8 days'],
  [hours(72), 'within 72 hours'],
  [weeks(6), 'within 6 weeks'],
  [months(3), 'within 3 months'],
  [promptly('immediately'), 'immediately'],
  [promptly(), 'promptly'],
  [workingDaysBefore(7, 'publication'), 'at least 7 working days before publication'],
  [calendarDaysBefore(1, 'the hearing'), 'at least 1 day before the hearing'],
  [before('the conference'), 'before the conference'],
  [atLeast(1, 'years'), 'for at least 1 year'],
  [fixedDay('2019-06-29'), 'by 29 June 2019'],
  [yearlyDay('09-30'), 'by the next 30 September'],
  [toWorkingDay(months(1)), 'within 1 month, or the next working day where the last day is none'],
])('%o reads "%s"', (limit, words) => expect(describeLimit(limit)).toBe(words))

test.each([
  ['a working day stays', '2026-02-02', '2026-03-02'],
  ['over Easter', '2026-03-03', '2026-04-07'],
  ['the last day of a short month, on a Saturday', '2026-01-31', '2026-03-02'],
])('a month, or the next working day: %s', (_, from, latest) => {
  expect(dueRange(toWorkingDay(months(1)), { from, to: from })).toEqual({ sense: 'by', earliest: latest, latest })
})

test.each([
  ['before it in the year', '2025-03-31', '2025-09-30'],
  ['on it', '2025-09-30', '2025-09-30'],
  ['after it', '2025-10-01', '2026-09-30'],
])('by a day that comes round each year: %s', (_, from, latest) => {
  expect(dueRange(yearlyDay('09-30'), { from, to: from }).latest).toBe(latest)
})

// Friday 30 January 2026; Monday is 2 February. Thursday 2 April is the day before Good Friday; Tuesday is 7 April.
test.each([
  ['stay where they end on a working day', '2026-01-28T20:00:00Z', '2026-01-29T20:00:00Z'],
  ['last over a weekend to the end of Monday', '2026-01-30T20:00:00Z', '2026-02-02T23:59:59.999Z'],
  ['and over Easter to the end of Tuesday', '2026-04-02T09:00:00Z', '2026-04-07T22:59:59.999Z'],
])('24 hours, or the end of the next working day: %s', (_, at, last) => {
  const day = at.slice(0, 10)
  const due = dueRange(toWorkingDay(hours(24)), { from: day, to: day, at: Date.parse(at) })
  expect(Math.abs((due.latestInstant ?? 0) - Date.parse(last))).toBeLessThanOrEqual(1)
})

test('only a limit that ends on one day is moved on to a working day', () => {
  for (const limit of [promptly(), atLeast(1, 'years'), toWorkingDay(months(1)), localPolicy('a', 'b')])
    expect(() => toWorkingDay(limit)).toThrow(RangeError)
})

test('what happened may set fewer than the limit, and never more', () => {
  expect(cutTo(calendarDays(8), 3)).toEqual(calendarDays(3))
  for (const count of [undefined, 8, 9, 0, -1, 2.5, Number.NaN])
    expect(cutTo(calendarDays(8), count)).toEqual(calendarDays(8))
  expect(cutTo(promptly(), 3)).toEqual(promptly())
})

test('a limit that cannot be is refused', () => {
  for (const count of [0, -1, 1.5, Number.NaN]) expect(() => workingDays(count)).toThrow(RangeError)
  expect(() => fixedDay('2024-12')).toThrow(RangeError)
  expect(() => yearlyDay('09-31')).toThrow(RangeError)
})
