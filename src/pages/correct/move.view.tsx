// Which child it is about; then what moves, where to, and what follows for the duties on both files.

import { ageInWords } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { Radios } from '../kit/component/choices.tsx'
import { InsetText } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { count, type Day, sayDay } from '../kit/days.ts'
import { NarrativeArea } from '../kit/marking.tsx'
import { Form } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { Previewed } from '../record/beside.tsx'
import { Answers, type Recorded } from '../record/conflict.view.tsx'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { nameOf, sayHappened } from '../record/fact-words.ts'
import { named, seenIn } from '../record/open-form.ts'
import type { Preview } from '../record/preview.ts'
import { Problems } from '../record/problems.tsx'
import { type Message, timeAt } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import type { OtherCase } from '../record/siblings.ts'
import { type Destination, moveFields } from './destination.ts'
import type { OpenFact } from './open-fact.ts'

interface WhichChild {
  readonly offered: readonly OtherCase[]
  readonly messages: readonly Message[]
  /** The reference as it was typed. */
  readonly to: string
}

/** The first page: whose file does it belong on? */
export function whichChildView(visit: Visit, opened: OpenFact, { offered, messages, to }: WhichChild): string {
  const { definition, read, fact } = opened
  const name = nameOf(read)
  const title = `Which child is it about? ${definition.label}: ${name}`
  const children = (
    <>
      <Styles />
      <Problems messages={messages} />
      <span class="govuk-caption-l">
        {definition.label}, {sayHappened(fact.happened)}, on the file of {name}
      </span>
      <h1 class="govuk-heading-l gt-record__title">Which child is it about?</h1>
      <form method="get" action={visit.path} novalidate>
        <TextInput
          id={idOf(moveFields.to)}
          name={moveFields.to}
          label="Reference of the other child’s file"
          labelClass="govuk-label--s"
          hint="For example, GT-4K7M2QX. It must be a file that you may see"
          error={messages[0]?.text}
          class="govuk-input--width-10"
          autocomplete="off"
          spellcheck={false}
          value={to}
        />
        <div class="govuk-button-group">
          <Button>Continue</Button>
          <a class="govuk-link" href="/find">
            Find the child
          </a>
          <a class="govuk-link" href={`/case/${read.head.reference}#fact-${fact.number}`}>
            Leave it as it is
          </a>
        </div>
      </form>
      {offered.length > 0 && (
        <section aria-labelledby="near">
          <h2 class="govuk-heading-s" id="near">
            Files that are easily taken for this one
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {offered.map(other => (
              <li>
                <a class="govuk-link" href={`${visit.path}?${moveFields.to}=${encodeURIComponent(other.reference)}`}>
                  {other.name || other.reference}
                </a>
                , {other.reference}: {other.why}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
  return inFrame(visit, opened, title, messages, children)
}

interface Shown {
  readonly messages: readonly Message[]
  /** What it says now. */
  readonly now: Recorded | undefined
  /** Where somebody recorded or corrected meanwhile: what there is of this kind on the other file since. */
  readonly changed: { readonly there: readonly Recorded[] } | undefined
  /** The day since when it is known. */
  readonly knownOn: Day
  /** How many records of this file continue it, and stay. */
  readonly stay: number
  readonly here: Preview
  readonly onThatFile: Preview
}

/** The second page: what moves, and what follows. */
export function moveView(visit: Visit, form: FormState, opened: OpenFact, to: Destination, shown: Shown): string {
  const { definition, read, fact } = opened
  const { messages, now, knownOn } = shown
  const own = nameOf(read)
  const isNamesake = own === to.name
  const name = isNamesake ? `${own} (${read.head.reference})` : own
  const other = isNamesake ? `${to.name} (${to.read.head.reference})` : to.name
  const title = `Move to another child’s file: ${definition.label}: ${own}`
  const follows = (id: string, whose: string, preview: Preview) => (
    <section class="gt-record__starts" aria-labelledby={id}>
      <h2 class="govuk-heading-s" id={id}>
        What follows for the duties on {whose}’s file
      </h2>
      <Previewed
        preview={preview}
        guidance={visit.guidance}
        today={visit.today.day}
        quiet="No duty starts, ends or opens again by it."
      />
    </section>
  )
  const children = (
    <>
      <Styles />
      <Problems messages={messages} />
      <span class="govuk-caption-l">{own}</span>
      <h1 class="govuk-heading-l gt-record__title">Move to another child’s file: {definition.label}</h1>
      {shown.changed && <Changed visit={visit} opened={opened} to={to} there={shown.changed.there} />}
      <SummaryList
        rows={[
          { key: 'From the file of', value: `${own}, ${read.head.reference}` },
          {
            key: 'To the file of',
            value: `${to.name}, ${to.read.head.reference}`,
            actions: [{ href: visit.path, text: 'Change', hiddenText: 'the child' }],
          },
          { key: 'Age of that child', value: ageInWords(to.read, visit.today.day) },
        ]}
      />
      <h2 class="govuk-heading-m">What moves</h2>
      {now && <Answers definition={definition} recorded={now} />}
      <ul class="govuk-list govuk-list--bullet">
        <li>
          Known since {sayDay(knownOn)}: that stays, so what is owed for {other} because of it counts as known since
          then.
        </li>
        <li>On {name}’s file it stays as struck out, recorded there by mistake. Neither file names the other child.</li>
        <li>
          What was shared of it with another agency does not move. If it was shared, tell them of the mistake, and share
          it again from the right file.
        </li>
        {opened.others.length > 0 && (
          <li>It was recorded for several children at once. Only {name}’s copy moves; the others’ stay.</li>
        )}
        {shown.stay > 0 && (
          <li>
            {count(shown.stay, 'record')} on {name}’s file {shown.stay === 1 ? 'continues' : 'continue'} it and{' '}
            {shown.stay === 1 ? 'stays' : 'stay'} there. Move {shown.stay === 1 ? 'it' : 'each'} as well if it is about
            the other child.
          </li>
        )}
      </ul>
      <Form visit={visit} form={form} title={title} case={read.head.reference}>
        <input type="hidden" name={moveFields.to} value={to.read.head.reference} />
        <input type="hidden" name={named.seen} value={asTyped(form.typed, named.seen) || opened.seen} />
        <input type="hidden" name={moveFields.toSeen} value={seenIn(form.typed, to.read, moveFields.toSeen)} />
        <Continues visit={visit} to={to} />
        {follows('follows-here', name, shown.here)}
        {follows('follows-there', other, shown.onThatFile)}
        <NarrativeArea
          id={idOf(moveFields.words)}
          name={moveFields.words}
          label="How did it come about? (if it helps)"
          labelClass="govuk-label--s"
          hint={`Stands on ${name}’s file beside the record that is struck out. Do not name the other child or their family`}
          rows={2}
          value={asTyped(form.typed, moveFields.words)}
          error={messages.find(({ field }) => field === moveFields.words)?.text}
        />
        <div class="govuk-button-group">
          <Button class="govuk-button--warning" preventDoubleClick>
            Move it
          </Button>
          <a class="govuk-link" href={`/case/${read.head.reference}#fact-${fact.number}`}>
            Leave it as it is
          </a>
        </div>
      </Form>
    </>
  )
  return inFrame(visit, opened, title, messages, children)
}

function inFrame(
  visit: Visit,
  { read, fact, why }: OpenFact,
  title: string,
  messages: readonly Message[],
  children: Parameters<typeof framed>[1]['children'],
): string {
  return framed(visit, {
    title,
    back: { href: `/case/${read.head.reference}#fact-${fact.number}`, text: nameOf(read) },
    hasErrors: messages.length > 0,
    why: <p>{why}</p>,
    children,
  })
}

function Changed({
  visit,
  opened,
  to,
  there,
}: {
  visit: Visit
  opened: OpenFact
  to: Destination
  there: readonly Recorded[]
}) {
  if (there.length === 0) {
    return (
      <InsetText>
        Somebody corrected this record while you were looking. Nothing was moved. Below is what it says now.
      </InsetText>
    )
  }
  return (
    <InsetText>
      <p>
        Somebody recorded the same on {to.name}’s file while you were looking. Nothing was moved. If it is the same
        event,{' '}
        <a class="govuk-link" href={`/case/${opened.read.head.reference}/fact/${opened.fact.root}/strike-out`}>
          strike this one out
        </a>{' '}
        instead; if both happened, move it.
      </p>
      {there.map(one => (
        <>
          <p class="gt-quiet">
            {one.by}, {sayDay(visit.ledger.dayOf(one.at))} at {timeAt(one.at)}
          </p>
          <Answers definition={opened.definition} recorded={one} />
        </>
      ))}
    </InsetText>
  )
}

/** What it continues on the right file: asked only where there is a choice. */
function Continues({ visit, to }: { visit: Visit; to: Destination }) {
  const { candidates } = to.continued
  if (candidates.length === 0) return null
  const items = candidates.map(fact => ({
    value: fact.root,
    label: `${visit.guidance.kinds.get(fact.kind)?.label ?? 'An earlier record'}, ${sayHappened(fact.happened)}`,
  }))
  if (items.length === 1) {
    return (
      <p class="gt-record__continues">
        <input type="hidden" name={named.about} value={to.about ?? ''} />
        <b>Continues on {to.name}’s file:</b> {items[0]?.label}
      </p>
    )
  }
  return (
    <Radios
      id={idOf(named.about)}
      name={named.about}
      legend={`Which record on ${to.name}’s file does it continue?`}
      legendClass="govuk-fieldset__legend--s"
      class="govuk-radios--small"
      value={to.about ?? ''}
      items={items}
    />
  )
}
