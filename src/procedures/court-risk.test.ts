import { expect, test } from 'vitest'
import { authorityToldByCourtOfficer, harmSuspectedInCourt, riskAssessmentGiven } from './court-risk.ts'
import { dutiesOn, fact, struckOut } from './given.ts'
import { childDied } from './people.ts'
import { table } from './table.ts'

const suspected = fact(harmSuspectedInCourt, '2026-03-02')
table('assess-risk-for-court', [
  ['by law, without a number of days', [suspected], '2026-05-01', 'ageing'],
  ['met when the court has it', [suspected, fact(riskAssessmentGiven, '2026-03-20')], '2026-03-20', 'met'],
  [
    'not once it is struck out',
    [suspected, struckOut('harm-suspected-in-court-work', '2026-03-03')],
    '2026-03-03',
    'none',
  ],
  ['ended by the child’s death', [suspected, fact(childDied, '2026-03-10')], '2026-03-10', 'lapsed'],
])

table('tell-authority-from-court-work', [
  ['promptly', [suspected], '2026-05-01', 'ageing'],
  ['met', [suspected, fact(authorityToldByCourtOfficer, '2026-03-03')], '2026-03-03', 'met'],
])

test('both are owed by whoever suspected it', () => {
  const theirs = fact(harmSuspectedInCourt, '2026-03-02', {}, { agency: 'cafcass' })
  for (const rule of ['assess-risk-for-court', 'tell-authority-from-court-work'])
    expect(dutiesOn('2026-03-03', rule, [theirs]).map(one => one.agency)).toEqual(['cafcass'])
})
