/** A form comes back two days late. */

import {
  careRecordGathered,
  reportingFormReturned,
  reportingFormsSent,
} from '../../src/procedures/child-death-information.ts'
import { deathNotified } from '../../src/procedures/child-death-notification.ts'
import { fact } from '../../src/procedures/given.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'On 2 March 2026 a death is notified.',
      fact(deathNotified, '2026-03-02', { lived: 'here', expected: 'no' }),
      { 'send-reporting-forms': 'ageing' },
    ],
    [
      'Forms go out on 4 March 2026, to be back by 25 March.',
      fact(reportingFormsSent, '2026-03-04', { asked: ['authority'], answerBy: '2026-03-25' }),
      { 'send-reporting-forms': 'met', 'return-reporting-form': 'due 2026-03-25' },
    ],
    [
      'The form is back on 27 March 2026, two days late.',
      fact(reportingFormReturned, '2026-03-27', { answer: 'complete' }),
      { 'return-reporting-form': 'met-late 2026-03-25' },
    ],
    [
      'The record of care is complete on 13 April 2026.',
      fact(careRecordGathered, '2026-04-13'),
      { 'gather-record-of-care': 'met' },
    ],
  ],
}
