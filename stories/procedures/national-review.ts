/** A national report comes out eight days late, and reaches the Secretary of State two days too late. */

import { fact } from '../../src/procedures/given.ts'
import { panelDecided } from '../../src/procedures/national-panel.ts'
import {
  nationalPublicationPlanned,
  nationalReportFinished,
  nationalReportSent,
  nationalReportShared,
  nationalReviewerConfirmed,
  nationalReviewerSelected,
  nationalReviewPublished,
} from '../../src/procedures/national-review.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 the Panel decides on a national review.',
      fact(panelDecided, '2026-03-02', { decision: 'national-review' }),
      { 'publish-national-review-in-six-months': 'due 2026-09-02', 'select-national-reviewer': 'ageing' },
    ],
    [
      'A reviewer is selected on 16 March 2026.',
      fact(nationalReviewerSelected, '2026-03-16', { fromPool: true }),
      { 'select-national-reviewer': 'met' },
    ],
    [
      'The reviewer is confirmed on 23 March 2026.',
      fact(nationalReviewerConfirmed, '2026-03-23'),
      { 'recommend-national-reviewer': 'met' },
    ],
    [
      'The report is finished on 10 August 2026.',
      fact(nationalReportFinished, '2026-08-10', { has: ['improvements', 'reasons'] }),
      { 'supervise-national-review': 'met' },
    ],
    [
      'On 17 August 2026 its publication is planned for 10 September.',
      fact(nationalPublicationPlanned, '2026-08-17', { plannedFor: '2026-09-10' }),
      { 'send-national-report-to-secretary-of-state': 'due 2026-09-01' },
    ],
    [
      'The Secretary of State gets it on 3 September 2026, two days late.',
      fact(nationalReportSent, '2026-09-03'),
      { 'send-national-report-to-secretary-of-state': 'met-late 2026-09-01' },
    ],
    [
      'It is published on 10 September 2026, eight days late.',
      fact(nationalReviewPublished, '2026-09-10'),
      { 'publish-national-review-in-six-months': 'met-late 2026-09-02', 'publish-national-review': 'met' },
    ],
    [
      'It is sent out on 11 September 2026.',
      fact(nationalReportShared, '2026-09-11', { to: ['partners', 'ofsted', 'cqc', 'constabulary'] }),
      { 'send-out-national-report': 'met' },
    ],
  ],
}
