import { breakGlassReviewed, breakGlassUsed } from './break-glass.ts'
import { caseClosed } from './closing.ts'
import { fact } from './given.ts'
import { childBorn, childDied } from './people.ts'
import { table } from './table.ts'

// Opened in the night to Good Friday, 3 April 2026: one working day on, over Easter, is Tuesday 7 April.
const opened = fact(breakGlassUsed, '2026-04-03', { scope: 'safety' }, { at: '02:14' })
const reviewed = (day: string, about = 'break-glass-used') =>
  fact(breakGlassReviewed, day, { outcome: 'justified' }, { about })

table('review-break-glass', [
  ['one working day, unless the area says otherwise', [opened], '2026-04-03', 'due 2026-04-07'],
  ['overdue after it', [opened], '2026-04-08', 'overdue 2026-04-07'],
  [
    'the area sets its own',
    [opened],
    '2026-04-08',
    'due 2026-04-08',
    { 'review-break-glass': { kind: 'calendar-days', count: 5 } },
  ],
  ['met by its review', [opened, reviewed('2026-04-07')], '2026-04-08', 'met 2026-04-07'],
  ['met late', [opened, reviewed('2026-04-09')], '2026-04-09', 'met-late 2026-04-07'],
  [
    'each opening has a review of its own',
    [
      opened,
      fact(breakGlassUsed, '2026-04-03', { scope: 'whole' }, { at: '03:02' }),
      reviewed('2026-04-07', 'break-glass-used 2'),
    ],
    '2026-04-08',
    'overdue 2026-04-07, met 2026-04-07',
  ],
  [
    'it outlives the case, the childhood and the child',
    [
      fact(childBorn, '2008-04-04'),
      opened,
      fact(caseClosed, '2026-04-03', { reason: 'RC1' }),
      fact(childDied, '2026-04-05'),
    ],
    '2026-04-08',
    'overdue 2026-04-07',
  ],
])
