/** A surgery disagrees, is not answered in time, goes to the managers, and is heard. */
import { workingDays } from '../../src/guidance/limits.ts'
import {
  disagreementAnswered,
  disagreementRaised,
  disagreementSafetyAnswered,
  disagreementSettled,
  disagreementTakenHigher,
} from '../../src/procedures/disagreement-facts.ts'
import { fact } from '../../src/procedures/given.ts'
import { referralDecided } from '../../src/procedures/referral.ts'
import type { ProcedureStory } from '../procedure-story.ts'

const against = ['authority']
const raised = 'disagreement-raised'

export const story: ProcedureStory = {
  local: {
    'disagreement-practitioners': workingDays(2),
    'disagreement-managers': workingDays(3),
  },
  steps: [
    [
      'On 2 March 2026 a surgery disagrees with a decision.',
      fact(disagreementRaised, '2026-03-02', { decision: 'referral', against }),
      { 'settle-disagreement': 'ageing', 'answer-interim-safety': 'ageing', 'answer-disagreement': 'due 2026-03-04' },
    ],
    [
      'On 3 March 2026 it hears how the child is safe meanwhile, and who makes sure of that.',
      fact(disagreementSafetyAnswered, '2026-03-03', { safety: 'safe' }, { about: raised }),
      { 'answer-interim-safety': 'met' },
    ],
    ['On 5 March 2026 it has no answer.', '2026-03-05', { 'answer-disagreement': 'overdue 2026-03-04' }],
    [
      'It takes it to the managers on 6 March 2026.',
      fact(disagreementTakenHigher, '2026-03-06', { stage: 'managers', against }, { about: raised }),
      {
        'answer-disagreement': 'lapsed 2026-03-04',
        'answer-disagreement-of-managers': 'due 2026-03-11',
        'answer-interim-safety-again': 'ageing',
      },
    ],
    [
      'The manager changes the decision, a day late, on 12 March 2026.',
      fact(disagreementAnswered, '2026-03-12', { answer: 'changed' }, { about: 'disagreement-taken-higher' }),
      { 'answer-disagreement-of-managers': 'met-late 2026-03-11', 'decide-again-on-referral': 'ageing' },
    ],
    [
      'The referral is decided again on 13 March 2026.',
      fact(referralDecided, '2026-03-13', { outcome: 'section-17-assessment' }),
      { 'decide-again-on-referral': 'met' },
    ],
    [
      'It is settled on 16 March 2026.',
      fact(disagreementSettled, '2026-03-16', { resolution: 'changed' }, { about: raised }),
      { 'settle-disagreement': 'met', 'answer-interim-safety-again': 'lapsed' },
    ],
  ],
}
