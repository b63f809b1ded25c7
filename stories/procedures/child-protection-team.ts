/** The partners set up a team of four agencies, once the Act asks for one. */

import { teamNeeded, teamSetUp } from '../../src/procedures/child-protection-team.ts'
import { fact } from '../../src/procedures/given.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  // As if regulations had named this day for section 3 of the Act of 2026.
  commencements: { 'cwsa2026-s3': '2027-10-01' },
  nothingLate: 'No day is set: the team is owed promptly, and ages.',
  steps: [
    [
      'On 1 November 2027 the partners record that their area needs a team.',
      fact(teamNeeded, '2027-11-01'),
      { 'set-up-child-protection-team': 'ageing' },
    ],
    [
      'A team without police on 15 November 2027 is no team of the Act.',
      fact(teamSetUp, '2027-11-15', { members: ['social', 'education', 'health'] }),
      { 'set-up-child-protection-team': 'ageing' },
    ],
    [
      'With an officer of the police it stands on 6 December 2027.',
      fact(teamSetUp, '2027-12-06', { members: ['social', 'education', 'health', 'police'] }),
      { 'set-up-child-protection-team': 'met' },
    ],
  ],
}
