import { oldReviewFinished, oldReviewInHand, oldReviewPassedOn } from './child-death-transition.ts'
import { corrected, fact, struckOut } from './given.ts'
import { table } from './table.ts'

// Four months from Monday 1 July 2019: Friday 1 November.
const inHand = fact(oldReviewInHand, '2019-07-01')
table('finish-old-death-review', [
  ['within four months of the new arrangements', [inHand], '2019-07-02', 'due 2019-11-01'],
  ['met', [inHand, fact(oldReviewFinished, '2019-11-01')], '2019-11-01', 'met 2019-11-01'],
  ['met late', [inHand, fact(oldReviewFinished, '2019-12-02')], '2019-12-02', 'met-late 2019-11-01'],
  ['ended where it was passed on', [inHand, fact(oldReviewPassedOn, '2019-10-01')], '2019-11-02', 'lapsed 2019-11-01'],
  ['not after the last change-over', [fact(oldReviewInHand, '2019-10-01')], '2019-10-02', 'none'],
  [
    'from the day as it is put right',
    [inHand, corrected(inHand.kind, '2019-06-03', {}, '2019-07-08')],
    '2019-07-09',
    'due 2019-10-03',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [inHand, fact(oldReviewFinished, '2019-10-31', {}, { recordedOn: '2019-12-02' })],
    '2019-12-02',
    'met 2019-11-01',
  ],
  ['no more once it is struck out', [inHand, struckOut(inHand.kind, '2019-07-08')], '2019-07-09', 'none'],
])
