/** What becomes of conferences and reviews around the eighteenth birthday, and of those that are held after it. */
import { corrected, fact, struckOut } from './given.ts'
import { childBorn } from './people.ts'
import { childProtectionPlanStarted, initialConferenceHeld, planEnded, reviewConferenceHeld } from './plan-facts.ts'
import { reviewConferencePlanned } from './review-conference.ts'
import { table } from './table.ts'

// Eighteen on Tuesday 1 September 2026.
const born = fact(childBorn, '2008-09-01')
const held = fact(initialConferenceHeld, '2026-03-23', { decision: 'child-protection-plan' })
const goesOn = (day: string, recordedOn = day) =>
  fact(reviewConferenceHeld, day, { decision: 'continues' }, { recordedOn })
const review = goesOn('2026-06-23')
const planned = (on: string, plannedFor: string) => fact(reviewConferencePlanned, on, { plannedFor })

table('hold-next-review-conference', [
  ['is owed until the birthday', [born, held, review], '2026-08-31', 'due 2026-12-23'],
  ['ends with the birthday', [born, held, review], '2026-09-01', 'lapsed 2026-12-23'],
  [
    'met by a review in time before it',
    [born, held, review, fact(reviewConferenceHeld, '2026-08-27', { decision: 'ends' })],
    '2026-09-02',
    'met 2026-12-23',
  ],
  // That the plan was ended by then is another rule; nobody is owed a review of the plan of an adult.
  [
    'a review after it owes no next one',
    [born, held, review, goesOn('2026-09-08')],
    '2026-09-08',
    'lapsed 2026-12-23, lapsed 2027-03-08',
  ],
  [
    'a review before it, recorded after it, owes no next one that could be late',
    [born, held, goesOn('2026-06-23', '2026-09-14')],
    '2026-12-24',
    'lapsed 2026-12-23',
  ],
  [
    'corrected: the child is a year younger, and it is owed again',
    [born, held, review, corrected('child-born', '2009-09-01', {}, '2026-09-10')],
    '2026-09-10',
    'due 2026-12-23',
  ],
])

table('hold-first-review-conference', [
  [
    'a first review after the birthday is nobody’s to hold',
    [fact(childBorn, '2008-06-01'), held, goesOn('2026-06-22')],
    '2026-06-24',
    'lapsed 2026-06-23',
  ],
])
table('hold-first-review-conference-from-start-of-plan', [
  [
    'ends on the birthday',
    [fact(childBorn, '2008-06-01'), fact(childProtectionPlanStarted, '2026-03-23')],
    '2026-06-24',
    'lapsed 2026-06-23',
  ],
  [
    'recorded late, after it',
    [fact(childBorn, '2008-06-01'), fact(childProtectionPlanStarted, '2026-03-23', {}, { recordedOn: '2026-07-01' })],
    '2026-07-01',
    'lapsed 2026-06-23',
  ],
])

table('plan-review-around-eighteenth-birthday', [
  ['due on the birthday', [born, held, review], '2026-09-01', 'due 2026-09-01'],
  [
    'met by holding one in time',
    [born, held, review, goesOn('2026-08-25')],
    '2026-08-26',
    'met 2026-09-01, due 2026-09-01',
  ],
  [
    'planned in time and recorded late: overdue until then',
    [
      born,
      held,
      review,
      fact(reviewConferencePlanned, '2026-07-01', { plannedFor: '2026-08-27' }, { recordedOn: '2026-09-09' }),
    ],
    '2026-09-08',
    'overdue 2026-09-01',
  ],
  [
    'planned in time and recorded late: met',
    [
      born,
      held,
      review,
      fact(reviewConferencePlanned, '2026-07-01', { plannedFor: '2026-08-27' }, { recordedOn: '2026-09-09' }),
    ],
    '2026-09-09',
    'met 2026-09-01',
  ],
  [
    'a review after the birthday, at which the plan goes on, asks for no other one around it',
    [born, held, review, planned('2026-07-01', '2026-08-27'), goesOn('2026-09-08')],
    '2026-09-09',
    'met 2026-09-01',
  ],
  ['nor does one on the birthday itself', [born, held, review, goesOn('2026-09-01')], '2026-09-09', 'met 2026-09-01'],
  [
    'a review after it does not meet it: it came too late to close the plan in time',
    [born, held, review, goesOn('2026-09-08')],
    '2026-09-09',
    'overdue 2026-09-01',
  ],
  [
    'corrected: the planned day is after the birthday',
    [
      born,
      held,
      review,
      planned('2026-07-01', '2026-08-27'),
      corrected('review-conference-planned', '2026-07-01', { plannedFor: '2026-09-03' }, '2026-07-02'),
    ],
    '2026-09-02',
    'overdue 2026-09-01',
  ],
  [
    'what planned it struck out',
    [born, held, review, planned('2026-07-01', '2026-08-27'), struckOut('review-conference-planned', '2026-07-02')],
    '2026-09-02',
    'overdue 2026-09-01',
  ],
  [
    'the review struck out',
    [born, held, review, struckOut('review-conference-held', '2026-06-25')],
    '2026-09-02',
    'none',
  ],
  [
    'ends with the plan, also after the birthday',
    [born, held, review, fact(planEnded, '2026-09-15', { ground: 'reached-18' })],
    '2026-09-16',
    'lapsed 2026-09-01',
  ],
])

table('plan-first-review-around-eighteenth-birthday', [
  [
    'a conference on the birthday or after it asks for none',
    [fact(childBorn, '2008-03-20'), held],
    '2026-03-24',
    'none',
  ],
])
table('plan-first-review-around-eighteenth-birthday-from-start-of-plan', [
  [
    'nor does a plan that is told of after it',
    [fact(childBorn, '2008-03-20'), fact(childProtectionPlanStarted, '2026-03-23')],
    '2026-03-24',
    'none',
  ],
])
