/**
 * What is kept so that an agency finds the people whom it was told of: of each disclosed fact about a person what that fact
 * says, and nothing of what stands beside it undisclosed. Who sees which row when is said by the row policy alone.
 */
import type { PoolClient } from 'pg'
import type { Statement } from '../engine/fact.ts'
import { searchKeys } from '../people/search-keys.ts'
import { guidance } from '../procedures/index.ts'
import { addressKnown, childBorn, childIdentified, childNamed, personConnected } from '../procedures/people.ts'
import type { DerivedCase } from './derived.ts'
import { insertRows } from './rows.ts'

export const toldColumns = [
  ['area_id', 'uuid'],
  ['agency_id', 'uuid'],
  ['root', 'uuid'],
  ['case_id', 'uuid'],
  ['compartment_id', 'uuid'],
  ['place', 'integer'],
  ['role', 'text'],
  ['forenames', 'text'],
  ['surname', 'text'],
  ['birth_day', 'date'],
  ['postcode', 'text'],
  ['nhs_number', 'text'],
  ['upn', 'text'],
  ['reference', 'text'],
] as const
export const toldKeyColumns = [
  ['area_id', 'uuid'],
  ['agency_id', 'uuid'],
  ['key', 'text'],
  ['root', 'uuid'],
  ['case_id', 'uuid'],
] as const

/** The words of a fact as they stand now, by field. */
type Words = (fact: Statement) => Readonly<Record<string, string>>

/** Takes away what is kept of these cases. */
export async function clearTold(client: PoolClient, areaId: string, caseIds: readonly string[]): Promise<void> {
  for (const table of ['search_told_key', 'search_told'])
    await client.query({
      name: `clear ${table}`,
      text: `delete from ${table} where area_id = $1 and case_id = any($2)`,
      values: [areaId, caseIds],
    })
}

/** Writes the rows of cases for each agency that a fact about a person ever reached. */
export async function writeTold(
  client: PoolClient,
  areaId: string,
  cases: readonly DerivedCase[],
  words: Words,
): Promise<void> {
  const told: object[] = []
  const keys: object[] = []
  for (const { caseFile, derived, entries } of cases) {
    if (caseFile.reached.size === 0) continue
    const compartments = new Map(entries.map(entry => [entry.root, entry.compartmentId]))
    for (const [place, fact] of derived.known.inOrder.entries()) {
      const agencies = caseFile.reached.get(fact.root)
      const said = agencies && saidOfPerson(fact, words(fact))
      if (!said) continue
      const keysOfFact = searchKeys({
        forenames: said.forenames ?? '',
        surname: said.surname ?? '',
        birthDay: said.birth_day ?? null,
        postcode: said.postcode ?? null,
        nhsNumber: said.nhs_number ?? null,
        upn: said.upn ?? null,
        reference: said.reference ?? null,
      })
      for (const agencyId of agencies.keys()) {
        const common = { area_id: areaId, agency_id: agencyId, root: fact.root, case_id: caseFile.id }
        told.push({ ...common, ...said, compartment_id: compartments.get(fact.root), place })
        for (const key of keysOfFact) keys.push({ ...common, key })
      }
    }
  }
  await insertRows(client, 'search_told', toldColumns, told)
  await insertRows(client, 'search_told_key', toldKeyColumns, keys)
}

interface Said {
  readonly role: string
  readonly forenames?: string
  readonly surname?: string
  readonly birth_day?: string | null
  readonly postcode?: string
  readonly nhs_number?: string
  readonly upn?: string
  readonly reference?: string
}

const columnOfScheme: Readonly<Record<string, 'nhs_number' | 'upn' | 'reference'>> = {
  'nhs-number': 'nhs_number',
  upn: 'upn',
  'la-child-id': 'reference',
}

/** What one fact alone says of a person that can be looked for; nothing where it says none of that. */
function saidOfPerson(fact: Statement, words: Readonly<Record<string, string>>): Said | undefined {
  const { forenames = '', surname = '', postcode = '', identifier = '' } = words
  const data = fact.data as { scheme?: string; relationship?: string; bornOn?: string }
  switch (fact.kind) {
    case childNamed.kind:
      return { role: 'child', forenames, surname }
    case childBorn.kind:
      return { role: 'child', birth_day: fact.happened.from }
    case addressKnown.kind:
      return { role: 'child', postcode }
    case childIdentified.kind: {
      const column = columnOfScheme[data.scheme ?? '']
      return column && { role: 'child', [column]: identifier }
    }
    case personConnected.kind:
      return { role: data.relationship ?? 'other', forenames, surname, birth_day: data.bornOn ?? null }
    default: {
      const role = guidance.kinds.get(fact.kind)?.names
      return role === undefined
        ? undefined
        : { role, forenames, surname: surname || (words['name'] ?? ''), birth_day: data.bornOn ?? null }
    }
  }
}
