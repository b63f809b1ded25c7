/** The police show late how they do what its own kind of organisation owes. */

import { fact } from '../../src/procedures/given.ts'
import { assuranceRoundOpened, dutyShown } from '../../src/procedures/organisation-duty.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a round asks the police, by 30 April.',
      fact(assuranceRoundOpened, '2026-03-02', { organisation: ['authority'], kind: 'police', answerBy: '2026-04-30' }),
      { 'show-police-section-11': 'due 2026-04-30', 'show-police-practice': 'due 2026-04-30' },
    ],
    ['On 1 May 2026 nothing has come.', '2026-05-01', { 'show-police-section-11': 'overdue 2026-04-30' }],
    [
      'The answer comes on 5 May 2026, five days late.',
      fact(dutyShown, '2026-05-05', { which: ['police-section-11', 'police-practice'], rating: 'met' }),
      { 'show-police-section-11': 'met-late 2026-04-30', 'show-police-practice': 'met-late 2026-04-30' },
    ],
  ],
}
