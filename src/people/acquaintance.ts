/** Somebody whom a practitioner knows, compared with the people of a file: closely enough to close the file without asking anybody. */
import { likeness } from './likeness.ts'
import { plain, searchKeys } from './search-keys.ts'

/** A name as declared, with a birth day (YYYY-MM-DD), a postcode, or both. */
export interface Acquaintance {
  readonly forenames: string
  readonly surname: string
  readonly birthDay: string | null
  readonly postcode: string | null
}

/** A person of a file, as the index of people has them. */
export type PersonOfCase = Acquaintance

const nothing = { nhsNumber: null, upn: null, ownNumber: null, identifiers: [] } as const

/** The keys under which somebody on the same file is filed who could be meant: the birth day, the postcode. */
export function keysOf({ birthDay, postcode }: Pick<Acquaintance, 'birthDay' | 'postcode'>): string[] {
  const nobody = { forenames: '', surname: '', nhsNumber: null, upn: null, reference: null }
  return searchKeys({ ...nobody, birthDay, postcode })
}

/** Whether the people of one file hold the one who is meant: alike by name, and born that day or living there. */
export function isAmong(meant: Acquaintance, people: readonly PersonOfCase[]): boolean {
  const alike = people.filter(person => isAlike(meant, person))
  if (meant.birthDay && alike.some(({ birthDay }) => birthDay === meant.birthDay)) return true
  return alike.length > 0 && livesThere(meant.postcode, people)
}

/** Whether somebody of one file lives at a postcode: an adult's is not kept apart from the child's. */
export function livesThere(postcode: string | null, people: readonly PersonOfCase[]): boolean {
  return Boolean(postcode) && people.some(person => plain(person.postcode ?? '') === plain(postcode ?? ''))
}

/** Whether two names can be one person's: the last names at least sound alike, and the first ones where both are known. */
export function isAlike(one: Acquaintance, other: PersonOfCase): boolean {
  const points = (name: Pick<Acquaintance, 'forenames' | 'surname'>) =>
    likeness({ ...nothing, birthDay: null, postcode: null, ...name }, { ...nothing, ...other }).points
  const isLast = points({ forenames: '', surname: one.surname }) > 0
  if (!isLast || one.forenames === '' || other.forenames === '') return isLast
  return points({ forenames: one.forenames, surname: '' }) > 0
}

/** Whether a practitioner's whole name is somebody's on a file: both names the same, or the parts that make them up. */
export function isNamesake(practitioner: Pick<Acquaintance, 'forenames' | 'surname'>, person: PersonOfCase): boolean {
  const sought = { ...nothing, birthDay: null, postcode: null, ...practitioner }
  return person.forenames !== '' && likeness(sought, { ...nothing, ...person }).points >= 0.85 * 7
}

/** "Dr Ines Hallam" in two parts: the last word is the last name, and a title is none. */
export function partsOf(name: string): Pick<Acquaintance, 'forenames' | 'surname'> {
  const words = name.split(/\s+/).filter(word => !/^(mr|mrs|ms|miss|dr|prof|rev|sgt|pc|dc|ds|di|dci)\.?$/i.test(word))
  return { forenames: words.slice(0, -1).join(' '), surname: words.at(-1) ?? '' }
}
