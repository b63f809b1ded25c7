import { expect, test } from 'vitest'
import { caseClosed } from './closing.ts'
import {
  agenciesToldPlanEnded,
  childMovedIn,
  informationPassed,
  moveNotified,
  supportAfterPlanDiscussed,
} from './ending-plan.ts'
import { corrected, dutiesOn, dutyOn, fact, openOn, struckOut } from './given.ts'
import { childBorn, childDied } from './people.ts'
import {
  childProtectionPlanStarted,
  initialConferenceHeld,
  planEnded,
  receivingConferenceHeld,
  reviewConferenceHeld,
} from './plan-facts.ts'
import { reviewConferencePlanned } from './review-conference.ts'
import { table } from './table.ts'

// 15 working days from Wednesday 25 March 2026, over Easter: Friday 17 April.
const movedIn = fact(childMovedIn, '2026-03-25')
table('hold-receiving-conference', [
  ['15 working days from being told', [movedIn], '2026-03-25', 'due 2026-04-17'],
  ['late after them', [movedIn], '2026-04-18', 'overdue 2026-04-17'],
  [
    'met',
    [movedIn, fact(initialConferenceHeld, '2026-04-17', { kind: 'transfer-in', decision: 'child-protection-plan' })],
    '2026-04-18',
    'met 2026-04-17',
  ],
  [
    'met late',
    [movedIn, fact(initialConferenceHeld, '2026-04-20', { kind: 'transfer-in' })],
    '2026-04-20',
    'met-late 2026-04-17',
  ],
  [
    'not by one that was adjourned',
    [movedIn, fact(initialConferenceHeld, '2026-04-17', { decision: 'adjourned' })],
    '2026-04-18',
    'overdue 2026-04-17',
  ],
])

const held = fact(initialConferenceHeld, '2026-03-23', {
  decision: 'child-protection-plan',
  invited: ['school', 'police'],
})
const moved = fact(moveNotified, '2026-05-01')
const endedByMove = fact(planEnded, '2026-05-20', { ground: 'moved-and-receiving-conference-held' })
table('keep-plan-until-receiving-conference', [
  ['not owed while the plan goes on', [held, moved], '2026-05-20', 'none'],
  [
    'kept where the new area met first',
    [held, moved, fact(receivingConferenceHeld, '2026-05-18'), endedByMove],
    '2026-05-21',
    'met 2026-05-20',
  ],
  [
    'kept where it met the same day',
    [held, moved, endedByMove, fact(receivingConferenceHeld, '2026-05-20')],
    '2026-05-21',
    'met 2026-05-20',
  ],
  ['broken where the plan ended before', [held, moved, endedByMove], '2026-05-21', 'overdue 2026-05-20'],
  [
    'and where the new area met after',
    [held, moved, endedByMove, fact(receivingConferenceHeld, '2026-05-22')],
    '2026-05-22',
    'met-late 2026-05-20',
  ],
  [
    'closing the case hides nothing',
    [held, moved, endedByMove, fact(caseClosed, '2026-05-20')],
    '2026-05-21',
    'overdue 2026-05-20',
  ],
  [
    'the day in the ending itself is enough',
    [
      held,
      moved,
      fact(planEnded, '2026-05-20', {
        ground: 'moved-and-receiving-conference-held',
        receivingConferenceOn: '2026-05-18',
      }),
    ],
    '2026-05-21',
    'none',
  ],
  [
    'a day after it is not',
    [
      held,
      moved,
      fact(planEnded, '2026-05-20', {
        ground: 'moved-and-receiving-conference-held',
        receivingConferenceOn: '2026-05-22',
      }),
    ],
    '2026-05-21',
    'overdue 2026-05-20',
  ],
  [
    'not owed on another ground',
    [held, fact(planEnded, '2026-05-20', { ground: 'left-uk-permanently' })],
    '2026-05-21',
    'none',
  ],
])

// 1.22-01: an end that the record does not bear out ends nothing.
const endedOn = (
  ground: 'not-likely-significant-harm' | 'reached-18' | 'died' | 'left-uk-permanently',
  source?: string,
) => fact(planEnded, '2026-05-20', { ground }, source ? { source } : {})
const found = (stillLikely: boolean, day = '2026-05-18') =>
  fact(reviewConferenceHeld, day, { decision: 'ends', stillLikely })
const bornIn2015 = fact(childBorn, '2015-02-03')
table('keep-plan-until-there-is-a-ground', [
  [
    'broken where no review found it',
    [held, endedOn('not-likely-significant-harm')],
    '2026-05-21',
    'overdue 2026-05-20',
  ],
  ['not where one did', [held, found(false), endedOn('not-likely-significant-harm')], '2026-05-21', 'none'],
  [
    'a review of the plan before is none',
    [
      fact(initialConferenceHeld, '2025-03-24', { decision: 'child-protection-plan' }),
      found(false, '2025-06-20'),
      held,
      endedOn('not-likely-significant-harm'),
    ],
    '2026-05-21',
    'overdue 2026-05-20',
  ],
  ['broken where the child is eleven', [bornIn2015, held, endedOn('reached-18')], '2026-05-21', 'overdue 2026-05-20'],
  ['believed where no birth date is known', [held, endedOn('reached-18')], '2026-05-21', 'none'],
  ['broken where no death is recorded', [held, endedOn('died')], '2026-05-21', 'overdue 2026-05-20'],
  ['not where one is', [held, fact(childDied, '2026-05-19'), endedOn('died')], '2026-05-21', 'none'],
  ['nothing contradicts a move abroad', [held, endedOn('left-uk-permanently')], '2026-05-21', 'none'],
  ['a census is believed', [bornIn2015, held, endedOn('reached-18', 'cin')], '2026-05-21', 'none'],
  [
    'mended by a review that ends it',
    [held, endedOn('not-likely-significant-harm'), found(false, '2026-06-01')],
    '2026-06-02',
    'met-late 2026-05-20',
  ],
  [
    'closing the case hides nothing',
    [held, endedOn('not-likely-significant-harm'), fact(caseClosed, '2026-05-22')],
    '2026-05-23',
    'overdue 2026-05-20',
  ],
  [
    'not once it is corrected',
    [held, endedOn('died'), corrected('plan-ended', '2026-05-20', { ground: 'left-uk-permanently' }, '2026-05-22')],
    '2026-05-23',
    'none',
  ],
])
table('keep-plan-while-harm-is-likely', [
  ['broken by a review that ends it and finds harm likely', [held, found(true)], '2026-05-19', 'overdue 2026-05-18'],
  ['not by one that finds it unlikely', [held, found(false)], '2026-05-19', 'none'],
  ['mended by a later one', [held, found(true), found(false, '2026-06-01')], '2026-06-02', 'met-late 2026-05-18'],
])

test('an end on a ground that is not borne out leaves what the plan asks for, and the plan open', () => {
  const drafts = [bornIn2015, held, endedOn('reached-18')]
  // Three months from 23 March.
  expect(dutyOn('2026-06-24', 'hold-first-review-conference', drafts)?.standing).toBe('overdue')
  expect(openOn(drafts)).toContain('child-protection-plan')
  expect(openOn([bornIn2015, held, found(false)])).not.toContain('child-protection-plan')
})

test('closing the case ends no plan, unless a census says no more', () => {
  const closedBy = (source?: string) => [bornIn2015, held, fact(caseClosed, '2026-05-20', {}, source ? { source } : {})]
  expect(dutyOn('2026-06-24', 'hold-first-review-conference', closedBy())?.standing).toBe('overdue')
  expect(openOn(closedBy())).toContain('child-protection-plan')
  expect(dutyOn('2026-06-24', 'hold-first-review-conference', closedBy('cin'))?.standing).toBe('lapsed')
  expect(openOn(closedBy('cin'))).not.toContain('child-protection-plan')
})

// 18 on 1 September 2026.
const born = fact(childBorn, '2008-09-01')
const review = fact(reviewConferenceHeld, '2026-06-23', { decision: 'continues' })
table('plan-review-around-eighteenth-birthday', [
  ['arises with the last review before it', [born, held, review], '2026-06-23', 'due 2026-09-01'],
  ['not for a younger child', [fact(childBorn, '2008-12-24'), held, review], '2026-06-23', 'none'],
  ['nor where the birth date is not known', [held, review], '2026-06-23', 'none'],
  [
    'met by planning one',
    [born, held, review, fact(reviewConferencePlanned, '2026-07-01', { plannedFor: '2026-08-28' })],
    '2026-09-02',
    'met 2026-09-01',
  ],
  [
    'not by planning one too late',
    [born, held, review, fact(reviewConferencePlanned, '2026-07-01', { plannedFor: '2026-09-02' })],
    '2026-09-02',
    'overdue 2026-09-01',
  ],
  [
    'met by holding one',
    [born, held, review, fact(reviewConferenceHeld, '2026-08-28', { decision: 'ends' })],
    '2026-09-02',
    'met 2026-09-01',
  ],
  ['late from the day after the birthday', [born, held, review], '2026-09-02', 'overdue 2026-09-01'],
  ['ends with the plan', [born, held, review, fact(planEnded, '2026-08-01', {})], '2026-09-02', 'lapsed 2026-09-01'],
])
table('plan-first-review-around-eighteenth-birthday', [
  [
    'not by planning one too late; still open after the birthday',
    [fact(childBorn, '2008-06-23'), held, fact(reviewConferencePlanned, '2026-04-01', { plannedFor: '2026-06-24' })],
    '2026-06-24',
    'overdue 2026-06-23',
  ],
  [
    'ends with the plan',
    [fact(childBorn, '2008-06-23'), held, fact(planEnded, '2026-05-01', {})],
    '2026-06-24',
    'lapsed 2026-06-23',
  ],
  ['arises with the conference', [fact(childBorn, '2008-06-23'), held], '2026-03-23', 'due 2026-06-23'],
  ['not where the first review comes before', [fact(childBorn, '2008-06-24'), held], '2026-03-23', 'none'],
  [
    'met',
    [fact(childBorn, '2008-06-23'), held, fact(reviewConferencePlanned, '2026-04-01', { plannedFor: '2026-06-22' })],
    '2026-06-24',
    'met 2026-06-23',
  ],
])
table('plan-first-review-around-eighteenth-birthday-from-start-of-plan', [
  [
    'met',
    [
      fact(childBorn, '2008-06-23'),
      fact(childProtectionPlanStarted, '2026-03-23'),
      fact(reviewConferencePlanned, '2026-04-01', { plannedFor: '2026-06-22' }),
    ],
    '2026-06-24',
    'met 2026-06-23',
  ],
  [
    'not by planning one too late',
    [
      fact(childBorn, '2008-06-23'),
      fact(childProtectionPlanStarted, '2026-03-23'),
      fact(reviewConferencePlanned, '2026-04-01', { plannedFor: '2026-06-24' }),
    ],
    '2026-06-24',
    'overdue 2026-06-23',
  ],
  [
    'ends with the plan',
    [fact(childBorn, '2008-06-23'), fact(childProtectionPlanStarted, '2026-03-23'), fact(planEnded, '2026-05-01', {})],
    '2026-06-24',
    'lapsed 2026-06-23',
  ],
  [
    'arises with the plan',
    [fact(childBorn, '2008-06-23'), fact(childProtectionPlanStarted, '2026-03-23')],
    '2026-03-23',
    'due 2026-06-23',
  ],
  [
    'not beside the conference that decided on it',
    [fact(childBorn, '2008-06-23'), held, fact(childProtectionPlanStarted, '2026-03-23')],
    '2026-03-23',
    'none',
  ],
])

const ended = fact(planEnded, '2026-06-23', { ground: 'left-uk-permanently' })
const endedByReview = fact(reviewConferenceHeld, '2026-06-23', { decision: 'ends' })
table('tell-agencies-plan-ended', [
  ['one for each agency invited to the conference', [held, ended], '2026-07-01', 'ageing, ageing'],
  [
    'one where nobody is listed',
    [fact(initialConferenceHeld, '2026-03-23', { decision: 'child-protection-plan' }), ended],
    '2026-07-01',
    'ageing',
  ],
  [
    'met for those who were told',
    [held, ended, fact(agenciesToldPlanEnded, '2026-06-24', { agencies: ['police'] })],
    '2026-07-01',
    'ageing, met',
  ],
  [
    'met for all',
    [held, ended, fact(agenciesToldPlanEnded, '2026-06-24', { agencies: ['police', 'school'] })],
    '2026-07-01',
    'met, met',
  ],
  [
    'outlives the case and childhood',
    [fact(childBorn, '2008-06-24'), held, ended, fact(caseClosed, '2026-06-23')],
    '2026-07-01',
    'ageing, ageing',
  ],
  [
    'not after a death',
    [held, fact(planEnded, '2026-06-23', { ground: 'died' }), fact(childDied, '2026-06-23')],
    '2026-07-01',
    'lapsed, lapsed',
  ],
  ['left to the review that ended the plan', [held, endedByReview, ended], '2026-07-01', 'none'],
])
table('tell-agencies-review-ended-plan', [
  [
    'outlives the case and childhood',
    [fact(childBorn, '2008-06-24'), held, endedByReview, fact(caseClosed, '2026-06-23')],
    '2026-07-01',
    'ageing, ageing',
  ],
  ['one for each agency invited to the conference', [held, endedByReview], '2026-07-01', 'ageing, ageing'],
  [
    'the plan’s end doubles nothing',
    [held, endedByReview, ended, fact(agenciesToldPlanEnded, '2026-06-24', { agencies: ['police', 'school'] })],
    '2026-07-01',
    'met, met',
  ],
  ['not where the plan goes on', [held, review], '2026-07-01', 'none'],
])
table('discuss-support-after-plan', [
  [
    'outlives the case and childhood',
    [fact(childBorn, '2008-06-24'), held, ended, fact(caseClosed, '2026-06-23')],
    '2026-07-01',
    'ageing',
  ],
  ['arises with the end', [held, ended], '2026-07-01', 'ageing'],
  ['met', [held, ended, fact(supportAfterPlanDiscussed, '2026-06-24')], '2026-07-01', 'met'],
  ['left to the review that ended the plan', [held, endedByReview, ended], '2026-07-01', 'none'],
  ['not after a death', [held, fact(planEnded, '2026-06-23', { ground: 'died' })], '2026-07-01', 'none'],
])
table('discuss-support-after-review-ended-plan', [
  [
    'outlives the case and childhood',
    [fact(childBorn, '2008-06-24'), held, endedByReview, fact(caseClosed, '2026-06-23')],
    '2026-07-01',
    'ageing',
  ],
  ['arises with the review', [held, endedByReview], '2026-07-01', 'ageing'],
  ['met', [held, endedByReview, ended, fact(supportAfterPlanDiscussed, '2026-06-24')], '2026-07-01', 'met'],
  ['not where the plan goes on', [held, review], '2026-07-01', 'none'],
])

test('a birth date that is recorded later is known since then', () => {
  const drafts = [held, review, fact(childBorn, '2008-09-01', {}, { recordedOn: '2026-07-01' })]
  expect(dutyOn('2026-07-01', 'plan-review-around-eighteenth-birthday', drafts)?.knownSince).toBe('2026-07-01')
})

test('a duty for each agency says which agency it is about and is the authority’s own', () => {
  const duties = dutiesOn('2026-07-01', 'tell-agencies-plan-ended', [held, ended])
  expect(duties.map(duty => [duty.subject, duty.agency])).toEqual([
    ['school', 'authority'],
    ['police', 'authority'],
  ])
  expect(new Set(duties.map(duty => duty.id)).size).toBe(2)
})

table('pass-information-to-new-area', [
  ['promptly', [moved], '2026-06-01', 'ageing'],
  [
    'not where the papers went with the notice',
    [fact(moveNotified, '2026-05-01', { papersSent: true })],
    '2026-06-01',
    'none',
  ],
  ['met', [moved, fact(informationPassed, '2026-05-05')], '2026-06-01', 'met'],
  [
    'not by what another agency passes on',
    [moved, fact(informationPassed, '2026-05-05', {}, { agency: 'school' })],
    '2026-06-01',
    'ageing',
  ],
  ['struck out', [moved, struckOut('move-notified', '2026-05-04')], '2026-06-01', 'none'],
])
