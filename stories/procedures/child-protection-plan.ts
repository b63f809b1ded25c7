/** A child on a plan is visited a day later than the area allows. */
import { workingDays } from '../../src/guidance/limits.ts'
import { childSeen } from '../../src/procedures/assessment.ts'
import { leadSocialWorkerNamed, planDetailed } from '../../src/procedures/child-protection-plan.ts'
import { fact } from '../../src/procedures/given.ts'
import { initialConferenceHeld, reviewConferenceHeld } from '../../src/procedures/plan-facts.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  local: { 'child-protection-visit': workingDays(10) },
  steps: [
    [
      'On 2 March 2026 a conference decides on a plan; the area visits within ten working days.',
      fact(initialConferenceHeld, '2026-03-02', { decision: 'child-protection-plan', categories: ['NEG'] }),
      { 'name-lead-social-worker': 'ageing', 'visit-child-on-plan': 'due 2026-03-16' },
    ],
    [
      'A lead social worker is named on 2 March 2026.',
      fact(leadSocialWorkerNamed, '2026-03-02'),
      { 'name-lead-social-worker': 'met' },
    ],
    [
      'The detailed plan is shared on 12 March 2026.',
      fact(planDetailed, '2026-03-12'),
      { 'share-detailed-plan': 'met' },
    ],
    [
      'The child is seen on 17 March 2026, a day late.',
      fact(childSeen, '2026-03-17', { alone: true }),
      { 'visit-child-on-plan': 'met-late 2026-03-16' },
    ],
    ['A review ends the plan on 27 May 2026.', fact(reviewConferenceHeld, '2026-05-27', { decision: 'ends' })],
  ],
}
