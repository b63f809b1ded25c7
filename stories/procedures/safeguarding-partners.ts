/** Three partners agree how they work together a week after the last day. */

import { fact } from '../../src/procedures/given.ts'
import { arrangementsAgreed, leadNamed, partnersNamed } from '../../src/procedures/safeguarding-partners.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 1 October 2018 the three partners are named.',
      fact(partnersNamed, '2018-10-01'),
      { 'make-local-arrangements': 'due 2019-09-29' },
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
      'They agree on 7 October 2019, eight days late.',
      fact(arrangementsAgreed, '2019-10-07'),
      { 'make-local-arrangements': 'met-late 2019-09-29', 'agree-how-to-lead': 'met' },
    ],
  ],
}
