/** The panel looks at a death one day late. */
import { meetingReportSent } from '../../src/procedures/child-death-review-meeting.ts'
import { fact } from '../../src/procedures/given.ts'
import {
  actionCalledFor,
  analysisSubmitted,
  bodyToldToAct,
  learningShared,
  panelReviewedDeath,
} from '../../src/procedures/overview-panel.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 1 June 2026 the meeting’s report reaches the panel.',
      fact(meetingReportSent, '2026-06-01'),
      { 'review-death-in-overview-panel': 'due 2026-07-13' },
    ],
    [
      'The panel reviews the death on 14 July 2026, one day late.',
      fact(panelReviewedDeath, '2026-07-14', { category: '10', modifiable: 'no' }),
      { 'review-death-in-overview-panel': 'met-late 2026-07-13', 'submit-analysis-to-database': 'ageing' },
    ],
    [
      'On 14 July 2026 it asks a body to act.',
      fact(actionCalledFor, '2026-07-14'),
      { 'tell-who-should-act': 'ageing' },
    ],
    ['That body is told on 15 July 2026.', fact(bodyToldToAct, '2026-07-15'), { 'tell-who-should-act': 'met' }],
    [
      'The analysis goes to the database on 16 July 2026.',
      fact(analysisSubmitted, '2026-07-16'),
      { 'submit-analysis-to-database': 'met' },
    ],
    [
      'What is learnt is shared on 20 July 2026.',
      fact(learningShared, '2026-07-20', { where: ['here'] }),
      { 'share-learning-from-death': 'met' },
    ],
  ],
}
