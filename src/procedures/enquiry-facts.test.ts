import { expect, test } from 'vitest'
import { section47EnquiryConcluded, section47EnquiryStarted } from './enquiry-facts.ts'
import { fact, openOn } from './given.ts'
import { initialConferenceHeld } from './plan-facts.ts'
import { referralReceived } from './referral.ts'
import { conferenceRequestDecided, conferenceRequested } from './section-47-enquiry.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'
import { table } from './table.ts'

// 15 working days from Tuesday 3 March 2026: Tuesday the 24th; from Tuesday the 10th: Tuesday the 31st.
const received = fact(referralReceived, '2026-03-02')
const first = fact(strategyDiscussionHeld, '2026-03-03', { outcome: 'section-47' })
const concludedAt = (at?: string) =>
  fact(section47EnquiryConcluded, '2026-03-10', { conferenceNeeded: false }, at ? { at } : {})
const concluded = concludedAt()
const againAt = (at?: string) => fact(strategyDiscussionHeld, '2026-03-10', { outcome: 'section-47' }, at ? { at } : {})
const again = againAt()

// One enquiry may begin on the day on which the one before was concluded.
table('hold-initial-conference', [
  [
    'an enquiry that begins in the evening of the day on which one was concluded has its own',
    [first, concluded, againAt('19:00')],
    '2026-03-12',
    'lapsed 2026-03-24, due 2026-03-31',
  ],
  [
    'the times decide, where both are known',
    [first, againAt('19:00'), concludedAt('12:00')],
    '2026-03-12',
    'lapsed 2026-03-24, due 2026-03-31',
  ],
  [
    'so that a discussion of the morning, recorded after the conclusion, begins none',
    [first, concludedAt('12:00'), againAt('09:00')],
    '2026-03-12',
    'lapsed 2026-03-24',
  ],
  [
    'nor does one that was recorded before it, without a time',
    [first, again, concluded],
    '2026-03-12',
    'lapsed 2026-03-24',
  ],
  [
    'what begins after a conference of the same day has its own, which that conference does not meet',
    [received, first, fact(initialConferenceHeld, '2026-03-10', { decision: 'child-protection-plan' }), again],
    '2026-03-12',
    'met 2026-03-24, due 2026-03-31',
  ],
  [
    'an enquiry that began and ended on one day ends, whichever was recorded first',
    [received, concluded, again],
    '2026-03-12',
    'lapsed 2026-03-31',
  ],
])
table('hold-initial-conference-from-start-of-enquiry', [
  [
    'an enquiry known by its start alone has its own on that day',
    [first, concluded, fact(section47EnquiryStarted, '2026-03-10')],
    '2026-03-12',
    'due 2026-03-31',
  ],
  [
    'not where it was recorded before the conclusion: it is that of the enquiry under way',
    [first, fact(section47EnquiryStarted, '2026-03-10'), concluded],
    '2026-03-12',
    'none',
  ],
])
table('make-section-47-enquiries', [
  ['owed anew in the evening of the same day', [first, concluded, againAt('19:00')], '2026-03-12', 'met, ageing'],
  ['once, where both were discussed before it', [first, again, concluded], '2026-03-12', 'met'],
  [
    'not met by a conclusion of the enquiry before, also where a conference had shown its end',
    [first, fact(initialConferenceHeld, '2026-03-10', {}, { at: '09:00' }), concludedAt('10:00'), againAt('19:00')],
    '2026-03-12',
    'met, ageing',
  ],
])
table('hold-requested-conference', [
  [
    'a new enquiry on the day of the conclusion moves nothing',
    [
      first,
      concluded,
      again,
      fact(conferenceRequested, '2026-03-11'),
      fact(conferenceRequestDecided, '2026-03-12', { decision: 'hold' }),
    ],
    '2026-03-12',
    'due 2026-03-24',
  ],
])

test('the enquiry of the evening is open when the one before was concluded on that day', () => {
  for (const referral of [[], [received]]) {
    expect(openOn([...referral, first, concluded, again])).toContain('section-47-enquiry')
    expect(openOn([...referral, first, again, concluded])).not.toContain('section-47-enquiry')
  }
})
