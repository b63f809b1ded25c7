// Fields that answer one question together.
import { ErrorMessage, Hint } from './label.tsx'
import { type Attributes, type Content, describedBy, type Extra, names } from './markup.ts'

export interface FieldsetProps extends Extra {
  legend?: Content
  legendClass?: string | undefined
  legendIsHeading?: boolean | undefined
  describedBy?: string | undefined
  role?: 'group' | undefined
  children?: Content
}

/** A question and the fields that answer it. */
export function Fieldset(props: FieldsetProps) {
  return (
    <fieldset
      class={names('govuk-fieldset', props.class)}
      role={props.role}
      aria-describedby={props.describedBy || undefined}
      {...props.attributes}
    >
      {props.legend && (
        <legend class={names('govuk-fieldset__legend', props.legendClass)}>
          {props.legendIsHeading ? <h1 class="govuk-fieldset__heading">{props.legend}</h1> : props.legend}
        </legend>
      )}
      {props.children}
    </fieldset>
  )
}

export interface QuestionProps extends Extra {
  /** Without a legend the fields stand in no fieldset. */
  legend?: Content
  legendClass?: string | undefined
  legendIsHeading?: boolean | undefined
  hint?: Content
  error?: Content
  describedBy?: string | undefined
  groupClass?: string | undefined
  groupAttributes?: Attributes | undefined
}

/** Form group, fieldset, hint and error around choices or dates. */
export function Question(props: { id: string; question: QuestionProps; role?: 'group'; children: Content }) {
  const { id, question } = props
  const inner = (
    <>
      {question.hint && <Hint id={`${id}-hint`}>{question.hint}</Hint>}
      {question.error && <ErrorMessage id={`${id}-error`}>{question.error}</ErrorMessage>}
      {props.children}
    </>
  )
  return (
    <div
      class={names('govuk-form-group', question.error && 'govuk-form-group--error', question.groupClass)}
      {...question.groupAttributes}
    >
      {question.legend ? (
        <Fieldset
          legend={question.legend}
          legendClass={question.legendClass}
          legendIsHeading={question.legendIsHeading}
          describedBy={describedBy(
            question.describedBy,
            question.hint && `${id}-hint`,
            question.error && `${id}-error`,
          )}
          role={props.role}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </div>
  )
}
