import { expect, test } from 'vitest'
import { corrected, dutiesOn, fact, struckOut } from './given.ts'
import { localReviewDecided } from './local-review-decision.ts'
import {
  delayExplained,
  familyToldOfReport,
  publicationDelayed,
  publicationWithdrawn,
  reportSentToOfsted,
  reportSentToPanel,
} from './local-review-report.ts'
import { rapidReviewFinished } from './rapid-review.ts'
import { publicationPlanned, reviewPublished, reviewReportFinished } from './review-report-facts.ts'
import { table } from './table.ts'

const decided = fact(localReviewDecided, '2026-03-23', { decision: 'local-review' })
const none = fact(localReviewDecided, '2026-03-23', { decision: 'no-review' })
const finished = fact(reviewReportFinished, '2026-08-20')
const published = (on: string) => fact(reviewPublished, on)
const notPublished = fact(publicationDelayed, '2026-09-01', { how: 'not-published' })
const late = fact(publicationDelayed, '2026-09-01', { how: 'late' })

table('publish-local-review', [
  ['the law has it published', [decided], '2027-01-04', 'ageing'],
  ['met, however late', [decided, finished, published('2027-01-04')], '2027-01-04', 'met'],
  ['ended where it is decided not to publish', [decided, finished, notPublished], '2026-09-02', 'lapsed'],
  ['and not where it is only late', [decided, finished, late], '2026-09-02', 'ageing'],
])

table('publish-local-review-in-six-months', [
  ['six months from the decision', [decided], '2026-04-01', 'due 2026-09-23'],
  ['met on the last day', [decided, finished, published('2026-09-23')], '2026-09-23', 'met 2026-09-23'],
  ['late, also for good reasons', [decided, finished, late], '2026-09-24', 'overdue 2026-09-23'],
  ['met late', [decided, finished, published('2026-10-08')], '2026-10-08', 'met-late 2026-09-23'],
  ['ended where it is decided not to publish', [decided, finished, notPublished], '2026-09-24', 'lapsed 2026-09-23'],
  ['not where no review is held', [none], '2026-04-01', 'none'],
  [
    'from the day as it is put right',
    [decided, corrected(decided.kind, '2026-03-16', { decision: 'local-review' }, '2026-04-01')],
    '2026-04-01',
    'due 2026-09-16',
  ],
  [
    'recorded late it is overdue at once',
    [fact(localReviewDecided, '2026-03-23', { decision: 'local-review' }, { recordedOn: '2026-10-05' })],
    '2026-10-05',
    'overdue 2026-09-23',
  ],
  ['no more once it is struck out', [decided, struckOut(decided.kind, '2026-04-01')], '2026-04-02', 'none'],
])

// Six months from Friday 20 March 2026: Sunday 20 September. From Friday 13 March: Sunday 13 September.
const rapidly = fact(rapidReviewFinished, '2026-03-20', { localReview: 'local-review', criteria: ['together'] })
table('publish-local-review-from-rapid-review', [
  ['the law has it published', [rapidly], '2027-01-04', 'ageing'],
  ['met, however late', [rapidly, finished, published('2027-01-04')], '2027-01-04', 'met'],
  ['ended where it is decided not to publish', [rapidly, finished, notPublished], '2026-09-02', 'lapsed'],
])

table('publish-local-review-in-six-months-from-rapid-review', [
  ['six months from the rapid review that decided on it', [rapidly], '2026-10-30', 'overdue 2026-09-20'],
  ['and not from a decision that says it again', [rapidly, decided], '2026-04-01', 'due 2026-09-20'],
  ['met on the last day', [rapidly, finished, published('2026-09-20')], '2026-09-20', 'met 2026-09-20'],
  ['met late', [rapidly, finished, published('2026-09-21')], '2026-09-21', 'met-late 2026-09-20'],
  [
    'from the day as it is put right',
    [rapidly, corrected('rapid-review-finished', '2026-03-13', { localReview: 'local-review' }, '2026-04-01')],
    '2026-04-01',
    'due 2026-09-13',
  ],
  [
    'recorded late it is overdue at once',
    [fact(rapidReviewFinished, '2026-03-20', { localReview: 'local-review' }, { recordedOn: '2026-10-05' })],
    '2026-10-05',
    'overdue 2026-09-20',
  ],
  ['no more once it is struck out', [rapidly, struckOut('rapid-review-finished', '2026-04-01')], '2026-04-01', 'none'],
  ['ended where the partners then decide otherwise', [rapidly, none], '2026-04-01', 'lapsed 2026-09-20'],
])

// Seven working days before Thursday 17 September 2026: Tuesday the 8th. Before Thursday 8 October: Tuesday 29 September.
const planned = fact(publicationPlanned, '2026-08-24', { plannedFor: '2026-09-17' })
const moved = fact(publicationPlanned, '2026-09-04', { plannedFor: '2026-10-08' })
const before = [decided, finished, planned]
const toPanel = (on: string) => fact(reportSentToPanel, on)

table('send-review-report-to-panel', [
  ['counted back from the day of publication', before, '2026-08-24', 'due 2026-09-08'],
  ['moves with that day', [...before, moved], '2026-09-04', 'due 2026-09-29'],
  ['met in time', [...before, toPanel('2026-09-08')], '2026-09-08', 'met 2026-09-08'],
  ['too late for that day', [...before, toPanel('2026-09-09')], '2026-09-09', 'met-late 2026-09-08'],
  [
    'in time for the later one',
    [...before, toPanel('2026-09-09'), fact(publicationPlanned, '2026-09-10', { plannedFor: '2026-10-08' })],
    '2026-09-10',
    'met 2026-09-29',
  ],
  ['overdue', before, '2026-09-09', 'overdue 2026-09-08'],
  ['not before a day is set', [decided, finished], '2026-08-24', 'none'],
  [
    'from the planned day as it is put right',
    [...before, corrected(planned.kind, '2026-08-24', { plannedFor: '2026-10-08' }, '2026-08-31')],
    '2026-09-01',
    'due 2026-09-29',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [...before, fact(reportSentToPanel, '2026-09-07', {}, { recordedOn: '2026-09-21' })],
    '2026-09-21',
    'met 2026-09-08',
  ],
  ['no more once it is struck out', [...before, struckOut(planned.kind, '2026-08-31')], '2026-09-01', 'none'],
])

table('send-review-report-to-ofsted', [
  ['on the same day', before, '2026-08-24', 'due 2026-09-08'],
  ['met for itself', [...before, fact(reportSentToOfsted, '2026-09-07')], '2026-09-08', 'met 2026-09-08'],
  ['and not by what the Panel got', [...before, toPanel('2026-09-07')], '2026-09-09', 'overdue 2026-09-08'],
  ['moves with the day of publication', [...before, moved], '2026-09-04', 'due 2026-09-29'],
  ['met late', [...before, fact(reportSentToOfsted, '2026-09-09')], '2026-09-09', 'met-late 2026-09-08'],
  [
    'from the planned day as it is put right',
    [...before, corrected(planned.kind, '2026-08-24', { plannedFor: '2026-10-08' }, '2026-08-31')],
    '2026-09-01',
    'due 2026-09-29',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [...before, fact(reportSentToOfsted, '2026-09-07', {}, { recordedOn: '2026-09-21' })],
    '2026-09-21',
    'met 2026-09-08',
  ],
  ['no more once it is struck out', [...before, struckOut(planned.kind, '2026-08-31')], '2026-09-01', 'none'],
])

const toldOn = (on: string, ...told: ('family' | 'practitioners')[]) => fact(familyToldOfReport, on, { told })
table('tell-family-of-report', [
  ['before it is public', before, '2026-08-24', 'due 2026-09-17'],
  ['moves with the day of publication', [...before, moved], '2026-09-04', 'due 2026-10-08'],
  ['met', [...before, toldOn('2026-09-14', 'family', 'practitioners')], '2026-09-14', 'met 2026-09-17'],
  [
    'also before the day was set',
    [decided, finished, toldOn('2026-08-21', 'family'), planned],
    '2026-08-24',
    'met 2026-09-17',
  ],
  [
    'not by telling practitioners alone',
    [...before, toldOn('2026-09-14', 'practitioners')],
    '2026-09-18',
    'overdue 2026-09-17',
  ],
  [
    'late when they read it in public',
    [...before, toldOn('2026-09-18', 'family')],
    '2026-09-18',
    'met-late 2026-09-17',
  ],
  [
    'no more once the day is struck out',
    [...before, struckOut('publication-planned', '2026-09-01')],
    '2026-09-01',
    'none',
  ],
  [
    'from the planned day as it is put right',
    [...before, corrected(planned.kind, '2026-08-24', { plannedFor: '2026-10-08' }, '2026-08-31')],
    '2026-09-01',
    'due 2026-10-08',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [...before, fact(familyToldOfReport, '2026-09-16', { told: ['family'] }, { recordedOn: '2026-09-28' })],
    '2026-09-28',
    'met 2026-09-17',
  ],
])

const out = [...before, published('2026-09-17')]
table('keep-local-review-public', [
  ['for a year', out, '2026-12-01', 'due 2027-09-17'],
  ['and then it may go', out, '2027-09-17', 'lapsed 2027-09-17'],
  [
    'taken down before, it was too early',
    [...out, fact(publicationWithdrawn, '2027-03-01')],
    '2027-03-01',
    'met-late 2027-09-17',
  ],
  ['not before it is published', before, '2026-09-17', 'none'],
  [
    'from the day as it is put right',
    [...out, corrected('review-published', '2026-09-24', {}, '2026-09-28')],
    '2026-12-01',
    'due 2027-09-24',
  ],
  [
    'recorded late, the day of publication is what counts',
    [...before, fact(reviewPublished, '2026-09-17', {}, { recordedOn: '2026-11-02' })],
    '2026-12-01',
    'due 2027-09-17',
  ],
  ['no more once it is struck out', [...out, struckOut('review-published', '2026-10-01')], '2026-10-02', 'none'],
])

table('explain-late-publication', [
  ['when it is late', [decided, finished, late], '2026-09-02', 'ageing'],
  ['or not to be', [decided, finished, notPublished], '2026-09-02', 'ageing'],
  ['met by saying why', [decided, finished, late, fact(delayExplained, '2026-09-03')], '2026-09-03', 'met'],
  ['not while it is in time', [decided, finished], '2026-09-02', 'none'],
])

test('a day that moves takes the place of the one before: nothing is owed twice', () => {
  expect(dutiesOn('2026-09-04', 'send-review-report-to-panel', [...before, moved])).toHaveLength(1)
})
