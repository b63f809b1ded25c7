import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeWindows, openBrowser } from '../../../test/browser.ts'
import { expectUsable, personAt } from '../../../test/person.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import { freePort } from '../../../test/test-server.ts'

let browser: Browser
let base: string
let here: Awaited<ReturnType<typeof smallCaseload>>

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  here = await smallCaseload({ PUBLIC_URL: base })
  await here.server.app.listen({ port, host: '127.0.0.1' })
  await here.child({ surname: 'Late', facts: [['referral-received', '2026-03-30']] })
  browser = await openBrowser()
})
afterAll(closeWindows)

test('on a telephone the table of numbers shows more than the names of its duties, and that there is more', async () => {
  const page = await personAt(browser, here.server, 'datalead', { width: 390 })
  await page.goto(`${base}/overview`)
  await expectUsable(page)
  const shown = await page.evaluate(() => {
    const region = document.querySelector('.gt-scroll')
    const edge = region?.getBoundingClientRect().right ?? 0
    const cells = [...(region?.querySelectorAll('tbody tr:first-child > *') ?? [])]
    const whole = cells.filter(cell => cell.getBoundingClientRect().right <= edge)
    return { columns: whole.length, shade: region ? getComputedStyle(region).backgroundImage : '' }
  })
  expect(shown.columns).toBeGreaterThanOrEqual(3)
  expect(shown.shade).toContain('gradient')
})
