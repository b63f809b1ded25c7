import { weeks } from '../guidance/limits.ts'
import { arrangementsStarted } from './arrangements-publication.ts'
import { auditHeld, effectivenessJudged, trainingHeld, trainingJudged } from './effectiveness.ts'
import { corrected, fact, struckOut } from './given.ts'
import { table } from './table.ts'

// 26 weeks from Monday 3 June 2019: Monday 2 December; 26 more: Monday 1 June 2020.
const local = { effectiveness: weeks(26), 'training-judged': weeks(26), 'review-audit': weeks(26) }
const started = fact(arrangementsStarted, '2019-06-03')
const judged = (on: string) => fact(effectivenessJudged, on)

table('judge-effectiveness', [
  ['as often as the partners set', [started], '2019-06-04', 'due 2019-12-02', local],
  ['met', [started, judged('2019-12-02')], '2019-12-02', 'met 2019-12-02', local],
  ['without a day where they set none', [started], '2021-01-04', 'ageing'],
  ['met late', [started, judged('2019-12-03')], '2019-12-03', 'met-late 2019-12-02', local],
  [
    'from the day as it is put right',
    [started, corrected(started.kind, '2019-06-10', {}, '2019-06-17')],
    '2019-06-18',
    'due 2019-12-09',
    local,
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [started, fact(effectivenessJudged, '2019-11-29', {}, { recordedOn: '2020-01-06' })],
    '2020-01-06',
    'met 2019-12-02',
    local,
  ],
  ['no more once it is struck out', [started, struckOut(started.kind, '2019-06-17')], '2019-06-18', 'none', local],
])
table('judge-effectiveness-again', [
  ['and again', [started, judged('2019-12-02')], '2019-12-03', 'due 2020-06-01', local],
  ['overdue', [started, judged('2019-12-02')], '2020-06-02', 'overdue 2020-06-01', local],
  [
    'met late, and owed again',
    [started, judged('2019-12-02'), judged('2020-06-08')],
    '2020-06-08',
    'met-late 2020-06-01, due 2020-12-07',
    local,
  ],
  [
    'from the day as it is put right',
    [started, judged('2019-12-02'), corrected('effectiveness-judged', '2019-12-09', {}, '2019-12-16')],
    '2019-12-17',
    'due 2020-06-08',
    local,
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [started, judged('2019-12-02'), fact(effectivenessJudged, '2020-05-29', {}, { recordedOn: '2020-07-06' })],
    '2020-07-06',
    'met 2020-06-01, due 2020-11-27',
    local,
  ],
  [
    'no more once it is struck out',
    [started, judged('2019-12-02'), struckOut('effectiveness-judged', '2019-12-16')],
    '2019-12-17',
    'none',
    local,
  ],
])

const training = fact(trainingHeld, '2019-12-02')
table('judge-training', [
  ['after each training', [started, training], '2019-12-03', 'due 2020-06-01', local],
  ['met', [started, training, fact(trainingJudged, '2020-06-02')], '2020-06-02', 'met-late 2020-06-01', local],
  [
    'from the day as it is put right',
    [started, training, corrected(training.kind, '2019-12-09', {}, '2019-12-16')],
    '2019-12-17',
    'due 2020-06-08',
    local,
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [started, training, fact(trainingJudged, '2020-05-29', {}, { recordedOn: '2020-07-06' })],
    '2020-07-06',
    'met 2020-06-01',
    local,
  ],
  [
    'no more once it is struck out',
    [started, training, struckOut(training.kind, '2019-12-16')],
    '2019-12-17',
    'none',
    local,
  ],
])

const audit = (on: string, ofReviews: boolean) => fact(auditHeld, on, { ofReviews })
table('audit-improvements', [
  ['from the start on', [started], '2019-06-04', 'due 2019-12-02', local],
  [
    'met by an audit of what reviews asked for',
    [started, audit('2019-11-04', true)],
    '2019-11-04',
    'met 2019-12-02',
    local,
  ],
  ['not by another one', [started, audit('2019-11-04', false)], '2019-12-03', 'overdue 2019-12-02', local],
  ['met late', [started, audit('2019-12-03', true)], '2019-12-03', 'met-late 2019-12-02', local],
  [
    'from the day as it is put right',
    [started, corrected(started.kind, '2019-06-10', {}, '2019-06-17')],
    '2019-06-18',
    'due 2019-12-09',
    local,
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [started, fact(auditHeld, '2019-11-29', { ofReviews: true }, { recordedOn: '2020-01-06' })],
    '2020-01-06',
    'met 2019-12-02',
    local,
  ],
  ['no more once it is struck out', [started, struckOut(started.kind, '2019-06-17')], '2019-06-18', 'none', local],
])
table('audit-improvements-again', [
  ['from each to the next', [started, audit('2019-12-02', true)], '2019-12-03', 'due 2020-06-01', local],
  ['not from an audit of something else', [started, audit('2019-12-02', false)], '2019-12-03', 'none', local],
  [
    'met late, and owed again',
    [started, audit('2019-12-02', true), audit('2020-06-08', true)],
    '2020-06-08',
    'met-late 2020-06-01, due 2020-12-07',
    local,
  ],
  [
    'from the day as it is put right',
    [
      started,
      audit('2019-12-02', true),
      corrected('multi-agency-audit-held', '2019-12-09', { ofReviews: true }, '2019-12-16'),
    ],
    '2019-12-17',
    'due 2020-06-08',
    local,
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [
      started,
      audit('2019-12-02', true),
      fact(auditHeld, '2020-05-29', { ofReviews: true }, { recordedOn: '2020-07-06' }),
    ],
    '2020-07-06',
    'met 2020-06-01, due 2020-11-27',
    local,
  ],
  [
    'no more once it is struck out',
    [started, audit('2019-12-02', true), struckOut('multi-agency-audit-held', '2019-12-16')],
    '2019-12-17',
    'none',
    local,
  ],
])
