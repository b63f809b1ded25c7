import { expect, test } from 'vitest'
import { askedOnCase, schemaOf } from '../engine/schema.ts'
import { knownAt } from '../engine/statements.ts'
import { caseClosed } from './closing.ts'
import { corrected, dutyOn, fact, given, struckOut } from './given.ts'
import { guidance } from './index.ts'
import { childBorn, childDied } from './people.ts'
import {
  familyTold,
  nationalReferralMade,
  policeTold,
  referralAcknowledged,
  referralDecided,
  referralDecisionLookedAt,
  referralDecisionProposed,
  referralReceived,
  referrerTold,
} from './referral.ts'
import { table } from './table.ts'

const received = fact(referralReceived, '2026-03-02', { source: '2A' })
const beforeWeekend = fact(referralReceived, '2026-03-06', { source: '2A' })
const beforeEaster = fact(referralReceived, '2026-04-02', { source: '2A' })
const anonymous = fact(referralReceived, '2026-03-02', { source: '9' })
const decided = fact(referralDecided, '2026-03-03', { outcome: 'section-17-assessment' })
const proposed = fact(referralDecisionProposed, '2026-03-03', { outcome: 'section-17-assessment' })
const agreed = fact(referralDecisionLookedAt, '2026-03-03', { view: 'agrees' })

table('decide-on-referral', [
  ['is due the next working day', [received], '2026-03-02', 'due 2026-03-03'],
  ['over a weekend', [beforeWeekend], '2026-03-07', 'due 2026-03-09'],
  ['over Easter', [beforeEaster], '2026-04-07', 'due 2026-04-07'],
  ['late after that', [received], '2026-03-04', 'overdue 2026-03-03'],
  ['met', [received, decided], '2026-03-04', 'met 2026-03-03'],
  [
    'met late',
    [received, fact(referralDecided, '2026-03-04', { outcome: 'early-help' })],
    '2026-03-04',
    'met-late 2026-03-03',
  ],
  ['owed to an anonymous referrer’s referral too', [anonymous], '2026-03-02', 'due 2026-03-03'],
  [
    'an earlier decision is not about it',
    [decided, fact(referralReceived, '2026-03-09', {})],
    '2026-03-09',
    'due 2026-03-10',
  ],
  [
    'recorded a month late',
    [fact(referralReceived, '2026-03-02', {}, { recordedOn: '2026-04-01' })],
    '2026-04-01',
    'overdue 2026-03-03',
  ],
  [
    'a corrected day moves it',
    [received, corrected('referral-received', '2026-03-06', { source: '2A' }, '2026-03-09')],
    '2026-03-09',
    'due 2026-03-09',
  ],
  ['struck out', [received, struckOut('referral-received', '2026-03-05')], '2026-03-05', 'none'],
  [
    'a decision struck out leaves it open',
    [received, decided, struckOut('referral-decided', '2026-03-05')],
    '2026-03-05',
    'overdue 2026-03-03',
  ],
  [
    'each referral owes its own',
    [received, decided, fact(referralReceived, '2026-03-09', {})],
    '2026-03-09',
    'met 2026-03-03, due 2026-03-10',
  ],
  ['a proposal decides nothing', [received, proposed], '2026-03-04', 'overdue 2026-03-03'],
  ['nor does a second look that agrees', [received, proposed, agreed], '2026-03-04', 'overdue 2026-03-03'],
  ['the decision after them does', [received, proposed, agreed, decided], '2026-03-04', 'met 2026-03-03'],
  [
    'a proposal struck out changes nothing',
    [received, proposed, struckOut('referral-decision-proposed', '2026-03-04'), decided],
    '2026-03-04',
    'met 2026-03-03',
  ],
  ['ends with the child’s death', [received, fact(childDied, '2026-03-03')], '2026-03-05', 'lapsed 2026-03-03'],
  ['ends with childhood', [received, fact(childBorn, '2008-03-04')], '2026-03-04', 'lapsed 2026-03-03'],
  ['before the guidance of 2018 nothing is encoded', [fact(referralReceived, '2018-07-03')], '2018-07-10', 'none'],
  ['from its first day on', [fact(referralReceived, '2018-07-04')], '2018-07-05', 'due 2018-07-05'],
])

table('acknowledge-referral', [
  ['is due the next working day', [beforeWeekend], '2026-03-06', 'due 2026-03-09'],
  ['met', [received, fact(referralAcknowledged, '2026-03-03')], '2026-03-05', 'met 2026-03-03'],
  ['met late', [received, fact(referralAcknowledged, '2026-03-04')], '2026-03-05', 'met-late 2026-03-03'],
  ['the decision does not acknowledge it', [received, decided], '2026-03-04', 'overdue 2026-03-03'],
  ['telling the decision does', [received, decided, fact(referrerTold, '2026-03-03')], '2026-03-04', 'met 2026-03-03'],
  ['nobody to tell', [anonymous], '2026-03-04', 'none'],
  ['ends with the case', [received, fact(caseClosed, '2026-03-02')], '2026-03-05', 'lapsed 2026-03-03'],
  ['not with a case closed before', [fact(caseClosed, '2026-03-02'), received], '2026-03-04', 'overdue 2026-03-03'],
  // Thursday 5 March 2026: the next working day is Friday the 6th.
  [
    'corrected to another day, it moves',
    [received, corrected('referral-received', '2026-03-05', { source: '2A' }, '2026-03-06')],
    '2026-03-06',
    'due 2026-03-06',
  ],
  ['struck out', [received, struckOut('referral-received', '2026-03-03')], '2026-03-04', 'none'],
  [
    'recorded late, it is overdue at once',
    [fact(referralReceived, '2026-03-02', { source: '2A' }, { recordedOn: '2026-03-09' })],
    '2026-03-09',
    'overdue 2026-03-03',
  ],
])

table('tell-referrer-of-decision', [
  ['arises from the decision and ages', [received, decided], '2026-06-01', 'ageing'],
  ['not from the referral', [received], '2026-06-01', 'none'],
  ['not from a proposal that somebody agrees with', [received, proposed, agreed], '2026-06-01', 'none'],
  ['met', [received, decided, fact(referrerTold, '2026-03-09')], '2026-03-09', 'met'],
  [
    'what was said before does not count',
    [received, fact(referrerTold, '2026-03-02'), decided],
    '2026-03-09',
    'ageing',
  ],
  ['nobody to tell', [anonymous, decided], '2026-03-09', 'none'],
])

table('tell-family-of-decision', [
  ['arises from the decision and ages', [received, decided], '2026-06-01', 'ageing'],
  ['not from a proposal', [received, proposed], '2026-06-01', 'none'],
  [
    'met by a reason not to tell',
    [received, decided, fact(familyTold, '2026-03-04', { told: 'police-case' })],
    '2026-06-01',
    'met',
  ],
])

table('tell-police-of-possible-crime', [
  [
    'arises where a crime is possible',
    [fact(referralReceived, '2026-03-02', { source: '2A', suggests: ['crime'] })],
    '2026-06-01',
    'ageing',
  ],
  ['not otherwise', [received], '2026-06-01', 'none'],
  [
    'not where the police referred',
    [fact(referralReceived, '2026-03-02', { source: '6', suggests: ['crime'] })],
    '2026-06-01',
    'none',
  ],
  [
    'met',
    [fact(referralReceived, '2026-03-02', { suggests: ['crime'] }), fact(policeTold, '2026-03-02')],
    '2026-03-02',
    'met',
  ],
])

table('refer-to-national-mechanism', [
  [
    'arises where trafficking is suspected',
    [fact(referralReceived, '2026-03-02', { suggests: ['trafficking'] })],
    '2026-06-01',
    'ageing',
  ],
  ['not otherwise', [received], '2026-06-01', 'none'],
  [
    'met',
    [fact(referralReceived, '2026-03-02', { suggests: ['trafficking'] }), fact(nationalReferralMade, '2026-03-05')],
    '2026-03-05',
    'met',
  ],
])

test('a referral recorded late says since when we knew', () => {
  const late = [fact(referralReceived, '2026-03-02', {}, { recordedOn: '2026-04-01' })]
  expect(dutyOn('2026-04-01', 'decide-on-referral', late)?.knownSince).toBe('2026-04-01')
  expect(dutyOn('2026-03-31', 'decide-on-referral', late)).toBeUndefined()
})

test('the edition of the day of the referral decides: the decision is written again in 2023, the acknowledgement is inherited', () => {
  const on = (day: string) => [fact(referralReceived, day, { source: '2A' })]
  expect(dutyOn('2023-12-14', 'decide-on-referral', on('2023-12-14'))?.edition).toBe('wt2018')
  expect(dutyOn('2023-12-15', 'decide-on-referral', on('2023-12-15'))?.edition).toBe('wt2023')
  expect(dutyOn('2019-03-01', 'acknowledge-referral', on('2019-03-01'))?.inherited).toBe(false)
  expect(dutyOn('2023-12-15', 'acknowledge-referral', on('2023-12-15'))?.inherited).toBe(true)
})

const askedFirst = fact(referralDecided, '2026-03-03', { outcome: 'specialist-assessment' })
table('decide-after-specialist-assessment', [
  ['arises where a specialist is asked first', [received, askedFirst], '2026-03-20', 'ageing'],
  ['not from another decision', [received, decided], '2026-03-20', 'none'],
  [
    'met by deciding then',
    [received, askedFirst, fact(referralDecided, '2026-03-20', { outcome: 'early-help' })],
    '2026-03-21',
    'met',
  ],
  [
    'not by asking another specialist, which is owed as well',
    [received, askedFirst, fact(referralDecided, '2026-03-20', { outcome: 'specialist-assessment' })],
    '2026-03-21',
    'ageing, ageing',
  ],
])

test.each([
  ['no-further-action', true],
  ['information-and-advice', true],
  ['early-help', true],
  ['section-17-assessment', false],
  ['strategy-discussion', false],
] as const)(
  'told of the decision “%s”, the referrer is to know why where the threshold is not met',
  (outcome, isNeeded) => {
    const decision = fact(referralDecided, '2026-03-03', { outcome })
    const known = knownAt(given([received, decision]), Number.MAX_SAFE_INTEGER, guidance.kinds)
    const isAsked = (about: string | null) => !schemaOf(askedOnCase(referrerTold, about, known)).safeParse({}).success
    expect(['referral-decided', 'referral-received', null].map(isAsked)).toEqual([isNeeded, isNeeded, isNeeded])
    expect(isAsked('strategy-discussion-held')).toBe(false)
  },
)
