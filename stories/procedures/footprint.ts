/** Two areas join, and one body was forgotten at first. */

import { footprintAgreed, footprintChecked, footprintRepublished } from '../../src/procedures/footprint.ts'
import { fact } from '../../src/procedures/given.ts'
import { partnersNamed } from '../../src/procedures/safeguarding-partners.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Each step is owed promptly or when it happens, and ages.',
  steps: [
    ['On 2 March 2026 the partners are named.', fact(partnersNamed, '2026-03-02')],
    [
      'Two areas agree on 9 March 2026 to be one.',
      fact(footprintAgreed, '2026-03-09', { form: 'combined', change: true }),
      { 'cover-every-body': 'ageing', 'publish-change-of-area': 'ageing' },
    ],
    [
      'A check on 16 March 2026 finds a surgery that nobody covers.',
      fact(footprintChecked, '2026-03-16', { result: 'gap' }),
      { 'cover-every-body': 'ageing' },
    ],
    [
      'On 13 April 2026 everybody is covered.',
      fact(footprintChecked, '2026-04-13', { result: 'covered' }),
      { 'cover-every-body': 'met' },
    ],
    [
      'The change is published on 15 April 2026.',
      fact(footprintRepublished, '2026-04-15'),
      { 'publish-change-of-area': 'met' },
    ],
  ],
}
