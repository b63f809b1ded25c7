import { fact } from './given.ts'
import { securePolicyReviewed } from './secure-policy.ts'
import { table } from './table.ts'

// Twelve months from Monday 4 March 2024: Tuesday 4 March 2025. From the leap day: 28 February, clamped.
const reviewed = (on: string) => fact(securePolicyReviewed, on)
table('review-secure-policy', [
  ['within twelve months of the last review', [reviewed('2024-03-04')], '2024-03-05', 'due 2025-03-04'],
  ['clamped to a short month', [reviewed('2024-02-29')], '2024-03-01', 'due 2025-02-28'],
  ['overdue', [reviewed('2024-03-04')], '2025-03-05', 'overdue 2025-03-04'],
  [
    'each review starts the next year',
    [reviewed('2024-03-04'), reviewed('2025-02-20')],
    '2025-02-21',
    'met 2025-03-04, due 2026-02-20',
  ],
])
