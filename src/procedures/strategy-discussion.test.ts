import { assessmentAuthorised, assessmentStarted } from './assessment.ts'
import { fact } from './given.ts'
import { referralDecided, referralReceived, referrerTold } from './referral.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'
import { table } from './table.ts'

const received = fact(referralReceived, '2026-03-02', { source: '3A' })
const decided = fact(referralDecided, '2026-03-03', { outcome: 'strategy-discussion' })
const held = fact(strategyDiscussionHeld, '2026-03-09', { outcome: 'none' })
const threeDays = { 'strategy-discussion': { kind: 'working-days', count: 3 } } as const

table('hold-strategy-discussion', [
  ['has no national number', [received, decided], '2026-06-01', 'ageing'],
  ['an area may set days', [received, decided], '2026-03-07', 'overdue 2026-03-06', threeDays],
  [
    'follows immediate protection as well',
    [received, fact(referralDecided, '2026-03-03', { outcome: 'immediate-protection' })],
    '2026-06-01',
    'ageing',
  ],
  [
    'not an assessment',
    [received, fact(referralDecided, '2026-03-03', { outcome: 'section-17-assessment' })],
    '2026-06-01',
    'none',
  ],
  ['met', [received, decided, held], '2026-06-01', 'met'],
  [
    'met by one held that night, before the decision was written down',
    [
      fact(referralReceived, '2026-03-03', { source: '3E' }, { at: '2026-03-03T02:10Z' }),
      fact(strategyDiscussionHeld, '2026-03-03', { outcome: 'section-47' }, { at: '2026-03-03T03:00Z' }),
      fact(referralDecided, '2026-03-03', { outcome: 'strategy-discussion' }, { at: '2026-03-03T09:00Z' }),
    ],
    '2026-06-01',
    'met',
  ],
  ['met late by the area’s own days', [received, decided, held], '2026-06-01', 'met-late 2026-03-06', threeDays],
  [
    'not by one held before',
    [fact(strategyDiscussionHeld, '2026-03-02', { outcome: 'none' }), received, decided],
    '2026-06-01',
    'ageing',
  ],
])

table('hold-strategy-discussion-after-assessment', [
  [
    'arises from the conclusion',
    [
      received,
      fact(assessmentStarted, '2026-03-04'),
      fact(assessmentAuthorised, '2026-04-01', { outcome: 'strategy-discussion' }),
    ],
    '2026-06-01',
    'ageing',
  ],
  ['not from another one', [fact(assessmentAuthorised, '2026-04-01', { outcome: 'early-help' })], '2026-06-01', 'none'],
  ['met', [fact(assessmentAuthorised, '2026-03-05', { outcome: 'strategy-discussion' }), held], '2026-06-01', 'met'],
])

table('hold-further-strategy-discussion', [
  [
    'arises from a discussion that calls for one',
    [fact(strategyDiscussionHeld, '2026-03-05', { outcome: 'further-discussion' })],
    '2026-06-01',
    'ageing',
  ],
  ['not from one that settles it', [held], '2026-06-01', 'none'],
  [
    'met by the next',
    [fact(strategyDiscussionHeld, '2026-03-05', { outcome: 'further-discussion' }), held],
    '2026-06-01',
    'met',
  ],
  [
    'two on one day: the second meets the first',
    [
      fact(strategyDiscussionHeld, '2026-03-05', { outcome: 'further-discussion' }),
      fact(strategyDiscussionHeld, '2026-03-05', { outcome: 'further-discussion' }),
    ],
    '2026-06-01',
    'met, ageing',
  ],
])

const withoutPolice = fact(strategyDiscussionHeld, '2026-03-09', {
  outcome: 'section-17-continues',
  present: ['social-worker', 'health'],
})
const withAll = (day: string) =>
  fact(strategyDiscussionHeld, day, {
    outcome: 'section-17-continues',
    present: ['social-worker', 'health', 'police', 'education'],
  })
table('hold-strategy-discussion-with-police-and-health', [
  ['arises where one of the three took no part', [received, withoutPolice], '2026-03-10', 'ageing'],
  ['not where all three did', [received, withAll('2026-03-09')], '2026-03-10', 'none'],
  ['not where it is not known who took part', [received, held], '2026-03-10', 'none'],
  ['met by one with all of them', [received, withoutPolice, withAll('2026-03-10')], '2026-03-11', 'met'],
  // Monday 9 March and three working days: Thursday 12 March.
  [
    'met late by the area’s own days',
    [received, withoutPolice, withAll('2026-03-16')],
    '2026-03-16',
    'met-late 2026-03-12',
    threeDays,
  ],
])

const toldOf = (about: string) => fact(referrerTold, '2026-03-11', {}, { about })
table('tell-referrer-of-strategy-discussion', [
  ['arises from what was decided', [received, decided, held], '2026-03-10', 'ageing'],
  [
    'not where the referrer was there',
    [received, fact(strategyDiscussionHeld, '2026-03-09', { outcome: 'none', present: ['referrer'] })],
    '2026-03-10',
    'none',
  ],
  [
    'not before all is decided',
    [received, fact(strategyDiscussionHeld, '2026-03-09', { outcome: 'further-discussion' })],
    '2026-03-10',
    'none',
  ],
  [
    'not where nobody knows who referred',
    [fact(referralReceived, '2026-03-02', { source: '9' }), held],
    '2026-03-10',
    'none',
  ],
  ['not without a referral', [held], '2026-03-10', 'none'],
  ['met', [received, decided, held, toldOf('strategy-discussion-held')], '2026-03-11', 'met'],
  [
    'not by telling of the decision on the referral',
    [received, decided, held, toldOf('referral-decided')],
    '2026-03-11',
    'ageing',
  ],
])
