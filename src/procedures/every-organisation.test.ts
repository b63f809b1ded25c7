import { inEachRound, organisation } from './given-round.ts'
import { table } from './table.ts'

table('show-staff-competent', [
  ['by the day that the round names', organisation('school'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('school', 'staff-competent'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('school'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by showing something else', organisation('school', 'people-know'), '2026-05-01', 'overdue 2026-04-30'],
  ...inEachRound('school', 'staff-competent'),
])

table('show-allegation-policy', [
  ['by the day that the round names', organisation('school'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('school', 'allegation-policy'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('school'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by showing something else', organisation('school', 'people-know'), '2026-05-01', 'overdue 2026-04-30'],
  ...inEachRound('school', 'allegation-policy'),
])

table('show-allegation-process', [
  ['by the day that the round names', organisation('school'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('school', 'allegation-process'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('school'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by showing something else', organisation('school', 'people-know'), '2026-05-01', 'overdue 2026-04-30'],
  ...inEachRound('school', 'allegation-process'),
])

table('show-designated-officer', [
  ['by the day that the round names', organisation('authority'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('authority', 'designated-officer'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('authority'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('authority', 'designated-officer'),
])

table('show-service-families', [
  ['by the day that the round names', organisation('authority'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('authority', 'service-families'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('authority'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('authority', 'service-families'),
])

table('show-base-liaison', [
  ['by the day that the round names', organisation('authority'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('authority', 'base-liaison'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('authority'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('authority', 'base-liaison'),
])
