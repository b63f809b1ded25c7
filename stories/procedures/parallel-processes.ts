/** A review and a criminal investigation go side by side. */

import { fact } from '../../src/procedures/given.ts'
import { leadsAgreed, parallelProcessKnown, processEnded } from '../../src/procedures/parallel-processes.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Agreeing how is owed promptly, and ages.',
  steps: [
    [
      'On 2 March 2026 it is known that the police investigate.',
      fact(parallelProcessKnown, '2026-03-02', { what: 'criminal', decision: 'proceed' }),
      { 'agree-how-processes-go-side-by-side': 'ageing' },
    ],
    [
      'Those who lead agree on 6 March 2026.',
      fact(leadsAgreed, '2026-03-06'),
      { 'agree-how-processes-go-side-by-side': 'met' },
    ],
    ['The investigation ends on 6 July 2026.', fact(processEnded, '2026-07-06')],
  ],
}
