// The form of a request: whom, what for, about whom, which period, by when, and why it is lawful and necessary.

import { dayFor } from '../../ledger/ask.ts'
import { sayKind } from '../../people/agencies.ts'
import { informationRequested } from '../../procedures/information-request.ts'
import { nameOfChild } from '../case-file/child.ts'
import { Styles as Asking } from '../involved/involved.view.tsx'
import { stateWords } from '../involved/marks.tsx'
import type { AgencyInPicture } from '../involved/picture.ts'
import { Button } from '../kit/component/button.tsx'
import { Checkboxes, Radios } from '../kit/component/choices.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import { Details, WarningText } from '../kit/component/messages.tsx'
import { sayDay, sayWeekday } from '../kit/days.ts'
import { NarrativeArea } from '../kit/marking.tsx'
import { valuesOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { FoldGuiding, Guiding } from '../record/guiding.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import { WhyShared } from '../share/why-shared.tsx'
import type { OpenAsk } from './ask.page.ts'
import { enclosed, named } from './read-ask.ts'

interface Shown {
  readonly visit: Visit
  readonly form: FormState
  readonly opened: OpenAsk
  readonly messages: readonly Message[]
}

const { fields } = informationRequested

/** The page. */
export function askView(visit: Visit, form: FormState, opened: OpenAsk, messages: readonly Message[]): string {
  const { head, why, read } = opened
  const name = nameOfChild(read)
  const base = `/case/${head.reference}`
  const shown = { visit, form, opened, messages }
  const guiding = { kind: informationRequested.kind, folded: opened.folded }
  const children = (
    <>
      <Styles />
      <Asking />
      <Problems messages={messages} days={['periodFrom', 'periodTo', 'answerBy']} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l gt-record__title">Ask agencies what they know</h1>
      <div class="gt-record">
        <Guiding {...guiding} guidance={visit.guidance} place="above" />
        <div class="gt-record__form">
          {head.restriction !== 'none' && (
            <WarningText>
              This file is restricted. Everybody who signs in for an agency that you ask will see the request and the
              name that goes with it. If that is not safe, ring instead.
            </WarningText>
          )}
          <Form visit={visit} form={form} title={`Ask agencies: ${name}`} case={head.reference}>
            <Whom {...shown} />
            <What {...shown} />
            <AboutWhom {...shown} />
            <ByWhen {...shown} />
            <h2 class="govuk-heading-m">Why you may ask</h2>
            <WhyShared
              bases={opened.bases}
              typed={form.typed}
              messages={messages}
              unless="The one that goes with what it is needed for"
            />
            <div class="govuk-button-group">
              <Button preventDoubleClick>Ask them</Button>
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
    title: `Ask agencies: ${name}`,
    back: { href: `${base}/involved`, text: 'Who else is involved' },
    hasErrors: messages.length > 0,
    why: <p>{why}</p>,
    keys: { record: `${base}/record` },
    children,
  })
}

function errorOf({ messages }: Shown, name: string): string | undefined {
  return messages.find(message => message.field === name)?.text
}

/** Of a kind with more agencies than so many, such as schools, the rest is folded away. */
const mostUnfolded = 8

function Whom(shown: Shown) {
  const { opened, form } = shown
  const connected = opened.lines.filter(({ agency }) => agency.isConnected)
  const others = opened.lines.filter(({ agency }) => !agency.isConnected)
  const ticked = valuesOf(form.typed, 'asked')
  const isMany = (line: AgencyInPicture) =>
    connected.filter(({ agency }) => agency.kind === line.agency.kind).length > mostUnfolded
  // What is known of, and what was ticked, is in sight whatever its kind.
  const inSight = connected.filter(
    line => !isMany(line) || line.state !== 'not-asked' || ticked.includes(line.agency.id),
  )
  const folded = connected.filter(line => !inSight.includes(line))
  const items = (lines: readonly AgencyInPicture[], from: number) =>
    lines.map((line, at) => ({
      value: line.agency.id,
      label: line.agency.name,
      hint: [sayKind(line.agency.kind), line.agency.telephone, stateWords[line.state]].filter(Boolean).join(' · '),
      ...(from + at === 0 ? {} : { id: `${idOf('asked')}-${from + at + 1}` }),
    }))
  const kinds = [...new Set(folded.map(({ agency }) => agency.kind))]
  return (
    <>
      <Checkboxes
        id={idOf('asked')}
        name="asked"
        legend="Whom do you ask?"
        legendClass="govuk-fieldset__legend--m"
        error={errorOf(shown, 'asked')}
        class="govuk-checkboxes--small gt-options"
        values={ticked}
        items={items(inSight, 0)}
      />
      {kinds.map((kind, place) => {
        const ofKind = folded.filter(({ agency }) => agency.kind === kind)
        return (
          <Details summary={`More of this kind: ${sayKind(kind).toLowerCase()} (${ofKind.length})`}>
            <Checkboxes
              id={`${idOf('asked')}-more-${place}`}
              name="asked"
              legend={<span class="govuk-visually-hidden">{`Whom do you ask? ${sayKind(kind)}`}</span>}
              class="govuk-checkboxes--small"
              values={ticked}
              items={items(ofKind, inSight.length + folded.indexOf(ofKind[0] as AgencyInPicture))}
            />
          </Details>
        )
      })}
      <Checkboxes
        id={idOf(named)}
        name={named}
        class="govuk-checkboxes--small"
        hint="Each agency sees its own question alone, unless you tick this"
        values={valuesOf(form.typed, named)}
        items={[{ value: 'yes', label: 'Let each of them know whom else you ask' }]}
      />
      {others.length > 0 && (
        <p class="govuk-body gt-quiet">
          Nobody signs in at{' '}
          {others.map(({ agency }) => `${agency.name} (${agency.telephone ?? 'no number'})`).join(', ')}: ring.
        </p>
      )}
    </>
  )
}

function What(shown: Shown) {
  const { form, opened } = shown
  const purposes = Object.entries(fields.purpose.options).filter(
    ([code]) => code !== 'section-16h' || opened.mayUseSection16h,
  )
  return (
    <>
      <Radios
        id={idOf('purpose')}
        name="purpose"
        legend="What do you need it for?"
        legendClass="govuk-fieldset__legend--m"
        error={errorOf(shown, 'purpose')}
        class="govuk-radios--small"
        value={asTyped(form.typed, 'purpose')}
        items={purposes.map(([value, option]) => ({ value, label: option.label, hint: option.hint }))}
      />
      <NarrativeArea
        id={idOf('question')}
        name="question"
        label="What do you want to know?"
        labelClass="govuk-label--m"
        hint="Ask for what you need and no more. Each agency reads it"
        error={errorOf(shown, 'question')}
        rows={4}
        value={asTyped(form.typed, 'question')}
      />
    </>
  )
}

function AboutWhom(shown: Shown) {
  const { form, opened } = shown
  const toldBy = (root: string) => {
    const told = opened.told.find(one => one.root === root)
    return told && opened.agencies.find(({ id }) => id === told.toldBy)?.name
  }
  return (
    <>
      <h2 class="govuk-heading-m">About whom</h2>
      {opened.enclosures.length > 0 ? (
        <Checkboxes
          id={idOf(enclosed)}
          name={enclosed}
          legend="What goes with the request, so that they find the right people"
          legendClass="govuk-fieldset__legend--s"
          hint="Each agency will see what you tick"
          error={errorOf(shown, enclosed)}
          class="govuk-checkboxes--small"
          values={valuesOf(form.typed, enclosed)}
          items={opened.enclosures.map(({ root, label }) => {
            const by = toldBy(root)
            const hint = by && `As ${by} told you. It becomes your agency’s own record`
            return { value: root, label, ...(hint ? { hint } : {}) }
          })}
        />
      ) : (
        <p class="govuk-body" id={idOf(enclosed)}>
          No name is known here. Write below whom you ask about.
        </p>
      )}
      <NarrativeArea
        id={idOf('people')}
        name="people"
        label="Anybody else, or what helps to find them (optional)"
        labelClass="govuk-label--s"
        hint="For example: mother’s new partner, called Daz; lived at Lockside until last spring"
        error={errorOf(shown, 'people')}
        rows={2}
        value={asTyped(form.typed, 'people')}
      />
      <div class="gt-ask__period">
        <DayOf shown={shown} name="periodFrom" legend="Which period? From (optional)" />
        <DayOf shown={shown} name="periodTo" legend="To (optional)" />
      </div>
    </>
  )
}

function DayOf({ shown, name, legend, hint }: { shown: Shown; name: string; legend: string; hint?: string }) {
  const { typed } = shown.form
  return (
    <DateInput
      id={idOf(name)}
      namePrefix={name}
      legend={legend}
      legendClass="govuk-fieldset__legend--s"
      hint={hint}
      error={errorOf(shown, name)}
      values={{
        day: asTyped(typed, `${name}-day`),
        month: asTyped(typed, `${name}-month`),
        year: asTyped(typed, `${name}-year`),
      }}
    />
  )
}

function ByWhen(shown: Shown) {
  const { visit, form } = shown
  const today = visit.today.day
  const by = (day: string) => `Answer by ${sayWeekday(day, today)}`
  return (
    <>
      <Radios
        id={idOf('urgency')}
        name="urgency"
        legend="How urgent is it?"
        legendClass="govuk-fieldset__legend--m"
        error={errorOf(shown, 'urgency')}
        class="govuk-radios--small"
        value={asTyped(form.typed, 'urgency')}
        items={[
          { value: 'today', label: 'Today', hint: `${by(dayFor('today', today))}. Ring them as well` },
          { value: 'soon', label: 'Next working day', hint: by(dayFor('soon', today)) },
          { value: 'routine', label: 'Routine', hint: by(dayFor('routine', today)) },
        ]}
      />
      <DayOf
        shown={shown}
        name="answerBy"
        legend="Another day for the answer (optional)"
        hint={`For example, ${sayDay(dayFor('routine', today)).replace(/ \w+ /, ` ${Number(dayFor('routine', today).slice(5, 7))} `)}`}
      />
    </>
  )
}
