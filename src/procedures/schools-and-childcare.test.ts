import { inEachRound, organisation } from './given-round.ts'
import { table } from './table.ts'

table('show-education-acts', [
  ['by the day that the round names', organisation('school'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('school', 'education-acts'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('school'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('school', 'education-acts'),
])

table('show-education-guidance', [
  ['by the day that the round names', organisation('school'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('school', 'education-guidance'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('school'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('school', 'education-guidance'),
])

table('show-school-lead', [
  ['by the day that the round names', organisation('school'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('school', 'school-lead'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('school'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('school', 'school-lead'),
])

table('show-school-policies', [
  ['by the day that the round names', organisation('school'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('school', 'school-policies'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('school'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('school', 'school-policies'),
])

table('show-early-years-requirements', [
  ['by the day that the round names', organisation('early-years'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('early-years', 'early-years-requirements'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('early-years'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('early-years', 'early-years-requirements'),
])

table('show-early-years-lead', [
  ['by the day that the round names', organisation('early-years'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('early-years', 'early-years-lead'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('early-years'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('early-years', 'early-years-lead'),
])
