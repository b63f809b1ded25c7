/** Children who may be the one that is about to be recorded, among those that the visitor may see. */
import type { PoolClient } from 'pg'
import { childrenOfArea } from './children-of-area.ts'
import { type ComparedChild, comparingChild } from './matching/one-child.ts'
import { byRarity, plain, searchKeys } from './search-keys.ts'
import { toldByRareKeys } from './told.ts'

export interface Sought {
  readonly forenames: string
  readonly surname: string
  readonly birthDay: string | null
  readonly postcode: string | null
  readonly nhsNumber: string | null
  readonly upn: string | null
}

export interface Existing extends Omit<ComparedChild, 'score'> {
  readonly reference: string
  readonly name: string
  readonly birthDay: string | null
  /** Whether the pupil number is the same: that is the same child. */
  readonly isSamePupil: boolean
}

interface Row extends Sought {
  readonly caseId: string
  readonly reference: string
}

/** So many records are compared: those that share the most keys. */
const mostCompared = 300
const mostShown = 8
/** Who is less likely to be meant than this, or of the family, is not shown. */
const worthShowing = 0.01

/**
 * Existing children who may be the one that is meant, or are of one family with them, the likeliest first.
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
    text: `select distinct on (p.case_id, p.id) p.case_id as "caseId", c.reference, p.forenames, p.surname, p.birth_day as "birthDay",
             p.postcode, p.nhs_number as "nhsNumber", p.upn
           from search_person p join case_file c on c.area_id = p.area_id and c.id = p.case_id
           where p.area_id = any($1) and p.role = 'child' and c.kind = 'child' and p.id = any(array(
             select k.person_id from unnest($2::text[]) with ordinality as q (key, place)
             join search_key k on k.area_id = any($1) and k.key = q.key group by k.person_id
             order by count(*) desc, min(q.place), k.person_id limit ${mostCompared}))
           order by p.case_id, p.id`,
    values: [areaIds, keys],
  })
  rows.push(...(await toldOf(client, areaIds, keys)))
  const compare = comparingChild(sought, await childrenOfArea(client, areaIds[0] ?? '', [sought]))
  const best = new Map<string, { row: Row; found: ComparedChild; isSamePupil: boolean }>()
  for (const row of rows) {
    const found = compare(row)
    const isSamePupil = Boolean(sought.upn && row.upn) && plain(sought.upn ?? '') === plain(row.upn ?? '')
    if (!isSamePupil && found.score < worthShowing && found.family < worthShowing) continue
    const before = best.get(row.caseId)
    if (!before || found.score > before.found.score) best.set(row.caseId, { row, found, isSamePupil })
  }
  return [...best.values()]
    .toSorted(
      (a, b) =>
        Number(b.isSamePupil) - Number(a.isSamePupil) ||
        b.found.score - a.found.score ||
        b.found.family - a.found.family ||
        a.row.reference.localeCompare(b.row.reference),
    )
    .slice(0, mostShown)
    .map(({ row, found, isSamePupil }) => ({
      reference: row.reference,
      name: `${row.forenames} ${row.surname}`.trim(),
      birthDay: row.birthDay,
      band: isSamePupil ? 'same' : found.band,
      family: isSamePupil ? 0 : found.family,
      weighed: found.weighed,
      isSamePupil,
    }))
}

/** Children of whom the reader's agency was told, as far as it was. */
async function toldOf(client: PoolClient, areaIds: readonly string[], keys: readonly string[]): Promise<Row[]> {
  const told = await toldByRareKeys(client, areaIds, keys, mostCompared)
  const children = told.filter(({ role }) => role === 'child')
  if (children.length === 0) return []
  const { rows } = await client.query<{ id: string; reference: string }>({
    name: 'files of children told of',
    text: `select id, reference from case_file where area_id = any($1) and id = any($2) and kind = 'child'`,
    values: [areaIds, [...new Set(children.map(row => row.case_id))]],
  })
  const references = new Map(rows.map(({ id, reference }) => [id, reference]))
  return children.flatMap(({ case_id: caseId, ...child }): Row[] => {
    const reference = references.get(caseId)
    if (reference === undefined) return []
    const { forenames, surname, birth_day: birthDay, postcode, nhs_number: nhsNumber, upn } = child
    return [
      { caseId, reference, forenames: forenames ?? '', surname: surname ?? '', birthDay, postcode, nhsNumber, upn },
    ]
  })
}
