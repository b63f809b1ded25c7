/** The protocol for assessment is looked at again four days late. */

import { protocolPublished, protocolReviewed } from '../../src/procedures/assessment-protocol.ts'
import { fact } from '../../src/procedures/given.ts'
import { partnersNamed } from '../../src/procedures/safeguarding-partners.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 the partners are named.',
      fact(partnersNamed, '2026-03-02'),
      { 'publish-assessment-protocol': 'ageing' },
    ],
    [
      'The council publishes the protocol on 20 April 2026, to be looked at by 1 October.',
      fact(protocolPublished, '2026-04-20', {
        contents: ['together', 'family', 'reviews', 'care', 'mental-health'],
        reviewOn: '2026-10-01',
      }),
      { 'publish-assessment-protocol': 'met', 'review-assessment-protocol': 'due 2026-10-01' },
    ],
    [
      'It is looked at on 5 October 2026, four days late.',
      fact(protocolReviewed, '2026-10-05'),
      { 'review-assessment-protocol': 'met-late 2026-10-01' },
    ],
  ],
}
