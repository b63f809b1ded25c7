import { section47EnquiryConcluded, section47EnquiryStarted } from './enquiry-facts.ts'
import { fact } from './given.ts'
import { initialConferenceHeld } from './plan-facts.ts'
import { conferenceRequestDecided, conferenceRequested } from './section-47-enquiry.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'
import { table } from './table.ts'

// 15 working days from Wednesday 25 March 2026, over Easter: Friday 17 April.
const discussion = fact(strategyDiscussionHeld, '2026-03-25', { outcome: 'section-47' })
const again = fact(strategyDiscussionHeld, '2026-03-31', { outcome: 'section-47' })
const held = fact(initialConferenceHeld, '2026-04-17', { decision: 'child-protection-plan' })
const adjourned = fact(initialConferenceHeld, '2026-04-16', { decision: 'adjourned' })
const notNeeded = fact(section47EnquiryConcluded, '2026-04-08', { conferenceNeeded: false })
const asked = fact(conferenceRequested, '2026-04-09')
const heard = fact(conferenceRequestDecided, '2026-04-10', { decision: 'hold' })
table('hold-requested-conference', [
  [
    'an agency asked and was heard: the days run from the discussion',
    [discussion, notNeeded, asked, heard],
    '2026-04-10',
    'due 2026-04-17',
  ],
  ['late after them', [discussion, notNeeded, asked, heard], '2026-04-18', 'overdue 2026-04-17'],
  [
    'not where it was refused',
    [discussion, notNeeded, asked, fact(conferenceRequestDecided, '2026-04-10', { decision: 'do-not-hold' })],
    '2026-04-18',
    'none',
  ],
  ['met', [discussion, notNeeded, asked, heard, held], '2026-04-18', 'met 2026-04-17'],
  ['not by an adjournment', [discussion, notNeeded, asked, heard, adjourned], '2026-04-18', 'overdue 2026-04-17'],
  [
    'a second discussion in the enquiry moves nothing',
    [discussion, again, notNeeded, asked, heard],
    '2026-04-10',
    'due 2026-04-17',
  ],
  [
    'nor does an enquiry that began since: the request is about the one before',
    [discussion, notNeeded, asked, fact(strategyDiscussionHeld, '2026-04-09', { outcome: 'section-47' }), heard],
    '2026-04-10',
    'due 2026-04-17',
  ],
  [
    'counted from the start where no discussion is recorded, whatever is discussed after it',
    [fact(section47EnquiryStarted, '2026-03-25'), again, notNeeded, asked, heard],
    '2026-04-10',
    'due 2026-04-17',
  ],
])
