import { childSeen } from './assessment.ts'
import { fact } from './given.ts'
import { planAtHomeMade, returnAssessed, returnedHome, returnPlanned, safetyAtHomeConsidered } from './return-home.ts'
import { table } from './table.ts'

const planned = fact(returnPlanned, '2026-03-02', { plannedFor: '2026-05-01' })
const assessed = (on: string, improved = true) => fact(returnAssessed, on, { suitable: 'yes', improved })
table('assess-planned-return', [
  ['before the child goes', [planned], '2026-03-03', 'due 2026-05-01'],
  [
    'the day may move',
    [planned, fact(returnPlanned, '2026-04-01', { plannedFor: '2026-06-01' })],
    '2026-04-02',
    'due 2026-06-01',
  ],
  ['met', [planned, assessed('2026-04-20')], '2026-04-20', 'met 2026-05-01'],
  ['overdue once the child has gone', [planned], '2026-05-02', 'overdue 2026-05-01'],
])

const unplanned = fact(returnedHome, '2026-05-04', { how: 'unplanned', status: 'accommodated' })
const ordered = fact(returnedHome, '2026-05-01', { how: 'planned', status: 'care-order' })
table('consider-safety-after-unplanned-return', [
  ['at once', [unplanned], '2026-05-20', 'ageing'],
  ['met', [unplanned, fact(safetyAtHomeConsidered, '2026-05-04')], '2026-05-04', 'met'],
  ['not where it was planned', [ordered], '2026-05-20', 'none'],
])

table('assess-return-under-care-order', [
  ['before the child goes', [ordered], '2026-05-01', 'due 2026-05-01'],
  ['met by what was assessed before', [planned, assessed('2026-04-20'), ordered], '2026-05-02', 'met 2026-05-01'],
  [
    'not by one that found no improvement',
    [planned, assessed('2026-04-20', false), ordered],
    '2026-05-02',
    'overdue 2026-05-01',
  ],
  ['not for a child accommodated by agreement', [unplanned], '2026-05-20', 'none'],
])

table('make-plan-after-return', [
  ['however the child went', [unplanned], '2026-06-01', 'ageing'],
  ['met', [unplanned, fact(planAtHomeMade, '2026-05-15')], '2026-05-15', 'met'],
])

table('see-child-after-return', [
  ['at home', [unplanned], '2026-06-01', 'ageing'],
  ['met', [unplanned, fact(childSeen, '2026-05-06', { where: 'home', alone: true })], '2026-05-06', 'met'],
])
