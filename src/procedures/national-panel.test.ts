import { fact } from './given.ts'
import { panelDecided, panelDecisionTold, partnersAnswered, rapidReviewReceived } from './national-panel.ts'
import { table } from './table.ts'

const received = fact(rapidReviewReceived, '2026-03-24')
const review = fact(panelDecided, '2026-04-01', { decision: 'national-review' })
const no = fact(panelDecided, '2026-04-01', { decision: 'no-national-review' })
const told = (...who: ('secretary-of-state' | 'family')[]) => fact(panelDecisionTold, '2026-04-02', { told: who })

table('decide-on-rapid-review', [
  ['on each that comes, without a number of days', [received], '2026-05-01', 'ageing'],
  ['met by deciding', [received, no], '2026-04-01', 'met'],
  ['nothing came', [no], '2026-04-01', 'none'],
])

table('tell-partners-of-panel-decision', [
  ['promptly, and not in ten days', [received, no], '2026-05-01', 'ageing'],
  ['met by telling them', [received, no, fact(partnersAnswered, '2026-04-02')], '2026-04-02', 'met'],
])

table('tell-secretary-of-state-of-national-review', [
  ['where one is held', [received, review], '2026-04-02', 'ageing'],
  ['met', [received, review, told('secretary-of-state')], '2026-04-02', 'met'],
  ['not by telling the family', [received, review, told('family')], '2026-04-02', 'ageing'],
  ['not where none is', [received, no], '2026-04-02', 'none'],
])

table('tell-family-of-panel-decision', [
  ['where a review is held', [received, review], '2026-04-02', 'ageing'],
  ['met', [received, review, told('secretary-of-state', 'family')], '2026-04-02', 'met'],
])
