// A day that the person knows, typed as numbers.
import { Question, type QuestionProps } from './fieldset.tsx'
import { Label } from './label.tsx'
import { names } from './markup.ts'
import { InputControl } from './text-input.tsx'

export type DatePart = 'day' | 'month' | 'year'

export interface DateInputProps extends QuestionProps {
  id: string
  /** Fields are named prefix-day, prefix-month, prefix-year. */
  namePrefix?: string | undefined
  parts?: DatePart[] | undefined
  values?: Partial<Record<DatePart, string | number | undefined>> | undefined
  /** Which parts are wrong; all of them when there is an error and none is named. */
  faulty?: DatePart[] | undefined
  /** Offers the browser's own birthday. */
  isBirthday?: boolean | undefined
}

/** Day, month and year, or those parts of them that are asked for. */
export function DateInput(props: DateInputProps) {
  const isFaulty = (part: DatePart) => (props.faulty ? props.faulty.includes(part) : Boolean(props.error))
  return (
    <Question id={props.id} question={props} role="group">
      <div class={names('govuk-date-input', props.class)} id={props.id} {...props.attributes}>
        {(props.parts ?? (['day', 'month', 'year'] as const)).map(part => {
          const id = `${props.id}-${part}`
          return (
            <div class="govuk-date-input__item">
              <div class="govuk-form-group">
                <Label for={id} class="govuk-date-input__label">
                  {part.charAt(0).toUpperCase() + part.slice(1)}
                </Label>
                <InputControl
                  label=""
                  id={id}
                  name={props.namePrefix ? `${props.namePrefix}-${part}` : part}
                  value={props.values?.[part]}
                  class={names(
                    'govuk-date-input__input',
                    isFaulty(part) && 'govuk-input--error',
                    `govuk-input--width-${part === 'year' ? 4 : 2}`,
                  )}
                  inputmode="numeric"
                  autocomplete={props.isBirthday ? `bday-${part}` : undefined}
                />
              </div>
            </div>
          )
        })}
      </div>
    </Question>
  )
}
