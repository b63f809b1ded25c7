import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { checkReadings, forgetSums, sumReadings, sumSome } from '../../ledger/sum-readings.ts'
import { transaction, withContext } from '../../platform/database.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof smallCaseload>>
let colm: Visitor
let own: Awaited<ReturnType<typeof here.child>>
let famous: typeof own
let shielded: typeof own
let ordinary: typeof own
let closed: typeof own
type Who = keyof (typeof here)['borough']['people']

/** Somebody looked, as the log has it. */
async function look(who: Who, caseId: string, at: string, times = 1) {
  const { practitioner, post } = here.borough.people[who]
  for (let time = 0; time < times; time++)
    await here.server.db.owner.query(
      `insert into reading_log (area_id, id, at, practitioner_id, post_id, case_id, route, basis)
       values ($1, $2, $3, $4, $5, $6, '/case/:reference', 'You are in East team, which works on this case.')`,
      [here.borough.area, newId(), new Date(at), practitioner, post, caseId],
    )
}

const db = () => here.server.db.recorder

/** Takes a step of summing until there is nothing left of it. */
async function sumAll(step: typeof sumReadings | typeof checkReadings): Promise<void> {
  let done: number
  do done = await transaction(db(), client => step(client, here.borough.area, 7))
  while (done > 0)
}

/** The part of the page under a heading. */
function section(body: string, title: string): string {
  const from = body.indexOf(`>${title}<`)
  expect([title, from > 0]).toEqual([title, true])
  return body.slice(from, body.indexOf('</section>', from))
}

beforeAll(async () => {
  here = await smallCaseload()
  own = await here.child({ forenames: 'Kofi', surname: 'Mensah-Osei' })
  ordinary = await here.child({ forenames: 'Rojin', surname: 'Barzanji', team: 'west' })
  famous = await here.child({ forenames: 'Noah', surname: 'Whitcombe', team: 'west' })
  shielded = await here.child({ forenames: 'Lena', surname: 'Ballard', team: 'west', restriction: 'shielded' })
  closed = await here.child({ forenames: 'Ewan', surname: 'Reddy' })
  await look('eastWorker', own.id, '2026-04-13T10:00:00Z', 2)
  await look('eastWorker', ordinary.id, '2026-04-13T10:00:00Z')
  await look('westWorker', shielded.id, '2026-04-13T10:00:00Z')
  // Saturday; Monday at 22:30 and Tuesday at 5:30, by London's clocks.
  await look('support', ordinary.id, '2026-04-11T12:00:00Z')
  await look('support', ordinary.id, '2026-04-13T21:30:00Z')
  await look('support', ordinary.id, '2026-04-14T04:30:00Z')
  // Within hours by London's clocks, whatever they are in UTC.
  await look('support', ordinary.id, '2026-04-13T05:00:00Z')
  await look('duty', ordinary.id, '2026-04-11T12:00:00Z')
  for (const who of ['duty', 'chair', 'dataLead', 'teacher', 'police', 'westWorker'] as const)
    await look(who, famous.id, '2026-04-10T10:00:00Z')
  for (const who of ['duty', 'chair', 'dataLead', 'teacher', 'westWorker'] as const)
    await look(who, ordinary.id, '2026-04-10T10:00:00Z')
  const files = Array.from({ length: 20 }, newId)
  for (const day of ['16', '17', '18', '19', '20', '23'])
    for (const file of files.slice(0, day === '23' ? 16 : 5)) await look('chair', file, `2026-03-${day}T10:00:00Z`)
  for (const day of ['16', '17', '18', '19', '20', '23'])
    for (const file of files.slice(0, 16)) await look('dataLead', file, `2026-03-${day}T10:00:00Z`)
  await look('eastWorker', own.id, '2026-02-01T10:00:00Z')
  await look('eastWorker', closed.id, '2026-04-13T10:00:00Z')
  await here.server.db.owner.query(
    `insert into conflict_of_interest (area_id, case_id, practitioner_id, how, since) values ($1, $2, $3, 'declared', now())`,
    [here.borough.area, closed.id, here.borough.people.privacyOfficer.practitioner],
  )
  colm = await here.signedIn('privacyofficer')
})

test('only the privacy officer sees it, and that it was read is logged', async () => {
  for (const name of ['eastworker', 'manager', 'duty', 'datalead', 'teacher', 'chair', 'support', 'westworker'])
    for (const address of ['/log', '/log/readings'])
      expect((await (await here.signedIn(name)).get(address)).status).toBe(403)
  const { status, body } = await colm.get('/log')
  expect(status).toBe(200)
  expectAccessible(body)
  expect(body).toContain('worth a question')
  await colm.get('/log/readings')
  const { rows } = await here.server.db.owner.query(
    `select distinct route from reading_log where practitioner_id = $1 order by 1`,
    [here.borough.people.privacyOfficer.practitioner],
  )
  expect(rows.map(row => row.route)).toEqual(['/log', '/log/readings'])
})

const states: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['before anything is summed', async () => undefined],
  ['while some of it is summed', () => transaction(db(), client => sumReadings(client, here.borough.area, 70))],
  ['when all is summed, and nothing worked out', () => sumAll(sumReadings)],
  ['when all is summed and worked out', () => sumAll(checkReadings)],
]

describe.each(states)('%s', (_, sums) => {
  beforeAll(async () => {
    await sums()
  })

  test('a file on which somebody has the reader’s last name, or a part of it', async () => {
    const found = section((await colm.get('/log')).body, 'A file with the reader’s own last name')
    expect(found).toContain(`Amira Osei, Social worker, East team, Harrowmere Council`)
    expect(found).toContain(`file ${own.reference}, 2 looks, the last on 13 April 2026`)
    expect(found.match(/<li>/g)).toHaveLength(1)
  })

  test('of a shielded file nothing, not even that there was a look; of no file a name', async () => {
    const pages = [(await colm.get('/log')).body, (await colm.get('/log/readings')).body]
    expect(section(pages[0] ?? '', 'A file with the reader’s own last name')).not.toContain('Tom Ballard')
    const { westWorker } = here.borough.people
    for (const asked of [`file=${shielded.id}`, `person=${westWorker.practitioner}&day=2026-04-13`]) {
      const { body } = await colm.get(`/log/readings?${asked}`)
      expect(body).toContain('There are none in this time.')
    }
    const href = /href="(\/log\/readings\?[^"]*file=[^"]*)"/g
    for (const [, address = ''] of (pages[0] ?? '').matchAll(href))
      pages.push((await colm.get(address.replaceAll('&amp;', '&'))).body)
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages)
      for (const hidden of [shielded.reference, 'shielded', 'Mensah', 'Kofi', 'Barzanji', 'Whitcombe', 'Lena', 'Ewan'])
        expect([hidden, page.includes(hidden)]).toEqual([hidden, false])
  })

  test('nights and weekends by London’s clocks, but not of the front door', async () => {
    const found = section((await colm.get('/log')).body, 'Out of hours')
    expect(found).toContain('Hana Whitlock')
    expect(found).toContain('3 looks at 1 file')
    expect(found.match(/<li>/g)).toHaveLength(1)
    const href = /href="(\/log\/readings\?[^"]*hours=out[^"]*)"/.exec(found)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const { body } = await colm.get(href)
    expectAccessible(body)
    expect(body.match(/govuk-summary-list__row/g)).toHaveLength(3)
    expect(body).toContain('13 April 2026, 22:30')
    expect(body).toContain('Belongs to East team, which works on this case.')
  })

  test('many files in a day, compared with the person’s own usual', async () => {
    const found = section((await colm.get('/log')).body, 'Many files in a day')
    expect(found).toContain('Edwin Marsh')
    expect(found).toContain('16 files on 23 March 2026; usually about 5')
    // Who always looks at many is compared with that, once there are enough days to compare with.
    expect(found).not.toContain('files on 23 March 2026; usually about 16')
    expect(found).toContain('too few days before')
  })

  test('a file that five people looked at who do not work on it', async () => {
    const found = section((await colm.get('/log')).body, 'A file that many looked at who do not work on it')
    expect(found).toContain(`File ${famous.reference}`)
    expect(found).toContain('5 people, 5 looks')
    expect(found.match(/<li>/g)).toHaveLength(2)
  })

  test('only what was looked at in the period is listed', async () => {
    const found = section((await colm.get('/log?days=90')).body, 'A file with the reader’s own last name')
    expect(found).toContain(`file ${own.reference}, 3 looks`)
    expect(section((await colm.get('/log?days=7')).body, 'Many files in a day')).toContain('Nobody looked at many more')
  })

  test('hours of the week are drawn, and stand in a table', async () => {
    const person = here.borough.people.support.practitioner
    const { body } = await colm.get(`/log?person=${person}`)
    expectAccessible(body)
    expect(body).toContain(
      'When Hana Whitlock, Business support, East team, Harrowmere Council looked at files: 4 looks',
    )
    expect(body.match(/<rect class="h4"/g)).toHaveLength(4)
    expect(body.match(/<rect class="h0"/g)).toHaveLength(7 * 24 - 4)
    for (const address of ['/log?person=x&days=x', '/log/readings?person=x&file=y&day=2026-99-99'])
      expect((await colm.get(address)).status).toBe(200)
  })

  test('hours of files that are closed to the privacy officer are not counted', async () => {
    const { body } = await colm.get('/log?days=90')
    const { rows } = await here.server.db.owner.query<{ count: number }>(
      `select count(*)::int as count from reading_log where case_id <> all($1) and at >= '2026-01-14'`,
      [[closed.id, shielded.id]],
    )
    expect(body).toContain(`When people of this area looked at files: ${rows[0]?.count} looks`)
  })
})

describe('under row security', () => {
  const seen = async (who: Who, statement: string) => {
    const { practitioner, post, agency } = here.borough.people[who]
    return withContext(here.server.db.reader, { post, agency, practitioner }, async client => {
      return (await client.query(statement)).rows.map(row => row.id)
    })
  }

  test('the privacy officer sees who looked in the area, and no file by it', async () => {
    const looked = await seen('privacyOfficer', 'select distinct case_id as id from reading_log')
    for (const file of [own, ordinary, famous, shielded]) expect(looked).toContain(file.id)
    expect(await seen('privacyOfficer', 'select id from case_file')).not.toContain(shielded.id)
    expect(await seen('westWorker', 'select distinct case_id as id from reading_log')).not.toContain(own.id)
  })

  test('not where a file is closed to the privacy officer', async () => {
    expect(await seen('privacyOfficer', 'select case_id as id from reading_log')).not.toContain(closed.id)
    expect((await colm.get('/log/readings')).body).not.toContain(closed.reference)
  })
})

describe('summed', () => {
  beforeAll(() => sumSome(db(), 1000))

  const sums = async () =>
    (
      await here.server.db.owner.query(
        `select (select json_agg(d order by d.case_id, d.day, d.practitioner_id) from reading_of_day d) as days,
           (select json_agg(d order by d.practitioner_id, d.day) from reading_day d) as people,
           (select json_agg(h order by h.day, h.hour) from reading_hour h) as hours`,
      )
    ).rows

  test('each look is counted once, by two processes and in any batches, and the sums can be made anew', async () => {
    const before = await sums()
    await Promise.all([sumSome(db(), 1000), sumSome(db(), 1000)])
    expect(await sums()).toEqual(before)
    await forgetSums(db())
    await sumAll(sumReadings)
    await sumAll(checkReadings)
    expect(await sums()).toEqual(before)
    const { rows } = await here.server.db.owner.query(
      `select (select sum(looks) from reading_of_day) = count(*) as pairs, (select sum(looks) from reading_hour) = count(*) as hours
       from reading_log where case_id is not null`,
    )
    expect(rows).toEqual([{ pairs: true, hours: true }])
  })

  test('looks at a shielded file move no figure, whether they are summed yet or not', async () => {
    const { teacher, police, support, duty } = here.borough.people
    const another = await here.child({ surname: 'Quill', team: 'west', restriction: 'shielded' })
    // One more file would make this a day to ask about; another day has one file besides, and one has none.
    for (const file of Array.from({ length: 14 }, newId)) await look('teacher', file, '2026-03-24T10:00:00Z')
    await sumSome(db(), 1000)
    const people = [teacher, police, support, duty].map(one => `/log?days=90&person=${one.practitioner}`)
    const addresses = ['/log?days=90', '/log?days=7', ...people]
    const figures = () =>
      Promise.all(addresses.map(async one => /<main.*<\/main>/s.exec((await colm.get(one)).body)?.[0] ?? ''))
    const before = await figures()
    expect(before[0]).not.toContain('on 24 March 2026')
    for (const file of [shielded, another]) {
      await look('teacher', file.id, '2026-03-24T10:00:00Z', 3)
      for (const day of ['02', '03', '04', '05', '06']) await look('chair', file.id, `2026-03-${day}T10:00:00Z`)
      await look('chair', file.id, '2026-03-23T23:30:00Z')
      for (const day of ['16', '18']) await look('chair', file.id, `2026-03-${day}T10:00:00Z`)
      await look('police', file.id, '2026-04-12T03:00:00Z')
      await look('support', file.id, '2026-04-11T12:00:00Z')
    }
    expect(await figures()).toEqual(before)
    await transaction(db(), client => sumReadings(client, here.borough.area, 9))
    expect(await figures()).toEqual(before)
    await sumSome(db(), 1000)
    expect(await figures()).toEqual(before)
    await forgetSums(db())
    expect(await figures()).toEqual(before)
    await sumSome(db(), 1000)
  })

  test('a look that is written late is counted on its own day', async () => {
    await look('support', own.id, '2026-03-02T03:00:00Z')
    const main = async () => /<main.*<\/main>/s.exec((await colm.get('/log?days=90')).body)?.[0] ?? ''
    const body = await main()
    expect(section(body, 'Out of hours')).toContain('4 looks at 2 files')
    await sumSome(db(), 1000)
    expect(await main()).toBe(body)
  })

  test('a name that is recorded after somebody looked is compared with theirs', async () => {
    const found = async () => section((await colm.get('/log')).body, 'A file with the reader’s own last name')
    const child = await here.child({ forenames: 'Una', surname: 'Pettigrew' })
    await look('eastWorker', child.id, '2026-04-12T10:00:00Z')
    await sumSome(db(), 1000)
    expect(await found()).not.toContain(child.reference)
    await child.fact('person-connected', '2026-04-13', {
      data: { relationship: 'mother' },
      narrative: { forenames: 'Efua', surname: 'Osei' },
    })
    await sumSome(db(), 1000)
    expect(await found()).toContain(child.reference)
  })

  test('a file at the postcode that the reader gave as their own, whenever they gave it, until they take it away', async () => {
    const found = async () => section((await colm.get('/log')).body, 'A file at the reader’s own postcode')
    const child = await here.child({ surname: 'Quayle', postcode: 'ZZ99 5SS' })
    await look('westWorker', child.id, '2026-04-12T10:00:00Z')
    await sumSome(db(), 1000)
    expect(await found()).toContain('Nobody looked at a file at the postcode')
    const tom = await here.signedIn('westworker')
    await tom.get('/conflicts')
    expect((await tom.post('/conflicts/home', { home: 'zz99' })).body).toContain('Enter a whole postcode')
    expect((await tom.post('/conflicts/home', { home: 'zz99 5ss' })).to).toBe('/conflicts?home=kept#home')
    const states = [await found()]
    await sumSome(db(), 1000)
    states.push(await found())
    for (const state of states) {
      expect(state).toContain(`Tom Ballard, Social worker, West team, Harrowmere Council`)
      expect(state).toContain(child.reference)
      expect(state).not.toContain('ZZ99')
    }
    // Nobody but they is shown where they live, and the match can be decided of.
    const page = await tom.get('/conflicts')
    expectAccessible(page.body)
    expect(page.body).toContain('ZZ99 5SS')
    await colm.post('/conflicts/look')
    const officers = (await colm.get('/conflicts')).body
    expect(officers).toContain('A postcode that they declared')
    expect(officers).not.toContain('ZZ99 5SS')
    await tom.post('/conflicts/home', { home: '' })
    await sumSome(db(), 1000)
    expect(await found()).toContain('Nobody looked at a file at the postcode')
  })

  test('only privacy officers read the sums, and nobody but the recorder writes them', async () => {
    const { practitioner, post, agency } = here.borough.people.manager
    for (const table of ['reading_of_day', 'reading_day', 'reading_hour']) {
      const read = (context: { post: string; agency: string; practitioner: string }) =>
        withContext(
          here.server.db.reader,
          context,
          async client => (await client.query(`select from ${table}`)).rowCount,
        )
      expect([table, await read({ practitioner, post, agency })]).toEqual([table, 0])
      expect([table, ((await read(here.borough.people.privacyOfficer)) ?? 0) > 0]).toEqual([table, true])
      await expect(here.server.db.reader.query(`delete from ${table}`)).rejects.toThrow(/permission denied/)
    }
  })
})

test('of looks at shielded files under one’s own name or postcode the front door is told, and nobody else', async () => {
  await sumAll(sumReadings)
  await sumAll(checkReadings)
  const { body } = await (await here.signedIn('duty')).get('/conflicts')
  expectAccessible(body)
  const found = body.slice(body.indexOf('Looks at shielded files'))
  expect(found).toContain(shielded.reference)
  expect(found).toContain('Tom Ballard, Social worker, West team, Harrowmere Council: their own last name, 1 look')
  for (const name of ['privacyofficer', 'manager', 'westworker', 'datalead'])
    expect((await (await here.signedIn(name)).get('/conflicts')).body).not.toContain('Looks at shielded files')
})
