/**
 * Sums who looked, so that what is asked of weeks need not read every look: for each day who looked at which file, how many files
 * each person looked at, and at which hours. A look is summed once, whenever it was written; what is not summed yet is counted from
 * the log. Whether a look is unusual because of who stands on the file is worked out afterwards, and again when that changes.
 */
import type { Pool, PoolClient } from 'pg'
import { nameParts, plain } from '../people/search-keys.ts'
import { firstIdAt } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import { lastName, londonTime, type ReaderOfFile } from './behind-readings.ts'
import { findableKinds } from './people-of-case.ts'

/** Nights from 22 to 6 and weekends. */
export const outOfHours = `(extract(isodow from ${londonTime}) > 5 or extract(hour from ${londonTime}) >= 22 or extract(hour from ${londonTime}) < 6)`

/** So many files in a day are asked about, where they are more than so many times one's own usual. */
export const manyFiles = 15
export const timesUsual = 3
/** So few days before say nothing about what is usual. */
export const fewDays = 5

const readingsAtOnce = 2000
const pairsAtOnce = 1000

/** One process at a time sums an area. @returns whether this one does, until the transaction ends */
async function isMine(client: PoolClient, areaId: string): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('goldthread sum'), hashtext($1)) as mine`,
    [areaId],
  )
  return rows[0]?.mine ?? false
}

/** Sums some looks of an area, within the caller's transaction. @returns how many */
export async function sumReadings(client: PoolClient, areaId: string, most = readingsAtOnce): Promise<number> {
  if (!(await isMine(client, areaId))) return 0
  const { rows } = await client.query<{ count: number; people: string[]; days: string[] }>({
    name: 'sum readings',
    text: `
      with batch as materialized (select id from reading_log where area_id = $1 and not summed order by at, id limit $2),
      l as (update reading_log r set summed = true from batch b where r.area_id = $1 and r.id = b.id
        returning r.at, r.practitioner_id, r.post_id, r.case_id),
      hours as (insert into reading_hour as h (area_id, day, hour, looks)
        select $1, ${londonTime}::date, extract(hour from ${londonTime}), count(*) from l where case_id is not null group by 2, 3
        on conflict (area_id, day, hour) do update set looks = h.looks + excluded.looks),
      of_day as (insert into reading_of_day as d (area_id, case_id, day, practitioner_id, post_id, looks, last_at, out_of_hours)
        select $1, case_id, ${londonTime}::date, practitioner_id, post_id, count(*), max(at), count(*) filter (where ${outOfHours})
        from l where case_id is not null group by 2, 3, 4, 5
        on conflict (area_id, case_id, day, practitioner_id, post_id) do update set looks = d.looks + excluded.looks,
          last_at = greatest(d.last_at, excluded.last_at), out_of_hours = d.out_of_hours + excluded.out_of_hours
        returning practitioner_id, day)
      select (select count(*) from l) as count, coalesce(array_agg(practitioner_id), '{}') as people, coalesce(array_agg(day::text), '{}') as days
      from (select distinct practitioner_id, day from of_day) as touched`,
    values: [areaId, most],
  })
  const { count = 0, people = [], days = [] } = rows[0] ?? {}
  await countFiles(client, areaId, people, days)
  return count
}

/** Counts anew how many files people looked at on these days, and what was usual for those who looked at many. */
async function countFiles(client: PoolClient, areaId: string, people: readonly string[], days: readonly string[]) {
  await client.query({
    name: 'count files of days',
    text: `insert into reading_day (area_id, practitioner_id, day, post_id, files)
           select $1, d.practitioner_id, d.day, (array_agg(d.post_id order by d.post_id))[1], count(distinct d.case_id)
           from reading_of_day d join unnest($2::uuid[], $3::date[]) as t (practitioner_id, day) using (practitioner_id, day)
           where d.area_id = $1 group by 2, 3
           on conflict (area_id, practitioner_id, day) do update set files = excluded.files, post_id = excluded.post_id`,
    values: [areaId, people, days],
  })
  await client.query({
    name: 'usual files of days',
    text: `update reading_day d set usual = u.usual, past = u.past
           from unnest($2::uuid[], $3::date[]) as t (practitioner_id, day)
           cross join lateral (select avg(b.files)::float8 as usual, count(*) as past from reading_day b
             where b.area_id = $1 and b.practitioner_id = t.practitioner_id and b.day between t.day - 90 and t.day - 1) as u
           where d.area_id = $1 and d.practitioner_id = t.practitioner_id and d.day = t.day and d.files >= ${manyFiles}`,
    values: [areaId, people, days],
  })
}

/** Works out of some summed looks what about them is unusual, within the caller's transaction. @returns of how many */
export async function checkReadings(client: PoolClient, areaId: string, most = pairsAtOnce): Promise<number> {
  if (!(await isMine(client, areaId))) return 0
  const { rows: pairs } = await client.query<ReaderOfFile>({
    name: 'unchecked readings',
    text: `select d.case_id as "caseId", d.practitioner_id as "practitionerId", d.post_id as "postId", coalesce(w.name, '') as who
           from (select distinct case_id, practitioner_id, post_id from (select case_id, practitioner_id, post_id
             from reading_of_day where area_id = $1 and not checked order by day limit $2) as waiting) as d
           left join practitioner w on w.id = d.practitioner_id`,
    values: [areaId, most],
  })
  const about = await aboutPeople(client, [areaId], pairs)
  await client.query({
    name: 'check readings',
    text: `update reading_of_day d set checked = true, own_name = n.own_name, own_street = n.own_street,
             -- At work is whom a team or somebody's own grant let in; who was let in later may have been before: looked at again when read.
             stranger = not exists (select from compartment_grant g join holder o on o.id = g.holder_id and o.kind in ('team', 'person')
               join post_holder p on p.holder_id = o.id
               where g.area_id = $1 and g.case_id = d.case_id and p.post_id = d.post_id and (g.ends_at is null or g.ends_at >= d.last_at))
           from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::boolean[], $6::boolean[]) as n (case_id, practitioner_id, post_id, own_name, own_street)
           where d.area_id = $1 and d.case_id = n.case_id and d.practitioner_id = n.practitioner_id and d.post_id = n.post_id and not d.checked`,
    values: [
      areaId,
      pairs.map(one => one.caseId),
      pairs.map(one => one.practitionerId),
      pairs.map(one => one.postId),
      about.map(one => one.ownName),
      about.map(one => one.ownStreet),
    ],
  })
  return pairs.length
}

/** Of each reader whether somebody on the file has their last name, or a part of it, or lives where they do. */
export async function aboutPeople(
  client: Pool | PoolClient,
  areaIds: readonly string[],
  readers: readonly Omit<ReaderOfFile, 'postId'>[],
): Promise<{ ownName: boolean; ownStreet: boolean }[]> {
  const { rows } = await client.query<{ case_id: string; surname: string; postcode: string | null }>({
    name: 'people behind readings',
    text: 'select case_id, surname, postcode from search_person where area_id = any($1) and case_id = any($2)',
    values: [areaIds, [...new Set(readers.map(({ caseId }) => caseId))]],
  })
  const homes = await client.query<{ id: string; postcode: string }>({
    name: 'homes of readers',
    text: 'select practitioner_id as id, postcode from practitioner_home where practitioner_id = any($1)',
    values: [[...new Set(readers.map(({ practitionerId }) => practitionerId))]],
  })
  const homeOf = new Map(homes.rows.map(({ id, postcode }) => [id, plain(postcode)]))
  const names = new Map<string, Set<string>>()
  const places = new Map<string, Set<string>>()
  const add = (to: typeof names, key: string, words: readonly string[]) =>
    to.set(key, new Set([...(to.get(key) ?? []), ...words]))
  for (const { case_id, surname, postcode } of rows) {
    add(names, case_id, nameParts(surname))
    if (postcode) add(places, case_id, [plain(postcode)])
  }
  return readers.map(({ who, caseId, practitionerId }) => ({
    ownName: nameParts(lastName(who)).some(part => names.get(caseId)?.has(part)),
    ownStreet: places.get(caseId)?.has(homeOf.get(practitionerId) ?? '') ?? false,
  }))
}

/** Facts are written within so long of being named, in milliseconds. */
const latestWritten = 15 * 60_000

/** Has looks worked out anew at files of which people were recorded since this was asked last, within the caller's transaction. */
export async function uncheckChanged(client: PoolClient, areaId: string, at: number): Promise<void> {
  if (!(await isMine(client, areaId))) return
  await client.query({
    name: 'uncheck readings',
    text: `update reading_of_day d set checked = false where d.area_id = $1 and d.checked and d.case_id in
             (select f.case_id from fact f where f.area_id = $1 and f.kind = any($2)
                and f.id > (select a.readings_checked from area a where a.id = $1))`,
    values: [areaId, [...findableKinds]],
  })
  const until = firstIdAt(at - latestWritten)
  await client.query('update area set readings_checked = $2 where id = $1', [areaId, until])
}

/** Forgets all sums, so that they are made anew from the log. */
export async function forgetSums(recorder: Pool): Promise<void> {
  await transaction(recorder, async client => {
    // Whoever sums an area ends first.
    await client.query(
      `select pg_advisory_xact_lock(hashtext('goldthread sum'), hashtext(id::text)) from area order by id`,
    )
    for (const table of ['reading_of_day', 'reading_day', 'reading_hour']) await client.query(`delete from ${table}`)
    await client.query('update reading_log set summed = false where summed')
  })
}

/**
 * Sums and checks what there is, in all areas, batch by batch, each in a transaction of its own.
 * @param most so many batches of an area at most
 * @param isStopped asked between batches
 * @returns whether more waits
 */
export async function sumSome(
  recorder: Pool,
  most: number,
  now: () => number = Date.now,
  isStopped: () => boolean = () => false,
): Promise<{ isMore: boolean }> {
  const { rows: areas } = await recorder.query<{ id: string }>('select id from area order by id')
  let isMore = false
  for (const { id } of areas) {
    await transaction(recorder, client => uncheckChanged(client, id, now()))
    for (const step of [sumReadings, checkReadings]) {
      let batches = 0
      let done: number
      do {
        if (isStopped()) return { isMore: true }
        done = await transaction(recorder, client => step(client, id))
        batches += 1
      } while (done > 0 && batches < most)
      isMore ||= done > 0
    }
  }
  return { isMore }
}
