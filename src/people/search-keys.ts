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

function sounds(name: string): string[] {
  const parts = name
    .split(/[\s-]+/)
    .map(plain)
    .filter(part => part !== '')
  return [...new Set(parts.flatMap(part => doubleMetaphone(part)).filter(code => code !== ''))]
}

/**
 * The keys under which a person is filed, and those by which one is looked for.
 * A record and a query meet where they share a key; a query of one name alone meets by that name's sound.
 */
export function searchKeys(person: Findable): string[] {
  const keys = new Set<string>()
  const first = sounds(person.forenames)
  const last = sounds(person.surname)
  for (const surname of last) {
    keys.add(`s:${surname}`)
    for (const forename of first) keys.add(`n:${forename}:${surname}`)
    if (person.birthDay) keys.add(`sy:${surname}:${person.birthDay.slice(0, 4)}`)
  }
  for (const forename of first) {
    keys.add(`f:${forename}`)
    if (person.birthDay) keys.add(`fy:${forename}:${person.birthDay.slice(0, 4)}`)
  }
  if (person.birthDay) keys.add(`b:${person.birthDay}`)
  if (person.postcode) keys.add(`p:${plain(person.postcode)}`)
  for (const identifier of [person.nhsNumber, person.upn, person.reference])
    if (identifier) keys.add(`i:${plain(identifier)}`)
  return [...keys]
}
