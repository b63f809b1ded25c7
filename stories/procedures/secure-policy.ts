/** A secure home looks at its policy again a week too late. */

import { fact } from '../../src/procedures/given.ts'
import { securePolicyReviewed } from '../../src/procedures/secure-policy.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a secure home looks at its policy on keeping children safe.',
      fact(securePolicyReviewed, '2026-03-02'),
      { 'review-secure-policy': 'due 2027-03-02' },
    ],
    [
      'It looks again on 9 March 2027, a week late.',
      fact(securePolicyReviewed, '2027-03-09'),
      { 'review-secure-policy': 'met-late 2027-03-02, due 2028-03-09' },
    ],
  ],
}
