import { expect, test } from 'vitest'
import { corrected, dutiesOn, fact, struckOut } from './given.ts'
import { localReviewDecided, localReviewTold } from './local-review-decision.ts'
import { rapidReviewFinished } from './rapid-review.ts'
import { incidentKnown, notificationDecided } from './serious-incident.ts'
import { table } from './table.ts'

const known = fact(incidentKnown, '2026-03-02', { abuse: 'known', harm: 'died' })
const finished = fact(rapidReviewFinished, '2026-03-20')
const weighed = fact(rapidReviewFinished, '2026-03-20', { localReview: 'no-review', criteria: ['none'] })
/** The partners decide in the rapid review itself. */
const rapidly = fact(rapidReviewFinished, '2026-03-20', { localReview: 'local-review', criteria: ['together'] })
const notNotifiable = fact(notificationDecided, '2026-03-10', { decision: 'not-notifiable' })
const decided = fact(localReviewDecided, '2026-03-23', { decision: 'local-review' })
const none = fact(localReviewDecided, '2026-03-23', { decision: 'no-review' })
const told = (...who: ('panel' | 'ofsted' | 'department' | 'family')[]) =>
  fact(localReviewTold, '2026-03-24', { told: who })

table('consider-local-review', [
  ['as soon as the incident is known', [known], '2026-03-03', 'ageing'],
  ['met by a rapid review that weighed the criteria', [known, rapidly], '2026-03-20', 'met'],
  ['also where it found that none is met', [known, weighed], '2026-03-20', 'met'],
  ['not by one that decided and did not weigh them', [known, finished], '2026-10-30', 'ageing'],
  [
    'met once that is put right',
    [known, finished, corrected('rapid-review-finished', '2026-03-20', { criteria: ['together'] }, '2026-03-25')],
    '2026-03-25',
    'met',
  ],
  ['ended where the incident is not notifiable', [known, notNotifiable], '2026-03-11', 'lapsed'],
  ['or by the decision itself', [known, none], '2026-03-23', 'met'],
  ['not where no child was harmed', [fact(incidentKnown, '2026-03-02', { harm: 'neither' })], '2026-03-03', 'none'],
])

table('tell-of-local-review', [
  ['as soon as it is decided', [known, finished, decided], '2026-04-20', 'ageing'],
  ['met once all three know', [known, finished, decided, told('panel', 'ofsted', 'department')], '2026-03-24', 'met'],
  ['not while one of them does not', [known, finished, decided, told('panel', 'ofsted')], '2026-03-24', 'ageing'],
  ['not where no review is held', [known, finished, none], '2026-03-24', 'none'],
  [
    'owed once the record says that one is',
    [
      known,
      finished,
      none,
      corrected('local-review-decided', '2026-03-23', { decision: 'local-review' }, '2026-04-01'),
    ],
    '2026-04-01',
    'ageing',
  ],
])

table('tell-of-local-review-from-rapid-review', [
  ['as soon as the rapid review decided on one', [known, rapidly], '2026-04-20', 'ageing'],
  ['met once all three know', [known, rapidly, told('panel', 'ofsted', 'department')], '2026-03-24', 'met'],
  ['not where it decided that none is held', [known, weighed], '2026-03-24', 'none'],
  ['ended where the partners decide otherwise afterwards', [known, rapidly, none], '2026-03-24', 'lapsed'],
  [
    'not where a decision of its own had come before it',
    [known, fact(localReviewDecided, '2026-03-16', { decision: 'local-review' }), rapidly],
    '2026-03-24',
    'none',
  ],
  [
    'no more once it is struck out',
    [known, rapidly, struckOut('rapid-review-finished', '2026-03-23')],
    '2026-03-24',
    'none',
  ],
])

table('tell-family-of-review-decision', [
  ['whatever was decided', [known, finished, none], '2026-03-24', 'ageing'],
  ['met by telling them', [known, finished, none, told('family')], '2026-03-24', 'met'],
  ['and not by telling others', [known, finished, none, told('panel')], '2026-03-24', 'ageing'],
])

table('tell-family-of-review-decision-from-rapid-review', [
  ['whatever the rapid review decided', [known, weighed], '2026-03-24', 'ageing'],
  ['met by telling them', [known, rapidly, told('family')], '2026-03-24', 'met'],
  ['ended where they are to hear of another decision', [known, rapidly, none], '2026-03-24', 'lapsed'],
])

test('what the rapid review decided and a decision repeats is owed once, from the earlier of the two', () => {
  const owed = (...drafts: Parameters<typeof dutiesOn>[2]) =>
    ['tell-of-local-review', 'tell-of-local-review-from-rapid-review'].map(
      rule => dutiesOn('2026-03-24', rule, drafts).length,
    )
  expect(owed(known, rapidly, decided)).toEqual([0, 1])
  expect(owed(known, decided)).toEqual([1, 0])
  // The decision of 23 March says something new where the rapid review had said no.
  expect(owed(known, weighed, decided)).toEqual([1, 0])
  // Recorded afterwards, it takes the place of the later one.
  expect(owed(known, decided, rapidly)).toEqual([0, 1])
})

test('decided against and then for it again, the review begins anew', () => {
  const again = fact(localReviewDecided, '2026-06-01', { decision: 'local-review' })
  const drafts = [known, rapidly, none, again]
  expect(dutiesOn('2026-06-02', 'tell-of-local-review', drafts)).toHaveLength(1)
  expect(dutiesOn('2026-06-02', 'tell-of-local-review-from-rapid-review', drafts)[0]?.lapsed?.on).toBe('2026-03-23')
})
