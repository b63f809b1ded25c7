import { expect, test } from 'vitest'
import { derive } from '../engine/derive.ts'
import { childSeen } from './assessment.ts'
import { leadSocialWorkerNamed, planDetailed } from './child-protection-plan.ts'
import { fact, given, policy } from './given.ts'
import { guidance } from './index.ts'
import { childProtectionPlanStarted, initialConferenceHeld, planEnded, reviewConferenceHeld } from './plan-facts.ts'
import { table } from './table.ts'

const held = fact(initialConferenceHeld, '2026-03-23', { decision: 'child-protection-plan' })
const noPlan = fact(initialConferenceHeld, '2026-03-23', { decision: 'child-in-need-plan' })
const started = fact(childProtectionPlanStarted, '2026-03-23')
const ended = fact(planEnded, '2026-06-01', { ground: 'left-uk-permanently' })
const seen = fact(childSeen, '2026-04-01', { alone: true })
const fourWeeks = { 'child-protection-visit': { kind: 'weeks', count: 4 } } as const

table('name-lead-social-worker', [
  ['arises where the conference named nobody', [held], '2026-04-01', 'ageing'],
  [
    'not where it did',
    [fact(initialConferenceHeld, '2026-03-23', { decision: 'child-protection-plan', leadSocialWorker: ['post'] })],
    '2026-04-01',
    'none',
  ],
  ['not without a plan', [noPlan], '2026-04-01', 'none'],
  ['met', [held, fact(leadSocialWorkerNamed, '2026-03-24')], '2026-04-01', 'met'],
  ['ends with the plan', [held, ended], '2026-06-02', 'lapsed'],
])

table('share-detailed-plan', [
  ['arises from a conference that decides on a plan', [held], '2026-04-01', 'ageing'],
  ['not without a plan', [noPlan], '2026-04-01', 'none'],
  ['met', [held, fact(planDetailed, '2026-04-02')], '2026-04-02', 'met'],
  [
    'ends with a review that ends the plan',
    [held, fact(reviewConferenceHeld, '2026-06-01', { decision: 'ends' })],
    '2026-06-02',
    'lapsed',
  ],
])

table('visit-child-on-plan', [
  ['no national interval', [held], '2026-09-01', 'ageing'],
  ['the area’s own', [held], '2026-04-21', 'overdue 2026-04-20', fourWeeks],
  ['met', [held, seen], '2026-04-21', 'met 2026-04-20', fourWeeks],
  ['not without a plan', [noPlan], '2026-04-21', 'none', fourWeeks],
  ['ends with the plan', [held, ended], '2026-06-02', 'lapsed 2026-04-20', fourWeeks],
])

table('visit-child-from-start-of-plan', [
  ['ends with the plan', [started, ended], '2026-06-02', 'lapsed 2026-04-20', fourWeeks],
  ['where no conference decided on it', [started], '2026-04-21', 'overdue 2026-04-20', fourWeeks],
  ['not beside one that did', [held, started], '2026-04-21', 'none', fourWeeks],
  ['met', [started, seen], '2026-04-21', 'met 2026-04-20', fourWeeks],
])

table('visit-child-on-plan-again', [
  ['ends with the plan', [held, seen, ended], '2026-06-02', 'lapsed 2026-04-29', fourWeeks],
  ['each visit starts the next', [held, seen], '2026-04-21', 'due 2026-04-29', fourWeeks],
  ['not before a plan', [fact(childSeen, '2026-03-20')], '2026-04-21', 'none', fourWeeks],
  ['not after it', [held, ended, fact(childSeen, '2026-06-03')], '2026-06-03', 'none', fourWeeks],
  [
    'met by the next visit',
    [held, seen, fact(childSeen, '2026-04-30')],
    '2026-04-30',
    'met-late 2026-04-29, due 2026-05-28',
    fourWeeks,
  ],
  [
    'two on one day: the second meets the first',
    [held, seen, fact(childSeen, '2026-04-01')],
    '2026-04-21',
    'met 2026-04-29, due 2026-04-29',
    fourWeeks,
  ],
  [
    'a plan that began again counts again',
    [held, ended, fact(childProtectionPlanStarted, '2026-09-01'), fact(childSeen, '2026-09-02')],
    '2026-09-02',
    'due 2026-09-30',
    fourWeeks,
  ],
])

test('one plan is one procedure, whether the conference, its start or both tell of it', () => {
  const open = (...drafts: Parameters<typeof given>[0]) =>
    derive(given(drafts), Number.MAX_SAFE_INTEGER, policy(), guidance)
      .procedures.filter(one => one.procedure === 'child-protection-plan')
      .map(one => `${one.root} ${one.closed?.on.from ?? 'open'}`)
  expect(open(held)).toEqual(['initial-conference-held open'])
  expect(open(started)).toEqual(['child-protection-plan-started open'])
  expect(open(held, started)).toEqual(['initial-conference-held open'])
  expect(open(noPlan)).toEqual([])
  expect(open(held, started, ended)).toEqual(['initial-conference-held 2026-06-01'])
  const second = fact(childProtectionPlanStarted, '2027-01-04')
  expect(open(held, ended, second)).toEqual([
    'initial-conference-held 2026-06-01',
    'child-protection-plan-started open',
  ])
  expect(open(held, fact(reviewConferenceHeld, '2026-06-01', { decision: 'ends' }))).toEqual([
    'initial-conference-held 2026-06-01',
  ])
})
