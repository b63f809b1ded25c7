// The form of one domain: a text for each dimension, beside what others wrote of it and what the last assessment found.
import { type Dimension, type Domain, domains, meanings } from '../../procedures/assessment-frame.ts'
import { Button } from '../kit/component/button.tsx'
import { Checkboxes } from '../kit/component/choices.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import { Details, ErrorSummary, InsetText } from '../kit/component/messages.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { sayDay } from '../kit/days.ts'
import { Marked, NarrativeArea } from '../kit/marking.tsx'
import { valueOf, valuesOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import { FindingView } from './domain.view.tsx'
import { foundOf, type OpenAssessment, ownFinding } from './opened.ts'
import { fieldOf, takenOver } from './read-writing.ts'

interface Shown {
  readonly opened: OpenAssessment
  readonly domain: Domain
  readonly messages: readonly Message[]
  /** Dimensions of which somebody else of the agency wrote meanwhile. */
  readonly collisions: readonly Dimension[]
}

/** The page. */
export function writeView(visit: Visit, form: FormState, shown: Shown): string {
  const { opened, domain, messages, collisions } = shown
  const { name, assessment, head, address } = opened
  const { label, dimensions } = domains[domain]
  const all = Object.entries(dimensions) as [Dimension, string][]
  const title = `${label}: ${name}`
  const errors = [
    ...messages.map(({ field, text }) => ({
      message: text,
      href: `#${idOf(field)}${field === 'happened' ? '-day' : ''}`,
    })),
    ...all.flatMap(([dimension, words]) =>
      collisions.includes(dimension)
        ? [
            {
              message: `Somebody wrote of “${words}” while you were writing. Nothing of yours is lost: compare the two, and record yours again if it says more`,
              href: `#${idOf(fieldOf(dimension, 'found'))}`,
            },
          ]
        : [],
    ),
  ]
  const happened = messages.find(({ field }) => field === 'happened')?.text
  const children = (
    <>
      <Styles />
      <link rel="stylesheet" href="/assets/assessment.css" />
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <span class="govuk-caption-l">
        {name}, {assessment.label.toLowerCase()}
      </span>
      <h1 class="govuk-heading-l gt-record__title">{label}</h1>
      <Domains address={address} domain={domain} />
      {assessment.concluded && (
        <InsetText>
          This assessment was concluded on {sayDay(assessment.concluded.happened.from)}. It can still be corrected: what
          you write is shown as written afterwards.
        </InsetText>
      )}
      <div class="gt-record gt-record__form">
        <Form visit={visit} form={form} title={title} case={head.reference}>
          {all.map(([dimension, words]) => (
            <DimensionFields visit={visit} form={form} shown={shown} dimension={dimension} label={words} />
          ))}
          <DateInput
            id={idOf('happened')}
            namePrefix="happened"
            legend="On which day was what is new here found?"
            legendClass="govuk-fieldset__legend--s"
            hint="What you wrote before keeps its day"
            error={happened}
            values={{
              day: asTyped(form.typed, 'happened-day'),
              month: asTyped(form.typed, 'happened-month'),
              year: asTyped(form.typed, 'happened-year'),
            }}
          />
          <div class="govuk-button-group">
            <Button preventDoubleClick>Record what changed</Button>
            <SaveAndComeBack />
          </div>
        </Form>
      </div>
    </>
  )
  return framed(visit, {
    title,
    back: { href: address, text: assessment.label },
    hasErrors: errors.length > 0,
    why: <p>{opened.why}</p>,
    children,
  })
}

/** The pages of the frame on which something is written. */
export function Domains({ address, domain }: { address: string; domain: Domain | 'adults' }) {
  const all = [...Object.entries(domains).map(([code, { label }]) => [code, label] as const), adults]
  return (
    <nav aria-label="Parts of the assessment">
      <ul class="govuk-list gt-assessment__links">
        {all.map(([code, label]) => (
          <li>
            {code === domain ? (
              <b aria-current="page">{label}</b>
            ) : (
              <a class="govuk-link" href={`${address}/${code}`}>
                {label}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

const adults = ['adults', 'Adults around the child'] as const

interface DimensionProps {
  visit: Visit
  form: FormState
  shown: Shown
  dimension: Dimension
  label: string
}

function DimensionFields({ visit, form, shown, dimension, label }: DimensionProps) {
  const { opened, messages, collisions } = shown
  const { assessment, last } = opened
  const { typed } = form
  const agency = visit.post.agency.id
  const name = (field: Parameters<typeof fieldOf>[1]) => fieldOf(dimension, field)
  const errorOf = (field: Parameters<typeof fieldOf>[1]) => messages.find(one => one.field === name(field))?.text
  const others = foundOf(assessment, dimension).now.filter(({ fact }) => fact.agency !== agency)
  const own = ownFinding(assessment, dimension, agency)
  const before = last && takenOver(last, dimension, agency)
  const collides = collisions.includes(dimension)
  return (
    <section class="gt-dimension" aria-labelledby={`d-${dimension}`}>
      <h2 class="govuk-heading-m" id={`d-${dimension}`}>
        {label}
      </h2>
      {others.map(one => (
        <div class="gt-theirs">
          <FindingView finding={one} assessment={assessment} />
        </div>
      ))}
      {collides && own && (
        <div class="gt-theirs">
          <p class="govuk-body govuk-!-font-weight-bold">Recorded while you were writing</p>
          <FindingView finding={own} assessment={assessment} />
        </div>
      )}
      <input type="hidden" name={name('seen')} value={asTyped(typed, name('seen'))} />
      <NarrativeArea
        id={idOf(name('found'))}
        name={name('found')}
        label={
          <>
            What was found<span class="govuk-visually-hidden">: {label}</span>
          </>
        }
        labelClass="govuk-label--s"
        rows={4}
        error={errorOf('found') ?? (collides ? 'Somebody else wrote of this while you were writing' : undefined)}
        value={asTyped(typed, name('found'))}
      />
      <Checkboxes
        id={idOf(name('meaning'))}
        name={name('meaning')}
        legend={
          <>
            What it is for the child<span class="govuk-visually-hidden">: {label}</span>
          </>
        }
        legendClass="govuk-fieldset__legend--s"
        class="govuk-checkboxes--small gt-inline"
        error={errorOf('meaning')}
        values={valuesOf(typed, name('meaning'))}
        items={Object.entries(meanings).map(([value, words]) => ({ value, label: words }))}
      />
      <TextInput
        id={idOf(name('source'))}
        name={name('source')}
        label={
          <>
            From whom<span class="govuk-visually-hidden">: {label}</span>
          </>
        }
        labelClass="govuk-label--s"
        error={errorOf('source')}
        value={asTyped(typed, name('source'))}
        autocomplete="off"
      />
      {before && last && (
        <Details
          summary={`What the last assessment found, ${sayDay(before.fact.happened.from)}`}
          open={errorOf('again') !== undefined || valueOf(typed, name('again')) === 'yes'}
        >
          <p class="govuk-body gt-as-typed">
            <Marked text={before.text} />
          </p>
          <Checkboxes
            id={idOf(name('again'))}
            name={name('again')}
            class="govuk-checkboxes--small"
            legend={<span class="govuk-visually-hidden">Take over what the last assessment found: {label}</span>}
            error={errorOf('again')}
            values={valuesOf(typed, name('again'))}
            items={[{ value: 'yes', label: 'It was found again: take these words over, with the day below' }]}
          />
        </Details>
      )}
    </section>
  )
}
