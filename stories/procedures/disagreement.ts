/** A surgery disagrees, and is heard. */
import { disagreementRaised, disagreementSettled } from '../../src/procedures/disagreement.ts'
import { fact } from '../../src/procedures/given.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'It is owed promptly, and ages.',
  steps: [
    [
      'On 2 March 2026 a surgery disagrees with a decision.',
      fact(disagreementRaised, '2026-03-02', { decision: 'referral', stage: 'practitioners' }),
      { 'settle-disagreement': 'ageing' },
    ],
    [
      'It is settled on 9 March 2026.',
      fact(disagreementSettled, '2026-03-09', { resolution: 'changed' }),
      { 'settle-disagreement': 'met' },
    ],
  ],
}
