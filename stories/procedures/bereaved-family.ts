/** Parents are asked what they want to know, and answered. */

import { familyAsked, familyToldFindings } from '../../src/procedures/bereaved-family.ts'
import { reviewMeetingHeld } from '../../src/procedures/child-death-review-meeting.ts'
import { fact } from '../../src/procedures/given.ts'
import { keyWorkerNamed } from '../../src/procedures/immediate-decisions.ts'
import { childDied } from '../../src/procedures/people.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Asking is owed before a meeting whose day is not planned here, telling as soon as it can be: both age.',
  steps: [
    ['On 2 March 2026 a child dies.', fact(childDied, '2026-03-02')],
    [
      'On 2 March 2026 a key worker is named.',
      fact(keyWorkerNamed, '2026-03-02'),
      { 'gather-family-questions': 'ageing' },
    ],
    [
      'The parents say on 16 March 2026 what they want to know.',
      fact(familyAsked, '2026-03-16', { part: 'yes' }),
      { 'gather-family-questions': 'met' },
    ],
    [
      'The meeting is held on 18 May 2026.',
      fact(reviewMeetingHeld, '2026-05-18'),
      { 'tell-family-findings': 'ageing' },
    ],
    [
      'They hear on 20 May 2026 what was found.',
      fact(familyToldFindings, '2026-05-20'),
      { 'tell-family-findings': 'met' },
    ],
  ],
}
