/** A plan is reviewed a week later than the area allows. */
import { weeks } from '../../src/guidance/limits.ts'
import { assessmentAuthorised } from '../../src/procedures/assessment.ts'
import {
  childInNeedPlanEnded,
  childInNeedPlanReviewed,
  childInNeedPlanStarted,
} from '../../src/procedures/child-in-need-plan.ts'
import { fact } from '../../src/procedures/given.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  local: { 'child-in-need-plan-review': weeks(6) },
  steps: [
    [
      'On 2 March 2026 an assessment ends in a child in need plan.',
      fact(assessmentAuthorised, '2026-03-02', { outcome: 'child-in-need-plan' }),
      { 'make-child-in-need-plan': 'ageing' },
    ],
    [
      'The plan starts on 9 March 2026; the area reviews after six weeks.',
      fact(childInNeedPlanStarted, '2026-03-09'),
      { 'make-child-in-need-plan': 'met', 'review-child-in-need-plan': 'due 2026-04-20' },
    ],
    [
      'It is reviewed on 27 April 2026, a week late.',
      fact(childInNeedPlanReviewed, '2026-04-27', { decision: 'closes' }),
      { 'review-child-in-need-plan': 'met-late 2026-04-20' },
    ],
    ['It ends on 11 May 2026.', fact(childInNeedPlanEnded, '2026-05-11', { because: 'needs-met' })],
  ],
}
