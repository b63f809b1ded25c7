/**
 * A million people to look for: files of an authority's children, each with a name and a birth day, and the agencies that were
 * told of their names. Rows are made by the database from what a person is called: those that recording would have made, as a
 * test compares (`test/bench-people.test.ts`).
 */
import type { Pool, PoolClient } from 'pg'
import { addAgency } from '../src/people/establishment.ts'
import { searchKeys } from '../src/people/search-keys.ts'
import { transaction } from '../src/platform/database.ts'
import { newId } from '../src/platform/identifier.ts'
import { random } from './dataset.ts'
import { inventName, type Named } from './names.ts'
import type { BenchArea } from './server.ts'

/** Each of twenty teams works with as many files, and each of twenty agencies was told of as many: of whom the first is the first. */
export const seenOneIn = 20

interface Person extends Named {
  readonly birthDay: string
}

/** The same people every time. */
export function inventPeople(number: number): Person[] {
  const next = random(9)
  return Array.from({ length: number }, () => ({
    ...inventName(next),
    birthDay: new Date(Date.UTC(2008, 0, 1) + Math.floor(next() * 6570) * 86_400_000).toISOString().slice(0, 10),
  }))
}

const atOnce = 20_000

/** So many at once, with the number of the first. */
function* batchesOf<One>(people: readonly One[]): Generator<readonly [start: number, batch: readonly One[]]> {
  for (let start = 0; start < people.length; start += atOnce) yield [start, people.slice(start, start + atOnce)]
}

const nobody = { postcode: null, nhsNumber: null, upn: null, reference: null }
const idOf = (kind: number, number: string) =>
  `('0000000${kind}-0000-7000-8000-' || lpad((${number})::text, 12, '0'))::uuid`
const between = '\u001f'

/** Files them: each person is the child of a file whose one compartment is granted to the team that works on it. */
export async function filePeople(owner: Pool, area: BenchArea, people: readonly Person[]): Promise<void> {
  const tables = ['case_file', 'compartment', 'compartment_grant', 'search_person', 'search_key']
  await withoutIndexes(owner, tables, async client => {
    for (const [start, batch] of batchesOf(people)) {
      await client.query(
        `with n as materialized (
           select $3 + ordinality - 1 as number, ${idOf(1, '$3 + ordinality - 1')} as id, ${idOf(2, '$3 + ordinality - 1')} as case_id,
             ${idOf(3, '$3 + ordinality - 1')} as compartment_id, ($2::uuid[])[1 + ($3 + ordinality - 1) % ${seenOneIn}] as team_id, m.*
           from unnest($5::text[], $6::text[], $7::date[], $8::text[]) with ordinality as m (forenames, surname, birth_day, keys, ordinality)),
         persons as (insert into search_person (area_id, id, case_id, compartment_id, role, forenames, surname, birth_day)
           select $1, id, case_id, compartment_id, 'child', forenames, surname, birth_day from n),
         keys as (insert into search_key (area_id, key, person_id, compartment_id)
           select $1, unnest(string_to_array(keys, '${between}')), id, compartment_id from n),
         files as (insert into case_file (area_id, id, kind, reference, team_id)
           select $1, case_id, 'child', 'GT-' || number, team_id from n),
         compartments as (insert into compartment (area_id, id, case_id, agency_id, sensitivity)
           select $1, compartment_id, case_id, $4, 'ordinary' from n)
         insert into compartment_grant (area_id, compartment_id, case_id, holder_id, starts_at, reason)
         select $1, compartment_id, case_id, h.id, now() - interval '1 day', h.name
         from n join holder h on h.id = n.team_id or (h.area_id = $1 and h.kind = 'role')`,
        [
          area.areaId,
          area.teams,
          start,
          area.agencyId,
          batch.map(one => one.forenames),
          batch.map(one => one.surname),
          batch.map(one => one.birthDay),
          batch.map(one => searchKeys({ ...nobody, ...one }).join(between)),
        ],
      )
    }
  })
}

/**
 * The council tells twenty agencies the names of as many children each; the first of them tells the council the names of its own,
 * which it recorded as well and on whose files the council works.
 * @returns the agencies
 */
export async function tellAgencies(owner: Pool, area: BenchArea, people: readonly Named[]): Promise<string[]> {
  const agencyIds = Array.from({ length: seenOneIn }, newId)
  const [toAgencies, toCouncil] = [newId(), newId()]
  await transaction(owner, async client => {
    for (const [at, id] of agencyIds.entries())
      await addAgency(client, { id, kind: 'school', name: `School ${at + 1}` }, [area.areaId])
    for (const [id, from, to] of [
      [toAgencies, area.agencyId, agencyIds[0]],
      [toCouncil, agencyIds[0], area.agencyId],
    ])
      await client.query(
        `insert into disclosure (area_id, id, case_id, from_agency_id, to_agency_id, basis, necessity, family_told, reached_at, submission_id)
         values ($1, $2, ${idOf(2, '0')}, $3, $4, 'ca1989-s47', 'bench', 'yes', now() - interval '1 day', $2)`,
        [area.areaId, id, from, to],
      )
  })
  await withoutIndexes(owner, ['disclosed_fact', 'search_told', 'search_told_key'], async client => {
    for (const [start, batch] of batchesOf(people)) {
      await client.query(
        `with m as (
           select $2 + ordinality - 1 as number, forenames, surname, keys
           from unnest($7::text[], $8::text[], $9::text[]) with ordinality as m (forenames, surname, keys, ordinality)),
         n as materialized (
           select ($6::uuid[])[1 + number % ${seenOneIn}] as agency_id, $3::uuid as from_agency_id, $4::uuid as disclosure_id, false as by_grant,
             ${idOf(1, 'number')} as root, ${idOf(3, 'number')} as compartment_id, ${idOf(2, 'number')} as case_id, m.* from m
           union all
           select $3, ($6::uuid[])[1], $5, true, ${idOf(4, 'number')}, ${idOf(5, 'number')}, ${idOf(2, 'number')}, m.* from m where number % ${seenOneIn} = 0),
         facts as (insert into disclosed_fact (area_id, disclosure_id, case_id, root, from_agency_id, agency_id, reached_at, by_grant)
           select $1, disclosure_id, case_id, root, from_agency_id, agency_id, now() - interval '1 day', by_grant from n),
         told as (insert into search_told (area_id, agency_id, root, case_id, compartment_id, place, role, forenames, surname)
           select $1, agency_id, root, case_id, compartment_id, 1 + by_grant::int, 'child', forenames, surname from n)
         insert into search_told_key (area_id, agency_id, key, root, case_id)
         select $1, agency_id, unnest(string_to_array(keys, '${between}')), root, case_id from n`,
        [
          area.areaId,
          start,
          area.agencyId,
          toAgencies,
          toCouncil,
          agencyIds,
          batch.map(one => one.forenames),
          batch.map(one => one.surname),
          batch.map(({ forenames, surname }) =>
            searchKeys({ ...nobody, birthDay: null, forenames, surname }).join(between),
          ),
        ],
      )
    }
  })
  return agencyIds
}

/** Loads tables without what hangs on their rows, and puts it back: an index that is built at once costs a tenth. */
export async function withoutIndexes(
  owner: Pool,
  tables: readonly string[],
  load: (client: PoolClient) => Promise<void>,
): Promise<void> {
  await transaction(owner, async client => {
    await client.query(`set local maintenance_work_mem = '1GB'; set local synchronous_commit = off`)
    const { rows: constraints } = await client.query<{ name: string; on: string; definition: string }>(
      `select conname as name, conrelid::regclass as on, pg_get_constraintdef(oid) as definition from pg_constraint
       where contype in ('p', 'u', 'f') and (conrelid = any($1::regclass[]) or (contype = 'f' and confrelid = any($1::regclass[])))
       order by contype = 'f' desc, conname`,
      [tables],
    )
    for (const { name, on } of constraints) await client.query(`alter table ${on} drop constraint ${name}`)
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      `select indexrelid::regclass as name, pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = any($1::regclass[])`,
      [tables],
    )
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    await load(client)
    for (const { definition } of indexes) await client.query(definition)
    for (const { name, on, definition } of constraints.toReversed())
      await client.query(`alter table ${on} add constraint ${name} ${definition}`)
  })
}
