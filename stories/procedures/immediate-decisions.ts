/** A ward decides forty minutes late. */

import { fact } from '../../src/procedures/given.ts'
import {
  familyGuideOffered,
  immediateDecisionsTaken,
  keyWorkerNamed,
} from '../../src/procedures/immediate-decisions.ts'
import { childDied } from '../../src/procedures/people.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    ['At five in the morning on 2 March 2026 a child dies.', fact(childDied, '2026-03-02', {}, { at: '05:00' })],
    [
      'A key worker is named at once, on 2 March 2026.',
      fact(keyWorkerNamed, '2026-03-02'),
      { 'name-key-worker': 'met' },
    ],
    [
      'The family is offered the guide on 2 March 2026.',
      fact(familyGuideOffered, '2026-03-02'),
      { 'offer-bereavement-guide': 'met' },
    ],
    [
      'The four decisions are taken at twenty to eight on 2 March 2026, forty minutes late: the ward’s own process looks at an alarm that nobody heard.',
      fact(
        immediateDecisionsTaken,
        '2026-03-02',
        { cause: 'coroner', care: true, careNext: ['incident'] },
        { at: '07:40' },
      ),
      { 'take-immediate-decisions': 'met-late 2026-03-02' },
    ],
  ],
}
