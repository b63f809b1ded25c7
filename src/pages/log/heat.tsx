// When files were looked at: a grid of hours and days of the week, the darker the more; the table beneath says the same.

import type { InHour } from '../../ledger/behind-readings.ts'
import { Details } from '../kit/component/messages.tsx'
import { Table } from '../kit/component/table.tsx'
import { count } from '../kit/days.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const hours = Array.from({ length: 24 }, (_, hour) => hour)
const side = 20
const left = 44
const top = 22

/** The grid, with its caption and its table. */
export function Heat({ cells, whose }: { cells: readonly InHour[]; whose: string }) {
  const looks = new Map(cells.map(cell => [`${cell.weekday}/${cell.hour}`, cell.looks]))
  const at = (weekday: number, hour: number) => looks.get(`${weekday}/${hour}`) ?? 0
  const busiest = Math.max(1, ...looks.values())
  const total = cells.reduce((sum, cell) => sum + cell.looks, 0)
  return (
    <figure class="gt-heat">
      <figcaption class="govuk-body-s">
        When {whose} looked at files: {count(total, 'look')}, at most {count(total === 0 ? 0 : busiest, 'look')} in one
        hour of the week. The darker, the more. Inside the line: weekdays from 6 to 22.
      </figcaption>
      <svg viewBox={`0 0 ${left + 24 * side + 2} ${top + 7 * side + 2}`} aria-hidden="true">
        {hours
          .filter(hour => hour % 3 === 0)
          .map(hour => (
            <text class="w" x={left + hour * side} y={top - 5}>
              {hour}
            </text>
          ))}
        {weekdays.map((name, row) => (
          <>
            <text class="w" x="0" y={top + row * side + 14}>
              {name.slice(0, 3)}
            </text>
            {hours.map(hour => (
              <rect
                class={`h${levelOf(at(row + 1, hour), busiest)}`}
                x={left + hour * side + 1}
                y={top + row * side + 1}
                width={side - 2}
                height={side - 2}
              />
            ))}
          </>
        ))}
        <rect class="d" x={left + 6 * side} y={top} width={16 * side} height={5 * side} />
      </svg>
      <Details summary="The same as a table">
        <div class="gt-heat__table">
          <Table
            class="govuk-table--small-text-until-tablet"
            firstCellIsHeader
            head={[
              { content: 'Hour' },
              ...weekdays.map(name => ({ content: name.slice(0, 3), format: 'numeric' as const })),
            ]}
            rows={hours.map(hour => [
              { content: `${hour} to ${hour + 1}` },
              ...weekdays.map((_, row) => ({ content: String(at(row + 1, hour)), format: 'numeric' as const })),
            ])}
          />
        </div>
      </Details>
    </figure>
  )
}

/** From 0, nothing, to 4, by equal steps. */
function levelOf(looks: number, busiest: number): number {
  return looks === 0 ? 0 : Math.max(1, Math.ceil((looks / busiest) * 4))
}
