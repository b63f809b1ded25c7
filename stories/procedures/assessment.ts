/** An assessment is finished on the forty-sixth working day. */

import {
  assessmentAuthorised,
  assessmentOutcomeTold,
  assessmentStarted,
  childSeen,
} from '../../src/procedures/assessment.ts'
import { fact } from '../../src/procedures/given.ts'
import { referralDecided, referralReceived } from '../../src/procedures/referral.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    ['On 2 March 2026 a referral arrives.', fact(referralReceived, '2026-03-02', { source: '2A' })],
    [
      'On 3 March 2026 it is decided to assess.',
      fact(referralDecided, '2026-03-03', { outcome: 'section-17-assessment' }),
      { 'conclude-assessment': 'due 2026-05-07' },
    ],
    ['The assessment starts on 4 March 2026.', fact(assessmentStarted, '2026-03-04')],
    [
      'The child is seen alone on 9 March 2026.',
      fact(childSeen, '2026-03-09', { alone: true }),
      { 'see-child-after-referral': 'met' },
    ],
    [
      'It is authorised on 8 May 2026, one working day late.',
      fact(assessmentAuthorised, '2026-05-08', { outcome: 'no-further-action' }),
      { 'conclude-assessment': 'met-late 2026-05-07' },
    ],
    [
      'The family is told on 11 May 2026.',
      fact(assessmentOutcomeTold, '2026-05-11', { told: ['family'] }),
      { 'tell-assessment-outcome': 'met' },
    ],
  ],
}
