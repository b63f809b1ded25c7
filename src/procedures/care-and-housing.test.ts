import { inEachRound, organisation } from './given-round.ts'
import { table } from './table.ts'

table('show-adult-care', [
  ['by the day that the round names', organisation('adult-care'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('adult-care', 'adult-care'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('adult-care'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('adult-care', 'adult-care'),
])

table('show-housing', [
  ['by the day that the round names', organisation('housing'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('housing', 'housing'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('housing'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('housing', 'housing'),
])

table('show-home-standards', [
  ['by the day that the round names', organisation('childrens-home'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('childrens-home', 'home-standards'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('childrens-home'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('childrens-home', 'home-standards'),
])

table('show-home-policies', [
  ['by the day that the round names', organisation('childrens-home'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('childrens-home', 'home-policies'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('childrens-home'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('childrens-home', 'home-policies'),
])

table('show-home-partners', [
  ['by the day that the round names', organisation('childrens-home'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('childrens-home', 'home-partners'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('childrens-home'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('childrens-home', 'home-partners'),
])

table('show-secure-partners', [
  ['by the day that the round names', organisation('secure'), '2026-03-03', 'due 2026-04-30'],
  ['met by showing it', organisation('secure', 'secure-partners'), '2026-04-30', 'met 2026-04-30'],
  ['overdue', organisation('secure'), '2026-05-01', 'overdue 2026-04-30'],
  ['not by an organisation of another kind', organisation('sport'), '2026-03-03', 'none'],
  ...inEachRound('secure', 'secure-partners'),
])
