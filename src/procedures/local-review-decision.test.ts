import { corrected, fact } from './given.ts'
import { localReviewDecided, localReviewTold } from './local-review-decision.ts'
import { rapidReviewFinished } from './rapid-review.ts'
import { incidentKnown } from './serious-incident.ts'
import { table } from './table.ts'

const known = fact(incidentKnown, '2026-03-02', { abuse: 'known', harm: 'died' })
const finished = fact(rapidReviewFinished, '2026-03-20')
const decided = fact(localReviewDecided, '2026-03-23', { decision: 'local-review' })
const none = fact(localReviewDecided, '2026-03-23', { decision: 'no-review' })
const told = (...who: ('panel' | 'ofsted' | 'department' | 'family')[]) =>
  fact(localReviewTold, '2026-03-24', { told: who })

table('consider-local-review', [
  ['as soon as the incident is known', [known], '2026-03-03', 'ageing'],
  ['met by the rapid review, which weighs it', [known, finished], '2026-03-20', 'met'],
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

table('tell-family-of-review-decision', [
  ['whatever was decided', [known, finished, none], '2026-03-24', 'ageing'],
  ['met by telling them', [known, finished, none, told('family')], '2026-03-24', 'met'],
  ['and not by telling others', [known, finished, none, told('panel')], '2026-03-24', 'ageing'],
])
