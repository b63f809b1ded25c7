/** A boy of sixteen comes home on bail after six weeks on remand, and what helps him from then on is considered weeks later. */

import { fact } from '../../src/procedures/given.ts'
import { childRemandEnded, childRemanded, supportAfterRemandConsidered } from '../../src/procedures/remand-ended.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'It is owed when the remand ends, without a number of days, and ages.',
  steps: [
    [
      'On 2 March 2026 the court remands a boy of sixteen to youth detention accommodation.',
      fact(childRemanded, '2026-03-02', { to: 'youth-detention', nextOn: '2026-04-13' }),
      { 'consider-support-after-remand': '' },
    ],
    [
      'On 13 April 2026 he is bailed and goes home to his grandmother.',
      fact(childRemandEnded, '2026-04-13', { how: 'bailed' }),
      { 'consider-support-after-remand': 'ageing' },
    ],
    [
      'By 4 May 2026 nobody has considered what he needs now.',
      '2026-05-04',
      { 'consider-support-after-remand': 'ageing' },
    ],
    [
      'On 5 May 2026 it is: the youth offending team goes on seeing him, and his grandmother gets help.',
      fact(supportAfterRemandConsidered, '2026-05-05', { decision: 'support' }),
      { 'consider-support-after-remand': 'met' },
    ],
  ],
}
