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
  const draft = (await worker.get(`${address}/minutes`)).body
  expect(draft).toContain('Lead social worker: Amira Osei, Social worker')
  expect(draft).toContain('Was there a quorum? Yes')
  expect(draft).not.toContain('?:')
})

test('a day before the meeting was called, or long before the child, is asked about, and recorded where it is right', async () => {
  const [child, other] = [await given.here.child('Slipped'), await given.here.child('Slipped')]
  const address = await given.call(child, { 'also-on-references': other.reference })
  const closing = (day: string, more: Record<string, string> = {}) =>
    worker.write(
      `${address}/close`,
      given.closing({ ...dated('happened', day), 'also-on': other.reference, 'is-sure': '', ...more }),
    )
  const asked = await closing('2026-04-11')
  expect(asked.status).toBe(422)
  expectAccessible(asked.body)
  expect(asked.body.split('This day is before “Meeting called” (14 April 2026)').length).toBeGreaterThan(1)
  expect(asked.body).toContain('It is right as I wrote it: record it')
  expect(asked.body).toContain('A fracture that nobody explains.')
  expect((await closing('2016-04-11')).body).toContain('The child was born on 2 June 2021, long after this day')
  expect(await given.factsOf(child.id, 'meeting-closed')).toEqual([])
  expect((await closing('2026-04-11', { 'is-sure': 'yes' })).status).toBe(303)
  for (const { id } of [child, other]) expect(await given.factsOf(id, 'meeting-closed')).toHaveLength(1)
})

test('a conference that decides on a plan which stands as begun before it is asked about, here and on each file closed with it', async () => {
  const [child, other] = [await given.here.child('Begun'), await given.here.child('Begun')]
  const started = { categories: 'NEG', leadSocialWorker: given.here.server.borough.people.eastWorker.post }
  const begun = await worker.write(`${other.base}/record/child-protection-plan-started`, {
    ...dated('happened', '2026-04-10'),
    ...started,
  })
  expect(begun.status).toBe(303)
  const address = await given.call(child, { meeting: 'initial-conference', 'also-on-references': other.reference })
  const closing = (more: Record<string, string> = {}) =>
    worker.write(
      `${address}/close`,
      given.closing({ decision: 'child-protection-plan', ...started, 'also-on': other.reference, ...more }),
    )
  const asked = await closing()
  expect(asked.status).toBe(422)
  expectAccessible(asked.body)
  expect(asked.body).toContain('A plan stands here already as begun on 10 April 2026, before this conference')
  expect((await closing({ 'is-sure': 'yes' })).status).toBe(303)
  for (const { id } of [child, other]) expect(await given.factsOf(id, 'initial-conference-held')).toHaveLength(1)
})
