/** A soldier’s child on a plan moves, and the forces’ welfare service hears of it too late. */

import { fact } from '../../src/procedures/given.ts'
import { childProtectionPlanStarted, initialConferenceHeld } from '../../src/procedures/plan-facts.ts'
import { forcesWelfareTold, postingPlanned } from '../../src/procedures/service-family.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a conference decides on a plan.',
      fact(initialConferenceHeld, '2026-03-02', { decision: 'child-protection-plan', categories: ['NEG'] }),
    ],
    ['The plan starts on 2 March 2026.', fact(childProtectionPlanStarted, '2026-03-02', { categories: ['NEG'] })],
    [
      'On 9 March 2026 the family hears that it moves on 7 April.',
      fact(postingPlanned, '2026-03-09', { plannedFor: '2026-04-07' }),
      { 'tell-forces-welfare': 'due 2026-04-07' },
    ],
    [
      'The welfare service is told on 9 April 2026, two days late.',
      fact(forcesWelfareTold, '2026-04-09'),
      { 'tell-forces-welfare': 'met-late 2026-04-07' },
    ],
  ],
}
