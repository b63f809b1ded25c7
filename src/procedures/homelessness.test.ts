import { assessmentStarted } from './assessment.ts'
import { fact } from './given.ts'
import { homelessnessSeen, referredToHousing } from './homelessness.ts'
import { table } from './table.ts'

const family = fact(homelessnessSeen, '2026-03-02', { who: 'family', agrees: 'yes' })
table('refer-to-housing-authority', [
  ['where they agree', [family], '2026-05-01', 'ageing'],
  ['met', [family, fact(referredToHousing, '2026-03-05')], '2026-03-05', 'met'],
  [
    'not where they do not',
    [fact(homelessnessSeen, '2026-03-02', { who: 'family', agrees: 'no' })],
    '2026-05-01',
    'none',
  ],
  [
    'not before the print of December 2020',
    [fact(homelessnessSeen, '2020-12-08', { who: 'family', agrees: 'yes' })],
    '2020-12-09',
    'none',
  ],
])

const young = fact(homelessnessSeen, '2026-03-02', { who: '16-or-17' })
table('assess-homeless-child', [
  ['of 16 or 17', [young], '2026-05-01', 'ageing'],
  ['met by an assessment', [young, fact(assessmentStarted, '2026-03-04')], '2026-03-04', 'met'],
  ['not of a family', [family], '2026-05-01', 'none'],
])
