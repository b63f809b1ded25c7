/** A recommendation is acted on five days late, and holds. */
import {
  recommendationActedOn,
  recommendationAudited,
  recommendationDecided,
} from '../../src/procedures/acting-on-findings.ts'
import { fact } from '../../src/procedures/given.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a recommendation is accepted, to be done by 30 April.',
      fact(recommendationDecided, '2026-03-02', { decision: 'accept', owner: ['authority'], doneBy: '2026-04-30' }),
      { 'act-on-recommendation': 'due 2026-04-30' },
    ],
    [
      'It is done on 5 May 2026, five days late.',
      fact(recommendationActedOn, '2026-05-05'),
      { 'act-on-recommendation': 'met-late 2026-04-30', 'look-again-at-change': 'ageing' },
    ],
    [
      'On 5 October 2026 it still holds.',
      fact(recommendationAudited, '2026-10-05', { found: 'holds' }),
      { 'look-again-at-change': 'met' },
    ],
  ],
}
