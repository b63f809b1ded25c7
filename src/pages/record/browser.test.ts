import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeWindows, openBrowser } from '../../../test/browser.ts'
import { given } from '../../../test/given-case.ts'
import { expectUsable, personAt } from '../../../test/person.ts'
import { freePort, type TestServer } from '../../../test/test-server.ts'

let browser: Browser
let base: string
let server: TestServer
let reference: string
let root: string

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  const here = await given({ PUBLIC_URL: base })
  server = here.server
  await here.server.app.listen({ port, host: '127.0.0.1' })
  const opened = await here.newCase()
  reference = opened.reference
  root = await opened.fact('referral-received', '2026-04-10', {
    data: { source: '1A' },
    narrative: { reason: 'Marks' },
  })
  browser = await openBrowser()
})
afterAll(closeWindows)

const signedIn = (width: number, script = true) => personAt(browser, server, 'eastworker', { width, script })

describe.each([360, 1440])('at %i px', width => {
  test('nothing scrolls sideways and nobody is shut out, also where a form came back', async () => {
    const page = await signedIn(width)
    const addresses = ['record', 'record/strategy-discussion-held', `fact/${root}/correct`, `fact/${root}/disagree`]
    for (const address of addresses) {
      await page.goto(`${base}/case/${reference}/${address}`)
      await expectUsable(page)
    }
    await page.goto(`${base}/case/${reference}/record/referral-received`)
    await page.fill('[name=happened-day]', '31')
    await page.getByRole('button', { name: 'Record it' }).click()
    await page.getByRole('alert').waitFor()
    await expectUsable(page)
    await page.goto(`${base}/new-child`)
    await page.fill('[name=surname]', 'Fenwick')
    await page.getByRole('button', { name: 'Look for the child' }).click()
    await page.getByRole('heading', { level: 2, name: /child/ }).waitFor()
    await expectUsable(page)
    await page.context().close()
  }, 120_000)
})

test('without script and by keyboard alone: checked, then recorded', async () => {
  const page = await signedIn(768, false)
  await page.goto(`${base}/case/${reference}/record/referral-decided`)
  await page.focus('[name=happened-day]')
  for (const part of ['14', '4', '2026']) {
    await page.keyboard.type(part)
    await page.keyboard.press('Tab')
  }
  await page.focus('[name=outcome]')
  await page.keyboard.press('Space')
  await page.focus('[name=reasons]')
  await page.keyboard.type('She is not safe there tonight')
  await page.focus('[name=_check]')
  await page.keyboard.press('Enter')
  await page.waitForURL('**#what-it-starts')
  expect(await page.textContent('#what-it-starts')).toMatch('Meets')
  expect(await page.inputValue('[name=reasons]')).toBe('She is not safe there tonight')
  await page.focus('[name=happened-day]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/recorded=/)
  await page.context().close()
})
