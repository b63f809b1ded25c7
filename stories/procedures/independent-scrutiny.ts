/** Somebody from outside looks, and is answered. */

import { fact } from '../../src/procedures/given.ts'
import { scrutinyAnswered, scrutinyArranged, scrutinyReported } from '../../src/procedures/independent-scrutiny.ts'
import { partnersNamed } from '../../src/procedures/safeguarding-partners.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Arranging and answering are owed promptly, and age.',
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
  ],
}
