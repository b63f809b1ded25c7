/** A school refers, and the decision takes three working days. */

import { fact } from '../../src/procedures/given.ts'
import {
  familyTold,
  referralAcknowledged,
  referralDecided,
  referralReceived,
  referrerTold,
} from '../../src/procedures/referral.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a school refers a boy.',
      fact(referralReceived, '2026-03-02', { source: '2A' }),
      { 'decide-on-referral': 'due 2026-03-03' },
    ],
    [
      'It is acknowledged on 3 March 2026.',
      fact(referralAcknowledged, '2026-03-03'),
      { 'acknowledge-referral': 'met 2026-03-03' },
    ],
    [
      'The decision comes on 5 March 2026, two working days late.',
      fact(referralDecided, '2026-03-05', { outcome: 'section-17-assessment' }),
      { 'decide-on-referral': 'met-late 2026-03-03' },
    ],
    ['The school is told on 5 March 2026.', fact(referrerTold, '2026-03-05'), { 'tell-referrer-of-decision': 'met' }],
    [
      'The family is told on 6 March 2026.',
      fact(familyTold, '2026-03-06', { told: 'told' }),
      { 'tell-family-of-decision': 'met' },
    ],
  ],
}
