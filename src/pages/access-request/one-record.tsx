// One record of the file: what it says, what is proposed about it, and what the person decides.
import { grounds } from '../../guidance/withholding.ts'
import { Checkboxes, Radios } from '../kit/component/choices.tsx'
import { Details, Tag } from '../kit/component/messages.tsx'
import { Select } from '../kit/component/select.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { Marked } from '../kit/marking.tsx'
import { Term } from '../kit/said.tsx'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import { asTyped } from '../record/fact-fields.tsx'
import { sayHappened } from '../record/fact-words.ts'
import type { Message } from '../record/read-fact.ts'
import { effectOf, isLeftOut, type Listed, type Part } from './assemble.ts'
import { names } from './read-decisions.ts'

interface OneRecordProps {
  one: Listed
  typed: Fields
  messages: readonly Message[]
}

/** Its heading, its words with their marks, its passages to decide about. */
export function OneRecord({ one, typed, messages }: OneRecordProps) {
  const common = { typed, messages }
  return (
    <section class="gt-given" aria-labelledby={`r-${one.root}`}>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1" id={`r-${one.root}`}>
        {sayHappened(one.happened)}: {one.label} {one.isStruckOut && <Tag class="govuk-tag--grey">Struck out</Tag>}{' '}
        {!one.isOwn && <Tag class="govuk-tag--grey">Another agency’s</Tag>}
      </h3>
      <p class="govuk-body-s gt-quiet govuk-!-margin-bottom-1">{[one.agency, one.by].filter(Boolean).join(' · ')}</p>
      <dl class="gt-said">
        {one.values.map(({ term, value }) => (
          <div>
            <Term text={term} />
            <dd>{value}</dd>
          </div>
        ))}
        {one.texts.map(({ label, pieces }) => (
          <div class="gt-said__text">
            <Term text={label} />
            <dd>
              <Marked text={pieces.map(piece => piece.text).join('')} />
            </dd>
          </div>
        ))}
      </dl>
      {one.whole.proposal && <Decide part={one.whole} about="All of this record" {...common} />}
      {!isLeftOut(one) &&
        one.texts.flatMap(({ label, parts }) =>
          parts.map(part => <Decide part={part} about={`${label}: “${part.text.trim()}”`} {...common} />),
        )}
      <LeaveOut one={one} {...common} />
    </section>
  )
}

const groundOptions = [
  { value: '', text: 'Select why' },
  ...Object.entries(grounds).map(([value, { label }]) => ({ value, text: label })),
]

interface DecideProps {
  part: Part
  about: string
  typed: Fields
  messages: readonly Message[]
}

/** One passage: what is proposed and why, and what is decided. */
function Decide({ part, about, typed, messages }: DecideProps) {
  const { key, proposal, decided } = part
  const proposed = proposal && `Proposed: ${proposal.decision === 'give' ? 'give' : 'leave out'}. ${proposal.why}`
  return (
    <div class="gt-given__part">
      <Radios
        id={names.decision(key)}
        name={names.decision(key)}
        legend={about}
        legendClass="govuk-fieldset__legend--s"
        hint={proposed ?? 'You chose these words.'}
        class="govuk-radios--inline govuk-radios--small"
        value={valueOf(typed, names.decision(key)) || decided?.decision}
        items={[
          { value: 'withhold', label: 'Leave out' },
          { value: 'give', label: 'Give' },
        ]}
      />
      <GroundOf
        about={about}
        name={names.ground(key)}
        typed={typed}
        messages={messages}
        value={effectOf(part).ground ?? ''}
      />
    </div>
  )
}

function GroundOf({
  name,
  about,
  typed,
  messages,
  value,
}: {
  name: string
  about: string
  typed: Fields
  messages: readonly Message[]
  value: string
}) {
  return (
    <Select
      id={name}
      name={name}
      label={
        <>
          If it is left out: why<span class="govuk-visually-hidden"> ({about})</span>
        </>
      }
      options={groundOptions}
      value={valueOf(typed, name) || value}
      error={messages.find(({ field }) => field === name)?.text}
    />
  )
}

/** Leaving out what nobody proposed: all of it, or words copied from it. */
function LeaveOut({ one, typed, messages }: OneRecordProps) {
  const { whole, root } = one
  const wasLeftOut = isLeftOut(one) && !whole.proposal
  const isTyped = Object.keys(typed).length > 0
  const ticked = isTyped ? valueOf(typed, names.decision(whole.key)) === 'withhold' : wasLeftOut
  const words = names.words(root)
  const hasMessage = messages.some(({ field }) => field.includes(root))
  return (
    <Details summary={<LeaveOutSummary one={one} />} open={hasMessage || wasLeftOut || asTyped(typed, words) !== ''}>
      {!whole.proposal && (
        <>
          <Checkboxes
            id={names.decision(whole.key)}
            name={names.decision(whole.key)}
            legend={<span class="govuk-visually-hidden">All of it</span>}
            class="govuk-checkboxes--small"
            values={ticked ? ['withhold'] : []}
            items={[{ value: 'withhold', label: 'Leave out all of this record' }]}
          />
          <GroundOf
            about={`all of “${one.label}”`}
            name={names.ground(whole.key)}
            typed={typed}
            messages={messages}
            value={effectOf(whole).ground ?? ''}
          />
        </>
      )}
      {one.texts.length > 0 && (
        <>
          <Textarea
            id={words}
            name={words}
            label="Leave out these words"
            hint="Copy them from above, one passage on a line"
            rows={2}
            value={asTyped(typed, words)}
            error={messages.find(({ field }) => field === words)?.text}
          />
          <GroundOf
            about={`words of “${one.label}”`}
            name={names.wordsGround(root)}
            typed={typed}
            messages={messages}
            value=""
          />
        </>
      )}
    </Details>
  )
}

function LeaveOutSummary({ one }: { one: Listed }) {
  return (
    <>
      Leave something {one.texts.some(text => text.parts.length > 0) ? 'else ' : ''}out
      <span class="govuk-visually-hidden"> of “{one.label}”</span>
    </>
  )
}
