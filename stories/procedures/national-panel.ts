/** The Panel answers a rapid review. */

import { fact } from '../../src/procedures/given.ts'
import {
  panelDecided,
  panelDecisionTold,
  partnersAnswered,
  rapidReviewReceived,
} from '../../src/procedures/national-panel.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  nothingLate: 'The Panel’s steps are owed promptly or when they happen, and age.',
  steps: [
    [
      'On 2 March 2026 a rapid review arrives.',
      fact(rapidReviewReceived, '2026-03-02'),
      { 'decide-on-rapid-review': 'ageing' },
    ],
    [
      'On 13 March 2026 the Panel decides on a national review.',
      fact(panelDecided, '2026-03-13', { decision: 'national-review' }),
      { 'decide-on-rapid-review': 'met', 'tell-secretary-of-state-of-national-review': 'ageing' },
    ],
    [
      'The partners hear on 16 March 2026.',
      fact(partnersAnswered, '2026-03-16'),
      { 'tell-partners-of-panel-decision': 'met' },
    ],
    [
      'The Secretary of State and the family are told on 16 March 2026.',
      fact(panelDecisionTold, '2026-03-16', { told: ['secretary-of-state', 'family'] }),
      { 'tell-secretary-of-state-of-national-review': 'met', 'tell-family-of-panel-decision': 'met' },
    ],
  ],
}
