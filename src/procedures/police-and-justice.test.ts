import { inEachRound, organisation } from './given-round.ts'
import { table } from './table.ts'

table('show-police-section-11', [
  ['by the day that the round names', organisation('police'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('police', 'police-section-11'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('police'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('police', 'police-section-11'),
])

table('show-police-practice', [
  ['by the day that the round names', organisation('police'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('police', 'police-practice'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('police'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('police', 'police-practice'),
])

table('show-transport-police', [
  ['by the day that the round names', organisation('transport-police'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('transport-police', 'transport-police'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('transport-police'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('transport-police', 'transport-police'),
])

table('show-prisons', [
  ['by the day that the round names', organisation('prison'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('prison', 'prisons'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('prison'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('prison', 'prisons'),
])

table('show-probation', [
  ['by the day that the round names', organisation('probation'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('probation', 'probation'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('probation'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('probation', 'probation'),
])

table('show-youth-offending', [
  ['by the day that the round names', organisation('youth-offending'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('youth-offending', 'youth-offending'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('youth-offending'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('youth-offending', 'youth-offending'),
])

table('show-mappa', [
  ['by the day that the round names', organisation('mappa'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('mappa', 'mappa'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('mappa'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('mappa', 'mappa'),
])
