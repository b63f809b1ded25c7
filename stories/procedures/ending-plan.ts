/** A child on a plan moves in, and the conference here is one working day late. */
import { agenciesToldPlanEnded, childMovedIn, supportAfterPlanDiscussed } from '../../src/procedures/ending-plan.ts'
import { fact } from '../../src/procedures/given.ts'
import { initialConferenceHeld, planEnded } from '../../src/procedures/plan-facts.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a child who is on a plan elsewhere moves here.',
      fact(childMovedIn, '2026-03-02'),
      { 'hold-receiving-conference': 'due 2026-03-23' },
    ],
    [
      'The conference here is held on 24 March 2026, one working day late.',
      fact(initialConferenceHeld, '2026-03-24', { decision: 'child-protection-plan', kind: 'transfer-in' }),
      { 'hold-receiving-conference': 'met-late 2026-03-23' },
    ],
    [
      'On 14 September 2026 the plan ends.',
      fact(planEnded, '2026-09-14', { ground: 'not-likely-significant-harm', approvedBy: ['manager'] }),
      { 'tell-agencies-plan-ended': 'ageing' },
    ],
    [
      'The agencies are told on 15 September 2026.',
      fact(agenciesToldPlanEnded, '2026-09-15'),
      { 'tell-agencies-plan-ended': 'met' },
    ],
    [
      'What helps from now on is talked about on 17 September 2026.',
      fact(supportAfterPlanDiscussed, '2026-09-17'),
      { 'discuss-support-after-plan': 'met' },
    ],
  ],
}
