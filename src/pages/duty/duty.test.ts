import { beforeAll, expect, test } from 'vitest'
import { given } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'

let worker: Visitor
let base: string
let href: string

beforeAll(async () => {
  const here = await given()
  worker = await here.signedIn('eastworker')
  const { reference, fact } = await here.newCase()
  base = `/case/${reference}`
  await fact('referral-received', '2026-03-23', { data: { source: '2A' }, narrative: { reason: 'Marks' } })
  await fact('strategy-discussion-held', '2026-03-25', { data: { outcome: 'section-47' } })
  const { body } = await worker.get(base)
  href = (/href="([^"]*duty\?id=hold-initial-conference[^"]*)"/.exec(body)?.[1] ?? '').replaceAll('&amp;', '&')
})

test('says from what the day is counted, which days are skipped and why, and where it is written', async () => {
  const { status, body } = await worker.get(href)
  expect(status).toBe(200)
  // 25 March and 15 working days, over Good Friday and Easter Monday.
  for (const words of [
    '25 March 2026',
    'within 15 working days',
    '3 April 2026: Good Friday',
    '6 April 2026: Easter Monday',
    '17 April 2026',
    'T1-ICPC-01',
  ]) {
    expect(body).toContain(words)
  }
  expect(body).not.toContain('about 25 March')
})

test('its button opens the form with this duty chosen', async () => {
  const { body } = await worker.get(href)
  const button = (/href="([^"]*\/record\/[^"]*)"/.exec(body)?.[1] ?? '').replaceAll('&amp;', '&')
  const form = await worker.get(button)
  expect(form.body).toContain('This answers a duty')
  expect(form.body).toMatch(/name="answers-duty" value="hold-initial-conference\//)
})

test('a duty that is not owed is not found', async () => {
  expect((await worker.get(`${base}/duty?id=hold-initial-conference/x/y`)).status).toBe(404)
})

test('who looked at the file is listed, this look included', async () => {
  const { status, body } = await worker.get(`${base}/readers`)
  expect(status).toBe(200)
  expect(body).toMatch(/Amira Osei[\s\S]*One duty/)
})
