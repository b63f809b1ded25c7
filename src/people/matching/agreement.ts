/** How far two records agree in one field: a level, from the same to different, by which the evidence is counted. */
import { slips } from '../likeness.ts'
import type { ListedPerson, MatchField, NameField } from './listed-person.ts'

/** From the best to the worst. The first is "the same"; the last "different". */
const nameLevels = ['same', 'part of it', 'one slip', 'sounds alike', 'two slips', 'different'] as const
/** Up to this level two names are nearly the same. */
const slip = 2
const dayLevels = ['same', 'day and month swapped', 'one figure or year off', 'days apart', 'different'] as const
const postcodeLevels = ['same', 'one slip', 'same neighbourhood', 'same district', 'different'] as const
const wordLevels = ['same', 'part of it', 'alike', 'different'] as const
const numberLevels = ['same', 'one slip', 'different'] as const
const sexLevels = ['same', 'different'] as const

/** The names stand where they belong, or each in the other's place. */
const orderLevels = ['in order', 'swapped'] as const

export type ComparedField = MatchField | 'order'

/** The levels of each field that is compared. */
export const levels: Readonly<Record<ComparedField, readonly string[]>> = {
  forenames: nameLevels,
  surname: nameLevels,
  order: orderLevels,
  birthDay: dayLevels,
  sex: sexLevels,
  postcode: postcodeLevels,
  houseNumber: numberLevels,
  street: wordLevels,
  locality: wordLevels,
  town: wordLevels,
  region: sexLevels,
  number: numberLevels,
}

export const comparedFields = Object.keys(levels) as ComparedField[]

/** Nothing is known of a field that one of the two does not say. */
export const unknown = -1

/** The level of each compared field, in the order of `comparedFields`; `unknown` where one of the two does not say. */
export type Agreement = Int8Array

/** Who is compared, and with whom. */
type Compare = (one: ListedPerson, other: ListedPerson) => number

const comparisons: readonly Compare[] = comparedFields.map((field): Compare => {
  if (field === 'order') return () => 0
  if (field === 'forenames' || field === 'surname') return (one, other) => compareNames(one, field, other, field)
  const compare = {
    birthDay: compareDays,
    sex: compareKinds,
    postcode: comparePostcodes,
    houseNumber: compareNumbers,
    street: compareWords,
    locality: compareWords,
    town: compareWords,
    region: compareKinds,
    number: compareNumbers,
  }[field]
  return ({ said: { [field]: one } }, { said: { [field]: other } }) =>
    one === undefined || other === undefined ? unknown : one === other ? 0 : compare(one, other)
})

const [forenamesAt, surnameAt, orderAt] = (['forenames', 'surname', 'order'] as const).map(field =>
  comparedFields.indexOf(field),
) as [number, number, number]

/** Compares two records. Where the names agree better crosswise, they are compared so. */
export function agreementOf(one: ListedPerson, other: ListedPerson): Agreement {
  const agreement = Int8Array.from(comparisons, compare => compare(one, other))
  const [forenames = unknown, surname = unknown] = [agreement[forenamesAt], agreement[surnameAt]]
  if (forenames <= slip || surname <= slip) return agreement
  const first = compareNames(one, 'forenames', other, 'surname')
  const second = compareNames(one, 'surname', other, 'forenames')
  if (first === unknown || second === unknown || Math.min(first, second) > slip) return agreement
  if (first + second >= forenames + surname) return agreement
  agreement[forenamesAt] = first
  agreement[surnameAt] = second
  agreement[orderAt] = 1
  return agreement
}

/** A whole name beside part of a double one, or its short form: "Lyn" beside "Lynne", "Hitchen" beside "Hitchen Leach". */
function compareNames(person: ListedPerson, field: NameField, partner: ListedPerson, its: NameField): number {
  const [one, other] = [person.said[field], partner.said[its]]
  if (one === undefined || other === undefined) return unknown
  if (one === other) return 0
  if (one.includes(' ') || other.includes(' ')) {
    const others = other.split(' ')
    if (one.split(' ').some(part => part.length > 1 && others.includes(part))) return 1
  }
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length >= 3 && long.length > short.length + 1 && long.startsWith(short)) return 1
  const many = slips(one, other, 2)
  if (many === 1 && long.length > 2) return 2
  if (short.length >= 2 && long.startsWith(short)) return 1
  const heard = partner.heard[its]
  if (person.heard[field].some(sound => heard.includes(sound))) return 3
  return many === 2 && long.length > 4 ? 4 : 5
}

function compareKinds(): number {
  return 1
}

function compareDays(one: string, other: string): number {
  const swapped = `${one.slice(0, 4)}${one.slice(6)}${one.slice(4, 6)}`
  if (swapped === other) return 1
  let differ = 0
  for (let at = 0; at < 8; at++) if (one[at] !== other[at]) differ++
  if (differ === 1 || isYearOff(one, other)) return 2
  const apart = Math.abs(dayNumber(one) - dayNumber(other))
  return apart <= 14 || (differ === 2 && slips(one, other, 1) === 1) ? 3 : 4
}

function isYearOff(one: string, other: string): boolean {
  return one.slice(4) === other.slice(4) && Math.abs(Number(one.slice(0, 4)) - Number(other.slice(0, 4))) === 1
}

function dayNumber(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6))) / 86_400_000
}

/** The first part names the district, with the figure after it the neighbourhood. Others than ours have no such parts. */
function comparePostcodes(one: string, other: string): number {
  if (slips(one, other, 1) === 1) return 1
  if (!/[A-Z]/.test(one)) return 4
  if (one.slice(0, -2) === other.slice(0, -2)) return 2
  return one.slice(0, -3) === other.slice(0, -3) ? 3 : 4
}

function compareWords(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length >= 4 && long.includes(short)) return 1
  const most = Math.max(1, Math.floor(long.length / 4))
  return slips(one, other, most) <= most ? 2 : 3
}

function compareNumbers(one: string, other: string): number {
  return slips(one, other, 1) === 1 && Math.max(one.length, other.length) > 1 ? 1 : 2
}
