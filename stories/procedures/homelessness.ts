/** A boy of seventeen has nowhere to sleep. */

import { assessmentStarted } from '../../src/procedures/assessment.ts'
import { fact } from '../../src/procedures/given.ts'
import { homelessnessSeen, referredToHousing } from '../../src/procedures/homelessness.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Both are owed promptly, and age.',
  steps: [
    [
      'On 2 March 2026 a boy of seventeen says that he has no home, and agrees to a referral.',
      fact(homelessnessSeen, '2026-03-02', { who: '16-or-17', agrees: 'yes' }),
      { 'refer-to-housing-authority': 'ageing', 'assess-homeless-child': 'ageing' },
    ],
    [
      'His assessment starts on 3 March 2026.',
      fact(assessmentStarted, '2026-03-03'),
      { 'assess-homeless-child': 'met' },
    ],
    [
      'He is referred to the housing authority on 4 March 2026.',
      fact(referredToHousing, '2026-03-04'),
      { 'refer-to-housing-authority': 'met' },
    ],
  ],
}
