import { assessmentAuthorised, assessmentStarted } from './assessment.ts'
import { childInNeedPlanEnded, childInNeedPlanReviewed, childInNeedPlanStarted } from './child-in-need-plan.ts'
import { caseClosed } from './closing.ts'
import { section47EnquiryConcluded } from './enquiry-facts.ts'
import { corrected, fact, type How, struckOut } from './given.ts'
import { childBorn, childDied } from './people.ts'
import { initialConferenceHeld, reviewConferenceHeld } from './plan-facts.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'
import { table } from './table.ts'

const started = fact(childInNeedPlanStarted, '2026-03-02')
const reviewed = fact(childInNeedPlanReviewed, '2026-03-30', { decision: 'continues' })
const reviewedOn = (day: string, how: How = {}) => fact(childInNeedPlanReviewed, day, { decision: 'continues' }, how)
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
  // Six weeks after Monday 2 March is Monday 13 April.
  ['due on the last day', [started], '2026-04-13', 'due 2026-04-13', sixWeeks],
  ['not without a plan', [authorised], '2026-04-14', 'none', sixWeeks],
  [
    'met late',
    [started, fact(childInNeedPlanReviewed, '2026-04-15', { decision: 'closes' })],
    '2026-04-15',
    'met-late 2026-04-13',
    sixWeeks,
  ],
  [
    'held in time and recorded late: met',
    [started, fact(childInNeedPlanReviewed, '2026-04-13', { decision: 'closes' }, { recordedOn: '2026-04-20' })],
    '2026-04-20',
    'met 2026-04-13',
    sixWeeks,
  ],
  [
    'held in time and recorded late: overdue until then',
    [started, reviewedOn('2026-04-13', { recordedOn: '2026-04-20' })],
    '2026-04-19',
    'overdue 2026-04-13',
    sixWeeks,
  ],
  [
    'a plan that is recorded late is overdue at once',
    [fact(childInNeedPlanStarted, '2026-03-02', {}, { recordedOn: '2026-05-01' })],
    '2026-05-01',
    'overdue 2026-04-13',
    sixWeeks,
  ],
  [
    'corrected: the plan began a week later',
    [started, corrected('child-in-need-plan-started', '2026-03-09', {}, '2026-03-10')],
    '2026-04-14',
    'due 2026-04-20',
    sixWeeks,
  ],
  [
    'corrected: the review was after the day',
    [started, reviewed, corrected('child-in-need-plan-reviewed', '2026-04-16', { decision: 'closes' }, '2026-04-17')],
    '2026-04-17',
    'met-late 2026-04-13',
    sixWeeks,
  ],
  [
    'the review struck out',
    [started, reviewed, struckOut('child-in-need-plan-reviewed', '2026-04-01')],
    '2026-04-14',
    'overdue 2026-04-13',
    sixWeeks,
  ],
  [
    'the plan struck out',
    [started, struckOut('child-in-need-plan-started', '2026-03-05')],
    '2026-04-14',
    'none',
    sixWeeks,
  ],
  ['ends with the case', [started, fact(caseClosed, '2026-03-20')], '2026-04-14', 'lapsed 2026-04-13', sixWeeks],
  ['ends with a death', [started, fact(childDied, '2026-03-20')], '2026-04-14', 'lapsed 2026-04-13', sixWeeks],
  [
    'ends on the eighteenth birthday',
    [fact(childBorn, '2008-04-01'), started],
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
  // Six weeks after Monday 30 March is Monday 11 May.
  ['overdue', [started, reviewed], '2026-05-12', 'overdue 2026-05-11', sixWeeks],
  [
    'met in time, and the next counts from there',
    [started, reviewed, reviewedOn('2026-05-11')],
    '2026-05-12',
    'met 2026-05-11, due 2026-06-22',
    sixWeeks,
  ],
  [
    'recorded late: it counts from the day of the review',
    [started, reviewedOn('2026-03-30', { recordedOn: '2026-05-20' })],
    '2026-05-20',
    'overdue 2026-05-11',
    sixWeeks,
  ],
  [
    'corrected: the plan was closed',
    [started, reviewed, corrected('child-in-need-plan-reviewed', '2026-03-30', { decision: 'closes' }, '2026-04-01')],
    '2026-05-12',
    'none',
    sixWeeks,
  ],
  [
    'corrected: the review was two days later',
    [
      started,
      reviewed,
      corrected('child-in-need-plan-reviewed', '2026-04-01', { decision: 'continues' }, '2026-04-02'),
    ],
    '2026-05-12',
    'due 2026-05-13',
    sixWeeks,
  ],
  [
    'struck out',
    [started, reviewed, struckOut('child-in-need-plan-reviewed', '2026-04-01')],
    '2026-05-12',
    'none',
    sixWeeks,
  ],
  [
    'not where it steps up',
    [started, fact(childInNeedPlanReviewed, '2026-03-30', { decision: 'step-up' })],
    '2026-05-12',
    'none',
    sixWeeks,
  ],
  [
    'ends on the eighteenth birthday',
    [fact(childBorn, '2008-05-01'), started, reviewed],
    '2026-05-12',
    'lapsed 2026-05-11',
    sixWeeks,
  ],
])
