import { disagreementRaised, disagreementSettled } from './disagreement.ts'
import { fact } from './given.ts'
import { table } from './table.ts'

const raised = fact(disagreementRaised, '2026-03-02', { decision: 'conference' })
table('settle-disagreement', [
  ['ages until it is settled', [raised], '2026-12-01', 'ageing'],
  ['met', [raised, fact(disagreementSettled, '2026-03-05', { resolution: 'upheld' })], '2026-12-01', 'met'],
  [
    'each has its own',
    [
      raised,
      fact(disagreementSettled, '2026-03-05', { resolution: 'upheld' }),
      fact(disagreementRaised, '2026-04-01', { decision: 'plan' }),
    ],
    '2026-12-01',
    'met, ageing',
  ],
  [
    'a disagreement of one agency is the authority’s to settle once it heard',
    [fact(disagreementRaised, '2026-03-02', { decision: 'referral' }, { agency: 'school' })],
    '2026-12-01',
    'none',
  ],
])
