/** A board’s last review comes out two months late. */

import { fact } from '../../src/procedures/given.ts'
import { caseReviewInHand, caseReviewPublished } from '../../src/procedures/serious-case-review.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 1 April 2019 the board leaves a review that is not finished.',
      fact(caseReviewInHand, '2019-04-01'),
      { 'publish-serious-case-review': 'due 2020-04-01' },
    ],
    [
      'It is published on 1 June 2020, two months late.',
      fact(caseReviewPublished, '2020-06-01'),
      { 'publish-serious-case-review': 'met-late 2020-04-01' },
    ],
  ],
}
