import { expect, test } from 'vitest'
import { workingDaysBefore } from '../guidance/limits.ts'
import { caseClosed } from './closing.ts'
import { corrected, dutyOn, fact, struckOut } from './given.ts'
import { conferenceOutcomeTold, conferenceReportShared } from './initial-conference.ts'
import { childBorn, childDied } from './people.ts'
import { childProtectionPlanStarted, initialConferenceHeld, planEnded, reviewConferenceHeld } from './plan-facts.ts'
import { reviewConferencePlanned } from './review-conference.ts'
import { table } from './table.ts'

const held = fact(initialConferenceHeld, '2026-03-23', { decision: 'child-protection-plan' })
const started = fact(childProtectionPlanStarted, '2026-03-25')
const first = fact(reviewConferenceHeld, '2026-06-23', { decision: 'continues' })
const ended = fact(planEnded, '2026-05-29', { ground: 'left-uk-permanently' })

table('hold-first-review-conference', [
  ['three months from the conference', [held], '2026-03-23', 'due 2026-06-23'],
  [
    'at the end of a short month',
    [fact(initialConferenceHeld, '2026-11-30', { decision: 'child-protection-plan' })],
    '2026-11-30',
    'due 2027-02-28',
  ],
  ['late after them', [held], '2026-06-24', 'overdue 2026-06-23'],
  ['the start of the plan does not move them', [held, started], '2026-06-24', 'overdue 2026-06-23'],
  ['met on the last day', [held, first], '2026-06-24', 'met 2026-06-23'],
  ['met late', [held, fact(reviewConferenceHeld, '2026-06-24', {})], '2026-06-24', 'met-late 2026-06-23'],
  [
    'not without a plan',
    [fact(initialConferenceHeld, '2026-03-23', { decision: 'other-support' })],
    '2026-06-24',
    'none',
  ],
  ['ends with the plan', [held, ended], '2026-06-24', 'lapsed 2026-06-23'],
  [
    'met by a review that ends the plan',
    [held, fact(reviewConferenceHeld, '2026-06-01', { decision: 'ends' })],
    '2026-06-24',
    'met 2026-06-23',
  ],
  [
    'a review struck out leaves it open',
    [held, first, struckOut('review-conference-held', '2026-06-25')],
    '2026-06-25',
    'overdue 2026-06-23',
  ],
  [
    'not by closing the case: that ends no plan',
    [held, fact(caseClosed, '2026-04-01')],
    '2026-06-24',
    'overdue 2026-06-23',
  ],
  [
    'with the case where a census says no more',
    [held, fact(caseClosed, '2026-04-01', {}, { source: 'cin' })],
    '2026-06-24',
    'lapsed 2026-06-23',
  ],
  [
    'ends with a death, recorded later',
    [held, fact(childDied, '2026-04-01', {}, { recordedOn: '2026-05-01' })],
    '2026-06-24',
    'lapsed 2026-06-23',
  ],
  [
    'still due on the day before the eighteenth birthday',
    [fact(childBorn, '2008-06-22'), held],
    '2026-06-21',
    'due 2026-06-23',
  ],
  ['ends on the eighteenth birthday', [fact(childBorn, '2008-06-22'), held], '2026-06-22', 'lapsed 2026-06-23'],
  [
    'an unborn child who is born is the same child',
    [
      fact(initialConferenceHeld, '2026-03-23', { decision: 'child-protection-plan', kind: 'pre-birth' }),
      fact(childBorn, '2026-05-01'),
    ],
    '2026-06-24',
    'overdue 2026-06-23',
  ],
])

table('hold-first-review-conference-from-start-of-plan', [
  ['ends with the plan', [started, ended], '2026-06-30', 'lapsed 2026-06-25'],
  ['three months from the plan where no conference is on record', [started], '2026-03-25', 'due 2026-06-25'],
  [
    'from the conference where it is on record without its decision',
    [fact(initialConferenceHeld, '2026-03-23'), started],
    '2026-03-25',
    'due 2026-06-23',
  ],
  ['not beside a conference that decided on the plan', [held, started], '2026-03-25', 'none'],
  ['met', [started, first], '2026-06-24', 'met 2026-06-25'],
  [
    'a second plan does not count from the conference of the first',
    [held, ended, fact(childProtectionPlanStarted, '2027-01-04')],
    '2027-01-04',
    'due 2027-04-04',
  ],
])

table('hold-next-review-conference', [
  ['six months from the review', [held, first], '2026-06-23', 'due 2026-12-23'],
  ['at the end of a short month', [held, fact(reviewConferenceHeld, '2026-08-31', {})], '2026-08-31', 'due 2027-02-28'],
  ['late after them', [held, first], '2026-12-24', 'overdue 2026-12-23'],
  [
    'met by the next, which starts the next',
    [held, first, fact(reviewConferenceHeld, '2026-12-01', { decision: 'continues' })],
    '2026-12-24',
    'met 2026-12-23, due 2027-06-01',
  ],
  [
    'recorded out of order',
    [
      held,
      fact(reviewConferenceHeld, '2026-12-01', { decision: 'continues' }),
      fact(reviewConferenceHeld, '2026-06-23', { decision: 'continues' }, { recordedOn: '2026-12-02' }),
    ],
    '2026-12-24',
    'met 2026-12-23, due 2027-06-01',
  ],
  [
    'two on one day leave one owed',
    [held, first, fact(reviewConferenceHeld, '2026-06-23', { decision: 'continues' })],
    '2026-06-24',
    'met 2026-12-23, due 2026-12-23',
  ],
  [
    'an import knows no decision: the plan goes on',
    [started, fact(reviewConferenceHeld, '2026-06-23')],
    '2026-06-24',
    'due 2026-12-23',
  ],
  [
    'proceedings do not end the plan',
    [held, fact(reviewConferenceHeld, '2026-06-23', { decision: 'proceedings' })],
    '2026-06-24',
    'due 2026-12-23',
  ],
  [
    'not once the review ends the plan',
    [held, fact(reviewConferenceHeld, '2026-06-23', { decision: 'ends-with-child-in-need-plan' })],
    '2026-06-24',
    'none',
  ],
  ['ends with the plan', [held, first, fact(planEnded, '2026-09-01', {})], '2026-12-24', 'lapsed 2026-12-23'],
  [
    'met late',
    [held, first, fact(reviewConferenceHeld, '2026-12-24', { decision: 'continues' })],
    '2026-12-24',
    'met-late 2026-12-23, due 2027-06-24',
  ],
  ['struck out', [held, first, struckOut('review-conference-held', '2026-07-01')], '2026-12-24', 'none'],
])

const planned = fact(reviewConferencePlanned, '2026-06-01', { plannedFor: '2026-06-19' })
table('share-review-report', [
  [
    'met though it was shared before the date was set',
    [held, fact(conferenceReportShared, '2026-05-29'), planned],
    '2026-06-20',
    'met 2026-06-19',
  ],
  [
    'not by one shared for the review after',
    [held, planned, first, fact(conferenceReportShared, '2026-12-01')],
    '2026-12-02',
    'overdue 2026-06-19',
  ],
  ['ends with the plan', [held, planned, fact(planEnded, '2026-06-10', {})], '2026-06-20', 'lapsed 2026-06-19'],
  ['before the review', [held, planned], '2026-06-20', 'overdue 2026-06-19'],
  [
    'moves with its date',
    [held, planned, fact(reviewConferencePlanned, '2026-06-10', { plannedFor: '2026-06-22' })],
    '2026-06-20',
    'due 2026-06-22',
  ],
  ['met', [held, planned, fact(conferenceReportShared, '2026-06-17')], '2026-06-20', 'met 2026-06-19'],
  [
    'not by the report for the conference before',
    [fact(conferenceReportShared, '2026-03-20'), held, planned],
    '2026-06-20',
    'overdue 2026-06-19',
  ],
])

test('a clock that starts with the plan says so, and one from a conference does not', () => {
  const rule = 'hold-first-review-conference-from-start-of-plan'
  expect(dutyOn('2026-03-25', rule, [started])?.remark).toMatch('no initial conference')
  expect(dutyOn('2026-03-25', rule, [fact(initialConferenceHeld, '2026-03-23'), started])?.remark).toBeNull()
})

const toldFirst = fact(conferenceOutcomeTold, '2026-03-24', { told: ['family'] })
const toldReview = fact(conferenceOutcomeTold, '2026-06-25', { told: ['family'], agencies: ['school'] })

table('tell-review-outcome', [
  ['arises from each review', [held, first], '2026-06-24', 'ageing'],
  ['met', [held, toldFirst, first, toldReview], '2026-06-26', 'met'],
  ['not by what was told of the first conference', [held, toldFirst, first], '2026-06-26', 'ageing'],
  [
    'not by telling agencies alone',
    [held, first, fact(conferenceOutcomeTold, '2026-06-25', { agencies: ['school'] })],
    '2026-06-26',
    'ageing',
  ],
  ['struck out', [held, first, struckOut('review-conference-held', '2026-06-25')], '2026-06-26', 'none'],
])

const review = fact(reviewConferenceHeld, '2026-06-23', { decision: 'continues', attended: ['school'] })
const plannedFor = fact(reviewConferencePlanned, '2026-06-01', {
  plannedFor: '2026-06-23',
  invited: ['school', 'police'],
})
table('tell-agency-review-outcome', [
  ['nobody was invited', [held, first], '2026-06-24', 'none'],
  ['each that was invited or came', [held, plannedFor, review], '2026-06-24', 'ageing, ageing'],
  ['those told are told', [held, plannedFor, review, toldReview], '2026-06-26', 'met, ageing'],
])

// The area has reports in three working days before: of Tuesday 23 June 2026, Thursday the 18th.
const local = { 'conference-report': workingDaysBefore(3, 'the review') }
const asked = fact(reviewConferencePlanned, '2026-06-01', { plannedFor: '2026-06-23', invited: ['authority'] })
const report = (day: string) => fact(conferenceReportShared, day, { with: ['chair'] })
table('send-agency-review-report', [
  ['before the review, by the area’s own days', [held, asked], '2026-06-02', 'due 2026-06-18', local],
  ['met', [held, asked, report('2026-06-18')], '2026-06-19', 'met 2026-06-18', local],
  ['met late', [held, asked, report('2026-06-22')], '2026-06-22', 'met-late 2026-06-18', local],
  [
    'not by the report for the first conference',
    [report('2026-03-20'), held, asked],
    '2026-06-19',
    'overdue 2026-06-18',
    local,
  ],
  ['ends with the review', [held, asked, first], '2026-06-24', 'lapsed 2026-06-18', local],
  [
    'nobody invited, nothing owed',
    [held, fact(reviewConferencePlanned, '2026-06-01', { plannedFor: '2026-06-23' })],
    '2026-06-02',
    'none',
    local,
  ],
  [
    'corrected: it was planned for a week later',
    [
      held,
      asked,
      corrected(
        'review-conference-planned',
        '2026-06-01',
        { plannedFor: '2026-06-30', invited: ['authority'] },
        '2026-06-03',
      ),
    ],
    '2026-06-19',
    // Three working days before Tuesday 30 June: Thursday the 25th.
    'due 2026-06-25',
    local,
  ],
])
