import { expect, test } from 'vitest'
import { londonDay, sameTimeOnDay } from './clock.ts'

// In 2026 London's clocks go forward on 29 March and back on 25 October, both at 01:00 UTC.
test.for([
  ['2026-01-15T23:59:59.999Z', '2026-01-15'],
  ['2026-03-28T23:30:00Z', '2026-03-28'],
  ['2026-03-29T00:30:00Z', '2026-03-29'],
  ['2026-03-29T22:59:59Z', '2026-03-29'],
  ['2026-03-29T23:00:00Z', '2026-03-30'],
  ['2026-10-24T22:59:59Z', '2026-10-24'],
  ['2026-10-24T23:00:00Z', '2026-10-25'],
  ['2026-10-25T23:30:00Z', '2026-10-25'],
  ['2026-10-26T00:00:00Z', '2026-10-26'],
] as const)('at %s it is %s in London', ([instant, day]) => {
  expect(londonDay(Date.parse(instant))).toBe(day)
})

test.for([
  ['winter to winter', '2026-01-15T14:05:06.007Z', '2026-02-01', '2026-02-01T14:05:06.007Z'],
  ['winter to summer', '2026-01-15T14:05:06Z', '2026-07-01', '2026-07-01T13:05:06Z'],
  ['summer to winter', '2026-07-01T23:30:00Z', '2026-01-15', '2026-01-15T00:30:00Z'],
  ['just before midnight', '2026-01-15T23:59:00Z', '2026-07-01', '2026-07-01T22:59:00Z'],
  ['an hour that does not exist', '2026-01-15T01:30:00Z', '2026-03-29', '2026-03-29T00:30:00Z'],
] as const)('a pretended day keeps the time of day: %s', ([, instant, day, expected]) => {
  const moved = sameTimeOnDay(Date.parse(instant), day)
  expect(new Date(moved).toISOString()).toBe(new Date(expected).toISOString())
  expect(londonDay(moved)).toBe(day)
})
