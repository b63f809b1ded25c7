/** A school shows late how it does what its own kind of organisation owes. */

import { fact } from '../../src/procedures/given.ts'
import { assuranceRoundOpened, dutyShown } from '../../src/procedures/organisation-duty.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a round asks a school, by 30 April.',
      fact(assuranceRoundOpened, '2026-03-02', { organisation: ['authority'], kind: 'school', answerBy: '2026-04-30' }),
      {
        'show-school-lead': 'due 2026-04-30',
        'show-school-policies': 'due 2026-04-30',
        'show-education-acts': 'due 2026-04-30',
        'show-education-guidance': 'due 2026-04-30',
      },
    ],
    ['On 1 May 2026 nothing has come.', '2026-05-01', { 'show-school-lead': 'overdue 2026-04-30' }],
    [
      'The answer comes on 5 May 2026, five days late.',
      fact(dutyShown, '2026-05-05', {
        which: ['school-lead', 'school-policies', 'education-acts', 'education-guidance'],
        rating: 'met',
      }),
      {
        'show-school-lead': 'met-late 2026-04-30',
        'show-school-policies': 'met-late 2026-04-30',
        'show-education-acts': 'met-late 2026-04-30',
        'show-education-guidance': 'met-late 2026-04-30',
      },
    ],
  ],
}
