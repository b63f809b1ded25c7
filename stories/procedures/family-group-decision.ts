/** A grandmother could take the children: the family is asked to plan before the court is. */

import {
  careApplicationPlanned,
  familyMeetingHeld,
  familyMeetingOffered,
} from '../../src/procedures/family-group-decision.ts'
import { fact } from '../../src/procedures/given.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  // As if regulations had named this day for section 1 of the Act of 2026.
  commencements: { 'cwsa2026-s1': '2027-04-01' },
  steps: [
    [
      'On 3 May 2027 the council plans to apply for a care order on 14 June.',
      fact(careApplicationPlanned, '2027-05-03', { plannedFor: '2027-06-14' }),
      { 'offer-family-group-meeting': 'due 2027-06-14' },
    ],
    [
      'The family is offered a meeting on 10 May 2027 and accepts.',
      fact(familyMeetingOffered, '2027-05-10', { answer: 'accepted' }),
      { 'offer-family-group-meeting': 'met 2027-06-14', 'hold-family-group-meeting': 'due 2027-06-14' },
    ],
    [
      'The grandmother falls ill; the family meets on 16 June 2027, two days after the application was planned.',
      fact(familyMeetingHeld, '2027-06-16'),
      { 'hold-family-group-meeting': 'met-late 2027-06-14' },
    ],
  ],
}
