// Disagreements of the area in sum: numbers that lead to no file.
import type { Amount, DisagreementsInSum, Share } from '../../ledger/disagreements-in-sum.ts'
import { Table } from '../kit/component/table.tsx'
import { count, sayDay } from '../kit/days.ts'

interface DisagreementsProps {
  sum: DisagreementsInSum
  from: string
  today: string
}

/** How many are open, what they are about, how they ended and how long they take. */
export function Disagreements({ sum, from, today }: DisagreementsProps) {
  const period = `from ${sayDay(from)} to ${sayDay(today)}`
  const isNone = [...sum.open, ...sum.about, ...sum.ended].every(({ amount }) => amount === 0)
  return (
    <section aria-labelledby="disagreements">
      <h2 class="govuk-heading-m" id="disagreements">
        Disagreements about decisions
      </h2>
      <p class="govuk-hint">
        Of the whole area, the same for everybody who sees this page. Files that are restricted or shielded are in no
        number. Fewer than 5 is said as that, and every other number to the nearest 5: no number names a child, and none
        leads to a file.
      </p>
      {isNone && (
        <p class="gt-empty">
          No disagreement is open, and none was raised or ended {period}. They are counted here once an agency, or
          somebody who referred through the public page, raises one.
        </p>
      )}
      {!isNone && (
        <>
          <Shares head="Open now, by how far it has gone" shares={sum.open} />
          <p class="govuk-body">
            {sum.openFor === undefined
              ? 'How long they have been open is said once 5 are open.'
              : `Half of them have been open for ${count(sum.openFor, 'day')} or longer.`}
          </p>
          <Shares head={`Raised ${period}, by what it is about`} shares={sum.about} />
          <Shares head={`Ended ${period}, by how`} shares={sum.ended} />
          <p class="govuk-body">
            {sum.took === undefined
              ? 'How long they took is said once 5 have ended.'
              : `Half of them took ${count(sum.took, 'day')} or longer.`}
          </p>
        </>
      )}
    </section>
  )
}

function Shares({ head, shares }: { head: string; shares: readonly Share[] }) {
  return (
    <Table
      class="gt-compact"
      firstCellIsHeader
      head={[{ content: head }, { content: 'How many', format: 'numeric' }]}
      rows={shares.map(({ label, amount }) => [{ content: label }, { content: sayAmount(amount), format: 'numeric' }])}
    />
  )
}

function sayAmount(amount: Amount): string {
  if (amount === 'few') return 'Fewer than 5'
  return amount === 0 ? 'None' : `About ${amount.toLocaleString('en-GB')}`
}
