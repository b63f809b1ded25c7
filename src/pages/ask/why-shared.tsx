// Why something is shared: on which basis, why it is necessary, and whether the family knows. Asked alike by those who ask and those who answer.
import type { Telling } from '../../ledger/command.ts'
import { Radios } from '../kit/component/choices.tsx'
import { Details } from '../kit/component/messages.tsx'
import { Select } from '../kit/component/select.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import type { Message } from '../record/read-fact.ts'
import { isLawfulBasis, type LawfulBasis, lawfulBases } from './lawful-bases.ts'

/** The names of these fields. A hyphen keeps them apart from those of facts. */
export const whyNames = {
  basis: 'lawful-basis',
  necessity: 'why-necessary',
  told: 'family-told',
  notToldWhy: 'family-not-told-why',
} as const

export type WhyShared = Pick<Telling, 'basis' | 'necessity' | 'familyTold' | 'notToldWhy'>

const longest = 500

interface Reading {
  /** The basis where none is chosen; where there is none, one must be. */
  readonly basis: LawfulBasis | undefined
  /** Where nothing about the family goes out, they need not be told. */
  readonly aboutFamily: boolean
}

/** Reads why something is shared; what is missing is added to the messages. */
export function readWhyShared(typed: Fields, { basis, aboutFamily }: Reading, messages: Message[]): WhyShared {
  const say = (field: string, text: string) => messages.push({ field, text })
  const chosen = valueOf(typed, whyNames.basis)
  if (chosen && !isLawfulBasis(chosen)) say(whyNames.basis, 'Select the lawful basis from the list')
  const used = isLawfulBasis(chosen) ? chosen : basis
  if (!used) say(whyNames.basis, 'Select the lawful basis')
  const necessity = valueOf(typed, whyNames.necessity)
  if (!necessity) say(whyNames.necessity, 'Enter why it is necessary, and no more than that')
  if (necessity.length > longest) say(whyNames.necessity, `Why it is necessary must be ${longest} characters or fewer`)
  const common = { basis: used ?? '', necessity }
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
  readonly typed: Fields
  readonly messages: readonly Message[]
  /** What is taken where nothing is chosen: "The one that goes with the purpose". */
  readonly unless: string
  /** What is offered before anything was typed. */
  readonly necessity?: string
}

/** The fields. */
export function WhyShared({ typed, messages, unless, necessity = '' }: Asked) {
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
          ...Object.entries(lawfulBases).map(([value, { label }]) => ({ value, text: label })),
        ]}
      />
      <Details summary="What each of these means" class="govuk-!-margin-top-0">
        <dl class="gt-bases">
          {Object.values(lawfulBases).map(({ label, means }) => (
            <>
              <dt>{label}</dt>
              <dd>{means}</dd>
            </>
          ))}
        </dl>
        <p>Consent is the family’s view, and is recorded as that. It is not what makes sharing lawful here.</p>
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
