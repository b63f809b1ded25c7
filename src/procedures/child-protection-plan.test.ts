import { expect, test } from 'vitest'
import { derive } from '../engine/derive.ts'
import { childSeen } from './assessment.ts'
import { leadSocialWorkerNamed, planDetailed } from './child-protection-plan.ts'
import { caseClosed } from './closing.ts'
import { corrected, fact, given, type How, policy, struckOut } from './given.ts'
import { guidance } from './index.ts'
import { childBorn, childDied } from './people.ts'
import { childProtectionPlanStarted, initialConferenceHeld, planEnded, reviewConferenceHeld } from './plan-facts.ts'
import { table } from './table.ts'

const held = fact(initialConferenceHeld, '2026-03-23', { decision: 'child-protection-plan' })
const noPlan = fact(initialConferenceHeld, '2026-03-23', { decision: 'child-in-need-plan' })
const started = fact(childProtectionPlanStarted, '2026-03-23')
const ended = fact(planEnded, '2026-06-01', { ground: 'left-uk-permanently' })
const seen = fact(childSeen, '2026-04-01', { alone: true })
const visited = (day: string, how: How = {}) => fact(childSeen, day, { alone: true }, how)
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
  // Four weeks after Monday 23 March is Monday 20 April.
  ['due on the last day', [held], '2026-04-20', 'due 2026-04-20', fourWeeks],
  ['met on the last day', [held, visited('2026-04-20')], '2026-04-20', 'met 2026-04-20', fourWeeks],
  ['met late', [held, visited('2026-04-21')], '2026-04-21', 'met-late 2026-04-20', fourWeeks],
  [
    'a visit in time and recorded late: not met until it is on record',
    [held, visited('2026-04-17', { recordedOn: '2026-04-24' })],
    '2026-04-23',
    'overdue 2026-04-20',
    fourWeeks,
  ],
  [
    'a visit in time and recorded late: met',
    [held, visited('2026-04-17', { recordedOn: '2026-04-24' })],
    '2026-04-24',
    'met 2026-04-20',
    fourWeeks,
  ],
  [
    'corrected: the visit was later',
    [held, visited('2026-04-17'), corrected('child-seen', '2026-04-22', { alone: true }, '2026-04-23')],
    '2026-04-23',
    'met-late 2026-04-20',
    fourWeeks,
  ],
  [
    'corrected: the conference decided on no plan',
    [held, corrected('initial-conference-held', '2026-03-23', { decision: 'child-in-need-plan' }, '2026-03-25')],
    '2026-04-21',
    'none',
    fourWeeks,
  ],
  [
    'corrected: the conference was a week later',
    [held, corrected('initial-conference-held', '2026-03-30', { decision: 'child-protection-plan' }, '2026-03-31')],
    '2026-04-21',
    'due 2026-04-27',
    fourWeeks,
  ],
  [
    'the visit struck out',
    [held, seen, struckOut('child-seen', '2026-04-10')],
    '2026-04-21',
    'overdue 2026-04-20',
    fourWeeks,
  ],
  [
    'the conference struck out',
    [held, struckOut('initial-conference-held', '2026-03-24')],
    '2026-04-21',
    'none',
    fourWeeks,
  ],
  [
    'not by another agency that saw the child',
    [held, visited('2026-04-10', { agency: 'school' })],
    '2026-04-21',
    'overdue 2026-04-20',
    fourWeeks,
    { reached: new Map([['child-seen', new Map([['authority', Date.parse('2026-04-10T13:00Z')]])]]) },
  ],
  [
    'not by a visit of before the conference',
    [visited('2026-03-20'), held],
    '2026-04-21',
    'overdue 2026-04-20',
    fourWeeks,
  ],
  [
    'not by closing the case: that ends no plan',
    [held, fact(caseClosed, '2026-04-10')],
    '2026-04-21',
    'overdue 2026-04-20',
    fourWeeks,
  ],
  ['ends with a death', [held, fact(childDied, '2026-04-10')], '2026-04-21', 'lapsed 2026-04-20', fourWeeks],
  [
    'ends on the eighteenth birthday',
    [fact(childBorn, '2008-04-15'), held],
    '2026-04-21',
    'lapsed 2026-04-20',
    fourWeeks,
  ],
])

table('visit-child-from-start-of-plan', [
  ['ends with the plan', [started, ended], '2026-06-02', 'lapsed 2026-04-20', fourWeeks],
  ['where no conference decided on it', [started], '2026-04-21', 'overdue 2026-04-20', fourWeeks],
  ['not beside one that did', [held, started], '2026-04-21', 'none', fourWeeks],
  ['met', [started, seen], '2026-04-21', 'met 2026-04-20', fourWeeks],
  ['met late', [started, visited('2026-04-22')], '2026-04-22', 'met-late 2026-04-20', fourWeeks],
  [
    'recorded late: met all the same',
    [started, visited('2026-04-20', { recordedOn: '2026-05-05' })],
    '2026-05-05',
    'met 2026-04-20',
    fourWeeks,
  ],
  [
    'a start that is recorded late is overdue at once',
    [fact(childProtectionPlanStarted, '2026-03-23', {}, { recordedOn: '2026-05-05' })],
    '2026-05-05',
    'overdue 2026-04-20',
    fourWeeks,
  ],
  [
    'corrected: the plan began three days later',
    [started, corrected('child-protection-plan-started', '2026-03-26', {}, '2026-03-27')],
    '2026-04-21',
    'due 2026-04-23',
    fourWeeks,
  ],
  [
    'the visit struck out',
    [started, seen, struckOut('child-seen', '2026-04-10')],
    '2026-04-21',
    'overdue 2026-04-20',
    fourWeeks,
  ],
  [
    'the start struck out',
    [started, struckOut('child-protection-plan-started', '2026-03-24')],
    '2026-04-21',
    'none',
    fourWeeks,
  ],
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
    'recorded late: it starts the next from the day of the visit',
    [held, visited('2026-04-01', { recordedOn: '2026-04-24' })],
    '2026-04-24',
    'due 2026-04-29',
    fourWeeks,
  ],
  [
    'corrected: the visit that starts it was two days later',
    [held, seen, corrected('child-seen', '2026-04-03', { alone: true }, '2026-04-07')],
    '2026-04-21',
    'due 2026-05-01',
    fourWeeks,
  ],
  ['struck out', [held, seen, struckOut('child-seen', '2026-04-10')], '2026-04-21', 'none', fourWeeks],
  [
    'the next visit struck out',
    [held, seen, visited('2026-04-28'), struckOut('child-seen 2', '2026-04-30')],
    '2026-04-30',
    'overdue 2026-04-29',
    fourWeeks,
  ],
  [
    'ends on the eighteenth birthday',
    [fact(childBorn, '2008-04-15'), held, seen],
    '2026-04-30',
    'lapsed 2026-04-29',
    fourWeeks,
  ],
  [
    'ends with a review that ends the plan',
    [held, seen, fact(reviewConferenceHeld, '2026-04-20', { decision: 'ends' })],
    '2026-04-30',
    'lapsed 2026-04-29',
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
