/** A boy who cares for his mother is assessed, and the whole family is looked at. */

import { fact } from '../../src/procedures/given.ts'
import { youngCarerAssessed, youngCarerSeen } from '../../src/procedures/young-carer.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Both are owed promptly, and age.',
  steps: [
    [
      'On 2 March 2026 a boy asks for somebody to look at what he does at home.',
      fact(youngCarerSeen, '2026-03-02', { how: 'child-asked' }),
      { 'assess-young-carer': 'ageing' },
    ],
    [
      'On 30 March 2026 he is assessed, with the whole family.',
      fact(youngCarerAssessed, '2026-03-30', { caring: 'excessive', wholeFamily: true }),
      { 'assess-young-carer': 'met', 'look-at-whole-family-of-young-carer': 'met' },
    ],
  ],
}
