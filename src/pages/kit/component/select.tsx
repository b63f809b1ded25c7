// One choice from a long list. Prefer radios where the list is short.
import { descriptionOf, Field, type FieldProps, idOf } from './field.tsx'
import { type Attributes, names } from './markup.ts'

export interface SelectOption {
  /** The text, when not given. */
  value?: string | number | undefined
  text: string | number
  selected?: boolean | undefined
  disabled?: boolean | undefined
  attributes?: Attributes | undefined
}

export interface SelectProps extends FieldProps {
  options: SelectOption[]
  value?: string | number | undefined
}

/** A label and a list to choose one from. */
export function Select(props: SelectProps) {
  const isChosen = (option: SelectOption) =>
    option.selected ?? (Boolean(props.value) && (option.value ?? option.text) === props.value)
  return (
    <Field field={props}>
      <select
        class={names('govuk-select', props.class, props.error && 'govuk-select--error')}
        id={idOf(props)}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={descriptionOf(props)}
        {...props.attributes}
      >
        {props.options.map(option => (
          <option value={option.value} selected={isChosen(option)} disabled={option.disabled} {...option.attributes}>
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  )
}
