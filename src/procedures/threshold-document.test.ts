import { corrected, fact, struckOut } from './given.ts'
import { partnersNamed } from './safeguarding-partners.ts'
import { table } from './table.ts'
import { thresholdPublished, thresholdReviewed } from './threshold-document.ts'

const named = fact(partnersNamed, '2018-09-03')
const whole = fact(thresholdPublished, '2019-06-03', {
  contents: ['early-help', 'levels', 'procedures'],
  reviewOn: '2021-06-01',
})
const part = fact(thresholdPublished, '2019-06-03', { contents: ['levels'] })

table('publish-threshold-document', [
  ['once there are partners', [named], '2018-10-01', 'ageing'],
  ['met by one that has all of it', [named, whole], '2019-06-03', 'met'],
  ['not by a part', [named, part], '2019-06-03', 'ageing'],
])

table('review-threshold-document', [
  ['by the day that was set', [named, whole], '2019-06-04', 'due 2021-06-01'],
  ['met', [named, whole, fact(thresholdReviewed, '2021-05-10')], '2021-05-10', 'met 2021-06-01'],
  ['met by a new version', [named, whole, fact(thresholdPublished, '2021-05-31', {})], '2021-05-31', 'met 2021-06-01'],
  ['overdue', [named, whole], '2021-06-02', 'overdue 2021-06-01'],
  ['not where no day was set', [named, part], '2019-06-04', 'none'],
  ['met late', [named, whole, fact(thresholdReviewed, '2021-06-02')], '2021-06-02', 'met-late 2021-06-01'],
  [
    'corrected to another day, it moves',
    [named, whole, corrected('threshold-document-published', '2019-06-03', { reviewOn: '2022-06-01' }, '2019-07-01')],
    '2021-06-02',
    'due 2022-06-01',
  ],
  ['struck out', [named, whole, struckOut('threshold-document-published', '2019-07-01')], '2021-06-02', 'none'],
])
