/** The review meeting is held two days late. */

import { meetingReportSent, reviewMeetingHeld } from '../../src/procedures/child-death-review-meeting.ts'
import { fact } from '../../src/procedures/given.ts'
import { childDied } from '../../src/procedures/people.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a child dies.',
      fact(childDied, '2026-03-02'),
      { 'hold-child-death-review-meeting': 'due 2026-06-02' },
    ],
    [
      'The meeting is held on 4 June 2026, two days late.',
      fact(reviewMeetingHeld, '2026-06-04', { formsThere: true }),
      { 'hold-child-death-review-meeting': 'met-late 2026-06-02', 'send-meeting-report': 'ageing' },
    ],
    [
      'Its report goes to the panel on 8 June 2026.',
      fact(meetingReportSent, '2026-06-08'),
      { 'send-meeting-report': 'met' },
    ],
  ],
}
