import { expect, test } from 'vitest'
import { isOffered, type Option } from '../engine/field.ts'
import { weeks } from '../guidance/limits.ts'
import { caseClosed } from './closing.ts'
import {
  agreementAsked,
  earlyHelpAssessed,
  earlyHelpEnded,
  earlyHelpPlanStarted,
  earlyHelpReviewed,
  needNoticed,
  refusalJudged,
} from './early-help.ts'
import { corrected, dutiesOn, fact, struckOut } from './given.ts'
import { childBorn } from './people.ts'
import { referralReceived } from './referral.ts'
import { table } from './table.ts'

// The area has an assessment made in six weeks: from Monday 2 March 2026 to Monday 13 April.
const local = { 'T1-EH-01': weeks(6) }
const noticed = fact(needNoticed, '2026-03-02')
const refused = fact(agreementAsked, '2026-03-06', { answer: 'refused' })
const agreed = fact(agreementAsked, '2026-03-06', { answer: 'agreed' })
const judged = fact(refusalJudged, '2026-03-09', { judgement: 'can-wait' })

table('assess-early-help', [
  ['in the time that the area sets', [noticed], '2026-03-03', 'due 2026-04-13', local],
  ['without a day where it set none', [noticed], '2026-09-01', 'ageing'],
  ['met', [noticed, agreed, fact(earlyHelpAssessed, '2026-04-13')], '2026-04-13', 'met 2026-04-13', local],
  ['met late', [noticed, agreed, fact(earlyHelpAssessed, '2026-04-14')], '2026-04-14', 'met-late 2026-04-13', local],
  [
    'a referral needs no assessment first',
    [noticed, fact(referralReceived, '2026-03-05')],
    '2026-03-05',
    'met 2026-04-13',
    local,
  ],
  ['ended where a refusal was judged', [noticed, refused, judged], '2026-03-09', 'lapsed 2026-04-13', local],
])

table('judge-refusal-of-early-help', [
  ['where it is refused', [noticed, refused], '2026-04-06', 'ageing'],
  ['met by judging it', [noticed, refused, judged], '2026-03-09', 'met'],
  ['not where the family agrees', [noticed, agreed], '2026-04-06', 'none'],
])

const plan = fact(earlyHelpPlanStarted, '2026-04-14', { reviewOn: '2026-06-01' })
const review = fact(earlyHelpReviewed, '2026-06-01', { reviewOn: '2026-07-13' })
table('review-early-help', [
  ['by the day that was set', [noticed, plan], '2026-04-15', 'due 2026-06-01'],
  ['met', [noticed, plan, review], '2026-06-01', 'met 2026-06-01'],
  ['overdue', [noticed, plan], '2026-06-02', 'overdue 2026-06-01'],
  ['met by ending it', [noticed, plan, fact(earlyHelpEnded, '2026-05-20')], '2026-05-20', 'met 2026-06-01'],
  ['without a day where none was set', [noticed, fact(earlyHelpPlanStarted, '2026-04-14')], '2026-09-01', 'ageing'],
  ['not without a plan', [noticed, fact(earlyHelpAssessed, '2026-04-13', { decision: 'plan' })], '2026-06-02', 'none'],
  ['met late', [noticed, plan, fact(earlyHelpReviewed, '2026-06-03')], '2026-06-03', 'met-late 2026-06-01'],
  [
    'held in time and recorded late: overdue until then',
    [noticed, plan, fact(earlyHelpReviewed, '2026-05-29', {}, { recordedOn: '2026-06-08' })],
    '2026-06-07',
    'overdue 2026-06-01',
  ],
  [
    'held in time and recorded late: met',
    [noticed, plan, fact(earlyHelpReviewed, '2026-05-29', {}, { recordedOn: '2026-06-08' })],
    '2026-06-08',
    'met 2026-06-01',
  ],
  [
    'corrected: another day was set',
    [noticed, plan, corrected('early-help-plan-started', '2026-04-14', { reviewOn: '2026-06-15' }, '2026-04-20')],
    '2026-06-02',
    'due 2026-06-15',
  ],
  [
    'corrected: the review was after the day',
    [noticed, plan, review, corrected('early-help-reviewed', '2026-06-04', {}, '2026-06-05')],
    '2026-06-05',
    'met-late 2026-06-01',
  ],
  [
    'the review struck out',
    [noticed, plan, review, struckOut('early-help-reviewed', '2026-06-02')],
    '2026-06-02',
    'overdue 2026-06-01',
  ],
  ['the plan struck out', [noticed, plan, struckOut('early-help-plan-started', '2026-04-20')], '2026-06-02', 'none'],
  ['ends with the case', [noticed, plan, fact(caseClosed, '2026-05-20')], '2026-06-02', 'lapsed 2026-06-01'],
  [
    'ends on the eighteenth birthday',
    [fact(childBorn, '2008-05-20'), noticed, plan],
    '2026-06-02',
    'lapsed 2026-06-01',
  ],
])
table('review-early-help-again', [
  ['from each review to the next', [noticed, plan, review], '2026-06-02', 'due 2026-07-13'],
  ['overdue', [noticed, plan, review], '2026-07-14', 'overdue 2026-07-13'],
  ['without a day where none was set', [noticed, plan, fact(earlyHelpReviewed, '2026-06-01')], '2026-12-01', 'ageing'],
  ['not before a review', [noticed, plan], '2026-07-14', 'none'],
  [
    'met by the next, which starts its own',
    [noticed, plan, review, fact(earlyHelpReviewed, '2026-07-13', { reviewOn: '2026-09-07' })],
    '2026-07-14',
    'met 2026-07-13, due 2026-09-07',
  ],
  ['met by ending it', [noticed, plan, review, fact(earlyHelpEnded, '2026-07-06')], '2026-07-06', 'met 2026-07-13'],
  [
    'met late by ending it',
    [noticed, plan, review, fact(earlyHelpEnded, '2026-07-20')],
    '2026-07-20',
    'met-late 2026-07-13',
  ],
  [
    'recorded late: from the day that was set, all the same',
    [noticed, plan, fact(earlyHelpReviewed, '2026-06-01', { reviewOn: '2026-07-13' }, { recordedOn: '2026-07-20' })],
    '2026-07-20',
    'overdue 2026-07-13',
  ],
  [
    'corrected: a later day was set',
    [noticed, plan, review, corrected('early-help-reviewed', '2026-06-01', { reviewOn: '2026-07-27' }, '2026-06-10')],
    '2026-07-14',
    'due 2026-07-27',
  ],
  ['struck out', [noticed, plan, review, struckOut('early-help-reviewed', '2026-06-10')], '2026-07-14', 'none'],
  [
    'ends on the eighteenth birthday',
    [fact(childBorn, '2008-07-01'), noticed, plan, review],
    '2026-07-14',
    'lapsed 2026-07-13',
  ],
])

test('the indicators are those of the print of the day; early signs of abuse are labelled as ours', () => {
  const { options } = needNoticed.fields.circumstances
  const custody: Option = options['parent-in-custody']
  expect([isOffered(custody, '2020-12-08'), isOffered(custody, '2020-12-09')]).toEqual([false, true])
  expect((options['early-signs'] as Option).local).toBe(true)
})

test('it is owed by whoever noticed it', () => {
  const theirs = fact(needNoticed, '2026-03-02', {}, { agency: 'school' })
  expect(dutiesOn('2026-03-03', 'assess-early-help', [theirs]).map(one => one.agency)).toEqual(['school'])
})

const finds = (decision: 'refer' | 'plan') => fact(earlyHelpAssessed, '2026-03-16', { decision })
table('refer-after-early-help-assessment', [
  ['at once', [finds('refer')], '2026-03-17', 'ageing'],
  ['not where a plan follows', [finds('plan')], '2026-03-17', 'none'],
  [
    'met by the referral',
    [finds('refer'), fact(referralReceived, '2026-03-16', { source: '2A' })],
    '2026-03-17',
    'met',
  ],
  [
    'not by one of before',
    [fact(referralReceived, '2026-03-13', { source: '2A' }), finds('refer')],
    '2026-03-17',
    'ageing',
  ],
  [
    'by saying that it was stepped up',
    [finds('refer'), fact(earlyHelpEnded, '2026-03-17', { how: 'stepped-up' })],
    '2026-03-17',
    'met',
  ],
  [
    'not by ending it otherwise',
    [finds('refer'), fact(earlyHelpEnded, '2026-03-17', { how: 'withdrew' })],
    '2026-03-17',
    'ageing',
  ],
  [
    'corrected: a plan follows',
    [finds('refer'), corrected('early-help-assessed', '2026-03-16', { decision: 'plan' }, '2026-03-18')],
    '2026-03-18',
    'none',
  ],
])

const judgedAs = (judgement: 'will-grow' | 'can-wait') => fact(refusalJudged, '2026-03-10', { judgement })
table('refer-after-refusal-of-early-help', [
  ['where needs will grow', [refused, judgedAs('will-grow')], '2026-03-11', 'ageing'],
  ['not where it can wait', [refused, judgedAs('can-wait')], '2026-03-11', 'none'],
  [
    'met by the referral',
    [refused, judgedAs('will-grow'), fact(referralReceived, '2026-03-10', { source: '2A' })],
    '2026-03-11',
    'met',
  ],
])
