/** The home is visited three hours late; talking with the family waits for the prosecutors. */

import { fact } from '../../src/procedures/given.ts'
import { immediateDecisionsTaken } from '../../src/procedures/immediate-decisions.ts'
import {
  firstDiscussionHeld,
  firstResultsKnown,
  followUpHeld,
  responseCalledFor,
  responseEnded,
  responseHeldBack,
  responseStarted,
  sceneVisited,
} from '../../src/procedures/joint-agency-response.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'At eight on 2 March 2026 the first decisions call for a joint agency response.',
      fact(immediateDecisionsTaken, '2026-03-02', { response: ['sudden'], cause: 'coroner' }, { at: '08:00' }),
      { 'visit-scene-together-from-first-decisions': 'due 2026-03-03' },
    ],
    [
      'The ward rings the on-call paediatrician, who writes on 2 March 2026 that it is called for: nothing is owed twice.',
      fact(responseCalledFor, '2026-03-02', { triggers: ['sudden'] }, { at: '08:10' }),
      { 'visit-scene-together-from-first-decisions': 'due 2026-03-03', 'visit-scene-together': '' },
    ],
    [
      'It starts within the hour, on 2 March 2026.',
      fact(responseStarted, '2026-03-02', {}, { at: '08:30' }),
      { 'start-joint-agency-response-from-first-decisions': 'met' },
    ],
    [
      'The first discussion is held at nine on 2 March 2026.',
      fact(firstDiscussionHeld, '2026-03-02', {}, { at: '09:00' }),
      { 'hold-first-response-discussion-from-first-decisions': 'met 2026-03-02' },
    ],
    [
      'The home is visited at eleven on 3 March 2026, three hours late.',
      fact(sceneVisited, '2026-03-03', {}, { at: '11:00' }),
      { 'visit-scene-together-from-first-decisions': 'met-late 2026-03-03' },
    ],
    [
      'First results come on 9 March 2026.',
      fact(firstResultsKnown, '2026-03-09'),
      { 'hold-follow-up-response-discussion': 'ageing' },
    ],
    [
      'They may mean a crime: on 10 March 2026 talking with the family is held back until the prosecutors have said what they think.',
      fact(responseHeldBack, '2026-03-10', { step: 'family' }),
      { 'hold-follow-up-response-discussion': 'ageing' },
    ],
    [
      'They are talked about on 11 March 2026.',
      fact(followUpHeld, '2026-03-11'),
      { 'hold-follow-up-response-discussion': 'met' },
    ],
    ['The response ends on 18 May 2026.', fact(responseEnded, '2026-05-18', { how: 'meeting' })],
  ],
}
