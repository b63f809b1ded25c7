import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof smallCaseload>>
let amira: Visitor
let orme: string
let wray: string

beforeAll(async () => {
  here = await smallCaseload()
  const facts = [['referral-received', '2026-04-10']] as const
  orme = (await here.child({ surname: 'Orme', worker: 'eastWorker', facts })).reference
  wray = (await here.child({ surname: 'Wray', team: 'west', restriction: 'restricted' })).reference
  amira = await here.signedIn('eastworker')
})

const declare = (visitor: Visitor, reference: string, submission = newId()) =>
  visitor.write('/conflicts', { reference, relation: 'neighbour' }, submission)
const declared = async () =>
  (await here.server.db.owner.query('select id, reference from declared_interest order by declared_at, reference')).rows

test('it asks which file and who they are, and keeps what was typed', async () => {
  const form = await amira.get(`/conflicts?reference=${orme}`)
  expectAccessible(form.body)
  expect(form.body).toContain(`value="${orme}"`)
  const { status, body } = await amira.write('/conflicts', { reference: 'my neighbour' })
  expect(status).toBe(422)
  expectAccessible(body)
  for (const says of ['Enter the reference of the file', 'Select who they are to you', 'value="my neighbour"'])
    expect(body).toContain(says)
  expect(await declared()).toEqual([])
})

test('the file is closed to whoever declared it at once, on its pages, in search and in lists, and to nobody else', async () => {
  expect((await amira.get(`/case/${orme}`)).status).toBe(200)
  expect((await amira.get('/due?scope=mine')).body).toContain('Orme')
  const submission = newId()
  const { to } = await declare(amira, orme.toLowerCase(), submission)
  await declare(amira, orme, submission)
  expect(await declared()).toHaveLength(1)
  expect((await amira.get(to)).body).toContain('Your declaration is kept')
  expect((await amira.get(`/case/${orme}`)).status).toBe(404)
  for (const address of ['/find?q=Orme', '/due?scope=mine', '/due?scope=team', '/due?scope=area'])
    expect((await amira.get(address)).body).not.toContain(orme)
  expect((await amira.write(`/case/${orme}/record/address-known`, { reason: 'x' })).status).toBe(404)
  expect((await (await here.signedIn('manager')).get(`/case/${orme}`)).status).toBe(200)
})

test('it is closed in every post that the person holds', async () => {
  const { practitioner } = here.borough.people.eastWorker
  const { post } = here.borough.people.chair
  await here.server.db.owner.query('update post set practitioner_id = $1 where id = $2', [practitioner, post])
  const again = await here.signedIn('eastworker')
  await again.get('/post')
  await again.post('/post', { post })
  expect((await again.get(`/case/${orme}`)).status).toBe(404)
  await here.server.db.owner.query('update post set practitioner_id = $1 where id = $2', [
    here.borough.people.chair.practitioner,
    post,
  ])
})

test('the answer is the same whether there is such a file or not, and no emergency opens it', async () => {
  expect((await amira.get(`/case/${wray}/open`)).status).toBe(200)
  const some = await declare(amira, wray)
  const none = await declare(amira, 'GT-0000000')
  expect([some.status, some.to]).toEqual([none.status, none.to])
  expect((await amira.get(`/case/${wray}`)).body).toBe((await amira.get('/case/GT-0000000')).body)
  expect((await amira.get(`/case/${wray}/open`)).status).toBe(404)
  const page = (await amira.get('/conflicts')).body
  for (const reference of [orme, wray, 'GT-0000000']) expect(page).toContain(reference)
})

test('a privacy officer ends it, with a reason; nobody else does, nor sees it', async () => {
  const [{ id }] = (await declared()).filter(one => one.reference === orme)
  for (const name of ['manager', 'westworker', 'teacher']) {
    const visitor = await here.signedIn(name)
    expect((await visitor.get('/conflicts')).body).not.toContain(orme)
    expect((await visitor.post(`/conflicts/${id}/end`, { why: 'x' })).status).toBe(403)
  }
  expect((await amira.post(`/conflicts/${id}/end`, { why: 'x' })).status).toBe(403)
  const colm = await here.signedIn('privacyofficer')
  const { body } = await colm.get('/conflicts')
  expectAccessible(body)
  expect(body).toContain('Amira Osei')
  expect((await colm.post(`/conflicts/${id}/end`, {})).status).toBe(422)
  expect((await colm.post(`/conflicts/${id}/end`, { why: 'She moved away' })).to).toBe('/conflicts')
  expect((await amira.get(`/case/${orme}`)).status).toBe(200)
  expect((await amira.get('/conflicts')).body).toContain('She moved away')
})

test('a privacy officer does not end their own', async () => {
  const colm = await here.signedIn('privacyofficer')
  await colm.get('/conflicts')
  await declare(colm, orme)
  const rows = await declared()
  const { rows: own } = await here.server.db.owner.query(
    'select id from declared_interest where practitioner_id = $1',
    [here.borough.people.privacyOfficer.practitioner],
  )
  expect(rows).toHaveLength(4)
  expect((await colm.post(`/conflicts/${own[0].id}/end`, { why: 'x' })).status).toBe(403)
})
