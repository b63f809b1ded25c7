/** What may be a slip is asked about once, and recorded where whoever wrote it is sure. */
import { beforeAll, expect, test } from 'vitest'
import { date, expectAccessible, given } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'

let here: Awaited<ReturnType<typeof given>>
let worker: Visitor
beforeAll(async () => {
  here = await given()
  worker = await here.signedIn('eastworker')
})

/** A child born in 2021 of whom somebody told on 13 April 2026, and a decision on that as the form sends it. */
async function referred() {
  const { id, address, fact } = await here.newCase()
  await fact('child-born', '2021-08-13')
  const about = await fact('referral-received', '2026-04-13')
  const decide = (day: string, more: Record<string, string> = {}) =>
    worker.write(`${address}/referral-decided`, {
      ...date(day),
      'case-seen': '9',
      'continues-fact': about,
      outcome: 'section-17-assessment',
      reasons: 'The marks are not explained',
      ...more,
    })
  const decisions = async () => (await here.factsOf(id)).filter(({ kind }) => kind === 'referral-decided').length
  return { decide, decisions }
}

test.each([
  ['long before the child was born', '2015-03-01', 'The child was born on 13 August 2021, long after this day'],
  [
    'before what it continues',
    '2026-04-02',
    'This day is before “Referral received” (13 April 2026), which it continues',
  ],
])('a day %s is asked about, every word kept, and recorded once that is sure', async (_, day, says) => {
  const { decide, decisions } = await referred()
  const asked = await decide(day)
  expect(asked.status).toBe(422)
  expectAccessible(asked.body)
  for (const words of [says, 'The marks are not explained', 'It is right as I wrote it'])
    expect(asked.body).toContain(words)
  expect(await decisions()).toBe(0)
  expect((await decide(day, { 'is-sure': 'yes' })).status).toBe(303)
  expect(await decisions()).toBe(1)
})

test('a second decision on one referral is asked about', async () => {
  const { decide, decisions } = await referred()
  expect((await decide('2026-04-14')).status).toBe(303)
  const again = await decide('2026-04-14', { outcome: 'no-further-action' })
  expect([again.status, again.body]).toEqual([
    422,
    expect.stringContaining(
      'href="#f-is-sure">“Decision on the referral” stands here already, of 14 April 2026: correct that one, unless this is another',
    ),
  ])
  expect(await decisions()).toBe(1)
})

test('a plan that begins on another day than the conference that decided on it is asked about', async () => {
  const { id, address, fact } = await here.newCase()
  const about = await fact('initial-conference-held', '2026-03-23', { data: { decision: 'child-protection-plan' } })
  const start = (day: string, more: Record<string, string> = {}) =>
    worker.write(`${address}/child-protection-plan-started`, {
      ...date(day),
      'case-seen': '9',
      'continues-fact': about,
      ...more,
    })
  for (const day of ['2026-03-20', '2026-03-25']) {
    const asked = await start(day)
    expect([asked.status, asked.body]).toEqual([
      422,
      expect.stringContaining('The conference that decided on this plan was on 23 March 2026'),
    ])
    expectAccessible(asked.body)
    expect(asked.body).not.toContain('This day is before')
  }
  expect((await start('2026-03-20', { 'is-sure': 'yes' })).status).toBe(303)
  expect((await here.factsOf(id)).at(-1)).toMatchObject({ kind: 'child-protection-plan-started', about })
  expect((await start('2026-03-23')).status).toBe(303)
})

test('a conference that decides on a plan which stands as begun before it is asked about', async () => {
  const { address, fact } = await here.newCase()
  await fact('child-protection-plan-started', '2026-03-20')
  const hold = (decision: string, more: Record<string, string> = {}) =>
    worker.write(`${address}/initial-conference-held`, { ...date('2026-03-23'), 'case-seen': '9', decision, ...more })
  const asked = await hold('child-protection-plan')
  expect([asked.status, asked.body]).toEqual([
    422,
    expect.stringContaining('A plan stands here already as begun on 20 March 2026, before this conference'),
  ])
  expectAccessible(asked.body)
  expect((await hold('child-protection-plan', { 'is-sure': 'yes' })).status).toBe(303)
  expect((await hold('other-support')).status).toBe(303)
})

test('the form of a plan asks which conference decided on it where there are several, and the plan names that one', async () => {
  const { id, address, fact } = await here.newCase()
  const data = { decision: 'child-protection-plan' }
  const first = await fact('initial-conference-held', '2026-03-23', { data })
  await fact('initial-conference-held', '2026-04-07', { data: { decision: 'other-support' } })
  const form = await worker.get(`${address}/child-protection-plan-started`)
  expect(form.body).toContain('Which record does this continue?')
  for (const day of ['23 March 2026', '7 April 2026'])
    expect(form.body).toContain(`Initial child protection conference held, ${day}`)
  const recorded = await worker.write(`${address}/child-protection-plan-started`, {
    ...date('2026-03-23'),
    'case-seen': '9',
    'continues-fact': first,
  })
  expect(recorded.status).toBe(303)
  expect((await here.factsOf(id)).at(-1)).toMatchObject({ kind: 'child-protection-plan-started', about: first })
})
