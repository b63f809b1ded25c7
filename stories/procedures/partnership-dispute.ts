/** A dispute is settled a week later than the partners set themselves. */
import { weeks } from '../../src/guidance/limits.ts'
import { fact } from '../../src/procedures/given.ts'
import { disputeRaised, disputeSettled, disputeTaken } from '../../src/procedures/partnership-dispute.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  local: { 'partnership-dispute': weeks(4) },
  steps: [
    [
      'On 2 March 2026 two partners disagree; they give themselves four weeks.',
      fact(disputeRaised, '2026-03-02'),
      { 'settle-partnership-dispute': 'due 2026-03-30' },
    ],
    [
      'Their leads take it up on 31 March 2026.',
      fact(disputeTaken, '2026-03-31', { to: 'leads' }),
      { 'settle-partnership-dispute': 'overdue 2026-03-30' },
    ],
    [
      'It is settled on 7 April 2026, eight days late.',
      fact(disputeSettled, '2026-04-07'),
      { 'settle-partnership-dispute': 'met-late 2026-03-30' },
    ],
  ],
}
