/** An officer of the court sees a risk to a child. */
import {
  authorityToldByCourtOfficer,
  harmSuspectedInCourt,
  riskAssessmentGiven,
} from '../../src/procedures/court-risk.ts'
import { fact } from '../../src/procedures/given.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Both steps are owed promptly, and age.',
  steps: [
    [
      'On 2 March 2026 an officer of the court suspects harm.',
      fact(harmSuspectedInCourt, '2026-03-02'),
      { 'assess-risk-for-court': 'ageing', 'tell-authority-from-court-work': 'ageing' },
    ],
    [
      'The authority is told on 2 March 2026.',
      fact(authorityToldByCourtOfficer, '2026-03-02'),
      { 'tell-authority-from-court-work': 'met' },
    ],
    [
      'The court gets the risk assessment on 13 March 2026.',
      fact(riskAssessmentGiven, '2026-03-13'),
      { 'assess-risk-for-court': 'met' },
    ],
  ],
}
