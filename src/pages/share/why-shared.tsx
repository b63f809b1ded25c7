// Why something is shared: under which power, why it is necessary, and whether the family knows. Asked alike of those who share, ask and answer.

import type { Bases } from '../../ledger/bases.ts'
import type { Telling } from '../../ledger/command.ts'
import { Checkboxes, Radios } from '../kit/component/choices.tsx'
import { Details } from '../kit/component/messages.tsx'
import { Select } from '../kit/component/select.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { type Fields, valueOf, valuesOf } from '../pipeline/fields.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import type { Message } from '../record/read-fact.ts'

/** The names of these fields. A hyphen keeps them apart from those of facts. */
export const whyNames = {
  basis: 'lawful-basis',
  conditions: 'conditions-met',
  necessity: 'why-necessary',
  told: 'family-told',
  notToldWhy: 'family-not-told-why',
} as const

export type WhyShared = Pick<Telling, 'basis' | 'conditions' | 'necessity' | 'familyTold' | 'notToldWhy'>

const longest = 500

interface Reading {
  /** The basis where none is chosen; where there is none, one must be. */
  readonly basis: string | undefined
  readonly bases: Bases
  /** Where nothing about the family goes out, they need not be told. */
  readonly aboutFamily: boolean
}

/** Reads why something is shared; what is missing is added to the messages. */
export function readWhyShared(typed: Fields, { basis, bases, aboutFamily }: Reading, messages: Message[]): WhyShared {
  const say = (field: string, text: string) => messages.push({ field, text })
  const chosen = valueOf(typed, whyNames.basis)
  const used = bases.powers.find(power => power.code === (chosen || basis))
  if (!used) say(whyNames.basis, chosen ? 'Select the lawful basis from the list' : 'Select the lawful basis')
  const ticked = valuesOf(typed, whyNames.conditions)
  if (!ticked.every(code => bases.conditions.some(condition => condition.code === code)))
    say(whyNames.conditions, 'Select conditions from the list')
  const necessity = valueOf(typed, whyNames.necessity)
  if (!necessity) say(whyNames.necessity, 'Enter why it is necessary, and no more than that')
  if (necessity.length > longest) say(whyNames.necessity, `Why it is necessary must be ${longest} characters or fewer`)
  const conditions = ticked.length > 0 ? ticked : (used?.usually ?? [])
  const common = { basis: used?.code ?? '', conditions, necessity }
  if (!aboutFamily) return { ...common, familyTold: 'no', notToldWhy: 'Nothing about the family was shared.' }
  const told = valueOf(typed, whyNames.told)
  const notToldWhy = valueOf(typed, whyNames.notToldWhy)
  if (told === 'yes') return { ...common, familyTold: 'yes' }
  if (told !== 'later' && told !== 'no') say(whyNames.told, 'Select whether the family has been told')
  else if (!notToldWhy) say(whyNames.notToldWhy, 'Enter why the family has not been told')
  if (notToldWhy.length > longest)
    say(whyNames.notToldWhy, `Why the family has not been told must be ${longest} characters or fewer`)
  return { ...common, familyTold: told === 'later' ? 'later' : 'no', notToldWhy }
}

interface Asked {
  readonly bases: Bases
  readonly typed: Fields
  readonly messages: readonly Message[]
  /** What is taken where nothing is chosen: "The one that goes with the purpose". */
  readonly unless: string
  /** What is offered before anything was typed. */
  readonly necessity?: string
}

/** The fields. */
export function WhyShared({ bases, typed, messages, unless, necessity = '' }: Asked) {
  const errorOf = (name: string) => messages.find(message => message.field === name)?.text
  const common = (name: string) => ({ id: idOf(name), name, error: errorOf(name) })
  return (
    <>
      <Select
        {...common(whyNames.basis)}
        label="Lawful basis"
        labelClass="govuk-label--s"
        value={asTyped(typed, whyNames.basis)}
        options={[
          { value: '', text: unless },
          ...bases.powers.map(({ code, label }) => ({ value: code, text: label })),
        ]}
      />
      <Details summary="What each of these means" class="govuk-!-margin-top-0">
        <dl class="gt-bases">
          {bases.powers.map(({ label, meaning }) => (
            <>
              <dt>{label}</dt>
              <dd>{meaning}</dd>
            </>
          ))}
        </dl>
        <p>Consent is the family’s view, and is recorded as that. It is not what makes sharing lawful here.</p>
      </Details>
      <Details
        summary="Conditions of data protection law"
        class="govuk-!-margin-top-0"
        open={errorOf(whyNames.conditions) !== undefined || valuesOf(typed, whyNames.conditions).length > 0}
      >
        <Checkboxes
          {...common(whyNames.conditions)}
          legend="Which conditions are met?"
          hint="Select none to use those that usually go with the power"
          class="govuk-checkboxes--small"
          values={valuesOf(typed, whyNames.conditions)}
          items={bases.conditions.map(({ code, label, meaning }) => ({ value: code, label, hint: meaning }))}
        />
      </Details>
      <TextInput
        {...common(whyNames.necessity)}
        label="Why this is necessary, and no more than is needed"
        labelClass="govuk-label--s"
        hint="One line. Whoever receives it reads it"
        value={whyNames.necessity in typed ? asTyped(typed, whyNames.necessity) : necessity}
        autocomplete="off"
      />
      <Radios
        {...common(whyNames.told)}
        legend="Has the family been told?"
        legendClass="govuk-fieldset__legend--s"
        class="govuk-radios--small govuk-radios--inline"
        value={asTyped(typed, whyNames.told)}
        items={[
          { value: 'yes', label: 'Yes' },
          { value: 'later', label: 'Not yet' },
          { value: 'no', label: 'No' },
        ]}
      />
      <TextInput
        {...common(whyNames.notToldWhy)}
        label="If not: why not, and until when"
        labelClass="govuk-label--s"
        value={asTyped(typed, whyNames.notToldWhy)}
        autocomplete="off"
      />
    </>
  )
}
