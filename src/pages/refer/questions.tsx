// The questions that everybody who tells a council of a child is asked, whether they are signed in or not.
import { Checkboxes, Radios } from '../kit/component/choices.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import { WarningText } from '../kit/component/messages.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { valuesOf } from '../pipeline/fields.ts'
import type { FormState } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import type { Message } from '../record/read-fact.ts'

type Typed = Pick<FormState, 'typed'>

/** What was typed so far, and what is wrong with it. */
export interface Asking {
  readonly form: Typed
  readonly messages: readonly Message[]
}

/** What is wrong with a field. */
export function errorOf(messages: readonly Message[], name: string): string | undefined {
  return messages.find(({ field }) => field === name)?.text
}

/** What a field of text begins with. Nothing is offered from what others typed in this browser. */
export function field({ form, messages }: Asking, name: string) {
  return {
    id: idOf(name),
    name,
    labelClass: 'govuk-label--s',
    value: asTyped(form.typed, name),
    error: errorOf(messages, name),
    autocomplete: 'off',
  }
}

/** What was typed of a date. */
export function dayValues({ typed }: Typed, name: string) {
  const [day, month, year] = ['day', 'month', 'year'].map(part => asTyped(typed, `${name}-${part}`))
  return { day, month, year }
}

interface Place {
  readonly authority: { readonly name: string; readonly telephone: string | null }
}

/** Before anything else: who helps at once. */
export function InDanger({ places }: { places: readonly Place[] }) {
  return (
    <WarningText>
      Is the child in danger now? Ring 999 first.
      {places.map(({ authority }) =>
        authority.telephone ? (
          <>
            {' '}
            Then ring children’s social care at {authority.name}: <Telephone number={authority.telephone} />.
          </>
        ) : null,
      )}
    </WarningText>
  )
}

/** A number that a telephone can ring, on one line. */
export function Telephone({ number }: { number: string }) {
  return (
    <a class="govuk-link" href={`tel:${number.replaceAll(' ', '')}`}>
      {number.replaceAll(' ', '\u00a0')}
    </a>
  )
}

/** What is ticked where the day that is given is that of a birth to come. */
export const notBornYet = 'The child is not born yet: this is the expected date'

/** Who the child is, as far as it is known. */
export function ChildAsKnown(asking: Asking) {
  const { form, messages } = asking
  return (
    <>
      <TextInput {...field(asking, 'forenames')} label="First names" spellcheck={false} />
      <TextInput {...field(asking, 'surname')} label="Last name, or what the child is called" spellcheck={false} />
      <DateInput
        id={idOf('happened')}
        namePrefix="happened"
        legend="Date of birth, if you know it"
        legendClass="govuk-fieldset__legend--s"
        hint="For example, 2 6 2021"
        error={errorOf(messages, 'happened')}
        values={dayValues(form, 'happened')}
      />
      <Checkboxes
        id={idOf('unborn')}
        name="unborn"
        class="govuk-checkboxes--small"
        values={valuesOf(form.typed, 'unborn')}
        items={[{ value: 'yes', label: notBornYet }]}
      />
      <TextInput {...field(asking, 'address')} label="Where the child lives, if you know it" />
      <TextInput {...field(asking, 'postcode')} label="Postcode" class="govuk-input--width-10" />
    </>
  )
}

export function OwnWords(asking: Asking) {
  return (
    <Textarea
      {...field(asking, 'ownWords')}
      label="What did the child say? In the child’s own words, if anything"
      rows={2}
    />
  )
}

export function Reason(asking: Asking) {
  return <Textarea {...field(asking, 'reason')} label="What are you worried about?" rows={3} />
}

export function SafeNow({ form, messages }: Asking) {
  return (
    <Radios
      id={idOf('safety')}
      name="safety"
      legend="Is the child safe now?"
      legendClass="govuk-fieldset__legend--s"
      class="govuk-radios--small"
      error={errorOf(messages, 'safety')}
      value={asTyped(form.typed, 'safety')}
      items={[
        { value: 'safe', label: 'Yes, for now' },
        { value: 'not-known', label: 'I do not know' },
        { value: 'in-danger', label: 'No', hint: 'Ring 999 now. Come back to this form afterwards' },
      ]}
    />
  )
}

/** @param mayNotKnow whether the one who is asked may be somebody who does not know the parents */
export function ParentsKnow({ form, messages, mayNotKnow = false }: Asking & { mayNotKnow?: boolean }) {
  return (
    <Radios
      id={idOf('parents')}
      name="parents"
      legend={
        mayNotKnow
          ? 'Do the parents know that you are telling the council?'
          : 'Do they know that you are telling the council?'
      }
      legendClass="govuk-fieldset__legend--s"
      hint={
        mayNotKnow
          ? 'You need nobody’s consent to keep a child safe. Do not tell them if that could put the child or you at risk'
          : 'It is usually right to tell them. Do not if that could put the child or somebody else at risk: you need nobody’s consent to keep a child safe'
      }
      class="govuk-radios--small"
      error={errorOf(messages, 'parents')}
      value={asTyped(form.typed, 'parents')}
      items={[
        { value: 'agree', label: 'Yes, and they agree' },
        { value: 'disagree', label: 'Yes, and they do not agree' },
        { value: 'not-told', label: 'No' },
        ...(mayNotKnow ? [{ value: 'not-known', label: 'I do not know' }] : []),
      ]}
    />
  )
}
