/** An assessment is finished on the forty-sixth working day. */

import {
  assessmentAuthorised,
  assessmentDelayExplained,
  assessmentOutcomeTold,
  assessmentReviewed,
  assessmentStarted,
  childSeen,
} from '../../src/procedures/assessment.ts'
import { adultAskedAbout, childsWordsHeard, findingWritten } from '../../src/procedures/assessment-frame.ts'
import { fact } from '../../src/procedures/given.ts'
import { observationRecorded } from '../../src/procedures/observation.ts'
import { policeTold, referralDecided, referralReceived } from '../../src/procedures/referral.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 27 February 2026 a teacher writes down what she saw, and refers.',
      fact(observationRecorded, '2026-02-27', { about: ['home'] }),
    ],
    ['On 2 March 2026 a referral arrives.', fact(referralReceived, '2026-03-02', { source: '2A' })],
    [
      'On 3 March 2026 it is decided to assess.',
      fact(referralDecided, '2026-03-03', { outcome: 'section-17-assessment' }),
      { 'conclude-assessment': 'due 2026-05-07' },
    ],
    ['The assessment starts on 4 March 2026.', fact(assessmentStarted, '2026-03-04')],
    [
      'The child is seen alone on 9 March 2026.',
      fact(childSeen, '2026-03-09', { alone: true }),
      { 'see-child-after-referral': 'met' },
    ],
    [
      'On 9 March 2026 her own words are written down as she said them.',
      fact(childsWordsHeard, '2026-03-09', { how: 'speech' }),
    ],
    [
      'On 11 March 2026 the worker writes what she found of the child’s health.',
      fact(findingWritten, '2026-03-11', { dimension: 'health', meaning: ['strength'] }),
    ],
    [
      'On 12 March 2026 the mother is asked who else comes to the home.',
      fact(adultAskedAbout, '2026-03-12', { asked: 'asked', near: 'stays' }),
    ],
    [
      'The manager looks at it on 18 March 2026: something points to a crime.',
      fact(assessmentReviewed, '2026-03-18', { crime: true }),
      { 'tell-police-of-crime-seen-in-assessment': 'ageing' },
    ],
    [
      'The police are told on 18 March 2026.',
      fact(policeTold, '2026-03-18'),
      { 'tell-police-of-crime-seen-in-assessment': 'met' },
    ],
    [
      'On 5 May 2026 the family hears why it takes longer.',
      fact(assessmentDelayExplained, '2026-05-05', { discussedWith: ['family'] }),
    ],
    [
      'It is authorised on 8 May 2026, one working day late.',
      fact(assessmentAuthorised, '2026-05-08', { outcome: 'no-further-action' }),
      { 'conclude-assessment': 'met-late 2026-05-07' },
    ],
    [
      'The family is told on 11 May 2026.',
      fact(assessmentOutcomeTold, '2026-05-11', { told: ['family'] }),
      { 'tell-assessment-outcome': 'met' },
    ],
  ],
}
