/** A death is notified four hours late; when it is registered the office hears of it a day late. */

import {
  coronerDecided,
  coronerTold,
  deathNotified,
  deathRegistered,
  networkTold,
  notificationAnswered,
  registrarTold,
} from '../../src/procedures/child-death-notification.ts'
import { fact } from '../../src/procedures/given.ts'
import { childDied } from '../../src/procedures/people.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'At five in the morning on 2 March 2026 a child dies.',
      fact(childDied, '2026-03-02', {}, { at: '05:00' }),
      { 'notify-child-death': 'due 2026-03-03' },
    ],
    [
      'It is notified at nine on 3 March 2026, four hours late.',
      fact(deathNotified, '2026-03-03', { lived: 'here', expected: 'no' }, { at: '09:00' }),
      { 'notify-child-death': 'met-late 2026-03-03' },
    ],
    ['The office accepts it on 3 March 2026.', fact(notificationAnswered, '2026-03-03', { decision: 'accepted' })],
    [
      'School, surgery and nurses are told on 4 March 2026.',
      fact(networkTold, '2026-03-04', { told: ['gp', 'school', 'nurse'] }),
      { 'tell-network-of-death': 'met' },
    ],
    [
      'The coroner decides on 4 March 2026.',
      fact(coronerDecided, '2026-03-04', { what: ['investigate'] }),
      { 'tell-review-partners-of-coroners-decision': 'due 2026-03-09' },
    ],
    [
      'The office hears so on 6 March 2026.',
      fact(coronerTold, '2026-03-06'),
      { 'tell-review-partners-of-coroners-decision': 'met 2026-03-09' },
    ],
    [
      'The inquest is over, and the death is registered on 15 June 2026.',
      fact(deathRegistered, '2026-06-15', { what: 'registration' }),
      { 'tell-review-partners-of-registration': 'due 2026-06-22' },
    ],
    [
      'The registrar tells the office on 23 June 2026, the eighth day.',
      fact(registrarTold, '2026-06-23'),
      { 'tell-review-partners-of-registration': 'met-late 2026-06-22' },
    ],
  ],
}
