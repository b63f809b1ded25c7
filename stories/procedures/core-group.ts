/** The first core group meets two working days late. */
import { weeks } from '../../src/guidance/limits.ts'
import { coreGroupHeld } from '../../src/procedures/core-group.ts'
import { fact } from '../../src/procedures/given.ts'
import { initialConferenceHeld } from '../../src/procedures/plan-facts.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  local: { 'core-group': weeks(6) },
  steps: [
    [
      'On 2 March 2026 a conference decides on a plan.',
      fact(initialConferenceHeld, '2026-03-02', { decision: 'child-protection-plan', categories: ['NEG'] }),
      { 'hold-first-core-group': 'due 2026-03-16' },
    ],
    [
      'The core group meets on 18 March 2026, two working days late.',
      fact(coreGroupHeld, '2026-03-18'),
      { 'hold-first-core-group': 'met-late 2026-03-16', 'hold-next-core-group': 'due 2026-04-29' },
    ],
    [
      'It meets again on 29 April 2026, on the last day that the area allows.',
      fact(coreGroupHeld, '2026-04-29'),
      { 'hold-next-core-group': 'met 2026-04-29, due 2026-06-10' },
    ],
  ],
}
