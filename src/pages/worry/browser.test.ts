/** A neighbour on a telephone without script, and a teacher at a desk: from the page to the receipt. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../../test/browser.ts'
import { given } from '../../../test/given-case.ts'
import { expectUsable } from '../../../test/person.ts'
import { freePort } from '../../../test/test-server.ts'

let browser: Browser
let base: string
beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  const { server } = await given({ PORT: String(port), PUBLIC_URL: base })
  await server.db.owner.query(`update agency set telephone = '01632 960100' where id = $1`, [
    server.borough.agencies.authority,
  ])
  await server.app.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
}, 60_000)
afterAll(() => browser.close())

test.each([
  ['on a telephone, without script', 360, false],
  ['at a desk', 1280, true],
] as const)('%s', async (_, width, javaScriptEnabled) => {
  const context = await browser.newContext({ viewport: { width, height: 640 }, javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(`${base}/sign-in`)
  await page.getByRole('link', { name: 'Tell the council without an account' }).click()
  await expectUsable(page, javaScriptEnabled)
  await page.getByLabel('What did you see or hear?').fill('Shouting every night.\nThen it is quiet.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expectUsable(page, javaScriptEnabled)
  expect(await page.getByLabel('What did you see or hear?').inputValue()).toBe(
    'Shouting every night.\nThen it is quiet.',
  )
  await page.getByLabel('First names').fill('Tilly')
  await page.getByLabel('What are you worried about?').fill('That somebody hurts her.')
  await page.getByRole('group', { name: 'Is the child safe now?' }).getByLabel('I do not know').check()
  await page.getByRole('group', { name: 'Do the parents know' }).getByLabel('I do not know').check()
  await page.getByLabel('What are you to the child?').selectOption('A neighbour, friend or childminder')
  await page.getByLabel('Your name').fill('Bo Tranter')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.waitForURL(/\/worry\/receipt\//)
  await expectUsable(page, javaScriptEnabled)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('What you sent has arrived')
  // Leaving it and coming back by its address, in another window.
  const again = await (await browser.newContext()).newPage()
  await again.goto(page.url())
  expect(await again.textContent('main')).toContain('01632\u00a0960100')
})
