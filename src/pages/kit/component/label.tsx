// The words around a field: its label, its hint and what is wrong with it.
import { type Content, type Extra, names } from './markup.ts'

export interface LabelProps extends Extra {
  for?: string | undefined
  /** The label is also the heading of the page. */
  isHeading?: boolean | undefined
  children?: Content
}

/** The label of one field. */
export function Label({ for: field, isHeading, class: extra, attributes, children }: LabelProps) {
  const label = (
    <label class={names('govuk-label', extra)} for={field} {...attributes}>
      {children}
    </label>
  )
  return isHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}

/** Help that stands between the label and the field. */
export function Hint({
  id,
  class: extra,
  attributes,
  children,
}: Extra & { id?: string | undefined; children?: Content }) {
  return (
    <div id={id} class={names('govuk-hint', extra)} {...attributes}>
      {children}
    </div>
  )
}

export interface ErrorMessageProps extends Extra {
  id?: string | undefined
  /** What a screen reader says first. Give '' for nothing. */
  hiddenWord?: string | undefined
  children?: Content
}

/** What is wrong with the field below, and how to put it right. */
export function ErrorMessage({ id, hiddenWord = 'Error', class: extra, attributes, children }: ErrorMessageProps) {
  return (
    <p id={id} class={names('govuk-error-message', extra)} {...attributes}>
      {hiddenWord ? (
        <>
          <span class="govuk-visually-hidden">{hiddenWord}:</span> {children}
        </>
      ) : (
        children
      )}
    </p>
  )
}
