/** Which pairs are worth comparing: those that share a key. Each slip spoils some keys of a record and leaves others. */
import type { ListedPerson } from './listed-person.ts'

/** A key that more pairs than this share says too little to go by. */
const mostPairsOfKey = 20_000

/** The places in a list of those who have a key. */
export type Keyed = ReadonlyMap<string, readonly number[]>

/** The pairs of two lists that share at least one key, each once, as places in the first and in the second. */
export function* pairsAcross(first: Keyed, second: Keyed, sizeOfSecond: number): Generator<[number, number]> {
  const taken = new Set<number>()
  for (const [key, ones] of first) {
    const others = second.get(key)
    if (!others || ones.length * others.length > mostPairsOfKey) continue
    for (const one of ones)
      for (const other of others) {
        const pair = one * sizeOfSecond + other
        if (taken.has(pair)) continue
        taken.add(pair)
        yield [one, other]
      }
  }
}

/** The pairs of one list that share at least one key, each once. */
export function* pairsWithin(list: Keyed, size: number): Generator<[number, number]> {
  for (const [one, other] of pairsAcross(list, list, size)) if (one < other) yield [one, other]
}

export function keyed(list: readonly ListedPerson[]): Keyed {
  const places = new Map<string, number[]>()
  for (const [place, person] of list.entries())
    for (const key of new Set(keysOf(person))) {
      const held = places.get(key)
      if (held) held.push(place)
      else places.set(key, [place])
    }
  return places
}

function* keysOf({ said, heard: { forenames, surname } }: ListedPerson): Generator<string> {
  const { birthDay, postcode, number, street, houseNumber, town } = said
  const names = [said.forenames ?? '', said.surname ?? ''].filter(name => name !== '')
  const heard = [...forenames, ...surname]
  if (number) yield `number ${number}`
  if (birthDay) {
    yield `day ${birthDay}`
    yield `day ${birthDay.slice(0, 4)}${birthDay.slice(6)}${birthDay.slice(4, 6)}`
    for (const sound of heard) yield `year ${birthDay.slice(0, 4)} ${sound}`
    for (const name of names) yield `month ${birthDay.slice(4)} ${name.charAt(0)}`
  }
  for (const [at, one] of heard.entries())
    for (const other of heard.slice(at + 1)) yield `two ${[one, other].toSorted().join(' ')}`
  if (postcode) {
    for (const sound of heard) yield `home ${postcode} ${sound}`
    for (const name of names) yield `home ${postcode} begins ${name.slice(0, 2)}`
  }
  if (street && houseNumber) yield `street ${houseNumber} ${street}`
  if (town && street) yield `town ${town} ${street.slice(0, 4)}`
}
