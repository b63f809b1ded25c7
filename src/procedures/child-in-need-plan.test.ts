import { assessmentAuthorised, assessmentStarted } from './assessment.ts'
import { childInNeedPlanEnded, childInNeedPlanReviewed, childInNeedPlanStarted } from './child-in-need-plan.ts'
import { section47EnquiryConcluded } from './enquiry-facts.ts'
import { fact } from './given.ts'
import { initialConferenceHeld, reviewConferenceHeld } from './plan-facts.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'
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

const concluded = (data: object) => fact(section47EnquiryConcluded, '2026-02-27', { conferenceNeeded: false, ...data })
table('make-child-in-need-plan-after-enquiry', [
  ['arises where the enquiry leads to one', [concluded({ next: ['child-in-need'] })], '2026-03-01', 'ageing'],
  [
    'not where a conference comes first',
    [concluded({ next: ['child-in-need'], conferenceNeeded: true })],
    '2026-03-01',
    'none',
  ],
  ['not from another outcome', [concluded({ next: ['support-offered'] })], '2026-03-01', 'none'],
  ['met', [concluded({ next: ['child-in-need'] }), started], '2026-03-03', 'met'],
])

const conferred = (decision: 'child-in-need-plan' | 'other-support') =>
  fact(initialConferenceHeld, '2026-02-27', { decision })
table('make-child-in-need-plan-after-conference', [
  ['arises where the conference decides on one', [conferred('child-in-need-plan')], '2026-03-01', 'ageing'],
  ['not from another decision', [conferred('other-support')], '2026-03-01', 'none'],
  ['met', [conferred('child-in-need-plan'), started], '2026-03-03', 'met'],
])

const reviewedPlan = (data: object) =>
  fact(reviewConferenceHeld, '2026-02-27', { decision: 'ends-with-child-in-need-plan', ...data })
table('make-child-in-need-plan-after-review', [
  ['arises where the review ends the plan with one', [reviewedPlan({ stillLikely: false })], '2026-03-01', 'ageing'],
  ['not where harm is still likely: the plan goes on', [reviewedPlan({ stillLikely: true })], '2026-03-01', 'none'],
  ['met', [reviewedPlan({ stillLikely: false }), started], '2026-03-03', 'met'],
])

// T1-STR-01 names new information on an open case.
const steppedUp = fact(childInNeedPlanReviewed, '2026-03-30', { decision: 'step-up' })
const discussedThen = (day: string) => fact(strategyDiscussionHeld, day, { outcome: 'section-47' })
const threeDays = { 'strategy-discussion': { kind: 'working-days', count: 3 } } as const
table('hold-strategy-discussion-after-step-up', [
  ['arises from a step up', [started, steppedUp], '2026-04-01', 'ageing'],
  ['not while the plan goes on', [started, reviewed], '2026-04-01', 'none'],
  // Monday 30 March and three working days: Thursday 2 April, before Good Friday.
  ['in the days that the area set', [started, steppedUp], '2026-04-03', 'overdue 2026-04-02', threeDays],
  ['met', [started, steppedUp, discussedThen('2026-03-31')], '2026-04-01', 'met'],
  ['not by an earlier discussion', [started, discussedThen('2026-03-27'), steppedUp], '2026-04-01', 'ageing'],
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
