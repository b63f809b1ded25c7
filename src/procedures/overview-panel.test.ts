import { expect, test } from 'vitest'
import { isOffered } from '../engine/field.ts'
import { inquestListed, meetingReportSent, reviewMeetingHeld } from './child-death-review-meeting.ts'
import { corrected, fact, struckOut } from './given.ts'
import {
  actionCalledFor,
  analysisSubmitted,
  bodyToldToAct,
  inquestConcluded,
  learningShared,
  panelReviewedDeath,
  scores,
} from './overview-panel.ts'
import { table } from './table.ts'

// Six weeks from Monday 2 March 2026: Monday 13 April. From Monday 1 June: Monday 13 July.
const held = fact(reviewMeetingHeld, '2026-02-20')
const sent = fact(meetingReportSent, '2026-03-02')
const listed = fact(inquestListed, '2026-02-02', { plannedFor: '2026-05-20' })
const concluded = fact(inquestConcluded, '2026-06-01')
const reviewed = (on: string) => fact(panelReviewedDeath, on, { category: '10' })

table('review-death-in-overview-panel', [
  ['six weeks from the meeting’s report', [held, sent], '2026-03-03', 'due 2026-04-13'],
  ['met', [held, sent, reviewed('2026-04-13')], '2026-04-13', 'met 2026-04-13'],
  ['overdue', [held, sent], '2026-04-14', 'overdue 2026-04-13'],
  ['met late', [held, sent, reviewed('2026-05-11')], '2026-05-11', 'met-late 2026-04-13'],
  [
    'from the day on which the panel had it, as it is put right',
    [held, sent, corrected('meeting-report-sent-to-overview-panel', '2026-02-23', {}, '2026-03-04')],
    '2026-03-04',
    'due 2026-04-06',
  ],
  [
    'recorded late, the day of the panel is what counts',
    [held, sent, fact(panelReviewedDeath, '2026-04-13', { category: '10' }, { recordedOn: '2026-05-18' })],
    '2026-05-18',
    'met 2026-04-13',
  ],
  [
    'no more once it is struck out',
    [held, sent, struckOut('meeting-report-sent-to-overview-panel', '2026-03-04')],
    '2026-03-05',
    'none',
  ],
  ['not while an inquest is still to come', [listed, held, sent], '2026-04-14', 'none'],
])

table('review-death-after-inquest', [
  ['six weeks from its result', [listed, held, sent, concluded], '2026-06-02', 'due 2026-07-13'],
  ['met', [listed, held, sent, concluded, reviewed('2026-07-06')], '2026-07-06', 'met 2026-07-13'],
  ['overdue', [listed, held, sent, concluded], '2026-07-14', 'overdue 2026-07-13'],
  ['not before the meeting was held', [listed, concluded], '2026-06-02', 'none'],
  ['met late', [listed, held, sent, concluded, reviewed('2026-07-20')], '2026-07-20', 'met-late 2026-07-13'],
  [
    'from the day as it is put right',
    [listed, held, sent, concluded, corrected(concluded.kind, '2026-06-08', {}, '2026-06-10')],
    '2026-06-11',
    'due 2026-07-20',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [
      listed,
      held,
      sent,
      concluded,
      fact(panelReviewedDeath, '2026-07-13', { category: '10' }, { recordedOn: '2026-08-10' }),
    ],
    '2026-08-10',
    'met 2026-07-13',
  ],
  [
    'no more once it is struck out',
    [listed, held, sent, concluded, struckOut(concluded.kind, '2026-06-10')],
    '2026-06-11',
    'none',
  ],
])

const call = fact(actionCalledFor, '2026-04-13')
table('tell-who-should-act', [
  ['as soon as it is seen', [call], '2026-05-13', 'ageing'],
  ['met by telling them', [call, fact(bodyToldToAct, '2026-04-20')], '2026-04-20', 'met'],
  [
    'each for itself',
    [call, fact(actionCalledFor, '2026-04-14'), fact(bodyToldToAct, '2026-04-20')],
    '2026-04-20',
    'ageing, met',
  ],
])

table('submit-analysis-to-database', [
  ['after the panel', [reviewed('2026-04-13')], '2026-05-13', 'ageing'],
  ['met', [reviewed('2026-04-13'), fact(analysisSubmitted, '2026-04-15')], '2026-04-15', 'met'],
])

table('share-learning-from-death', [
  ['after the panel', [reviewed('2026-04-13')], '2026-05-13', 'ageing'],
  ['met', [reviewed('2026-04-13'), fact(learningShared, '2026-04-30')], '2026-04-30', 'met'],
])

test('scores go by the form of the day on which the review opened, and form C keeps its own', () => {
  const offered = (day: string) =>
    Object.keys(scores).filter(code => isOffered(scores[code as keyof typeof scores], day))
  const old = ['c-0', 'c-1', 'c-1-star', 'c-2', 'c-3']
  expect(offered('2018-10-31')).toEqual(old)
  // In between either form could be used; from 1 April 2019 on only the new one.
  expect(offered('2019-03-31')).toEqual(['0', '1', '2', ...old])
  expect(offered('2019-04-01')).toEqual(['0', '1', '2'])
})
