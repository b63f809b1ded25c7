import { inEachRound, organisation } from './given-round.ts'
import { table } from './table.ts'

table('show-health-section-11', [
  ['by the day that the round names', organisation('health-commissioner'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('health-commissioner', 'health-section-11'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('health-commissioner'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('health-commissioner', 'health-section-11'),
])

table('show-designated-professionals', [
  ['by the day that the round names', organisation('health-commissioner'), '2026-03-03', 'due 2026-04-30'],
  [
    'met by showing it',
    organisation('health-commissioner', 'designated-professionals'),
    '2026-04-30',
    'met 2026-04-30',
  ],
  ['overdue', organisation('health-commissioner'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('health-commissioner', 'designated-professionals'),
])

table('show-health-leadership', [
  ['by the day that the round names', organisation('health-commissioner'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('health-commissioner', 'health-leadership'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('health-commissioner'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('health-commissioner', 'health-leadership'),
])

table('show-designated-posts', [
  ['by the day that the round names', organisation('health-commissioner'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('health-commissioner', 'designated-posts'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('health-commissioner'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('health-commissioner', 'designated-posts'),
])

table('show-named-professionals', [
  ['by the day that the round names', organisation('health-provider'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('health-provider', 'named-professionals'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('health-provider'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('health-provider', 'named-professionals'),
])

table('show-named-gp', [
  ['by the day that the round names', organisation('health-commissioner'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('health-commissioner', 'named-gp'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('health-commissioner'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('health-commissioner', 'named-gp'),
])
