import {
  arrangementsChanged,
  arrangementsPublished,
  arrangementsStarted,
  changePublished,
  startPlanned,
} from './arrangements-publication.ts'
import { corrected, fact, struckOut } from './given.ts'
import { arrangementsAgreed, partnersNamed } from './safeguarding-partners.ts'
import { table } from './table.ts'

const named = fact(partnersNamed, '2018-09-03')
const planned = fact(startPlanned, '2019-02-04', { plannedFor: '2019-06-03' })
const moved = fact(startPlanned, '2019-05-07', { plannedFor: '2019-09-02' })
const published = (on: string) => fact(arrangementsPublished, on, { points: ['P1', 'P2', 'P3', 'P4'] })
const part = fact(arrangementsPublished, '2019-04-01', { points: ['P1', 'P2'] })

table('publish-arrangements-before-they-start', [
  ['by the day of the start', [named, planned], '2019-02-05', 'due 2019-06-03'],
  ['which may move', [named, planned, moved], '2019-05-08', 'due 2019-09-02'],
  ['met by publishing before', [named, planned, published('2019-04-01')], '2019-04-01', 'met 2019-06-03'],
  ['also before the day was set', [named, published('2019-01-07'), planned], '2019-02-05', 'met 2019-06-03'],
  ['not without the three points of the law', [named, planned, part], '2019-06-04', 'overdue 2019-06-03'],
  ['met late', [named, planned, published('2019-06-10')], '2019-06-10', 'met-late 2019-06-03'],
  [
    'from the day as it is put right',
    [named, planned, corrected(planned.kind, '2019-02-04', { plannedFor: '2019-07-01' }, '2019-02-11')],
    '2019-02-12',
    'due 2019-07-01',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [
      named,
      planned,
      fact(arrangementsPublished, '2019-05-31', { points: ['P1', 'P2', 'P3'] }, { recordedOn: '2019-06-17' }),
    ],
    '2019-06-17',
    'met 2019-06-03',
  ],
  ['no more once it is struck out', [named, planned, struckOut(planned.kind, '2019-02-11')], '2019-02-12', 'none'],
])

table('publish-first-arrangements', [
  ['by 29 June 2019', [named], '2018-09-04', 'due 2019-06-29'],
  ['met', [named, published('2019-04-01')], '2019-04-01', 'met 2019-06-29'],
  ['overdue', [named], '2019-06-30', 'overdue 2019-06-29'],
  ['not for partners named after the change-over', [fact(partnersNamed, '2021-04-01')], '2021-04-02', 'none'],
  ['met late', [named, published('2019-07-01')], '2019-07-01', 'met-late 2019-06-29'],
  [
    'late once the day of publication is put right',
    [
      named,
      published('2019-06-24'),
      corrected('arrangements-published', '2019-07-01', { points: ['P1', 'P2', 'P3'] }, '2019-07-08'),
    ],
    '2019-07-08',
    'met-late 2019-06-29',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [named, fact(arrangementsPublished, '2019-06-28', { points: ['P1', 'P2', 'P3'] }, { recordedOn: '2019-07-15' })],
    '2019-07-15',
    'met 2019-06-29',
  ],
  [
    'owed again where the publication is struck out',
    [named, published('2019-06-24'), struckOut('arrangements-published', '2019-06-25')],
    '2019-06-26',
    'due 2019-06-29',
  ],
])

table('start-published-arrangements', [
  ['three months from publication', [named, published('2019-04-01')], '2019-04-02', 'due 2019-07-01'],
  ['met', [named, published('2019-04-01'), fact(arrangementsStarted, '2019-06-03')], '2019-06-03', 'met 2019-07-01'],
  ['overdue', [named, published('2019-04-01')], '2019-07-02', 'overdue 2019-07-01'],
  ['not after the change-over', [named, published('2021-04-01')], '2021-04-02', 'none'],
  [
    'met late',
    [named, published('2019-04-01'), fact(arrangementsStarted, '2019-07-08')],
    '2019-07-08',
    'met-late 2019-07-01',
  ],
  [
    'from the day as it is put right',
    [
      named,
      published('2019-04-01'),
      corrected('arrangements-published', '2019-03-25', { points: ['P1', 'P2', 'P3'] }, '2019-04-08'),
    ],
    '2019-04-09',
    'due 2019-06-25',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [named, published('2019-04-01'), fact(arrangementsStarted, '2019-06-24', {}, { recordedOn: '2019-07-22' })],
    '2019-07-22',
    'met 2019-07-01',
  ],
  [
    'no more once it is struck out',
    [named, published('2019-04-01'), struckOut('arrangements-published', '2019-04-08')],
    '2019-04-09',
    'none',
  ],
])

const started = (on: string, how = {}) => fact(arrangementsStarted, on, {}, how)
table('start-first-arrangements', [
  ['by 29 September 2019 at the latest', [named], '2018-09-04', 'due 2019-09-29'],
  ['met on the last day', [named, published('2019-06-24'), started('2019-09-29')], '2019-09-29', 'met 2019-09-29'],
  ['overdue after it', [named, published('2019-06-24')], '2019-09-30', 'overdue 2019-09-29'],
  [
    'not met by agreeing or publishing, only by putting them into effect',
    [named, fact(arrangementsAgreed, '2019-09-02'), published('2019-09-20'), started('2019-12-02')],
    '2019-12-02',
    'met-late 2019-09-29',
  ],
  [
    'recorded late, the day of the start is what counts',
    [named, published('2019-06-24'), started('2019-09-02', { recordedOn: '2019-10-14' })],
    '2019-10-14',
    'met 2019-09-29',
  ],
  [
    'late once the day of the start is put right',
    [named, started('2019-09-02'), corrected('arrangements-started', '2019-10-07', {}, '2019-10-14')],
    '2019-10-14',
    'met-late 2019-09-29',
  ],
  [
    'no more once the naming is struck out',
    [named, struckOut('safeguarding-partners-named', '2018-10-01')],
    '2018-10-02',
    'none',
  ],
  ['not for partners first named after the change-over', [fact(partnersNamed, '2023-04-01')], '2023-04-02', 'none'],
])

const changed = fact(arrangementsChanged, '2022-07-04')
table('publish-change-of-arrangements', [
  ['whenever one is agreed', [named, published('2019-04-01'), changed], '2022-09-01', 'ageing'],
  ['met', [named, published('2019-04-01'), changed, fact(changePublished, '2022-09-12')], '2022-09-12', 'met'],
])
