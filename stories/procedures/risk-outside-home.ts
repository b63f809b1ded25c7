/** Four schools name the same bench. */

import { fact } from '../../src/procedures/given.ts'
import { outsideRiskAssessed, outsideRiskSeen, widerFactorsActedOn } from '../../src/procedures/risk-outside-home.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Assessing and acting are owed promptly, and age.',
  steps: [
    [
      'On 2 March 2026 a risk at a bus station is seen.',
      fact(outsideRiskSeen, '2026-03-02', { contexts: ['place'], part: 'may-harm' }),
      { 'assess-risk-outside-home': 'ageing' },
    ],
    [
      'It is assessed on 20 March 2026: the place needs work.',
      fact(outsideRiskAssessed, '2026-03-20', { next: ['context'] }),
      {
        'assess-risk-outside-home': 'met',
        'assess-child-who-may-harm-others': 'met',
        'act-on-wider-factors': 'ageing',
      },
    ],
    [
      'On 20 April 2026 youth workers are there each evening.',
      fact(widerFactorsActedOn, '2026-04-20', { what: ['place'] }),
      { 'act-on-wider-factors': 'met' },
    ],
  ],
}
