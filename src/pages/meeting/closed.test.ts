/** What a meeting and its minutes say once it was closed: the day on which it was held, and whom it decided on. */
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { dated, givenMeetings } from '../../../test/given-meeting.ts'
import type { Visitor } from '../../../test/visitor.ts'

let given: Awaited<ReturnType<typeof givenMeetings>>
let worker: Visitor
beforeAll(async () => {
  given = await givenMeetings()
  worker = given.worker
})

test('a meeting that was held on another day than planned says the day on which it was held', async () => {
  const child = await given.here.child('Earlier')
  const address = await given.call(child, dated('plannedFor', '2026-04-28'))
  const form = (await worker.get(`${address}/close`)).body
  expectAccessible(form)
  expect(form).toContain('It was planned for 28 April 2026')
  expect((await worker.write(`${address}/close`, given.closing())).status).toBe(303)
  const room = (await worker.get(address)).body
  expect(room).toContain('<title>Strategy discussion, 14 April 2026 at 08:30')
  expect(room).toMatch(/Planned for[\s\S]{0,200}28 April 2026/)
  expect((await worker.get(`${address}/minutes`)).body).toContain('Held 14 April 2026, 08:30')
})

test('a meeting that was not held keeps the day for which it was planned', async () => {
  const child = await given.here.child('Neither')
  const address = await given.call(child, dated('plannedFor', '2026-04-28'))
  const fields = {
    'meeting-how': 'not-held',
    'meeting-why': 'The police could not come.',
    ...dated('happened', given.today()),
  }
  expect((await worker.write(`${address}/close`, fields)).status).toBe(303)
  expect((await worker.get(address)).body).toContain('<title>Strategy discussion, 28 April 2026 at 14:00')
})

test('minutes of a conference name the lead social worker whom it decided on', async () => {
  const child = await given.here.child('Leads')
  const address = await given.call(child, { meeting: 'initial-conference' })
  const lead = given.here.server.borough.people.eastWorker.post
  const decided = { decision: 'child-protection-plan', categories: 'NEG', leadSocialWorker: lead }
  expect((await worker.write(`${address}/close`, given.closing(decided))).status).toBe(303)
  expect((await worker.get(`${address}/minutes`)).body).toContain('Lead social worker: Amira Osei, Social worker')
})
