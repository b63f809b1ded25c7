import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { withContext } from '../../platform/database.ts'
import { countByRule } from './timeliness-of-duties.ts'

// Tuesday 14 April 2026. A referral is acknowledged and decided on within one working day.
let here: Awaited<ReturnType<typeof smallCaseload>>
const visitors = new Map<string, Visitor>()
const decided = { outcome: 'no-further-action' }
beforeAll(async () => {
  here = await smallCaseload()
  // Monday; acknowledged on Tuesday, decided on Thursday.
  await here.child({
    surname: 'Late',
    facts: [
      ['referral-received', '2026-03-30'],
      ['referral-acknowledged', '2026-03-31'],
      ['referral-decided', '2026-04-02', decided],
    ],
  })
  // Wednesday; acknowledged on Thursday, decided on the Saturday after it was due.
  await here.child({
    surname: 'Saturday',
    team: 'west',
    facts: [
      ['referral-received', '2026-04-08'],
      ['referral-acknowledged', '2026-04-09'],
      ['referral-decided', '2026-04-11', decided],
    ],
  })
  // Friday; decided on the Saturday before it was due; never acknowledged.
  await here.child({
    surname: 'Early',
    facts: [
      ['referral-received', '2026-04-10'],
      ['referral-decided', '2026-04-11', decided],
    ],
  })
  await here.child({ surname: 'Hidden', restriction: 'restricted', facts: [['referral-received', '2026-03-30']] })
  // Decided in a week that is only about known; never acknowledged.
  const about = await here.child({ surname: 'About' })
  const referral = await about.fact('referral-received', '2026-03-30')
  await about.fact('referral-decided', '2026-03-30', {
    about: referral,
    data: decided,
    happened: { from: '2026-03-30', to: '2026-04-05', certainty: 'about', at: null },
  })
  await here.child({
    surname: 'Old',
    facts: [
      ['referral-received', '2025-10-01'],
      ['referral-acknowledged', '2025-10-02'],
      ['referral-decided', '2025-10-02', decided],
    ],
  })
  // Before the 24 months that can be asked for.
  await here.child({
    surname: 'Older',
    facts: [
      ['referral-received', '2024-04-08'],
      ['referral-acknowledged', '2024-04-09'],
    ],
  })
})

async function see(who: string, address = '/overview') {
  const visitor = visitors.get(who) ?? (await here.signedIn(who))
  visitors.set(who, visitor)
  return visitor.get(address)
}

const decide = 'Decide what happens next'
const acknowledge = 'Tell the referrer that the referral has arrived'

/** The row of a duty in the table of numbers: in time, late, perhaps late, open and overdue, not known, share. */
function numbersOf(html: string, duty: string): string[] {
  const table = html.slice(html.indexOf('id="numbers"'))
  const row =
    [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(match => match[1] ?? '').find(one => one.includes(duty)) ?? ''
  return [...row.matchAll(/<td[^>]*>(?:<a[^>]*>)?([^<]*)/g)].map(match => match[1] ?? '')
}

describe('the numbers are those of a count by hand', () => {
  test.each([
    ['datalead', '/overview', decide, ['1', '2', '1', '0', '0', '33%']],
    ['datalead', '/overview', acknowledge, ['2', '0', '0', '2', '0', '50%']],
    ['manager', '/overview', decide, ['1', '2', '1', '1', '0', '25%']],
    ['manager', '/overview', acknowledge, ['2', '0', '0', '3', '0', '40%']],
    ['datalead', '/overview?period=12-months', decide, ['2', '2', '1', '0', '0', '50%']],
    ['datalead', '/overview?period=24-months', acknowledge, ['3', '0', '0', '2', '0', '60%']],
  ])('%s, %s, %s', async (who, address, duty, numbers) => {
    const { status, body } = await see(who, address)
    expect(status).toBe(200)
    expectAccessible(body)
    expect(numbersOf(body, duty)).toEqual(numbers)
  })

  test('of one team', async () => {
    const { body } = await see('datalead', `/overview?team=${here.borough.teams.west}`)
    expect(numbersOf(body, decide)).toEqual(['0', '1', '0', '0', '0', '0%'])
    expect(numbersOf(body, acknowledge)).toEqual(['1', '0', '0', '0', '0', '100%'])
  })

  test.each([
    ['datalead', 'Whole area'],
    ['chair', 'Whole area'],
    // Sees restricted files of the team too.
    ['manager', 'All that you may see'],
    ['westworker', 'All that you may see'],
  ])('and say of what they are: %s, %s', async (who, name) => {
    const { body } = await see(who)
    const [, first] = /aria-label="Team"[\s\S]*?<a[^>]*>([^<]*)</.exec(body) ?? []
    expect(first).toBe(name)
  })

  test('another team’s are not in them for those who may not see them', async () => {
    const { body } = await see('westworker')
    expect(numbersOf(body, decide)).toEqual(['0', '1', '0', '0', '0', '0%'])
  })

  test('days are working days; what came on a Saturday after its day came late', async () => {
    const { body } = await see('datalead')
    const drawn = /aria-label="(Decide what happens next[^"]*)"/.exec(body)?.[1]
    expect(drawn).toBe(
      'Decide what happens next and what kind of response is needed: 1 of 3 within 1 working day, the longest took 3',
    )
  })
})

test('an old address that asks for all there ever was shows the last 3 months, and what can be asked for', async () => {
  const { body } = await see('datalead', '/overview?period=all')
  expect(numbersOf(body, acknowledge)).toEqual(['2', '0', '0', '2', '0', '50%'])
  expect([...body.matchAll(/>(Last \d+ months)</g)].map(match => match[1])).toEqual([
    'Last 3 months',
    'Last 12 months',
    'Last 24 months',
  ])
})

test('duties that are alike come from the database as one line, however many they are', async () => {
  const { db, borough } = here.server
  const { people, area } = borough
  const today = { day: '2026-04-14', instant: here.server.clock.instant }
  const period = { areaIds: [area], from: '2025-04-14', today, team: undefined }
  const lines = () =>
    withContext(db.reader, people.dataLead, async client => {
      const counted = (await countByRule(client, period, [])).filter(line => line.rule === 'decide-on-referral')
      return { lines: counted.length, duties: counted.reduce((sum, line) => sum + line.number, 0) }
    })
  const before = await lines()
  const copy = `insert into duty select (jsonb_populate_record(d, jsonb_build_object('id', 'copy ' || n))).*
    from duty d, generate_series(1, 300) n where d.rule = 'decide-on-referral' and d.from_day = '2025-10-01'`
  await db.owner.query(copy)
  expect(await lines()).toEqual({ lines: before.lines, duties: before.duties + 300 })
  const { body } = await see('datalead', '/overview?period=12-months')
  expect(numbersOf(body, decide)[0]).toBe('302')
  await db.owner.query(`delete from duty where id like 'copy %'`)
})

test('each number leads to exactly the duties that it counts', async () => {
  const { body } = await see('manager', '/overview?period=12-months')
  const table = body.slice(body.indexOf('id="numbers"'))
  const links = [...table.matchAll(/href="(\/due\?[^"]+)">([\d,]+)</g)]
  expect(links.length).toBeGreaterThanOrEqual(6)
  for (const [, href = '', number] of links) {
    const list = await see('manager', href.replaceAll('&amp;', '&'))
    expect([href, [...list.body.matchAll(/<li class="gt-duty /g)].length]).toEqual([href, Number(number)])
  }
})

test('by the week in which they were met late', async () => {
  const { body } = await see('datalead')
  const weeks = body.slice(body.indexOf('Met late, week by week'))
  expect(weeks).toContain('2 duties in 14 weeks, at most 1 in a week')
})

test.each([
  ['eastworker', 200],
  ['duty', 200],
  ['chair', 200],
  ['support', 200],
  ['privacyofficer', 200],
  ['teacher', 403],
  ['police', 403],
])('%s: %i', async (who, status) => {
  expect((await see(who)).status).toBe(status)
})

test('where nothing fell due the page says so', async () => {
  const { body } = await see('datalead', `/overview?team=${here.borough.teams.east}&period=none`)
  expect(body).toContain('Last 3 months')
  const empty = await smallCaseload()
  const lead = await empty.signedIn('datalead')
  expect((await lead.get('/overview')).body).toContain('No duty with a counted limit fell due')
})
