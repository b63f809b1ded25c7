import { expect, test } from 'vitest'
import { inquestListed, meetingReportSent, reviewMeetingHeld } from './child-death-review-meeting.ts'
import { corrected, dutiesOn, fact, struckOut } from './given.ts'
import { childDied } from './people.ts'
import { table } from './table.ts'

// Three months from Monday 30 November 2026: clamped to Sunday 28 February 2027.
const died = fact(childDied, '2026-11-30')
const held = (on: string) => fact(reviewMeetingHeld, on)
const stands = (day: string, drafts: Parameters<typeof dutiesOn>[2]) =>
  dutiesOn(day, 'hold-child-death-review-meeting', drafts, { caseKind: 'child-death' })[0]

table('hold-child-death-review-meeting', [
  ['met within three months, clamped to the short month', [died, held('2027-02-26')], '2027-02-26', 'met 2027-02-28'],
  ['met late after them', [died, held('2027-03-01')], '2027-03-01', 'met-late 2027-02-28'],
  ['not before the guidance on deaths of 2018', [fact(childDied, '2018-10-30')], '2018-11-02', 'none'],
  [
    'from the death as it is put right',
    [died, corrected(died.kind, '2026-10-30', {}, '2026-12-02'), held('2027-02-26')],
    '2027-02-26',
    'met-late 2027-01-30',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [died, fact(reviewMeetingHeld, '2027-02-26', {}, { recordedOn: '2027-03-15' })],
    '2027-03-15',
    'met 2027-02-28',
  ],
  ['no more once it is struck out', [died, struckOut(died.kind, '2026-12-02')], '2026-12-03', 'none'],
])

test('it is owed after the death, which ends nothing of its own review', () => {
  expect(stands('2027-03-01', [died])).toMatchObject({ met: null, lapsed: null, due: { latest: '2027-02-28' } })
})

const listed = (on: string, plannedFor: string) => fact(inquestListed, on, { plannedFor })
table('hold-meeting-before-inquest', [
  ['by the day of the inquest', [listed('2027-01-04', '2027-04-20')], '2027-01-05', 'due 2027-04-20'],
  [
    'which may move',
    [listed('2027-01-04', '2027-04-20'), listed('2027-02-01', '2027-06-08')],
    '2027-02-02',
    'due 2027-06-08',
  ],
  [
    'met by a meeting before it',
    [listed('2027-01-04', '2027-04-20'), held('2027-02-26')],
    '2027-02-26',
    'met 2027-04-20',
  ],
  [
    'also one that was held before the inquest was listed',
    [held('2027-01-02'), listed('2027-01-04', '2027-04-20')],
    '2027-01-05',
    'met 2027-04-20',
  ],
  ['late after the inquest', [listed('2027-01-04', '2027-04-20')], '2027-04-21', 'overdue 2027-04-20'],
  ['met late', [listed('2027-01-04', '2027-04-20'), held('2027-04-21')], '2027-04-21', 'met-late 2027-04-20'],
  [
    'by the day of the inquest as it is put right',
    [
      listed('2027-01-04', '2027-04-20'),
      corrected('inquest-listed', '2027-01-04', { plannedFor: '2027-06-08' }, '2027-01-11'),
    ],
    '2027-01-12',
    'due 2027-06-08',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [listed('2027-01-04', '2027-04-20'), fact(reviewMeetingHeld, '2027-02-26', {}, { recordedOn: '2027-05-03' })],
    '2027-05-03',
    'met 2027-04-20',
  ],
  [
    'no more once it is struck out',
    [listed('2027-01-04', '2027-04-20'), struckOut('inquest-listed', '2027-01-11')],
    '2027-01-12',
    'none',
  ],
])

table('send-meeting-report', [
  ['after the meeting', [held('2027-02-26')], '2027-03-26', 'ageing'],
  ['met by sending it', [held('2027-02-26'), fact(meetingReportSent, '2027-03-05')], '2027-03-05', 'met'],
])
