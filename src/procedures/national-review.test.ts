import { weeks } from '../guidance/limits.ts'
import { corrected, fact, struckOut } from './given.ts'
import { panelDecided, rapidReviewReceived } from './national-panel.ts'
import {
  nationalPublicationPlanned,
  nationalReplacementConsidered,
  nationalReportFinished,
  nationalReportSent,
  nationalReportShared,
  nationalReviewChecked,
  nationalReviewerConfirmed,
  nationalReviewerRemoved,
  nationalReviewerSelected,
  nationalReviewPublished,
  nationalReviewWithdrawn,
} from './national-review.ts'
import { table } from './table.ts'

const received = fact(rapidReviewReceived, '2026-03-24')
const decided = fact(panelDecided, '2026-04-01', { decision: 'national-review' })
const no = fact(panelDecided, '2026-04-01', { decision: 'no-national-review' })
const selected = fact(nationalReviewerSelected, '2026-04-15')
const begun = [received, decided, selected]

table('select-national-reviewer', [
  ['where a review is held', [received, decided], '2026-04-02', 'ageing'],
  ['met', begun, '2026-04-15', 'met'],
  ['not where none is', [received, no], '2026-04-02', 'none'],
])

table('recommend-national-reviewer', [
  ['once selected', begun, '2026-04-16', 'ageing'],
  [
    'met when the Secretary of State has confirmed',
    [...begun, fact(nationalReviewerConfirmed, '2026-04-24')],
    '2026-04-24',
    'met',
  ],
])

const removed = fact(nationalReviewerRemoved, '2026-06-01')
table('consider-another-national-reviewer', [
  ['once one was removed', [...begun, removed], '2026-06-02', 'ageing'],
  ['met', [...begun, removed, fact(nationalReplacementConsidered, '2026-06-03')], '2026-06-03', 'met'],
])

// Eight weeks from Wednesday 15 April 2026: Wednesday 10 June.
const local = { 'national-review-check': weeks(8) }
table('supervise-national-review', [
  ['as often as the Panel sets', begun, '2026-04-16', 'due 2026-06-10', local],
  ['met', [...begun, fact(nationalReviewChecked, '2026-06-11')], '2026-06-11', 'met-late 2026-06-10', local],
  ['without a day where it set none', begun, '2026-12-01', 'ageing'],
  [
    'from the day as it is put right',
    [...begun, corrected(selected.kind, '2026-04-22', {}, '2026-04-27')],
    '2026-04-28',
    'due 2026-06-17',
    local,
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [...begun, fact(nationalReviewChecked, '2026-06-09', {}, { recordedOn: '2026-07-06' })],
    '2026-07-06',
    'met 2026-06-10',
    local,
  ],
  ['no more once it is struck out', [...begun, struckOut(selected.kind, '2026-04-27')], '2026-04-28', 'none', local],
])

// Eight weeks from Thursday 11 June 2026: Thursday 6 August.
const checked = fact(nationalReviewChecked, '2026-06-11')
table('supervise-national-review-again', [
  ['from each look to the next', [...begun, checked], '2026-06-12', 'due 2026-08-06', local],
  [
    'met late, and owed again',
    [...begun, checked, fact(nationalReviewChecked, '2026-08-07')],
    '2026-08-07',
    'met-late 2026-08-06, due 2026-10-02',
    local,
  ],
  [
    'met by the finished report',
    [...begun, checked, fact(nationalReportFinished, '2026-08-03')],
    '2026-08-03',
    'met 2026-08-06',
    local,
  ],
  [
    'from the day of the look as it is put right',
    [...begun, checked, corrected('national-review-checked', '2026-06-04', {}, '2026-06-15')],
    '2026-06-15',
    'due 2026-07-30',
    local,
  ],
  [
    'ended with the reviewer’s removal',
    [...begun, checked, fact(nationalReviewerRemoved, '2026-07-01')],
    '2026-07-02',
    'lapsed 2026-08-06',
    local,
  ],
  [
    'struck out, it starts nothing',
    [...begun, checked, struckOut('national-review-checked', '2026-06-15')],
    '2026-06-16',
    'none',
    local,
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [...begun, checked, fact(nationalReviewChecked, '2026-08-05', {}, { recordedOn: '2026-09-07' })],
    '2026-09-07',
    'met 2026-08-06, due 2026-09-30',
    local,
  ],
])

const finished = fact(nationalReportFinished, '2026-09-01')
const published = (on: string) => fact(nationalReviewPublished, on)
table('publish-national-review', [
  ['the law has it published', begun, '2027-01-04', 'ageing'],
  ['met', [...begun, finished, published('2027-01-04')], '2027-01-04', 'met'],
])

table('publish-national-review-in-six-months', [
  ['six months from the decision', begun, '2026-04-16', 'due 2026-10-01'],
  ['met on the last day', [...begun, finished, published('2026-10-01')], '2026-10-01', 'met 2026-10-01'],
  ['late', [...begun, finished], '2026-10-02', 'overdue 2026-10-01'],
  ['not where no review is held', [received, no], '2026-04-16', 'none'],
  ['met late', [...begun, finished, published('2026-10-05')], '2026-10-05', 'met-late 2026-10-01'],
  [
    'from the day as it is put right',
    [...begun, corrected(decided.kind, '2026-03-25', { decision: 'national-review' }, '2026-04-16')],
    '2026-04-16',
    'due 2026-09-25',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [...begun, finished, fact(nationalReviewPublished, '2026-09-30', {}, { recordedOn: '2026-10-26' })],
    '2026-10-26',
    'met 2026-10-01',
  ],
  ['no more once it is struck out', [...begun, struckOut(decided.kind, '2026-04-20')], '2026-04-21', 'none'],
])

// Seven working days before Thursday 1 October 2026: Tuesday 22 September. Before Thursday 15 October: Tuesday 6 October.
const planned = fact(nationalPublicationPlanned, '2026-09-07', { plannedFor: '2026-10-01' })
const moved = fact(nationalPublicationPlanned, '2026-09-10', { plannedFor: '2026-10-15' })
table('send-national-report-to-secretary-of-state', [
  ['counted back from publication', [...begun, finished, planned], '2026-09-07', 'due 2026-09-22'],
  ['moves with it', [...begun, finished, planned, moved], '2026-09-10', 'due 2026-10-06'],
  ['met', [...begun, finished, planned, fact(nationalReportSent, '2026-09-22')], '2026-09-22', 'met 2026-09-22'],
  ['late', [...begun, finished, planned], '2026-09-23', 'overdue 2026-09-22'],
  [
    'met late',
    [...begun, finished, planned, fact(nationalReportSent, '2026-09-23')],
    '2026-09-23',
    'met-late 2026-09-22',
  ],
  [
    'from the planned day as it is put right',
    [...begun, finished, planned, corrected(planned.kind, '2026-09-07', { plannedFor: '2026-10-15' }, '2026-09-09')],
    '2026-09-10',
    'due 2026-10-06',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [...begun, finished, planned, fact(nationalReportSent, '2026-09-21', {}, { recordedOn: '2026-10-05' })],
    '2026-10-05',
    'met 2026-09-22',
  ],
  [
    'no more once it is struck out',
    [...begun, finished, planned, struckOut(planned.kind, '2026-09-09')],
    '2026-09-10',
    'none',
  ],
])

const out = [...begun, finished, planned, published('2026-10-01')]
table('keep-national-review-public', [
  ['for three years', out, '2027-01-04', 'due 2029-10-01'],
  ['and then it may go', out, '2029-10-01', 'lapsed 2029-10-01'],
  [
    'taken down before, it was too early',
    [...out, fact(nationalReviewWithdrawn, '2028-01-03')],
    '2028-01-03',
    'met-late 2029-10-01',
  ],
  [
    'from the day as it is put right',
    [...out, corrected('national-review-published', '2026-10-08', {}, '2026-10-12')],
    '2027-01-04',
    'due 2029-10-08',
  ],
  [
    'recorded late, the day of publication is what counts',
    [...begun, finished, planned, fact(nationalReviewPublished, '2026-10-01', {}, { recordedOn: '2026-12-07' })],
    '2027-01-04',
    'due 2029-10-01',
  ],
  [
    'no more once it is struck out',
    [...out, struckOut('national-review-published', '2026-10-12')],
    '2026-10-13',
    'none',
  ],
])

const shared = (...to: ('partners' | 'ofsted' | 'cqc' | 'constabulary')[]) =>
  fact(nationalReportShared, '2026-10-02', { to })
table('send-out-national-report', [
  ['once it is published', out, '2026-10-02', 'ageing'],
  ['met when all four have it', [...out, shared('partners', 'ofsted', 'cqc', 'constabulary')], '2026-10-02', 'met'],
  ['not while one has not', [...out, shared('partners', 'ofsted', 'cqc')], '2026-10-02', 'ageing'],
])
