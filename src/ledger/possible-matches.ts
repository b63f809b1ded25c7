/**
 * Compares the children of an area in the background, so that two files of one child are noticed whoever opened them. It works on the
 * whole area, and what it finds is seen only by those who may see both. Nothing is joined by it: a person decides.
 */
import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { childrenOfArea, everyChild } from '../people/children-of-area.ts'
import { type ChildSaid, comparingChild, fewBear } from '../people/matching/one-child.ts'
import { byRarity, searchKeys } from '../people/search-keys.ts'
import { transaction } from '../platform/transaction.ts'
import { areaByArea } from './area-by-area.ts'

const childrenAtOnce = 100
/** With so many others a child is compared at most: those that share the most keys. */
const mostCompared = 60
/** Names are counted anew once a day: in milliseconds. */
const countsEvery = 24 * 3600 * 1000

interface Row extends ChildSaid {
  readonly id: string
  readonly caseId: string
  readonly compartmentId: string
  /** Changes whenever the row is written anew. */
  readonly version: string
}

const columns = `p.id, p.case_id as "caseId", p.compartment_id as "compartmentId", p.forenames, p.surname,
  p.birth_day as "birthDay", p.postcode, p.nhs_number as "nhsNumber", p.xmin::text as version`

/**
 * Compares children of all areas who were named or described since they were compared last.
 * @param mostBatches see `areaByArea`, and so is `isStopped`
 */
export async function compareSome(
  recorder: Pool,
  mostBatches: number,
  now: () => number,
  isStopped: () => boolean,
): Promise<{ readonly isMore: boolean }> {
  const compare = async (areaId: string) => {
    const done = await transaction(recorder, client => compareChildren(client, areaId, now()))
    return { done, isMore: done === childrenAtOnce }
  }
  const { isMore } = await areaByArea(recorder, compare, mostBatches, isStopped)
  return { isMore }
}

/** Compares some children of an area, within the caller's transaction. Of several processes one does an area at a time. @returns how many */
export async function compareChildren(client: PoolClient, areaId: string, at: number): Promise<number> {
  const { rows: mine } = await client.query<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('goldthread compare'), hashtext($1)) as mine`,
    [areaId],
  )
  if (!mine[0]?.mine) return 0
  const { rows } = await client.query<Row>({
    name: 'children to compare',
    text: `select ${columns} from search_person p
           where p.area_id = $1 and p.role = 'child' and not p.compared order by p.id limit $2 for update skip locked`,
    values: [areaId, childrenAtOnce],
  })
  if (rows.length === 0) return 0
  await countNames(client, areaId, at)
  const area = await childrenOfArea(client, areaId, rows)
  const matches = new Map<string, Match>()
  for (const row of rows) {
    const compare = comparingChild(row, area)
    for (const other of await othersLike(client, areaId, row)) {
      const found = compare(other)
      if (found.band === 'different') continue
      const [first, second] = row.caseId < other.caseId ? [row, other] : [other, row]
      const pair = `${first.caseId} ${second.caseId}`
      // Of several names of one child the likeliest.
      if (found.score > (matches.get(pair)?.found.score ?? Number.NEGATIVE_INFINITY))
        matches.set(pair, { first, second, found })
    }
  }
  await keep(client, areaId, [...matches.values()], at)
  await client.query({
    name: 'children compared',
    text: 'update search_person set compared = true where area_id = $1 and id = any($2)',
    values: [areaId, rows.map(({ id }) => id)],
  })
  return rows.length
}

async function othersLike(client: PoolClient, areaId: string, row: Row): Promise<Row[]> {
  const { rare } = byRarity(searchKeys({ ...row, upn: null, reference: null }))
  const { rows } = await client.query<Row>({
    name: 'children like one',
    text: `select ${columns} from search_person p join case_file c on c.area_id = p.area_id and c.id = p.case_id
           where p.area_id = $1 and p.role = 'child' and p.case_id <> $3 and c.kind = 'child' and c.disposed_at is null
             and p.id = any(array(
               select k.person_id from unnest($2::text[]) with ordinality as q (key, place)
               join search_key k on k.area_id = $1 and k.key = q.key group by k.person_id
               order by count(*) desc, min(q.place), k.person_id limit ${mostCompared}))`,
    values: [areaId, rare, row.caseId],
  })
  return rows
}

interface Match {
  readonly first: Row
  readonly second: Row
  readonly found: ReturnType<ReturnType<typeof comparingChild>>
}

/** Who is still named and described as when it was compared; whoever corrects one of them now waits, and then takes the match away. */
async function stillAsRead(client: PoolClient, areaId: string, matches: readonly Match[]): Promise<Set<string>> {
  const versions = new Map(matches.flatMap(({ first, second }) => [first, second]).map(row => [row.id, row.version]))
  if (versions.size === 0) return new Set()
  const { rows } = await client.query<{ id: string; version: string }>({
    name: 'children as read',
    text: 'select id, xmin::text as version from search_person where area_id = $1 and id = any($2) order by id for share',
    values: [areaId, [...versions.keys()]],
  })
  return new Set(rows.flatMap(({ id, version }) => (versions.get(id) === version ? [id] : [])))
}

/** Keeps what was found, each pair once, unless the two are joined or were said to be different, or it was found likelier before. */
async function keep(client: PoolClient, areaId: string, found: readonly Match[], at: number): Promise<void> {
  const standing = await stillAsRead(client, areaId, found)
  const matches = found.filter(({ first, second }) => standing.has(first.id) && standing.has(second.id))
  if (matches.length === 0) return
  const digests = new Map<Row, string>()
  for (const row of matches.flatMap(({ first, second }) => [first, second]))
    if (!digests.has(row)) digests.set(row, digestsOf(row))
  await client.query({
    name: 'keep possible matches',
    text: `insert into possible_match as m (area_id, case_id, other_case_id, compartment_id, other_compartment_id, score, family, weighed,
             found_at, said, other_said)
           select $1, n.case_id, n.other_case_id, n.compartment_id, n.other_compartment_id, n.score, n.family, n.weighed, $2, n.said, n.other_said
           from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::float8[], $8::float8[], $9::jsonb[], $10::jsonb[], $11::jsonb[])
             as n (case_id, other_case_id, compartment_id, other_compartment_id, score, family, weighed, said, other_said)
           where not exists (select from person_link l where l.area_id = $1 and l.undone_at is null
               and ((l.case_id = n.case_id and l.other_case_id = n.other_case_id)
                 or (l.case_id = n.other_case_id and l.other_case_id = n.case_id)))
             and not exists (select from different_children d
               where d.area_id = $1 and d.case_id = n.case_id and d.other_case_id = n.other_case_id)
           on conflict (area_id, case_id, other_case_id) do update
             set score = excluded.score, family = excluded.family, weighed = excluded.weighed,
                 compartment_id = excluded.compartment_id, other_compartment_id = excluded.other_compartment_id,
                 said = excluded.said, other_said = excluded.other_said
             where excluded.score > m.score`,
    values: [
      areaId,
      new Date(at),
      matches.map(({ first }) => first.caseId),
      matches.map(({ second }) => second.caseId),
      matches.map(({ first }) => first.compartmentId),
      matches.map(({ second }) => second.compartmentId),
      matches.map(({ found }) => found.score),
      matches.map(({ found }) => found.family),
      matches.map(({ found }) => JSON.stringify(found.weighed)),
      matches.map(({ first }) => digests.get(first)),
      matches.map(({ second }) => digests.get(second)),
    ],
  })
}

/** Digests of what was compared of a child, so that whoever was told of the child is known to have been told of just that. */
function digestsOf({ forenames, surname, birthDay, postcode, nhsNumber }: Row): string {
  const said = { name: `${forenames ?? ''} ${surname ?? ''}`, birthDay, postcode, number: nhsNumber }
  const digests = Object.entries(said).flatMap(([field, words]) =>
    words ? [[field, createHash('sha256').update(words).digest('hex')]] : [],
  )
  return JSON.stringify(Object.fromEntries(digests))
}

/** Counts how common names are, where that was not done today. Only names that several bear are kept: it must name nobody. */
async function countNames(client: PoolClient, areaId: string, at: number): Promise<void> {
  const { rowCount } = await client.query(
    'select from name_share where area_id = $1 and key = $2 and counted_at > $3',
    [areaId, everyChild, new Date(at - countsEvery)],
  )
  if (rowCount) return
  await client.query('delete from name_share where area_id = $1', [areaId])
  await client.query(
    `with children as (select count(*)::float8 as count from search_person where area_id = $1 and role = 'child')
     insert into name_share (area_id, key, share, counted_at)
     select $1::uuid, $2::text, count, $3::timestamptz from children
     union all
     select $1::uuid, k.key, count(*) / (select greatest(count, 1) from children), $3::timestamptz from search_key k
     where k.area_id = $1 and (k.key like 's:%' or k.key like 'f:%') group by k.key having count(*) >= ${fewBear}`,
    [areaId, everyChild, new Date(at)],
  )
}
