/** What can go with a request, so that those who are asked know whom it is about: only what the asking agency recorded itself. */
import type { Statement } from '../../engine/fact.ts'
import type { ReadCase } from '../../ledger/read.ts'
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

/** The latest of each kind that an agency recorded about who the child is, and the people around the child. */
export function enclosuresOf(read: Pick<ReadCase, 'known' | 'words'>, agencyId: string): Enclosure[] {
  const own = (kind: string) => (read.known.byKind.get(kind) ?? []).filter(fact => fact.agency === agencyId)
  const words = (fact: Statement) => wordsOf(read, fact)
  const nameIn = (fact: Statement) => [words(fact)['forenames'], words(fact)['surname']].filter(Boolean).join(' ')
  const found: Enclosure[] = []
  const add = (fact: Statement | undefined, label: (fact: Statement) => string, isUsual = false) => {
    if (fact) found.push({ root: fact.root, label: label(fact), isUsual })
  }
  const born = own(childBorn.kind).at(-1)
  add(own(childNamed.kind).at(-1), fact => `Name: ${nameIn(fact)}`, true)
  add(born, fact => `Date of birth: ${sayDay(fact.happened.from)}`, true)
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

function relationshipOf(fact: Statement): string {
  const { options } = personConnected.fields.relationship
  const code = (fact.data as { relationship?: keyof typeof options }).relationship ?? 'other'
  return options[code].label.toLowerCase()
}
