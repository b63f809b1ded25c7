/** Chance that comes out the same each time: numbers, choices and identifiers from a seed. */
import { createHash } from 'node:crypto'
import { idFrom } from '../platform/identifier.ts'

/** A source of numbers from 0 up to 1: the same for the same seed (mulberry32). */
export type Chance = () => number

/** Makes a source of numbers. A text is a seed as well. */
export function chanceOf(seed: number | string): Chance {
  let state = typeof seed === 'number' ? seed >>> 0 : createHash('sha256').update(seed).digest().readUInt32LE(0)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from `low` to `high`, both included. */
export function between(chance: Chance, low: number, high: number): number {
  return low + Math.floor(chance() * (high - low + 1))
}

/** One of a list. */
export function pick<T>(chance: Chance, list: readonly T[]): T {
  const found = list[Math.floor(chance() * list.length)]
  if (found === undefined) throw new RangeError('There is nothing to pick from.')
  return found
}

/** Some of a list, in the order of the list. */
export function some<T>(chance: Chance, list: readonly T[], count: number): T[] {
  const left = list.map((_, at) => at)
  const taken = Array.from(
    { length: Math.min(count, list.length) },
    () => left.splice(between(chance, 0, left.length - 1), 1)[0],
  )
  return list.filter((_, at) => taken.includes(at))
}

/** One of several, each as likely as its weight says. */
export function weighed<T>(chance: Chance, list: readonly (readonly [weight: number, value: T])[]): T {
  let rest = chance() * list.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, value] of list) {
    rest -= weight
    if (rest < 0) return value
  }
  return (list.at(-1) as readonly [number, T])[1]
}

/** A number around nothing, spread as natural things are (Box and Muller). */
export function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
}

/** An identifier that is the same for the same words: repeating a half-finished load names the same things. */
export const idOf = idFrom

/** A case's reference, the same for the same words. */
export function referenceOf(...words: readonly (string | number)[]): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const bytes = createHash('sha256')
    .update(`reference ${words.join('\u0000')}`)
    .digest()
  return `GT-${[...bytes.subarray(0, 7)].map(byte => letters[byte % 32]).join('')}`
}

/** An NHS number of the range that is never issued (999), with its check digit. */
export function nhsNumberOf(chance: Chance): string {
  for (;;) {
    const first = `999${String(between(chance, 0, 999_999)).padStart(6, '0')}`
    const sum = Array.from(first).reduce((total, figure, at) => total + Number(figure) * (10 - at), 0)
    const check = (11 - (sum % 11)) % 11
    if (check < 10) return `${first}${check}`
  }
}

/** A unique pupil number with its check letter, under an authority that does not exist. */
export function upnOf(chance: Chance, authority = '999'): string {
  const figures = `${authority}${String(between(chance, 0, 999_999_999)).padStart(9, '0')}`
  const sum = Array.from(figures).reduce((total, figure, at) => total + Number(figure) * (at + 2), 0)
  return `${'ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23]}${figures}`
}
