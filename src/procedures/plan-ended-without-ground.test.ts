/** What is owed after a plan was ended: on each ground that the record bears out, and on each that it does not (1.22). */
import { expect, test } from 'vitest'
import { workingDaysBefore } from '../guidance/limits.ts'
import { moveNotified } from './ending-plan.ts'
import { type Draft, dutyOn, fact, openOn } from './given.ts'
import { childBorn } from './people.ts'
import { initialConferenceHeld, planEnded, receivingConferenceHeld, reviewConferenceHeld } from './plan-facts.ts'
import { reviewConferencePlanned } from './review-conference.ts'
import { table } from './table.ts'

const held = fact(initialConferenceHeld, '2026-03-23', { decision: 'child-protection-plan', invited: ['school'] })
const bornIn2015 = fact(childBorn, '2015-02-03')
const ended = (ground: 'not-likely-significant-harm' | 'reached-18' | 'died' | 'moved-and-receiving-conference-held') =>
  fact(planEnded, '2026-05-20', { ground })
const unlikely = fact(reviewConferenceHeld, '2026-06-01', { decision: 'ends', stillLikely: false })
const moved = fact(moveNotified, '2026-05-10')
const metThere = fact(receivingConferenceHeld, '2026-05-22')

const nobodyIsTold: [string, Draft[]][] = [
  ['where no review found harm unlikely', [held, ended('not-likely-significant-harm')]],
  ['where the child is eleven', [bornIn2015, held, ended('reached-18')]],
  ['where no death is recorded', [held, ended('died')]],
  ['where the new area has not met', [held, moved, ended('moved-and-receiving-conference-held')]],
]
for (const rule of ['tell-agencies-plan-ended', 'discuss-support-after-plan'])
  table(rule, [
    ...nobodyIsTold.map(([says, drafts]) => [`not ${says}: the plan goes on`, drafts, '2026-05-21', 'none'] as const),
    [
      'once the new area has met',
      [held, moved, ended('moved-and-receiving-conference-held'), metThere],
      '2026-05-23',
      'ageing',
    ],
    [
      'left to the review that ends it after all',
      [held, ended('not-likely-significant-harm'), unlikely],
      '2026-06-02',
      'none',
    ],
  ])

table('send-agency-review-report', [
  [
    'goes on where the plan does',
    [
      held,
      fact(reviewConferencePlanned, '2026-05-01', { plannedFor: '2026-06-19', invited: ['authority'] }),
      ended('not-likely-significant-harm'),
    ],
    '2026-06-20',
    'overdue 2026-06-18',
    { 'conference-report': workingDaysBefore(1, 'the review') },
  ],
])

// T1-DIS-04: the breach stands until the new area's conference, and so does the plan.
const late = [held, moved, ended('moved-and-receiving-conference-held'), metThere]
test('a plan that was ended before the new area met ends when it has', () => {
  expect(openOn(late.slice(0, 3))).toContain('child-protection-plan')
  expect(openOn(late)).not.toContain('child-protection-plan')
  expect(dutyOn('2026-06-24', 'hold-first-review-conference', late.slice(0, 3))?.standing).toBe('overdue')
  expect(dutyOn('2026-06-24', 'hold-first-review-conference', late)?.standing).toBe('lapsed')
  expect(dutyOn('2026-05-23', 'keep-plan-until-receiving-conference', late)?.standing).toBe('met-late')
})

test('a conference of the new area ends no plan that nobody ended', () => {
  const drafts = [held, moved, metThere]
  expect(openOn(drafts)).toContain('child-protection-plan')
  expect(dutyOn('2026-06-24', 'hold-first-review-conference', drafts)?.standing).toBe('overdue')
})
