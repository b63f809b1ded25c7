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
 * The keys under which a person is filed. A record and a query meet where they share one.
 * Rare ones pick out few among a million. By their first part: `i` identifier, `b` birth date, `p` postcode, `n` both names by
 * sound, `sy` `fy` one name by sound and the birth year, `si` the last name by sound with the first initial, `ai` its letters in any
 * order (letters swapped or doubled) with the first initial, `x` `y` its beginning or end with the first two letters of the first
 * name (one wrong letter leaves one of them), `m` each word of the name of what is no person. Common ones are for a name alone:
 * `a` `s` `f`.
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
    if (called !== '') keys.add(`si:${surname}:${called.charAt(0)}`)
    for (const forename of first) keys.add(`n:${forename}:${surname}`)
  }
  for (const forename of first) {
    keys.add(`f:${forename}`)
    if (year) keys.add(`fy:${forename}:${year}`)
  }
  for (const part of nameParts(person.surname)) {
    if (called === '') keys.add(`m:${part}`)
    const letters = [...new Set(part)].toSorted().join('')
    keys.add(`a:${letters}`)
    if (called === '') continue
    keys.add(`ai:${letters}:${called.charAt(0)}`)
    for (const key of halves(part, called.slice(0, 2))) keys.add(key)
  }
  if (person.birthDay) keys.add(`b:${person.birthDay}`)
  if (person.postcode) keys.add(`p:${plain(person.postcode)}`)
  for (const identifier of [person.nhsNumber, person.upn, person.reference])
    if (identifier) keys.add(`i:${plain(identifier)}`)
  return [...keys]
}

/** Of a short name there is no half that says anything. */
function halves(surname: string, two: string): string[] {
  return surname.length < 4 ? [] : [`x:${surname.slice(0, 3)}:${two}`, `y:${surname.slice(-3)}:${two}`]
}

/** More keys to look by, where the first two letters of the first name may be the slip: swapped, or one of them too many. */
export function slippedKeys({ forenames, surname }: Pick<Findable, 'forenames' | 'surname'>): string[] {
  const [one = '', other = '', third = ''] = nameParts(forenames)[0] ?? ''
  if (third === '') return []
  return nameParts(surname).flatMap(part => [other + one, one + third].flatMap(two => halves(part, two)))
}

/** From the kind of key that picks out fewest to the one that picks out most. */
const rareKinds = ['i', 'b', 'n', 'p', 'm', 'sy', 'fy', 'ai', 'si', 'x', 'y']
const commonKinds = ['a', 's', 'f']
const kindOf = (key: string) => key.slice(0, key.indexOf(':'))

/** Keys that pick out few, and those that thousands share, each with the rarer kinds first. */
export function byRarity(keys: Iterable<string>): { readonly rare: string[]; readonly common: string[] } {
  const of = (kinds: readonly string[]) => {
    const place = (key: string) => kinds.indexOf(kindOf(key))
    return [...keys].filter(key => place(key) >= 0).toSorted((a, b) => place(a) - place(b))
  }
  return { rare: of(rareKinds), common: of(commonKinds) }
}
