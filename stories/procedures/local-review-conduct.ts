/** A review asks the family and those who worked with them. */

import { fact } from '../../src/procedures/given.ts'
import {
  familyInvited,
  improvementActedOn,
  improvementFound,
  methodAgreed,
  practitionersMet,
} from '../../src/procedures/local-review-conduct.ts'
import { localReviewDecided } from '../../src/procedures/local-review-decision.ts'
import { reviewerAppointed } from '../../src/procedures/local-review-supervision.ts'
import { reviewPublished } from '../../src/procedures/review-report-facts.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Each step is owed promptly or without delay, and ages.',
  steps: [
    [
      'On 2 March 2026 a local review is decided.',
      fact(localReviewDecided, '2026-03-02', { decision: 'local-review' }),
      { 'agree-review-method': 'ageing' },
    ],
    ['A reviewer is appointed on 9 March 2026.', fact(reviewerAppointed, '2026-03-09')],
    ['The method is agreed on 12 March 2026.', fact(methodAgreed, '2026-03-12'), { 'agree-review-method': 'met' }],
    [
      'The family is asked on 16 March 2026 to take part.',
      fact(familyInvited, '2026-03-16', { who: ['parents'] }),
      { 'invite-family-to-review': 'met' },
    ],
    [
      'Practitioners meet on 30 March 2026.',
      fact(practitionersMet, '2026-03-30'),
      { 'involve-practitioners-in-review': 'met' },
    ],
    [
      'Something to mend is found on 13 April 2026.',
      fact(improvementFound, '2026-04-13'),
      { 'act-on-improvement-point': 'ageing' },
    ],
    ['It is mended on 20 April 2026.', fact(improvementActedOn, '2026-04-20'), { 'act-on-improvement-point': 'met' }],
    ['The review is published on 3 August 2026.', fact(reviewPublished, '2026-08-03', { what: 'full' })],
  ],
}
