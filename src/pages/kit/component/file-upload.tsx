// A file from the person's own machine.
import { descriptionOf, Field, type FieldProps, idOf } from './field.tsx'
import { names } from './markup.ts'

export interface FileUploadProps extends FieldProps {
  multiple?: boolean | undefined
  /** Adds a place to drop files on where script runs. */
  dropZone?: boolean | undefined
}

/** A label and a button to choose a file. The form needs enctype multipart/form-data. */
export function FileUpload(props: FileUploadProps) {
  const control = (
    <input
      class={names('govuk-file-upload', props.class, props.error && 'govuk-file-upload--error')}
      id={idOf(props)}
      name={props.name}
      type="file"
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={descriptionOf(props)}
      {...props.attributes}
    />
  )
  return (
    <Field field={props}>
      {props.dropZone ? (
        <div class="govuk-file-upload-wrapper" data-module="govuk-file-upload">
          {control}
        </div>
      ) : (
        control
      )}
    </Field>
  )
}
