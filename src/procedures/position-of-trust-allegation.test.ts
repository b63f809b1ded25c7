import { expect, test } from 'vitest'
import { isOffered } from '../engine/field.ts'
import { caseKinds } from '../engine/procedure.ts'
import { schemaOf } from '../engine/schema.ts'
import { weeks } from '../guidance/limits.ts'
import { corrected, dutiesOn, dutyOn, fact, struckOut } from './given.ts'
import { guidance } from './index.ts'
import {
  allegationConcluded,
  allegationCriteria,
  allegationEvaluated,
  allegationMade,
  allegationReviewed,
  barringReferral,
  designatedOfficerTold,
  otherAreaTold,
  removedFromWork,
  seniorManagerTold,
} from './position-of-trust-allegation.ts'
import { selfAssessmentGiven } from './section-11-assurance.ts'
import { table } from './table.ts'

// Thursday 2 April 2026: with Good Friday and Easter Monday the next working day is Tuesday the 7th.
const made = fact(allegationMade, '2026-04-02', { criteria: ['AL-1'] })
// A coach “may not be suitable”, in a month in which that is no criterion yet.
const advice = fact(allegationMade, '2020-11-01', { criteria: ['none'] })
const told = (on: string) => fact(designatedOfficerTold, on)
const evaluated = fact(allegationEvaluated, '2026-04-08', { decision: 'allegation' })
const practice = fact(allegationEvaluated, '2026-04-08', { decision: 'practice' })

table('tell-senior-manager-of-allegation', [
  ['at once', [made], '2026-05-01', 'ageing'],
  ['met', [made, fact(seniorManagerTold, '2026-04-02')], '2026-04-02', 'met'],
])

table('tell-designated-officer', [
  ['one working day, over Easter', [made], '2026-04-02', 'due 2026-04-07'],
  ['met on it', [made, told('2026-04-07')], '2026-04-07', 'met 2026-04-07'],
  ['overdue', [made], '2026-04-08', 'overdue 2026-04-07'],
  ['met late', [made, told('2026-04-08')], '2026-04-08', 'met-late 2026-04-07'],
  [
    'met where the officer has looked at it already',
    [made, fact(allegationEvaluated, '2026-04-07')],
    '2026-04-07',
    'met 2026-04-07',
  ],
  [
    'recorded late it is overdue at once',
    [fact(allegationMade, '2026-04-02', {}, { recordedOn: '2026-04-20' })],
    '2026-04-20',
    'overdue 2026-04-07',
  ],
  // Friday 1 March 2024; the next working day is Monday the 4th.
  ['under the guidance of 2023 as before', [fact(allegationMade, '2024-03-01')], '2024-03-01', 'due 2024-03-04'],
  // Sunday 1 November 2020: the next working day is Monday the 2nd.
  [
    'also where the employer finds no criterion met: the officer says what it is',
    [advice],
    '2020-11-02',
    'due 2020-11-02',
  ],
  ['overdue then as well', [advice], '2020-11-03', 'overdue 2020-11-02'],
  [
    'met by telling the officer, who finds nothing that meets one',
    [advice, told('2020-11-02'), fact(allegationEvaluated, '2020-11-04', { decision: 'none' })],
    '2020-11-04',
    'met 2020-11-02',
  ],
  [
    'corrected: a criterion is met, and nothing is owed anew',
    [advice, told('2020-11-02'), corrected('allegation-made', '2020-11-01', { criteria: ['AL-2'] }, '2020-11-10')],
    '2020-11-10',
    'met 2020-11-02',
  ],
  [
    'corrected: no criterion was met, and it is owed all the same',
    [made, corrected('allegation-made', '2026-04-02', { criteria: ['none'] }, '2026-04-03')],
    '2026-04-08',
    'overdue 2026-04-07',
  ],
  [
    'one criterion is enough',
    [fact(allegationMade, '2026-04-02', { criteria: ['AL-3', 'none'] })],
    '2026-04-02',
    'due 2026-04-07',
  ],
  ['not once it is struck out', [made, struckOut('allegation-made', '2026-04-03')], '2026-04-03', 'none'],
])

table('pass-allegation-to-designated-officer', [
  ['without delay', [made], '2026-05-01', 'ageing'],
  ['met', [made, told('2026-04-07')], '2026-04-07', 'met'],
  ['also where the employer finds no criterion met', [advice], '2020-11-03', 'ageing'],
  ['met by telling the officer', [advice, told('2020-11-02')], '2020-11-03', 'met'],
])

test('where no criterion was ticked it says who weighs it, and nowhere else', () => {
  for (const rule of ['tell-designated-officer', 'pass-allegation-to-designated-officer']) {
    expect(dutyOn('2020-11-03', rule, [advice])?.remark).toContain('for the designated officer to say')
    expect(dutyOn('2026-04-03', rule, [made])?.remark).toBeNull()
    expect(dutyOn('2026-04-03', rule, [fact(allegationMade, '2026-04-02', {} as never)])?.remark).toBeNull()
  }
})

table('evaluate-allegation', [
  ['by the designated officer', [made], '2026-05-01', 'ageing'],
  ['met', [made, practice], '2026-04-08', 'met'],
  ['also where nothing meets a criterion: the officer advises', [advice], '2020-11-03', 'ageing'],
  ['met by saying so', [advice, fact(allegationEvaluated, '2020-11-04', { decision: 'none' })], '2020-11-04', 'met'],
])

const alsoElsewhere = fact(allegationMade, '2026-04-02', { criteria: ['AL-1'], otherArea: true })
table('tell-other-area-of-allegation', [
  ['only where the person works in another area', [made], '2026-04-03', 'none'],
  ['without delay', [alsoElsewhere], '2026-05-01', 'ageing'],
  ['met', [alsoElsewhere, fact(otherAreaTold, '2026-04-07')], '2026-04-07', 'met'],
  [
    'corrected: in no other area',
    [alsoElsewhere, corrected('allegation-made', '2026-04-02', { criteria: ['AL-1'], otherArea: false }, '2026-04-09')],
    '2026-04-09',
    'none',
  ],
])

// Four weeks from Wednesday 8 April 2026: Wednesday 6 May; four more: Wednesday 3 June.
const local = { 'allegation-progress': weeks(4) }
table('watch-allegation', [
  ['as often as the area sets', [made, evaluated], '2026-04-09', 'due 2026-05-06', local],
  ['met by looking', [made, evaluated, fact(allegationReviewed, '2026-05-06')], '2026-05-06', 'met 2026-05-06', local],
  [
    'or by its end',
    [made, evaluated, fact(allegationConcluded, '2026-05-07')],
    '2026-05-07',
    'met-late 2026-05-06',
    local,
  ],
  ['not where it is a worry about practice', [made, practice], '2026-04-09', 'none', local],
])
table('watch-allegation-again', [
  ['and again', [made, evaluated, fact(allegationReviewed, '2026-05-06')], '2026-05-07', 'due 2026-06-03', local],
])

const removed = (riskOfHarm: boolean) => fact(removedFromWork, '2026-06-01', { riskOfHarm })
table('refer-to-barring-service', [
  ['by law, when it happens', [made, removed(true)], '2026-08-01', 'ageing'],
  ['met', [made, removed(true), fact(barringReferral, '2026-06-02')], '2026-06-02', 'met'],
  ['not where there was no risk of harm', [made, removed(false)], '2026-08-01', 'none'],
])

test('the fourth criterion may be chosen from the print of December 2020 on', () => {
  const { 'AL-3': third, 'AL-4': fourth } = allegationCriteria
  expect(typeof third).toBe('string')
  expect([isOffered(fourth, '2020-12-08'), isOffered(fourth, '2020-12-09')]).toEqual([false, true])
})

test('the form takes “none of these”, and an organisation may say that it meets no standard', () => {
  expect(schemaOf(allegationMade).safeParse({ criteria: ['none'] }).success).toBe(true)
  expect(schemaOf(allegationMade).safeParse({ criteria: [] }).success).toBe(false)
  expect(schemaOf(selfAssessmentGiven).safeParse({ notMet: ['S11-1'] }).success).toBe(true)
})

test('it is owed by the employer who learnt of it; allegations are on no child’s file', () => {
  const theirs = fact(allegationMade, '2026-04-02', {}, { agency: 'school' })
  expect(dutiesOn('2026-04-03', 'tell-designated-officer', [theirs]).map(one => one.agency)).toEqual(['school'])
  const kinds = caseKinds.filter(kind => guidance.procedureOf.get('allegation-made')?.caseKind === kind)
  expect(kinds).toEqual(['allegation'])
})
