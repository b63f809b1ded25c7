/** Somebody from outside looks, is answered, and one recommendation is acted on three days late. */

import { fact } from '../../src/procedures/given.ts'
import {
  scrutinyAnswered,
  scrutinyArranged,
  scrutinyRecommendationActedOn,
  scrutinyRecommendationDecided,
  scrutinyReported,
} from '../../src/procedures/independent-scrutiny.ts'
import { partnersNamed } from '../../src/procedures/safeguarding-partners.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 the partners are named.',
      fact(partnersNamed, '2026-03-02'),
      { 'arrange-independent-scrutiny': 'ageing' },
    ],
    [
      'Scrutiny is arranged on 13 April 2026.',
      fact(scrutinyArranged, '2026-04-13', { form: 'person' }),
      { 'arrange-independent-scrutiny': 'met' },
    ],
    [
      'The scrutineer reports on 14 September 2026.',
      fact(scrutinyReported, '2026-09-14'),
      { 'answer-scrutiny': 'ageing' },
    ],
    ['The partners answer on 12 October 2026.', fact(scrutinyAnswered, '2026-10-12'), { 'answer-scrutiny': 'met' }],
    [
      'On 19 October 2026 they take up its recommendation, to be done by 27 November.',
      fact(scrutinyRecommendationDecided, '2026-10-19', {
        decision: 'accept',
        owner: ['authority'],
        doneBy: '2026-11-27',
      }),
      { 'act-on-scrutiny-recommendation': 'due 2026-11-27' },
    ],
    [
      'The council has done it on 30 November 2026, three days late.',
      fact(scrutinyRecommendationActedOn, '2026-11-30'),
      { 'act-on-scrutiny-recommendation': 'met-late 2026-11-27' },
    ],
  ],
}
