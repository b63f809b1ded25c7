/** A discussion is held a day later than the area allows, and held again. */
import { workingDays } from '../../src/guidance/limits.ts'
import { fact } from '../../src/procedures/given.ts'
import { referralDecided, referralReceived, referrerTold } from '../../src/procedures/referral.ts'
import { strategyDiscussionHeld } from '../../src/procedures/strategy-discussion.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  local: { 'strategy-discussion': workingDays(3) },
  steps: [
    ['On 2 March 2026 a referral arrives.', fact(referralReceived, '2026-03-02', { source: '6' })],
    [
      'On 2 March 2026 a discussion is decided on; the area allows three working days.',
      fact(referralDecided, '2026-03-02', { outcome: 'strategy-discussion' }),
      { 'hold-strategy-discussion': 'due 2026-03-05' },
    ],
    [
      'It is held on 6 March 2026, a day late, without health: there is to be another.',
      fact(strategyDiscussionHeld, '2026-03-06', { outcome: 'further-discussion' }),
      { 'hold-strategy-discussion': 'met-late 2026-03-05', 'hold-further-strategy-discussion': 'due 2026-03-11' },
    ],
    [
      'All meet on 11 March 2026.',
      fact(strategyDiscussionHeld, '2026-03-11', { outcome: 'section-47' }),
      { 'hold-further-strategy-discussion': 'met 2026-03-11', 'tell-referrer-of-strategy-discussion': 'ageing' },
    ],
    [
      'The health visitor who referred the child hears on 12 March 2026 what was decided.',
      fact(referrerTold, '2026-03-12', {}, { about: 'strategy-discussion-held 2' }),
      { 'tell-referrer-of-strategy-discussion': 'met' },
    ],
  ],
}
