/** The partners agree who pays. */

import { fact } from '../../src/procedures/given.ts'
import { fundingAgreed } from '../../src/procedures/partnership-funding.ts'
import { partnersNamed } from '../../src/procedures/safeguarding-partners.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'It is owed promptly, and ages.',
  steps: [
    ['On 2 March 2026 the partners are named.', fact(partnersNamed, '2026-03-02'), { 'agree-funding': 'ageing' }],
    [
      'They agree on 30 March 2026.',
      fact(fundingAgreed, '2026-03-30', { for: ['running'] }),
      { 'agree-funding': 'met' },
    ],
  ],
}
