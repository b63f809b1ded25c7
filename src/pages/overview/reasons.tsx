// Why what fell due was late: the reasons that were given, counted.

import { sayReason } from '../duty/reasons.ts'
import { Table } from '../kit/component/table.tsx'
import { count } from '../kit/days.ts'
import type { Counted } from './timeliness-of-duties.ts'

interface ReasonsProps {
  /** How many late duties have each reason, by its code. */
  reasons: ReadonlyMap<string, number>
  byRule: readonly Counted[]
}

/** One line for each reason, the commonest first, and how many late duties have none. */
export function Reasons({ reasons, byRule }: ReasonsProps) {
  const late = byRule
    .filter(({ outcome }) => outcome === 'late' || outcome === 'overdue')
    .reduce((sum, { number }) => sum + number, 0)
  if (late === 0) return null
  const given = [...reasons].toSorted(
    ([a, many], [b, fewer]) => fewer - many || sayReason(a).localeCompare(sayReason(b)),
  )
  const none = late - given.reduce((sum, [, number]) => sum + number, 0)
  const numeric = (content: string | number) => ({ content, format: 'numeric' as const })
  return (
    <section>
      <h2 class="govuk-heading-m" id="reasons">
        Why it was late
      </h2>
      <p class="govuk-hint">
        Of {count(late, 'duty', 'duties')} met late or still overdue: the latest reason that was given for each.
      </p>
      <Table
        class="gt-compact"
        firstCellIsHeader
        head={[{ content: 'Reason' }, numeric('Duties')]}
        rows={[
          ...given.map(([code, number]) => [{ content: sayReason(code) }, numeric(number.toLocaleString('en-GB'))]),
          [{ content: 'No reason is recorded yet' }, numeric(none.toLocaleString('en-GB'))],
        ]}
      />
    </section>
  )
}
