/** What the ledger keeps beside a case because facts say so: who works on it, and the index by which its people are found. */
import type { PoolClient } from 'pg'
import type { Statement } from '../engine/fact.ts'
import type { Known } from '../engine/statements.ts'
import { type Findable, searchKeys } from '../people/search-keys.ts'
import { caseAllocated } from '../procedures/allocation.ts'
import { guidance } from '../procedures/index.ts'
import { addressKnown, childBorn, childIdentified, childNamed, personConnected } from '../procedures/people.ts'
import { closeToDeclared } from './conflicts-by-name.ts'
import type { DerivedCase } from './derived.ts'
import { clearTold, writeTold } from './people-told.ts'
import { readableWords, type WordsRow } from './removed-words.ts'
import { grouped, insertRows, type StoredEntry } from './rows.ts'

/** The worker whom the latest allocation names; as it was where none does. */
export function allocation(
  known: Known,
  before: { readonly workerPostId: string | null },
): { workerPostId: string | null } {
  const latest = known.byKind.get(caseAllocated.kind)?.at(-1) as Statement<typeof caseAllocated.fields> | undefined
  return { workerPostId: latest?.data.worker?.[0] ?? before.workerPostId }
}

/** Kinds of fact that say who somebody, or what a matter, is. */
export const findableKinds: ReadonlySet<string> = new Set([
  ...[childNamed, childBorn, childIdentified, addressKnown, personConnected].map(kind => kind.kind),
  ...[...guidance.kinds.values()].filter(({ names }) => names !== undefined).map(({ kind }) => kind),
])

const personColumns = [
  ['area_id', 'uuid'],
  ['id', 'uuid'],
  ['case_id', 'uuid'],
  ['compartment_id', 'uuid'],
  ['role', 'text'],
  ['forenames', 'text'],
  ['surname', 'text'],
  ['birth_day', 'date'],
  ['postcode', 'text'],
  ['nhs_number', 'text'],
  ['upn', 'text'],
  ['reference', 'text'],
] as const
const keyColumns = [
  ['area_id', 'uuid'],
  ['key', 'text'],
  ['person_id', 'uuid'],
  ['compartment_id', 'uuid'],
] as const

interface Person extends Findable {
  readonly id: string
  readonly compartmentId: string
  readonly role: string
}

type Texts = ReadonlyMap<string, Readonly<Record<string, string>>>

/**
 * Rebuilds the index rows of cases in which a fact about people was added, or reached somebody; and closes a case to whoever
 * declared one of them, where anybody of the area declared names.
 */
export async function indexPeople(
  client: PoolClient,
  areaId: string,
  cases: readonly DerivedCase[],
  added: ReadonlyMap<string, readonly StoredEntry[]>,
  { isNew, hasDeclaredNames }: { readonly isNew: boolean; readonly hasDeclaredNames: boolean },
): Promise<void> {
  const changed = cases.filter(
    ({ caseFile }) => caseFile.isToldAnew || added.get(caseFile.id)?.some(entry => findableKinds.has(entry.kind)),
  )
  if (changed.length === 0) return
  const ids = changed.map(one => one.caseFile.id)
  if (!isNew) await clearIndex(client, areaId, ids)
  const texts = await readTexts(client, areaId, ids, changed)
  const persons: object[] = []
  const keys: object[] = []
  for (const one of changed) {
    for (const person of personsOf(one, texts)) {
      persons.push({
        area_id: areaId,
        id: person.id,
        case_id: one.caseFile.id,
        compartment_id: person.compartmentId,
        role: person.role,
        forenames: person.forenames,
        surname: person.surname,
        birth_day: person.birthDay,
        postcode: person.postcode,
        nhs_number: person.nhsNumber,
        upn: person.upn,
        reference: person.reference,
      })
      for (const key of searchKeys(person))
        keys.push({ area_id: areaId, key, person_id: person.id, compartment_id: person.compartmentId })
    }
  }
  await insertRows(client, 'search_person', personColumns, persons)
  await insertRows(client, 'search_key', keyColumns, keys)
  if (hasDeclaredNames) await closeToDeclared(client, areaId, { caseIds: ids })
  await writeTold(client, areaId, changed, fact => texts.get(latestId(fact)) ?? {})
}

/** Takes cases out of the index by which people are found. */
export async function clearIndex(client: PoolClient, areaId: string, caseIds: readonly string[]): Promise<void> {
  await client.query({
    name: 'clear keys',
    text: 'delete from search_key k using search_person p where p.area_id = $1 and p.case_id = any($2) and k.area_id = $1 and k.person_id = p.id',
    values: [areaId, caseIds],
  })
  await client.query({
    name: 'clear persons',
    text: 'delete from search_person where area_id = $1 and case_id = any($2)',
    values: [areaId, caseIds],
  })
  await client.query({
    name: 'clear possible matches',
    text: 'delete from possible_match where area_id = $1 and (case_id = any($2) or other_case_id = any($2))',
    values: [areaId, caseIds],
  })
  await clearTold(client, areaId, caseIds)
}

async function readTexts(
  client: PoolClient,
  areaId: string,
  caseIds: readonly string[],
  cases: readonly DerivedCase[],
): Promise<Texts> {
  const entries = cases.flatMap(one => one.entries)
  const current = cases.flatMap(one =>
    one.derived.known.inOrder.filter(fact => findableKinds.has(fact.kind)).map(latestId),
  )
  const { rows } = await client.query<WordsRow>({
    name: 'texts of people',
    text: 'select fact_id, field, text from narrative where area_id = $1 and case_id = any($2) and fact_id = any($3)',
    values: [areaId, caseIds, current],
  })
  const texts = new Map<string, Record<string, string>>()
  for (const [id, words] of readableWords(rows, entries))
    texts.set(id, Object.fromEntries(Object.entries(words).map(([field, text]) => [field, text ?? ''])))
  return texts
}

/** The entry whose words stand now. */
function latestId(fact: Statement): string {
  return fact.versions.findLast(entry => entry.act === 'correct')?.id ?? fact.root
}

/**
 * The people of a case as each compartment tells of them: what one agency recorded is never filed under what another did, so
 * that nobody finds or reads more than the compartment says.
 */
function personsOf({ derived, entries }: DerivedCase, texts: Texts): Person[] {
  const compartments = new Map(entries.map(entry => [entry.root, entry.compartmentId]))
  const facts = derived.known.inOrder.filter(fact => findableKinds.has(fact.kind))
  return [...grouped(facts, fact => compartments.get(fact.root) ?? '')].flatMap(([compartmentId, said]) =>
    personsOfCompartment(compartmentId, said, texts),
  )
}

function personsOfCompartment(compartmentId: string, facts: readonly Statement[], texts: Texts): Person[] {
  const of = (kind: { kind: string }) => facts.filter(fact => fact.kind === kind.kind)
  const words = (fact: Statement | undefined, field: string) => (fact ? (texts.get(latestId(fact))?.[field] ?? '') : '')
  const identifier = (scheme: string) => {
    const fact = of(childIdentified).findLast(one => (one.data as { scheme?: string }).scheme === scheme)
    return words(fact, 'identifier') || null
  }
  const child = {
    compartmentId,
    role: 'child',
    birthDay: of(childBorn).at(-1)?.happened.from ?? null,
    postcode: words(of(addressKnown).at(-1), 'postcode') || null,
    nhsNumber: identifier('nhs-number'),
    upn: identifier('upn'),
    reference: identifier('la-child-id'),
  }
  // Each name that the child ever had finds the child; where none is known, what else is.
  const named = of(childNamed)
  const others = facts.filter(fact => partOf(fact) !== undefined)
  const nameless = facts.filter(fact => fact.kind !== personConnected.kind && !others.includes(fact)).slice(0, 1)
  const children = (named.length > 0 ? named : nameless).map(fact => ({
    ...child,
    id: fact.root,
    forenames: words(fact, 'forenames'),
    surname: words(fact, 'surname'),
  }))
  const around = of(personConnected).map(fact => {
    const data = fact.data as { bornOn?: string; relationship?: string }
    return {
      id: fact.root,
      compartmentId,
      role: data.relationship ?? 'other',
      forenames: words(fact, 'forenames'),
      surname: words(fact, 'surname'),
      birthDay: data.bornOn ?? null,
      postcode: null,
      nhsNumber: null,
      upn: null,
      reference: null,
    }
  })
  const besides = others.map(fact => ({
    id: fact.root,
    compartmentId,
    role: partOf(fact) ?? 'other',
    forenames: words(fact, 'forenames'),
    surname: words(fact, 'surname') || words(fact, 'name'),
    birthDay: (fact.data as { bornOn?: string }).bornOn ?? null,
    postcode: null,
    nhsNumber: null,
    upn: null,
    reference: null,
  }))
  return [...children, ...around, ...besides]
}

/** The part in which a fact of that kind names somebody or something, where its kind is made for that. */
function partOf(fact: Statement): string | undefined {
  return guidance.kinds.get(fact.kind)?.names
}
