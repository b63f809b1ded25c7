// The forms on which an area decides: a limit of its own from a day on, and the day on which its own arrangements began.
import type { LocalUnit } from '../../ledger/local-limits.ts'
import { Button } from '../kit/component/button.tsx'
import { Checkboxes } from '../kit/component/choices.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import type { Content } from '../kit/component/markup.ts'
import { InsetText, Tag } from '../kit/component/messages.tsx'
import { Select } from '../kit/component/select.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { type Fields, valuesOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Changes } from './changes.tsx'
import type { OpenBegan, OpenKey, Shown } from './local-policy.page.ts'
import { arrangementsInWords, Decisions, sayBegan, saySet, titleOf, unitsFor } from './words.tsx'

const unitsInWords: Readonly<Record<LocalUnit, string>> = {
  'working-days': 'Working days',
  days: 'Days of any kind',
  weeks: 'Weeks',
  months: 'Months',
  'working-days-before': 'Working days before',
}

/** The page on which one key is set. */
export function policyView(visit: Visit, form: FormState, opened: OpenKey, shown: Shown): string {
  const { key, history, progress } = opened
  const { typed } = form
  const errorOf = errorsIn(shown.messages)
  const units = unitsFor(key)
  const [only] = units
  const children = (
    <>
      {shown.tried && <Changes tried={shown.tried} />}
      <TextInput
        {...textOf(typed, 'amount', errorOf)}
        label="How many?"
        hint={units.length === 1 && only ? `Counted in ${unitsInWords[only].toLowerCase()}` : undefined}
        class="govuk-input--width-4"
        inputmode="numeric"
      />
      {units.length > 1 && (
        <Select
          id={idOf('unit')}
          name="unit"
          label="Counted in"
          labelClass="govuk-label--s"
          value={asTyped(typed, 'unit')}
          error={errorOf('unit')}
          options={[{ value: '', text: 'Choose' }, ...units.map(value => ({ value, text: unitsInWords[value] }))]}
        />
      )}
      <Checkboxes
        id={idOf('none')}
        name="none"
        class="govuk-checkboxes--small"
        error={errorOf('none')}
        values={valuesOf(typed, 'none')}
        items={[{ value: 'yes', label: 'From that day on the area sets no number' }]}
      />
      <Day typed={typed} name="from" error={errorOf('from')} legend="From which day?">
        It counts for what happens on that day or later, also where that is recorded already. To end a mistake, set what
        held before from the same day
      </Day>
    </>
  )
  return decisionPage(visit, form, shown, {
    title: titleOf(key),
    latest: history[0]?.id,
    tag: <Tag class="govuk-tag--grey">Local policy</Tag>,
    history: history.length > 0 && <Decisions visit={visit} history={history} progress={progress} says={saySet(key)} />,
    children,
  })
}

/** The page on which the day is named on which the area's own arrangements began. */
export function beganView(visit: Visit, form: FormState, { of, history, progress }: OpenBegan, shown: Shown): string {
  const { typed } = form
  const errorOf = errorsIn(shown.messages)
  const children = (
    <>
      {shown.tried && <Changes tried={shown.tried} />}
      <Day typed={typed} name="began" error={errorOf('began')} legend="On which day did they begin?">
        The day on which they took effect, not the day of publication
      </Day>
      {history[0]?.beganOn && (
        <Checkboxes
          id={idOf('none')}
          name="none"
          class="govuk-checkboxes--small"
          error={errorOf('none')}
          values={valuesOf(typed, 'none')}
          items={[{ value: 'yes', label: 'It was a mistake: take it back, and name no day' }]}
        />
      )}
    </>
  )
  return decisionPage(visit, form, shown, {
    title: arrangementsInWords[of],
    latest: history[0]?.id,
    tag: null,
    history: history.length > 0 && <Decisions visit={visit} history={history} progress={progress} says={sayBegan} />,
    children,
  })
}

interface Decision {
  title: string
  latest: string | undefined
  tag: Content
  history: Content
  children: Content
}

function decisionPage(visit: Visit, form: FormState, shown: Shown, decision: Decision): string {
  const { title, latest, tag, history, children } = decision
  const { messages, tried, previewed } = shown
  const { typed } = form
  const errorOf = errorsIn(messages)
  return framed(visit, {
    title,
    back: { href: '/local-policy', text: 'Local policy' },
    hasErrors: messages.length > 0,
    children: (
      <>
        <Problems messages={messages} days={['from', 'began']} />
        <h1 class="govuk-heading-l">{title}</h1>
        {tag && <p class="govuk-body">{tag}</p>}
        {history && <InsetText>{history}</InsetText>}
        <Form visit={visit} form={form} title={title}>
          <input type="hidden" name="seen" value={latest ?? 'none'} />
          <input type="hidden" name="previewed" value={previewed} />
          {children}
          <TextInput
            {...textOf(typed, 'approved-by', errorOf)}
            label="Who approved this?"
            hint="Name and post, or the meeting that decided it"
          />
          <TextInput {...textOf(typed, 'why', errorOf)} label="Why?" />
          <div class="govuk-button-group">
            <Button preventDoubleClick>{tried ? 'Record it' : 'See what would change'}</Button>
            <SaveAndComeBack />
          </div>
          {tried && <p class="gt-quiet">If you change the number or the day, you see first what would change then.</p>}
        </Form>
      </>
    ),
  })
}

type ErrorOf = (field: string) => string | undefined

function errorsIn(messages: readonly Message[]): ErrorOf {
  return field => messages.find(message => message.field === field)?.text
}

function textOf(typed: Fields, name: string, errorOf: ErrorOf) {
  return {
    id: idOf(name),
    name,
    labelClass: 'govuk-label--s',
    value: asTyped(typed, name),
    error: errorOf(name),
    autocomplete: 'off',
  }
}

interface DayProps {
  typed: Fields
  name: string
  legend: string
  error: string | undefined
  children: Content
}

function Day({ typed, name, legend, error, children }: DayProps) {
  return (
    <DateInput
      id={idOf(name)}
      namePrefix={name}
      legend={legend}
      legendClass="govuk-fieldset__legend--s"
      hint={children}
      error={error}
      values={{
        day: asTyped(typed, `${name}-day`),
        month: asTyped(typed, `${name}-month`),
        year: asTyped(typed, `${name}-year`),
      }}
    />
  )
}
