/** A looked-after child dies abroad. */

import { fact } from '../../src/procedures/given.ts'
import { abroadAsked, leadAreaAgreed, specialSituationKnown } from '../../src/procedures/special-situation.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Each step is owed promptly, and ages.',
  steps: [
    [
      'On 2 March 2026 it is known that a looked-after child died abroad.',
      fact(specialSituationKnown, '2026-03-02', { situation: ['looked-after', 'abroad'] }),
      { 'agree-lead-area': 'ageing', 'ask-about-death-abroad': 'ageing' },
    ],
    [
      'The area that leads is agreed on 6 March 2026.',
      fact(leadAreaAgreed, '2026-03-06'),
      { 'agree-lead-area': 'met' },
    ],
    [
      'Coroner and Foreign Office are asked on 9 March 2026.',
      fact(abroadAsked, '2026-03-09', { of: ['coroner', 'office'] }),
      { 'ask-about-death-abroad': 'met' },
    ],
  ],
}
