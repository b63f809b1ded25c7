// The questions of a kind of fact, drawn from its definition: its date first, then each field by its type.
import type { FactDefinition } from '../../engine/fact.ts'
import {
  type Choice as ChoiceField,
  type Choices as ChoicesField,
  type Field,
  isOffered,
  mayBeNamed,
  type Option,
  type Parties as PartiesField,
} from '../../engine/field.ts'
import type { Day } from '../../guidance/days.ts'
import type { Parties, Party } from '../../people/parties.ts'
import { Checkboxes, Radios } from '../kit/component/choices.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import type { Content } from '../kit/component/markup.ts'
import { Details } from '../kit/component/messages.tsx'
import { Select } from '../kit/component/select.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { NarrativeArea } from '../kit/marking.tsx'
import { type Fields, valuesOf } from '../pipeline/fields.ts'
import type { Message } from './read-fact.ts'

export interface Asked {
  readonly definition: FactDefinition
  readonly typed: Fields
  readonly messages: readonly Message[]
  readonly parties: Parties
  /** Decides which answers of a list that changed are offered. */
  readonly openedOn: Day | undefined
  /** The post of the person who records: offered first. */
  readonly me: string
  /** A post that one question does not offer. */
  readonly notOffered?: { readonly field: string; readonly post: string } | undefined
}

/** From so many options on a list is chosen from rather than read. */
const mostRadios = 8

const small = { label: 'govuk-label--s', legend: 'govuk-fieldset__legend--s' }

/** The id of a field's first control: error summaries lead there. It cannot be that of anything else on the page. */
export function idOf(name: string): string {
  return `f-${name}`
}

/** Where an error summary leads for a field. */
export function anchorOf(name: string, definition: FactDefinition): string {
  const isDay = name === 'happened' || definition.fields[name]?.type === 'day'
  return `#${idOf(name)}${isDay ? '-day' : ''}`
}

/** What was typed under a name, as it was typed: blanks around it are the person's own. */
export function asTyped(typed: Fields, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

function errorOf(asked: Asked, name: string): string | undefined {
  return asked.messages.find(message => message.field === name)?.text
}

function partsOf(typed: Fields, name: string) {
  return {
    day: asTyped(typed, `${name}-day`),
    month: asTyped(typed, `${name}-month`),
    year: asTyped(typed, `${name}-year`),
  }
}

const certainties = [
  { value: 'day', text: 'Exact' },
  { value: 'about', text: 'About: give or take a week' },
  { value: 'month', text: 'Only the month is known' },
  { value: 'year', text: 'Only the year is known' },
]

/** When it happened, how sure that is, and the time where it matters. */
export function WhenItHappened({ asked }: { asked: Asked }) {
  const { definition, typed } = asked
  const [title = '', ...more] = definition.happenedOn.split(/[:;] /)
  const explained = more.join('; ')
  return (
    <div class="gt-when">
      <DateInput
        id={idOf('happened')}
        namePrefix="happened"
        legend={title}
        legendClass={small.legend}
        hint={`${explained ? `${explained.charAt(0).toUpperCase()}${explained.slice(1)}. ` : ''}For example, 27 3 2026`}
        values={partsOf(typed, 'happened')}
        error={errorOf(asked, 'happened')}
      />
      {definition.time && (
        <TextInput
          id={idOf('happened-time')}
          name="happened-time"
          label="Time, for example 14:30"
          labelClass={small.label}
          class="govuk-input--width-5"
          value={asTyped(typed, 'happened-time')}
          inputmode="text"
          autocomplete="off"
        />
      )}
      <Select
        id={idOf('happened-certainty')}
        name="happened-certainty"
        label="How sure is the date?"
        labelClass={small.label}
        options={certainties}
        value={asTyped(typed, 'happened-certainty') || 'day'}
      />
    </div>
  )
}

/** Every question of the kind, in its order. */
export function FactFields({ asked }: { asked: Asked }) {
  return (
    <>
      {Object.entries(asked.definition.fields).map(([name, field]) => (
        <OneField name={name} field={field} asked={asked} />
      ))}
    </>
  )
}

interface OneFieldProps<F extends Field = Field> {
  name: string
  field: F
  asked: Asked
}

function OneField({ name, field, asked }: OneFieldProps) {
  const { typed } = asked
  const common = { id: idOf(name), name, hint: field.hint, error: errorOf(asked, name) }
  switch (field.type) {
    case 'choice':
      return <ChoiceOf name={name} field={field} asked={asked} />
    case 'choices':
      return (
        <Checkboxes
          {...common}
          legend={field.label}
          legendClass={small.legend}
          class={`govuk-checkboxes--small ${layOut(optionsOf(field, asked, name).map(([, option]) => option))}`}
          values={valuesOf(typed, name)}
          items={optionsOf(field, asked, name).map(([value, option]) => ({
            value,
            label: option.label,
            hint: hintOf(option),
          }))}
        />
      )
    case 'parties':
      return field.of === 'post' ? (
        <PostOf name={name} field={field} asked={asked} />
      ) : (
        <AgenciesOf name={name} field={field} asked={asked} />
      )
    case 'yes-no':
      return (
        <Radios
          {...common}
          legend={field.label}
          legendClass={small.legend}
          class="govuk-radios--inline govuk-radios--small"
          value={asTyped(typed, name)}
          items={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            ...noAnswer(field, asTyped(typed, name)),
          ]}
        />
      )
    case 'day':
      return (
        <DateInput
          id={idOf(name)}
          namePrefix={name}
          legend={field.label}
          legendClass={small.legend}
          hint={field.hint}
          error={common.error}
          values={partsOf(typed, name)}
        />
      )
    case 'count':
      return (
        <TextInput
          {...common}
          label={field.label}
          labelClass={small.label}
          class="govuk-input--width-4"
          inputmode="numeric"
          suffix={field.unit}
          value={asTyped(typed, name)}
        />
      )
    case 'words':
      return (
        <TextInput
          {...common}
          label={field.label}
          labelClass={small.label}
          class={field.longest <= 40 ? 'govuk-input--width-20' : undefined}
          autocomplete="off"
          value={asTyped(typed, name)}
        />
      )
    case 'narrative':
      return (
        <NarrativeArea
          {...common}
          label={field.label}
          labelClass={small.label}
          rows={field.optional ? 3 : 5}
          value={asTyped(typed, name)}
        />
      )
  }
}

/** An answer, once given, could otherwise not be taken back where the question may be left open. */
function noAnswer(field: Field, value: string): { value: string; label: string }[] {
  return field.optional && value ? [{ value: '', label: 'No answer' }] : []
}

type Coded = ChoiceField | ChoicesField

/** The answers of the day on which the procedure opened, and whatever was answered before. */
function optionsOf(field: Coded, asked: Asked, name: string): [string, Option][] {
  const given = new Set(valuesOf(asked.typed, name))
  return Object.entries(field.options).filter(([code, option]) => given.has(code) || isOffered(option, asked.openedOn))
}

/** Short answers stand beside each other where there is room; long ones and explained ones below each other. */
function layOut(
  options: readonly { readonly label: string; readonly hint?: string; readonly local?: boolean }[],
): string {
  const isShort = options.every(option => option.label.length <= 24 && !option.hint && !option.local)
  return isShort ? 'gt-options gt-options--short' : 'gt-options'
}

function hintOf(option: Option): Content {
  const local = option.local ? 'Local practice, not in the guidance.' : ''
  return [local, option.hint].filter(Boolean).join(' ') || undefined
}

function ChoiceOf({ name, field, asked }: OneFieldProps<ChoiceField>) {
  const options = optionsOf(field, asked, name)
  const value = asTyped(asked.typed, name)
  const common = { id: idOf(name), name, hint: field.hint, error: errorOf(asked, name) }
  if (options.length > mostRadios) {
    const choices = options.map(([code, option]) => ({
      value: code,
      text: `${option.label}${option.local ? ' (local practice, not in the guidance)' : ''}`,
    }))
    return (
      <Select
        {...common}
        label={field.label}
        labelClass={small.label}
        value={value}
        options={[{ value: '', text: field.optional ? 'No answer' : 'Select one' }, ...choices]}
      />
    )
  }
  return (
    <Radios
      {...common}
      legend={field.label}
      legendClass={small.legend}
      class={`govuk-radios--small ${layOut(options.map(([, option]) => option))}`}
      value={value}
      items={[
        ...options.map(([code, option]) => ({ value: code, label: option.label, hint: hintOf(option) })),
        ...noAnswer(field, value),
      ]}
    />
  )
}

/** Said to whoever records a decision that their post does not make. */
function hintOnDecider(field: PartiesField, { me, parties }: Asked): string | undefined {
  const role = parties.post.find(({ id }) => id === me)?.kind ?? ''
  if (field.hint || mayBeNamed(field, role)) return field.hint
  return parties.post.some(({ kind }) => mayBeNamed(field, kind))
    ? 'Your post records this and does not decide it: select whoever decided'
    : 'Nobody at your agency decides this. Ask whoever decided to record it'
}

/** One post of the agency, the person’s own first; of a decision only those that may make it. */
function PostOf({ name, field, asked }: OneFieldProps<PartiesField>) {
  const post = asked.parties.post.filter(
    one =>
      mayBeNamed(field, one.kind) &&
      (asked.notOffered?.field !== name ||
        one.id !== asked.notOffered.post ||
        one.id === valuesOf(asked.typed, name)[0]),
  )
  const mine = post.filter(one => one.id === asked.me)
  const others = post.filter(one => one.id !== asked.me)
  return (
    <Select
      id={idOf(name)}
      name={name}
      hint={hintOnDecider(field, asked)}
      error={errorOf(asked, name)}
      label={field.label}
      labelClass={small.label}
      value={valuesOf(asked.typed, name)[0]}
      options={[
        { value: '', text: field.optional ? 'No answer' : 'Select one' },
        ...mine.map(one => ({ value: one.id, text: `You: ${one.name}` })),
        ...others.map(one => ({ value: one.id, text: one.name })),
      ]}
    />
  )
}

/** A kind of agency with more than so many is folded away until it is wanted. */
const mostUnfolded = 12

/** Agencies of the area; kinds of which there are many, such as schools, under a heading of their own. */
function AgenciesOf({ name, field, asked }: OneFieldProps<PartiesField>) {
  const given = valuesOf(asked.typed, name)
  const byKind = new Map<string, Party[]>()
  for (const one of asked.parties.agency) byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one])
  const folded = [...byKind].filter(([, list]) => list.length > mostUnfolded)
  const shown = asked.parties.agency.filter(one => !folded.some(([kind]) => kind === one.kind))
  const items = (list: readonly Party[], offset: string) =>
    list.map((one, at) => ({
      value: one.id,
      label: one.name,
      ...(at + offset.length > 0 ? { id: `${idOf(name)}${offset}-${at + 1}` } : {}),
    }))
  return (
    <div class="govuk-form-group">
      <Checkboxes
        id={idOf(name)}
        name={name}
        hint={field.hint}
        error={errorOf(asked, name)}
        legend={field.label}
        legendClass={small.legend}
        class={`govuk-checkboxes--small ${layOut(shown.map(one => ({ label: one.name })))}`}
        values={given}
        items={items(shown, '')}
      />
      {folded.map(([kind, list]) => (
        <Details summary={`${titleOf(kind)} (${list.length})`} open={list.some(one => given.includes(one.id))}>
          <Checkboxes
            id={`${idOf(name)}-${kind}`}
            name={name}
            legend={<span class="govuk-visually-hidden">{`${field.label}: ${titleOf(kind)}`}</span>}
            class="govuk-checkboxes--small gt-options"
            values={given}
            items={items(list, `-${kind}`)}
          />
        </Details>
      ))}
    </div>
  )
}

/** 'schools' from 'school'. */
function titleOf(kind: string): string {
  const words = kind.replaceAll('-', ' ')
  const many = words.endsWith('y') ? `${words.slice(0, -1)}ies` : words.endsWith('s') ? words : `${words}s`
  return many.charAt(0).toUpperCase() + many.slice(1)
}
