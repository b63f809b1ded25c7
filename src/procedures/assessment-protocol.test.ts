import { expect, test } from 'vitest'
import { isOffered } from '../engine/field.ts'
import { protocolPublished, protocolReviewed } from './assessment-protocol.ts'
import { corrected, fact, struckOut } from './given.ts'
import { partnersNamed } from './safeguarding-partners.ts'
import { table } from './table.ts'

const named = fact(partnersNamed, '2018-09-03')
const published = fact(protocolPublished, '2019-06-03', { reviewOn: '2021-06-01' })

table('publish-assessment-protocol', [
  ['once there are partners', [named], '2018-10-01', 'ageing'],
  ['met', [named, published], '2019-06-03', 'met'],
  [
    'struck out, it is owed again',
    [named, published, struckOut('assessment-protocol-published', '2019-06-10')],
    '2019-06-10',
    'ageing',
  ],
])

table('review-assessment-protocol', [
  ['by the day that was set', [named, published], '2021-06-01', 'due 2021-06-01'],
  ['overdue after it', [named, published], '2021-06-02', 'overdue 2021-06-01'],
  ['met', [named, published, fact(protocolReviewed, '2021-06-01')], '2021-06-01', 'met 2021-06-01'],
  ['met late', [named, published, fact(protocolReviewed, '2021-06-02')], '2021-06-02', 'met-late 2021-06-01'],
  ['by a new one', [named, published, fact(protocolPublished, '2021-05-03')], '2021-06-02', 'met 2021-06-01'],
  ['not where no day was set', [named, fact(protocolPublished, '2019-06-03')], '2021-06-02', 'none'],
  [
    'corrected: another day was set',
    [
      named,
      published,
      corrected('assessment-protocol-published', '2019-06-03', { reviewOn: '2022-06-01' }, '2019-07-01'),
    ],
    '2021-06-02',
    'due 2022-06-01',
  ],
  [
    'recorded late',
    [named, fact(protocolPublished, '2019-06-03', { reviewOn: '2021-06-01' }, { recordedOn: '2021-07-01' })],
    '2021-07-01',
    'overdue 2021-06-01',
  ],
])

test('mental health wards came with the print of December 2020', () => {
  const ward = protocolPublished.fields.contents.options['mental-health']
  expect([isOffered(ward, '2020-12-08'), isOffered(ward, '2020-12-09')]).toEqual([false, true])
})
