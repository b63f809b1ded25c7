/** The partners ask a week late whether it works. */
import { weeks } from '../../src/guidance/limits.ts'
import { arrangementsStarted } from '../../src/procedures/arrangements-publication.ts'
import { auditHeld, effectivenessJudged, trainingHeld, trainingJudged } from '../../src/procedures/effectiveness.ts'
import { fact } from '../../src/procedures/given.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  local: { effectiveness: weeks(26) },
  steps: [
    [
      'On 2 March 2026 the arrangements start; every 26 weeks the partners ask whether they work.',
      fact(arrangementsStarted, '2026-03-02'),
      { 'judge-effectiveness': 'due 2026-08-31' },
    ],
    ['Agencies are trained together on 8 June 2026.', fact(trainingHeld, '2026-06-08'), { 'judge-training': 'ageing' }],
    [
      'Its effect is judged on 13 July 2026.',
      fact(trainingJudged, '2026-07-13', { effect: 'practice' }),
      { 'judge-training': 'met' },
    ],
    [
      'They judge themselves on 7 September 2026, a week late.',
      fact(effectivenessJudged, '2026-09-07', { from: ['voices'] }),
      { 'judge-effectiveness': 'met-late 2026-08-31' },
    ],
    [
      'On 12 October 2026 they audit what reviews asked for.',
      fact(auditHeld, '2026-10-12', { ofReviews: true }),
      { 'audit-improvements': 'met' },
    ],
  ],
}
