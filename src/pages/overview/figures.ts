/** The figures of one clock, out of what was counted, and what its drawing needs. */
import { shareOf } from '../kit/timeliness.tsx'
import type { ClockOfRule } from './clocks.ts'
import type { Counted, Outcome } from './timeliness-of-duties.ts'

export interface Figures {
  readonly clock: ClockOfRule
  /** Told apart from another clock of the same words by what it counts from. */
  readonly label: string
  readonly numbers: Readonly<Record<Outcome, number>>
  readonly all: number
  /** Of those that are known to be in time, late or overdue: how many in a hundred were in time. */
  readonly share: number | null
  /** Of those that were met in time or late: how many took so many days. */
  readonly took: ReadonlyMap<number, number>
}

/** Figures of the clocks of which anything was counted, in the order of the clocks. */
export function figuresOf(clocks: readonly ClockOfRule[], counted: readonly Counted[]): Figures[] {
  return clocks.flatMap(clock => {
    const rows = counted.filter(row => row.rule === clock.rule.id)
    if (rows.length === 0) return []
    const numbers = { 'in-time': 0, late: 0, 'may-be-late': 0, overdue: 0, 'not-known': 0 }
    const took = new Map<number, number>()
    for (const row of rows) {
      numbers[row.outcome] += row.number
      if (row.days === null) continue
      const drawn = drawnDays(row.days, row.outcome, clock.limit)
      took.set(drawn, (took.get(drawn) ?? 0) + row.number)
    }
    const known = numbers['in-time'] + numbers.late + numbers.overdue
    const isAlone = clocks.filter(({ rule }) => rule.must === clock.rule.must).length === 1
    const from = clock.rule.arisesFrom.label
    return [
      {
        clock,
        label: isAlone ? clock.rule.must : `${clock.rule.must} (from: ${from.charAt(0).toLowerCase()}${from.slice(1)})`,
        numbers,
        all: Object.values(numbers).reduce((sum, number) => sum + number, 0),
        share: known === 0 ? null : shareOf(numbers['in-time'], known),
        took,
      },
    ]
  })
}

/**
 * A limit is kept or not by its own day: of months, or met on a Saturday, the days alone can say otherwise at the edge.
 * The drawing keeps each on its side of the limit.
 */
function drawnDays(days: number, outcome: Outcome, limit: number): number {
  return outcome === 'late' ? Math.max(days, limit + 1) : Math.min(days, limit)
}
