/** A boy on remand is kept in an establishment in the area. */

import { fact } from '../../src/procedures/given.ts'
import {
  detained,
  detentionPlanMade,
  leftEstablishment,
  safetyChecked,
  supportPlanAgreed,
} from '../../src/procedures/secure-establishment.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Each step is owed promptly, and ages.',
  steps: [
    [
      'On 2 March 2026 a boy is remanded to an establishment here.',
      fact(detained, '2026-03-02', { remanded: true, us: 'both' }),
      { 'make-detention-placement-plan': 'ageing' },
    ],
    [
      'His safety there is looked into on 5 March 2026.',
      fact(safetyChecked, '2026-03-05'),
      { 'look-into-safety-in-establishment': 'met' },
    ],
    [
      'One support plan is agreed on 9 March 2026.',
      fact(supportPlanAgreed, '2026-03-09'),
      { 'agree-single-support-plan': 'met' },
    ],
    [
      'The placement plan is made on 13 March 2026.',
      fact(detentionPlanMade, '2026-03-13'),
      { 'make-detention-placement-plan': 'met' },
    ],
    ['He leaves on 1 June 2026.', fact(leftEstablishment, '2026-06-01')],
  ],
}
