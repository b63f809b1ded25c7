/** The threshold document is looked at again five days late. */

import { fact } from '../../src/procedures/given.ts'
import { partnersNamed } from '../../src/procedures/safeguarding-partners.ts'
import { thresholdPublished, thresholdReviewed } from '../../src/procedures/threshold-document.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 the partners are named.',
      fact(partnersNamed, '2026-03-02'),
      { 'publish-threshold-document': 'ageing' },
    ],
    [
      'They publish it on 30 March 2026, to be looked at by 30 September.',
      fact(thresholdPublished, '2026-03-30', {
        contents: ['early-help', 'levels', 'procedures'],
        reviewOn: '2026-09-30',
      }),
      { 'publish-threshold-document': 'met' },
    ],
    [
      'They look at it on 5 October 2026, five days late.',
      fact(thresholdReviewed, '2026-10-05'),
      { 'review-threshold-document': 'met-late 2026-09-30' },
    ],
  ],
}
