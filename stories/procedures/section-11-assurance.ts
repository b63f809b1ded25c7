/** A club gives its self-assessment five days late, and closes its gap. */

import { fact } from '../../src/procedures/given.ts'
import { assuranceRoundOpened } from '../../src/procedures/organisation-duty.ts'
import {
  gapClosed,
  gapFound,
  selfAssessmentChallenged,
  selfAssessmentGiven,
} from '../../src/procedures/section-11-assurance.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a club is asked, by 30 April.',
      fact(assuranceRoundOpened, '2026-03-02', { organisation: ['authority'], kind: 'sport', answerBy: '2026-04-30' }),
      { 'give-self-assessment': 'due 2026-04-30' },
    ],
    [
      'It answers on 5 May 2026, five days late.',
      fact(selfAssessmentGiven, '2026-05-05', { met: ['S11-1'], notMet: ['S11-10'] }),
      { 'give-self-assessment': 'met-late 2026-04-30', 'test-self-assessment': 'ageing' },
    ],
    [
      'A gap is found on 11 May 2026, to be closed by 30 September.',
      fact(gapFound, '2026-05-11', { owner: ['authority'], doneBy: '2026-09-30' }),
      { 'close-assurance-gap': 'due 2026-09-30' },
    ],
    [
      'Peers test the answer on 1 June 2026.',
      fact(selfAssessmentChallenged, '2026-06-01', { result: 'agrees' }),
      { 'test-self-assessment': 'met' },
    ],
    [
      'The gap is closed on 28 September 2026.',
      fact(gapClosed, '2026-09-28'),
      { 'close-assurance-gap': 'met 2026-09-30' },
    ],
  ],
}
