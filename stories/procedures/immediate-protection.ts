/** A child is taken to safety at night, and police protection lasts an hour too long. */

import { fact } from '../../src/procedures/given.ts'
import {
  emergencyActionTaken,
  otherChildrenConsidered,
  policeProtectionBegan,
  policeProtectionEnded,
  seenInEmergency,
} from '../../src/procedures/immediate-protection.ts'
import { strategyDiscussionHeld } from '../../src/procedures/strategy-discussion.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'At eleven at night on 2 March 2026 an officer acts alone for a child.',
      fact(
        emergencyActionTaken,
        '2026-03-02',
        { how: 'police-protection', alone: true, elsewhere: 'no' },
        { at: '23:00' },
      ),
      { 'discuss-after-acting-alone': 'ageing' },
    ],
    [
      'Police protection begins at a quarter past eleven on 2 March 2026.',
      fact(policeProtectionBegan, '2026-03-02', {}, { at: '23:15' }),
      { 'end-police-protection': 'due 2026-03-05' },
    ],
    [
      'The child is seen at once, on 2 March 2026.',
      fact(seenInEmergency, '2026-03-02', {}, { at: '23:20' }),
      { 'see-child-in-emergency': 'met' },
    ],
    [
      'Other children are thought of on 3 March 2026: there are none.',
      fact(otherChildrenConsidered, '2026-03-03', { children: 0 }),
      { 'consider-other-children': 'met' },
    ],
    [
      'A discussion is held on 3 March 2026.',
      fact(strategyDiscussionHeld, '2026-03-03', { outcome: 'section-47' }),
      { 'discuss-after-acting-alone': 'met', 'follow-emergency-with-enquiries': 'met' },
    ],
    [
      'Police protection ends after midnight on 6 March 2026, seventy-three hours after it began.',
      fact(policeProtectionEnded, '2026-03-06', { how: 'agreed' }, { at: '00:15' }),
      { 'end-police-protection': 'met-late 2026-03-05' },
    ],
  ],
}
