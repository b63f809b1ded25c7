/**
 * Finding people among those that the reader may see: by equality on keys under row security, scored afterwards. What was
 * searched for is kept nowhere.
 */
import type { PoolClient } from 'pg'
import { likeness, mostPoints, type Sought } from './likeness.ts'
import { searchKeys } from './search-keys.ts'
import type { PeopleQuery } from './search-query.ts'
import { type PersonRow, toldByKeys, toldOfCases } from './told.ts'

export interface Found {
  readonly areaId: string
  readonly caseId: string
  /** Of the file. */
  readonly reference: string
  readonly restriction: 'none' | 'restricted' | 'shielded'
  readonly team: string | null
  readonly worker: string | null
  /** Who the person is on this file: 'child', or how they stand to the child. */
  readonly role: string
  /** Empty where the file's reference was asked for and nothing of the child may be seen. */
  readonly name: string
  /** The child of the file, where the person is somebody else. */
  readonly child: string
  readonly birthDay: string | null
  readonly postcode: string | null
  /** What matched, in plain words. */
  readonly because: readonly string[]
  readonly points: number
}

/** The parts in which somebody or something gives a case its name: one of them on each case. */
const titleRoles = ['child', 'matter', 'worker']
const titles = `('${titleRoles.join("', '")}')`

/** Whether somebody in that part gives the case its name. */
export function isTitle(role: string): boolean {
  return titleRoles.includes(role)
}

/** At most so many records are compared: those that share the most keys, and the rarest kinds of key first. */
const mostCompared = 500

/** Half of what could match must match. */
const enough = 0.5

interface Scored {
  readonly row: PersonRow
  readonly role: string
  readonly name: string
  readonly because: readonly string[]
  readonly points: number
}

/**
 * People like the one who is asked for, the likest first; one line for each person of each file.
 * @param client a reader's connection within its context: whom it may not see is not found and not counted
 */
export async function findPeople(
  client: PoolClient,
  areaIds: readonly string[],
  query: PeopleQuery,
  limit: number,
): Promise<Found[]> {
  const asked = readings(query)
  const keys = keysOf(query, asked)
  const rows =
    keys.length === 0
      ? []
      : [...(await candidates(client, areaIds, keys)), ...(await toldByKeys(client, areaIds, keys, mostCompared))]
  const best = new Map<string, Scored>()
  for (const row of rows) keepBest(best, compare(query, asked, row))
  if (query.reference)
    for (const row of await byReference(client, areaIds, query.reference))
      keepBest(best, scored(row, { points: 100, because: ['this file’s reference'] }))
  const likest = [...best.values()].toSorted(
    (a, b) => b.points - a.points || rank(a) - rank(b) || a.name.localeCompare(b.name),
  )
  return withFiles(client, areaIds, likest.slice(0, limit))
}

const rank = ({ role }: Scored) => (isTitle(role) ? 0 : 1)

function keepBest(best: Map<string, Scored>, found: Scored | undefined): void {
  if (!found) return
  // All names of one child are one line; of other people each stands on its own.
  const key = `${found.row.case_id} ${isTitle(found.role) ? '' : `${found.role} ${found.name}`}`
  if (found.points > (best.get(key)?.points ?? 0)) best.set(key, found)
}

/** What the query may mean: names typed without order are read in every order that makes sense. */
function readings({ names, forenames, surname, ...rest }: PeopleQuery): Sought[] {
  const others = { birthDay: rest.birthDay, postcode: rest.postcode, identifiers: rest.identifiers }
  if (names.length === 0) return [{ forenames, surname, ...others }]
  if (forenames || surname) {
    const all = names.join(' ')
    return [{ forenames: forenames || all, surname: surname || all, ...others }]
  }
  const [only = ''] = names
  if (names.length === 1)
    return [
      { forenames: '', surname: only, ...others },
      { forenames: only, surname: '', ...others },
    ]
  const orders: Sought[] = []
  for (let at = 1; at < names.length; at++) {
    const [front, back] = [names.slice(0, at).join(' '), names.slice(at).join(' ')]
    orders.push({ forenames: front, surname: back, ...others }, { forenames: back, surname: front, ...others })
  }
  return orders
}

/** From the kind of key that picks out fewest to the one that picks out most. */
const kinds = ['i', 'b', 'n', 'sy', 'fy', 'x', 'y', 'p', 'a', 's', 'f']

function keysOf({ identifiers, birthDay }: PeopleQuery, asked: readonly Sought[]): string[] {
  const nobody = { nhsNumber: null, upn: null, reference: null }
  const keys = new Set(asked.flatMap(one => searchKeys({ ...one, ...nobody })))
  for (const identifier of identifiers) keys.add(`i:${identifier}`)
  const [year, month = '', day = ''] = birthDay?.split('-') ?? []
  if (year && Number(day) <= 12) keys.add(`b:${year}-${day}-${month}`)
  const place = (key: string) => kinds.indexOf(key.split(':')[0] ?? '')
  return [...keys].toSorted((a, b) => place(a) - place(b))
}

const personColumns =
  'p.case_id, p.role, p.forenames, p.surname, p.birth_day, p.postcode, p.nhs_number, p.upn, p.reference as own_number'

/**
 * Records that share keys with the query: those with the most of them, then those with the rarer kind. Their ids are taken
 * first, as a list: joined instead, every person of the area would be read.
 */
async function candidates(
  client: PoolClient,
  areaIds: readonly string[],
  keys: readonly string[],
): Promise<PersonRow[]> {
  const { rows } = await client.query<PersonRow>({
    name: 'people by keys',
    text: `select ${personColumns} from search_person p
           where p.area_id = any($1) and p.id = any(array(
             select k.person_id from search_key k where k.area_id = any($1) and k.key = any($2) group by k.person_id
             order by count(*) desc, min(array_position($2::text[], k.key)), k.person_id limit ${mostCompared}))`,
    values: [areaIds, keys],
  })
  return rows
}

/** The child of a file by the file’s reference; the file alone where no name may be seen. */
async function byReference(client: PoolClient, areaIds: readonly string[], reference: string): Promise<PersonRow[]> {
  const { rows } = await client.query<PersonRow>({
    name: 'people by reference',
    text: `select ${personColumns.replace('p.case_id', 'c.id as case_id')} from case_file c
           left join search_person p on p.area_id = c.area_id and p.case_id = c.id and p.role in ${titles}
           where c.area_id = any($1) and c.reference = $2 and c.disposed_at is null order by p.id desc nulls last limit 1`,
    values: [areaIds, reference],
  })
  const unnamed = rows.filter(row => !isNamed(row)).map(row => row.case_id)
  const told = await toldOfCases(client, areaIds, unnamed)
  return rows.map(row => (isNamed(row) ? row : (told.findLast(one => isChildOf(one, row.case_id)) ?? row)))
}

const isNamed = ({ forenames, surname }: PersonRow) => `${forenames ?? ''}${surname ?? ''}` !== ''
const isChildOf = ({ role, case_id: of }: PersonRow, caseId: string) => isTitle(role ?? 'child') && of === caseId

function compare(query: PeopleQuery, asked: readonly Sought[], row: PersonRow): Scored | undefined {
  const person = {
    forenames: row.forenames ?? '',
    surname: row.surname ?? '',
    birthDay: row.birth_day,
    postcode: row.postcode,
    nhsNumber: row.nhs_number,
    upn: row.upn,
    ownNumber: row.own_number,
  }
  let best: { points: number; because: readonly string[] } | undefined
  for (const sought of asked) {
    const { points, because } = likeness(sought, person)
    const isSame = because[0]?.startsWith('same ') && query.identifiers.length > 0 && points >= 10
    if (points === 0 || (!isSame && points < mostPoints(sought) * enough)) continue
    if (points > (best?.points ?? 0)) best = { points, because }
  }
  return best && scored(row, best)
}

function scored(row: PersonRow, { points, because }: Pick<Scored, 'points' | 'because'>): Scored {
  return { row, role: row.role ?? 'child', name: nameOf(row), because, points }
}

interface File {
  readonly id: string
  readonly area_id: string
  readonly reference: string
  readonly restriction: Found['restriction']
  readonly team: string | null
  readonly worker: string | null
}

/** Puts the files beside the people, and what the children are called now: somebody found by a former name says so. */
async function withFiles(client: PoolClient, areaIds: readonly string[], people: readonly Scored[]): Promise<Found[]> {
  const caseIds = people.map(({ row }) => row.case_id)
  const children = await childrenOf(client, areaIds, caseIds)
  const { rows } = await client.query<File>({
    name: 'files of people',
    text: `select c.id, c.area_id, c.reference, c.restriction, h.name as team, w.name as worker from case_file c
           left join holder h on h.id = c.team_id left join post o on o.id = c.worker_post_id
           left join practitioner w on w.id = o.practitioner_id
           where c.area_id = any($1) and c.id = any($2)`,
    values: [areaIds, caseIds],
  })
  const files = new Map(rows.map(row => [row.id, row]))
  return people.flatMap(({ row, role, name, because, points }) => {
    const file = files.get(row.case_id)
    if (!file) return []
    const { area_id: areaId, reference, restriction, team, worker } = file
    const { case_id: caseId, birth_day: birthDay, postcode } = row
    const child = children.get(caseId) ?? ''
    return [
      { areaId, caseId, reference, restriction, team, worker, role, name, child, birthDay, postcode, because, points },
    ]
  })
}

/** What the child of each file is called now, by the file's id; no entry where no name may be seen. */
export async function childrenOf(
  client: PoolClient,
  areaIds: readonly string[],
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ case_id: string; name: string }>({
    name: 'children of files',
    text: `select distinct on (case_id) case_id, btrim(forenames || ' ' || surname) as name from search_person
           where area_id = any($1) and case_id = any($2) and role in ${titles} order by case_id, id desc`,
    values: [areaIds, caseIds],
  })
  const names = new Map(rows.map(row => [row.case_id, row.name]))
  const unnamed = caseIds.filter(id => !names.get(id))
  for (const row of await toldOfCases(client, areaIds, unnamed))
    if (isTitle(row.role ?? 'child') && isNamed(row)) names.set(row.case_id, nameOf(row))
  return names
}

function nameOf({ forenames, surname }: PersonRow): string {
  return `${forenames ?? ''} ${surname ?? ''}`.trim()
}
