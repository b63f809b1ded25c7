import { beforeAll, expect, test } from 'vitest'
import { date, expectAccessible, given } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'

let worker: Visitor
beforeAll(async () => {
  worker = await (await given()).signedIn('eastworker')
})

const on = (day: string) => worker.get(`/footprint?${new URLSearchParams(date(day, 'on'))}`)

test('today everybody in England is covered, and each authority stands with its force and its board', async () => {
  const { body, status } = await worker.get('/footprint')
  expect(status).toBe(200)
  expectAccessible(body)
  expect(body).toContain('On 14 April 2026')
  expect(body).toContain('The map has no gap: 153 authorities')
  expect(body).toMatch(/Barnsley<br\/?><span[^>]*>E08000038<\/span><\/th><td[^>]*>South Yorkshire<\/td>/)
})

test('on a past day the bodies of that day stand there', async () => {
  const { body } = await on('2022-06-30')
  expect(body).toContain('Barnsley CCG')
  expect(body).toContain('E08000016 until 30 April 2025')
  expect((await on('2019-01-01')).body).toContain('The clinical commissioning groups are those of 2021')
})

test('what is no day is said at the field', async () => {
  const { body, status } = await on('2022-13-40')
  expect(status).toBe(422)
  expectAccessible(body)
  expect(body).toContain('Enter a real date')
})
