/** The partners look at their reviewer’s work two days late. */
import { weeks } from '../../src/guidance/limits.ts'
import { fact } from '../../src/procedures/given.ts'
import { localReviewDecided } from '../../src/procedures/local-review-decision.ts'
import { reviewChecked, reviewerAppointed } from '../../src/procedures/local-review-supervision.ts'
import { reviewPublished } from '../../src/procedures/review-report-facts.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  local: { 'T4-LR-02': weeks(6) },
  steps: [
    [
      'On 2 March 2026 a local review is decided.',
      fact(localReviewDecided, '2026-03-02', { decision: 'local-review' }),
      { 'appoint-reviewer': 'ageing' },
    ],
    [
      'A reviewer is appointed on 9 March 2026; the partners look every six weeks.',
      fact(reviewerAppointed, '2026-03-09'),
      { 'appoint-reviewer': 'met', 'look-at-review': 'due 2026-04-20' },
    ],
    [
      'They look on 22 April 2026, two days late.',
      fact(reviewChecked, '2026-04-22', { isOnTime: true, quality: 'good' }),
      { 'look-at-review': 'met-late 2026-04-20', 'look-at-review-again': 'due 2026-06-03' },
    ],
    [
      'The review is published on 1 June 2026.',
      fact(reviewPublished, '2026-06-01', { what: 'full' }),
      { 'look-at-review-again': 'met 2026-06-03' },
    ],
  ],
}
