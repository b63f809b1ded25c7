/** A girl goes home from care two days before anybody has assessed it. */

import { childSeen } from '../../src/procedures/assessment.ts'
import { fact } from '../../src/procedures/given.ts'
import { planAtHomeMade, returnAssessed, returnedHome, returnPlanned } from '../../src/procedures/return-home.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a return is planned for 16 March.',
      fact(returnPlanned, '2026-03-02', { plannedFor: '2026-03-16', status: 'accommodated' }),
      { 'assess-planned-return': 'due 2026-03-16' },
    ],
    [
      'She goes home on 16 March 2026.',
      fact(returnedHome, '2026-03-16', { how: 'planned', status: 'accommodated' }),
      { 'make-plan-after-return': 'ageing' },
    ],
    [
      'She is seen on 17 March 2026.',
      fact(childSeen, '2026-03-17', { alone: true }),
      { 'see-child-after-return': 'met' },
    ],
    [
      'The assessment is finished on 18 March 2026, two days late.',
      fact(returnAssessed, '2026-03-18', { suitable: 'yes' }),
      { 'assess-planned-return': 'met-late 2026-03-16' },
    ],
    [
      'The plan for afterwards is made on 20 March 2026.',
      fact(planAtHomeMade, '2026-03-20'),
      { 'make-plan-after-return': 'met' },
    ],
  ],
}
