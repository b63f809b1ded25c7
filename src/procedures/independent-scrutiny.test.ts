import { expect, test } from 'vitest'
import { corrected, dutiesOn, fact, struckOut } from './given.ts'
import {
  scrutinyAnswered,
  scrutinyArranged,
  scrutinyRecommendationActedOn,
  scrutinyRecommendationDecided,
  scrutinyReported,
} from './independent-scrutiny.ts'
import { partnersNamed } from './safeguarding-partners.ts'
import { table } from './table.ts'

const named = fact(partnersNamed, '2018-09-03')
const arranged = fact(scrutinyArranged, '2019-05-06')
const reported = fact(scrutinyReported, '2020-03-02')

table('arrange-independent-scrutiny', [
  ['once there are partners', [named], '2018-10-01', 'ageing'],
  ['met', [named, arranged], '2019-05-06', 'met'],
])

table('answer-scrutiny', [
  [
    'each time it reports',
    [named, arranged, reported, fact(scrutinyReported, '2021-03-01')],
    '2021-03-02',
    'ageing, ageing',
  ],
  [
    'met by saying what becomes of a recommendation',
    [named, arranged, reported, fact(scrutinyRecommendationDecided, '2020-04-06', { decision: 'reject' })],
    '2020-04-06',
    'met',
  ],
  ['met by answering', [named, arranged, reported, fact(scrutinyAnswered, '2020-04-06')], '2020-04-06', 'met'],
])

// To be done by Friday 29 May 2020.
const set = { owner: ['authority'], doneBy: '2020-05-29' } as const
const taken = fact(scrutinyRecommendationDecided, '2020-04-06', { decision: 'accept', ...set })
const done = (on: string, agency = 'authority') => fact(scrutinyRecommendationActedOn, on, {}, { agency })
const begun = [named, arranged, reported]

table('act-on-scrutiny-recommendation', [
  ['by the day that was set', [...begun, taken], '2020-04-07', 'due 2020-05-29'],
  ['met on it', [...begun, taken, done('2020-05-29')], '2020-05-29', 'met 2020-05-29'],
  ['met late', [...begun, taken, done('2020-06-01')], '2020-06-01', 'met-late 2020-05-29'],
  ['overdue', [...begun, taken], '2020-05-30', 'overdue 2020-05-29'],
  [
    'each for itself',
    [...begun, taken, fact(scrutinyRecommendationDecided, '2020-04-06', { decision: 'adapt', owner: ['authority'] })],
    '2020-04-07',
    'due 2020-05-29, ageing',
  ],
  [
    'moved with the day as it is put right',
    [
      ...begun,
      taken,
      corrected(
        'scrutiny-recommendation-decided',
        '2020-04-06',
        { decision: 'accept', ...set, doneBy: '2020-06-30' },
        '2020-05-04',
      ),
    ],
    '2020-05-30',
    'due 2020-06-30',
  ],
  [
    'no more once it is struck out',
    [...begun, taken, struckOut('scrutiny-recommendation-decided', '2020-05-04')],
    '2020-05-05',
    'none',
  ],
  [
    'not where it is not taken up',
    [...begun, fact(scrutinyRecommendationDecided, '2020-04-06', { decision: 'reject', ...set })],
    '2020-04-07',
    'none',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [...begun, taken, fact(scrutinyRecommendationActedOn, '2020-05-28', {}, { recordedOn: '2020-06-08' })],
    '2020-06-08',
    'met 2020-05-29',
  ],
])

const answered = fact(scrutinyAnswered, '2020-04-06', set)
table('act-on-scrutiny-answer', [
  ['by the day that the answer sets', [...begun, answered], '2020-04-07', 'due 2020-05-29'],
  ['met late', [...begun, answered, done('2020-06-01')], '2020-06-01', 'met-late 2020-05-29'],
  ['not where the answer names nobody', [...begun, fact(scrutinyAnswered, '2020-04-06')], '2020-04-07', 'none'],
  ['not beside the recommendations, where each has its own', [...begun, answered, taken], '2020-04-07', 'none'],
  [
    'from the day as it is put right',
    [...begun, answered, corrected(answered.kind, '2020-04-06', { ...set, doneBy: '2020-06-30' }, '2020-05-04')],
    '2020-05-30',
    'due 2020-06-30',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [...begun, answered, fact(scrutinyRecommendationActedOn, '2020-05-28', {}, { recordedOn: '2020-06-08' })],
    '2020-06-08',
    'met 2020-05-29',
  ],
  ['no more once it is struck out', [...begun, answered, struckOut(answered.kind, '2020-05-04')], '2020-05-05', 'none'],
])

test('each agency that was to act owes it for itself', () => {
  const parties = new Map([['hospital', 0]])
  const theirs = fact(scrutinyRecommendationDecided, '2020-04-06', { decision: 'accept', owner: ['hospital'] })
  const owed = (...drafts: Parameters<typeof dutiesOn>[2]) =>
    dutiesOn('2020-06-01', 'act-on-scrutiny-recommendation', [...begun, theirs, ...drafts], { parties })
  expect(owed().map(one => one.agency)).toEqual(['hospital'])
  expect(owed(done('2020-05-04'))[0]?.met).toBeNull()
  expect(owed(done('2020-05-04', 'hospital'))[0]?.met?.late).toBe('no')
})
