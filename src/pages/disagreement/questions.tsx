// Parts of the forms of a disagreement: a question each, with what was typed and what is wrong with it.
import type { Choice } from '../../engine/field.ts'
import { Radios } from '../kit/component/choices.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import { NarrativeArea } from '../kit/marking.tsx'
import type { Visit } from '../pipeline/page.ts'
import { idOf } from '../record/fact-fields.tsx'
import { type Asking, dayValues, errorOf, field } from '../refer/questions.tsx'

/** Who writes, as it is offered where a name is asked for. */
export function personOf({ practitioner, post }: Visit): string {
  return `${practitioner.name}, ${post.title}`
}

interface Question {
  readonly asking: Asking
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
}

/** One answer of a list, in the words of the record unless others are given. */
export function Coded({
  asking,
  name,
  label,
  hint,
  options,
  only,
}: Question & Pick<Choice, 'options'> & { only?: readonly string[] }) {
  return (
    <Radios
      id={idOf(name)}
      name={name}
      legend={label}
      legendClass="govuk-fieldset__legend--s"
      class="govuk-radios--small"
      hint={hint}
      error={errorOf(asking.messages, name)}
      value={field(asking, name).value}
      items={Object.entries(options)
        .filter(([code]) => only?.includes(code) ?? true)
        .map(([value, option]) => ({ value, label: option.label, hint: option.hint }))}
    />
  )
}

/** As much as there is to say. */
export function Said({ asking, name, label, hint, rows = 4 }: Question & { rows?: number }) {
  return <NarrativeArea {...field(asking, name)} label={label} hint={hint} rows={rows} />
}

/** A day that may be left empty. */
export function DayOf({ asking, name, label, hint }: Question) {
  return (
    <DateInput
      id={idOf(name)}
      namePrefix={name}
      legend={label}
      legendClass="govuk-fieldset__legend--s"
      hint={hint}
      error={errorOf(asking.messages, name)}
      values={dayValues(asking.form, name)}
    />
  )
}
