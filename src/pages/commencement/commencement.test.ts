import { beforeAll, beforeEach, expect, test } from 'vitest'
import { givenAgencies } from '../../../test/given-agencies.ts'
import { date, expectAccessible } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { sealAll } from '../../ledger/seal.ts'
import { verify } from '../../ledger/verify.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let lead: Visitor
let worker: Visitor
let child: Awaited<ReturnType<typeof here.child>>
beforeAll(async () => {
  here = await givenAgencies()
  here.server.clock.instant = Date.parse('2027-04-14T09:00:00Z')
  lead = await here.signedIn('datalead')
  worker = await here.signedIn('eastworker')
  child = await here.child()
})
beforeEach(async () => {
  await here.server.db.owner.query('delete from commencement')
})

const section = '/commencement/cwsa2026-s4'
const words = {
  regulations: 'The Commencement No. 3 Regulations 2026',
  'approved-by': 'Mara Lund, director',
  why: 'The regulations were made today.',
}
const latest = async () =>
  (await here.server.db.owner.query<{ id: string }>('select id from commencement order by number desc limit 1')).rows[0]
    ?.id ?? 'none'
const name = async (day: string, more: Record<string, string> = {}, submission = newId()) =>
  lead.write(section, { ...words, ...date(day, 'begins'), seen: await latest(), ...more }, submission)
const shareStarts = async () =>
  (await worker.get(`${child.base}/share`)).body.includes('The law starts from sharing') ? 'must-unless' : 'may'

test('each provision stands with whether it is in force and what turns with it', async () => {
  const { body } = await lead.get('/commencement')
  expectAccessible(body)
  for (const one of ['Section 1', 'Section 2', 'Section 3', 'Section 4: A duty to share information'])
    expect(body).toContain(one)
  expect(body.match(/No: no day is recorded/g)).toHaveLength(4)
  // Three procedures wait for their sections, sharing for its own: nothing is named on which nothing depends.
  expect(body).not.toContain('Nothing yet: no rule here depends on it')
  expect(body).toContain('Sharing starts from “must share unless”')
})

test('from the day that is named, the form of sharing starts from “must share unless”; not a day before', async () => {
  const form = await lead.get(section)
  expectAccessible(form.body)
  expect(form.body).toContain('What turns on that day')
  expect((await name('2027-04-15')).to).toBe('/commencement?named=cwsa2026-s4')
  expect(await shareStarts()).toBe('may')
  expect((await lead.get('/commencement')).body).toMatch(/To come<\/strong>\s*from 15 April 2027/)
  await name('2027-04-14')
  expect(await shareStarts()).toBe('must-unless')
  expect((await lead.get('/commencement')).body).toMatch(/In force<\/strong>\s*since 14 April 2027/)
})

test('nothing is edited: every decision stands with who, who approved it and why, and the latest one holds', async () => {
  await name('2027-04-14')
  const back = await name('2027-04-14', { none: 'yes', why: 'They were withdrawn.' })
  expect(back.status).toBe(303)
  expect(await shareStarts()).toBe('may')
  const { body } = await lead.get('/commencement')
  expect(body).toMatch(
    /Taken back: no day[\s\S]*They were withdrawn\.[\s\S]*From 14 April 2027[\s\S]*Priya Nair, Data lead, Harrowmere Council[\s\S]*Approved by Mara Lund, director/,
  )
  const { recorder, owner } = here.server.db
  await expect(recorder.query(`update commencement set why = 'x'`)).rejects.toThrow(/permission denied/)
  await sealAll(recorder)
  await owner.query(`update commencement set why = 'x' where begins_on is null`)
  expect((await verify(owner)).seals.faults.map(({ why }) => why)).toContainEqual(
    expect.stringMatching(/day on which a provision begins was altered/),
  )
})

test('no day, no regulations, nobody who approved it, no reason, a day before the Act: each is said at its field', async () => {
  const empty = await lead.write(section, { seen: 'none', why: 'Half a reas', ...date('2026-04-28', 'begins') })
  expect(empty.status).toBe(422)
  expectAccessible(empty.body)
  for (const fault of ['not be before 29 April 2026', 'Enter which regulations', 'Enter who approved it'])
    expect(empty.body).toContain(fault)
  expect(empty.body).toContain('value="Half a reas"')
  expect((await name('2026-13-40')).body).toContain('The day must be a real date')
  expect((await lead.write(section, { ...words, seen: 'none', none: 'yes' })).body).toContain('No day is named')
})

test('whoever was overtaken by somebody else’s day is told, and records nothing; a double press records once', async () => {
  await name('2027-05-01')
  const late = await name('2027-06-01', { seen: 'none' })
  expect(late.status).toBe(422)
  expect(late.body).toContain('Somebody named another day while you were writing')
  const submission = newId()
  const [seen, fields] = [await latest(), { ...words, ...date('2027-07-01', 'begins') }]
  const replies = [
    await lead.write(section, { ...fields, seen }, submission),
    await lead.write(section, { ...fields, seen }, submission),
  ]
  expect(replies.map(({ status }) => status)).toEqual([303, 303])
  const { rows } = await here.server.db.owner.query('select count(*) as n from commencement')
  expect(rows).toEqual([{ n: 2 }])
})

test('it is for the data lead; a provision that there is not is none', async () => {
  for (const who of ['manager', 'privacyofficer', 'teacher'])
    expect([who, (await (await here.signedIn(who)).write(section, words)).status]).toEqual([who, 403])
  expect((await lead.get('/commencement/cwsa2026-s9')).status).toBe(404)
})
