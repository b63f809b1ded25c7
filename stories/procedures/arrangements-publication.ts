/** The first arrangements come out two days late, and start in time. */

import {
  arrangementsPublished,
  arrangementsStarted,
  startPlanned,
} from '../../src/procedures/arrangements-publication.ts'
import { fact } from '../../src/procedures/given.ts'
import { partnersNamed } from '../../src/procedures/safeguarding-partners.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 1 October 2018 the partners are named.',
      fact(partnersNamed, '2018-10-01'),
      { 'publish-first-arrangements': 'due 2019-06-29' },
    ],
    [
      'On 20 May 2019 they plan to start on 2 September.',
      fact(startPlanned, '2019-05-20', { plannedFor: '2019-09-02' }),
      { 'publish-arrangements-before-they-start': 'due 2019-09-02' },
    ],
    [
      'They publish on 1 July 2019, two days late.',
      fact(arrangementsPublished, '2019-07-01', {
        points: [
          'P1',
          'P2',
          'P3',
          'P4',
          'P5',
          'P6',
          'P7',
          'P8',
          'P9',
          'P10',
          'P11',
          'P12',
          'P13',
          'P14',
          'P15',
          'P16',
          'P17',
        ],
      }),
      {
        'publish-first-arrangements': 'met-late 2019-06-29',
        'publish-arrangements-before-they-start': 'met 2019-09-02',
        'start-published-arrangements': 'due 2019-10-01',
      },
    ],
    [
      'They start on 2 September 2019.',
      fact(arrangementsStarted, '2019-09-02'),
      { 'start-published-arrangements': 'met 2019-10-01', 'start-first-arrangements': 'met 2019-09-29' },
    ],
  ],
}
