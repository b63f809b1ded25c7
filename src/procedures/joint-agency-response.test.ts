import { expect, test } from 'vitest'
import { corrected, dutiesOn, fact, struckOut } from './given.ts'
import { immediateDecisionsTaken } from './immediate-decisions.ts'
import {
  firstDiscussionHeld,
  firstResultsKnown,
  followUpHeld,
  responseCalledFor,
  responseEnded,
  responseHeldBack,
  responseStarted,
  sceneVisited,
} from './joint-agency-response.ts'
import { table } from './table.ts'

// Seen at six in the evening of Monday 2 February 2026: 24 hours end on Tuesday at six.
const called = fact(responseCalledFor, '2026-02-02', { triggers: ['sudden'] }, { at: '18:00' })

table('start-joint-agency-response', [
  ['at once', [called], '2026-02-03', 'ageing'],
  [
    'met when the three are in touch',
    [called, fact(responseStarted, '2026-02-02', {}, { at: '18:40' })],
    '2026-02-02',
    'met',
  ],
])

table('hold-first-response-discussion', [
  ['on the day itself, before the family goes', [called], '2026-02-02', 'due 2026-02-02'],
  ['met', [called, fact(firstDiscussionHeld, '2026-02-02', {}, { at: '20:00' })], '2026-02-02', 'met 2026-02-02'],
  ['overdue the day after', [called], '2026-02-03', 'overdue 2026-02-02'],
  ['met late', [called, fact(firstDiscussionHeld, '2026-02-03')], '2026-02-03', 'met-late 2026-02-02'],
  [
    'from the day as it is put right',
    [called, corrected(called.kind, '2026-02-03', { triggers: ['sudden'] }, '2026-02-03')],
    '2026-02-03',
    'due 2026-02-03',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [called, fact(firstDiscussionHeld, '2026-02-02', {}, { at: '20:00', recordedOn: '2026-02-09' })],
    '2026-02-09',
    'met 2026-02-02',
  ],
  ['no more once it is struck out', [called, struckOut(called.kind, '2026-02-03')], '2026-02-04', 'none'],
])

table('visit-scene-together', [
  ['within 24 hours', [called], '2026-02-02', 'due 2026-02-03'],
  ['met', [called, fact(sceneVisited, '2026-02-03', {}, { at: '10:00' })], '2026-02-03', 'met 2026-02-03'],
  ['met late', [called, fact(sceneVisited, '2026-02-03', {}, { at: '19:00' })], '2026-02-03', 'met-late 2026-02-03'],
  ['overdue', [called], '2026-02-03', 'overdue 2026-02-03'],
  [
    'from the hour as it is put right',
    [called, corrected('joint-agency-response-called-for', '2026-02-01', { triggers: ['sudden'] }, '2026-02-03')],
    '2026-02-03',
    'overdue 2026-02-02',
  ],
  [
    'ended where a criminal investigation has it held back',
    [called, fact(responseHeldBack, '2026-02-03', { step: 'visit' })],
    '2026-02-03',
    'lapsed 2026-02-03',
  ],
  [
    'and not where another step is',
    [called, fact(responseHeldBack, '2026-02-03', { step: 'family' })],
    '2026-02-03',
    'overdue 2026-02-03',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [called, fact(sceneVisited, '2026-02-03', {}, { at: '10:00', recordedOn: '2026-02-09' })],
    '2026-02-09',
    'met 2026-02-03',
  ],
  ['no more once it is struck out', [called, struckOut(called.kind, '2026-02-03')], '2026-02-04', 'none'],
])

// Decided at half past three of the same afternoon: 24 hours end on Tuesday at half past three.
const decisions = fact(immediateDecisionsTaken, '2026-02-02', { response: ['sudden'] }, { at: '15:30' })
const noNeed = fact(immediateDecisionsTaken, '2026-02-02', { cause: 'certificate' }, { at: '15:30' })

table('start-joint-agency-response-from-first-decisions', [
  ['at once, where a trigger is ticked', [decisions], '2026-02-03', 'ageing'],
  [
    'met when the three are in touch',
    [decisions, fact(responseStarted, '2026-02-02', {}, { at: '16:00' })],
    '2026-02-02',
    'met',
  ],
  ['not where none is ticked', [noNeed], '2026-02-03', 'none'],
  [
    'owed once the record says that one is',
    [noNeed, corrected('immediate-decisions-taken', '2026-02-02', { response: ['custody'] }, '2026-02-03')],
    '2026-02-03',
    'ageing',
  ],
  [
    'no more once it is struck out',
    [decisions, struckOut('immediate-decisions-taken', '2026-02-03')],
    '2026-02-03',
    'none',
  ],
])

table('hold-first-response-discussion-from-first-decisions', [
  ['on the day itself, before the family goes', [decisions], '2026-02-02', 'due 2026-02-02'],
  ['met', [decisions, fact(firstDiscussionHeld, '2026-02-02', {}, { at: '20:00' })], '2026-02-02', 'met 2026-02-02'],
  ['overdue the day after', [decisions], '2026-02-03', 'overdue 2026-02-02'],
  ['met late', [decisions, fact(firstDiscussionHeld, '2026-02-03')], '2026-02-03', 'met-late 2026-02-02'],
  [
    'from the day as it is put right',
    [decisions, corrected(decisions.kind, '2026-02-03', { response: ['sudden'] }, '2026-02-03')],
    '2026-02-03',
    'due 2026-02-03',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [decisions, fact(firstDiscussionHeld, '2026-02-02', {}, { at: '20:00', recordedOn: '2026-02-09' })],
    '2026-02-09',
    'met 2026-02-02',
  ],
  ['no more once it is struck out', [decisions, struckOut(decisions.kind, '2026-02-03')], '2026-02-04', 'none'],
])

table('visit-scene-together-from-first-decisions', [
  ['within 24 hours of the decisions', [decisions], '2026-02-02', 'due 2026-02-03'],
  ['met', [decisions, fact(sceneVisited, '2026-02-03', {}, { at: '15:00' })], '2026-02-03', 'met 2026-02-03'],
  ['met late', [decisions, fact(sceneVisited, '2026-02-03', {}, { at: '16:00' })], '2026-02-03', 'met-late 2026-02-03'],
  [
    'recorded late it is overdue at once',
    [fact(immediateDecisionsTaken, '2026-02-02', { response: ['sudden'] }, { at: '15:30', recordedOn: '2026-02-05' })],
    '2026-02-05',
    'overdue 2026-02-03',
  ],
  [
    'ended where a criminal investigation has it held back',
    [decisions, fact(responseHeldBack, '2026-02-03', { step: 'visit' })],
    '2026-02-03',
    'lapsed 2026-02-03',
  ],
  [
    'from the day as it is put right',
    [decisions, corrected(decisions.kind, '2026-02-01', { response: ['sudden'] }, '2026-02-03')],
    '2026-02-03',
    'overdue 2026-02-02',
  ],
  ['no more once it is struck out', [decisions, struckOut(decisions.kind, '2026-02-03')], '2026-02-04', 'none'],
])

const steps = ['start-joint-agency-response', 'hold-first-response-discussion', 'visit-scene-together']
test('one death has one response: decisions and a call after them, in whichever order they were recorded, owe each step once', () => {
  const owed = (...drafts: Parameters<typeof dutiesOn>[2]) =>
    steps.map(step => [step, `${step}-from-first-decisions`].map(rule => dutiesOn('2026-02-02', rule, drafts).length))
  expect(owed(decisions)).toEqual([
    [0, 1],
    [0, 1],
    [0, 1],
  ])
  expect(owed(decisions, called)).toEqual([
    [0, 1],
    [0, 1],
    [0, 1],
  ])
  expect(owed(called, decisions)).toEqual([
    [0, 1],
    [0, 1],
    [0, 1],
  ])
  expect(owed(called, noNeed)).toEqual([
    [1, 0],
    [1, 0],
    [1, 0],
  ])
  const before = fact(responseCalledFor, '2026-02-02', { triggers: ['sudden'] }, { at: '15:00' })
  expect(owed(before, decisions)).toEqual([
    [1, 0],
    [1, 0],
    [1, 0],
  ])
  expect(owed(before, called)).toEqual([
    [1, 0],
    [1, 0],
    [1, 0],
  ])
})

const results = fact(firstResultsKnown, '2026-02-12')
table('hold-follow-up-response-discussion', [
  ['once first results are known', [called, results], '2026-03-02', 'ageing'],
  ['met by it', [called, results, fact(followUpHeld, '2026-02-16')], '2026-02-16', 'met'],
  ['or by the end of the response', [called, results, fact(responseEnded, '2026-03-16')], '2026-03-16', 'met'],
  ['not before', [called], '2026-02-20', 'none'],
  ['also where the first decisions called for it', [decisions, results], '2026-03-02', 'ageing'],
])
