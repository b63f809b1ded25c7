import { fact, struckOut } from './given.ts'
import {
  familyInvited,
  improvementActedOn,
  improvementFound,
  methodAgreed,
  practitionersMet,
} from './local-review-conduct.ts'
import { localReviewDecided } from './local-review-decision.ts'
import { rapidReviewFinished } from './rapid-review.ts'
import { reviewPublished } from './review-report-facts.ts'
import { table } from './table.ts'

const decided = fact(localReviewDecided, '2026-03-23', { decision: 'local-review' })
const none = fact(localReviewDecided, '2026-03-23', { decision: 'no-review' })
const published = fact(reviewPublished, '2026-09-17')

table('agree-review-method', [
  ['with whoever reviews', [decided], '2026-04-01', 'ageing'],
  ['met', [decided, fact(methodAgreed, '2026-04-20')], '2026-04-20', 'met'],
  ['not where no review is held', [none], '2026-04-01', 'none'],
  ['ended, unmet, with the publication', [decided, published], '2026-09-17', 'lapsed'],
])

table('involve-practitioners-in-review', [
  ['from the decision on', [decided], '2026-04-01', 'ageing'],
  ['met by a meeting with them', [decided, fact(practitionersMet, '2026-05-20')], '2026-05-20', 'met'],
  ['ended, unmet, with the publication', [decided, published], '2026-09-17', 'lapsed'],
])

table('invite-family-to-review', [
  ['from the decision on', [decided], '2026-04-01', 'ageing'],
  ['met by the invitation, whatever they answer', [decided, fact(familyInvited, '2026-04-28')], '2026-04-28', 'met'],
  ['not where no review is held', [none], '2026-04-01', 'none'],
])

const rapidly = fact(rapidReviewFinished, '2026-03-20', { localReview: 'local-review' })
table('agree-review-method-from-rapid-review', [
  ['where the rapid review decided on one', [rapidly], '2026-04-01', 'ageing'],
  ['met', [rapidly, fact(methodAgreed, '2026-04-20')], '2026-04-20', 'met'],
  ['ended where the partners then decide otherwise', [rapidly, none], '2026-04-01', 'lapsed'],
])

table('involve-practitioners-in-review-from-rapid-review', [
  ['from the rapid review on', [rapidly], '2026-04-01', 'ageing'],
  ['met by a meeting with them', [rapidly, fact(practitionersMet, '2026-05-20')], '2026-05-20', 'met'],
  ['ended, unmet, with the publication', [rapidly, published], '2026-09-17', 'lapsed'],
])

table('invite-family-to-review-from-rapid-review', [
  ['from the rapid review on', [rapidly], '2026-04-01', 'ageing'],
  ['met by the invitation', [rapidly, fact(familyInvited, '2026-04-28')], '2026-04-28', 'met'],
  ['once only, where a decision says it again', [rapidly, decided], '2026-04-28', 'ageing'],
])

const point = fact(improvementFound, '2026-05-20')
table('act-on-improvement-point', [
  ['without waiting for the report', [decided, point], '2026-06-20', 'ageing'],
  ['met by acting on it', [decided, point, fact(improvementActedOn, '2026-05-22')], '2026-05-22', 'met'],
  ['each point for itself', [decided, point, fact(improvementFound, '2026-06-02')], '2026-06-02', 'ageing, ageing'],
  [
    'no more once it is struck out',
    [decided, point, struckOut('improvement-point-found', '2026-05-21')],
    '2026-05-21',
    'none',
  ],
])
