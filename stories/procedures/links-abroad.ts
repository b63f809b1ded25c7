/** A boy whose mother fled from her state is on a plan; its embassy is not told, and of his father’s country it is asked again. */

import { fact } from '../../src/procedures/given.ts'
import { linkAbroadLearnt, tellingEmbassyConsidered } from '../../src/procedures/links-abroad.ts'
import { initialConferenceHeld, reviewConferenceHeld } from '../../src/procedures/plan-facts.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'The guidance names no day for it: it ages while the plan goes on.',
  steps: [
    [
      'On 9 February 2026 the social worker learns that his mother is a national of another state, and fled from it.',
      fact(linkAbroadLearnt, '2026-02-09', { links: ['nationality', 'family'] }, { id: 'mother' }),
      { 'consider-telling-embassy': '' },
    ],
    [
      'On 2 March 2026 a conference decides on a plan.',
      fact(initialConferenceHeld, '2026-03-02', { decision: 'child-protection-plan', categories: ['NEG'] }),
      { 'consider-telling-embassy': 'ageing' },
    ],
    [
      'On 5 March 2026 it is decided not to tell that embassy: it would put her parents there in danger.',
      fact(tellingEmbassyConsidered, '2026-03-05', { decision: 'unsafe' }, { about: 'mother' }),
      { 'consider-telling-embassy': 'met' },
    ],
    [
      'On 13 April 2026 his father says that he will take him to his own country.',
      fact(linkAbroadLearnt, '2026-04-13', { links: ['family', 'may-be-taken'] }, { id: 'father' }),
      { 'consider-telling-embassy': 'met, ageing' },
    ],
    [
      'Six weeks later, on 25 May 2026, nobody has considered it.',
      '2026-05-25',
      { 'consider-telling-embassy': 'met, ageing' },
    ],
    [
      'On 26 May 2026 the lead social worker does, and the embassy of that country is told.',
      fact(tellingEmbassyConsidered, '2026-05-26', { decision: 'told' }, { about: 'father' }),
      { 'consider-telling-embassy': 'met, met' },
    ],
    [
      'A review ends the plan on 27 May 2026.',
      fact(reviewConferenceHeld, '2026-05-27', { decision: 'ends' }),
      { 'consider-telling-embassy': 'met, met' },
    ],
  ],
}
