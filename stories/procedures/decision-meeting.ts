/** A discussion is called, moved by a day, held, and its minutes go out a day later than the area allows. */
import { calendarDays } from '../../src/guidance/limits.ts'
import { fact } from '../../src/procedures/given.ts'
import {
  meetingCalled,
  meetingClosed,
  meetingMinutesAnswered,
  meetingMinutesSent,
  meetingMoved,
} from '../../src/procedures/meeting-facts.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  local: { 'meeting-minutes': calendarDays(5) },
  steps: [
    [
      'On 2 March 2026 a strategy discussion is called for 4 March.',
      fact(meetingCalled, '2026-03-02', {
        meeting: 'strategy-discussion',
        plannedFor: '2026-03-04',
        invited: ['authority'],
        reportsBy: '2026-03-03',
      }),
      {
        'say-whether-meeting-was-held': 'due 2026-03-04',
        'answer-meeting-invitation': 'due 2026-03-04',
        'send-report-for-meeting': 'due 2026-03-03',
      },
    ],
    [
      'The doctor cannot come: on 3 March 2026 it is moved to 5 March.',
      fact(meetingMoved, '2026-03-03', { plannedFor: '2026-03-05' }),
      { 'say-whether-meeting-was-held': 'due 2026-03-05', 'send-report-for-meeting': 'due 2026-03-03' },
    ],
    [
      'It is held on 5 March 2026; the area allows five days for minutes.',
      fact(meetingClosed, '2026-03-05', { how: 'held' }),
      { 'say-whether-meeting-was-held': 'met 2026-03-05', 'send-minutes-of-meeting': 'due 2026-03-10' },
    ],
    [
      'They go out on 11 March 2026, a day late.',
      fact(meetingMinutesSent, '2026-03-11', { sentTo: ['authority'] }),
      { 'send-minutes-of-meeting': 'met-late 2026-03-10', 'sign-minutes-of-meeting': 'ageing' },
    ],
    [
      'They are signed on 12 March 2026.',
      fact(meetingMinutesAnswered, '2026-03-12', { answer: 'signed' }),
      { 'sign-minutes-of-meeting': 'met' },
    ],
  ],
}
