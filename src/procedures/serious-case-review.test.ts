import { fact } from './given.ts'
import { caseReviewHandedOver, caseReviewInHand, caseReviewPublished } from './serious-case-review.ts'
import { table } from './table.ts'

// The area’s new arrangements began on Monday 1 April 2019.
const inHand = fact(caseReviewInHand, '2019-04-01')
table('publish-serious-case-review', [
  ['within the board’s twelve months of grace', [inHand], '2019-06-03', 'due 2020-04-01'],
  ['met in them', [inHand, fact(caseReviewPublished, '2020-04-01')], '2020-04-01', 'met 2020-04-01'],
  ['late after them', [inHand], '2020-04-02', 'overdue 2020-04-01'],
  [
    'begun under one regime and ended under the other',
    [inHand, fact(caseReviewPublished, '2020-06-01')],
    '2020-06-01',
    'met-late 2020-04-01',
  ],
  [
    'ended where the papers went to the partners',
    [inHand, fact(caseReviewHandedOver, '2020-03-02')],
    '2020-04-02',
    'lapsed 2020-04-01',
  ],
  // After 29 September 2019 no area could still have been changing over.
  ['no rule for an area that had long changed over', [fact(caseReviewInHand, '2019-10-01')], '2019-10-02', 'none'],
])
