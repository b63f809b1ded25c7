import { beforeAll, beforeEach, expect, test } from 'vitest'
import { givenAgencies } from '../../../test/given-agencies.ts'
import { date, expectAccessible } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { rederiveSome } from '../../ledger/rederive.ts'
import { sealAll } from '../../ledger/seal.ts'
import { verify } from '../../ledger/verify.ts'
import { newId } from '../../platform/identifier.ts'
import { guidance } from '../../procedures/index.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let lead: Visitor
let manager: Visitor
let worker: Visitor
beforeAll(async () => {
  here = await givenAgencies()
  lead = await here.signedIn('datalead')
  manager = await here.signedIn('manager')
  worker = await here.signedIn('eastworker')
})
beforeEach(async () => {
  await here.server.db.owner.query('delete from local_policy; delete from arrangements_began; delete from rederivation')
})

const visits = '/local-policy/child-protection-visit'
const words = { 'approved-by': 'The safeguarding partners, 20 April 2026', why: 'Visits more often.' }
const value = (amount: string, from: string, unit = 'working-days') => ({ amount, unit, ...date(from, 'from') })
const latest = async () =>
  (await here.server.db.owner.query<{ id: string }>('select id from local_policy order by number desc limit 1')).rows[0]
    ?.id ?? 'none'
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? 'nothing'

/** Looks at what would change, then records. */
async function set(visitor: Visitor, fields: Record<string, string>, submission = newId()) {
  const all = { ...words, seen: await latest(), ...fields }
  const tried = await visitor.write(visits, all, submission)
  const reply = await visitor.write(visits, { ...all, previewed: hidden(tried.body, 'previewed') }, submission)
  return { tried, reply }
}

/** A child on a plan since a day; the visit of that plan is what the area's number is for. */
async function onPlan(day: string) {
  const opened = await here.newCase()
  await opened.fact('initial-conference-held', day, { data: { decision: 'child-protection-plan' } })
  const dueDay = async () => {
    const { rows } = await here.server.db.owner.query<{ due_latest: string | null; id: string }>(
      `select id, due_latest from duty where case_id = $1 and rule = 'visit-child-on-plan' order by from_day limit 1`,
      [opened.id],
    )
    return rows[0]
  }
  return { ...opened, dueDay }
}

async function rederiveAll() {
  while ((await rederiveSome(here.server.ledger)) !== undefined);
}

test('every key that a rule uses stands on the page with its words and what holds, and retention with it', async () => {
  const { body } = await lead.get('/local-policy')
  expectAccessible(body)
  const used = [...guidance.rules.values()].filter(({ editions }) =>
    editions.some(({ within }) => within.kind === 'local-policy'),
  )
  for (const { id } of used) expect(body).toContain(`#${id}"`)
  for (const key of ['child-protection-visit', 'retain-protection', 'retain-need', 'retain-contact', 'T1-EH-01'])
    expect(body).toContain(`href="/local-policy/${key}"`)
  expect(body).toContain('The area sets none: within 1 working day, as this system starts')
  expect(body).toContain('>Local policy</strong>')
})

test('before it is recorded a page says how many duties of which rules change; then they do, in batches', async () => {
  const { dueDay } = await onPlan('2026-04-01')
  expect((await dueDay())?.due_latest).toBeNull()
  const { tried, reply } = await set(lead, value('10', '2026-03-01'))
  expect(tried.status).toBe(200)
  expectAccessible(tried.body)
  expect(tried.body).toMatch(/<b>[^<]*<\/b>:\s*\d+ due on a day, with none now/)
  expect(reply.to).toBe('/local-policy?set=child-protection-visit')
  expect((await dueDay())?.due_latest).toBeNull()
  expect((await lead.get('/local-policy')).body).toContain('Files are being worked out anew: 0% done.')
  await rederiveAll()
  // Ten working days from Wednesday 1 April 2026: Good Friday the 3rd and Easter Monday the 6th do not count. Friday 17 April.
  expect((await dueDay())?.due_latest).toBe('2026-04-17')
  expect((await lead.get(reply.to)).body).toContain('Files were worked out anew on 14 April 2026.')
})

test('a duty keeps the number of the day on which it arose, and its page says since when that holds', async () => {
  const before = await onPlan('2026-03-02')
  const after = await onPlan('2026-04-01')
  await set(lead, value('10', '2026-01-01'))
  await set(lead, value('5', '2026-04-01'))
  await rederiveAll()
  // Ten working days from Monday 2 March: Monday 16 March. Five from Wednesday 1 April, over Easter: Friday 10 April.
  expect((await before.dueDay())?.due_latest).toBe('2026-03-16')
  expect((await after.dueDay())?.due_latest).toBe('2026-04-10')
  const page = async ({ reference, dueDay }: typeof before) =>
    (await worker.get(`/case/${reference}/duty?id=${encodeURIComponent((await dueDay())?.id ?? '')}`)).body
  expect(await page(before)).toContain('Since the area’s policy of 1 January 2026')
  expect(await page(after)).toContain('Since the area’s policy of 1 April 2026')
})

test('from a day on the area may set no number again: then nothing is overdue by it', async () => {
  const { dueDay } = await onPlan('2026-04-01')
  await set(manager, value('10', '2026-01-01'))
  const { reply } = await set(manager, { none: 'yes', ...date('2026-04-01', 'from') })
  expect(reply.status).toBe(303)
  await rederiveAll()
  expect((await dueDay())?.due_latest).toBeNull()
})

test('nothing is edited: every decision stands with who approved it and why, and an altered one is found', async () => {
  await set(lead, value('10', '2026-01-01'))
  await set(manager, { ...value('5', '2026-01-01'), why: 'Ten was a slip.' })
  const { body } = await lead.get('/local-policy')
  expect(body).toMatch(
    /From 1 January 2026: within 5 working days[\s\S]*Ten was a slip[\s\S]*From 1 January 2026: within 10 working days/,
  )
  const { recorder, owner } = here.server.db
  await expect(recorder.query('update local_policy set amount = 1')).rejects.toThrow(/permission denied/)
  await sealAll(recorder)
  await owner.query('update local_policy set amount = 1 where amount = 5')
  expect((await verify(owner)).seals.faults.map(({ why }) => why)).toContainEqual(
    expect.stringMatching(/local policy was altered/),
  )
})

test('what is missing is said at its field and what was typed stays; a number changed after the look is looked at again', async () => {
  const empty = await lead.write(visits, { seen: 'none', amount: 'ten', why: 'Half a reas' })
  expect(empty.status).toBe(422)
  expectAccessible(empty.body)
  for (const fault of ['Enter a whole number', 'Select what is counted', 'Enter the day', 'Enter who approved it'])
    expect(empty.body).toContain(fault)
  expect(empty.body).toContain('value="Half a reas"')
  const fields = { ...words, seen: 'none', ...value('10', '2026-03-01') }
  const tried = await lead.write(visits, fields)
  const other = await lead.write(visits, { ...fields, amount: '11', previewed: hidden(tried.body, 'previewed') })
  expect([other.status, await latest()]).toEqual([200, 'none'])
})

test('whoever was overtaken is told and records nothing; a double press records once', async () => {
  const submission = newId()
  const fields = { ...words, seen: 'none', ...value('10', '2026-03-01'), previewed: '2026-03-01 10 working-days' }
  expect((await lead.write(visits, fields, submission)).status).toBe(303)
  expect((await lead.write(visits, fields, submission)).status).toBe(303)
  const late = await manager.write(visits, { ...fields, amount: '3' })
  expect(late.body).toContain('Somebody set another value while you were writing')
  expect((await here.server.db.owner.query('select count(*) as n from local_policy')).rows).toEqual([{ n: 1 }])
})

test('how long records are kept is set in months, and the schedule shows it', async () => {
  const submission = newId()
  const fields = { ...words, seen: 'none', amount: '120', ...date('2026-01-01', 'from') }
  const address = '/local-policy/retain-contact'
  expect((await lead.write(address, fields, submission)).body).toContain(
    'Nothing that is owed: no rule here asks for it',
  )
  await lead.write(address, { ...fields, previewed: '2026-01-01 120 months' }, submission)
  expect((await lead.get('/local-policy')).body).toContain('120 months')
  expect((await manager.get('/disposal/schedule')).body).toContain('10 years after the case was closed')
})

test('it is for data leads and team managers; a key that no rule uses is none', async () => {
  for (const who of ['eastworker', 'privacyofficer', 'teacher'])
    expect([who, (await (await here.signedIn(who)).write(visits, words)).status]).toEqual([who, 403])
  expect((await lead.get('/local-policy/no-such-key')).status).toBe(404)
  expect((await lead.get('/arrangements-began/nothing')).status).toBe(404)
})

test('the partners set what holds on their own matters, and the council what holds on children’s files', async () => {
  const partners = await here.signedIn('partnership')
  const { body } = await partners.get('/local-policy')
  expectAccessible(body)
  expect(body).toContain('href="/local-policy/effectiveness"')
  expect(body).not.toContain(`href="${visits}"`)
  expect(body).toMatch(/Set by<\/dt>\s*<dd[^>]*>\s*Team manager, Data lead/)
  const refused = await partners.write(visits, words)
  expect([refused.status, refused.body.includes('decided by team manager or data lead')]).toEqual([403, true])
  const address = '/local-policy/effectiveness'
  const fields = { ...words, seen: 'none', ...value('12', '2026-01-01', 'months') }
  const tried = await partners.write(address, fields)
  const recorded = await partners.write(address, { ...fields, previewed: hidden(tried.body, 'previewed') })
  expect(recorded.to).toBe('/local-policy?set=effectiveness')
  expect((await manager.write(address, fields)).status).toBe(403)
  expect((await manager.get('/arrangements-began/safeguarding')).status).toBe(403)
  expect((await partners.get('/arrangements-began/safeguarding')).status).toBe(200)
  expect((await partners.get('/arrangements-began/child-death')).status).toBe(403)
})

const began = '/arrangements-began/safeguarding'

test('the day on which the area’s arrangements began is named with who approved it, changed, and taken back', async () => {
  const name = async (fields: Record<string, string>, previewed: string, submission = newId()) => {
    const { rows } = await here.server.db.owner.query('select id from arrangements_began order by number desc limit 1')
    return lead.write(began, { ...words, seen: rows[0]?.id ?? 'none', ...fields, previewed }, submission)
  }
  expectAccessible((await lead.get(began)).body)
  expect((await name(date('2019-06-01', 'began'), 'not looked')).status).toBe(200)
  expect((await name(date('2019-06-01', 'began'), '2019-06-01')).to).toBe('/local-policy?set=safeguarding')
  expect((await lead.get('/local-policy')).body).toMatch(/Began on<\/dt>[\s\S]{0,80}1 June 2019/)
  expect((await name({ none: 'yes' }, 'none')).status).toBe(303)
  expect((await lead.get('/local-policy')).body).toContain('No day is recorded')
  for (const [day, fault] of [
    ['2018-06-28', 'not be before 29 June 2018'],
    ['2019-09-30', 'not be after 29 September 2019'],
  ] as const)
    expect((await name(date(day, 'began'), day)).body).toContain(fault)
})
