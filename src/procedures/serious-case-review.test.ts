import { corrected, fact, struckOut } from './given.ts'
import {
  caseReviewDecided,
  caseReviewHandedOver,
  caseReviewInHand,
  caseReviewPublished,
} from './serious-case-review.ts'
import { incidentKnown, notificationDecided } from './serious-incident.ts'
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
  [
    'from the day as it is put right',
    [inHand, corrected(inHand.kind, '2019-05-01', {}, '2019-06-03')],
    '2019-06-04',
    'due 2020-05-01',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [inHand, fact(caseReviewPublished, '2020-03-31', {}, { recordedOn: '2020-05-04' })],
    '2020-05-04',
    'met 2020-04-01',
  ],
  ['no more once it is struck out', [inHand, struckOut(inHand.kind, '2019-06-03')], '2019-06-04', 'none'],
])

const meets = { abuse: 'known', harm: 'died', where: 'here' } as const
const incident = (day: string) => fact(incidentKnown, day, meets)
const began = { began: { safeguarding: '2019-09-01' } } as const
// The worked example of the change-over: an incident on 1 August 2019, the area's own arrangements from 1 September 2019.
table('decide-on-serious-case-review', [
  ['the board’s, until the area’s own arrangements began', [incident('2019-08-01')], '2019-08-02', 'ageing', {}, began],
  [
    'still the board’s after they began: the day of the incident decides',
    [incident('2019-08-01')],
    '2019-10-01',
    'ageing',
    {},
    began,
  ],
  ['not the board’s from the day on which they began', [incident('2019-09-01')], '2019-09-02', 'none', {}, began],
  ['nowhere after 29 September 2019', [incident('2019-10-01')], '2019-10-02', 'none'],
  [
    'not for what does not meet the test',
    [fact(incidentKnown, '2019-08-01', { harm: 'neither' })],
    '2019-08-02',
    'none',
  ],
  [
    'met by the decision',
    [incident('2019-08-01'), fact(caseReviewDecided, '2019-08-20', { decision: 'held' })],
    '2019-08-20',
    'met',
  ],
  [
    'ended where the incident is not notifiable',
    [incident('2019-08-01'), fact(notificationDecided, '2019-08-06', { decision: 'not-notifiable' })],
    '2019-08-07',
    'lapsed',
  ],
])
table('carry-out-rapid-review', [
  ['not the partners’ while the area still had its board', [incident('2019-08-01')], '2019-08-02', 'none', {}, began],
  ['the partners’ from the day on which they began', [incident('2019-09-01')], '2019-09-02', 'ageing', {}, began],
])
