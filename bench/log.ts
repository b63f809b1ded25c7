/**
 * What a privacy officer asks of a million looks of four months, by three thousand people at a hundred thousand files: what is
 * unusual, and who looked at one file. And what summing them costs.
 */

import type { PoolClient } from 'pg'
import { addDays } from '../src/guidance/days.ts'
import { londonDay, londonMidnight } from '../src/guidance/london.ts'
import { checkReadings, sumReadings } from '../src/ledger/sum-readings.ts'
import { readUnusual } from '../src/pages/log/log.page.tsx'
import { readEntries, readHours, type Span } from '../src/pages/log/readings.ts'
import { type Context, type Database, transaction, withContext } from '../src/platform/database.ts'
import { random } from './dataset.ts'
import { inventName } from './names.ts'
import { filePeople, inventPeople, withoutIndexes } from './people.ts'
import { doing, less, percentile, timed } from './report.ts'
import { addReader, type BenchArea, type BenchServer, benchArea } from './server.ts'

const files = 100_000
const people = 3000
const looks = 1_000_000
/** The newest, which no sum knows of yet. */
const unsummed = 500
const times = 40

export async function benchLog(server: BenchServer): Promise<void> {
  const { db } = await server.create()
  const area = await benchArea(db)
  doing(`Writing ${looks.toLocaleString('en-GB')} looks`)
  await filePeople(db.owner, area, inventPeople(files))
  const officer = await addReader(db, { area, agency: area.agencyId, role: 'privacy-officer', holders: [] })
  await addPeople(db, area)
  doing('Summing them')
  await withoutIndexes(db.owner, ['reading_log'], async client => {
    await lookAround(client, area)
    await sumReadings(client, area.areaId, looks)
  })
  for (let count = 1; count > 0; )
    count = await transaction(db.recorder, client => checkReadings(client, area.areaId, 50_000))
  await db.owner.query('vacuum analyze')
  await sumNewest(db, area)
  await ask(db, area, officer)
  await db.close()
}

/** Has the newest looks forgotten, and summed again as they are in each minute: a thousand looks of a busy one. */
async function sumNewest({ owner, recorder }: Database, area: BenchArea): Promise<void> {
  const forget = (number: number) =>
    owner.query(
      'update reading_log set summed = false where id in (select id from reading_log order by at desc limit $1)',
      [number],
    )
  const measured: number[] = []
  for (let at = 0; at < times; at++) {
    await forget(1000)
    measured.push(await timed(() => transaction(recorder, client => sumReadings(client, area.areaId, 1000))))
  }
  less('summing 1,000 looks, p95', percentile(measured, 0.95), 'ms', 1000)
  await forget(unsummed)
  await owner.query('vacuum analyze reading_log')
}

async function ask(db: Database, area: BenchArea, officer: Context): Promise<void> {
  const instant = Date.now()
  const today = londonDay(instant)
  for (const days of [30, 90]) {
    const fromDay = addDays(today, -days)
    const span: Span = {
      areaIds: [area.areaId],
      from: londonMidnight(fromDay),
      until: instant + 1,
      fromDay,
      toDay: today,
      without: [],
    }
    const measured: number[] = []
    for (let at = 0; at < times; at++)
      measured.push(
        await withContext(db.reader, officer, client =>
          timed(async () => {
            const { ownName, outOfHours, many, muchRead } = await readUnusual(client, db.recorder, span)
            await readHours(client, span, null)
            const found = [ownName, outOfHours, many, muchRead].map(({ length }) => length)
            if (found.includes(0)) throw new Error(`Something unusual was not found: ${found.join(', ')}`)
          }),
        ),
      )
    less(`what is unusual among 1 million looks, ${days} days, p95`, percentile(measured.slice(5), 0.95), 'ms', 100)
  }
  const { rows } = await db.owner.query<{ practitioner_id: string; case_id: string }>(
    'select practitioner_id, case_id from reading_log where case_id is not null order by md5(id::text) limit $1',
    [times],
  )
  const fromDay = addDays(today, -90)
  const span: Span = {
    areaIds: [area.areaId],
    from: londonMidnight(fromDay),
    until: instant + 1,
    fromDay,
    toDay: today,
    without: [],
  }
  const entries: number[] = []
  for (const [at, row] of rows.entries())
    entries.push(
      await withContext(db.reader, officer, client =>
        timed(() =>
          readEntries(client, span, {
            practitionerId: at % 2 === 0 ? row.practitioner_id : null,
            caseId: at % 2 === 0 ? null : row.case_id,
            isOutOfHours: false,
          }),
        ),
      ),
    )
  less('entries of one person or file among 1 million looks, p95', percentile(entries, 0.95), 'ms', 100)
}

/** Nine in ten work in a team; the others see files by the group of their role. */
async function addPeople({ owner }: Database, area: BenchArea): Promise<void> {
  const next = random(17)
  const names = Array.from({ length: people }, () => inventName(next))
  await owner.query(
    `with n as (select gen_random_uuid() as practitioner, gen_random_uuid() as post, m.* from unnest($2::text[]) with ordinality as m (name, number)),
       practitioners as (insert into practitioner (id, sign_in, name) select practitioner, 'bench-' || number, name from n),
       posts as (insert into post (id, practitioner_id, agency_id, role, title, from_at)
         select post, practitioner, $3, case when number % 10 = 0 then 'conference-chair' else 'social-worker' end, 'Bench', now() - interval '1 year' from n),
       areas as (insert into post_area (post_id, area_id) select post, $1 from n)
     insert into post_holder (post_id, holder_id) select post, case when number % 10 = 0 then $5::uuid else ($4::uuid[])[1 + number % 20] end from n`,
    [
      area.areaId,
      names.map(({ forenames, surname }) => `${forenames} ${surname}`),
      area.agencyId,
      area.teams,
      area.frontDoor,
    ],
  )
}

/**
 * Somebody opens a file and looks at four pages of it: of a team at one of a hundred of its own, a chair at any. Some do so at night
 * or at a weekend; some look at thirty files in one day; at some files very many look.
 */
async function lookAround(client: PoolClient, area: BenchArea): Promise<void> {
  await client.query('select setseed(0.5)')
  const day = (ago: string) => `date_trunc('day', now()) - (${ago}) * interval '1 day'`
  await client.query(
    `with p as (select array_agg(p.id order by p.id) as posts, array_agg(p.practitioner_id order by p.id) as people,
         array_agg(p.role = 'conference-chair' order by p.id) as chairs,
         array_agg(array_position($2::uuid[], h.holder_id) - 1 order by p.id) as teams
       from post p join post_holder h on h.post_id = p.id where p.title = 'Bench'),
     n as materialized (
       select 1 + floor(random() * ${people})::int as who, floor(random() * random() * 100)::int as which, floor(random() * ${files})::int as any_file,
         ${day('1 + floor(random() * 120)')} as day, random() as hour, random() as odd, null::int as file
       from generate_series(1, ${looks / 4 - 6000})
       union all select a * 23, 0, 0, ${day('1 + a % 100')}, 0.5, 1, (a * 991 + f * 37) % ${files}
       from generate_series(1, 100) a, generate_series(1, 30) f
       union all select c * 10, 0, 0, ${day('1 + (c + f) % 25')}, 0.5, 1, f * 977 from generate_series(1, 20) f, generate_series(1, 150) c),
     looks as (select p.people[who] as person, p.posts[who] as post,
         day + (case when odd < 0.02 then 15 when odd < 0.04 then 0 when extract(isodow from day) > 5 then -2 * 24 else 0 end + 8 + hour * 8) * interval '1 hour' as at,
         coalesce(file, case when p.chairs[who] then any_file else (who * 37 + which) % ${files / 20} * 20 + p.teams[who] end) as file
       from n, p)
     insert into reading_log (area_id, id, at, practitioner_id, post_id, case_id, route, basis)
     select $1, gen_random_uuid(), at + page * interval '1 minute', person, post, ('00000002-0000-7000-8000-' || lpad(file::text, 12, '0'))::uuid,
       '/case/:reference', 'You are in a team.'
     from looks, generate_series(1, 4) page order by at`,
    [area.areaId, area.teams],
  )
}
