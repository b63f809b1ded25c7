/** Children who may be the one that is about to be recorded, among those that the visitor may see. */
import type { PoolClient } from 'pg'
import { byRarity, plain, searchKeys } from '../../people/search-keys.ts'

export interface Sought {
  readonly forenames: string
  readonly surname: string
  readonly birthDay: string | null
  readonly postcode: string | null
  readonly nhsNumber: string | null
  readonly upn: string | null
}

export interface Existing {
  readonly reference: string
  readonly name: string
  readonly birthDay: string | null
  /** What the two have in common, in words. */
  readonly because: readonly string[]
}

interface Row {
  readonly case_id: string
  readonly reference: string
  readonly forenames: string
  readonly surname: string
  readonly birth_day: string | null
  readonly postcode: string | null
  readonly nhs_number: string | null
  readonly upn: string | null
}

const likely = 4
/** So many records are compared: those that share the most keys. */
const mostCompared = 300
const mostShown = 8

/**
 * Existing children who share an identifier, or enough of name, birth date and address.
 * @param client a reader's connection within its context: whom it may not see is not found
 */
export async function findExisting(
  client: PoolClient,
  areaIds: readonly string[],
  sought: Sought,
): Promise<Existing[]> {
  // A name alone makes nobody likely: too many share it.
  const { rare: keys } = byRarity(searchKeys({ ...sought, reference: null }))
  if (keys.length === 0) return []
  const { rows } = await client.query<Row>({
    name: 'children by keys',
    text: `select distinct on (p.case_id, p.id) p.case_id, c.reference, p.forenames, p.surname, p.birth_day, p.postcode, p.nhs_number, p.upn
           from search_person p join case_file c on c.area_id = p.area_id and c.id = p.case_id
           where p.area_id = any($1) and p.role = 'child' and c.kind = 'child' and p.id = any(array(
             select k.person_id from unnest($2::text[]) with ordinality as q (key, place)
             join search_key k on k.area_id = any($1) and k.key = q.key group by k.person_id
             order by count(*) desc, min(q.place), k.person_id limit ${mostCompared}))
           order by p.case_id, p.id`,
    values: [areaIds, keys],
  })
  const best = new Map<string, { row: Row; score: number; because: string[] }>()
  for (const row of rows) {
    const scored = compare(sought, row)
    if (scored.score >= likely && scored.score > (best.get(row.case_id)?.score ?? 0))
      best.set(row.case_id, { row, ...scored })
  }
  return [...best.values()]
    .toSorted((a, b) => b.score - a.score || a.row.reference.localeCompare(b.row.reference))
    .slice(0, mostShown)
    .map(({ row, because }) => ({
      reference: row.reference,
      name: `${row.forenames} ${row.surname}`.trim(),
      birthDay: row.birth_day,
      because,
    }))
}

/** How much two have in common: a sum of weights, each with its words. */
function compare(sought: Sought, row: Row): { score: number; because: string[] } {
  const because: string[] = []
  let score = 0
  const count = (isSame: boolean, weight: number, words: string) => {
    if (!isSame) return
    score += weight
    because.push(words)
  }
  const same = (a: string | null, b: string | null) => Boolean(a && b) && plain(a ?? '') === plain(b ?? '')
  const alike = (a: string, b: string, key: 's' | 'f') => {
    const keysOf = (name: string) =>
      searchKeys({ ...nobody, ...(key === 's' ? { surname: name } : { forenames: name }) }).filter(one =>
        one.startsWith(`${key}:`),
      )
    return keysOf(a).some(one => keysOf(b).includes(one))
  }
  count(same(sought.nhsNumber, row.nhs_number), 10, 'same NHS number')
  count(same(sought.upn, row.upn), 10, 'same pupil number')
  if (same(sought.surname, row.surname)) count(true, 2, 'same last name')
  else count(alike(sought.surname, row.surname, 's'), 1, 'last name sounds alike')
  if (same(sought.forenames, row.forenames)) count(true, 2, 'same first name')
  else count(alike(sought.forenames, row.forenames, 'f'), 1, 'first name sounds alike')
  if (same(sought.birthDay, row.birth_day)) count(true, 3, 'same date of birth')
  else count(isNearBirth(sought.birthDay, row.birth_day), 1, 'similar date of birth')
  count(same(sought.postcode, row.postcode), 2, 'same postcode')
  return { score, because }
}

const nobody = {
  forenames: '',
  surname: '',
  birthDay: null,
  postcode: null,
  nhsNumber: null,
  upn: null,
  reference: null,
} as const

/** Day and month changed places, or one of the three parts differs. */
function isNearBirth(a: string | null, b: string | null): boolean {
  if (!a || !b) return false
  const [one, other] = [a.split('-'), b.split('-')]
  if (one[0] === other[0] && one[1] === other[2] && one[2] === other[1]) return true
  return one.filter((part, at) => part === other[at]).length === 2
}
