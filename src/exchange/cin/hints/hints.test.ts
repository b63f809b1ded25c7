/** A file as people keep it: what the census would say of it. Days are taken from a calendar by hand. */
import { expect, test } from 'vitest'
import { knownAt } from '../../../engine/statements.ts'
import { assessmentAuthorised, assessmentReviewed, assessmentStarted } from '../../../procedures/assessment.ts'
import { childInNeedPlanEnded, childInNeedPlanStarted } from '../../../procedures/child-in-need-plan.ts'
import { caseClosed } from '../../../procedures/closing.ts'
import { section47EnquiryConcluded, section47EnquiryStarted } from '../../../procedures/enquiry-facts.ts'
import { type Draft, fact, given } from '../../../procedures/given.ts'
import { guidance } from '../../../procedures/index.ts'
import { birthExpected, childBorn, childDescribed, childDied, childIdentified } from '../../../procedures/people.ts'
import {
  childProtectionPlanStarted,
  initialConferenceHeld,
  planEnded,
  reviewConferenceHeld,
} from '../../../procedures/plan-facts.ts'
import { referralDecided, referralReceived } from '../../../procedures/referral.ts'
import { strategyDiscussionHeld } from '../../../procedures/strategy-discussion.ts'
import { censusChildOf } from './census-child.ts'
import { censusYearOf, yearsToHandIn } from './census-year.ts'
import { hintsOf, inYear } from './hints.ts'

const born = fact(childBorn, '2015-05-06', { sex: 'F' })
const described = fact(childDescribed, '2025-06-02', { ethnicity: 'WBRI', disabilities: ['NONE'] })
const pupil = fact(childIdentified, '2025-06-02', { scheme: 'upn' })
const who = [born, described, pupil]
const referred = fact(referralReceived, '2025-06-02', { source: '2A', primaryNeed: 'N1' })
const assess = fact(referralDecided, '2025-06-03', { outcome: 'section-17-assessment' })
const begun = [...who, referred, assess]
const started = fact(assessmentStarted, '2025-06-04')
const authorised = fact(assessmentAuthorised, '2025-07-30', { factors: ['16A'] })
const assessed = [...begun, started, authorised]
const discussed = fact(strategyDiscussionHeld, '2025-06-10', { outcome: 'section-47' })
const conference = fact(initialConferenceHeld, '2025-06-30', {
  decision: 'child-protection-plan',
  kind: 'initial',
  categories: ['NEG'],
})
const plan = fact(childProtectionPlanStarted, '2025-06-30', { categories: ['NEG'], previousPlans: 0 })
const planned = [...assessed, discussed, conference, plan]
const lateInTheYear = [
  ...who,
  fact(referralReceived, '2026-03-02', { source: '2A', primaryNeed: 'N1' }),
  fact(referralDecided, '2026-03-03', { outcome: 'section-17-assessment' }),
  fact(assessmentStarted, '2026-03-04'),
  fact(strategyDiscussionHeld, '2026-03-26', { outcome: 'section-47' }),
]
const nothingCame = [
  ...who,
  fact(referralReceived, '2025-06-02', { source: '6' }),
  fact(referralDecided, '2025-06-03', { outcome: 'information-and-advice' }),
]

/** The rules that a file breaks on a day, for the census of the year that holds it. */
function on(today: string, drafts: readonly Draft[], upn = 'H801200001001', typed?: string): string[] {
  const known = knownAt(given(drafts), Number.MAX_SAFE_INTEGER, guidance.kinds)
  const year = censusYearOf(today)
  const child = censusChildOf(known, ({ kind }) => (kind === childIdentified.kind ? { identifier: upn } : {}))
  return hintsOf(inYear(child, year, typed), year, today).map(({ code }) => code)
}

test.each<[string, string, readonly Draft[], string[]]>([
  ['a whole file, from referral to plan', '2025-09-30', planned, []],
  ['a referral that is being decided', '2025-06-02', [...who, referred], []],
  ['a referral on which nobody decided in its working day', '2025-06-04', [...who, referred], ['8568']],
  [
    'a referral that came to nothing needs no main need',
    '2025-06-04',
    [
      ...who,
      fact(referralReceived, '2025-06-02', { source: '6' }),
      fact(referralDecided, '2025-06-03', { outcome: 'no-further-action' }),
    ],
    [],
  ],
  [
    'a referral taken further without a main need',
    '2025-06-04',
    [...who, fact(referralReceived, '2025-06-02', { source: '6' }), assess],
    ['8610'],
  ],
  ['nothing known of the child', '2025-06-03', [referred, assess], ['4180', '4220', '8525Q']],
  [
    'an unborn child',
    '2025-06-03',
    [
      fact(birthExpected, '2025-06-02', { expectedOn: '2025-09-01' }),
      fact(childDescribed, '2025-06-02', { ethnicity: 'NOBT', sex: 'F' }),
      referred,
      assess,
    ],
    ['8750'],
  ],
  [
    'born after what was expected: the birth alone is sent',
    '2025-09-30',
    [fact(birthExpected, '2015-02-02', { expectedOn: '2015-05-01' }), ...planned],
    [],
  ],
  [
    'an assessment dated before the referral',
    '2025-06-20',
    [...begun, fact(assessmentStarted, '2025-05-30')],
    ['1103'],
  ],
  // 4 June 2025 + 45 working days is 6 August; one with factors so far is no answer yet.
  [
    'an assessment after 45 working days',
    '2025-08-06',
    [...begun, started, fact(assessmentReviewed, '2025-06-20', { factors: ['16A'] })],
    [],
  ],
  ['and a day later', '2025-08-07', [...begun, started], ['8670Q']],
  [
    'an assessment that says no factors',
    '2025-08-07',
    [...begun, started, fact(assessmentAuthorised, '2025-07-30')],
    ['8897Q'],
  ],
  [
    'no factor, and another one',
    '2025-08-07',
    [...begun, started, fact(assessmentAuthorised, '2025-07-30', { factors: ['21', '16A'] })],
    ['8869', '8873Q'],
  ],
  [
    'an assessment that ended before it started',
    '2025-08-07',
    [
      ...begun,
      started,
      fact(assessmentAuthorised, '2025-06-03', { factors: ['16A'] }, { about: 'assessment-started' }),
    ],
    ['8608'],
  ],
  ['an enquiry without an assessment', '2025-06-11', [...begun, discussed], ['2991Q']],
  // 10 June 2025 + 15 working days is 1 July.
  ['an enquiry after 15 working days', '2025-07-02', [...begun, started, discussed], ['8675Q']],
  [
    'an enquiry that needs no conference',
    '2025-07-02',
    [...begun, started, discussed, fact(section47EnquiryConcluded, '2025-06-20', { conferenceNeeded: false })],
    [],
  ],
  [
    'a second discussion is no second enquiry',
    '2025-06-13',
    [...begun, started, discussed, fact(strategyDiscussionHeld, '2025-06-12', { outcome: 'section-47' })],
    [],
  ],
  [
    'an enquiry recorded with its discussion is one',
    '2025-06-13',
    [...begun, started, discussed, fact(section47EnquiryStarted, '2025-06-11')],
    [],
  ],
  ['a conference without an enquiry', '2025-09-30', [...assessed, conference, plan], ['8615']],
  [
    'a conference on a Saturday',
    '2025-09-30',
    [...assessed, discussed, fact(initialConferenceHeld, '2025-06-28', { decision: 'no-further-action' })],
    ['8875'],
  ],
  [
    'a plan without its category and the number of earlier ones',
    '2025-09-30',
    [...assessed, discussed, fact(initialConferenceHeld, '2025-06-30', { decision: 'child-protection-plan' })],
    ['8730', '8905', '8910'],
  ],
  [
    'a plan that starts a day after the conference',
    '2025-09-30',
    [
      ...assessed,
      discussed,
      conference,
      fact(childProtectionPlanStarted, '2025-07-01', { categories: ['NEG'], previousPlans: 0 }),
    ],
    ['2885'],
  ],
  [
    'a review on the day of the start',
    '2025-09-30',
    [...planned, fact(reviewConferenceHeld, '2025-06-30', { decision: 'continues' })],
    ['8841'],
  ],
  [
    'a plan ended before it started',
    '2025-09-30',
    [...planned, fact(planEnded, '2025-06-27', { ground: 'reached-18' }, { about: 'child-protection-plan-started' })],
    ['8925'],
  ],
  [
    'a child in need plan beside it',
    '2025-09-30',
    [...planned, fact(childInNeedPlanStarted, '2025-08-01')],
    ['4001', '4016'],
  ],
  [
    'a child in need plan before the referral',
    '2025-09-30',
    [...assessed, fact(childInNeedPlanStarted, '2025-05-01')],
    ['4015'],
  ],
  [
    'a child in need plan of a day',
    '2025-09-30',
    [...assessed, fact(childInNeedPlanStarted, '2025-08-01'), fact(childInNeedPlanEnded, '2025-08-01')],
    ['4012Q'],
  ],
  [
    'closed without an end of its assessment',
    '2025-07-01',
    [...begun, started, fact(caseClosed, '2025-06-30', { reason: 'RC7' })],
    ['8867'],
  ],
  [
    'closed before what happened later',
    '2025-09-30',
    [...assessed, fact(caseClosed, '2025-07-01', { reason: 'RC7' })],
    ['8565'],
  ],
  [
    'closed after assessment, without one',
    '2025-06-30',
    [...begun, fact(caseClosed, '2025-06-27', { reason: 'RC8' })],
    ['8825Q'],
  ],
  [
    'closed after assessment, with a plan',
    '2025-09-30',
    [
      ...planned,
      fact(planEnded, '2025-09-22', { ground: 'reached-18' }),
      fact(caseClosed, '2025-09-22', { reason: 'RC8' }),
    ],
    ['2990'],
  ],
  [
    'closed as died, with no death',
    '2025-09-30',
    [...assessed, fact(caseClosed, '2025-09-22', { reason: 'RC2' })],
    ['8585Q'],
  ],
  [
    'a plan started after the death',
    '2025-09-30',
    [...assessed, fact(childDied, '2025-07-31'), fact(childInNeedPlanStarted, '2025-08-01')],
    ['4008'],
  ],
  // Good Friday is 3 April 2026, Easter Monday 6 April: 26 March + 15 working days is 20 April, 4 March + 45 is 12 May.
  ['work under way at the turn of the year', '2026-04-10', lateInTheYear, []],
  ['and still under way in May', '2026-05-13', lateInTheYear, ['8670Q', '8736', '8675Q', '8740']],
  [
    'a file closed because nothing came of the referral',
    '2025-06-30',
    [...nothingCame, fact(caseClosed, '2025-06-04', { reason: 'RC8' })],
    [],
  ],
  [
    'two open episodes',
    '2025-09-30',
    [
      ...assessed,
      fact(referralReceived, '2025-09-01', { source: '6', primaryNeed: 'N1' }),
      fact(referralDecided, '2025-09-02', { outcome: 'section-17-assessment' }),
    ],
    ['8815', '8816', '8820'],
  ],
  ['school age without a pupil number', '2025-06-04', [born, described, referred, assess], ['8770Q']],
  ['too young for one', '2025-06-04', [fact(childBorn, '2021-05-06', { sex: 'F' }), described, referred, assess], []],
])('%s, on %s', (_, today, drafts, codes) => {
  expect(on(today, drafts)).toEqual(codes)
})

test.each([
  ['its letter does not fit', 'A801200001001', '1510'],
  ['no authority has these figures', 'W999200001001', '1530'],
  ['it ends in a letter that none ends in', 'A80120000100O', '1550'],
])('a pupil number of which %s', (_, upn, code) => {
  expect(on('2025-06-04', begun, upn)).toContain(code)
})

test('what had ended before the year is not asked for, and told while it is typed', () => {
  const long = [
    ...who,
    fact(referralReceived, '2021-06-02', { source: '6', primaryNeed: 'N1' }),
    fact(referralDecided, '2021-06-03', { outcome: 'section-17-assessment' }),
    fact(assessmentStarted, '2021-06-04'),
    fact(assessmentAuthorised, '2021-07-20'),
  ]
  const closing = fact(caseClosed, '2021-09-01', { reason: 'RC8' })
  expect(on('2025-06-04', long)).toEqual([])
  expect(on('2025-06-04', [...long, closing])).toEqual([])
  expect(on('2025-06-04', [...long, closing], undefined, 'case-closed')).toEqual(['8620', '8696'])
})

test('a day that is only about known breaks a rule where every day of it would', () => {
  const about = (from: string, to: string) => [...begun, fact(assessmentStarted, from, {}, { to })]
  expect(on('2025-06-20', about('2025-05-26', '2025-06-09'))).toEqual([])
  expect(on('2025-06-20', about('2025-05-01', '2025-05-31'))).toEqual(['1103'])
})

test('the census of the year that ended is shown until the end of July', () => {
  const years = (day: string) => yearsToHandIn(day).map(({ to }) => to)
  expect(years('2026-03-31')).toEqual(['2026-03-31'])
  expect(years('2026-04-01')).toEqual(['2026-03-31', '2027-03-31'])
  expect(years('2026-07-31')).toEqual(['2026-03-31', '2027-03-31'])
  expect(years('2026-08-01')).toEqual(['2027-03-31'])
})
