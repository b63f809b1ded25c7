import { expect, test } from 'vitest'
import { weeks } from '../guidance/limits.ts'
import { recommendationActedOn, recommendationAudited, recommendationDecided } from './acting-on-findings.ts'
import { corrected, dutiesOn, fact, struckOut } from './given.ts'
import { table } from './table.ts'

const accepted = fact(recommendationDecided, '2026-10-01', {
  decision: 'accept',
  owner: ['school'],
  doneBy: '2026-12-18',
})
const done = (on: string, agency = 'school') => fact(recommendationActedOn, on, {}, { agency })
const knows = { parties: new Map([['school', 0]]) }

const dated = (doneBy: string) =>
  fact(recommendationDecided, '2026-10-01', { decision: 'accept', owner: ['authority'], doneBy })
table('act-on-recommendation', [
  [
    'without an agency named nobody owes it',
    [fact(recommendationDecided, '2026-10-01', { decision: 'accept' })],
    '2026-10-02',
    'none',
  ],
  [
    'not where it is not taken up',
    [fact(recommendationDecided, '2026-10-01', { decision: 'reject', owner: ['authority'] })],
    '2026-10-02',
    'none',
  ],
  [
    'by the day that was set',
    [fact(recommendationDecided, '2026-10-01', { decision: 'adapt', owner: ['authority'], doneBy: '2026-12-18' })],
    '2026-10-02',
    'due 2026-12-18',
  ],
  [
    'late after it',
    [fact(recommendationDecided, '2026-10-01', { decision: 'accept', owner: ['authority'], doneBy: '2026-12-18' })],
    '2026-12-19',
    'overdue 2026-12-18',
  ],
  ['met late', [dated('2026-12-18'), done('2026-12-21', 'authority')], '2026-12-21', 'met-late 2026-12-18'],
  [
    'by the day as it is put right',
    [dated('2026-12-18'), corrected('recommendation-decided', '2026-10-01', dated('2027-01-29').data, '2026-11-02')],
    '2026-12-19',
    'due 2027-01-29',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [dated('2026-12-18'), fact(recommendationActedOn, '2026-12-17', {}, { recordedOn: '2027-01-11' })],
    '2027-01-11',
    'met 2026-12-18',
  ],
  [
    'no more once it is struck out',
    [dated('2026-12-18'), struckOut('recommendation-decided', '2026-11-02')],
    '2026-11-03',
    'none',
  ],
])

test('each agency that was to act owes it for itself', () => {
  const owed = (facts = [accepted], day = '2026-12-19') => dutiesOn(day, 'act-on-recommendation', facts, knows)
  expect(owed().map(one => one.agency)).toEqual(['school'])
  expect(owed([accepted, done('2026-12-18')])[0]?.met?.late).toBe('no')
  expect(owed([accepted, done('2026-12-18', 'authority')])[0]?.met).toBeNull()
})

const own = fact(recommendationDecided, '2026-10-01', { decision: 'accept', owner: ['authority'] })
// Twelve weeks from Friday 18 December 2026: Friday 12 March 2027.
const local = { 'audit-of-recommendations': weeks(12) }
table('look-again-at-change', [
  ['once it was acted on', [own, done('2026-12-18', 'authority')], '2026-12-18', 'due 2027-03-12', local],
  [
    'met by looking',
    [own, done('2026-12-18', 'authority'), fact(recommendationAudited, '2027-03-15')],
    '2027-03-15',
    'met-late 2027-03-12',
    local,
  ],
  ['not before', [own], '2026-12-18', 'none', local],
  [
    'from the day as it is put right',
    [own, done('2026-12-18', 'authority'), corrected('recommendation-acted-on', '2026-12-11', {}, '2026-12-21')],
    '2026-12-22',
    'due 2027-03-05',
    local,
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [own, done('2026-12-18', 'authority'), fact(recommendationAudited, '2027-03-11', {}, { recordedOn: '2027-04-05' })],
    '2027-04-05',
    'met 2027-03-12',
    local,
  ],
  [
    'no more once it is struck out',
    [own, done('2026-12-18', 'authority'), struckOut('recommendation-acted-on', '2026-12-21')],
    '2026-12-22',
    'none',
    local,
  ],
])
