import { describe, expect, test } from 'vitest'
import { derive } from '../engine/derive.ts'
import type { FactDefinition } from '../engine/fact.ts'
import { schemaOf } from '../engine/schema.ts'
import { childSeen } from './assessment.ts'
import { section47EnquiryConcluded, section47EnquiryStarted } from './enquiry-facts.ts'
import { dutyOn, fact, given, policy, struckOut } from './given.ts'
import { guidance } from './index.ts'
import { initialConferenceHeld } from './plan-facts.ts'
import { referralReceived } from './referral.ts'
import {
  conferenceNotNeededTold,
  conferenceRequestDecided,
  conferenceRequested,
  enquiryOutcomeTold,
} from './section-47-enquiry.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'
import { table } from './table.ts'

describe('what is asked for where an enquiry is concluded', () => {
  const ofHarm = { outcome: 'substantiated-continuing-harm', conferenceNeeded: false }
  const approved = { signedOffBy: ['01a22eb6-f790-7000-818c-51098beb41f7'], reasons: 'He has moved away for good.' }
  const asked = (said: Record<string, unknown>) =>
    schemaOf(section47EnquiryConcluded as unknown as FactDefinition)
      .safeParse(said)
      .error?.issues.map(one => one.path.join()) ?? []

  test('no conference although harm is substantiated and goes on: the reason, and the manager who signed it off', () => {
    expect(asked(ofHarm)).toEqual(['signedOffBy', 'reasons'])
    expect(asked({ ...ofHarm, ...approved })).toEqual([])
  })

  test.each([
    ['with a conference', { ...ofHarm, conferenceNeeded: true }],
    ['where nothing was substantiated', { ...ofHarm, outcome: 'not-substantiated' }],
    ['where a file does not say what was found', { conferenceNeeded: false }],
  ])('neither %s', (_, said) => expect(asked(said)).toEqual([]))
})

// 45 working days from Monday 2 March 2026: Thursday 7 May.
const received = fact(referralReceived, '2026-03-02')
const discussion = fact(strategyDiscussionHeld, '2026-03-04', { outcome: 'section-47' })
const started = fact(section47EnquiryStarted, '2026-03-04')
const concluded = fact(section47EnquiryConcluded, '2026-03-20', {
  outcome: 'not-substantiated',
  conferenceNeeded: false,
})

table('conclude-section-47-enquiry', [
  ['inside the 45 working days from the referral', [received, discussion], '2026-03-04', 'due 2026-05-07'],
  ['late after them', [received, discussion], '2026-05-08', 'overdue 2026-05-07'],
  ['no clock without a referral', [discussion], '2026-05-08', 'ageing'],
  ['met', [received, discussion, concluded], '2026-05-08', 'met 2026-05-07'],
  [
    'a conference that was held shows its end',
    [received, discussion, fact(initialConferenceHeld, '2026-03-24', {})],
    '2026-05-08',
    'met 2026-05-07',
  ],
  [
    'one that was adjourned does not',
    [received, discussion, fact(initialConferenceHeld, '2026-03-24', { decision: 'adjourned' })],
    '2026-05-08',
    'overdue 2026-05-07',
  ],
  [
    'one that begins on an open case after the 45 working days has no clock of its own',
    [received, fact(strategyDiscussionHeld, '2026-05-08', { outcome: 'section-47' })],
    '2026-06-30',
    'ageing',
  ],
  [
    'one that begins on the last of them is inside',
    [received, fact(strategyDiscussionHeld, '2026-05-07', { outcome: 'section-47' })],
    '2026-05-07',
    'due 2026-05-07',
  ],
  [
    'not where no enquiry began',
    [received, fact(strategyDiscussionHeld, '2026-03-04', { outcome: 'none' })],
    '2026-05-08',
    'none',
  ],
  [
    'a second discussion owes no second one',
    [received, discussion, fact(strategyDiscussionHeld, '2026-03-06', { outcome: 'section-47' })],
    '2026-03-06',
    'due 2026-05-07',
  ],
  [
    'met late',
    [received, discussion, fact(section47EnquiryConcluded, '2026-05-08', { conferenceNeeded: false })],
    '2026-05-08',
    'met-late 2026-05-07',
  ],
  ['struck out', [received, discussion, struckOut('strategy-discussion-held', '2026-03-10')], '2026-05-08', 'none'],
  [
    'recorded late, it is overdue at once',
    [received, fact(strategyDiscussionHeld, '2026-03-04', { outcome: 'section-47' }, { recordedOn: '2026-05-11' })],
    '2026-05-11',
    'overdue 2026-05-07',
  ],
])

table('conclude-section-47-enquiry-known-by-its-start', [
  [
    'not met by an adjourned conference',
    [received, started, fact(initialConferenceHeld, '2026-03-24', { decision: 'adjourned' })],
    '2026-05-08',
    'overdue 2026-05-07',
  ],
  ['counts from the referral', [received, started], '2026-03-04', 'due 2026-05-07'],
  [
    'not late from its first day',
    [
      received,
      fact(section47EnquiryStarted, '2027-01-11'),
      fact(initialConferenceHeld, '2027-01-25', { decision: 'no-further-action' }),
    ],
    '2027-02-01',
    'met',
  ],
  ['not where a discussion began it', [received, discussion, started], '2026-03-04', 'none'],
  ['met', [received, started, concluded], '2026-05-08', 'met 2026-05-07'],
])

table('make-section-47-enquiries', [
  ['owed from the day on which harm was suspected, without a day of its own', [discussion], '2026-05-08', 'ageing'],
  [
    'not where no enquiry began',
    [fact(strategyDiscussionHeld, '2026-03-04', { outcome: 'none' })],
    '2026-05-08',
    'none',
  ],
  [
    'once, whatever is discussed meanwhile',
    [discussion, fact(strategyDiscussionHeld, '2026-03-06', { outcome: 'section-47' })],
    '2026-05-08',
    'ageing',
  ],
  ['made when they let the authority decide', [discussion, concluded], '2026-05-08', 'met'],
  [
    'made where a conference was held on them',
    [discussion, fact(initialConferenceHeld, '2026-03-24')],
    '2026-05-08',
    'met',
  ],
  [
    'not by an adjourned one',
    [discussion, fact(initialConferenceHeld, '2026-03-24', { decision: 'adjourned' })],
    '2026-05-08',
    'ageing',
  ],
  ['not by seeing the child alone', [discussion, fact(childSeen, '2026-03-05')], '2026-05-08', 'ageing'],
])

table('make-section-47-enquiries-known-by-their-start', [
  ['owed where an order or police protection began them', [started], '2026-05-08', 'ageing'],
  ['not beside the discussion that began them', [discussion, started], '2026-05-08', 'none'],
  ['made when they let the authority decide', [started, concluded], '2026-05-08', 'met'],
])

test('the law owes the enquiries, the guidance their days', () => {
  const forceOf = (id: string) => guidance.rules.get(id)?.editions.map(({ force }) => force)
  expect(forceOf('make-section-47-enquiries')).toEqual(['must'])
  expect(forceOf('make-section-47-enquiries-known-by-their-start')).toEqual(['must'])
  expect(forceOf('conclude-section-47-enquiry')).toEqual(['should'])
})

table('see-child-in-enquiry', [
  ['arises with the enquiry', [received, discussion], '2026-05-08', 'ageing'],
  ['not without one', [fact(strategyDiscussionHeld, '2026-03-04', { outcome: 'none' })], '2026-05-08', 'none'],
  ['met the same day', [discussion, fact(childSeen, '2026-03-04')], '2026-05-08', 'met'],
])

table('see-child-in-enquiry-known-by-its-start', [
  [
    'arises with an enquiry of which only the start is recorded',
    [fact(section47EnquiryStarted, '2026-03-04')],
    '2026-05-08',
    'ageing',
  ],
  [
    'not beside the discussion that began it',
    [discussion, fact(section47EnquiryStarted, '2026-03-04')],
    '2026-05-08',
    'none',
  ],
  [
    'met the same day',
    [fact(section47EnquiryStarted, '2026-03-04'), fact(childSeen, '2026-03-04')],
    '2026-05-08',
    'met',
  ],
  [
    'not by a visit before it',
    [fact(section47EnquiryStarted, '2026-03-04'), fact(childSeen, '2026-03-03')],
    '2026-05-08',
    'ageing',
  ],
])

table('tell-enquiry-outcome', [
  ['arises from the conclusion', [discussion, concluded], '2026-05-08', 'ageing'],
  ['met', [discussion, concluded, fact(enquiryOutcomeTold, '2026-03-23', { told: ['family'] })], '2026-05-08', 'met'],
])

table('tell-agencies-no-conference', [
  ['arises where no conference is planned', [discussion, concluded], '2026-05-08', 'ageing'],
  [
    'not where one is',
    [discussion, fact(section47EnquiryConcluded, '2026-03-20', { conferenceNeeded: true })],
    '2026-05-08',
    'none',
  ],
  ['met', [discussion, concluded, fact(conferenceNotNeededTold, '2026-03-20')], '2026-05-08', 'met'],
])

const asked = fact(conferenceRequested, '2026-03-23')
table('decide-conference-request', [
  ['arises from the request', [discussion, concluded, asked], '2026-05-08', 'ageing'],
  [
    'met by the reply',
    [discussion, concluded, asked, fact(conferenceRequestDecided, '2026-03-24', { decision: 'hold' })],
    '2026-05-08',
    'met',
  ],
  [
    'each request has its own',
    [discussion, concluded, asked, fact(conferenceRequested, '2026-03-25')],
    '2026-05-08',
    'ageing, ageing',
  ],
])

test('it says why there is no day', () => {
  expect(dutyOn('2026-03-05', 'conclude-section-47-enquiry', [discussion])?.remark).toMatch('No referral is recorded')
})

test('one enquiry is one procedure, whatever began it, and it closes with its conclusion or a conference', () => {
  const open = (...drafts: Parameters<typeof given>[0]) =>
    derive(given(drafts), Number.MAX_SAFE_INTEGER, policy(), guidance)
      .procedures.filter(one => one.procedure === 'section-47-enquiry')
      .map(one => `${one.root} ${one.closed?.on.from ?? 'open'}`)
  const again = fact(strategyDiscussionHeld, '2026-03-10', { outcome: 'section-47' })
  expect(open(received, discussion, started, again)).toEqual(['strategy-discussion-held open'])
  expect(open(received, discussion, again, concluded)).toEqual(['strategy-discussion-held 2026-03-20'])
  expect(open(received, started, fact(initialConferenceHeld, '2026-03-24'))).toEqual([
    'section-47-enquiry-started 2026-03-24',
  ])
  const later = fact(strategyDiscussionHeld, '2026-06-10', { outcome: 'section-47' })
  expect(open(received, discussion, concluded, later)).toEqual([
    'strategy-discussion-held 2026-03-20',
    'strategy-discussion-held 2 open',
  ])
})
