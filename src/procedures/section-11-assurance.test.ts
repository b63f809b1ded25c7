import { expect, test } from 'vitest'
import { weeks } from '../guidance/limits.ts'
import { corrected, dutiesOn, fact, struckOut } from './given.ts'
import { organisation } from './given-round.ts'
import { gapClosed, gapFound, selfAssessmentChallenged, selfAssessmentGiven } from './section-11-assurance.ts'
import { table } from './table.ts'

const police = organisation('police')
const given = fact(selfAssessmentGiven, '2026-04-30')

table('make-safeguarding-arrangements', [
  ['by a body that the law names', police, '2026-06-01', 'ageing'],
  ['shown by its self-assessment', [...police, given], '2026-04-30', 'met'],
  ['not by a school, whose duty is another law’s', organisation('school'), '2026-06-01', 'none'],
])

table('give-self-assessment', [
  ['by the day that the round names', organisation('sport'), '2026-03-03', 'due 2026-04-30'],
  ['met', [...organisation('sport'), given], '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('sport'), '2026-05-01', 'overdue 2026-04-30'],
  [
    'met late',
    [...organisation('sport'), fact(selfAssessmentGiven, '2026-05-01')],
    '2026-05-01',
    'met-late 2026-04-30',
  ],
  [
    'an answer struck out is none',
    [...organisation('sport'), given, struckOut('self-assessment-given', '2026-05-04')],
    '2026-05-04',
    'overdue 2026-04-30',
  ],
])

// 52 weeks from Thursday 30 April 2026: Thursday 29 April 2027. Eight weeks: Thursday 25 June 2026.
const local = { 'T2-S11-01': weeks(52), 'self-assessment-test': weeks(8) }
table('open-next-assurance-round', [
  ['as often as the partners set', [...police, given], '2026-05-01', 'due 2027-04-29', local],
  ['without a day where they set none', [...police, given], '2027-05-01', 'ageing'],
])

table('test-self-assessment', [
  ['after it was given', [...police, given], '2026-05-01', 'due 2026-06-25', local],
  ['met', [...police, given, fact(selfAssessmentChallenged, '2026-06-26')], '2026-06-26', 'met-late 2026-06-25', local],
])

const gap = fact(gapFound, '2026-05-11', { owner: ['authority'], doneBy: '2026-09-30' })
table('close-assurance-gap', [
  ['by the day that was set', [...police, given, gap], '2026-05-12', 'due 2026-09-30'],
  ['met', [...police, given, gap, fact(gapClosed, '2026-09-30')], '2026-09-30', 'met 2026-09-30'],
  ['overdue', [...police, given, gap], '2026-10-01', 'overdue 2026-09-30'],
  ['met late', [...police, given, gap, fact(gapClosed, '2026-10-01')], '2026-10-01', 'met-late 2026-09-30'],
  [
    'corrected to a later day, it moves',
    [
      ...police,
      given,
      gap,
      corrected('assurance-gap-found', '2026-05-11', { owner: ['authority'], doneBy: '2026-10-30' }, '2026-05-20'),
    ],
    '2026-10-01',
    'due 2026-10-30',
  ],
  ['struck out', [...police, given, gap, struckOut('assurance-gap-found', '2026-05-20')], '2026-10-01', 'none'],
])

test('the organisation in the round owes it, and nobody answers for it', () => {
  const parties = new Map([['club', 0]])
  const round = organisation('sport').map(one => ({ ...one, data: { ...one.data, organisation: ['club'] } }))
  const owed = (more = given) => dutiesOn('2026-04-30', 'give-self-assessment', [...round, more], { parties })
  expect(owed()).toMatchObject([{ agency: 'club', met: null }])
  expect(owed(fact(selfAssessmentGiven, '2026-04-30', {}, { agency: 'club' }))[0]?.met?.late).toBe('no')
})
