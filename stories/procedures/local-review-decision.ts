/** A rapid review decides on a local review; the criteria are weighed five days later, and everybody hears of it. */

import { fact } from '../../src/procedures/given.ts'
import { localReviewDecided, localReviewTold } from '../../src/procedures/local-review-decision.ts'
import { rapidReviewFinished } from '../../src/procedures/rapid-review.ts'
import { incidentKnown } from '../../src/procedures/serious-incident.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Deciding and telling are owed promptly or as soon as possible, and age.',
  steps: [
    [
      'On 2 March 2026 a serious incident is known.',
      fact(incidentKnown, '2026-03-02', {
        abuse: 'suspected',
        harm: 'seriously-harmed',
        where: 'here',
        under18: 'yes',
      }),
      { 'consider-local-review': 'ageing' },
    ],
    [
      'The rapid review is finished on 20 March 2026.',
      fact(rapidReviewFinished, '2026-03-20', { localReview: 'local-review' }),
      { 'consider-local-review': 'ageing', 'tell-of-local-review-from-rapid-review': 'ageing' },
    ],
    [
      'The partners weigh the criteria on 25 March 2026: they say again that a local review is held.',
      fact(localReviewDecided, '2026-03-25', { decision: 'local-review', criteria: ['together'] }),
      { 'consider-local-review': 'met', 'tell-of-local-review-from-rapid-review': 'ageing' },
    ],
    [
      'Panel, Ofsted, Department and family are told on 26 March 2026.',
      fact(localReviewTold, '2026-03-26', { told: ['panel', 'ofsted', 'department', 'family'] }),
      { 'tell-of-local-review-from-rapid-review': 'met', 'tell-family-of-review-decision-from-rapid-review': 'met' },
    ],
  ],
}
