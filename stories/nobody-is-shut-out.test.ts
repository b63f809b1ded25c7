/** Every page that people live in, on a phone and on a desk: an accessibility checker finds nothing, and nothing scrolls sideways. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeWindows, openBrowser } from '../test/browser.ts'
import { given } from '../test/given-case.ts'
import { faultsOf, overflowOf, personAt } from '../test/person.ts'
import { freePort, type TestServer } from '../test/test-server.ts'

let browser: Browser
let base: string
let server: TestServer
let file: string
let fact: string
let other: string
let meeting: string
let guest: string

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  const here = await given({ PUBLIC_URL: base })
  server = here.server
  await server.app.listen({ port, host: '127.0.0.1' })
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
  const called = await aria.fact('meeting-called', '2026-03-26', {
    data: { meeting: 'initial-conference', plannedFor: '2026-04-30', family: ['parents'] },
  })
  meeting = `${file}/meeting/${called}`
  guest = await aria.fact('meeting-guest-invited', '2026-03-26', {
    about: called,
    data: { standsFor: 'early-years', reachedBy: 'letter', reportWanted: true, ownReportDay: '2026-04-01' },
    narrative: { body: 'Little Acorns Nursery', who: 'Nadia Bryce', reachedAt: '7 Orchard Row, Harrowmere, ZZ99 7OR' },
  })
  await aria.fact('person-connected', '2026-03-25', {
    data: { relationship: 'mother', livesWith: true },
    narrative: { surname: 'Fenwick' },
  })
  browser = await openBrowser()
}, 60_000)
afterAll(closeWindows)

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
    `${file}/documents`,
    `${file}/file`,
    `${file}/disagreement`,
    `${file}/meeting`,
    meeting,
    `${meeting}/guest`,
    `${meeting}/guest-said?guest=${guest}&what=answer`,
    `${meeting}/guest-said?guest=${guest}&what=report`,
    `${meeting}/close`,
    `${meeting}/pack?for=guest&guest=${guest}`,
    `${meeting}/withdraw?guest=${guest}`,
    '/guidance',
    '/guidance/procedure/section-47-enquiry',
    '/guidance/compare?one=wt2018&other=wt2023',
    '/footprint',
  ],
  manager: [
    '/local-policy',
    '/arrangements-began/safeguarding',
    '/letter-words',
    '/letter-words/conference-family',
    '/due?scope=team&show=overdue',
    '/overview',
    `${file}/as-known?on=2026-04-01`,
    `${file}/readers`,
    `${file}/census`,
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

test('on a phone and on a desk', async () => {
  const faults: string[] = []
  const look = async (page: Page, address: string) => {
    await page.setViewportSize({ width: 360, height: 240 })
    await page.goto(`${base}${address}`)
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 240 })
      faults.push(...(await faultsOf(page)).map(fault => `${address} at ${width} px: ${fault}`))
      const overflow = await overflowOf(page)
      if (overflow > 0) faults.push(`${address}: ${overflow} px too wide at ${width} px`)
    }
  }
  const stranger = await browser.newPage()
  await look(stranger, '/sign-in')
  await look(stranger, '/sign-in/begin?to=/due')
  await look(stranger, '/worry')
  for (const [name, pages] of Object.entries(pagesOf())) {
    const page = await personAt(browser, server, name)
    for (const address of pages) await look(page, address)
    await page.context().close()
  }
  expect(faults).toEqual([])
}, 240_000)
