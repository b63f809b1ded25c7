/** An aunt’s address stands in a note that the family will read. */

import { fact } from '../../src/procedures/given.ts'
import { redactionApproved, redactionAsked } from '../../src/procedures/redaction.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 April 2026, the Thursday before Easter, a worker asks that words about somebody else are removed.',
      fact(redactionAsked, '2026-04-02', { ground: 'somebody-else' }),
      { 'decide-on-redaction': 'due 2026-04-13' },
    ],
    ['Nobody has decided on 14 April 2026.', '2026-04-14', { 'decide-on-redaction': 'overdue 2026-04-13' }],
    [
      'A second person approves it on 15 April 2026.',
      fact(redactionApproved, '2026-04-15', {}, { about: 'redaction-asked' }),
      { 'decide-on-redaction': 'met-late 2026-04-13' },
    ],
  ],
}
