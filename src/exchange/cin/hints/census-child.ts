/** A child as the Children in Need census sees one: what it asks for, drawn from the facts of the file, each with the record that tells it. */
import type { FactDefinition, Statement } from '../../../engine/fact.ts'
import type { Fields } from '../../../engine/field.ts'
import type { Known } from '../../../engine/statements.ts'
import type { Day } from '../../../guidance/days.ts'
import { birthExpected, childBorn, childDescribed, childDied, childIdentified } from '../../../procedures/people.ts'
import { type Episode, episodesOf } from './episodes.ts'
import { type Answer, type Told, toldBy } from './told.ts'

export interface CensusChild {
  /** Everything known of the child came from files: what is not there, the file did not say. */
  readonly isImported: boolean
  readonly authoritysNumber: Answer<string> | undefined
  readonly upn: Answer<string> | undefined
  readonly formerUpn: Answer<string> | undefined
  /** Why there is no pupil number. */
  readonly upnUnknown: Answer<string> | undefined
  readonly born: Told | undefined
  readonly expected: Answer<Day> | undefined
  readonly died: Told | undefined
  readonly sex: Answer<string> | undefined
  readonly ethnicity: Answer<string> | undefined
  readonly disabilities: Answer<readonly string[]> | undefined
  readonly episodes: readonly Episode[]
}

/** The words of a fact as they stand now, by field. Identifiers are words. */
export type WordsOf = (fact: Statement) => Readonly<Record<string, string>>

/** The child of a case, from the facts that are given and from no others. */
export function censusChildOf(known: Known, wordsOf: WordsOf): CensusChild {
  const all = <F extends Fields>({ kind }: FactDefinition<F>) =>
    (known.byKind.get(kind) ?? []) as unknown as readonly Statement<F>[]
  const born = all(childBorn).at(-1)
  const identified = all(childIdentified)
  const described = all(childDescribed)
  const identifier = (scheme: string) => {
    const found = identified
      .filter(fact => fact.data.scheme === scheme)
      .map(fact => ({ root: fact.root, value: wordsOf(fact as unknown as Statement)['identifier'] ?? '' }))
    return found.findLast(({ value }) => value !== '')
  }
  const answered = <T>(read: (data: (typeof described)[number]['data']) => T | undefined): Answer<T> | undefined => {
    const fact = described.findLast(({ data }) => read(data) !== undefined)
    const value = fact && read(fact.data)
    return fact && value !== undefined ? { root: fact.root, value } : undefined
  }
  const expected = all(birthExpected).at(-1)
  const unknown = identified.findLast(({ data }) => data.upnUnknown !== undefined)
  return {
    isImported: known.inOrder.every(fact => fact.source !== null),
    authoritysNumber: identifier('la-child-id'),
    upn: identifier('upn'),
    formerUpn: identifier('former-upn'),
    upnUnknown: unknown && { root: unknown.root, value: unknown.data.upnUnknown as string },
    born: toldBy(born),
    expected: expected?.data.expectedOn ? { root: expected.root, value: expected.data.expectedOn } : undefined,
    died: toldBy(all(childDied).at(-1)),
    sex: answered(data => data.sex) ?? (born?.data.sex && { root: born.root, value: born.data.sex }),
    ethnicity: answered(data => data.ethnicity),
    disabilities: answered(data => (data.disabilities?.length ? data.disabilities : undefined)),
    episodes: episodesOf(known),
  }
}
