import { assessmentAuthorised, assessmentStarted } from './assessment.ts'
import { childInNeedPlanEnded, childInNeedPlanReviewed, childInNeedPlanStarted } from './child-in-need-plan.ts'
import { fact } from './given.ts'
import { table } from './table.ts'

const started = fact(childInNeedPlanStarted, '2026-03-02')
const reviewed = fact(childInNeedPlanReviewed, '2026-03-30', { decision: 'continues' })
const sixWeeks = { 'child-in-need-plan-review': { kind: 'weeks', count: 6 } } as const
const authorised = fact(assessmentAuthorised, '2026-02-27', { outcome: 'child-in-need-plan' })

table('make-child-in-need-plan', [
  [
    'arises from an assessment that finds need',
    [fact(assessmentStarted, '2026-02-02'), authorised],
    '2026-03-01',
    'ageing',
  ],
  [
    'not from another outcome',
    [fact(assessmentAuthorised, '2026-02-27', { outcome: 'early-help' })],
    '2026-03-01',
    'none',
  ],
  ['met', [authorised, started], '2026-03-03', 'met'],
])

table('review-child-in-need-plan', [
  ['no national interval', [started], '2026-12-01', 'ageing'],
  ['the area’s own, from the start of the plan', [started], '2026-04-14', 'overdue 2026-04-13', sixWeeks],
  ['met', [started, reviewed], '2026-04-14', 'met 2026-04-13', sixWeeks],
  [
    'ends with the plan',
    [started, fact(childInNeedPlanEnded, '2026-03-20')],
    '2026-04-14',
    'lapsed 2026-04-13',
    sixWeeks,
  ],
])

table('review-child-in-need-plan-again', [
  ['counts from the review before', [started, reviewed], '2026-04-14', 'due 2026-05-11', sixWeeks],
  [
    'met by the next',
    [started, reviewed, fact(childInNeedPlanReviewed, '2026-05-12', { decision: 'closes' })],
    '2026-05-12',
    'met-late 2026-05-11',
    sixWeeks,
  ],
  [
    'not owed once the plan closes',
    [started, fact(childInNeedPlanReviewed, '2026-03-30', { decision: 'closes' })],
    '2026-05-12',
    'none',
    sixWeeks,
  ],
  [
    'ends with the plan',
    [started, reviewed, fact(childInNeedPlanEnded, '2026-04-20')],
    '2026-05-12',
    'lapsed 2026-05-11',
    sixWeeks,
  ],
])
