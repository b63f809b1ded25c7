/**
 * People whom the reader's agency was told of. Each disclosed fact is a row of its own; a person is put together here from the
 * rows that row security lets through at this moment, so that nobody finds or reads more than was disclosed and still is.
 */
import type { PoolClient } from 'pg'

/** A person as found. Days are YYYY-MM-DD. */
export interface PersonRow {
  readonly case_id: string
  /** Nothing, as all that follows, where a file was asked for of whose child nothing may be seen. */
  readonly role: string | null
  readonly forenames: string | null
  readonly surname: string | null
  readonly birth_day: string | null
  readonly postcode: string | null
  readonly nhs_number: string | null
  readonly upn: string | null
  readonly own_number: string | null
}

interface ToldRow extends PersonRow {
  readonly compartment_id: string
}

const columns = `t.case_id, t.compartment_id, t.role, t.forenames, t.surname, t.birth_day, t.postcode, t.nhs_number, t.upn,
  t.reference as own_number`

/**
 * The people of those cases of which the agency was told something that shares keys with the query.
 * @param keys the rarest kind first
 * @param most so many cases are looked at: those that share the most keys, then those with the rarer kind
 */
export function toldByRareKeys(
  client: PoolClient,
  areaIds: readonly string[],
  keys: readonly string[],
  most: number,
): Promise<PersonRow[]> {
  const order = 'group by k.case_id order by count(*) desc, min(q.place), k.case_id'
  return toldByKeys(client, 'told people by rare keys', order, [areaIds, keys, most])
}

/** The same by keys that many share. No order among them: no more are looked up than are compared. */
export function toldByCommonKeys(
  client: PoolClient,
  areaIds: readonly string[],
  keys: readonly string[],
  most: number,
): Promise<PersonRow[]> {
  return toldByKeys(client, 'told people by common keys', '', [areaIds, keys, most])
}

async function toldByKeys(client: PoolClient, name: string, order: string, values: unknown[]): Promise<PersonRow[]> {
  const { rows } = await client.query<ToldRow>({
    name,
    text: `select ${columns} from search_told t
           where t.area_id = any($1) and t.case_id = any(array(
             select k.case_id from unnest($2::text[]) with ordinality as q (key, place)
             join search_told_key k on k.area_id = any($1) and k.key = q.key ${order} limit $3))
           order by t.case_id, t.place`,
    values,
  })
  return putTogether(rows)
}

/** The people of these cases of whom the agency was told, those named last after those named first. */
export async function toldOfCases(
  client: PoolClient,
  areaIds: readonly string[],
  caseIds: readonly string[],
): Promise<PersonRow[]> {
  if (caseIds.length === 0) return []
  const { rows } = await client.query<ToldRow>({
    name: 'told people of cases',
    text: `select ${columns} from search_told t where t.area_id = any($1) and t.case_id = any($2) order by t.case_id, t.place`,
    values: [areaIds, caseIds],
  })
  return putTogether(rows)
}

/** What different agencies told of one case is not mixed: each told of somebody as it knows them. */
function putTogether(rows: readonly ToldRow[]): PersonRow[] {
  const groups = new Map<string, ToldRow[]>()
  for (const row of rows) {
    const key = `${row.case_id} ${row.compartment_id}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()].flatMap(group => [
    ...childOf(group.filter(row => row.role === 'child')),
    ...group.filter(row => row.role !== 'child'),
  ])
}

/** The child by each name; by what else is known where no name was told. */
function childOf(facts: readonly ToldRow[]): PersonRow[] {
  const [first] = facts
  if (!first) return []
  const last = (column: 'birth_day' | 'postcode' | 'nhs_number' | 'upn' | 'own_number') =>
    facts.findLast(fact => fact[column] !== null)?.[column] || null
  const rest = {
    case_id: first.case_id,
    role: 'child',
    birth_day: last('birth_day'),
    postcode: last('postcode'),
    nhs_number: last('nhs_number'),
    upn: last('upn'),
    own_number: last('own_number'),
  }
  const named = facts.filter(fact => fact.surname !== null)
  return (named.length > 0 ? named : [first]).map(({ forenames, surname }) => ({ ...rest, forenames, surname }))
}
