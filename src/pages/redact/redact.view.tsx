// Which words, why, and what is said about it: the form on which somebody asks for words to be removed.
import { redactionGrounds } from '../../guidance/redaction.ts'
import { Button } from '../kit/component/button.tsx'
import { Radios } from '../kit/component/choices.tsx'
import { InsetText } from '../kit/component/messages.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { sayDay } from '../kit/days.ts'
import { valueOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import type { OpenText } from './redact.page.ts'
import type { TextOfFact } from './texts.ts'

/** The page. */
export function redactView(visit: Visit, form: FormState, opened: OpenText, messages: readonly Message[]): string {
  const { head, name, definition, first, texts, root } = opened
  const title = `Have words removed: ${definition.label}: ${name}`
  const base = `/case/${head.reference}`
  const errorOf = (field: string) => messages.find(message => message.field === field)?.text
  const typed = (field: string) => valueOf(form.typed, field)
  const isStruckOut = opened.history.some(one => one.act === 'strike-out')
  const hasLongText = texts.some(one => !one.isLine)
  const children = (
    <>
      <link rel="stylesheet" href="/assets/own-record.css" />
      <Problems messages={messages} at={field => `#${field}`} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Have words removed: {definition.label}</h1>
      <p class="govuk-body">
        Words that are removed are gone for good, from every version of this record. A second person at{' '}
        {visit.post.agency.name} decides. That it was done, when, by whom and why stays readable.
      </p>
      {!definition.byAct && !isStruckOut && (
        <p class="govuk-body">
          If something is wrong, <Elsewhere {...{ base, root }} wish="correct" text="correct it" />. If it is about
          another child, <Elsewhere {...{ base, root }} wish="move" text="move it to that child’s file" />. Removing is
          for words that must not even be kept.
        </p>
      )}
      {first.occasion !== null && (
        <InsetText>
          This was recorded for several children at once. Each has a copy of their own: if the words stand there too,
          ask on those files as well.
        </InsetText>
      )}
      {texts.length === 0 ? (
        <InsetText>There are no words of {visit.post.agency.name} on this record that could be removed.</InsetText>
      ) : (
        <Form visit={visit} form={form} title={title} case={head.reference}>
          {texts.map(one => (
            <Shown one={one} />
          ))}
          {texts.length > 1 && (
            <Radios
              name="text"
              legend="In which text do the words stand?"
              legendClass="govuk-fieldset__legend--s"
              class="govuk-radios--small"
              value={typed('text')}
              error={errorOf('text')}
              items={texts.map(one => ({ value: one.key, label: one.label }))}
            />
          )}
          {hasLongText && (
            <>
              <Radios
                name="much"
                legend="How much of it must go?"
                legendClass="govuk-fieldset__legend--s"
                hint={texts.some(one => one.isLine) ? 'A name or a number goes whole' : undefined}
                class="govuk-radios--small"
                value={typed('much')}
                error={errorOf('much')}
                items={[
                  { value: 'passage', label: 'Some words' },
                  { value: 'all', label: 'All of it' },
                ]}
              />
              <Textarea
                id="passage"
                name="passage"
                label="If some words: which"
                labelClass="govuk-label--s"
                hint="Copy them from above, letter by letter. They go wherever they stand in this text."
                rows={2}
                value={typed('passage')}
                error={errorOf('passage')}
              />
            </>
          )}
          <Radios
            name="ground"
            legend="Why must they go?"
            legendClass="govuk-fieldset__legend--s"
            class="govuk-radios--small"
            value={typed('ground')}
            error={errorOf('ground')}
            items={Object.entries(redactionGrounds)
              .filter(([, ground]) => ground.from <= visit.today.day)
              .map(([value, ground]) => ({
                value,
                label: ground.label,
                hint: 'hint' in ground ? ground.hint : undefined,
              }))}
          />
          <Textarea
            id="reasons"
            name="reasons"
            label="What is wrong with them"
            labelClass="govuk-label--s"
            hint="For the second person. It stays on the record, so do not repeat the words."
            rows={3}
            value={typed('reasons')}
            error={errorOf('reasons')}
          />
          <div class="govuk-button-group">
            <Button preventDoubleClick>Ask for them to be removed</Button>
            <SaveAndComeBack />
            <a class="govuk-link" href={`${base}#fact-${first.number}`}>
              Leave it as it is
            </a>
          </div>
        </Form>
      )}
    </>
  )
  return framed(visit, {
    title,
    back: { href: `${base}#fact-${first.number}`, text: name },
    hasErrors: messages.length > 0,
    why: <p>{opened.why}</p>,
    children,
  })

  function Shown({ one }: { one: TextOfFact }) {
    return (
      <section class="gt-given">
        <h2 class="govuk-heading-s">{one.label}</h2>
        <p class="gt-given__text">{one.text}</p>
        {one.versions > 1 && (
          <p class="govuk-body-s gt-quiet">
            As it reads now. It was first written on {sayDay(first.recordedOn)} and changed since: the words go from
            each of its {one.versions} versions.
          </p>
        )}
      </section>
    )
  }
}

function Elsewhere({ base, root, wish, text }: { base: string; root: string; wish: string; text: string }) {
  return (
    <a class="govuk-link" href={`${base}/fact/${root}/${wish}`}>
      {text}
    </a>
  )
}
