// The words that somebody wants removed, where they stand, why; and the two answers.
import { redactionGrounds } from '../../guidance/redaction.ts'
import { describeSource } from '../../guidance/sources.ts'
import { grouped } from '../../ledger/rows.ts'
import type { Place } from '../../ledger/which-words.ts'
import { redactionApproved } from '../../procedures/redaction.ts'
import { wordsOf } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { Details, InsetText, WarningText } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { count, sayDay } from '../kit/days.ts'
import { valueOf } from '../pipeline/fields.ts'
import { Form } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { sayHappened } from '../record/fact-words.ts'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import type { OpenDecision } from './decide.page.ts'

/** The page. */
export function decideView(visit: Visit, form: FormState, opened: OpenDecision, messages: readonly Message[]): string {
  const { head, name, label, asked, answer, ground, first, askedBy, answeredBy, mayDecide, isOwn } = opened
  const title = `Words to remove: ${label}: ${name}`
  const base = `/case/${head.reference}`
  const { label: why, source } = redactionGrounds[ground]
  const isApproved = answer?.kind === redactionApproved.kind
  const children = (
    <>
      <link rel="stylesheet" href="/assets/own-record.css" />
      <Problems messages={messages} at={field => `#${field}`} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Words to remove: {label}</h1>
      <SummaryList
        rows={[
          { key: 'Record', value: first ? `${label}, ${sayHappened(first.happened)}` : label },
          { key: 'Asked by', value: `${askedBy.name}, ${sayHappened(asked.happened)}` },
          { key: 'Why', value: `${why}. ${describeSource(source)}` },
          { key: 'What is wrong', value: wordsOf(opened.read, asked)['why'] },
          answer && {
            key: isApproved ? 'Removed' : 'Refused',
            value: `${answeredBy.name}, ${sayDay(answer.happened.from)}. ${wordsOf(opened.read, answer)['why'] ?? ''}`,
          },
        ]}
      />
      {isApproved ? (
        <p class="govuk-body">
          The words are gone for good.{' '}
          <a class="govuk-link" href={`${base}#fact-${first?.number ?? 1}`}>
            The record as it reads now
          </a>
        </p>
      ) : (
        <Places opened={opened} visit={visit} />
      )}
      {!answer && isOwn && <InsetText>You asked for it. Somebody else at {visit.post.agency.name} decides.</InsetText>}
      {!answer && !isOwn && !mayDecide && (
        <InsetText>A manager or the privacy officer of the agency that wrote the words decides.</InsetText>
      )}
      {!answer && !isOwn && mayDecide && <Deciding {...{ visit, form, title, messages }} reference={head.reference} />}
    </>
  )
  return framed(visit, {
    title,
    back: { href: `${base}#fact-${first?.number ?? 1}`, text: name },
    hasErrors: messages.length > 0,
    why: <p>{opened.why}</p>,
    children,
  })
}

/** Each text in which they stand, with the words to remove as such; the same text of several versions once. */
function Places({ opened: { places, raw, read }, visit }: { opened: OpenDecision; visit: Visit }) {
  const texts = new Map<string, { cuts: Place[]; text: string; of: Place; more: number }>()
  for (const cuts of grouped(places, one => `${one.entry} ${one.field}`).values()) {
    const [of] = cuts
    const text = of && raw.get(of.entry)?.[of.field]
    if (!of || !text) continue
    const key = `${of.field} ${text}`
    const same = texts.get(key)
    if (same) same.more += 1
    else texts.set(key, { cuts, text, of, more: 0 })
  }
  return (
    <>
      <h2 class="govuk-heading-m">Where they stand</h2>
      {texts.size === 0 && <p class="gt-empty">These words were removed meanwhile.</p>}
      {[...texts.values()].map(({ cuts, text, of, more }) => {
        const entry = read.entries.find(one => one.id === of.entry)
        return (
          <section class="gt-given">
            <h3 class="govuk-heading-s">
              {visit.guidance.kinds.get(entry?.kind ?? '')?.fields[of.field]?.label ?? 'Words beside it'}
              {entry && `, written on ${sayDay(entry.recordedOn)}`}
              {more > 0 && `, and ${count(more, 'later version')} with the same text`}
            </h3>
            <p class="gt-given__text">
              <Highlighted text={text} places={cuts} />
            </p>
          </section>
        )
      })}
    </>
  )
}

function Highlighted({ text, places }: { text: string; places: readonly Place[] }) {
  const parts: (string | { readonly goes: string })[] = []
  let at = 0
  for (const { from, to } of places.toSorted((a, b) => a.from - b.from)) {
    parts.push(text.slice(at, from), { goes: text.slice(from, to) })
    at = to
  }
  parts.push(text.slice(at))
  return (
    <>
      {parts.map(part =>
        typeof part === 'string' ? (
          part
        ) : (
          <mark class="gt-goes">
            <span class="govuk-visually-hidden">To be removed: </span>
            {part.goes}
            <span class="govuk-visually-hidden"> (end)</span>
          </mark>
        ),
      )}
    </>
  )
}

interface DecidingProps {
  visit: Visit
  form: FormState
  title: string
  reference: string
  messages: readonly Message[]
}

function Deciding({ visit, form, title, reference, messages }: DecidingProps) {
  const errorOf = (field: string) => messages.find(message => message.field === field)?.text
  return (
    <Form visit={visit} form={form} title={title} case={reference}>
      <h2 class="govuk-heading-m">Decide</h2>
      <WarningText>
        Words that are removed cannot be brought back. What is owed because of this record does not change.
      </WarningText>
      <Button class="govuk-button--warning" name="_do" value="approve" preventDoubleClick>
        Remove the words
      </Button>
      <Details summary="The words should stay" open={messages.length > 0}>
        <Textarea
          id="reasons"
          name="reasons"
          label="Why they stay"
          rows={2}
          value={valueOf(form.typed, 'reasons')}
          error={errorOf('reasons')}
        />
        <Button class="govuk-button--secondary" name="_do" value="refuse">
          Leave the words as they are
        </Button>
      </Details>
    </Form>
  )
}
