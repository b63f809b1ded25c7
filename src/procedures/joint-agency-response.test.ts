import { fact } from './given.ts'
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
])

table('visit-scene-together', [
  ['within 24 hours', [called], '2026-02-02', 'due 2026-02-03'],
  ['met', [called, fact(sceneVisited, '2026-02-03', {}, { at: '10:00' })], '2026-02-03', 'met 2026-02-03'],
  ['met late', [called, fact(sceneVisited, '2026-02-03', {}, { at: '19:00' })], '2026-02-03', 'met-late 2026-02-03'],
  ['overdue', [called], '2026-02-03', 'overdue 2026-02-03'],
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
])

const results = fact(firstResultsKnown, '2026-02-12')
table('hold-follow-up-response-discussion', [
  ['once first results are known', [called, results], '2026-03-02', 'ageing'],
  ['met by it', [called, results, fact(followUpHeld, '2026-02-16')], '2026-02-16', 'met'],
  ['or by the end of the response', [called, results, fact(responseEnded, '2026-03-16')], '2026-03-16', 'met'],
  ['not before', [called], '2026-02-20', 'none'],
])
