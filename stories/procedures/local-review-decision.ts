/** The partners decide on a local review, and say so. */

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
      { 'consider-local-review': 'met' },
    ],
    [
      'A local review is decided on 25 March 2026.',
      fact(localReviewDecided, '2026-03-25', { decision: 'local-review' }),
      { 'tell-of-local-review': 'ageing' },
    ],
    [
      'Panel, Ofsted, Department and family are told on 26 March 2026.',
      fact(localReviewTold, '2026-03-26', { told: ['panel', 'ofsted', 'department', 'family'] }),
      { 'tell-of-local-review': 'met', 'tell-family-of-review-decision': 'met' },
    ],
  ],
}
