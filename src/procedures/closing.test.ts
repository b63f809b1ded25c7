import { expect, test } from 'vitest'
import { derive } from '../engine/derive.ts'
import { assessmentStarted } from './assessment.ts'
import { caseClosed } from './closing.ts'
import { childMovedIn } from './ending-plan.ts'
import { answer, fact, given, policy } from './given.ts'
import { guidance } from './index.ts'
import { initialConferenceHeld } from './plan-facts.ts'
import { referralReceived } from './referral.ts'

const closed = fact(caseClosed, '2026-03-10', { reason: 'RC8' })

test('closing a case ends what was open up to that day, and nothing of a new referral', () => {
  const drafts = [fact(referralReceived, '2026-03-09'), closed, fact(referralReceived, '2026-03-16')]
  expect(answer('2026-03-18', 'decide-on-referral', drafts)).toBe('lapsed 2026-03-10, overdue 2026-03-17')
})

test('what happens after a case was closed does not meet what ended with it', () => {
  const drafts = [fact(childMovedIn, '2026-03-02'), closed, fact(initialConferenceHeld, '2026-03-20', {})]
  // 15 working days from Monday 2 March.
  expect(answer('2026-07-01', 'hold-receiving-conference', drafts)).toBe('lapsed 2026-03-23')
})

test('closing a case closes its procedures, and not one that opens later that day', () => {
  const drafts = [
    fact(referralReceived, '2026-03-09'),
    fact(assessmentStarted, '2026-03-09'),
    closed,
    fact(referralReceived, '2026-03-10'),
  ]
  const { procedures } = derive(given(drafts), Number.MAX_SAFE_INTEGER, policy(), guidance)
  expect(procedures.map(one => [one.root, one.closed?.by ?? 'open'])).toEqual([
    ['referral-received', 'case-closed'],
    ['assessment-started', 'case-closed'],
    ['referral-received 2', 'open'],
  ])
})

test('only the authority closes the case: an agency that ends its own work ends nothing of anybody’s', () => {
  const theirs = fact(caseClosed, '2026-03-10', {}, { agency: 'school' })
  const drafts = [fact(referralReceived, '2026-03-09'), theirs]
  const reached = new Map([['case-closed', new Map([['authority', Date.parse('2026-03-10T12:00:00Z')]])]])
  expect(answer('2026-03-18', 'decide-on-referral', drafts)).toBe('overdue 2026-03-10')
  const { duties, procedures } = derive(given(drafts), Number.MAX_SAFE_INTEGER, policy({ reached }), guidance)
  expect(duties.filter(duty => duty.lapsed !== null)).toEqual([])
  expect(procedures.map(one => one.closed)).toEqual([null])
})
