/** The partners name the agencies that they need. */

import { fact } from '../../src/procedures/given.ts'
import {
  agenciesSelected,
  agencyAssured,
  educationInvolved,
  expectationsTold,
} from '../../src/procedures/relevant-agencies.ts'
import { partnersNamed } from '../../src/procedures/safeguarding-partners.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Each step is owed promptly, and ages.',
  steps: [
    [
      'On 2 March 2026 the partners are named.',
      fact(partnersNamed, '2026-03-02'),
      { 'name-relevant-agencies': 'ageing', 'involve-education': 'ageing' },
    ],
    [
      'They name the agencies on 13 April 2026.',
      fact(agenciesSelected, '2026-04-13', { kinds: ['school'], named: ['authority'] }),
      { 'name-relevant-agencies': 'met', 'act-as-arranged': 'ageing' },
    ],
    [
      'They say on 20 April 2026 what is expected.',
      fact(expectationsTold, '2026-04-20'),
      { 'tell-relevant-agencies-what-is-expected': 'met' },
    ],
    [
      'Schools take part from 20 April 2026.',
      fact(educationInvolved, '2026-04-20', { settings: ['maintained'] }),
      { 'involve-education': 'met' },
    ],
    [
      'The agency shows on 1 June 2026 that it acts so.',
      fact(agencyAssured, '2026-06-01', { policies: true }),
      { 'act-as-arranged': 'met' },
    ],
  ],
}
