/** A school helps first, and looks at the plan a week late. */
import {
  agreementAsked,
  earlyHelpAssessed,
  earlyHelpEnded,
  earlyHelpPlanStarted,
  earlyHelpReviewed,
  needNoticed,
} from '../../src/procedures/early-help.ts'
import { earlyHelpAimScored, earlyHelpAimSet } from '../../src/procedures/early-help-aims.ts'
import { fact } from '../../src/procedures/given.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    ['On 2 March 2026 a teacher sees that a girl is late each Monday.', fact(needNoticed, '2026-03-02')],
    ['On 4 March 2026 her mother agrees to be helped.', fact(agreementAsked, '2026-03-04', { answer: 'agreed' })],
    [
      'The school’s assessment is finished on 16 March 2026.',
      fact(earlyHelpAssessed, '2026-03-16', { decision: 'plan' }),
      { 'assess-early-help': 'met' },
    ],
    [
      'A plan begins on 18 March 2026, to be looked at on 20 April.',
      fact(earlyHelpPlanStarted, '2026-03-18', { reviewOn: '2026-04-20' }),
    ],
    [
      'What is to change is agreed on 18 March 2026, and her mother gives it a 3.',
      fact(earlyHelpAimSet, '2026-03-18', { score: '3', scoredBy: ['family'] }),
    ],
    [
      'It is looked at on 27 April 2026, a week late.',
      fact(earlyHelpReviewed, '2026-04-27', { helps: 'yes', reviewOn: '2026-06-01' }),
      { 'review-early-help': 'met-late 2026-04-20' },
    ],
    [
      'On 27 April 2026 her mother gives it a 7.',
      fact(earlyHelpAimScored, '2026-04-27', { score: '7', scoredBy: ['family'] }),
    ],
    [
      'On 29 May 2026 the needs are met and it ends.',
      fact(earlyHelpEnded, '2026-05-29', { how: 'met' }),
      { 'review-early-help-again': 'met 2026-06-01' },
    ],
  ],
}
