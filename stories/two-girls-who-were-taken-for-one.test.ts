/**
 * Two Mauds, born on one day. The front door joins the school's file with the council's, having seen what speaks for it and against;
 * the school's worry is read by a team that should not have it. Somebody notices: the files are taken apart, each is whole, who was told
 * meanwhile is listed and recalled, and that they are two is never asked again. Then the man in the second home turns up under the same
 * name on a third child's file, on one page, with whom to ring.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeWindows, openBrowser } from '../test/browser.ts'
import { given } from '../test/given-case.ts'
import { givenSharedFile, shared } from '../test/given-shared-file.ts'
import { mouse } from '../test/hands.ts'
import { expectUsable, personAt } from '../test/person.ts'
import { freePort } from '../test/test-server.ts'

let here: Awaited<ReturnType<typeof given>>
let browser: Browser
let base: string

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  here = await given({ PUBLIC_URL: base })
  await here.server.app.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
}, 60_000)
afterAll(closeWindows)

test('joined, noticed, taken apart; and the man nobody asked about', async () => {
  const surname = 'Hollowell'
  const schools = await givenSharedFile(here.server, surname)
  const ours = await here.newCase(surname)
  await ours.fact('child-named', '2026-03-02', { narrative: { forenames: 'Maud', surname } })
  await ours.fact('child-born', '2019-05-09')
  const partner = { data: { relationship: 'step-parent', livesWith: true, bornOn: '1988-02-11' } }
  await ours.fact('person-connected', '2026-03-02', {
    ...partner,
    narrative: { forenames: 'Darren', surname: 'Quill' },
  })
  const third = await here.newCase('Tarn')
  await third.fact('person-connected', '2026-01-12', {
    ...partner,
    narrative: { forenames: 'Darren', surname: 'Quill' },
  })

  // The front door sees what the two files have in common, and joins them.
  const joss = await personAt(browser, here.server, 'duty')
  await joss.goto(`${base}${schools.base}/take-in`)
  await mouse.follow(joss, 'Maud Hollowell')
  await joss.goto(`${base}${schools.base}/join?to=${ours.reference}`)
  await expectUsable(joss)
  await mouse.submit(joss, { why: 'Same name, same day.' }, 'Join the two files')
  await expectUsable(joss)
  const link = joss.url().split('?')[0] ?? ''
  expect(link).toContain('/joined/')

  // The team of the one reads the worry of the other.
  const amira = await personAt(browser, here.server, 'eastworker')
  await amira.goto(`${base}${schools.base}`)
  expect(await amira.locator('main').textContent()).toContain(shared)

  // She knows the child: it is another Maud. The front door takes the files apart; the link keeps what was shared meanwhile.
  await schools.share([schools.ids[2] ?? ''])
  await joss.goto(link)
  await mouse.submit(joss, { why: 'Two Mauds, born on one day: the mothers have different names.' }, 'Take them apart')
  await expectUsable(joss)
  expect(await joss.locator('main').textContent()).toContain('Two Mauds, born on one day')
  expect(await joss.locator('main').textContent()).toContain('Linden Primary School to Harrowmere Council')
  await amira.goto(`${base}${schools.base}`)
  expect(await amira.locator('h1').textContent()).toContain('There is nothing here')
  await amira.goto(`${base}/case/${ours.reference}`)
  expect(await amira.locator('main').textContent()).not.toContain(shared)

  // The man in the home stands on another child's file as well: one page, whom to ring, and that it may be two people.
  await amira.goto(`${base}/find?q=Darren+Quill&for=involved`)
  await mouse.follow(amira, 'See all 2 files together')
  await expectUsable(amira)
  const together = (await amira.locator('main').textContent()) ?? ''
  expect(together).toContain('May be the same person.')
  expect(together).toContain('Aria Tarn')
}, 120_000)
