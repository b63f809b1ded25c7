/** A school tells the designated officer two working days late. */

import { fact } from '../../src/procedures/given.ts'
import {
  allegationConcluded,
  allegationEvaluated,
  allegationMade,
  barringReferral,
  designatedOfficerTold,
  removedFromWork,
  seniorManagerTold,
} from '../../src/procedures/position-of-trust-allegation.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a school learns of an allegation.',
      fact(allegationMade, '2026-03-02', { criteria: ['AL-1'], work: 'employed' }),
      { 'tell-designated-officer': 'due 2026-03-03' },
    ],
    [
      'The head is told on 2 March 2026.',
      fact(seniorManagerTold, '2026-03-02'),
      { 'tell-senior-manager-of-allegation': 'met' },
    ],
    [
      'The designated officer is told on 5 March 2026, two working days late.',
      fact(designatedOfficerTold, '2026-03-05'),
      { 'tell-designated-officer': 'met-late 2026-03-03' },
    ],
    [
      'On 6 March 2026 the officer looks at it with the school: it is an allegation.',
      fact(allegationEvaluated, '2026-03-06', { decision: 'allegation' }),
      { 'evaluate-allegation': 'met' },
    ],
    [
      'It is concluded on 20 April 2026: substantiated.',
      fact(allegationConcluded, '2026-04-20', { outcome: 'substantiated' }),
      { 'watch-allegation': 'met' },
    ],
    [
      'The man is dismissed on 21 April 2026.',
      fact(removedFromWork, '2026-04-21', { riskOfHarm: true, how: 'removed' }),
      { 'refer-to-barring-service': 'ageing' },
    ],
    [
      'The school refers him on 22 April 2026.',
      fact(barringReferral, '2026-04-22'),
      { 'refer-to-barring-service': 'met' },
    ],
  ],
}
