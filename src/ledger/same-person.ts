/**
 * An adult who stands on several files: nobody joins them, so each time it is worked out from the same name with the same date of
 * birth, or with the same postcode of the children. It may be two people, and whoever shows it must say so.
 */
import type { PoolClient } from 'pg'
import { type Found, findPeople, isTitle } from '../people/search.ts'
import { plain } from '../people/search-keys.ts'
import { emptyQuery } from '../people/search-query.ts'
import { toldOfCases } from '../people/told.ts'
import { grouped } from './rows.ts'

/** Somebody who may be one person on several files. */
export interface United {
  /** The first of those found who are this person. */
  readonly first: Found
  /** The names as the files have them. */
  readonly names: readonly string[]
  readonly birthDay: string | null
  readonly files: readonly FileOfUnited[]
}

export interface FileOfUnited {
  readonly caseId: string
  readonly reference: string
  /** What the person is on it: mostly one thing. */
  readonly roles: readonly string[]
  /** By what the file is put with the others, besides the name; by nothing where it is the only one, or whoever looks put it there. */
  readonly by: 'birth-day' | 'postcode' | 'alone' | 'person'
}

/** So many people of a name are compared. */
const mostCompared = 200

/** The parts of those who are, or may be, children, and of what is no person. */
const noAdults: ReadonlySet<string> = new Set(['child', 'matter', 'sibling', 'affected-child'])

/** Whether it is somebody who may be an adult, and has a name. */
export function isAdult({ role, name }: Found): boolean {
  return !noAdults.has(role) && name !== ''
}

/** Which of the people found may be one adult on several files. */
export async function uniteFound(
  client: PoolClient,
  areaIds: readonly string[],
  found: readonly Found[],
): Promise<United[]> {
  const adults = found.filter(isAdult)
  const names = grouped(adults, one => plain(one.name))
  const several = adults.filter(one => new Set(names.get(plain(one.name))?.map(each => each.caseId)).size > 1)
  if (several.length === 0) return []
  const ids = several.flatMap(one => (one.birthDay ? [] : (names.get(plain(one.name)) ?? []).map(each => each.caseId)))
  const homes = await homesOf(client, areaIds, [...new Set(ids)])
  return unite(several, homes)
}

/**
 * All files on which the person of that name on that file may stand, as far as the reader may see: that file at least.
 * @param birthDay what is known of it, so that among many of one name those of that day are found first
 */
export async function findFilesOf(
  client: PoolClient,
  areaIds: readonly string[],
  {
    name,
    birthDay,
    reference,
  }: { readonly name: string; readonly birthDay: string | null; readonly reference: string },
): Promise<United | undefined> {
  const query = { ...emptyQuery, names: name.split(/\s+/), birthDay }
  const found = await findPeople(client, areaIds, query, mostCompared)
  const ofName = found.filter(one => plain(one.name) === plain(name))
  const united = await uniteFound(client, areaIds, ofName)
  const several = united.find(({ files }) => files.some(file => file.reference === reference))
  return several ?? aloneOn(ofName.filter(one => one.reference === reference && isAdult(one)))
}

function aloneOn(people: readonly Found[]): United | undefined {
  const [first] = people
  if (!first) return undefined
  const roles = [...new Set(people.map(({ role }) => role))]
  const file = { caseId: first.caseId, reference: first.reference, roles, by: 'alone' } as const
  return { first, names: [first.name], birthDay: first.birthDay, files: [file] }
}

/**
 * Who may be one: of one name, first by their date of birth; who has none is put with those of the same postcode where these are one
 * person only. Two of different dates of birth are never one.
 */
function unite(people: readonly Found[], homes: ReadonlyMap<string, string>): United[] {
  return [...grouped(people, one => plain(one.name)).values()].flatMap(namesakes => {
    const born = grouped(
      namesakes.filter(one => one.birthDay !== null),
      one => one.birthDay ?? '',
    )
    const groups = new Map<string, Found[]>([...born].map(([day, of]) => [`born ${day}`, [...of]]))
    for (const one of namesakes) {
      const home = plain(homes.get(one.caseId) ?? '')
      if (one.birthDay !== null || home === '') continue
      const there = [...born].filter(([, of]) => of.some(each => plain(homes.get(each.caseId) ?? '') === home))
      const key = there.length === 1 ? `born ${there[0]?.[0]}` : `at ${home}`
      groups.set(key, [...(groups.get(key) ?? []), one])
    }
    return [...groups.values()].flatMap(group => unitedOf(group) ?? [])
  })
}

function unitedOf(people: readonly Found[]): United | undefined {
  const dated = new Set(people.flatMap(one => (one.birthDay === null ? [] : one.caseId)))
  const files = [...grouped(people, one => one.caseId).values()].flatMap((of): FileOfUnited[] => {
    const [first] = of
    if (!first) return []
    const by = dated.size > 1 && dated.has(first.caseId) ? 'birth-day' : 'postcode'
    return [{ caseId: first.caseId, reference: first.reference, roles: [...new Set(of.map(one => one.role))], by }]
  })
  const [first] = people
  if (!first || files.length < 2) return undefined
  return {
    first,
    names: [...new Set(people.map(one => one.name))],
    birthDay: people.find(one => one.birthDay !== null)?.birthDay ?? null,
    files,
  }
}

/** Where the child of each file lives now, by the file's id; no entry where that may not be seen. */
export async function homesOf(
  client: PoolClient,
  areaIds: readonly string[],
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await client.query<{ case_id: string; postcode: string }>({
    name: 'postcodes of children of files',
    text: `select distinct on (case_id) case_id, postcode from search_person
           where area_id = any($1) and case_id = any($2) and role = 'child' and postcode is not null order by case_id, id desc`,
    values: [areaIds, caseIds],
  })
  const homes = new Map(rows.map(row => [row.case_id, row.postcode]))
  const others = caseIds.filter(id => !homes.has(id))
  for (const { case_id: id, role, postcode } of await toldOfCases(client, areaIds, others))
    if (isTitle(role ?? 'child') && postcode) homes.set(id, postcode)
  return homes
}
