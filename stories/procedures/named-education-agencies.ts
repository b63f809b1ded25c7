/** The partners choose whom they work with, and schools are not to be forgotten. */

import { fact } from '../../src/procedures/given.ts'
import { educationDesignated } from '../../src/procedures/named-education-agencies.ts'
import { agenciesSelected } from '../../src/procedures/relevant-agencies.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  // As if regulations had named this day for section 2 of the Act of 2026.
  commencements: { 'cwsa2026-s2': '2027-10-01' },
  nothingLate: 'No day is set: including them is owed promptly, and ages.',
  steps: [
    [
      'On 1 November 2027 the partners select their relevant agencies.',
      fact(agenciesSelected, '2027-11-01'),
      { 'include-education-agencies': 'ageing' },
    ],
    [
      'Schools alone, on 15 November 2027, are not enough.',
      fact(educationDesignated, '2027-11-15', { kinds: ['schools'] }),
      { 'include-education-agencies': 'ageing' },
    ],
    [
      'With colleges and childcare it is done on 6 December 2027.',
      fact(educationDesignated, '2027-12-06', { kinds: ['schools', 'colleges', 'childcare'] }),
      { 'include-education-agencies': 'met' },
    ],
  ],
}
