import { expect, test } from 'vitest'
import { pinnedFor } from '../engine/pinned.ts'
import { knownAt } from '../engine/statements.ts'
import type { Day } from '../guidance/days.ts'
import { assessmentAuthorised, assessmentStarted } from './assessment.ts'
import { corrected, type Draft, dutyOn, fact, given, struckOut } from './given.ts'
import { guidance, procedures } from './index.ts'
import { observationRecorded } from './observation.ts'
import { referralDecided, referralReceived } from './referral.ts'
import { guidanceRepinned } from './repinning.ts'

const referral = fact(referralReceived, '2021-03-01')
const assessment = fact(assessmentStarted, '2021-03-02')
const onDay = (to: Day, about = 'assessment-started', day: Day = '2021-04-20', how = {}) =>
  fact(guidanceRepinned, day, { to }, { about, ...how })

/** The day whose lists hold for a fact of this kind that continues another one. */
function pinned(kind: { kind: string }, about: string | null, happened: Day, drafts: readonly Draft[]) {
  const known = knownAt(given(drafts), Number.MAX_SAFE_INTEGER, guidance.kinds)
  return pinnedFor(kind, about ? (known.chains.get(about) ?? []) : [], happened, known, guidance)?.day
}
const authorised = (happened: Day, ...more: Draft[]) =>
  pinned(assessmentAuthorised, 'assessment-started', happened, [referral, assessment, ...more])

test('lists go by the day on which the procedure opened, however late a fact of it is', () => {
  expect(authorised('2021-05-10')).toBe('2021-03-02')
  expect(pinned(referralDecided, 'referral-received', '2021-05-10', [referral])).toBe('2021-03-01')
})

test('what opens a procedure goes by its own day, also in a line that an earlier one opened', () => {
  expect(pinned(referralReceived, null, '2024-01-09', [referral])).toBe('2024-01-09')
  expect(pinned(assessmentStarted, 'referral-received', '2021-03-30', [referral])).toBe('2021-03-30')
})

test('what belongs to no procedure has no such day: everything may be chosen', () => {
  expect(pinned(observationRecorded, null, '2024-01-09', [referral])).toBeUndefined()
})

test('a procedure that went over goes by the other day from then on, and not for what happened before', () => {
  expect(authorised('2021-04-19', onDay('2021-04-01'))).toBe('2021-03-02')
  expect(authorised('2021-04-20', onDay('2021-04-01'))).toBe('2021-04-01')
})

test('it is that procedure alone: the referral of the same line goes by its own day', () => {
  const all = [referral, assessment, onDay('2021-04-01')]
  expect(pinned(referralDecided, 'referral-received', '2021-05-10', all)).toBe('2021-03-01')
})

test('the latest decision holds, one that was struck out does not, and a corrected one says what it says now', () => {
  const [first, second] = [onDay('2021-04-01'), onDay('2021-04-15', undefined, '2021-05-01', { id: 'second' })]
  expect(authorised('2021-05-10', first, second)).toBe('2021-04-15')
  expect(authorised('2021-05-10', first, second, struckOut('second', '2021-05-02'))).toBe('2021-04-01')
  const mended = corrected('second', '2021-05-01', { to: '2021-04-16' }, '2021-05-02')
  expect(authorised('2021-05-10', first, second, mended)).toBe('2021-04-16')
})

test('limits are not changed by it: they go by the day that starts them', () => {
  const before = dutyOn('2021-05-10', 'conclude-assessment', [referral, assessment])
  expect(before).toBeDefined()
  expect(dutyOn('2021-05-10', 'conclude-assessment', [referral, assessment, onDay('2024-01-01')])).toEqual(before)
})

test('everything that opens a procedure may go over, and it takes an approver and a reason', () => {
  const { about, fields } = guidance.kinds.get(guidanceRepinned.kind) ?? { about: [], fields: {} }
  expect(new Set(about)).toEqual(new Set(procedures.flatMap(one => one.opensWith.map(({ kind }) => kind.kind))))
  expect(
    Object.entries(fields)
      .filter(([, field]) => !field.optional)
      .map(([name]) => name),
  ).toEqual(['to', 'approvedBy', 'reasons'])
})
