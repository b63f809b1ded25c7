/** A school refers, two people see it differently, and the decision takes three working days. */

import { fact } from '../../src/procedures/given.ts'
import {
  familyTold,
  referralAcknowledged,
  referralDecided,
  referralDecisionLookedAt,
  referralDecisionProposed,
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
      'On 3 March 2026 the duty worker proposes early help. That decides nothing.',
      fact(referralDecisionProposed, '2026-03-03', { outcome: 'early-help' }),
      { 'decide-on-referral': 'due 2026-03-03' },
    ],
    [
      'The manager looks at it on 4 March 2026 and would assess. The decision is late by now.',
      fact(referralDecisionLookedAt, '2026-03-04', { view: 'otherwise', instead: 'section-17-assessment' }),
      { 'decide-on-referral': 'overdue 2026-03-03' },
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
