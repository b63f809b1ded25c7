// The form of a kind of fact, with the duty that it answers, what it starts, and what the guidance says beside it.
import type { Guidance } from '../../engine/guidance.ts'
import type { Hint } from '../../exchange/cin/hints/hints.ts'
import { WhatTheCensusQueries } from '../census/hint.tsx'
import { Button } from '../kit/component/button.tsx'
import { Checkboxes, Radios } from '../kit/component/choices.tsx'
import { Details } from '../kit/component/messages.tsx'
import { Select } from '../kit/component/select.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { valuesOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { WhatItAnswers, WhatItStarts } from './beside.tsx'
import { IsSure } from './doubts.tsx'
import { isOverdue, sayOwed, sayTrigger, sayWhose } from './duty-words.ts'
import { ExplainsWhich, isExplaining, WhatItExplains } from './explaining.tsx'
import { type Asked, anchorOf, asTyped, FactFields, idOf, WhenItHappened } from './fact-fields.tsx'
import { nameOf, sayHappened } from './fact-words.ts'
import { FoldGuiding, Guiding } from './guiding.tsx'
import { isOfOneChild, named, type OpenForm, seenIn } from './open-form.ts'
import type { Preview } from './preview.ts'
import { Problems } from './problems.tsx'
import { WhatIsProposed, WhatIsTakenOver } from './proposed.tsx'
import type { Message } from './read-fact.ts'
import { WhatWasReferred } from './referred.tsx'
import { proposerIn } from './second-look.ts'
import { WhatIsTheThreshold } from './threshold.tsx'

/** Draws what only these pages need, after the styles that all pages share. */
export function Styles() {
  return <link rel="stylesheet" href="/assets/goldthread-record.css" />
}

interface Shown {
  readonly messages: readonly Message[]
  readonly preview?: Preview
  /** What the census would query because of it. */
  readonly hints?: readonly Hint[]
  /** The messages are of what may be a slip: whoever wrote it may say that it is right. */
  readonly asksWhetherSure?: boolean
}

/** The page with the form. */
export function recordView(
  visit: Visit,
  form: FormState,
  opened: OpenForm,
  { messages, preview, hints = [], asksWhetherSure = false }: Shown,
): string {
  const { definition, read } = opened
  const name = nameOf(read)
  const explains = isExplaining(definition.kind)
  const guiding = { kind: definition.kind, folded: opened.folded, openedOn: opened.reading.openedOn }
  const asked: Asked = {
    definition,
    typed: form.typed,
    messages,
    parties: opened.parties,
    openedOn: opened.reading.openedOn,
    me: visit.post.id,
    notOffered: proposerIn({ opened, typed: form.typed, me: visit.post.id }),
  }
  const children = (
    <>
      <Styles />
      <Problems
        messages={messages}
        at={field => (field === named.alsoTyped ? `#${idOf(field)}` : anchorOf(field, opened.definition))}
      />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l gt-record__title">{definition.label}</h1>
      <WhatWasReferred referral={opened.referral} href={`/case/${read.head.reference}`} />
      <div class="gt-record">
        <div class="gt-record__aside">
          <WhatIsProposed opened={opened} />
          <WhatIsTakenOver taken={opened.taken} />
          <WhatIsTheThreshold threshold={opened.threshold} />
          {explains ? (
            <WhatItExplains visit={visit} opened={opened} />
          ) : (
            <WhatItAnswers opened={opened} guidance={visit.guidance} today={visit.today.day} />
          )}
        </div>
        <Guiding {...guiding} guidance={visit.guidance} place="above" />
        <div class="gt-record__form">
          <Form visit={visit} form={form} title={`${definition.label}: ${name}`} case={read.head.reference}>
            <input type="hidden" name={named.seen} value={seenIn(form.typed, read)} />
            <Needed opened={opened} />
            <WhenItHappened asked={asked} />
            <Continues opened={opened} guidance={visit.guidance} />
            {explains ? (
              <ExplainsWhich visit={visit} opened={opened} messages={messages} />
            ) : (
              <AnswersWhich visit={visit} opened={opened} />
            )}
            <FactFields asked={asked} />
            <OtherCases asked={asked} opened={opened} />
            <WhatItStarts visit={visit} opened={opened} preview={preview} />
            <WhatTheCensusQueries hints={hints} />
            {asksWhetherSure && <IsSure {...asked} />}
            <div class="govuk-button-group">
              <Button preventDoubleClick>Record it</Button>
              {!explains && (
                <Button
                  class="govuk-button--secondary"
                  name="_check"
                  value="yes"
                  attributes={{ formaction: `${visit.path}#what-it-starts` }}
                >
                  Check what this starts
                </Button>
              )}
              <SaveAndComeBack />
            </div>
            <FoldGuiding {...guiding} visit={visit} />
          </Form>
        </div>
        <Guiding {...guiding} guidance={visit.guidance} place="beside" />
      </div>
    </>
  )
  return framed(visit, {
    title: `${definition.label}: ${name}`,
    back: { href: `/case/${read.head.reference}/record`, text: 'Record something else' },
    hasErrors: messages.length > 0,
    why: <p>{opened.why}</p>,
    keys: { record: `/case/${read.head.reference}/record` },
    children,
  })
}

/** Nearly everything may be left open: what must be answered is said once, at the top, with links. */
function Needed({ opened }: { opened: OpenForm }) {
  const fields = Object.entries(opened.definition.fields)
  const needed = fields.filter(([, field]) => !field.optional)
  if (fields.length === needed.length) return null
  const links = needed.map(([name, field]) => (
    <a class="govuk-link" href={anchorOf(name, opened.definition)}>
      {field.label.replace(/\?$/, '').replace(/^[A-Z](?=[a-z’ ])/, letter => letter.toLowerCase())}
    </a>
  ))
  return (
    <p class="gt-record__needed">
      {needed.length === 0 ? (
        'Only the date is needed. Answer what you know.'
      ) : (
        <>
          Needed: the date, {links.flatMap((link, at) => (at === 0 ? [link] : [', ', link]))}. Answer the rest where you
          know it.
        </>
      )}
    </p>
  )
}

const mostRadios = 6

/** What it continues: asked only where there is a choice. */
function Continues({ opened, guidance }: { opened: OpenForm; guidance: Guidance }) {
  const { candidates } = opened.continued
  const only = candidates[0]
  if (!only) return null
  const texts = candidates.map(fact => ({
    value: fact.root,
    label: `${guidance.kinds.get(fact.kind)?.label ?? 'An earlier record'}, ${sayHappened(fact.happened)}`,
  }))
  if (candidates.length === 1) {
    return (
      <p class="gt-record__continues">
        <input type="hidden" name={named.about} value={only.root} />
        <b>Continues:</b> {texts[0]?.label}
      </p>
    )
  }
  const common = { id: idOf(named.about), name: named.about, value: opened.about ?? '' }
  if (candidates.length > mostRadios) {
    return (
      <Select
        {...common}
        label="Which record does this continue?"
        labelClass="govuk-label--s"
        options={texts.map(({ value, label }) => ({ value, text: label }))}
      />
    )
  }
  return (
    <Radios
      {...common}
      legend="Which record does this continue?"
      legendClass="govuk-fieldset__legend--s"
      class="govuk-radios--small"
      items={texts}
    />
  )
}

/** Which of several open duties is meant: asked only where it cannot be told. */
function AnswersWhich({ visit, opened }: { visit: Visit; opened: OpenForm }) {
  const { owed, answers, asksWhich } = opened
  if (!asksWhich) return answers ? <input type="hidden" name={named.answers} value={answers} /> : null
  const { day } = visit.today
  return (
    <Radios
      id={idOf(named.answers)}
      name={named.answers}
      legend="Which duty does this answer?"
      legendClass="govuk-fieldset__legend--s"
      class="govuk-radios--small"
      items={[
        {
          value: '',
          label: 'Let Goldthread decide',
          hint: 'The earliest due one that this record continues',
          checked: !answers,
        },
        ...owed.map(duty => ({
          value: duty.id,
          label: sayWhose(duty, opened, visit.guidance),
          hint: `${isOverdue(duty, day) ? 'Overdue: ' : ''}${sayOwed(duty, visit.guidance.rules.get(duty.rule), day)}. ${sayTrigger(duty, opened.read, visit.guidance)}`,
          checked: answers === duty.id,
        })),
      ]}
    />
  )
}

/** The same meeting about brothers and sisters, recorded once. */
function OtherCases({ asked, opened }: { asked: Asked; opened: OpenForm }) {
  // A meeting may be about several children; a matter is one.
  const { crossesKinds } = opened.definition
  if (opened.definition.tellsMeeting) return <OtherMeetings asked={asked} opened={opened} />
  if (!crossesKinds && (isOfOneChild(opened.definition) || opened.read.head.kind !== 'child')) return null
  const { typed, messages } = asked
  const chosen = valuesOf(typed, named.also)
  const error = messages.find(({ field }) => field === named.alsoTyped)?.text
  const isTogether = opened.others.some(other => other.isTogether)
  const isOpen = isTogether || chosen.length > 0 || asTyped(typed, named.alsoTyped) !== '' || error !== undefined
  return (
    <Details
      summary={crossesKinds ? 'Does it stand on another file too?' : 'Was this about other children too?'}
      open={isOpen}
      class="gt-record__also"
    >
      <p class="govuk-body">
        {crossesKinds
          ? 'The child’s own file, or the review of the death: the same record is made there. Each keeps its own copy, and shows nothing of the other.'
          : 'The same record is made on each child’s case. Each case keeps its own copy.'}
      </p>
      {opened.others.length > 0 && (
        <Checkboxes
          id={idOf(named.also)}
          name={named.also}
          legend="Also record this for"
          legendClass="govuk-fieldset__legend--s"
          class="govuk-checkboxes--small"
          values={chosen}
          items={opened.others.map(other => ({
            value: other.reference,
            label: other.name || other.reference,
            hint: `${other.reference}, ${other.why}`,
          }))}
        />
      )}
      <TextInput
        id={idOf(named.alsoTyped)}
        name={named.alsoTyped}
        label={
          crossesKinds
            ? 'The other file, by reference'
            : opened.others.length > 0
              ? 'Other cases, by reference'
              : 'Their cases, by reference'
        }
        labelClass="govuk-label--s"
        hint="For example, GT-4K7M2QX. Put a comma between several"
        error={error}
        autocomplete="off"
        spellcheck={false}
        value={asTyped(typed, named.alsoTyped)}
      />
    </Details>
  )
}

/** A meeting that was called for several children moves for those that are ticked. */
function OtherMeetings({ asked, opened }: { asked: Asked; opened: OpenForm }) {
  if (opened.others.length === 0) return null
  return (
    <Checkboxes
      id={idOf(named.also)}
      name={named.also}
      legend="Does it move for the other children too?"
      hint="It was called for them in the same action. Where it stays as it was, take the tick away"
      legendClass="govuk-fieldset__legend--s"
      class="govuk-checkboxes--small"
      values={valuesOf(asked.typed, named.also)}
      items={opened.others.map(({ reference, name }) => ({
        value: reference,
        label: name || reference,
        hint: reference,
      }))}
    />
  )
}
