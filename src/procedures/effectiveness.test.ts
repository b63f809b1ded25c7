import { weeks } from '../guidance/limits.ts'
import { arrangementsStarted } from './arrangements-publication.ts'
import { auditHeld, effectivenessJudged, trainingHeld, trainingJudged } from './effectiveness.ts'
import { fact } from './given.ts'
import { table } from './table.ts'

// 26 weeks from Monday 3 June 2019: Monday 2 December; 26 more: Monday 1 June 2020.
const local = { effectiveness: weeks(26), 'training-judged': weeks(26), 'review-audit': weeks(26) }
const started = fact(arrangementsStarted, '2019-06-03')
const judged = (on: string) => fact(effectivenessJudged, on)

table('judge-effectiveness', [
  ['as often as the partners set', [started], '2019-06-04', 'due 2019-12-02', local],
  ['met', [started, judged('2019-12-02')], '2019-12-02', 'met 2019-12-02', local],
  ['without a day where they set none', [started], '2021-01-04', 'ageing'],
])
table('judge-effectiveness-again', [
  ['and again', [started, judged('2019-12-02')], '2019-12-03', 'due 2020-06-01', local],
  ['overdue', [started, judged('2019-12-02')], '2020-06-02', 'overdue 2020-06-01', local],
])

const training = fact(trainingHeld, '2019-12-02')
table('judge-training', [
  ['after each training', [started, training], '2019-12-03', 'due 2020-06-01', local],
  ['met', [started, training, fact(trainingJudged, '2020-06-02')], '2020-06-02', 'met-late 2020-06-01', local],
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
])
table('audit-improvements-again', [
  ['from each to the next', [started, audit('2019-12-02', true)], '2019-12-03', 'due 2020-06-01', local],
  ['not from an audit of something else', [started, audit('2019-12-02', false)], '2019-12-03', 'none', local],
])
