/** The arrangements for reviewing deaths are agreed eight days late. */
import {
  deathReportPublished,
  deathsCounted,
  footprintConsidered,
  panelReportGiven,
  reviewArrangementsAgreed,
  reviewArrangementsPublished,
  reviewPartnersNamed,
} from '../../src/procedures/child-death-arrangements.ts'
import { fact } from '../../src/procedures/given.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 5 November 2018 the child death review partners are named.',
      fact(reviewPartnersNamed, '2018-11-05'),
      {
        'start-first-child-death-arrangements': 'due 2019-09-29',
        'publish-first-child-death-arrangements': 'due 2019-06-29',
      },
    ],
    [
      'They agree on 7 October 2019, eight days late.',
      fact(reviewArrangementsAgreed, '2019-10-07'),
      { 'start-first-child-death-arrangements': 'met-late 2019-09-29', 'make-child-death-arrangements': 'met' },
    ],
    [
      'They publish on 14 October 2019, months late.',
      fact(reviewArrangementsPublished, '2019-10-14'),
      { 'publish-first-child-death-arrangements': 'met-late 2019-06-29', 'publish-child-death-arrangements': 'met' },
    ],
    [
      'The deaths of a year are counted on 23 March 2020: fewer than sixty.',
      fact(deathsCounted, '2020-03-23', { reviewed: 41 }),
      { 'consider-joining-for-death-reviews': 'ageing' },
    ],
    [
      'On 20 April 2020 they decide to join with others.',
      fact(footprintConsidered, '2020-04-20', { decision: 'join' }),
      { 'consider-joining-for-death-reviews': 'met' },
    ],
    [
      'Their panel reports on 5 October 2020.',
      fact(panelReportGiven, '2020-10-05'),
      { 'give-overview-panel-report': 'met 2020-10-07' },
    ],
    [
      'They report on 2 November 2020.',
      fact(deathReportPublished, '2020-11-02'),
      { 'publish-child-death-report': 'met' },
    ],
  ],
}
