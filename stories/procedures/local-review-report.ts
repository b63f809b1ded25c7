/** A report comes out eight days late, and reaches the Panel two days too late. */

import { fact } from '../../src/procedures/given.ts'
import { localReviewDecided } from '../../src/procedures/local-review-decision.ts'
import { familyToldOfReport, reportSentToOfsted, reportSentToPanel } from '../../src/procedures/local-review-report.ts'
import { publicationPlanned, reviewPublished, reviewReportFinished } from '../../src/procedures/review-report-facts.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a local review is decided.',
      fact(localReviewDecided, '2026-03-02', { decision: 'local-review' }),
      { 'publish-local-review-in-six-months': 'due 2026-09-02' },
    ],
    [
      'The report is finished on 10 August 2026.',
      fact(reviewReportFinished, '2026-08-10', { has: ['improvements', 'reasons'] }),
    ],
    [
      'On 17 August 2026 its publication is planned for 10 September.',
      fact(publicationPlanned, '2026-08-17', { plannedFor: '2026-09-10', what: 'full' }),
      { 'send-review-report-to-panel': 'due 2026-09-01', 'send-review-report-to-ofsted': 'due 2026-09-01' },
    ],
    [
      'Ofsted gets it on 1 September 2026.',
      fact(reportSentToOfsted, '2026-09-01'),
      { 'send-review-report-to-ofsted': 'met 2026-09-01' },
    ],
    [
      'The Panel gets it on 3 September 2026, two days late.',
      fact(reportSentToPanel, '2026-09-03'),
      { 'send-review-report-to-panel': 'met-late 2026-09-01' },
    ],
    [
      'The family reads it with the reviewer on 7 September 2026, before the public does.',
      fact(familyToldOfReport, '2026-09-07', { told: ['family'] }),
      { 'tell-family-of-report': 'met 2026-09-10' },
    ],
    [
      'It is published on 10 September 2026, eight days late.',
      fact(reviewPublished, '2026-09-10', { what: 'full' }),
      { 'publish-local-review-in-six-months': 'met-late 2026-09-02', 'publish-local-review': 'met' },
    ],
  ],
}
