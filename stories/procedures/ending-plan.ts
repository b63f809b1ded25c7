/** A child on a plan moves in, and the conference here is one working day late. */
import {
  agenciesToldPlanEnded,
  childMovedIn,
  informationPassed,
  moveNotified,
  supportAfterPlanDiscussed,
} from '../../src/procedures/ending-plan.ts'
import { fact } from '../../src/procedures/given.ts'
import { initialConferenceHeld, planEnded, receivingConferenceHeld } from '../../src/procedures/plan-facts.ts'
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
      'On 24 August 2026 the next area is told that the family moves there for good.',
      fact(moveNotified, '2026-08-24', { movedOn: '2026-08-22' }),
      { 'pass-information-to-new-area': 'ageing' },
    ],
    [
      'What is known is passed on to it on 25 August 2026.',
      fact(informationPassed, '2026-08-25'),
      { 'pass-information-to-new-area': 'met' },
    ],
    [
      'It holds its conference on 10 September 2026.',
      fact(receivingConferenceHeld, '2026-09-10', { planThere: true, accepted: true }),
    ],
    [
      'On 14 September 2026 the plan here ends.',
      fact(planEnded, '2026-09-14', { ground: 'moved-and-receiving-conference-held', approvedBy: ['manager'] }),
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
