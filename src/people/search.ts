/**
 * Finding people among those that the reader may see: by equality on keys under row security, scored afterwards. What was
 * searched for is kept nowhere.
 */
import type { PoolClient } from 'pg'
import { together } from '../platform/transaction.ts'
import { likenessTo, mostPoints, type Sought } from './likeness.ts'
import { byRarity, searchKeys, slippedKeys } from './search-keys.ts'
import type { PeopleQuery } from './search-query.ts'
import { type PersonRow, toldByCommonKeys, toldByRareKeys, toldOfCases } from './told.ts'

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
  readonly forenames: string
  readonly surname: string
  /** The child of the file, where the person is somebody else. */
  readonly child: string
  readonly birthDay: string | null
  readonly postcode: string | null
  /** What matched, in plain words. */
  readonly because: readonly string[]
  readonly points: number
}

/** So many records are compared that share rare keys with the query: those that share the most, and the rarest kinds first. */
const mostRare = 300
/** So many that share a common one, where the rare ones found nobody who is likely meant. */
const mostCommon = 200
/** So many more with the same last name, where they did. */
const mostNamesakes = 60

/** The parts in which somebody or something gives a case its name: one of them on each case. */
const titleRoles = ['child', 'matter', 'worker']
const titles = `('${titleRoles.join("', '")}')`

/** Whether somebody in that part gives the case its name. */
export function isTitle(role: string): boolean {
  return titleRoles.includes(role)
}

/** Half of what could match must match. */
const enough = 0.5
/** Who matches so well is likely meant: nobody need be looked for who is less like them. */
const likely = 0.75

interface Scored {
  readonly row: PersonRow
  readonly role: string
  readonly name: string
  readonly because: readonly string[]
  readonly points: number
  /** The points, of those that somebody would get who is the same in everything. */
  readonly share: number
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
  const { rare, common } = byRarity(keysOf(query, asked))
  const compare = comparing(query, asked)
  const best = new Map<string, Scored>()
  const look = async (rows: Promise<readonly PersonRow[]>[]) => {
    for (const row of (await together(rows)).flat()) keepBest(best, compare(row))
  }
  if (rare.length > 0) await look([byRareKeys(client, areaIds, rare), toldByRareKeys(client, areaIds, rare, mostRare)])
  const isFound = [...best.values()].some(({ share }) => share >= likely)
  // A name alone is common; of two names one alone is looked for where nobody has both.
  const more = isFound ? common.filter(key => key.startsWith('a:')) : common
  const most = isFound ? mostNamesakes : mostCommon
  if (more.length > 0 && best.size < limit)
    await look([byCommonKeys(client, areaIds, more, most), toldByCommonKeys(client, areaIds, more, most)])
  if (query.reference)
    for (const row of await byReference(client, areaIds, query.reference))
      keepBest(best, scored(row, { points: 100, because: ['this file’s reference'], share: 1 }))
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
  const before = best.get(key)
  // Of two agencies who say the same name, the one that knows the date of birth says more.
  const saysMore = before?.points === found.points && !before.row.birth_day && found.row.birth_day
  if (saysMore || found.points > (before?.points ?? 0)) best.set(key, found)
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
  // A matter has one name of several words: a place, a round, an incident.
  orders.push({ forenames: '', surname: names.join(' '), ...others })
  return orders
}

function keysOf({ identifiers, birthDay }: PeopleQuery, asked: readonly Sought[]): Set<string> {
  const nobody = { nhsNumber: null, upn: null, reference: null }
  const keys = new Set(asked.flatMap(one => [...searchKeys({ ...one, ...nobody }), ...slippedKeys(one)]))
  for (const identifier of identifiers) keys.add(`i:${identifier}`)
  const [year, month = '', day = ''] = birthDay?.split('-') ?? []
  if (year && day !== '' && Number(day) <= 12) keys.add(`b:${year}-${day}-${month}`)
  return keys
}

const personColumns =
  'p.case_id, p.role, p.forenames, p.surname, p.birth_day, p.postcode, p.nhs_number, p.upn, p.reference as own_number'

/**
 * Records that share rare keys with the query. Their ids are taken first, as a list: joined instead, every person of the area
 * would be read. Each key is looked up by itself, so that each of the few rows is asked for in the grants: as one condition, the
 * database may expect many and list all that the post is granted.
 */
async function byRareKeys(
  client: PoolClient,
  areaIds: readonly string[],
  keys: readonly string[],
): Promise<PersonRow[]> {
  const { rows } = await client.query<PersonRow>({
    name: 'people by rare keys',
    text: `select ${personColumns} from search_person p
           where p.area_id = any($1) and p.id = any(array(
             select k.person_id from unnest($2::text[]) with ordinality as q (key, place)
             join search_key k on k.area_id = any($1) and k.key = q.key group by k.person_id
             order by count(*) desc, min(q.place), k.person_id limit ${mostRare}))`,
    values: [areaIds, keys],
  })
  return rows
}

/** Records that share a common key with the query. No order among them: no more are read than are compared. */
async function byCommonKeys(
  client: PoolClient,
  areaIds: readonly string[],
  keys: readonly string[],
  most: number,
): Promise<PersonRow[]> {
  const { rows } = await client.query<PersonRow>({
    name: 'people by common keys',
    text: `select ${personColumns} from search_person p
           where p.area_id = any($1) and p.id = any(array(
             select k.person_id from unnest($2::text[]) with ordinality as q (key, place)
             join search_key k on k.area_id = any($1) and k.key = q.key limit $3))`,
    values: [areaIds, keys, most],
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

/** Compares records with all that the query may mean; nothing of those that are not like it. */
function comparing(query: PeopleQuery, asked: readonly Sought[]): (row: PersonRow) => Scored | undefined {
  const meanings = asked.map(sought => {
    const isOneName = query.names.length > 1 && sought.forenames === ''
    return { compare: likenessTo(sought), most: mostPoints(sought), isOneName }
  })
  return row => {
    const person = {
      forenames: row.forenames ?? '',
      surname: row.surname ?? '',
      birthDay: row.birth_day,
      postcode: row.postcode,
      nhsNumber: row.nhs_number,
      upn: row.upn,
      ownNumber: row.own_number,
    }
    let best: Pick<Scored, 'points' | 'because' | 'share'> | undefined
    for (const { compare, most, isOneName } of meanings) {
      if (isOneName && person.forenames !== '') continue
      const { points, because } = compare(person)
      const isSame = because[0]?.startsWith('same ') && query.identifiers.length > 0 && points >= 10
      if (points === 0 || (!isSame && points < most * enough)) continue
      if (points > (best?.points ?? 0)) best = { points, because, share: isSame ? 1 : points / most }
    }
    return best && scored(row, best)
  }
}

function scored(row: PersonRow, best: Pick<Scored, 'points' | 'because' | 'share'>): Scored {
  const role = row.role ?? 'child'
  const because = role === 'matter' ? best.because.map(words => words.replace('last name', 'name')) : best.because
  return { row, role, name: nameOf(row), ...best, because }
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
    const names = { name, forenames: row.forenames ?? '', surname: row.surname ?? '' }
    const ofFile = { areaId, caseId, reference, restriction, team, worker, child }
    return [{ ...ofFile, ...names, role, birthDay, postcode, because, points }]
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
