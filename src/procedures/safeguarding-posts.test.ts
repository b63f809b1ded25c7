import { corrected, fact, struckOut } from './given.ts'
import { organisation } from './given-round.ts'
import { postHeld } from './safeguarding-posts.ts'
import { table } from './table.ts'

const round = organisation('health-provider')
const nurse = (day: string, state: 'filled' | 'covered' | 'vacant', how = {}) =>
  fact(postHeld, day, { post: 'named-nurse', state }, how)

table('fill-safeguarding-post', [
  ['a post that is filled owes nothing', [...round, nurse('2026-03-09', 'filled')], '2026-04-01', 'none'],
  ['a vacant one does', [...round, nurse('2026-03-09', 'vacant')], '2026-04-01', 'ageing'],
  [
    'met by covering it',
    [...round, nurse('2026-03-09', 'vacant'), nurse('2026-03-16', 'covered')],
    '2026-04-01',
    'met',
  ],
  ['met by filling it', [...round, nurse('2026-03-09', 'vacant'), nurse('2026-05-04', 'filled')], '2026-05-04', 'met'],
  [
    'not by saying again that it is vacant',
    [...round, nurse('2026-03-09', 'vacant'), nurse('2026-03-16', 'vacant')],
    '2026-04-01',
    'ageing, ageing',
  ],
  [
    'not by another post',
    [...round, nurse('2026-03-09', 'vacant'), fact(postHeld, '2026-03-16', { post: 'named-doctor', state: 'filled' })],
    '2026-04-01',
    'ageing',
  ],
  [
    'not by what it was before',
    [...round, nurse('2026-03-02', 'filled'), nurse('2026-03-09', 'vacant')],
    '2026-04-01',
    'ageing',
  ],
  [
    'corrected: it was covered all along',
    [
      ...round,
      nurse('2026-03-09', 'vacant'),
      corrected('safeguarding-post-recorded', '2026-03-09', { post: 'named-nurse', state: 'covered' }, '2026-03-12'),
    ],
    '2026-04-01',
    'none',
  ],
  [
    'struck out',
    [...round, nurse('2026-03-09', 'vacant'), struckOut('safeguarding-post-recorded', '2026-03-12')],
    '2026-04-01',
    'none',
  ],
])
