import { inEachRound, organisation } from './given-round.ts'
import { table } from './table.ts'

table('show-same-arrangements', [
  ['by the day that the round names', organisation('charity'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('charity', 'same-arrangements'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('charity'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('charity', 'same-arrangements'),
])

table('show-people-know', [
  ['by the day that the round names', organisation('charity'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('charity', 'people-know'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('charity'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('charity', 'people-know'),
])

table('show-charity-commission', [
  ['by the day that the round names', organisation('charity'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('charity', 'charity-commission'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('charity'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('charity', 'charity-commission'),
])

table('show-sport-arrangements', [
  ['by the day that the round names', organisation('sport'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('sport', 'sport-arrangements'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('sport'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('police'), '2026-03-03', 'none'],
  ...inEachRound('sport', 'sport-arrangements'),
])

table('show-sport-standards', [
  ['by the day that the round names', organisation('sport'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('sport', 'sport-standards'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('sport'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('police'), '2026-03-03', 'none'],
  ...inEachRound('sport', 'sport-standards'),
])

table('show-sport-people-know', [
  ['by the day that the round names', organisation('sport'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('sport', 'sport-people-know'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('sport'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('police'), '2026-03-03', 'none'],
  ...inEachRound('sport', 'sport-people-know'),
])
