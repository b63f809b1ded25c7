/** Blocking keys: what two records of one person have in common although somebody mistyped. Found by equality, scored afterwards. */
import { doubleMetaphone } from 'double-metaphone'

/** What a search can go by. Days are YYYY-MM-DD. */
export interface Findable {
  readonly forenames: string
  readonly surname: string
  readonly birthDay: string | null
  readonly postcode: string | null
  readonly nhsNumber: string | null
  readonly upn: string | null
  readonly reference: string | null
}

/** Letters and figures only, in capitals, without accents. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
}

/** The single names of somebody with several: "Mary-Jane Ann" has three. */
export function nameParts(names: string): string[] {
  return names
    .split(/[\s-]+/)
    .map(plain)
    .filter(part => part !== '')
}

/** How names sound. Of each part the commoner reading first. */
export function sounds(name: string): string[] {
  return [
    ...new Set(
      nameParts(name)
        .flatMap(part => doubleMetaphone(part))
        .filter(code => code !== ''),
    ),
  ]
}

/**
 * The keys under which a person is filed, and those by which one is looked for.
 * A record and a query meet where they share a key; a query of one name alone meets by that name's sound or its letters.
 * By their first part: `i` identifier, `b` birth date, `n` both names by sound, `sy` `fy` one name by sound and the birth
 * year, `x` `y` the beginning or end of the last name with the first initial (one wrong letter leaves one of them),
 * `p` postcode, `a` the last name's letters in any order (letters swapped or doubled), `s` `f` one name by sound.
 */
export function searchKeys(person: Findable): string[] {
  const keys = new Set<string>()
  const first = sounds(person.forenames)
  const last = sounds(person.surname)
  const year = person.birthDay?.slice(0, 4)
  const [called = ''] = nameParts(person.forenames)
  for (const surname of last) {
    keys.add(`s:${surname}`)
    if (year) keys.add(`sy:${surname}:${year}`)
  }
  for (const forename of first) {
    keys.add(`f:${forename}`)
    if (year) keys.add(`fy:${forename}:${year}`)
  }
  for (const forename of sounds(called)) for (const surname of last) keys.add(`n:${forename}:${surname}`)
  for (const part of nameParts(person.surname)) {
    keys.add(`a:${[...new Set(part)].toSorted().join('')}`)
    if (part.length < 4 || called === '') continue
    keys.add(`x:${part.slice(0, 3)}:${called[0]}`)
    keys.add(`y:${part.slice(-3)}:${called[0]}`)
  }
  if (person.birthDay) keys.add(`b:${person.birthDay}`)
  if (person.postcode) keys.add(`p:${plain(person.postcode)}`)
  for (const identifier of [person.nhsNumber, person.upn, person.reference])
    if (identifier) keys.add(`i:${plain(identifier)}`)
  return [...keys]
}
