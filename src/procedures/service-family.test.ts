import { fact } from './given.ts'
import { childProtectionPlanStarted } from './plan-facts.ts'
import { forcesWelfareTold, postingPlanned } from './service-family.ts'
import { table } from './table.ts'

const plan = fact(childProtectionPlanStarted, '2026-03-02')
const posting = (on: string, plannedFor: string) => fact(postingPlanned, on, { plannedFor })
const planned = posting('2026-04-13', '2026-07-01')

table('tell-forces-welfare', [
  ['before the family moves', [plan, planned], '2026-04-14', 'due 2026-07-01'],
  ['the day may move', [plan, planned, posting('2026-05-11', '2026-09-01')], '2026-05-12', 'due 2026-09-01'],
  ['met', [plan, planned, fact(forcesWelfareTold, '2026-05-01')], '2026-05-01', 'met 2026-07-01'],
  ['late once they have gone', [plan, planned], '2026-07-02', 'overdue 2026-07-01'],
  ['not of a child who is on no plan', [planned], '2026-04-14', 'none'],
])
