import type { LocalLimits } from '../guidance/limits.ts'
import { weeks } from '../guidance/limits.ts'
import { corrected, fact, struckOut } from './given.ts'
import { localReviewDecided } from './local-review-decision.ts'
import { replacementConsidered, reviewChecked, reviewerAppointed, reviewerRemoved } from './local-review-supervision.ts'
import { rapidReviewFinished } from './rapid-review.ts'
import { reviewPublished } from './review-report-facts.ts'
import { table } from './table.ts'

const decided = fact(localReviewDecided, '2026-03-23', { decision: 'local-review' })
const none = fact(localReviewDecided, '2026-03-23', { decision: 'no-review' })
const appointed = fact(reviewerAppointed, '2026-04-13')
const checked = fact(reviewChecked, '2026-05-11')
const removed = fact(reviewerRemoved, '2026-05-18')
const published = fact(reviewPublished, '2026-09-17')
// Four weeks from Monday 13 April 2026 is Monday 11 May; four more, Monday 8 June.
const local: LocalLimits = { 'T4-LR-02': weeks(4) }

table('appoint-reviewer', [
  ['where a review is held', [decided], '2026-04-01', 'ageing'],
  ['met', [decided, appointed], '2026-04-13', 'met'],
  ['not where none is', [none], '2026-04-01', 'none'],
])

const rapidly = fact(rapidReviewFinished, '2026-03-20', { localReview: 'local-review' })
table('appoint-reviewer-from-rapid-review', [
  ['where the rapid review decided on one', [rapidly], '2026-04-01', 'ageing'],
  ['met', [rapidly, appointed], '2026-04-13', 'met'],
  [
    'not where it decided on none',
    [fact(rapidReviewFinished, '2026-03-20', { localReview: 'no-review' })],
    '2026-04-01',
    'none',
  ],
  ['ended where the partners then decide otherwise', [rapidly, none], '2026-04-01', 'lapsed'],
])

table('look-at-review', [
  ['at intervals that the area sets', [decided, appointed], '2026-05-01', 'due 2026-05-11', local],
  ['met on the last day', [decided, appointed, checked], '2026-05-11', 'met 2026-05-11', local],
  ['late after it', [decided, appointed], '2026-05-12', 'overdue 2026-05-11', local],
  ['without a day where the area set none', [decided, appointed], '2026-12-01', 'ageing'],
  ['ended with the reviewer’s removal', [decided, appointed, removed], '2026-05-18', 'lapsed 2026-05-11', local],
  ['met late', [decided, appointed, fact(reviewChecked, '2026-05-12')], '2026-05-12', 'met-late 2026-05-11', local],
  [
    'from the day as it is put right',
    [decided, appointed, corrected(appointed.kind, '2026-04-20', {}, '2026-04-27')],
    '2026-04-28',
    'due 2026-05-18',
    local,
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [decided, appointed, fact(reviewChecked, '2026-05-08', {}, { recordedOn: '2026-06-01' })],
    '2026-06-01',
    'met 2026-05-11',
    local,
  ],
  [
    'no more once it is struck out',
    [decided, appointed, struckOut(appointed.kind, '2026-04-27')],
    '2026-04-28',
    'none',
    local,
  ],
])

table('look-at-review-again', [
  ['from each check to the next', [decided, appointed, checked], '2026-05-12', 'due 2026-06-08', local],
  [
    'met by the next, which starts another',
    [decided, appointed, checked, fact(reviewChecked, '2026-06-09')],
    '2026-06-09',
    'met-late 2026-06-08, due 2026-07-07',
    local,
  ],
  ['or by the publication', [decided, appointed, checked, published], '2026-09-17', 'met-late 2026-06-08', local],
  [
    'from the day as it is put right',
    [decided, appointed, checked, corrected(checked.kind, '2026-05-18', {}, '2026-05-25')],
    '2026-05-26',
    'due 2026-06-15',
    local,
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [decided, appointed, checked, fact(reviewChecked, '2026-06-05', {}, { recordedOn: '2026-07-13' })],
    '2026-07-13',
    'met 2026-06-08, overdue 2026-07-03',
    local,
  ],
  [
    'no more once it is struck out',
    [decided, appointed, checked, struckOut(checked.kind, '2026-05-25')],
    '2026-05-26',
    'none',
    local,
  ],
])

table('consider-another-reviewer', [
  ['once one was removed', [decided, appointed, removed], '2026-05-19', 'ageing'],
  [
    'met by considering it',
    [decided, appointed, removed, fact(replacementConsidered, '2026-05-20')],
    '2026-05-20',
    'met',
  ],
  ['not before', [decided, appointed], '2026-05-19', 'none'],
])
