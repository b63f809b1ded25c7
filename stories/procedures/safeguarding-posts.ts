/** A trust’s named nurse leaves; the post is covered a week later. */

import { fact } from '../../src/procedures/given.ts'
import { assuranceRoundOpened } from '../../src/procedures/organisation-duty.ts'
import { postHeld } from '../../src/procedures/safeguarding-posts.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'A vacant post has no day by which it is to be filled.',
  steps: [
    [
      'On 2 March 2026 a trust is asked how it keeps children safe.',
      fact(assuranceRoundOpened, '2026-03-02', { organisation: ['authority'], kind: 'health-provider' }),
    ],
    [
      'On 9 March 2026 its named nurse leaves.',
      fact(postHeld, '2026-03-09', { post: 'named-nurse', state: 'vacant' }),
      { 'fill-safeguarding-post': 'ageing' },
    ],
    [
      'From 16 March 2026 the nurse of the next trust covers it.',
      fact(postHeld, '2026-03-16', { post: 'named-nurse', state: 'covered', trainedOn: '2025-11-03' }),
      { 'fill-safeguarding-post': 'met' },
    ],
  ],
}
