/** The first review is two days late, the second in time. */

import { fact } from '../../src/procedures/given.ts'
import { conferenceOutcomeTold, conferenceReportShared } from '../../src/procedures/initial-conference.ts'
import { initialConferenceHeld, reviewConferenceHeld } from '../../src/procedures/plan-facts.ts'
import { reviewConferencePlanned } from '../../src/procedures/review-conference.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a conference decides on a plan.',
      fact(initialConferenceHeld, '2026-03-02', { decision: 'child-protection-plan', categories: ['NEG'] }),
      { 'hold-first-review-conference': 'due 2026-06-02' },
    ],
    [
      'On 18 May 2026 the review is planned for 4 June.',
      fact(reviewConferencePlanned, '2026-05-18', { plannedFor: '2026-06-04' }),
      { 'share-review-report': 'due 2026-06-04' },
    ],
    [
      'The family gets the report on 2 June 2026.',
      fact(conferenceReportShared, '2026-06-02', { with: ['parents'] }),
      { 'share-review-report': 'met 2026-06-04' },
    ],
    [
      'The review is held on 4 June 2026, two days late: the plan goes on.',
      fact(reviewConferenceHeld, '2026-06-04', { decision: 'continues' }),
      { 'hold-first-review-conference': 'met-late 2026-06-02', 'hold-next-review-conference': 'due 2026-12-04' },
    ],
    [
      'The family is told on 5 June 2026 what it decided.',
      fact(conferenceOutcomeTold, '2026-06-05', { told: ['family'] }),
      { 'tell-review-outcome': 'met' },
    ],
    [
      'The next review on 30 November 2026 ends the plan.',
      fact(reviewConferenceHeld, '2026-11-30', { decision: 'ends' }),
      { 'hold-next-review-conference': 'met 2026-12-04' },
    ],
  ],
}
