/** A disabled child is assessed, and so is her mother who cares for her. */
import {
  carerAssessed,
  carerAssessmentDue,
  disabilityAssessed,
  supportDecided,
} from '../../src/procedures/disabled-child.ts'
import { fact } from '../../src/procedures/given.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Both decisions are owed promptly: the guidance gives no number of days, and they age.',
  steps: [
    [
      'On 2 March 2026 the assessment of a disabled child starts.',
      fact(disabilityAssessed, '2026-03-02'),
      { 'decide-on-support-for-disabled-child': 'ageing' },
    ],
    [
      'Her mother asks on 4 March 2026 to be assessed as a carer.',
      fact(carerAssessmentDue, '2026-03-04', { whose: 'parent-carer', how: 'asked' }),
      { 'assess-parent-carer': 'ageing' },
    ],
    [
      'Support is decided on 23 March 2026.',
      fact(supportDecided, '2026-03-23', { decision: 'needed' }),
      { 'decide-on-support-for-disabled-child': 'met' },
    ],
    [
      'The mother’s assessment ends on 13 April 2026.',
      fact(carerAssessed, '2026-04-13', { outcome: 'support' }),
      { 'assess-parent-carer': 'met' },
    ],
  ],
}
