import { expect, test } from 'vitest'
import { dutyOn, fact, openOn } from './given.ts'
import { childProtectionPlanStarted, initialConferenceHeld, planEnded, reviewConferenceHeld } from './plan-facts.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'
import { table } from './table.ts'

// 10 working days from Monday 23 March 2026, over Easter: Wednesday 8 April.
const held = fact(initialConferenceHeld, '2026-03-23', { decision: 'child-protection-plan' })
const ofIt = { about: 'initial-conference-held' } as const
const before = fact(childProtectionPlanStarted, '2026-03-20', {}, { ...ofIt, recordedOn: '2026-03-24' })
const after = fact(childProtectionPlanStarted, '2026-03-25', {}, ofIt)
const support = fact(initialConferenceHeld, '2026-05-04', { decision: 'other-support' })

// T1-CG-01 and T1-RC-01 count from the conference, on whichever day the plan is recorded as begun.
table('hold-first-core-group', [
  [
    'from the conference that the plan names, though the plan begins before it',
    [held, before],
    '2026-03-24',
    'due 2026-04-08',
  ],
  ['and though it begins after it', [held, after], '2026-03-25', 'due 2026-04-08'],
])
table('hold-first-core-group-from-start-of-plan', [
  ['no second clock where the plan begins before the conference that it names', [held, before], '2026-03-24', 'none'],
  [
    'nor where it names one and another was held since',
    [held, support, fact(childProtectionPlanStarted, '2026-05-05', {}, ofIt)],
    '2026-05-05',
    'none',
  ],
  [
    'nor where that one is of the same discussion',
    [
      fact(strategyDiscussionHeld, '2026-03-02', { outcome: 'section-47' }),
      held,
      fact(initialConferenceHeld, '2026-05-04', { decision: 'other-support' }, { about: 'strategy-discussion-held' }),
      fact(childProtectionPlanStarted, '2026-05-05', {}, ofIt),
    ],
    '2026-05-05',
    'none',
  ],
  [
    'one that names none goes with the latest',
    [held, support, fact(childProtectionPlanStarted, '2026-05-05')],
    '2026-05-05',
    'due 2026-05-18',
  ],
])
table('hold-first-review-conference-from-start-of-plan', [
  ['no second clock where the plan begins before the conference that it names', [held, before], '2026-03-24', 'none'],
  [
    'a plan after the one that a review ended counts for itself',
    [
      held,
      fact(reviewConferenceHeld, '2026-06-23', { decision: 'ends', stillLikely: false }),
      fact(childProtectionPlanStarted, '2027-01-04'),
    ],
    '2027-01-04',
    'due 2027-04-04',
  ],
])
table('visit-child-from-start-of-plan', [
  ['not beside the visits that its conference asks for', [held, before], '2026-03-24', 'none'],
])

test('the clock of the conference says where the plan is recorded as begun on another day', () => {
  for (const rule of ['hold-first-core-group', 'hold-first-review-conference'])
    expect(
      [[held, before], [held, after], [held, fact(childProtectionPlanStarted, '2026-03-23')], [held]].map(
        drafts => dutyOn('2026-03-25', rule, drafts)?.remark,
      ),
    ).toEqual([
      'Counted from the conference, not from the other day on which the plan is recorded as begun.',
      'Counted from the conference, not from the other day on which the plan is recorded as begun.',
      null,
      null,
    ])
})

test('a plan that begins before the conference that it names is one plan', () => {
  const plans = (drafts: Parameters<typeof openOn>[0]) => openOn(drafts).filter(one => one === 'child-protection-plan')
  expect(plans([held, before])).toHaveLength(1)
  expect(plans([held, after])).toHaveLength(1)
  expect(plans([held, before, fact(planEnded, '2026-06-23', { ground: 'left-uk-permanently' })])).toHaveLength(0)
})
