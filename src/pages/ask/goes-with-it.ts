/**
 * What can go with a request, so that those who are asked know whom it is about: what the asking agency recorded itself; and of a child of
 * whom another agency told it, the name and the date of birth, which it then records as its own.
 */
import type { Statement } from '../../engine/fact.ts'
import type { Recording } from '../../ledger/command.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { newId } from '../../platform/identifier.ts'
import {
  addressKnown,
  birthExpected,
  childBorn,
  childIdentified,
  childNamed,
  personConnected,
} from '../../procedures/people.ts'
import { wordsOf } from '../case-file/child.ts'
import { sayDay } from '../kit/days.ts'

export interface Enclosure {
  readonly root: string
  readonly label: string
  /** Names and the day of birth go with it unless they are taken out. */
  readonly isUsual: boolean
}

/** What another agency told of who the child is. */
export interface ToldEnclosure extends Enclosure {
  /** The agency that told it. */
  readonly toldBy: string
  /** What the asking agency recorded of the same itself: that goes instead. */
  readonly own: string | undefined
  readonly fact: Pick<Recording, 'kind' | 'happened' | 'data' | 'narrative'>
}

/** The latest of each kind that an agency recorded about who the child is, and the people around the child. */
export function enclosuresOf(read: Pick<ReadCase, 'known' | 'words'>, agencyId: string): Enclosure[] {
  const own = (kind: string) => (read.known.byKind.get(kind) ?? []).filter(fact => fact.agency === agencyId)
  const words = (fact: Statement) => wordsOf(read, fact)
  const nameIn = (fact: Statement) => nameSaid(words(fact))
  const found: Enclosure[] = []
  const add = (fact: Statement | undefined, label: (fact: Statement) => string, isUsual = false) => {
    if (fact) found.push({ root: fact.root, label: label(fact), isUsual })
  }
  const born = own(childBorn.kind).at(-1)
  add(own(childNamed.kind).at(-1), fact => sayName(words(fact)), true)
  add(born, sayBirth, true)
  if (!born) {
    const expected = own(birthExpected.kind).at(-1)
    add(expected, fact => `Expected date of birth: ${sayDay((fact.data as { expectedOn: string }).expectedOn)}`, true)
  }
  for (const [scheme, label] of [
    ['nhs-number', 'NHS number'],
    ['upn', 'Unique pupil number'],
  ] as const) {
    const has = (fact: Statement) => (fact.data as { scheme?: string }).scheme === scheme && words(fact)['identifier']
    add(own(childIdentified.kind).filter(has).at(-1), fact => `${label}: ${words(fact)['identifier']}`)
  }
  add(own(addressKnown.kind).at(-1), fact => {
    return `Address: ${[words(fact)['address'], words(fact)['postcode']].filter(Boolean).join(', ')}`
  })
  const people = new Map(own(personConnected.kind).map(fact => [nameIn(fact).toLowerCase(), fact]))
  for (const fact of people.values()) add(fact, () => `${nameIn(fact)}, ${relationshipOf(fact)}`)
  return found
}

const nameSaid = ({ forenames, surname }: Readonly<Record<string, string>>) =>
  [forenames, surname].filter(Boolean).join(' ')
const sayName = (words: Readonly<Record<string, string>>) => `Name: ${nameSaid(words)}`
const sayBirth = ({ happened }: Statement) => `Date of birth: ${sayDay(happened.from)}`

/** The name and the date of birth as another agency told them last. */
export function toldEnclosuresOf(read: Pick<ReadCase, 'known' | 'words'>, agencyId: string): ToldEnclosure[] {
  return [childNamed.kind, childBorn.kind].flatMap((kind): ToldEnclosure[] => {
    const all = read.known.byKind.get(kind) ?? []
    const told = all.findLast(fact => fact.agency !== agencyId)
    const words = wordsOf(read, told)
    if (!told || (kind === childNamed.kind && nameSaid(words) === '')) return []
    const label = kind === childNamed.kind ? sayName(words) : sayBirth(told)
    const own = all.findLast(fact => fact.agency === agencyId)?.root
    const fact = { kind, happened: told.happened, data: told.data, narrative: words }
    return [{ root: told.root, label, isUsual: true, toldBy: told.agency, own, fact }]
  })
}

/** What was ticked, as the agency’s own records: what another agency told is recorded anew. */
export function asOwn(
  caseId: string,
  ticked: readonly string[],
  told: readonly ToldEnclosure[],
): { readonly roots: string[]; readonly acts: Recording[] } {
  const acts: Recording[] = []
  const roots = ticked.map(root => {
    const found = told.find(one => one.root === root)
    if (!found) return root
    if (found.own) return found.own
    const id = newId()
    acts.push({ act: 'record', id, caseId, ...found.fact })
    return id
  })
  return { roots: [...new Set(roots)], acts }
}

function relationshipOf(fact: Statement): string {
  const { options } = personConnected.fields.relationship
  const code = (fact.data as { relationship?: keyof typeof options }).relationship ?? 'other'
  return options[code].label.toLowerCase()
}
