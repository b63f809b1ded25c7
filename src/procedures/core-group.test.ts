import { expect, test } from 'vitest'
import { coreGroupHeld } from './core-group.ts'
import { corrected, dutyOn, fact, struckOut } from './given.ts'
import { childProtectionPlanStarted, initialConferenceHeld, planEnded } from './plan-facts.ts'
import { reviewConferencePlanned } from './review-conference.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'
import { table } from './table.ts'

// 10 working days from Monday 23 March 2026, over Easter: Wednesday 8 April.
const held = fact(initialConferenceHeld, '2026-03-23', { decision: 'child-protection-plan' })
const first = fact(coreGroupHeld, '2026-04-08')
const ended = fact(planEnded, '2026-04-01', { ground: 'left-uk-permanently' })
const fourWeeks = { 'core-group': { kind: 'weeks', count: 4 } } as const

table('hold-first-core-group', [
  ['10 working days from the conference', [held], '2026-03-23', 'due 2026-04-08'],
  ['late after them', [held], '2026-04-09', 'overdue 2026-04-08'],
  ['met on the last day', [held, first], '2026-04-09', 'met 2026-04-08'],
  ['met late', [held, fact(coreGroupHeld, '2026-04-09')], '2026-04-09', 'met-late 2026-04-08'],
  [
    'not without a plan',
    [fact(initialConferenceHeld, '2026-03-23', { decision: 'no-further-action' })],
    '2026-04-09',
    'none',
  ],
  ['ends with the plan', [held, ended], '2026-04-09', 'lapsed 2026-04-08'],
  [
    'a group of the next plan does not meet that of the last',
    [
      held,
      ended,
      fact(initialConferenceHeld, '2026-06-01', { decision: 'child-protection-plan' }),
      fact(coreGroupHeld, '2026-06-08'),
    ],
    '2026-06-08',
    'lapsed 2026-04-08, met 2026-06-15',
  ],
  // From Tuesday 24 March 2026, over Easter: Thursday 9 April.
  [
    'corrected to a day later, it moves',
    [held, corrected('initial-conference-held', '2026-03-24', { decision: 'child-protection-plan' }, '2026-03-30')],
    '2026-04-09',
    'due 2026-04-09',
  ],
  ['struck out', [held, struckOut('initial-conference-held', '2026-03-30')], '2026-04-09', 'none'],
  [
    'recorded late, it is overdue at once',
    [fact(initialConferenceHeld, '2026-03-23', { decision: 'child-protection-plan' }, { recordedOn: '2026-04-20' })],
    '2026-04-20',
    'overdue 2026-04-08',
  ],
])

table('hold-first-core-group-from-start-of-plan', [
  ['ends with the plan', [fact(childProtectionPlanStarted, '2026-03-23'), ended], '2026-04-09', 'lapsed 2026-04-08'],
  [
    'from the conference on record',
    [
      fact(strategyDiscussionHeld, '2026-03-02', { outcome: 'section-47' }),
      fact(initialConferenceHeld, '2026-03-23'),
      fact(childProtectionPlanStarted, '2026-03-25'),
    ],
    '2026-03-25',
    'due 2026-04-08',
  ],
  [
    'from the plan where there is none',
    [fact(childProtectionPlanStarted, '2026-03-23')],
    '2026-04-09',
    'overdue 2026-04-08',
  ],
  [
    'not beside a conference that decided on it',
    [held, fact(childProtectionPlanStarted, '2026-03-25')],
    '2026-04-09',
    'none',
  ],
  ['met', [fact(childProtectionPlanStarted, '2026-03-23'), first], '2026-04-09', 'met 2026-04-08'],
])

table('hold-next-core-group', [
  ['no national interval', [held, first], '2026-12-01', 'ageing'],
  ['the area’s own, from the meeting before', [held, first], '2026-05-07', 'overdue 2026-05-06', fourWeeks],
  [
    'met by the next',
    [held, first, fact(coreGroupHeld, '2026-05-06')],
    '2026-05-07',
    'met 2026-05-06, due 2026-06-03',
    fourWeeks,
  ],
  [
    'ends with the plan',
    [held, first, fact(planEnded, '2026-04-20', {})],
    '2026-05-07',
    'lapsed 2026-05-06',
    fourWeeks,
  ],
])

test('a clock that starts with the plan says so', () => {
  const drafts = [fact(childProtectionPlanStarted, '2026-03-23')]
  expect(dutyOn('2026-03-23', 'hold-first-core-group-from-start-of-plan', drafts)?.remark).toMatch(
    'no initial conference',
  )
})

const worried = fact(coreGroupHeld, '2026-04-08', { finding: 'concern' })
table('act-on-worry-of-core-group', [
  ['arises from a worry', [held, worried], '2026-04-09', 'ageing'],
  [
    'not from a plan on track',
    [held, fact(coreGroupHeld, '2026-04-08', { finding: 'on-track' })],
    '2026-04-09',
    'none',
  ],
  ['met by planning a review', [held, worried, fact(reviewConferencePlanned, '2026-04-09', {})], '2026-04-10', 'met'],
  [
    'met by a strategy discussion',
    [held, worried, fact(strategyDiscussionHeld, '2026-04-10', { outcome: 'none' })],
    '2026-04-10',
    'met',
  ],
  [
    'ends with the plan',
    [held, worried, fact(planEnded, '2026-04-20', { ground: 'left-uk-permanently' })],
    '2026-04-21',
    'lapsed',
  ],
])
