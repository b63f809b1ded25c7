// The form for telling the council of a worry: for somebody who has never seen it, on a telephone.

import type { Existing as ExistingFile } from '../../people/find-existing.ts'
import { Button } from '../kit/component/button.tsx'
import { Checkboxes, Radios } from '../kit/component/choices.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import { Details } from '../kit/component/messages.tsx'
import { Select } from '../kit/component/select.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { sayDay } from '../kit/days.ts'
import { EvidenceBars, sayBand } from '../kit/evidence.tsx'
import { valuesOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { IsSure } from '../record/doubts.tsx'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { named } from '../record/open-form.ts'
import { Problems } from '../record/problems.tsx'
import { WhatIsTakenOver } from '../record/proposed.tsx'
import { Styles } from '../record/record.view.tsx'
import { whyNames } from '../share/why-shared.tsx'
import {
  ChildAsKnown,
  dayValues,
  errorOf,
  field,
  InDanger,
  OwnWords,
  ParentsKnow,
  Reason,
  SafeNow,
} from './questions.tsx'
import type { Shown } from './refer.page.ts'
import { sentHref, statusWords } from './sent.ts'

/** The page. */
export function referView(visit: Visit, form: FormState, shown: Shown): string {
  const { messages, about, places } = shown
  const council = places[0]?.authority.name ?? 'the council'
  const title = about ? `Tell ${council} about ${about.name}` : `Tell ${council} about a child`
  const children = (
    <>
      <Styles />
      <Problems messages={messages} days={['seenOn', 'happened']} />
      <h1 class="govuk-heading-l gt-record__title">{title}</h1>
      <InDanger places={places} />
      <div class="gt-record__form">
        <p class="govuk-body">
          For a worry about a child’s safety or welfare. Write what you know; you need not be sure. Children’s social
          care reads it, tells you that it has arrived, and decides what happens next within one working day.
        </p>
        <Form visit={visit} form={form} title={title} case={about?.reference}>
          <WhatIsTakenOver
            taken={shown.taken}
            more={` What other agencies recorded is theirs to tell ${council}, and is not copied.`}
          />
          <Existing shown={shown} council={council} />
          {!about && <Child form={form} shown={shown} />}
          <Worry form={form} shown={shown} />
          <Parents form={form} shown={shown} />
          <You visit={visit} form={form} shown={shown} />
          <Law form={form} shown={shown} />
          {(shown.asksWhetherSure || asTyped(form.typed, named.sure)) && (
            <IsSure typed={form.typed} messages={messages} />
          )}
          <div class="govuk-button-group">
            <Button preventDoubleClick>Tell {council}</Button>
            <SaveAndComeBack />
          </div>
        </Form>
        <SentBefore visit={visit} shown={shown} />
      </div>
    </>
  )
  return framed(visit, {
    title,
    hasErrors: messages.length > 0,
    ...(about ? { back: { href: `/case/${about.reference}`, text: about.name } } : {}),
    ...(shown.why ? { why: <p>{shown.why}</p> } : {}),
    children,
  })
}

/** Who refers, as the council reads it: "Gwen Abara, Designated safeguarding lead". */
export function personOf({ practitioner, post }: Visit): string {
  return `${practitioner.name}, ${post.title}`
}

/** Whoever appears between looking and telling is shown before a second file is made. */
export function fingerprint(existing: readonly ExistingFile[]): string {
  return `seen ${existing.map(one => one.reference).join(' ')}`
}

interface Part {
  readonly form: FormState
  readonly shown: Shown
}

const errorIn = ({ messages }: Shown, name: string) => errorOf(messages, name)

/** Files of the agency that may be of this child: the words go there, and nothing is typed twice. */
function Existing({ shown, council }: { shown: Shown; council: string }) {
  const { existing = [] } = shown
  if (existing.length === 0) return null
  return (
    <section class="gt-found" aria-labelledby="found">
      <h2 class="govuk-heading-m" id="found">
        You see a file that may be of this child
      </h2>
      {existing.map(one => (
        <div>
          <p class="govuk-body govuk-!-margin-bottom-1">
            <b>{one.name}</b>
            {one.birthDay ? `, born ${sayDay(one.birthDay)}` : ''}{' '}
            <span class="gt-quiet">
              {one.reference}. {sayBand(one)}
              {one.isSamePupil && ': the same pupil number'}
            </span>
          </p>
          <EvidenceBars weighed={one.weighed} />
          <Button
            class="govuk-button--secondary"
            preventDoubleClick
            attributes={{ formaction: `/case/${encodeURIComponent(one.reference)}/refer` }}
          >
            It is this child: tell {council}
          </Button>
        </div>
      ))}
      <Button class="govuk-button--secondary" name="_new" value={fingerprint(existing)} preventDoubleClick>
        It is another child: make a new file and tell {council}
      </Button>
    </section>
  )
}

function Child({ form, shown }: Part) {
  return (
    <>
      <h2 class="govuk-heading-m">The child</h2>
      <ChildAsKnown form={form} messages={shown.messages} />
      {shown.places.length > 1 && (
        <Radios
          id={idOf('area')}
          name="area"
          legend="Which council’s area is that?"
          legendClass="govuk-fieldset__legend--s"
          class="govuk-radios--small"
          error={errorIn(shown, 'area')}
          value={asTyped(form.typed, 'area')}
          items={shown.places.map(place => ({ value: place.areaId, label: place.areaName }))}
        />
      )}
    </>
  )
}

function Worry({ form, shown }: Part) {
  const of = { form, messages: shown.messages }
  const records = shown.about?.records ?? []
  return (
    <>
      <h2 class="govuk-heading-m">What happened</h2>
      {records.length > 0 && (
        <Checkboxes
          id={idOf('records')}
          name="records"
          legend="Which of your earlier notes does the council need?"
          legendClass="govuk-fieldset__legend--s"
          hint="Nobody else has seen them so far. Tick what matters for this worry"
          class="govuk-checkboxes--small gt-options"
          error={errorIn(shown, 'records')}
          values={valuesOf(form.typed, 'records')}
          items={records.map(({ root, label }) => ({ value: root, label }))}
        />
      )}
      <Textarea
        {...field(of, 'seen')}
        label="What did you see or hear?"
        hint={
          records.length > 0
            ? 'What is new. Leave it empty if your earlier notes say all of it'
            : 'Only what happened. What you think of it comes next'
        }
        rows={5}
      />
      <DateInput
        id={idOf('seenOn')}
        namePrefix="seenOn"
        legend="When was that?"
        legendClass="govuk-fieldset__legend--s"
        hint="Leave it empty for today"
        error={errorIn(shown, 'seenOn')}
        values={dayValues(form, 'seenOn')}
      />
      <OwnWords {...of} />
      <Reason {...of} />
      <SafeNow {...of} />
    </>
  )
}

function Parents({ form, shown: { messages } }: Part) {
  const of = { form, messages }
  return (
    <>
      <h2 class="govuk-heading-m">The parents</h2>
      <ParentsKnow {...of} />
      <TextInput {...field(of, 'parents-why')} label="If they do not know: why not" />
    </>
  )
}

function You({ visit, form, shown }: Part & { visit: Visit }) {
  const of = { form, messages: shown.messages }
  const typedOr = (name: string, own: string) => (name in form.typed ? asTyped(form.typed, name) : own)
  return (
    <>
      <h2 class="govuk-heading-m">You</h2>
      <TextInput {...field(of, 'contact')} label="Whom may they ring?" value={typedOr('contact', personOf(visit))} />
      <TextInput
        {...field(of, 'telephone')}
        label="Telephone"
        type="tel"
        class="govuk-input--width-20"
        value={typedOr('telephone', shown.places[0]?.own.telephone ?? '')}
      />
    </>
  )
}

/** Chosen for whoever has never heard of it; to be changed by whoever has. */
function Law({ form, shown }: Part) {
  const { bases } = shown
  return (
    <Details
      summary="Why you may share this: the law"
      open={errorIn(shown, whyNames.basis) !== undefined || asTyped(form.typed, whyNames.basis) !== ''}
    >
      <p class="govuk-body">
        The law lets you tell children’s social care what it needs to keep a child safe. Which part of it is written
        down with what you share: section 47 of the Children Act 1989 if the child is in danger, else section 17
        {bases.startsFrom === 'must-unless' && '; now that the duty to share is in force, that one'}. Choose another one
        only if you know that it fits better.
      </p>
      <Select
        id={idOf(whyNames.basis)}
        name={whyNames.basis}
        label="Lawful basis"
        labelClass="govuk-label--s"
        error={errorIn(shown, whyNames.basis)}
        value={asTyped(form.typed, whyNames.basis)}
        options={[
          { value: '', text: 'The one that fits' },
          ...bases.powers.map(({ code, label }) => ({ value: code, text: label })),
        ]}
      />
    </Details>
  )
}

function SentBefore({ visit, shown: { sent = [] } }: { visit: Visit; shown: Shown }) {
  if (sent.length === 0) return null
  return (
    <section aria-labelledby="sent">
      <h2 class="govuk-heading-m" id="sent">
        What {visit.post.agency.name} sent before
      </h2>
      <ul class="govuk-list">
        {sent.map(({ reference, name, at, status }) => (
          <li>
            <a class="govuk-link" href={`/case/${encodeURIComponent(reference)}/receipt`}>
              {name}
            </a>
            , {sayDay(visit.ledger.dayOf(at))}: {statusWords[status].toLowerCase()}
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={sentHref()}>
          All that was sent, and what is owed
        </a>
      </p>
    </section>
  )
}
