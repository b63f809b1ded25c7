// One line of text.
import { descriptionOf, Field, type FieldProps, idOf } from './field.tsx'
import { type Content, names } from './markup.ts'

export interface TextInputProps extends FieldProps {
  value?: string | number | undefined
  type?: 'text' | 'email' | 'tel' | 'search' | 'password' | 'number' | undefined
  inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | 'text' | undefined
  /** One of the tokens of the HTML standard: 'email', 'bday-day', 'off'. */
  autocomplete?: string | undefined
  autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined
  pattern?: string | undefined
  spellcheck?: boolean | undefined
  prefix?: Content
  suffix?: Content
}

/** The bare control, for components that lay out their own labels. */
export function InputControl(props: TextInputProps) {
  return (
    <input
      class={names('govuk-input', props.class, props.error && 'govuk-input--error')}
      id={idOf(props)}
      name={props.name}
      type={(props.type ?? 'text') as 'text'}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={descriptionOf(props)}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...props.attributes}
    />
  )
}

/** A label and one line to type in. */
export function TextInput(props: TextInputProps) {
  const control = <InputControl {...props} />
  if (!props.prefix && !props.suffix) return <Field field={props}>{control}</Field>
  return (
    <Field field={props}>
      <div class="govuk-input__wrapper">
        {props.prefix && (
          <div class="govuk-input__prefix" aria-hidden="true">
            {props.prefix}
          </div>
        )}
        {control}
        {props.suffix && (
          <div class="govuk-input__suffix" aria-hidden="true">
            {props.suffix}
          </div>
        )}
      </div>
    </Field>
  )
}
