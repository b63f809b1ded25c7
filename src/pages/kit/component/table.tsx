// Rows and columns. Every drawing of ours has one of these beside it.
import { type Attributes, type Content, type Extra, names } from './markup.ts'

export interface Cell {
  content?: Content
  format?: 'numeric' | undefined
  colspan?: number | undefined
  rowspan?: number | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

export interface TableProps extends Extra {
  caption?: string | undefined
  captionClass?: string | undefined
  head?: Cell[] | undefined
  rows: (Cell[] | false | null | undefined)[]
  firstCellIsHeader?: boolean | undefined
}

/** A table. Numbers take format 'numeric' in the heading and in each cell. */
export function Table(props: TableProps) {
  return (
    <table class={names('govuk-table', props.class)} {...props.attributes}>
      {props.caption && <caption class={names('govuk-table__caption', props.captionClass)}>{props.caption}</caption>}
      {props.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.head.map(cell => (
              <th scope="col" {...attributesOf(cell, 'govuk-table__header', cell.format)}>
                {cell.content}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {props.rows.map(
          row =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, index) =>
                  index === 0 && props.firstCellIsHeader ? (
                    <th scope="row" {...attributesOf(cell, 'govuk-table__header')}>
                      {cell.content}
                    </th>
                  ) : (
                    <td {...attributesOf(cell, 'govuk-table__cell', cell.format)}>{cell.content}</td>
                  ),
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}

function attributesOf(cell: Cell, base: string, format?: string) {
  return {
    class: names(base, format && `${base}--${format}`, cell.class),
    ...(cell.colspan && { colspan: cell.colspan }),
    ...(cell.rowspan && { rowspan: cell.rowspan }),
    ...cell.attributes,
  }
}
