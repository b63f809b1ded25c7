// What is known, as pairs of a key and a value.
import { type Attributes, type Content, type Extra, names } from './markup.ts'

export interface SummaryAction {
  href: string
  text: Content
  /** Read out after the text: "Change" + "name". */
  hiddenText?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

export interface SummaryRow {
  key: Content
  value?: Content
  actions?: SummaryAction[] | undefined
  class?: string | undefined
}

export interface SummaryListProps extends Extra {
  rows: (SummaryRow | false | 0 | '' | null | undefined)[]
  /** Draws a card with a title and actions around the list. */
  card?:
    | (Extra & { title?: Content; titleLevel?: 1 | 2 | 3 | 4 | undefined; actions?: SummaryAction[] | undefined })
    | undefined
}

/** Keys and values, with actions for each. */
export function SummaryList({ rows, card, class: extra, attributes }: SummaryListProps) {
  const shown = rows.filter(row => !!row)
  const anyActions = shown.some(row => row.actions?.length)
  const list = (
    <dl class={names('govuk-summary-list', extra)} {...attributes}>
      {shown.map(row => (
        <div
          class={names(
            'govuk-summary-list__row',
            anyActions && !row.actions && 'govuk-summary-list__row--no-actions',
            row.class,
          )}
        >
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value">{row.value}</dd>
          {row.actions?.length ? <RowActions actions={row.actions} cardTitle={card?.title} /> : null}
        </div>
      ))}
    </dl>
  )
  if (!card) return list
  const Heading = `h${card.titleLevel ?? 2}` as 'h2'
  return (
    <div class={names('govuk-summary-card', card.class)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {card.title && <Heading class="govuk-summary-card__title">{card.title}</Heading>}
        {card.actions?.length === 1 && (
          <div class="govuk-summary-card__actions">
            <Action action={card.actions[0]!} cardTitle={card.title} />
          </div>
        )}
        {card.actions && card.actions.length > 1 && (
          <ul class="govuk-summary-card__actions">
            {card.actions.map(action => (
              <li class="govuk-summary-card__action">
                <Action action={action} cardTitle={card.title} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{list}</div>
    </div>
  )
}

function RowActions({ actions, cardTitle }: { actions: SummaryAction[]; cardTitle: Content }) {
  return (
    <dd class="govuk-summary-list__actions">
      {actions.length === 1 ? (
        <Action action={actions[0]!} cardTitle={cardTitle} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {actions.map(action => (
            <li class="govuk-summary-list__actions-list-item">
              <Action action={action} cardTitle={cardTitle} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  )
}

function Action({ action, cardTitle }: { action: SummaryAction; cardTitle: Content }) {
  return (
    <a class={names('govuk-link', action.class)} href={action.href} {...action.attributes}>
      {action.text}
      {(action.hiddenText || cardTitle) && (
        <span class="govuk-visually-hidden">
          {action.hiddenText && ` ${action.hiddenText}`}
          {cardTitle && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  )
}
