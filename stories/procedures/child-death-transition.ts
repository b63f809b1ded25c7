/** An old panel’s last review ends a month late. */
import { oldReviewFinished, oldReviewInHand } from '../../src/procedures/child-death-transition.ts'
import { fact } from '../../src/procedures/given.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 1 July 2019 the old panel leaves a review that is not finished.',
      fact(oldReviewInHand, '2019-07-01'),
      { 'finish-old-death-review': 'due 2019-11-01' },
    ],
    [
      'It is finished on 2 December 2019, a month late.',
      fact(oldReviewFinished, '2019-12-02'),
      { 'finish-old-death-review': 'met-late 2019-11-01' },
    ],
  ],
}
