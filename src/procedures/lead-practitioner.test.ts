import { expect, test } from 'vitest'
import { assessmentStarted } from './assessment.ts'
import { section47EnquiryStarted } from './enquiry-facts.ts'
import { corrected, dutyOn, fact, struckOut } from './given.ts'
import { leadAllocated } from './lead-practitioner.ts'
import { referralDecided, referralReceived } from './referral.ts'
import { guidanceRepinned } from './repinning.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'
import { table } from './table.ts'

const byFamilyWorker = { lead: 'other' } as const
const bySocialWorker = { lead: 'social-worker' } as const
const supervised = { allocator: 'social-work-qualified' } as const

// Thursday 1 June 2023 is under the print of December 2020; Friday 15 December 2023 is the first day of the edition of 2023.
const referral = fact(referralReceived, '2023-05-31', { source: '2A' })
const begun = (day: string, data = {}) => fact(assessmentStarted, day, data)

table('give-assessment-to-social-worker', [
  ['a social worker leads: nothing departs', [referral, begun('2023-06-01', bySocialWorker)], '2023-07-01', 'none'],
  ['nobody said who leads', [referral, begun('2023-06-01')], '2023-07-01', 'none'],
  [
    'a family support worker leads on 1 June 2023',
    [referral, begun('2023-06-01', byFamilyWorker)],
    '2023-07-01',
    'ageing',
  ],
  [
    'also where it is allocated by a social work supervisor',
    [referral, begun('2023-06-01', { ...byFamilyWorker, ...supervised })],
    '2023-07-01',
    'ageing',
  ],
  [
    'on the last day before the edition of 2023',
    [referral, begun('2023-12-14', byFamilyWorker)],
    '2024-01-02',
    'ageing',
  ],
  ['on its first day, another may lead', [referral, begun('2023-12-15', byFamilyWorker)], '2024-01-02', 'none'],
  ['in 2026, another may lead', [referral, begun('2026-03-18', byFamilyWorker)], '2026-04-01', 'none'],
  [
    'what began under the edition before stays under it, however late it is allocated',
    [referral, begun('2023-11-01', bySocialWorker), fact(leadAllocated, '2024-02-01', byFamilyWorker)],
    '2024-02-02',
    'ageing',
  ],
  [
    'what went over to the edition of 2023 goes by it',
    [
      referral,
      begun('2023-11-01', bySocialWorker),
      fact(guidanceRepinned, '2024-01-15', { to: '2023-12-15' }, { about: 'assessment-started' }),
      fact(leadAllocated, '2024-02-01', byFamilyWorker, { about: 'assessment-started' }),
    ],
    '2024-02-02',
    'none',
  ],
  [
    'put right by giving it to a social worker',
    [referral, begun('2023-06-01', byFamilyWorker), fact(leadAllocated, '2023-06-08', bySocialWorker)],
    '2023-07-01',
    'met',
  ],
  [
    'a social worker who led before does not put it right',
    [
      referral,
      begun('2023-06-01', bySocialWorker),
      fact(leadAllocated, '2023-06-05', bySocialWorker),
      fact(leadAllocated, '2023-06-08', byFamilyWorker),
    ],
    '2023-07-01',
    'ageing',
  ],
  [
    'recorded a month late',
    [referral, begun('2023-06-01'), fact(leadAllocated, '2023-06-02', byFamilyWorker, { recordedOn: '2023-07-03' })],
    '2023-07-03',
    'ageing',
  ],
  [
    'corrected: it was a social worker',
    [
      referral,
      begun('2023-06-01', byFamilyWorker),
      corrected('assessment-started', '2023-06-01', bySocialWorker, '2023-06-09'),
    ],
    '2023-06-09',
    'none',
  ],
  [
    'struck out',
    [
      referral,
      begun('2023-06-01'),
      fact(leadAllocated, '2023-06-02', byFamilyWorker),
      struckOut('lead-practitioner-allocated', '2023-06-09'),
    ],
    '2023-06-09',
    'none',
  ],
])

const taken = fact(referralDecided, '2026-03-03', { outcome: 'section-17-assessment' })
const received = fact(referralReceived, '2026-03-02', { source: '2A' })

table('allocate-assessment-lead', [
  ['arises when a referral is taken on', [received, taken], '2026-03-04', 'ageing'],
  [
    'not for another decision',
    [received, fact(referralDecided, '2026-03-03', { outcome: 'early-help' })],
    '2026-03-04',
    'none',
  ],
  [
    'nor before 15 December 2023',
    [referral, fact(referralDecided, '2023-06-01', { outcome: 'section-17-assessment' })],
    '2023-07-01',
    'none',
  ],
  [
    'met by the form that begins the assessment',
    [received, taken, begun('2026-03-04', { ...byFamilyWorker, ...supervised })],
    '2026-03-05',
    'met',
  ],
  [
    'met by a later allocation',
    [received, taken, begun('2026-03-04'), fact(leadAllocated, '2026-03-06', { ...byFamilyWorker, ...supervised })],
    '2026-03-06',
    'met',
  ],
  [
    'not by somebody who is not qualified in social work',
    [received, taken, begun('2026-03-04', { ...byFamilyWorker, allocator: 'other' })],
    '2026-03-05',
    'ageing',
  ],
  ['struck out decision', [received, taken, struckOut('referral-decided', '2026-03-05')], '2026-03-05', 'none'],
])

const discussion = fact(strategyDiscussionHeld, '2026-03-05', { outcome: 'section-47' })

table('give-enquiry-to-social-worker', [
  ['nobody said who leads', [received, discussion], '2026-03-06', 'none'],
  [
    'another practitioner leads',
    [received, discussion, fact(leadAllocated, '2026-03-05', byFamilyWorker)],
    '2026-03-06',
    'ageing',
  ],
  [
    'said on the form of its start',
    [received, discussion, fact(section47EnquiryStarted, '2026-03-05', byFamilyWorker)],
    '2026-03-06',
    'ageing',
  ],
  [
    'also in 2021',
    [
      fact(strategyDiscussionHeld, '2021-03-05', { outcome: 'section-47' }),
      fact(leadAllocated, '2021-03-05', byFamilyWorker),
    ],
    '2021-03-06',
    'ageing',
  ],
  [
    'put right',
    [
      received,
      discussion,
      fact(leadAllocated, '2026-03-05', byFamilyWorker),
      fact(leadAllocated, '2026-03-06', bySocialWorker),
    ],
    '2026-03-06',
    'met',
  ],
])

table('give-enquiry-known-by-its-start-to-social-worker', [
  [
    'a social worker leads',
    [received, fact(section47EnquiryStarted, '2026-03-05', bySocialWorker)],
    '2026-03-06',
    'none',
  ],
  [
    'another practitioner leads',
    [received, fact(section47EnquiryStarted, '2026-03-05', byFamilyWorker)],
    '2026-03-06',
    'ageing',
  ],
  [
    'a discussion began it: the duty is that of the discussion',
    [received, discussion, fact(section47EnquiryStarted, '2026-03-05', byFamilyWorker)],
    '2026-03-06',
    'none',
  ],
  [
    'put right',
    [
      received,
      fact(section47EnquiryStarted, '2026-03-05', byFamilyWorker),
      fact(leadAllocated, '2026-03-09', bySocialWorker),
    ],
    '2026-03-09',
    'met',
  ],
])

test('it says that it departs, and is known since the allocation was written down', () => {
  const late = fact(leadAllocated, '2023-06-02', byFamilyWorker, { recordedOn: '2023-07-03' })
  const owed = dutyOn('2023-07-03', 'give-assessment-to-social-worker', [referral, begun('2023-06-01'), late])
  expect(owed).toMatchObject({ knownSince: '2023-07-03', edition: 'wt2018', remark: expect.stringMatching('departs') })
})
