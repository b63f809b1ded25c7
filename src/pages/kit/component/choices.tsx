// Radios and checkboxes: the same item, drawn twice.
import { Question, type QuestionProps } from './fieldset.tsx'
import { Hint, Label } from './label.tsx'
import { type Attributes, type Content, describedBy, names } from './markup.ts'

export interface Choice {
  value: string | number
  label: Content
  hint?: Content
  /** Further fields, shown when this is chosen (always shown without script). */
  reveals?: Content
  checked?: boolean | undefined
  disabled?: boolean | undefined
  id?: string | undefined
  attributes?: Attributes | undefined
}

export interface Divider {
  divider: string
}

export interface RadiosProps extends QuestionProps {
  name: string
  /** The name, when not given. The first radio has this id: error summaries link to it. */
  id?: string | undefined
  items: (Choice | Divider)[]
  value?: string | number | undefined
}

/** One choice from a short list. Give class govuk-radios--inline or govuk-radios--small for the variants. */
export function Radios(props: RadiosProps) {
  const id = props.id ?? props.name
  return (
    <Question id={id} question={props}>
      <div class={names('govuk-radios', props.class)} {...props.attributes} data-module="govuk-radios">
        {props.items.map((item, index) => (
          <Item
            kind="radio"
            family="govuk-radios"
            item={item}
            id={numbered(id, index)}
            name={props.name}
            checked={(choice: Choice) => choice.checked ?? (Boolean(props.value) && choice.value === props.value)}
          />
        ))}
      </div>
    </Question>
  )
}

export interface CheckboxChoice extends Choice {
  name?: string | undefined
  /** "None of these": clears the others where script runs. */
  isExclusive?: boolean | undefined
}

export interface CheckboxesProps extends QuestionProps {
  name: string
  id?: string | undefined
  items: (CheckboxChoice | Divider)[]
  values?: (string | number)[] | undefined
}

/** Any number of choices. */
export function Checkboxes(props: CheckboxesProps) {
  const id = props.id ?? props.name
  const itemsDescribedBy = props.legend
    ? undefined
    : describedBy(props.describedBy, props.hint && `${id}-hint`, props.error && `${id}-error`)
  return (
    <Question id={id} question={props}>
      <div class={names('govuk-checkboxes', props.class)} {...props.attributes} data-module="govuk-checkboxes">
        {props.items.map((item, index) => (
          <Item
            kind="checkbox"
            family="govuk-checkboxes"
            item={item}
            id={numbered(id, index)}
            name={props.name}
            describedBy={itemsDescribedBy}
            checked={(choice: Choice) => choice.checked ?? Boolean(props.values?.includes(choice.value))}
          />
        ))}
      </div>
    </Question>
  )
}

interface ItemProps {
  kind: 'radio' | 'checkbox'
  family: string
  item: CheckboxChoice | Divider
  id: string
  name: string
  describedBy?: string | undefined
  checked: (choice: Choice) => boolean
}

function Item({ kind, family, item, ...props }: ItemProps) {
  if ('divider' in item) return <div class={`${family}__divider`}>{item.divider}</div>
  const id = item.id ?? props.id
  const checked = props.checked(item)
  return (
    <>
      <div class={`${family}__item`}>
        <input
          class={`${family}__input`}
          id={id}
          name={item.name ?? props.name}
          type={kind}
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.reveals ? `conditional-${id}` : undefined}
          data-behaviour={item.isExclusive ? 'exclusive' : undefined}
          aria-describedby={describedBy(props.describedBy, item.hint && `${id}-item-hint`)}
          {...item.attributes}
        />
        <Label class={`${family}__label`} for={id}>
          {item.label}
        </Label>
        {item.hint && (
          <Hint id={`${id}-item-hint`} class={`${family}__hint`}>
            {item.hint}
          </Hint>
        )}
      </div>
      {item.reveals && (
        <div
          class={names(`${family}__conditional`, !checked && `${family}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.reveals}
        </div>
      )}
    </>
  )
}

/** The first item has no number, so that an error summary can link to it. */
function numbered(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`
}
