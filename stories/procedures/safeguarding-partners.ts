/** Three partners name their leads, agree how they work together, and decide something on which they are not of one mind. */

import { fact } from '../../src/procedures/given.ts'
import {
  arrangementsAgreed,
  jointDecisionMade,
  leadNamed,
  partnersNamed,
} from '../../src/procedures/safeguarding-partners.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate:
    'Naming and agreeing are owed promptly, and age; the last day was for putting the arrangements into effect.',
  steps: [
    [
      'On 1 October 2018 the three partners are named.',
      fact(partnersNamed, '2018-10-01'),
      { 'make-local-arrangements': 'ageing' },
    ],
    [
      'The council names its lead on 5 November 2018.',
      fact(leadNamed, '2018-11-05', { partner: 'authority' }),
      { 'name-lead-representatives': 'met, ageing, ageing' },
    ],
    [
      'Health names its lead on 12 November 2018.',
      fact(leadNamed, '2018-11-12', { partner: 'health' }),
      { 'name-lead-representatives': 'met, met, ageing' },
    ],
    [
      'The police name theirs on 19 November 2018.',
      fact(leadNamed, '2018-11-19', { partner: 'police' }),
      { 'name-lead-representatives': 'met, met, met' },
    ],
    [
      'They agree on 4 March 2019.',
      fact(arrangementsAgreed, '2019-03-04'),
      { 'make-local-arrangements': 'met', 'agree-how-to-lead': 'met' },
    ],
    [
      'On 18 March 2019 the three decide that the police lead on exploitation for all of them; health would have had the council do it.',
      fact(jointDecisionMade, '2019-03-18', { agreed: 'dissent' }),
      { 'make-local-arrangements': 'met' },
    ],
  ],
}
