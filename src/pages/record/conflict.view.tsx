// Somebody came first: what they recorded beside what was typed, with a way on for each case.
import type { FactDefinition } from '../../engine/fact.ts'
import { Button } from '../kit/component/button.tsx'
import type { Content } from '../kit/component/markup.ts'
import { sayDay } from '../kit/days.ts'
import type { Fields } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import type { Answer } from './fact-words.ts'
import { timeAt } from './read-fact.ts'
import { Styles } from './record.view.tsx'

/** A record in words. */
export interface Recorded {
  readonly by: string
  readonly at: number
  readonly happened: string
  readonly answers: readonly Answer[]
}

interface Compared {
  readonly heading: string
  readonly advice: Content
  readonly name: string
  readonly reference: string
  readonly why: string
  readonly definition: FactDefinition
  readonly theirs: readonly Recorded[]
  readonly yours: Pick<Recorded, 'happened' | 'answers'>
  /** What is sent again, with the number that is now the last one seen. */
  readonly kept: Fields
  readonly again: string
}

/** Theirs beside yours; nothing of yours is lost. */
export function conflictView(visit: Visit, form: FormState, compared: Compared): string {
  const { definition, name, theirs, yours, kept } = compared
  const title = `${definition.label}: ${name}`
  const children = (
    <>
      <Styles />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l gt-record__title">{compared.heading}</h1>
      <p class="govuk-body">{compared.advice}</p>
      <div class="gt-compare">
        <section aria-labelledby="theirs">
          <h2 class="govuk-heading-m" id="theirs">
            Recorded already
          </h2>
          {theirs.map(one => (
            <>
              <p class="gt-quiet">
                {one.by || 'Somebody of your agency'}, {sayDay(visit.ledger.dayOf(one.at))} at {timeAt(one.at)}
              </p>
              <Answers definition={definition} recorded={one} />
            </>
          ))}
        </section>
        <section aria-labelledby="yours">
          <h2 class="govuk-heading-m" id="yours">
            What you wrote
          </h2>
          <p class="gt-quiet">Not recorded</p>
          <Answers definition={definition} recorded={yours} />
        </section>
      </div>
      <Form visit={visit} form={form} title={title} case={compared.reference}>
        {Object.entries(kept).flatMap(([field, value]) =>
          (typeof value === 'string' ? [value] : value).map(text => <input type="hidden" name={field} value={text} />),
        )}
        <div class="govuk-button-group">
          <Button preventDoubleClick>{compared.again}</Button>
          <Button class="govuk-button--secondary" name="_discard" value="yes">
            Discard mine
          </Button>
          <SaveAndComeBack />
        </div>
      </Form>
    </>
  )
  return framed(visit, { title, hasErrors: true, why: <p>{compared.why}</p>, children })
}

/** What a record says, question by question. */
export function Answers({
  definition,
  recorded,
}: {
  definition: FactDefinition
  recorded: Pick<Recorded, 'happened' | 'answers'>
}) {
  return (
    <dl class="govuk-summary-list gt-answers">
      {[{ label: definition.happenedOn.split(/[:;]/)[0] ?? '', value: recorded.happened }, ...recorded.answers].map(
        ({ label, value }) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{label}</dt>
            <dd class="govuk-summary-list__value gt-as-typed">{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
