/**
 * The eight kinds of field that a fact may have. Codes, days and counts are rule data; words and
 * narrative are for people only and are kept apart, so that no rule can read them.
 */
import type { Day } from '../guidance/days.ts'

/** A code's wording, with the days between which it may be chosen when the list changed over time. */
export interface Option {
  readonly label: string
  readonly hint?: string
  /** First day on which the code may be chosen: the day the procedure opened decides. */
  readonly from?: Day
  /** Last day on which it may be chosen. */
  readonly to?: Day
  /** True where the code is local practice and not in the guidance: shown so. */
  readonly local?: boolean
}

interface Common {
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
}

export interface Choice<C extends string = string> extends Common {
  readonly type: 'choice'
  readonly options: Readonly<Record<C, Option>>
}
export interface Choices<C extends string = string> extends Common {
  readonly type: 'choices'
  readonly options: Readonly<Record<C, Option>>
}
export interface YesNo extends Common {
  readonly type: 'yes-no'
}
export interface DayField extends Common {
  readonly type: 'day'
  /** A planned day may lie ahead; any other day may not. */
  readonly ahead?: boolean
}
export interface Count extends Common {
  readonly type: 'count'
  readonly unit: string
}
export interface Parties extends Common {
  readonly type: 'parties'
  /** Whose ids these are: agencies of the area, or posts of the agency that records. */
  readonly of: 'agency' | 'post'
  /** They took part in a meeting, or were to: what is shared with the meeting reaches them. */
  readonly tookPart?: true
  /** The roles whose posts make this decision: no other is named, and whoever records it in another role says who decided. */
  readonly decides?: readonly string[]
}
export interface Words extends Common {
  readonly type: 'words'
  /** Longest text, in characters. */
  readonly longest: number
  /** What a well-formed value must satisfy, as a message when it does not. */
  readonly check?: (text: string) => string | null
}
export interface Narrative extends Common {
  readonly type: 'narrative'
}

export type Field = Choice | Choices | YesNo | DayField | Count | Parties | Words | Narrative
export type Fields = Readonly<Record<string, Field>>

type Value<F extends Field> =
  F extends Choice<infer C>
    ? C
    : F extends Choices<infer C>
      ? readonly C[]
      : F extends YesNo
        ? boolean
        : F extends DayField
          ? Day
          : F extends Count
            ? number
            : F extends Parties
              ? readonly string[]
              : never

type IsData<F extends Field> = F extends Words | Narrative ? false : true

/** What a rule may read of a fact with these fields: its codes, days, counts and parties. */
export type Data<F extends Fields> = {
  readonly [K in keyof F as IsData<F[K]> extends true ? K : never]?: Value<F[K]>
}

type Labels<C extends string> = Readonly<Record<C, string | Option>>

function options<C extends string>(labels: Labels<C>): Record<C, Option> {
  const read = ([code, option]: [string, string | Option]) => [
    code,
    typeof option === 'string' ? { label: option } : option,
  ]
  return Object.fromEntries(Object.entries<string | Option>(labels).map(read)) as Record<C, Option>
}

type Extra = Omit<Common, 'label'>

/** For a field that may be left empty. */
export const optional = { optional: true } as const

/** One code of a list. */
export function choice<C extends string>(label: string, labels: Labels<C>, extra: Extra = {}): Choice<C> {
  return { type: 'choice', label, options: options(labels), ...extra }
}
/** Any number of codes of a list. */
export function choices<C extends string>(label: string, labels: Labels<C>, extra: Extra = {}): Choices<C> {
  return { type: 'choices', label, options: options(labels), ...extra }
}
/** Yes or no. */
export function yesNo(label: string, extra: Extra = {}): YesNo {
  return { type: 'yes-no', label, ...extra }
}
/** A day besides the day the fact happened. */
export function day(label: string, extra: Extra & { ahead?: boolean } = {}): DayField {
  return { type: 'day', label, ...extra }
}
/** A whole number of something, zero or more. */
export function count(label: string, unit: string, extra: Extra = {}): Count {
  return { type: 'count', label, unit, ...extra }
}
/** Agencies of the area, or posts of the recording agency, by their ids. */
export function parties(
  label: string,
  of: Parties['of'],
  extra: Extra & Pick<Parties, 'tookPart' | 'decides'> = {},
): Parties {
  return { type: 'parties', of, label, ...extra }
}
/** One line of words: a name, an address, an identifier. */
export function words(label: string, extra: Extra & { longest?: number; check?: Words['check'] } = {}): Words {
  const { longest = 200, check, ...rest } = extra
  return { type: 'words', label, longest, ...(check ? { check } : {}), ...rest }
}
/** As much as there is to say. */
export function narrative(label: string, extra: Extra = {}): Narrative {
  return { type: 'narrative', label, ...extra }
}

/** Whether a field's value is rule data (codes, days, counts, parties) or text for people only. */
export function isData(field: Field): boolean {
  return field.type !== 'words' && field.type !== 'narrative'
}

/** Whether a post of a role may be named in a field. Whoever is named already has no role there: what stands may stay. */
export function mayBeNamed({ decides }: Parties, role: string): boolean {
  return decides === undefined || role === '' || decides.includes(role)
}

/** Whether an answer of a list may be given in a procedure that opened on a day. */
export function isOffered(option: Pick<Option, 'from' | 'to'>, openedOn: Day | undefined): boolean {
  if (openedOn === undefined) return true
  return (option.from === undefined || option.from <= openedOn) && (option.to === undefined || openedOn <= option.to)
}
