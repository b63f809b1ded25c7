import { expect, test } from 'vitest'
import {
  assessmentAuthorised,
  assessmentOutcomeTold,
  assessmentReviewed,
  assessmentStarted,
  childSeen,
} from './assessment.ts'
import { corrected, dutyOn, fact, openOn, struckOut } from './given.ts'
import { childBorn } from './people.ts'
import { initialConferenceHeld } from './plan-facts.ts'
import { policeTold, referralDecided, referralReceived } from './referral.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'
import { table } from './table.ts'

// 45 working days from Monday 2 March 2026, over Easter and the May bank holiday: Thursday 7 May.
const received = fact(referralReceived, '2026-03-02', { source: '2A' })
const decided = fact(referralDecided, '2026-03-03', { outcome: 'section-17-assessment' })
const started = fact(assessmentStarted, '2026-03-04')
const second = fact(assessmentStarted, '2026-06-01')
const authorised = fact(assessmentAuthorised, '2026-05-07', { outcome: 'no-further-action' })
const ofSecond = fact(assessmentAuthorised, '2026-06-10', {}, { about: 'assessment-started 2' })

table('conclude-assessment', [
  ['is not owed before an assessment is decided or begun', [received], '2026-03-04', 'none'],
  ['arises when one is decided', [received, decided], '2026-03-04', 'due 2026-05-07'],
  ['arises when one begins', [received, started], '2026-03-04', 'due 2026-05-07'],
  ['counts from the referral, not from its start', [received, decided, started], '2026-05-08', 'overdue 2026-05-07'],
  [
    'is not owed for early help',
    [received, fact(referralDecided, '2026-03-03', { outcome: 'early-help' })],
    '2026-05-08',
    'none',
  ],
  ['met on the last day', [received, started, authorised], '2026-05-08', 'met 2026-05-07'],
  ['met late', [received, started, fact(assessmentAuthorised, '2026-05-08')], '2026-05-08', 'met-late 2026-05-07'],
  ['met though the start was never recorded', [received, decided, authorised], '2026-05-08', 'met 2026-05-07'],
  [
    'a strategy discussion does not restart it',
    [received, started, fact(strategyDiscussionHeld, '2026-04-20', { outcome: 'section-47' })],
    '2026-04-20',
    'due 2026-05-07',
  ],
  ['a later assessment does not move it', [received, started, second], '2026-06-01', 'overdue 2026-05-07'],
  ['a later assessment does not meet it', [received, started, second, ofSecond], '2026-06-10', 'overdue 2026-05-07'],
  [
    'a second referral meanwhile does not take the conclusion away',
    [received, started, fact(referralReceived, '2026-04-01'), authorised],
    '2026-05-08',
    'met 2026-05-07',
  ],
  ['struck out start', [received, started, struckOut('assessment-started', '2026-03-05')], '2026-03-05', 'none'],
  ['ends with childhood', [received, started, fact(childBorn, '2008-04-01')], '2026-05-08', 'lapsed 2026-05-07'],
  // 45 working days from Tuesday 3 March 2026: Friday 8 May.
  [
    'the referral corrected to a day later, it moves',
    [received, started, corrected('referral-received', '2026-03-03', { source: '2A' }, '2026-03-10')],
    '2026-05-08',
    'due 2026-05-08',
  ],
  [
    'a referral recorded late is overdue at once',
    [fact(referralReceived, '2026-03-02', { source: '2A' }, { recordedOn: '2026-05-11' }), started],
    '2026-05-11',
    'overdue 2026-05-07',
  ],
])

table('conclude-later-assessment', [
  ['the first has the 45 days instead', [received, started], '2026-06-01', 'none'],
  ['a later one ages without a number', [received, started, authorised, second], '2027-06-01', 'ageing'],
  ['met by its own conclusion', [received, started, second, ofSecond], '2026-06-10', 'met'],
  [
    'not by that of the first',
    [received, started, second, fact(assessmentAuthorised, '2026-06-10', {}, { about: 'assessment-started' })],
    '2026-06-10',
    'ageing',
  ],
  ['without a referral there is no number', [started], '2026-06-01', 'ageing'],
])

table('see-child-after-referral', [
  ['arises where more assessment is decided', [received, decided], '2026-03-09', 'ageing'],
  [
    'and where protection is',
    [received, fact(referralDecided, '2026-03-03', { outcome: 'immediate-protection' })],
    '2026-03-09',
    'ageing',
  ],
  [
    'not for early help',
    [received, fact(referralDecided, '2026-03-03', { outcome: 'early-help' })],
    '2026-03-09',
    'none',
  ],
  ['met', [received, decided, fact(childSeen, '2026-03-05', { alone: true })], '2026-03-09', 'met'],
  ['a visit before does not meet it', [received, fact(childSeen, '2026-03-02'), decided], '2026-03-09', 'ageing'],
])

table('see-child-in-assessment', [
  ['has no national number', [received, started], '2026-06-01', 'ageing'],
  [
    'the area may set one',
    [received, started],
    '2026-03-05',
    'due 2026-03-18',
    { 'see-child-in-assessment': { kind: 'working-days', count: 10 } },
  ],
  ['met', [received, started, fact(childSeen, '2026-03-10', { alone: false })], '2026-03-10', 'met'],
])

table('tell-assessment-outcome', [
  ['arises from the conclusion', [received, started, authorised], '2026-06-01', 'ageing'],
  [
    'met',
    [received, started, authorised, fact(assessmentOutcomeTold, '2026-05-11', { told: ['family'] })],
    '2026-06-01',
    'met',
  ],
  [
    'not by telling the police alone',
    [received, started, authorised, fact(assessmentOutcomeTold, '2026-05-11', { told: ['police'] })],
    '2026-06-01',
    'ageing',
  ],
])

const points = (crime: boolean) => fact(assessmentReviewed, '2026-03-18', { crime })
table('tell-police-of-crime-seen-in-assessment', [
  ['where a review of it points to a crime', [received, started, points(true)], '2026-03-19', 'ageing'],
  ['not otherwise', [received, started, points(false)], '2026-03-19', 'none'],
  ['met', [received, started, points(true), fact(policeTold, '2026-03-18')], '2026-03-19', 'met'],
  [
    'not by what they were told before',
    [received, started, fact(policeTold, '2026-03-05'), points(true)],
    '2026-03-19',
    'ageing',
  ],
  [
    'corrected: the police knew',
    [received, started, points(true), corrected('assessment-reviewed', '2026-03-18', { crime: false }, '2026-03-20')],
    '2026-03-20',
    'none',
  ],
])
table('tell-police-of-crime-found-by-assessment', [
  [
    'where the whole of it does',
    [received, started, fact(assessmentAuthorised, '2026-05-07', { crime: true })],
    '2026-05-08',
    'ageing',
  ],
  ['not otherwise', [received, started, authorised], '2026-05-08', 'none'],
  [
    'met',
    [received, started, fact(assessmentAuthorised, '2026-05-07', { crime: true }), fact(policeTold, '2026-05-08')],
    '2026-05-08',
    'met',
  ],
])

test('a decision corrected to an assessment on 1 May was not owed on 1 March', () => {
  const drafts = [
    received,
    fact(referralDecided, '2026-03-03', { outcome: 'early-help' }),
    corrected('referral-decided', '2026-03-03', { outcome: 'section-17-assessment' }, '2026-05-01'),
  ]
  expect(dutyOn('2026-04-30', 'conclude-assessment', drafts)).toBeUndefined()
  expect(dutyOn('2026-05-01', 'conclude-assessment', drafts)).toMatchObject({
    knownSince: '2026-05-01',
    due: '2026-05-07',
  })
})

test('it says when a number is missing because no referral is recorded', () => {
  expect(dutyOn('2026-06-01', 'conclude-later-assessment', [started])?.remark).toMatch('No referral is recorded')
})

test('in 2023 the 45 working days were written again', () => {
  const drafts = [fact(referralReceived, '2024-01-02'), fact(assessmentStarted, '2024-01-03')]
  expect(dutyOn('2024-01-03', 'conclude-assessment', drafts)).toMatchObject({ edition: 'wt2023', due: '2024-03-05' })
})

test('what is open ends with childhood, a plan does not: its review closes it', () => {
  // 18 on 1 September 2026.
  const facts = [
    fact(childBorn, '2008-09-01'),
    fact(referralReceived, '2026-08-03', { source: '2A' }),
    fact(assessmentStarted, '2026-08-04'),
    fact(initialConferenceHeld, '2026-08-10', { decision: 'child-protection-plan' }),
  ]
  expect(openOn(facts, '2026-08-31')).toEqual(['referral', 'assessment', 'child-protection-plan'])
  expect(openOn(facts, '2026-09-01')).toEqual(['child-protection-plan'])
})
