/** A surgery answers two days after the day that was named. */

import { fact } from '../../src/procedures/given.ts'
import { informationRequestAnswered, informationRequested } from '../../src/procedures/information-request.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a surgery is asked what it knows, by 4 March.',
      fact(informationRequested, '2026-03-02', { asked: ['authority'], purpose: 'section-47', answerBy: '2026-03-04' }),
      { 'answer-information-request': 'due 2026-03-04' },
    ],
    ['On 5 March 2026 it has not answered.', '2026-03-05', { 'answer-information-request': 'overdue 2026-03-04' }],
    [
      'It answers on 6 March 2026, two days late.',
      fact(informationRequestAnswered, '2026-03-06', { answer: 'involved' }),
      { 'answer-information-request': 'met-late 2026-03-04' },
    ],
    [
      'On 9 March 2026 it is asked for help under section 47(9), by 11 March.',
      fact(
        informationRequested,
        '2026-03-09',
        { asked: ['authority'], purpose: 'section-47-9', answerBy: '2026-03-11' },
        { id: 'help' },
      ),
      { 'help-with-section-47-enquiry': 'due 2026-03-11' },
    ],
    [
      'It helps on 11 March 2026.',
      fact(informationRequestAnswered, '2026-03-11', { answer: 'involved' }, { about: 'help' }),
      { 'help-with-section-47-enquiry': 'met 2026-03-11' },
    ],
  ],
}
