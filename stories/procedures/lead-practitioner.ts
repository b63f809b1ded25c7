/** An assessment of 2023 is given to a family support worker, and then to a social worker. */

import { assessmentStarted } from '../../src/procedures/assessment.ts'
import { fact } from '../../src/procedures/given.ts'
import { leadAllocated } from '../../src/procedures/lead-practitioner.ts'
import { referralDecided, referralReceived } from '../../src/procedures/referral.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'Whoever leads has no day by which to be allocated.',
  steps: [
    ['On 31 May 2023 a referral arrives.', fact(referralReceived, '2023-05-31', { source: '2A' })],
    [
      'On 1 June 2023 the assessment is given to a family support worker, which departs from the guidance.',
      fact(assessmentStarted, '2023-06-01', { lead: 'other', allocator: 'social-work-qualified' }),
      { 'give-assessment-to-social-worker': 'ageing' },
    ],
    [
      'On 8 June 2023 it is given to a social worker.',
      fact(leadAllocated, '2023-06-08', { lead: 'social-worker', allocator: 'social-work-qualified' }),
      { 'give-assessment-to-social-worker': 'met' },
    ],
    [
      'On 9 January 2024 another referral arrives.',
      fact(referralReceived, '2024-01-09', { source: '2A' }, { id: 'second' }),
    ],
    [
      'On 10 January 2024 it is taken on.',
      fact(referralDecided, '2024-01-10', { outcome: 'section-17-assessment' }, { about: 'second' }),
      { 'allocate-assessment-lead': 'ageing' },
    ],
    [
      'On 11 January 2024 a social work supervisor gives it to a family support worker, and oversees it.',
      fact(
        assessmentStarted,
        '2024-01-11',
        { lead: 'other', allocator: 'social-work-qualified' },
        { about: 'second', id: 'of second' },
      ),
      { 'allocate-assessment-lead': 'met', 'give-assessment-to-social-worker': 'met' },
    ],
  ],
}
