// The form for telling the council of a worry: for somebody who has never seen it, on a telephone.

import type { Place } from '../../ledger/refer.ts'
import type { Existing as ExistingFile } from '../../people/find-existing.ts'
import { Button } from '../kit/component/button.tsx'
import { Checkboxes, Radios } from '../kit/component/choices.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import { Details, ErrorSummary, WarningText } from '../kit/component/messages.tsx'
import { Select } from '../kit/component/select.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { sayDay } from '../kit/days.ts'
import { EvidenceBars, sayBand } from '../kit/evidence.tsx'
import { valuesOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { Styles } from '../record/record.view.tsx'
import { whyNames } from '../share/why-shared.tsx'
import type { Shown } from './refer.page.ts'
import { statusWords } from './sent.ts'

/** The page. */
export function referView(visit: Visit, form: FormState, shown: Shown): string {
  const { messages, about, places } = shown
  const href = (field: string) => `#${idOf(field)}${field === 'seenOn' || field === 'happened' ? '-day' : ''}`
  const council = places[0]?.authority.name ?? 'the council'
  const title = about ? `Tell ${council} about ${about.name}` : `Tell ${council} about a child`
  const children = (
    <>
      <Styles />
      {messages.length > 0 && (
        <ErrorSummary errors={messages.map(({ field, text }) => ({ message: text, href: href(field) }))} />
      )}
      <h1 class="govuk-heading-l gt-record__title">{title}</h1>
      <InDanger places={places} />
      <div class="gt-record__form">
        <p class="govuk-body">
          For a worry about a child’s safety or welfare. Write what you know; you need not be sure. Children’s social
          care reads it, tells you that it has arrived, and decides what happens next within one working day.
        </p>
        <Form visit={visit} form={form} title={title} case={about?.reference}>
          <Existing shown={shown} council={council} />
          {!about && <Child form={form} shown={shown} />}
          <Worry form={form} shown={shown} />
          <Parents form={form} shown={shown} />
          <You visit={visit} form={form} shown={shown} />
          <Law form={form} shown={shown} />
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

/** Before anything else: who helps at once. */
export function InDanger({ places }: { places: readonly Pick<Place, 'authority'>[] }) {
  return (
    <WarningText>
      Is the child in danger now? Ring 999 first.
      {places.map(({ authority }) =>
        authority.telephone ? (
          <>
            {' '}
            Then ring the front door of {authority.name}:{' '}
            <a class="govuk-link" href={`tel:${authority.telephone.replaceAll(' ', '')}`}>
              {authority.telephone}
            </a>
            .
          </>
        ) : null,
      )}
    </WarningText>
  )
}

interface Part {
  readonly form: FormState
  readonly shown: Shown
}

const errorIn = ({ messages }: Shown, name: string) => messages.find(({ field }) => field === name)?.text

function field({ form, shown }: Part, name: string) {
  return {
    id: idOf(name),
    name,
    labelClass: 'govuk-label--s',
    value: asTyped(form.typed, name),
    error: errorIn(shown, name),
    autocomplete: 'off',
  }
}

const dayValues = ({ form }: Part, name: string) => ({
  day: asTyped(form.typed, `${name}-day`),
  month: asTyped(form.typed, `${name}-month`),
  year: asTyped(form.typed, `${name}-year`),
})

/** Files of the agency that may be of this child: the words go there, and nothing is typed twice. */
function Existing({ shown, council }: { shown: Shown; council: string }) {
  const { existing = [] } = shown
  if (existing.length === 0) return null
  return (
    <section class="gt-found" aria-labelledby="found">
      <h2 class="govuk-heading-m" id="found">
        You have a file that may be of this child
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
  const of = { form, shown }
  return (
    <>
      <h2 class="govuk-heading-m">The child</h2>
      <TextInput {...field(of, 'forenames')} label="First names" spellcheck={false} />
      <TextInput {...field(of, 'surname')} label="Last name, or what the child is called" spellcheck={false} />
      <DateInput
        id={idOf('happened')}
        namePrefix="happened"
        legend="Date of birth, if you know it"
        legendClass="govuk-fieldset__legend--s"
        hint="For example, 2 6 2021"
        error={errorIn(shown, 'happened')}
        values={dayValues(of, 'happened')}
      />
      <TextInput {...field(of, 'address')} label="Where the child lives, if you know it" />
      <TextInput {...field(of, 'postcode')} label="Postcode" class="govuk-input--width-10" />
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
  const of = { form, shown }
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
        values={dayValues(of, 'seenOn')}
      />
      <Textarea
        {...field(of, 'ownWords')}
        label="What did the child say? In the child’s own words, if anything"
        rows={2}
      />
      <Textarea {...field(of, 'reason')} label="What are you worried about?" rows={3} />
      <Radios
        id={idOf('safety')}
        name="safety"
        legend="Is the child safe now?"
        legendClass="govuk-fieldset__legend--s"
        class="govuk-radios--small"
        error={errorIn(shown, 'safety')}
        value={asTyped(form.typed, 'safety')}
        items={[
          { value: 'safe', label: 'Yes, for now' },
          { value: 'not-known', label: 'I do not know' },
          { value: 'in-danger', label: 'No', hint: 'Ring 999 now. Come back to this form afterwards' },
        ]}
      />
    </>
  )
}

function Parents({ form, shown }: Part) {
  return (
    <>
      <h2 class="govuk-heading-m">The parents</h2>
      <Radios
        id={idOf('parents')}
        name="parents"
        legend="Do they know that you are telling the council?"
        legendClass="govuk-fieldset__legend--s"
        hint="It is usually right to tell them. Do not if that could put the child or somebody else at risk: you need nobody’s consent to keep a child safe"
        class="govuk-radios--small"
        error={errorIn(shown, 'parents')}
        value={asTyped(form.typed, 'parents')}
        items={[
          { value: 'agree', label: 'Yes, and they agree' },
          { value: 'disagree', label: 'Yes, and they do not agree' },
          { value: 'not-told', label: 'No' },
        ]}
      />
      <TextInput {...field({ form, shown }, 'parents-why')} label="If they do not know: why not" />
    </>
  )
}

function You({ visit, form, shown }: Part & { visit: Visit }) {
  const of = { form, shown }
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
    </section>
  )
}
