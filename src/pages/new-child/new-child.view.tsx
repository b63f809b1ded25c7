// The form about a child who has no case yet, and the children who may be the same.
import { isPartner } from '../../access/policy.ts'
import type { Existing } from '../../people/find-existing.ts'
import { Button } from '../kit/component/button.tsx'
import { Checkboxes, Radios } from '../kit/component/choices.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { sayDay } from '../kit/days.ts'
import { EvidenceBars, sayBand } from '../kit/evidence.tsx'
import { valueOf, valuesOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import { notBornYet } from '../refer/questions.tsx'

export interface Team {
  /** Nothing where an agency without teams keeps the case. */
  readonly id: string | null
  readonly name: string
  readonly areaId: string
}

interface Shown {
  readonly teams: readonly Team[]
  readonly messages: readonly Message[]
  /** Who may be the same; nothing before it was looked for. */
  readonly existing?: readonly Existing[]
  readonly fingerprint?: string
}

/** The page. */
export function newChildView(visit: Visit, form: FormState, shown: Shown): string {
  const { messages, existing } = shown
  const children = (
    <>
      <Styles />
      <Problems messages={messages} days={['happened']} />
      <h1 class="govuk-heading-l gt-record__title">New child</h1>
      <div class="gt-record__form">
        {!existing && (
          <p class="govuk-body">
            First we look whether the child has a case already. Give what you know: the last name is needed, all else
            helps to find the right child.
            {isPartner(visit.post.role) &&
              ` What ${visit.post.agency.name} records, nobody else sees until you share it.`}
          </p>
        )}
        <Form visit={visit} form={form} title={titleOf(form)}>
          {existing && (
            <Found existing={existing} fingerprint={shown.fingerprint ?? ''} isPartner={isPartner(visit.post.role)} />
          )}
          <Fields form={form} shown={shown} />
          {!existing && (
            <div class="govuk-button-group">
              <Button>Look for the child</Button>
              <SaveAndComeBack />
            </div>
          )}
          {existing && (
            <div class="govuk-button-group">
              <Button class="govuk-button--secondary">Look again with these details</Button>
              <SaveAndComeBack />
            </div>
          )}
        </Form>
      </div>
    </>
  )
  return framed(visit, { title: 'New child', hasErrors: messages.length > 0, children })
}

function titleOf(form: FormState): string {
  const name = [valueOf(form.typed, 'forenames'), valueOf(form.typed, 'surname')].filter(Boolean).join(' ')
  return name ? `New child: ${name}` : 'New child'
}

/** Who was found, before a second case is opened for the same child. */
interface FoundProps {
  readonly existing: readonly Existing[]
  readonly fingerprint: string
  readonly isPartner: boolean
}

function Found({ existing, fingerprint, isPartner: isOfPartner }: FoundProps) {
  return (
    <section class="gt-found" aria-labelledby="found">
      <h2 class="govuk-heading-m" id="found">
        {existing.length === 0 ? 'No child like this among those you may see' : 'Is it one of these children?'}
      </h2>
      {existing.length === 0 && (
        <p class="govuk-body">
          A case that is restricted or shielded, or that another authority holds, would not be shown here. If you think
          that there is one, ask the front door before you open a second.
        </p>
      )}
      {existing.length > 0 && (
        <ul class="gt-found__list">
          {existing.map(one => (
            <li>
              <a class="govuk-link" href={`/case/${one.reference}`}>
                <b>{one.name}</b>
              </a>
              {one.birthDay ? `, born ${sayDay(one.birthDay)}` : ', date of birth not known'}
              <span class="gt-quiet gt-found__because">
                {one.reference}. {sayBand(one)}
                {one.isSamePupil && ': the same pupil number'}
              </span>
              <EvidenceBars weighed={one.weighed} />
            </li>
          ))}
        </ul>
      )}
      <Button name="_open" value={fingerprint} preventDoubleClick>
        {existing.length > 0
          ? 'None of them: open a new case'
          : isOfPartner
            ? 'Open a file and record the worry'
            : 'Open a case and record the referral'}
      </Button>
    </section>
  )
}

function Fields({ form: { typed }, shown: { teams, messages } }: { form: FormState; shown: Shown }) {
  const common = (name: string) => ({
    id: idOf(name),
    name,
    labelClass: 'govuk-label--s',
    value: asTyped(typed, name),
    error: messages.find(({ field }) => field === name)?.text,
    autocomplete: 'off',
    spellcheck: false,
  })
  return (
    <>
      <TextInput
        {...common('forenames')}
        label="First names"
        hint="Leave empty where they are not known, for example before birth"
      />
      <TextInput {...common('surname')} label="Last name, or what the child is called" />
      <DateInput
        id={idOf('happened')}
        namePrefix="happened"
        legend="Date of birth"
        legendClass="govuk-fieldset__legend--s"
        hint="For example, 2 6 2021. Leave it empty where it is not known"
        values={{
          day: asTyped(typed, 'happened-day'),
          month: asTyped(typed, 'happened-month'),
          year: asTyped(typed, 'happened-year'),
        }}
        error={messages.find(({ field }) => field === 'happened')?.text}
      />
      <Checkboxes
        id={idOf('unborn')}
        name="unborn"
        class="govuk-checkboxes--small"
        values={valuesOf(typed, 'unborn')}
        items={[{ value: 'yes', label: notBornYet }]}
      />
      <TextInput {...common('nhs-number')} label="NHS number" class="govuk-input--width-10" inputmode="numeric" />
      <TextInput
        {...common('upn')}
        label="Unique pupil number"
        class="govuk-input--width-10"
        autocapitalize="characters"
      />
      <TextInput {...common('address')} label="Address" />
      <TextInput {...common('postcode')} label="Postcode" class="govuk-input--width-10" autocapitalize="characters" />
      {teams.length > 1 && (
        <Radios
          id={idOf('team')}
          name="team"
          legend="Which team will work with the child?"
          legendClass="govuk-fieldset__legend--s"
          class="govuk-radios--small"
          value={valueOf(typed, 'team')}
          error={messages.find(({ field }) => field === 'team')?.text}
          items={teams.map(team => ({ value: team.id ?? '', label: team.name }))}
        />
      )}
    </>
  )
}
