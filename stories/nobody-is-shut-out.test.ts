/** Every page that people live in, on a phone and on a desk: an accessibility checker finds nothing, and nothing scrolls sideways. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storyPassword } from '../src/story/provider.ts'
import { openBrowser } from '../test/browser.ts'
import { given } from '../test/given-case.ts'
import { freePort } from '../test/test-server.ts'

let browser: Browser
let base: string
let file: string
let fact: string
let other: string

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  const here = await given({ PUBLIC_URL: base })
  await here.server.app.listen({ port, host: '127.0.0.1' })
  const aria = await here.newCase()
  file = `/case/${aria.reference}`
  other = (await here.newCase()).reference
  await aria.fact('referral-received', '2026-02-10', {
    data: { source: '2A' },
    narrative: { reason: 'Marks on both arms' },
  })
  await aria.fact('referral-decided', '2026-02-12', {
    data: { outcome: 'strategy-discussion' },
    narrative: { reasons: 'Fear' },
  })
  const root = await aria.fact('strategy-discussion-held', '2026-03-25', { data: { outcome: 'section-47' } })
  fact = `${file}/fact/${root}`
  await aria.fact('person-connected', '2026-03-25', {
    data: { relationship: 'mother', livesWith: true },
    narrative: { surname: 'Fenwick' },
  })
  browser = await openBrowser()
}, 60_000)
afterAll(() => browser.close())

const pagesOf = () => ({
  eastworker: [
    '/due?scope=team',
    '/find?q=fenwik&for=involved',
    '/new-child',
    '/drafts',
    file,
    `${file}/record`,
    `${file}/involved`,
    `${file}/ask`,
    '/guidance',
    '/guidance/procedure/section-47-enquiry',
    '/guidance/compare?one=wt2018&other=wt2023',
    '/footprint',
  ],
  manager: [
    '/local-policy',
    '/arrangements-began/safeguarding',
    '/due?scope=team&show=overdue',
    '/overview',
    `${file}/as-known?on=2026-04-01`,
    `${file}/readers`,
    `${file}/record/departure-explained`,
    `${fact}/strike-out`,
    `${fact}/move`,
    `${fact}/move?to=nothing`,
    `${fact}/move?to=${other}`,
    '/no-such-page',
  ],
  privacyofficer: ['/break-glass', '/conflicts', `${file}/why`],
  datalead: ['/local-policy/core-group', '/commencement/cwsa2026-s4', '/import', '/due', '/overview?period=24-months'],
})

test.each([360, 1440])(
  'at %i px',
  async width => {
    const faults: string[] = []
    for (const [name, pages] of Object.entries(pagesOf())) {
      const context = await browser.newContext({ viewport: { width, height: 900 } })
      const page = await context.newPage()
      const look = async (address: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze()
        const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
        faults.push(...violations.map(({ id, nodes }) => `${address}: ${id}: ${nodes[0]?.html}`))
        if (overflow > 0) faults.push(`${address}: ${overflow} px too wide`)
      }
      await page.goto(`${base}/sign-in`)
      await look('/sign-in')
      await page.goto(`${base}/sign-in/begin?to=/due`)
      await look('the sign-in form')
      await page.fill('[name=name]', name)
      await page.fill('[name=password]', storyPassword)
      await page.click('main button')
      await page.waitForURL('**/due')
      for (const address of pages) {
        await page.goto(`${base}${address}`)
        await look(address)
      }
      await context.close()
    }
    expect(faults).toEqual([])
  },
  240_000,
)
