/** The immigration office shows late how it does what its own kind of organisation owes. */

import { fact } from '../../src/procedures/given.ts'
import { assuranceRoundOpened, dutyShown } from '../../src/procedures/organisation-duty.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a round asks the immigration office, by 30 April.',
      fact(assuranceRoundOpened, '2026-03-02', {
        organisation: ['authority'],
        kind: 'immigration',
        answerBy: '2026-04-30',
      }),
      { 'show-immigration': 'due 2026-04-30', 'show-immigration-referrals': 'due 2026-04-30' },
    ],
    ['On 1 May 2026 nothing has come.', '2026-05-01', { 'show-immigration': 'overdue 2026-04-30' }],
    [
      'The answer comes on 5 May 2026, five days late.',
      fact(dutyShown, '2026-05-05', { which: ['immigration', 'immigration-referrals'], rating: 'met' }),
      { 'show-immigration': 'met-late 2026-04-30', 'show-immigration-referrals': 'met-late 2026-04-30' },
    ],
  ],
}
