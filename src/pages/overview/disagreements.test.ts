import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { amountOf } from '../../ledger/disagreements-in-sum.ts'

// Tuesday 14 April 2026.
let here: Awaited<ReturnType<typeof smallCaseload>>
const visitors = new Map<string, Visitor>()
type Child = Awaited<ReturnType<typeof here.child>>

beforeAll(async () => {
  here = await smallCaseload()
  // Seven are open between practitioners, since 1 to 7 April; two are about a plan.
  for (let day = 1; day <= 7; day++) await disagree(`Open${day}`, `2026-04-0${day}`, day > 5 ? 'plan' : 'referral')
  // One went to the managers.
  const higher = await disagree('Higher', '2026-04-08', 'referral')
  await higher.child.fact('disagreement-taken-higher', '2026-04-09', {
    about: higher.root,
    data: { stage: 'managers' },
  })
  // Six were settled after 4 days, one was withdrawn; one long ago.
  for (let number = 1; number <= 6; number++) {
    const { child, root } = await disagree(`Settled${number}`, '2026-03-02', 'referral')
    await child.fact('disagreement-settled', '2026-03-06', { about: root, data: { resolution: 'changed' } })
  }
  const withdrawn = await disagree('Withdrawn', '2026-03-02', 'referral')
  await withdrawn.child.fact('disagreement-withdrawn', '2026-03-03', { about: withdrawn.root })
  const old = await disagree('Old', '2025-03-03', 'conference')
  await old.child.fact('disagreement-settled', '2025-03-06', { about: old.root, data: { resolution: 'upheld' } })
})

async function disagree(surname: string, day: string, decision: string, more: object = {}) {
  const child: Child = await here.child({ surname, ...more })
  const root = await child.fact('disagreement-raised', day, { data: { decision } })
  return { child, root }
}

async function see(who: string, address = '/overview') {
  const visitor = visitors.get(who) ?? (await here.signedIn(who))
  visitors.set(who, visitor)
  const { status, body } = await visitor.get(address)
  return { status, body, section: /id="disagreements"[\s\S]*?<\/section>/.exec(body)?.[0] ?? '' }
}
/** Each line of the tables with its number. */
const linesOf = (section: string) =>
  Object.fromEntries(
    [...section.matchAll(/<th scope="row"[^>]*>([^<]*)<\/th><td[^>]*>([^<]*)/g)].map(match => [match[1], match[2]]),
  )

test('a number is small, or to the nearest five', () => {
  expect([0, 1, 4, 5, 7, 8, 12, 13].map(amountOf)).toEqual([0, 'few', 'few', 5, 5, 10, 10, 15])
})

test('how many are open at each stage, what they are about, how they ended and how long they took', async () => {
  const { status, body, section } = await see('datalead')
  expect(status).toBe(200)
  expectAccessible(body)
  expect(linesOf(section)).toEqual({
    'Between practitioners': 'About 5',
    'Between managers': 'Fewer than 5',
    'Senior, named or designated professional': 'None',
    'The partners’ own process': 'None',
    'Decision on a referral': 'About 15',
    'Strategy discussion': 'None',
    'Outcome of an enquiry, or no conference': 'None',
    Conference: 'None',
    Plan: 'Fewer than 5',
    'Something else': 'None',
    'The decision was changed': 'About 5',
    'The decision stands, with reasons': 'None',
    'A compromise': 'None',
    'A conference is convened': 'None',
    Withdrawn: 'Fewer than 5',
  })
  // Of 8 that were raised on 1 to 8 April the fifth longest: 10 days by the 14th.
  expect(section).toContain('Half of them have been open for 10 days or longer.')
  expect(section).toContain('Half of them took 4 days or longer.')
  expect(
    linesOf((await see('datalead', '/overview?period=24-months')).section)['The decision stands, with reasons'],
  ).toBe('Fewer than 5')
})

test('it is the same for everybody who sees it, the partners among them, and leads to no file', async () => {
  const { section } = await see('datalead')
  for (const who of ['manager', 'eastworker', 'westworker', 'partnership'])
    expect([who, (await see(who)).section]).toEqual([who, section])
  expect(section).not.toMatch(/GT-|href=/)
  expect((await see('teacher')).status).toBe(403)
  const ofTeam = await see('datalead', `/overview?team=${here.borough.teams.east}`)
  expect(ofTeam.section).toBe('')
  expect((await see('partnership')).body).not.toContain('East team')
})

test('what is raised on a restricted or a shielded file, or on one joined with it, changes nothing', async () => {
  const { section } = await see('manager')
  for (let number = 1; number <= 9; number++) {
    await disagree(`Restricted${number}`, '2026-04-01', 'conference', { restriction: 'restricted' })
    await disagree(`Shielded${number}`, '2026-04-01', 'conference', { restriction: 'shielded' })
  }
  const [open, shielded] = [
    await disagree('Joined', '2026-04-01', 'conference'),
    await disagree('Hidden', '2026-04-01', 'conference', { restriction: 'shielded' }),
  ]
  await here.server.db.owner.query(
    `insert into person_link (area_id, id, case_id, other_area_id, other_case_id, why, linked_at)
     values ($1, gen_random_uuid(), $2, $1, $3, 'One child', now())`,
    [here.borough.area, open.child.id, shielded.child.id],
  )
  for (const who of ['manager', 'partnership']) expect((await see(who)).section).toBe(section)
})

test('where nobody disagreed the page says so', async () => {
  const empty = await smallCaseload()
  const lead = await empty.signedIn('datalead')
  expect((await lead.get('/overview')).body).toContain('No disagreement is open')
})
