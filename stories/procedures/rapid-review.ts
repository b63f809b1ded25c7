/** A rapid review reaches the Panel one working day late. */

import { fact } from '../../src/procedures/given.ts'
import {
  panelAnswered,
  rapidReviewFinished,
  rapidReviewMet,
  rapidReviewSent,
} from '../../src/procedures/rapid-review.ts'
import { incidentKnown } from '../../src/procedures/serious-incident.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a serious incident is known.',
      fact(incidentKnown, '2026-03-02', {
        abuse: 'suspected',
        harm: 'seriously-harmed',
        where: 'here',
        under18: 'yes',
      }),
      { 'send-rapid-review-in-fifteen-working-days': 'due 2026-03-23' },
    ],
    ['The partners meet on 12 March 2026.', fact(rapidReviewMet, '2026-03-12', { safeNow: true })],
    [
      'The review is finished on 20 March 2026.',
      fact(rapidReviewFinished, '2026-03-20', { localReview: 'no-review', nationalReview: 'no' }),
      { 'carry-out-rapid-review': 'met', 'send-rapid-review': 'ageing' },
    ],
    [
      'It is sent on 24 March 2026, one working day late.',
      fact(rapidReviewSent, '2026-03-24'),
      { 'send-rapid-review-in-fifteen-working-days': 'met-late 2026-03-23', 'send-rapid-review': 'met' },
    ],
    ['The Panel answers on 13 April 2026.', fact(panelAnswered, '2026-04-13', { answer: 'no-national-review' })],
  ],
}
