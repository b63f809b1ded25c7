// What a person presses to go on.
import { type Content, type Extra, names } from './markup.ts'

export interface ButtonProps extends Extra {
  children?: Content
  /** Makes it a link that looks like a button. */
  href?: string | undefined
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | undefined
  id?: string | undefined
  disabled?: boolean | undefined
  /** Ignores a second press within a second, where script runs. The server ignores it anyway. */
  preventDoubleClick?: boolean | undefined
  /** The first step of a procedure. */
  isStart?: boolean | undefined
}

/** A button. Class govuk-button--secondary or govuk-button--warning for the variants. */
export function Button({ children, href, class: extra, attributes, isStart, ...props }: ButtonProps) {
  const shared = {
    class: names('govuk-button', extra, isStart && 'govuk-button--start'),
    'data-module': 'govuk-button',
    id: props.id,
    ...attributes,
  }
  const contents = (
    <>
      {children}
      {isStart && <StartArrow />}
    </>
  )
  if (href) {
    return (
      <a href={href} role="button" draggable={false} {...shared}>
        {contents}
      </a>
    )
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      {...shared}
    >
      {contents}
    </button>
  )
}

function StartArrow() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable={'false' as never}
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  )
}
