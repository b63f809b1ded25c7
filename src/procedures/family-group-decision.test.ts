import { expect, test } from 'vitest'
import { standing } from '../engine/standing.ts'
import { londonDayEnd } from '../guidance/london.ts'
import { careApplicationPlanned, familyMeetingHeld, familyMeetingOffered } from './family-group-decision.ts'
import { type Draft, dutiesOn, fact } from './given.ts'
import { table } from './table.ts'

const plan = (on: string, plannedFor: string) => fact(careApplicationPlanned, on, { plannedFor })
const offered = (answer: 'accepted' | 'refused') => fact(familyMeetingOffered, '2027-05-10', { answer })
const planned = plan('2027-05-03', '2027-06-14')

// The Act of 2026 has been passed; no regulations have named a day for its first section.
table('offer-family-group-meeting', [['not owed until regulations name the day', [planned], '2027-06-15', 'none']])
table('hold-family-group-meeting', [
  ['not owed until regulations name the day', [planned, offered('accepted')], '2027-06-15', 'none'],
])

const commencements = { 'cwsa2026-s1': '2027-04-01' } as const
function stands(day: string, rule: string, drafts: readonly Draft[]): string {
  return dutiesOn(day, rule, drafts, { commencements })
    .map(duty => `${standing(duty, { day, instant: londonDayEnd(day) })} ${duty.due?.latest ?? ''}`.trim())
    .join(', ')
}

test('once it is in force the meeting is offered before the application, and that day may move', () => {
  const rule = 'offer-family-group-meeting'
  expect(stands('2027-05-03', rule, [planned])).toBe('due 2027-06-14')
  expect(stands('2027-05-20', rule, [planned, plan('2027-05-20', '2027-07-01')])).toBe('due 2027-07-01')
  expect(stands('2027-05-10', rule, [planned, offered('refused')])).toBe('met 2027-06-14')
  expect(stands('2027-06-15', rule, [planned])).toBe('overdue 2027-06-14')
})

test('what was planned before it came into force is not owed by it', () => {
  expect(stands('2027-04-02', 'offer-family-group-meeting', [plan('2027-03-31', '2027-05-03')])).toBe('')
})

test('a meeting that the family accepted is held before the application', () => {
  const rule = 'hold-family-group-meeting'
  expect(stands('2027-05-11', rule, [planned, offered('accepted')])).toBe('due 2027-06-14')
  expect(stands('2027-06-07', rule, [planned, offered('accepted'), fact(familyMeetingHeld, '2027-06-07')])).toBe(
    'met 2027-06-14',
  )
  expect(stands('2027-06-15', rule, [planned, offered('accepted')])).toBe('overdue 2027-06-14')
  expect(stands('2027-05-11', rule, [planned, offered('refused')])).toBe('')
})
