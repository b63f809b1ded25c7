/** A father gets his copy five days late. */

import { fact } from '../../src/procedures/given.ts'
import { subjectAccessReleased, subjectAccessRequested } from '../../src/procedures/subject-access-request.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a father asks for what is held about him.',
      fact(subjectAccessRequested, '2026-03-02', { requester: 'person', identity: 'known' }),
      { 'answer-subject-access-request': 'due 2026-04-02' },
    ],
    [
      'On 3 April 2026 he has not been answered.',
      '2026-04-03',
      { 'answer-subject-access-request': 'overdue 2026-04-02' },
    ],
    [
      'He gets it on 7 April 2026, five days late.',
      fact(subjectAccessReleased, '2026-04-07', { extent: 'whole' }, { about: 'subject-access-requested' }),
      { 'answer-subject-access-request': 'met-late 2026-04-02' },
    ],
  ],
}
