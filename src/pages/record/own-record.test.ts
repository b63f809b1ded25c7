/** Taking in a request for one's own record, with the forms of every fact; who may, and what it then owes. */
import { beforeAll, expect, test } from 'vitest'
import { date, expectAccessible, given } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'

let here: Awaited<ReturnType<typeof given>>
let privacy: Visitor
let worker: Visitor

beforeAll(async () => {
  here = await given()
  privacy = await here.signedIn('privacyofficer')
  worker = await here.signedIn('eastworker')
})

test('the privacy officer takes a request in, sees its day and where it is written, and nothing else is theirs to record', async () => {
  const aria = await here.newCase()
  const choose = await privacy.get(aria.address)
  expect(choose.body).toContain('Access to the record asked for')
  expect(choose.body).toContain('Request for the record refused')
  expect(choose.body).not.toContain('Referral received')
  const form = await privacy.get(`${aria.address}/subject-access-requested`)
  expectAccessible(form.body)
  expect(form.body).toContain('UK General Data Protection Regulation')
  const answers = { ...date('2026-04-13'), requester: 'person', identity: 'known', name: 'Aria' }
  const done = await privacy.write(`${aria.address}/subject-access-requested`, answers)
  expect(done.status).toBe(303)
  const file = await privacy.follow(done)
  expect(file.body).toContain('Answer the request for the record')
  const duty = /href="(\/case\/[^"]+\/duty\?id=answer-subject-access-request[^"]+)"/.exec(file.body)?.[1] ?? ''
  const page = await privacy.get(duty)
  expectAccessible(page.body)
  // 13 April and a month is Wednesday 13 May.
  for (const says of ['13 May 2026', 'Article 12(3)', 'Must: law', 'None of the guidance: this is law beside it'])
    expect(page.body).toContain(says)
  expect(page.body).not.toContain('Working Together')
  const refused = await privacy.write(`${aria.address}/observation-recorded`, { ...date('2026-04-13'), seen: 'x' })
  expect(refused.status).toBe(403)
  expect((await here.factsOf(aria.id)).map(one => one.kind)).toEqual(['child-named', 'subject-access-requested'])
})

test('a social worker who is asked takes the request in, and does not decide it', async () => {
  const aria = await here.newCase()
  const answers = { ...date('2026-04-13'), requester: 'parent', identity: 'asked' }
  expect((await worker.write(`${aria.address}/subject-access-requested`, answers)).status).toBe(303)
  expect((await worker.get(aria.address)).body).not.toContain('Request for the record refused')
  const refusal = { ...date('2026-04-14'), ground: 'unfounded', reasons: 'None' }
  const refused = await worker.write(`${aria.address}/subject-access-refused`, refusal)
  expect(refused.status).toBe(403)
  expect(refused.body).toContain('privacy officer')
  expect((await here.factsOf(aria.id)).map(one => one.kind)).toEqual(['child-named', 'subject-access-requested'])
})
