import { inEachRound, organisation } from './given-round.ts'
import { table } from './table.ts'

table('show-immigration', [
  ['by the day that the round names', organisation('immigration'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('immigration', 'immigration'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('immigration'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('immigration', 'immigration'),
])

table('show-immigration-referrals', [
  ['by the day that the round names', organisation('immigration'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('immigration', 'immigration-referrals'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('immigration'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('immigration', 'immigration-referrals'),
])

table('show-cafcass', [
  ['by the day that the round names', organisation('cafcass'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('cafcass', 'cafcass'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('cafcass'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('cafcass', 'cafcass'),
])
