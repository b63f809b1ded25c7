// The form about the adults around the child: one row for each who is known of, and one for somebody else.
import { adultAskedAbout } from '../../procedures/assessment-frame.ts'
import { Button } from '../kit/component/button.tsx'
import { Radios } from '../kit/component/choices.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import { Select } from '../kit/component/select.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { sayDay } from '../kit/days.ts'
import { Marked, NarrativeArea } from '../kit/marking.tsx'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import type { Adult } from './around.ts'
import type { OpenAssessment } from './opened.ts'
import { Domains } from './write.view.tsx'

/** The fields of one adult; those of somebody who is not on the file yet have no number. */
export const fieldOfAdult = (which: number | 'else', field: string) => `adult-${which}-${field}`

/** So many who are not on the file yet can be written down at once. */
export const whichElse = ['else'] as const

interface Shown {
  readonly opened: OpenAssessment
  readonly adults: readonly Adult[]
  readonly messages: readonly Message[]
}

/** The page. */
export function adultsView(visit: Visit, form: FormState, { opened, adults, messages }: Shown): string {
  const { name, assessment, address, head } = opened
  const title = `Adults around the child: ${name}`
  const rows = [
    ...adults.map((adult, at) => [at, adult] as const),
    ...whichElse.map(which => [which, undefined] as const),
  ]
  const children = (
    <>
      <Styles />
      <link rel="stylesheet" href="/assets/assessment.css" />
      <Problems messages={messages} days={['happened']} />
      <span class="govuk-caption-l">
        {name}, {assessment.label.toLowerCase()}
      </span>
      <h1 class="govuk-heading-l gt-record__title">Adults in or around the home</h1>
      <Domains address={address} domain="adults" />
      <p class="govuk-body">
        Who lives here, who stays over, who comes by, who looks after the child? Leave out whoever nobody spoke of
        today: what was written of them stands.
      </p>
      <div class="gt-record gt-record__form">
        <Form visit={visit} form={form} title={title} case={head.reference}>
          {rows.map(([which, adult]) => (
            <AdultFields form={form} messages={messages} which={which} adult={adult} />
          ))}
          <DateInput
            id={idOf('happened')}
            namePrefix="happened"
            legend="On which day?"
            legendClass="govuk-fieldset__legend--s"
            error={messages.find(({ field }) => field === 'happened')?.text}
            values={{
              day: asTyped(form.typed, 'happened-day'),
              month: asTyped(form.typed, 'happened-month'),
              year: asTyped(form.typed, 'happened-year'),
            }}
          />
          <div class="govuk-button-group">
            <Button preventDoubleClick>Record what was asked</Button>
            <SaveAndComeBack />
          </div>
        </Form>
      </div>
    </>
  )
  return framed(visit, {
    title,
    back: { href: address, text: assessment.label },
    hasErrors: messages.length > 0,
    why: <p>{opened.why}</p>,
    children,
  })
}

interface AdultProps {
  form: FormState
  messages: readonly Message[]
  which: number | 'else'
  /** Nothing for somebody who is not on the file yet. */
  adult: Adult | undefined
}

function AdultFields({ form, messages, which, adult }: AdultProps) {
  const { fields } = adultAskedAbout
  const common = (field: string) => {
    const name = fieldOfAdult(which, field)
    return {
      id: idOf(name),
      name,
      value: asTyped(form.typed, name),
      error: messages.find(one => one.field === name)?.text,
    }
  }
  const who = common('who')
  const of = adult ? `: ${adult.name}` : ': somebody else'
  const label = (words: string) => (
    <>
      {words}
      <span class="govuk-visually-hidden">{of}</span>
    </>
  )
  return (
    <section class="gt-dimension" aria-labelledby={`adult-${which}`}>
      <h2 class="govuk-heading-m" id={`adult-${which}`}>
        {adult ? `${adult.name}${adult.who ? `, ${adult.who.toLowerCase()}` : ''}` : 'Is there somebody else?'}
      </h2>
      {adult && <input type="hidden" name={who.name} value={adult.name} />}
      {adult?.fact && (
        <p class="govuk-body gt-quiet">
          {sayDay(adult.fact.happened.from)}: {adult.asked && fields.asked.options[adult.asked].label.toLowerCase()}
          {adult.answer && (
            <>
              : <Marked text={adult.answer} />
            </>
          )}
        </p>
      )}
      {!adult && (
        <TextInput
          {...who}
          label={fields.who.label}
          hint={fields.who.hint}
          labelClass="govuk-label--s"
          autocomplete="off"
        />
      )}
      <Radios
        {...common('asked')}
        legend={label(fields.asked.label)}
        legendClass="govuk-fieldset__legend--s"
        class="govuk-radios--small gt-inline"
        items={Object.entries(fields.asked.options).map(([value, option]) => ({ value, label: option.label }))}
      />
      <NarrativeArea
        {...common('answer')}
        label={label('The answer, or why it was not asked')}
        labelClass="govuk-label--s"
        rows={2}
      />
      <TextInput
        {...common('source')}
        label={label(fields.source.label)}
        labelClass="govuk-label--s"
        autocomplete="off"
      />
      <Select
        {...common('near')}
        label={label(fields.near.label)}
        labelClass="govuk-label--s"
        options={[
          { value: '', text: 'Not said' },
          ...Object.entries(fields.near.options).map(([value, option]) => ({ value, text: option.label })),
        ]}
      />
    </section>
  )
}
