// The declaration, what one declared before, and what privacy officers may end.
import { mayInArea } from '../../access/visit.ts'
import type { ShieldedLooks } from '../../ledger/behind-readings.ts'
import { type RelationDeclared, relationsDeclared } from '../../ledger/conflicts.ts'
import type { Proposal } from '../../ledger/conflicts-found.ts'
import { Button } from '../kit/component/button.tsx'
import { Radios } from '../kit/component/choices.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import { NotificationBanner } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { sayDay } from '../kit/days.ts'
import { valueOf } from '../pipeline/fields.ts'
import { ActionForm, Form } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Found, FoundNow, Looked } from './found.view.tsx'

/** Instants are milliseconds since 1970. */
export interface Declared {
  readonly id: string
  readonly isOwn: boolean
  readonly who: string
  readonly relation: RelationDeclared
  /** Of the file; nothing where a person was declared by name. */
  readonly reference: string | null
  readonly forenames: string
  readonly surname: string | null
  readonly birthDay: string | null
  readonly postcode: string | null
  readonly declaredAt: number
  readonly endedAt: number | null
  readonly endedWhy: string | null
}

interface Shown {
  readonly declared: readonly Declared[]
  readonly proposals: readonly Proposal[]
  readonly looks: readonly ShieldedLooks[]
  /** The postcode that they gave as their own; empty where they gave none. */
  readonly home: string
  readonly messages: readonly Message[]
}

/** The page. */
export function conflictsView(
  visit: Visit,
  form: FormState,
  { declared, proposals, looks, home, messages }: Shown,
): string {
  const errorOf = (field: string) => messages.find(message => message.field === field)?.text
  const isOfficer = mayInArea(visit.post, 'end-conflict')
  const own = declared.filter(one => one.isOwn)
  const others = declared.filter(one => !one.isOwn)
  const typed = (name: string) => valueOf(form.typed, name) || valueOf(visit.query, name)
  const children = (
    <>
      <Problems messages={messages} at={field => `#${field}`} />
      {valueOf(visit.query, 'declared') === 'yes' && (
        <NotificationBanner
          type="success"
          text="Your declaration is kept. If there is such a record now or later, it is closed to you from now on, in every post you hold."
        />
      )}
      {['kept', 'none'].includes(valueOf(visit.query, 'home')) && (
        <NotificationBanner
          type="success"
          text={
            valueOf(visit.query, 'home') === 'kept'
              ? 'Your postcode is kept.'
              : 'No postcode of yours is kept any more.'
          }
        />
      )}
      <FoundNow visit={visit} />
      <h1 class="govuk-heading-l">Somebody you know</h1>
      <p class="govuk-body">
        Is a file about your own family, a neighbour, a friend or a colleague? Say so, and it is closed to you: on its
        own pages, in search, in lists and in an emergency. You are not told whether there is such a file. Only a
        privacy officer can end it.
      </p>
      <Form visit={visit} form={form} title="Somebody you know">
        <TextInput
          name="reference"
          label="Reference of the file"
          labelClass="govuk-label--s"
          hint="It begins with GT. If you do not know it, say below who they are."
          class="govuk-input--width-10"
          autocomplete="off"
          value={typed('reference')}
          error={errorOf('reference')}
        />
        <fieldset class="govuk-fieldset govuk-!-margin-bottom-6">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Or somebody who may be on a file</legend>
          <p class="govuk-hint">
            The child, or anybody of the family. Every file on which they are is closed to you, also those that are
            opened later. Declare each of them for themselves.
          </p>
          <TextInput
            name="forenames"
            label="First names"
            class="govuk-input--width-20"
            autocomplete="off"
            value={typed('forenames')}
          />
          <TextInput
            name="surname"
            label="Last name"
            class="govuk-input--width-20"
            autocomplete="off"
            value={typed('surname')}
            error={errorOf('surname')}
          />
          <DateInput
            id="born"
            namePrefix="born"
            legend="Date of birth"
            hint="For example, 2 6 2021. Leave it empty where you enter the postcode"
            values={{ day: typed('born-day'), month: typed('born-month'), year: typed('born-year') }}
            error={errorOf('born')}
          />
          <TextInput
            name="postcode"
            label="Postcode"
            class="govuk-input--width-10"
            autocomplete="off"
            value={typed('postcode')}
            error={errorOf('postcode')}
          />
        </fieldset>
        <Radios
          name="relation"
          legend="Who are they to you?"
          legendClass="govuk-fieldset__legend--s"
          class="govuk-radios--small"
          value={typed('relation')}
          error={errorOf('relation')}
          items={Object.entries(relationsDeclared).map(([value, label]) => ({ value, label }))}
        />
        <Button preventDoubleClick>Declare it, and close the file to me</Button>
      </Form>
      <h2 class="govuk-heading-m">Where you live</h2>
      <ActionForm visit={visit} action="/conflicts/home">
        <TextInput
          name="home"
          label="Your own postcode"
          labelClass="govuk-label--s"
          hint="If somebody on a file lives there too, a privacy officer is told that you looked, and can close the file to you. Nobody sees where you live. Leave it empty to take it away."
          class="govuk-input--width-10"
          autocomplete="postal-code"
          value={valueOf(visit.body, 'home') || home}
          error={errorOf('home')}
        />
        <Button class="govuk-button--secondary">Keep my postcode</Button>
      </ActionForm>
      <div id="found">
        <Found visit={visit} proposals={proposals} />
        <Looked visit={visit} looks={looks} />
      </div>
      <h2 class="govuk-heading-m">What you declared</h2>
      {own.length === 0 && <p class="gt-empty">Nothing yet.</p>}
      {own.map(one => (
        <Declaration visit={visit} one={one} />
      ))}
      {isOfficer && <h2 class="govuk-heading-m">What others declared</h2>}
      {isOfficer && others.length === 0 && <p class="gt-empty">Nothing yet.</p>}
      {isOfficer &&
        others.map(one => (
          <>
            <Declaration visit={visit} one={one} />
            {one.endedAt === null && <Ending visit={visit} one={one} error={errorOf(`why-${one.id}`)} />}
          </>
        ))}
    </>
  )
  return framed(visit, { title: 'Somebody you know', hasErrors: messages.length > 0, children })
}

/** "Noah Tregenza, born on 2 June 2019, ZZ99 1AA". */
function personOf({ forenames, surname, birthDay, postcode }: Declared): string {
  const born = birthDay === null ? '' : `born on ${sayDay(birthDay)}`
  return [`${forenames} ${surname ?? ''}`.trim(), born, postcode ?? ''].filter(one => one !== '').join(', ')
}

function Declaration({ visit, one }: { visit: Visit; one: Declared }) {
  const day = (instant: number) => sayDay(visit.ledger.dayOf(instant))
  return (
    <SummaryList
      rows={[
        !one.isOwn && { key: 'Who', value: one.who },
        one.reference === null ? { key: 'Person', value: personOf(one) } : { key: 'File', value: one.reference },
        { key: 'Who they are', value: relationsDeclared[one.relation] },
        { key: 'Declared', value: day(one.declaredAt) },
        one.endedAt !== null && { key: 'Ended', value: `${day(one.endedAt)}: ${one.endedWhy ?? ''}` },
      ]}
    />
  )
}

function Ending({ visit, one, error }: { visit: Visit; one: Declared; error: string | undefined }) {
  return (
    <ActionForm visit={visit} action={`/conflicts/${one.id}/end`}>
      <TextInput
        id={`why-${one.id}`}
        name="why"
        label={`Why does what ${one.who} declared of ${one.reference ?? personOf(one)} end?`}
        error={error}
      />
      <Button class="govuk-button--secondary">End it</Button>
    </ActionForm>
  )
}
