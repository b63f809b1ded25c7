// Several lines of text, with a count of what is left where there is a limit.
import { descriptionOf, Field, type FieldProps, idOf } from './field.tsx'
import { Hint } from './label.tsx'
import { type Content, describedBy, names } from './markup.ts'

export interface TextareaProps extends FieldProps {
  value?: string | undefined
  rows?: number | undefined
  autocomplete?: string | undefined
  spellcheck?: boolean | undefined
  /** Stands under the control, within its group. */
  below?: Content
}

/** A label and several lines to type in. */
export function Textarea(props: TextareaProps) {
  return (
    <Field field={props}>
      <TextareaControl {...props} />
      {props.below}
    </Field>
  )
}

export interface CountedTextareaProps extends TextareaProps {
  /** Give one of the two. */
  maxCharacters?: number | undefined
  maxWords?: number | undefined
  /** Percentage of the limit from which the count is shown. */
  threshold?: number | undefined
}

/** A text area that says how much may still be typed. Without script it states the limit. */
export function CountedTextarea({ maxCharacters, maxWords, threshold, ...props }: CountedTextareaProps) {
  const info = `${idOf(props)}-info`
  const field: TextareaProps = {
    ...props,
    class: names('govuk-js-character-count', props.class),
    describedBy: describedBy(info, props.describedBy),
    groupClass: names('govuk-character-count', props.groupClass),
    groupAttributes: {
      'data-module': 'govuk-character-count',
      ...(maxCharacters && { 'data-maxlength': maxCharacters }),
      ...(maxWords && { 'data-maxwords': maxWords, 'data-count-type': 'words' }),
      ...(threshold && { 'data-threshold': threshold }),
      ...props.groupAttributes,
    },
  }
  return (
    <Field field={field}>
      <TextareaControl {...field} />
      <Hint id={info} class="govuk-character-count__message">
        You can enter up to {maxWords ?? maxCharacters} {maxWords ? 'words' : 'characters'}
      </Hint>
    </Field>
  )
}

function TextareaControl(props: TextareaProps) {
  return (
    <textarea
      class={names('govuk-textarea', props.error && 'govuk-textarea--error', props.class)}
      id={idOf(props)}
      name={props.name}
      rows={props.rows ?? 5}
      spellcheck={props.spellcheck}
      disabled={props.disabled}
      aria-describedby={descriptionOf(props)}
      autocomplete={props.autocomplete}
      {...props.attributes}
    >
      {/* A browser drops one line break at the start: what was typed must come back whole. */}
      {props.value?.startsWith('\n') ? `\n${props.value}` : props.value}
    </textarea>
  )
}
