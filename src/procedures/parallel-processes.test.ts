import { expect, test } from 'vitest'
import { corrected, dutiesOn, fact } from './given.ts'
import { childDeathReviewLinked, leadsAgreed, parallelProcessKnown, processEnded } from './parallel-processes.ts'
import { incidentKnown } from './serious-incident.ts'
import { table } from './table.ts'

const trial = fact(parallelProcessKnown, '2026-03-10', { what: 'criminal' })
table('agree-how-processes-go-side-by-side', [
  ['with each process that runs alongside', [trial], '2026-04-01', 'ageing'],
  ['met by agreeing', [trial, fact(leadsAgreed, '2026-03-20')], '2026-03-20', 'met'],
  ['ended with that process', [trial, fact(processEnded, '2026-03-30')], '2026-03-30', 'lapsed'],
  [
    'each for itself',
    [
      trial,
      fact(parallelProcessKnown, '2026-03-12', { what: 'inquest' }),
      fact(leadsAgreed, '2026-03-20', {}, { about: 'parallel-process-known' }),
    ],
    '2026-03-20',
    'met, ageing',
  ],
])

const died = fact(incidentKnown, '2026-03-02', { abuse: 'known', harm: 'died' })
table('link-child-death-review', [
  ['where a child died, whatever else runs', [died], '2026-03-03', 'ageing'],
  ['met by linking it', [died, fact(childDeathReviewLinked, '2026-03-04')], '2026-03-04', 'met'],
  [
    'not where the child lives',
    [fact(incidentKnown, '2026-03-02', { harm: 'seriously-harmed' })],
    '2026-03-03',
    'none',
  ],
  [
    'not for somebody who was an adult',
    [died, corrected('incident-known', '2026-03-02', { harm: 'died', under18: 'no' }, '2026-03-09')],
    '2026-03-09',
    'none',
  ],
])

test('it is owed by whoever recorded that it runs', () => {
  const told = fact(parallelProcessKnown, '2026-03-10', { what: 'inquest' }, { agency: 'partners' })
  expect(dutiesOn('2026-03-11', 'agree-how-processes-go-side-by-side', [told]).map(one => one.agency)).toEqual([
    'partners',
  ])
})
