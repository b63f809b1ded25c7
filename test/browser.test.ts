import { execFileSync } from 'node:child_process'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeWindows, openBrowser, unpackChromium } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(closeWindows)

test('a real browser shows a page with its heading', async () => {
  const page = await browser.newPage()
  await page.setContent('<main><h1>Duties this system tracks</h1></main>')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Duties this system tracks')
})

test('two workers that unpack the browser at once get the same one, and it runs', async () => {
  const [one, other] = await Promise.all([unpackChromium(), unpackChromium()])
  expect(other.executablePath).toBe(one.executablePath)
  expect(execFileSync(one.executablePath, ['--version'], { env: one.env, encoding: 'utf8' })).toMatch(/\d+\.\d+/)
})
