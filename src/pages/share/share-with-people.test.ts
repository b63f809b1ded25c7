import { beforeAll, beforeEach, expect, test } from 'vitest'
import { addColleague } from '../../../test/colleague.ts'
import { givenAgencies } from '../../../test/given-agencies.ts'
import { expectAccessible } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let worker: Visitor
let teacher: Visitor
let deputy: Visitor
let child: Awaited<ReturnType<typeof here.child>>
let meeting: string
let deputyPost = ''

beforeAll(async () => {
  here = await givenAgencies()
  const rhys = { signIn: 'deputy', name: 'Rhys Marlow', title: 'Deputy safeguarding lead' }
  deputyPost = (await addColleague(here.server, 'teacher', rhys)).post
  worker = await here.signedIn('eastworker')
  teacher = await here.signedIn('teacher')
  deputy = await here.signedIn('deputy')
})
beforeEach(async () => {
  child = await here.child()
  const { school, police, housing } = here.agencies
  meeting = await child.fact('strategy-discussion-held', '2026-04-10', {
    data: { outcome: 'none', agencies: [school, police, housing] },
  })
})

const people = () => here.server.borough.people
const write = (more: Record<string, string | string[]> = {}) =>
  worker.write(`${child.base}/share`, {
    decision: 'share',
    meeting,
    'meeting-whom': 'people',
    people: people().teacher.post,
    records: child.name,
    'lawful-basis': 'ca1989-s47',
    'why-necessary': 'She was at the meeting.',
    'family-told': 'yes',
    ...more,
  })
const disclosures = async () =>
  (
    await here.server.db.owner.query<Record<string, unknown>>(
      'select id, to_agency_id, post_ids from disclosure where case_id = $1',
      [child.id],
    )
  ).rows

test('the people of a meeting are shown to choose from, by agency, name and title, none chosen; nothing is recorded', async () => {
  const { status, body } = await write({ show: 'people', people: [], 'why-necessary': 'Half a sen' })
  expect(status).toBe(200)
  expectAccessible(body)
  for (const words of [
    'Who of Linden Primary School was there?',
    'Who of Harrowmere Police was there?',
    'Gwen Abara',
    'Deputy safeguarding lead',
    'Nobody signs in for Harrowmere Homes',
    'value="Half a sen"',
  ])
    expect(body).toContain(words)
  expect(body).not.toMatch(/name="people"[^>]*checked/)
  expect(body).not.toContain('Dr Ines Hallam')
  expect(await disclosures()).toEqual([])
})

test('without a meeting, or with its agencies, the button says what is missing and records nothing', async () => {
  const none = await write({ show: 'people', meeting: '' })
  expect([none.status, none.body.includes('Select the meeting whose people you want to see')]).toEqual([422, true])
  const whole = await write({ show: 'people', 'meeting-whom': 'agencies' })
  expect([whole.status, whole.body.includes('Select “Only the people who were there”')]).toEqual([422, true])
  expectAccessible(whole.body)
  expect(await disclosures()).toEqual([])
})

test('who was named sees it, finds it and reads why; a colleague finds nothing, and learns of nothing', async () => {
  const reply = await write()
  expect(reply.to).toBe(`${child.base}/told?done=share`)
  expect(await disclosures()).toMatchObject([{ to_agency_id: here.agencies.school, post_ids: [people().teacher.post] }])
  expect((await teacher.get(child.base)).body).toContain('Aria Fenwick')
  expect((await teacher.get('/find?q=Fenwick')).body).toContain(child.reference)
  const why = (await teacher.get(`${child.base}/why`)).body
  expectAccessible(why)
  expect(why).toContain('told you by name')
  expect(why).toContain('Only Gwen Abara')
  const given = (await worker.get(`${child.base}/told?all=yes`)).body
  expectAccessible(given)
  expect(given).toContain('Only to Gwen Abara')
  for (const page of ['', '/told', '/why', '/involved', '/share'])
    expect([page, (await deputy.get(`${child.base}${page}`)).status]).toEqual([page, 404])
  expect((await deputy.get('/find?q=Fenwick')).body).not.toContain(child.reference)
})

test('recalled, it is gone at once; the page of the recall names whom', async () => {
  await write()
  const path = `${child.base}/told/${String((await disclosures())[0]?.['id'])}/recall`
  const page = (await worker.get(path)).body
  expectAccessible(page)
  expect(page).toMatch(/Recall what Gwen Abara \([^)]*\) of Linden Primary School was told/)
  const { to } = await worker.write(path, { why: 'Too much.' })
  expect((await worker.get(to)).body).toContain('Not seen any more by Gwen Abara')
  expect((await teacher.get(child.base)).status).toBe(404)
})

test('what is chosen is kept in a draft', async () => {
  const submission = newId()
  const path = `${child.base}/share`
  const typed = { meeting, 'meeting-whom': 'people', people: deputyPost }
  const form = { _submission: submission, _version: '0', _form: path, _title: 'Share', _case: child.reference }
  await worker.post('/draft', { ...form, ...typed })
  const { body } = await worker.get(`${path}?submission=${submission}`)
  expect(body).toMatch(new RegExp(`value="${deputyPost}"[^>]*checked`))
  expect(body).not.toMatch(new RegExp(`value="${people().teacher.post}"[^>]*checked`))
})

test.each([
  ['nobody', () => ({ people: [] }), 'Select at least one of the people who were there'],
  ['somebody of an agency that was not there', () => ({ people: people().eastWorker.post }), 'from the list'],
  ['somebody who is not there', () => ({ people: [newId(), people().teacher.post] }), 'from the list'],
  ['no meeting', () => ({ meeting: '' }), 'Select the meeting at which they were'],
  ['a meeting that there was not', () => ({ meeting: newId() }), 'Select the meeting at which they were'],
  ['the whole of their agency besides', () => ({ agencies: here.agencies.school }), 'Select either the whole of'],
])('%s: nothing is shared', async (_, more, message) => {
  const { status, body } = await write(more())
  expect([status, body.includes(message)]).toEqual([422, true])
  expectAccessible(body)
  expect(await disclosures()).toEqual([])
})

test('people of one agency, and the whole of another, in one action', async () => {
  await write({ people: [people().teacher.post, deputyPost], agencies: here.agencies.surgery })
  expect(new Map((await disclosures()).map(row => [row['to_agency_id'], row['post_ids']]))).toEqual(
    new Map<string, unknown>([
      [here.agencies.school, [people().teacher.post, deputyPost].toSorted()],
      [here.agencies.surgery, null],
    ]),
  )
})

test('not sharing with a meeting is decided of its agencies', async () => {
  const { to } = await write({ decision: 'not-share', 'why-not': 'It would put her at risk.' })
  expect(to).toBe(`${child.base}/told?done=not-share`)
  expect((await worker.get(to)).body).toContain('with Harrowmere Police')
})
