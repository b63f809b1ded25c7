/** An enquiry ends on the forty-sixth working day, without a conference. */

import { childSeen } from '../../src/procedures/assessment.ts'
import { section47EnquiryConcluded, section47EnquiryStarted } from '../../src/procedures/enquiry-facts.ts'
import { fact } from '../../src/procedures/given.ts'
import { referralReceived } from '../../src/procedures/referral.ts'
import {
  conferenceNotNeededTold,
  conferenceRequestDecided,
  conferenceRequested,
  enquiryOutcomeTold,
} from '../../src/procedures/section-47-enquiry.ts'
import { strategyDiscussionHeld } from '../../src/procedures/strategy-discussion.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    ['On 2 March 2026 a referral arrives.', fact(referralReceived, '2026-03-02', { source: '3E' })],
    [
      'On 2 March 2026 a discussion decides on an enquiry.',
      fact(strategyDiscussionHeld, '2026-03-02', { outcome: 'section-47' }),
      { 'conclude-section-47-enquiry': 'due 2026-05-07' },
    ],
    [
      'On 2 March 2026 it begins, jointly with the police; a social worker leads.',
      fact(section47EnquiryStarted, '2026-03-02', { enquiry: 'joint', lead: 'social-worker' }),
    ],
    [
      'The child is seen on 3 March 2026.',
      fact(childSeen, '2026-03-03', { alone: true }),
      { 'see-child-in-enquiry': 'met' },
    ],
    [
      'The enquiry ends on 8 May 2026, one working day late.',
      fact(section47EnquiryConcluded, '2026-05-08', { conferenceNeeded: false }),
      { 'conclude-section-47-enquiry': 'met-late 2026-05-07', 'make-section-47-enquiries': 'met' },
    ],
    [
      'The family is told on 11 May 2026.',
      fact(enquiryOutcomeTold, '2026-05-11', { told: ['family'] }),
      { 'tell-enquiry-outcome': 'met' },
    ],
    [
      'The agencies are told on 11 May 2026 that no conference follows.',
      fact(conferenceNotNeededTold, '2026-05-11'),
      { 'tell-agencies-no-conference': 'met' },
    ],
    [
      'The school asks for a conference on 12 May 2026.',
      fact(conferenceRequested, '2026-05-12', { backed: true }),
      { 'decide-conference-request': 'ageing' },
    ],
    [
      'It has its answer on 13 May 2026.',
      fact(conferenceRequestDecided, '2026-05-13', { decision: 'do-not-hold' }),
      { 'decide-conference-request': 'met' },
    ],
  ],
}
