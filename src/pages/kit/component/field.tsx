// The group of label, hint, error and one control that text inputs, text areas, selects and file uploads share.
import { ErrorMessage, Hint, Label } from './label.tsx'
import { type Attributes, type Content, describedBy, type Extra, names } from './markup.ts'

export interface FieldProps extends Extra {
  name: string
  /** The name, when not given. */
  id?: string | undefined
  label: Content
  labelClass?: string | undefined
  labelIsHeading?: boolean | undefined
  hint?: Content
  error?: Content
  /** Ids of further elements that describe the control. */
  describedBy?: string | undefined
  groupClass?: string | undefined
  groupAttributes?: Attributes | undefined
  disabled?: boolean | undefined
}

/** The id of the control, which an error summary links to. */
export function idOf(field: { id?: string | undefined; name: string }): string {
  return field.id || field.name
}

/** Ids of everything that describes the control, in reading order. */
export function descriptionOf(field: FieldProps): string | undefined {
  const id = idOf(field)
  return describedBy(field.describedBy, field.hint && `${id}-hint`, field.error && `${id}-error`)
}

/** Lays out label, hint and error around the control given as its children. */
export function Field({ field, children }: { field: FieldProps; children: Content }) {
  const id = idOf(field)
  return (
    <div
      class={names('govuk-form-group', field.error && 'govuk-form-group--error', field.groupClass)}
      {...field.groupAttributes}
    >
      <Label for={id} class={field.labelClass} isHeading={field.labelIsHeading}>
        {field.label}
      </Label>
      {field.hint && <Hint id={`${id}-hint`}>{field.hint}</Hint>}
      {field.error && <ErrorMessage id={`${id}-error`}>{field.error}</ErrorMessage>}
      {children}
    </div>
  )
}
