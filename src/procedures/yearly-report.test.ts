import { weeks } from '../guidance/limits.ts'
import { arrangementsStarted } from './arrangements-publication.ts'
import { corrected, fact, struckOut } from './given.ts'
import { table } from './table.ts'
import {
  restraintReported,
  secureHere,
  yearlyReportDrafted,
  yearlyReportPublished,
  yearlyReportScrutinised,
  yearlyReportSent,
} from './yearly-report.ts'

const started = fact(arrangementsStarted, '2019-06-03')
const published = (on: string) => fact(yearlyReportPublished, on)

table('publish-yearly-report', [
  ['twelve months from the start of the arrangements', [started], '2019-06-04', 'due 2020-06-03'],
  ['met', [started, published('2020-06-03')], '2020-06-03', 'met 2020-06-03'],
  ['overdue', [started], '2020-06-04', 'overdue 2020-06-03'],
  ['met late', [started, published('2020-07-01')], '2020-07-01', 'met-late 2020-06-03'],
  [
    'from the day as it is put right',
    [started, corrected(started.kind, '2019-05-06', {}, '2019-06-10')],
    '2019-06-11',
    'due 2020-05-06',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [started, fact(yearlyReportPublished, '2020-06-02', {}, { recordedOn: '2020-07-06' })],
    '2020-07-06',
    'met 2020-06-03',
  ],
  ['no more once it is struck out', [started, struckOut(started.kind, '2019-06-10')], '2019-06-11', 'none'],
])

table('publish-next-yearly-report', [
  ['and again within twelve', [started, published('2020-05-20')], '2020-05-21', 'due 2021-05-20'],
  ['overdue', [started, published('2020-05-20')], '2021-05-21', 'overdue 2021-05-20'],
  [
    'each report starts the next year',
    [started, published('2020-05-20'), published('2021-05-12')],
    '2021-05-13',
    'met 2021-05-20, due 2022-05-12',
  ],
  ['under the guidance of 2023 too', [started, published('2024-05-20')], '2024-05-21', 'due 2025-05-20'],
  [
    'met late, and owed again',
    [started, published('2020-05-20'), published('2021-05-24')],
    '2021-05-24',
    'met-late 2021-05-20, due 2022-05-24',
  ],
  [
    'from the day as it is put right',
    [started, published('2020-05-20'), corrected('yearly-report-published', '2020-05-27', {}, '2020-06-01')],
    '2020-06-02',
    'due 2021-05-27',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [started, published('2020-05-20'), fact(yearlyReportPublished, '2021-05-19', {}, { recordedOn: '2021-06-07' })],
    '2021-06-07',
    'met 2021-05-20, due 2022-05-19',
  ],
  [
    'no more once it is struck out',
    [started, published('2020-05-20'), struckOut('yearly-report-published', '2020-06-01')],
    '2020-06-02',
    'none',
  ],
])

const begun = fact(arrangementsStarted, '2024-06-03')
table('publish-yearly-report-by-september', [
  ['by 30 September after the first reporting year', [begun], '2024-06-04', 'due 2025-09-30'],
  ['met', [begun, published('2025-09-30')], '2025-09-30', 'met 2025-09-30'],
  ['met late', [begun, published('2025-10-01')], '2025-10-01', 'met-late 2025-09-30'],
  ['not before the guidance of 2023', [started], '2024-06-04', 'none'],
  [
    'from the day of the start as it is put right',
    [begun, corrected('arrangements-started', '2024-03-04', {}, '2024-06-10')],
    '2024-06-10',
    'due 2024-09-30',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [begun, fact(yearlyReportPublished, '2025-09-29', {}, { recordedOn: '2025-11-03' })],
    '2025-11-03',
    'met 2025-09-30',
  ],
  ['no more once it is struck out', [begun, struckOut(begun.kind, '2024-06-10')], '2024-06-11', 'none'],
])

table('publish-next-yearly-report-by-september', [
  ['the report of one year starts the next', [started, published('2024-09-16')], '2024-09-17', 'due 2025-09-30'],
  [
    'one that comes out late in winter is followed in the same year',
    [started, published('2024-01-08')],
    '2024-01-09',
    'due 2024-09-30',
  ],
  ['overdue', [started, published('2024-09-16')], '2025-10-01', 'overdue 2025-09-30'],
  [
    'met late, and owed again',
    [started, published('2024-09-16'), published('2025-10-06')],
    '2025-10-06',
    'met-late 2025-09-30, due 2026-09-30',
  ],
  [
    'recorded late, the day of publication is what counts',
    [started, published('2024-09-16'), fact(yearlyReportPublished, '2025-09-29', {}, { recordedOn: '2025-11-03' })],
    '2025-11-03',
    'met 2025-09-30, due 2026-09-30',
  ],
  [
    'struck out, it starts nothing',
    [started, published('2024-09-16'), struckOut('yearly-report-published', '2024-09-20')],
    '2024-09-20',
    'none',
  ],
  ['not after a report of before the guidance of 2023', [started, published('2023-12-01')], '2023-12-04', 'none'],
  [
    'from the day as it is put right',
    [started, published('2024-09-16'), corrected('yearly-report-published', '2024-01-08', {}, '2024-09-20')],
    '2024-09-20',
    'due 2024-09-30',
  ],
])

const sent = (on: string, ...to: ('panel' | 'centre' | 'others')[]) => fact(yearlyReportSent, on, { to })
table('send-yearly-report', [
  ['within seven days', [started, published('2020-05-20')], '2020-05-21', 'due 2020-05-27'],
  [
    'met when both have it',
    [started, published('2020-05-20'), sent('2020-05-27', 'panel', 'centre')],
    '2020-05-27',
    'met 2020-05-27',
  ],
  [
    'not while one has not',
    [started, published('2020-05-20'), sent('2020-05-22', 'panel')],
    '2020-05-28',
    'overdue 2020-05-27',
  ],
  [
    'met late',
    [started, published('2020-05-20'), sent('2020-05-28', 'panel', 'centre')],
    '2020-05-28',
    'met-late 2020-05-27',
  ],
  [
    'from the day as it is put right',
    [started, published('2020-05-20'), corrected('yearly-report-published', '2020-05-22', {}, '2020-05-25')],
    '2020-05-26',
    'due 2020-05-29',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [
      started,
      published('2020-05-20'),
      fact(yearlyReportSent, '2020-05-26', { to: ['panel', 'centre'] }, { recordedOn: '2020-06-08' }),
    ],
    '2020-06-08',
    'met 2020-05-27',
  ],
  [
    'no more once it is struck out',
    [started, published('2020-05-20'), struckOut('yearly-report-published', '2020-05-25')],
    '2020-05-26',
    'none',
  ],
])

// Four weeks from Monday 2 March 2020: Monday the 30th.
const local = { 'T3-SCR-01': weeks(4), 'restraint-review': weeks(52) }
const drafted = fact(yearlyReportDrafted, '2020-03-02')
table('scrutinise-yearly-report', [
  ['in the time that the arrangements say', [started, drafted], '2020-03-03', 'due 2020-03-30', local],
  ['met', [started, drafted, fact(yearlyReportScrutinised, '2020-03-30')], '2020-03-30', 'met 2020-03-30', local],
  ['without a day where they say none', [started, drafted], '2020-06-01', 'ageing'],
  [
    'met late',
    [started, drafted, fact(yearlyReportScrutinised, '2020-03-31')],
    '2020-03-31',
    'met-late 2020-03-30',
    local,
  ],
  [
    'from the day as it is put right',
    [started, drafted, corrected(drafted.kind, '2020-03-09', {}, '2020-03-10')],
    '2020-03-11',
    'due 2020-04-06',
    local,
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [started, drafted, fact(yearlyReportScrutinised, '2020-03-27', {}, { recordedOn: '2020-04-20' })],
    '2020-04-20',
    'met 2020-03-30',
    local,
  ],
  [
    'no more once it is struck out',
    [started, drafted, struckOut(drafted.kind, '2020-03-10')],
    '2020-03-11',
    'none',
    local,
  ],
])

// 52 weeks from Monday 3 June 2019: Monday 1 June 2020.
const secure = fact(secureHere, '2019-06-03')
table('review-restraint', [
  ['where a secure establishment is in the area', [started, secure], '2019-06-04', 'due 2020-06-01', local],
  ['met', [started, secure, fact(restraintReported, '2020-05-20')], '2020-05-20', 'met 2020-06-01', local],
  ['not where none is', [started], '2019-06-04', 'none', local],
  ['met late', [started, secure, fact(restraintReported, '2020-06-02')], '2020-06-02', 'met-late 2020-06-01', local],
  [
    'from the day as it is put right',
    [started, secure, corrected(secure.kind, '2019-07-01', {}, '2019-07-08')],
    '2019-07-09',
    'due 2020-06-29',
    local,
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [started, secure, fact(restraintReported, '2020-05-29', {}, { recordedOn: '2020-06-15' })],
    '2020-06-15',
    'met 2020-06-01',
    local,
  ],
  [
    'no more once it is struck out',
    [started, secure, struckOut(secure.kind, '2019-07-08')],
    '2019-07-09',
    'none',
    local,
  ],
])
