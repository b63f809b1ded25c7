import { weeks } from '../guidance/limits.ts'
import { corrected, fact, struckOut } from './given.ts'
import { disputeRaised, disputeSettled, disputeTaken } from './partnership-dispute.ts'
import { table } from './table.ts'

// Four weeks from Monday 1 March 2021: Monday the 29th.
const local = { 'partnership-dispute': weeks(4) }
const raised = fact(disputeRaised, '2021-03-01')
table('settle-partnership-dispute', [
  ['in the time the area set', [raised], '2021-03-02', 'due 2021-03-29', local],
  ['met', [raised, fact(disputeSettled, '2021-03-29')], '2021-03-29', 'met 2021-03-29', local],
  [
    'taking it further settles nothing',
    [raised, fact(disputeTaken, '2021-03-22')],
    '2021-03-30',
    'overdue 2021-03-29',
    local,
  ],
  ['without a day where the area set none', [raised], '2021-06-01', 'ageing'],
  ['met late', [raised, fact(disputeSettled, '2021-03-30')], '2021-03-30', 'met-late 2021-03-29', local],
  [
    'from the day as it is put right',
    [raised, corrected(raised.kind, '2021-03-08', {}, '2021-03-10')],
    '2021-03-11',
    'due 2021-04-05',
    local,
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [raised, fact(disputeSettled, '2021-03-26', {}, { recordedOn: '2021-04-12' })],
    '2021-04-12',
    'met 2021-03-29',
    local,
  ],
  ['no more once it is struck out', [raised, struckOut(raised.kind, '2021-03-10')], '2021-03-11', 'none', local],
])
