import { weeks } from '../guidance/limits.ts'
import {
  deathReportPublished,
  deathsCounted,
  footprintConsidered,
  panelReportGiven,
  reviewArrangementsAgreed,
  reviewArrangementsPublished,
  reviewPartnersNamed,
} from './child-death-arrangements.ts'
import { corrected, fact, struckOut } from './given.ts'
import { table } from './table.ts'

const named = fact(reviewPartnersNamed, '2018-09-03')
const agreed = fact(reviewArrangementsAgreed, '2019-06-03')
const published = (on: string) => fact(reviewArrangementsPublished, on)

table('make-child-death-arrangements', [
  ['once there are partners, without a day of its own', [named], '2019-09-30', 'ageing'],
  ['met', [named, agreed], '2019-06-03', 'met'],
  [
    'promptly too for partners first named after the change-over',
    [fact(reviewPartnersNamed, '2023-04-03')],
    '2026-04-01',
    'ageing',
  ],
  [
    'not anew where the integrated care board takes the place of the group before it',
    [named, agreed, fact(reviewPartnersNamed, '2022-07-01')],
    '2022-07-02',
    'met',
  ],
])

table('start-first-child-death-arrangements', [
  ['by 29 September 2019 at the latest', [named], '2018-09-04', 'due 2019-09-29'],
  ['met by the day from which they hold', [named, agreed], '2019-06-03', 'met 2019-09-29'],
  ['overdue after it', [named], '2019-09-30', 'overdue 2019-09-29'],
  ['met late', [named, fact(reviewArrangementsAgreed, '2019-12-02')], '2019-12-02', 'met-late 2019-09-29'],
  [
    'late once that day is put right',
    [named, agreed, corrected('child-death-arrangements-agreed', '2019-10-07', {}, '2019-10-14')],
    '2019-10-14',
    'met-late 2019-09-29',
  ],
  [
    'owed again where it is struck out',
    [named, agreed, struckOut('child-death-arrangements-agreed', '2019-06-10')],
    '2019-06-10',
    'due 2019-09-29',
  ],
  ['not for partners named after the change-over', [fact(reviewPartnersNamed, '2022-07-01')], '2022-07-02', 'none'],
  [
    'recorded late, the day on which it was done is what counts',
    [named, fact(reviewArrangementsAgreed, '2019-09-27', {}, { recordedOn: '2019-11-04' })],
    '2019-11-04',
    'met 2019-09-29',
  ],
])

table('publish-child-death-arrangements', [
  ['whenever they are agreed', [named, agreed], '2019-07-01', 'ageing'],
  ['met', [named, agreed, published('2019-06-20')], '2019-06-20', 'met'],
])

table('publish-first-child-death-arrangements', [
  ['by 29 June 2019', [named], '2018-09-04', 'due 2019-06-29'],
  ['met in time', [named, agreed, published('2019-06-20')], '2019-06-20', 'met 2019-06-29'],
  ['met late', [named, agreed, published('2019-07-15')], '2019-07-15', 'met-late 2019-06-29'],
  ['not for partners named after the change-over', [fact(reviewPartnersNamed, '2020-01-06')], '2020-01-07', 'none'],
  [
    'late once the day of publication is put right',
    [
      named,
      agreed,
      published('2019-06-20'),
      corrected('child-death-arrangements-published', '2019-07-15', {}, '2019-07-22'),
    ],
    '2019-07-22',
    'met-late 2019-06-29',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [named, agreed, fact(reviewArrangementsPublished, '2019-06-28', {}, { recordedOn: '2019-08-05' })],
    '2019-08-05',
    'met 2019-06-29',
  ],
  [
    'owed again where the publication is struck out',
    [named, agreed, published('2019-06-20'), struckOut('child-death-arrangements-published', '2019-06-24')],
    '2019-06-25',
    'due 2019-06-29',
  ],
])

const year = (reviewed: number) => fact(deathsCounted, '2020-03-31', { reviewed })
table('consider-joining-for-death-reviews', [
  ['below sixty', [named, agreed, year(59)], '2020-06-01', 'ageing'],
  ['not from sixty on', [named, agreed, year(60)], '2020-06-01', 'none'],
  [
    'met by considering it',
    [named, agreed, year(41), fact(footprintConsidered, '2020-05-04', { decision: 'stay' })],
    '2020-05-04',
    'met',
  ],
])

// The partners report every 52 weeks: from Monday 3 June 2019 to Monday 1 June 2020, and from there to Monday 31 May 2021.
const local = { 'T5-REP-01': weeks(52) }
table('publish-child-death-report', [
  ['at the intervals the partners set', [named, agreed], '2019-06-04', 'due 2020-06-01', local],
  ['met', [named, agreed, fact(deathReportPublished, '2020-06-01')], '2020-06-01', 'met 2020-06-01', local],
  ['without a day where they set none', [named, agreed], '2023-01-04', 'ageing'],
  ['met late', [named, agreed, fact(deathReportPublished, '2020-06-08')], '2020-06-08', 'met-late 2020-06-01', local],
  [
    'from the day as it is put right',
    [named, agreed, corrected(agreed.kind, '2019-07-01', {}, '2019-07-08')],
    '2019-07-09',
    'due 2020-06-29',
    local,
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [named, agreed, fact(deathReportPublished, '2020-05-29', {}, { recordedOn: '2020-07-06' })],
    '2020-07-06',
    'met 2020-06-01',
    local,
  ],
  ['no more once it is struck out', [named, agreed, struckOut(agreed.kind, '2019-07-08')], '2019-07-09', 'none', local],
])
table('publish-next-child-death-report', [
  [
    'from each report to the next',
    [named, agreed, fact(deathReportPublished, '2020-06-01')],
    '2020-06-02',
    'due 2021-05-31',
    local,
  ],
  [
    'met late',
    [named, agreed, fact(deathReportPublished, '2020-06-01'), fact(deathReportPublished, '2021-06-07')],
    '2021-06-07',
    'met-late 2021-05-31, due 2022-06-06',
    local,
  ],
  [
    'from the day as it is put right',
    [
      named,
      agreed,
      fact(deathReportPublished, '2020-06-01'),
      corrected('child-death-report-published', '2020-06-08', {}, '2020-06-15'),
    ],
    '2020-06-16',
    'due 2021-06-07',
    local,
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [
      named,
      agreed,
      fact(deathReportPublished, '2020-06-01'),
      fact(deathReportPublished, '2021-05-28', {}, { recordedOn: '2021-07-05' }),
    ],
    '2021-07-05',
    'met 2021-05-31, due 2022-05-27',
    local,
  ],
  [
    'no more once it is struck out',
    [named, agreed, fact(deathReportPublished, '2020-06-01'), struckOut('child-death-report-published', '2020-06-15')],
    '2020-06-16',
    'none',
    local,
  ],
])

// Twelve months from Monday 3 June 2019, and from Wednesday 20 May 2020.
const given = fact(panelReportGiven, '2020-05-20')
table('give-overview-panel-report', [
  ['within twelve months', [named, agreed], '2019-06-04', 'due 2020-06-03'],
  ['met', [named, agreed, given], '2020-05-20', 'met 2020-06-03'],
  ['overdue', [named, agreed], '2020-06-04', 'overdue 2020-06-03'],
  ['met late', [named, agreed, fact(panelReportGiven, '2020-06-08')], '2020-06-08', 'met-late 2020-06-03'],
  [
    'from the day as it is put right',
    [named, agreed, corrected(agreed.kind, '2019-07-01', {}, '2019-07-08')],
    '2019-07-09',
    'due 2020-07-01',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [named, agreed, fact(panelReportGiven, '2020-06-02', {}, { recordedOn: '2020-07-06' })],
    '2020-07-06',
    'met 2020-06-03',
  ],
  ['no more once it is struck out', [named, agreed, struckOut(agreed.kind, '2019-07-08')], '2019-07-09', 'none'],
])
table('give-next-overview-panel-report', [
  ['and again within twelve', [named, agreed, given], '2020-05-21', 'due 2021-05-20'],
  ['overdue', [named, agreed, given], '2021-05-21', 'overdue 2021-05-20'],
  [
    'met late, and owed again',
    [named, agreed, given, fact(panelReportGiven, '2021-05-24')],
    '2021-05-24',
    'met-late 2021-05-20, due 2022-05-24',
  ],
  [
    'from the day as it is put right',
    [named, agreed, given, corrected(given.kind, '2020-05-27', {}, '2020-06-01')],
    '2020-06-02',
    'due 2021-05-27',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [named, agreed, given, fact(panelReportGiven, '2021-05-19', {}, { recordedOn: '2021-06-21' })],
    '2021-06-21',
    'met 2021-05-20, due 2022-05-19',
  ],
  ['no more once it is struck out', [named, agreed, given, struckOut(given.kind, '2020-06-01')], '2020-06-02', 'none'],
])
