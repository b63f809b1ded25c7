/**
 * Ten past two at night: a boy is at the hospital, and his record is restricted. The duty worker has the reference, is told whom to
 * ask, reaches nobody, and opens it for half an hour; her manager is told. It closes by itself. In the morning the privacy officer
 * finds the review among what is due, sees which pages were read and says what he found. A colleague who declared that the boy is
 * his neighbour sees nothing, whatever the post; a shielded family looks like nothing.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../src/platform/identifier.ts'
import { closeWindows, openBrowser } from '../test/browser.ts'
import { mouse } from '../test/hands.ts'
import { expectUsable, personAt } from '../test/person.ts'
import { smallCaseload } from '../test/small-caseload.ts'
import { freePort } from '../test/test-server.ts'

let here: Awaited<ReturnType<typeof smallCaseload>>
let browser: Browser
let base: string

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  here = await smallCaseload({ PUBLIC_URL: base })
  await here.server.app.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
}, 60_000)
afterAll(closeWindows)

/** Gives the neighbour a post as a manager besides his own. */
async function secondPost(): Promise<string> {
  const { westWorker, manager } = here.borough.people
  const { owner } = here.server.db
  const id = newId()
  await owner.query(
    'insert into post (id, practitioner_id, agency_id, role, title, from_at) select $1, $2, agency_id, role, title, from_at from post where id = $3',
    [id, westWorker.practitioner, manager.post],
  )
  await owner.query('insert into post_area select $1, area_id from post_area where post_id = $2', [id, manager.post])
  await owner.query('insert into post_holder select $1, holder_id from post_holder where post_id = $2', [
    id,
    manager.post,
  ])
  return id
}

test('a restricted record is opened, closes by itself and is reviewed', async () => {
  const { server, borough } = here
  const [surname, hidden] = ['Tregenza', 'Marchetti']
  const restricted = { surname, team: 'west', restriction: 'restricted', postcode: 'ZZ99 2BB' } as const
  const noah = await here.child({ ...restricted, forenames: 'Noah', facts: [['referral-received', '2026-04-10']] })
  const shielded = await here.child({ surname: hidden, team: 'west', restriction: 'shielded' })
  server.clock.instant = Date.parse('2026-04-15T01:10:00Z')

  const signedIn = (name: string) => personAt(browser, here.server, name)
  const said = (page: Page) => page.locator('main').innerText()
  const file = `${base}/case/${noah.reference}`

  // The neighbour declares it before anything happens. He is of the boy's own team, and is not told whether there is a file.
  const neighbour = await signedIn('westworker')
  await neighbour.goto(`${base}/conflicts`)
  await expectUsable(neighbour)
  await mouse.submit(
    neighbour,
    { reference: noah.reference, relation: 'neighbour' },
    'Declare it, and close the file to me',
  )
  await neighbour.waitForURL('**/conflicts?declared=yes')

  // 02:10. The ward gives the duty worker the boy's reference.
  const joss = await signedIn('duty')
  await mouse.submit(joss, { q: noah.reference }, 'Look')
  await expectUsable(joss)
  expect(await said(joss)).toContain('is restricted')
  expect(await said(joss)).not.toContain(surname)
  await mouse.follow(joss, 'Whom to ask')
  await expectUsable(joss)
  expect(await said(joss)).toContain('Ask West team, Harrowmere Council')

  // Nobody answers. She opens it, and says why.
  await mouse.follow(joss, 'open it for some minutes')
  await expectUsable(joss)
  expect(await said(joss)).not.toContain('Tom Ballard')
  await mouse.submit(
    joss,
    {
      reason: 'A boy is on the ward with a head injury. West team does not answer until nine.',
      scope: 'responsible',
      minutes: '30',
      told: borough.people.manager.post,
    },
    'Open the record',
  )
  await joss.waitForURL(file)
  await expectUsable(joss)
  const opened = await joss.locator('body').innerText()
  for (const words of ['02:10', 'closes by itself at 02:40', 'Ruth Calloway was told', `Noah ${surname}`])
    expect(opened).toContain(words)
  await joss.goto(`${file}/record`)
  await expectUsable(joss)
  expect(await joss.locator('body').innerText()).toContain('closes by itself at 02:40')

  // The second person sees it as soon as she looks, without the boy's name.
  const ruth = await signedIn('manager')
  await expectUsable(ruth)
  expect(await said(ruth)).toContain('Joss Pemberton opened a restricted record at 02:10 on 15 April 2026, until 02:40')
  expect(await said(ruth)).not.toContain(surname)
  await mouse.submit(ruth, {}, 'I have seen this')
  expect(await said(ruth)).not.toContain('opened a restricted record')

  // 02:41. It is closed again.
  server.clock.instant = Date.parse('2026-04-15T01:41:00Z')
  await server.db.owner.query(
    `update compartment_grant set starts_at = starts_at - interval '1 hour', ends_at = now() - interval '1 second'
       where case_id = $1 and break_glass_id is not null`,
    [noah.id],
  )
  await joss.goto(file)
  expect(await said(joss)).toContain('This record is restricted')
  expect(await said(joss)).not.toContain(surname)

  // In the morning it stands among what is due to the privacy officer.
  server.clock.instant = Date.parse('2026-04-15T08:05:00Z')
  const colm = await signedIn('privacyofficer')
  await expectUsable(colm)
  await mouse.follow(colm, `Child ${noah.reference}`)
  await expectUsable(colm)
  await colm.goto(`${base}/break-glass`)
  await expectUsable(colm)
  await mouse.follow(colm, 'Review')
  await expectUsable(colm)
  const review = await said(colm)
  for (const words of [
    'Joss Pemberton, Duty worker',
    'West team does not answer until nine.',
    'Ruth Calloway, who saw it on 15 April 2026, 02:10',
    '02:10: The file',
    '02:10: What to record',
  ])
    expect(review).toContain(words)
  // That she asked before it was opened is in the log, and is no page that was read.
  for (const words of ['The form to open it', surname]) expect(review).not.toContain(words)
  await mouse.submit(
    colm,
    { outcome: 'justified', words: 'The allocated worker was needed, and nothing else was opened.' },
    'Record the review',
  )
  await colm.waitForURL('**/break-glass')
  await expectUsable(colm)
  expect(await said(colm)).toContain('Nothing waits for review')
  await colm.goto(`${base}/due`)
  expect(await said(colm)).not.toContain('Review that a restricted record')

  // To the neighbour there is nothing, in his own team and in a second post.
  const nothing = async (page: Page, address: string) => {
    const look = async (at: string) => (await page.goto(at))?.text()
    expect(await look(address)).toBe(await look(`${base}/case/GT-0000000`))
    await expectUsable(page)
  }
  const second = await secondPost()
  for (const post of [borough.people.westWorker.post, second]) {
    const tom = await signedIn('westworker')
    await tom.goto(`${base}/post`)
    await tom.locator(`main [name="post"][value="${post}"]`).check()
    await tom.locator('main button').first().click()
    await tom.waitForLoadState()
    for (const address of [file, `${file}/open`]) await nothing(tom, address)
    await tom.goto(`${base}/find?q=${surname}`)
    expect(await said(tom)).toContain('Nothing you may see matches')
  }
  await server.db.owner.query('update post set until_at = now() where id = $1', [second])

  // A shielded family looks like nothing to a worker of another team.
  const amira = await signedIn('eastworker')
  await nothing(amira, `${base}/case/${shielded.reference}`)
  for (const q of [shielded.reference, hidden]) {
    await amira.goto(`${base}/find?q=${q}`)
    expect(await said(amira)).toContain('Nothing you may see matches')
  }
}, 120_000)
