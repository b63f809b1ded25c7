/** The Panel hears of an incident one working day late. */

import { fact } from '../../src/procedures/given.ts'
import { incidentKnown, panelNotified, partnersTold } from '../../src/procedures/serious-incident.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 the council learns that a baby was seriously hurt.',
      fact(incidentKnown, '2026-03-02', {
        abuse: 'suspected',
        harm: 'seriously-harmed',
        where: 'here',
        under18: 'yes',
      }),
      { 'notify-panel-of-incident-in-five-working-days': 'due 2026-03-09' },
    ],
    [
      'The partners are told on 6 March 2026.',
      fact(partnersTold, '2026-03-06'),
      { 'tell-partners-of-incident': 'met 2026-03-09' },
    ],
    [
      'The Panel is notified on 10 March 2026, one working day late.',
      fact(panelNotified, '2026-03-10'),
      { 'notify-panel-of-incident-in-five-working-days': 'met-late 2026-03-09', 'notify-panel-of-incident': 'met' },
    ],
  ],
}
