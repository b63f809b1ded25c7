/** An opening at night is reviewed one working day late. */
import { breakGlassReviewed, breakGlassUsed } from '../../src/procedures/break-glass.ts'
import { fact } from '../../src/procedures/given.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 somebody opens a restricted file in an emergency.',
      fact(breakGlassUsed, '2026-03-02', { scope: 'safety', minutes: '30' }),
      { 'review-break-glass': 'due 2026-03-03' },
    ],
    [
      'It is reviewed on 4 March 2026, one working day late.',
      fact(breakGlassReviewed, '2026-03-04', { outcome: 'justified' }, { about: 'break-glass-used' }),
      { 'review-break-glass': 'met-late 2026-03-03' },
    ],
  ],
}
