import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'

// Tuesday 14 April 2026. Good Friday was on 3 April, Easter Monday on 6 April.
let here: Awaited<ReturnType<typeof smallCaseload>>
const visitors = new Map<string, Visitor>()
beforeAll(async () => {
  here = await smallCaseload()
  // A referral is decided on within one working day: 10 days late.
  await here.child({
    forenames: 'Aria',
    surname: 'Fenwick',
    worker: 'eastWorker',
    facts: [['referral-received', '2026-03-30']],
  })
  // Due on the day itself, of nobody in particular.
  await here.child({ forenames: 'Noah', surname: 'Whitlock', facts: [['referral-received', '2026-04-13']] })
  // Met late this month: received on Wednesday 8 April, acknowledged in time, decided on Friday 10 April.
  await here.child({
    forenames: 'Mina',
    surname: 'Idris',
    facts: [
      ['referral-received', '2026-04-08'],
      ['referral-acknowledged', '2026-04-09'],
      ['referral-decided', '2026-04-10', { outcome: 'no-further-action' }],
    ],
  })
  await here.child({ forenames: 'Leo', surname: 'Marsh', team: 'west', facts: [['referral-received', '2026-03-30']] })
  await here.child({
    forenames: 'Rowan',
    surname: 'Hidden',
    restriction: 'restricted',
    facts: [['referral-received', '2026-04-13']],
  })
})

async function see(who: string, address = '/due') {
  const visitor = visitors.get(who) ?? (await here.signedIn(who))
  visitors.set(who, visitor)
  return visitor.get(address)
}
const childrenIn = (html: string) =>
  [...html.matchAll(/gt-duty__who"><a[^>]*>([^<]*)</g)]
    .map(match => match[1] ?? '')
    .filter((name, at, all) => all.indexOf(name) === at)
const figuresIn = (html: string) => [...html.matchAll(/gt-figures__number">([\d,]+)</g)].map(match => Number(match[1]))
const scopeOf = (html: string) => /Whose duties[\s\S]*?aria-current="true"[^>]*>([^<]+)</.exec(html)?.[1]

describe('whose duties are shown', () => {
  test.each([
    ['eastworker', 'Yours', ['Aria Fenwick']],
    ['westworker', 'West team', ['Leo Marsh']],
    ['manager', 'East team', ['Aria Fenwick', 'Noah Whitlock', 'Rowan Hidden']],
    ['support', 'East team', ['Aria Fenwick', 'Noah Whitlock', 'Rowan Hidden']],
    ['duty', 'Harrowmere Council', ['Aria Fenwick', 'Leo Marsh', 'Noah Whitlock']],
    ['chair', 'Harrowmere Council', ['Aria Fenwick', 'Leo Marsh', 'Noah Whitlock']],
    ['datalead', 'Harrowmere Council', ['Aria Fenwick', 'Leo Marsh', 'Noah Whitlock']],
    ['privacyofficer', 'Harrowmere Council', ['Aria Fenwick', 'Leo Marsh', 'Noah Whitlock']],
    ['teacher', 'Linden Primary School', []],
    ['police', 'Harrowmere Police', []],
  ])('%s begins with the narrowest scope in which anything is due: %s', async (who, scope, children) => {
    const { status, body } = await see(who)
    expect(status).toBe(200)
    expectAccessible(body)
    expect(scopeOf(body)).toBe(scope)
    expect(childrenIn(body).toSorted()).toEqual(children)
  })

  test('another scope can be asked for by its address, and shows no more than may be seen', async () => {
    expect(childrenIn((await see('westworker', '/due?scope=agency')).body)).toEqual(['Leo Marsh'])
    expect(childrenIn((await see('teacher', '/due?scope=area')).body)).toEqual([])
    expect(childrenIn((await see('manager', '/due?scope=mine')).body)).toEqual([])
  })

  test('what another team owes, or a restricted file, is neither listed nor counted', async () => {
    const all = await see('manager', '/due?scope=agency')
    const west = await see('westworker', '/due?scope=agency')
    const front = await see('duty', '/due?scope=agency')
    // Each referral: to acknowledge it and to decide on it.
    expect(figuresIn(all.body)).toEqual([4, 4, 4])
    expect(figuresIn(west.body)).toEqual([2, 0, 0])
    expect(figuresIn(front.body)).toEqual([4, 2, 2])
    expect(front.body).not.toContain('Hidden')
    expect(all.body).toContain('Restricted')
  })
})

describe('which duties are shown', () => {
  test('by day, in words, with who must do it', async () => {
    const { body } = await see('manager')
    expect(body).toContain('These are the duties that this system tracks')
    expect([...body.matchAll(/gt-duties__day">([^<]+)</g)].map(match => match[1])).toEqual([
      'Overdue',
      'Today, Tuesday 14 April',
    ])
    expect(body).toContain('Decide what happens next and what kind of response is needed')
    expect(body).toContain('8 working days late (due 31 March 2026)')
    expect(body).toContain('social worker · Amira Osei')
    expect(body).toContain('gt-spark')
  })

  test.each([
    ['overdue', ['Aria Fenwick']],
    ['today', ['Noah Whitlock', 'Rowan Hidden']],
    ['week', ['Noah Whitlock', 'Rowan Hidden']],
    ['soon', ['Noah Whitlock', 'Rowan Hidden']],
    ['late-this-month', ['Mina Idris']],
    ['met-in-time', ['Mina Idris']],
  ])('%s', async (show, children) => {
    const { body } = await see('manager', `/due?scope=team&show=${show}`)
    expectAccessible(body)
    expect(childrenIn(body).toSorted()).toEqual(children)
  })

  test('a duty without a day ages: it is counted apart and never overdue', async () => {
    const { body } = await see('manager', '/due?scope=team&show=ageing')
    expect(childrenIn(body)).toContain('Mina Idris')
    expect(body).toContain('No day is set: open since')
    expect(body).not.toContain('gt-duty--overdue')
  })

  test('one rule or one procedure alone', async () => {
    const rule = await see('manager', '/due?rule=acknowledge-referral')
    expect(rule.body).not.toContain('gt-duty__must">Decide')
    expect(figuresIn(rule.body)).toEqual([1, 2, 2])
    expect(childrenIn((await see('manager', '/due?procedure=core-group')).body)).toEqual([])
    expect(childrenIn((await see('manager', '/due?procedure=referral')).body)).toHaveLength(3)
  })

  test('what an address says wrongly is left out', async () => {
    const { status, body } = await see(
      'manager',
      '/due?scope=everyone&show=constructor&team=x&from=2026-02-30&after=~~',
    )
    expect(status).toBe(200)
    expect(scopeOf(body)).toBe('East team')
  })
})

test('a long list goes on where the page before ended, without a duty twice or left out', async () => {
  for (let at = 0; at < 26; at++)
    await here.child({ surname: `Many ${at}`, team: 'west', facts: [['referral-received', '2026-04-01']] })
  const first = await see('westworker', '/due?scope=team')
  const next = /rel="next"[^>]*|href="([^"]*after=[^"]*)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await see('westworker', next)
  const duties = (html: string) => [...html.matchAll(/\/duty\?id=[^"]+/g)].map(([href]) => href)
  expect(duties(first.body)).toHaveLength(50)
  const all = [...duties(first.body), ...duties(second.body)]
  expect(all).toHaveLength(2 + 26 * 2)
  expect(new Set(all).size).toBe(all.length)
  expect(second.body).toContain('First page')
})

test('the reading log says that the list was read, and its lines name nobody', async () => {
  await see('manager')
  const { rows } = await here.server.db.owner.query(
    `select route, basis from reading_log where post_id = $1 and route = '/due'`,
    [here.borough.people.manager.post],
  )
  expect(rows[0]).toEqual({ route: '/due', basis: 'A list of what this post may see' })
  expect(JSON.stringify(here.server.lines)).not.toContain('Fenwick')
})

test('a limit of hours ends at its hour, not with its day', async () => {
  const child = await here.child({
    surname: 'Hours',
    restriction: 'restricted',
    facts: [['referral-received', '2026-04-13']],
  })
  const until = async (instant: string) => {
    await here.server.db.owner.query(
      'update duty set due_earliest_at = $2, due_latest_at = $2 where case_id = $1 and rule = $3',
      [child.id, instant, 'decide-on-referral'],
    )
    return (await see('manager', '/due?scope=team&rule=decide-on-referral')).body
  }
  // It is ten o’clock in London.
  const ahead = await until('2026-04-14T10:30:00Z')
  expect(ahead).toContain('today, by 11:30')
  const past = await until('2026-04-14T08:59:00Z')
  expect(past).toContain('since 09:59 today')
  expect(figuresIn(past)[0]).toBe((figuresIn(ahead)[0] ?? 0) + 1)
  expect(figuresIn(past)[1]).toBe((figuresIn(ahead)[1] ?? 0) - 1)
})
