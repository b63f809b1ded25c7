/** A conference is held one working day late. */

import { fact } from '../../src/procedures/given.ts'
import {
  chairMetFamily,
  conferenceOutcomeTold,
  conferencePlanned,
  conferenceReportShared,
} from '../../src/procedures/initial-conference.ts'
import { initialConferenceHeld } from '../../src/procedures/plan-facts.ts'
import { strategyDiscussionHeld } from '../../src/procedures/strategy-discussion.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a discussion decides on an enquiry.',
      fact(strategyDiscussionHeld, '2026-03-02', { outcome: 'section-47' }),
      { 'hold-initial-conference': 'due 2026-03-23' },
    ],
    [
      'On 9 March 2026 the conference is planned for 24 March.',
      fact(conferencePlanned, '2026-03-09', { plannedFor: '2026-03-24' }),
      { 'share-conference-report': 'due 2026-03-24' },
    ],
    [
      'The family gets the report on 20 March 2026.',
      fact(conferenceReportShared, '2026-03-20', { with: ['parents'] }),
      { 'share-conference-report': 'met 2026-03-24' },
    ],
    [
      'The chair meets the family on 23 March 2026.',
      fact(chairMetFamily, '2026-03-23', { met: 'met' }),
      { 'meet-family-before-conference': 'met 2026-03-24' },
    ],
    [
      'The conference is held on 24 March 2026, one working day late.',
      fact(initialConferenceHeld, '2026-03-24', {
        decision: 'child-in-need-plan',
        invited: ['school', 'surgery'],
      }),
      { 'hold-initial-conference': 'met-late 2026-03-23' },
    ],
    [
      'The family is told on 24 March 2026 what was decided.',
      fact(conferenceOutcomeTold, '2026-03-24', { told: ['family'] }),
      { 'tell-conference-outcome': 'met', 'tell-agency-conference-outcome': 'ageing, ageing' },
    ],
    [
      'The school is told on 25 March 2026; the surgery remains.',
      fact(conferenceOutcomeTold, '2026-03-25', { agencies: ['school'] }),
      { 'tell-agency-conference-outcome': 'met, ageing' },
    ],
  ],
}
