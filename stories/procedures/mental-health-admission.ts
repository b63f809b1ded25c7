/** A girl of fifteen is detained on a ward for adults; the trust weighs whether to refer her, and does. */

import { fact } from '../../src/procedures/given.ts'
import { mentalHealthAdmitted, referralAfterAdmissionWeighed } from '../../src/procedures/mental-health-admission.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Whether to refer is weighed at the admission, without a number of days: it ages.',
  steps: [
    [
      'On 2 March 2026 a girl of fifteen is detained under the Mental Health Act, on a ward for adults.',
      fact(
        mentalHealthAdmitted,
        '2026-03-02',
        { how: 'detained', adultWard: true, told: ['parents'] },
        { agency: 'trust' },
      ),
      { 'weigh-referral-after-mental-health-admission': 'ageing' },
    ],
    [
      'By 5 March 2026 nobody has asked yet whether she should be referred.',
      '2026-03-05',
      { 'weigh-referral-after-mental-health-admission': 'ageing' },
    ],
    [
      'On 6 March 2026 the ward’s named nurse weighs it, and refers her.',
      fact(referralAfterAdmissionWeighed, '2026-03-06', { decision: 'referred' }, { agency: 'trust' }),
      { 'weigh-referral-after-mental-health-admission': 'met' },
    ],
  ],
}
