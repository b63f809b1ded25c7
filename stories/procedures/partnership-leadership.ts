/** An area of 2018 takes up the leadership of the guidance of 2023, and has it in place in November 2024. */

import { fact } from '../../src/procedures/given.ts'
import { revisionBegun, revisionInPlace, roleNamed } from '../../src/procedures/partnership-leadership.ts'
import { partnersNamed } from '../../src/procedures/safeguarding-partners.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Naming is owed promptly, and the sources give a month and no day for the whole.',
  steps: [
    [
      'On 1 October 2018 the three partners are named.',
      fact(partnersNamed, '2018-10-01'),
      { 'name-lead-representatives': 'ageing, ageing, ageing', 'name-lead-safeguarding-partners': '' },
    ],
    [
      'On 5 February 2024 they begin to revise their arrangements.',
      fact(revisionBegun, '2024-02-05', { edition: 'wt2023' }),
      {
        'name-lead-safeguarding-partners-in-revision': 'ageing, ageing, ageing',
        'bring-revised-arrangements-into-place': 'ageing',
      },
    ],
    [
      'The council’s chief executive is its lead from 4 March 2024.',
      fact(roleNamed, '2024-03-04', { role: 'lead', partner: 'authority' }),
      { 'name-lead-safeguarding-partners-in-revision': 'met, ageing, ageing' },
    ],
    [
      'A chief superintendent is the chair from 1 July 2024.',
      fact(roleNamed, '2024-07-01', { role: 'chair', partner: 'police' }),
      { 'name-partnership-chair-in-revision': 'met' },
    ],
    [
      'All of it is in place on 25 November 2024.',
      fact(revisionInPlace, '2024-11-25', { has: ['lead', 'delegated', 'chair', 'education'] }),
      { 'bring-revised-arrangements-into-place': 'met' },
    ],
  ],
}
