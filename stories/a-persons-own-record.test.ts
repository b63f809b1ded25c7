/**
 * Three people and what is written about them. Zofia is twelve: what she says stands in her own words. Her mother has the report
 * thirteen days before the conference, with an interpreter, and disputes it: her note stands beside it. Jonah is nineteen and wants
 * to read his file: words about a stranger are removed first, by two people; then it is put together, looked at passage by passage,
 * and given to him inside the month with a reason for what is left out. Until then nobody can dispose of it, though its time is over.
 * Afterwards two people do, and a certificate stays.
 */
import type { Browser, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../src/ledger/verify.ts'
import { newReference } from '../src/people/establishment.ts'
import { newId } from '../src/platform/identifier.ts'
import { closeWindows, openBrowser } from '../test/browser.ts'
import { given, on } from '../test/given-case.ts'
import { type Answers, day, mouse } from '../test/hands.ts'
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

/** A child of whom somebody told the council something, day by day. */
async function childOf(forenames: string, surname: string, said: readonly Said[]) {
  const { borough, record } = here.server
  const [id, reference] = [newId(), newReference()]
  const acts = said.map(([kind, happened, narrative = {}, data = {}]) => {
    return { act: 'record', caseId: id, kind, happened: on(happened), data, narrative } as const
  })
  const first = acts[0]?.happened ?? on('2026-04-01')
  const named = { act: 'record', caseId: id, kind: 'child-named', happened: first, data: {} } as const
  await record('eastWorker', {
    opens: [{ id, kind: 'child', reference, teamId: borough.teams.east }],
    acts: [{ ...named, narrative: { forenames, surname } }, ...acts],
  })
  return { id, reference, file: `${base}/case/${reference}` }
}
type Said = readonly [kind: string, day: string, narrative?: Record<string, string>, data?: Record<string, unknown>]

test('a girl is heard, a mother reads and disagrees, a man gets his record, and it ends', async () => {
  const [hers, his] = ['Nowicka', 'Tregear']
  const signedIn = (name: string) =>
    personAt(browser, here.server, name, { width: 1440, options: { acceptDownloads: true } })
  const expectUsableAt = async (page: Page) => {
    await expectUsable(page)
    await page.setViewportSize({ width: 360, height: 240 })
    await expectUsable(page)
    await page.setViewportSize({ width: 1440, height: 240 })
  }
  const said = async (page: Page) => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
  const record = async (page: Page, file: string, kind: string, answers: Answers) => {
    await page.goto(`${file}/record/${kind}`)
    await mouse.submit(page, answers, 'Record it')
    expect(page.url(), await said(page)).toContain('recorded=')
  }

  here.server.clock.instant = Date.parse('2026-04-14T09:00:00Z')

  // Tuesday 14 April. A conference about Zofia is planned for Monday 27 April.
  const zofia = await childOf('Zofia', hers, [
    ['child-born', '2014-02-03'],
    ['referral-received', '2026-04-07', { reason: 'She came without a coat.' }, { source: '1A' }],
    [
      'strategy-discussion-held',
      '2026-04-08',
      { reasons: 'Cold, and alone in the evenings.' },
      { outcome: 'section-47' },
    ],
    ['conference-planned', '2026-04-09', { notes: 'A Polish interpreter.' }, { plannedFor: '2026-04-27' }],
  ])
  const jonah = await childOf('Jonah', his, [
    ['child-born', '2007-01-15'],
    [
      'referral-received',
      '2019-05-07',
      {
        reason:
          'Jonah slept in the shed. [third party: His aunt Ola rang the school.] Mr Pike of number nine was arrested in May. Jonah likes the dog.',
      },
      { source: '1A' },
    ],
    ['case-closed', '2019-06-20', {}, { reason: 'RC7' }],
  ])
  // Amira goes to see her, with somebody who speaks for her, and writes down what she says.
  const amira = await signedIn('eastworker')
  await record(amira, zofia.file, 'child-seen', {
    ...day('2026-04-14'),
    alone: 'yes',
    interpreter: ['advocate'],
    wishes: '“I want to sleep at Gran’s on Fridays. Write that I said it.”',
  })
  expect(await said(amira)).toContain('“I want to sleep at Gran’s on Fridays. Write that I said it.”')

  // Her mother has the report on the same day, with the interpreter: thirteen days before the conference.
  expect(await said(amira)).toContain('Share the report with the parents and, where right, the child')
  await record(amira, zofia.file, 'conference-report-shared', { ...day('2026-04-14'), with: ['parents', 'child'] })
  expect(await said(amira)).toContain('This met: Share the report with the parents and, where right, the child')

  // She says through the interpreter that it was not so. Her note stands beside the record, which stays as it is.
  const change = amira.locator('main a', { hasText: 'Record a disagreement with “Strategy discussion held”' })
  await amira.goto(`${base}${await change.getAttribute('href')}`)
  await expectUsableAt(amira)
  await mouse.submit(
    amira,
    { whose: 'parent', words: 'I was at work until six, and Gran was with her. She was never alone.' },
    'Record it',
  )
  expect(await said(amira)).toContain('Disagrees: parent')
  for (const words of ['Gran was with her. She was never alone.', 'Cold, and alone in the evenings.'])
    expect(await said(amira)).toContain(words)

  // Jonah is nineteen. The schedule no longer keeps his file: on Tuesday morning it stands among what can be proposed.
  const ruth = await signedIn('manager')
  await ruth.goto(`${base}/disposal`)
  await expectUsableAt(ruth)
  expect(await said(ruth)).toContain(
    `Jonah ${his}, ${jonah.reference} Contact only: kept 6 years after the case was closed`,
  )

  // That day he asks for it. The month begins, and nobody can dispose of it.
  const colm = await signedIn('privacyofficer')
  await record(colm, jonah.file, 'subject-access-requested', {
    ...day('2026-04-14'),
    requester: 'person',
    identity: 'known',
    wanted: 'All of it, from the start.',
  })
  expect(await said(colm)).toMatch(/Answer the request for the record.*14 May/i)
  await ruth.goto(`${base}/disposal`)
  expect(await said(ruth)).toContain(`Jonah ${his} Somebody asked for the record and has no answer yet`)
  await ruth.goto(`${jonah.file}/retention`)
  await expectUsableAt(ruth)
  expect(await said(ruth)).toContain('What stops it Somebody asked for the record and has no answer yet')

  // Reading it, Amira finds a stranger in it. She asks for those words to be removed; Ruth reads where they stand, and agrees.
  await amira.goto(jonah.file)
  const removing = amira.locator('main a', { hasText: 'Have words removed from “Referral received”' })
  await amira.goto(`${base}${await removing.getAttribute('href')}`)
  await expectUsableAt(amira)
  await mouse.submit(
    amira,
    {
      much: 'passage',
      passage: 'Mr Pike of number nine was arrested in May.',
      ground: 'somebody-else',
      reasons: 'He lives in another street and has nothing to do with Jonah.',
    },
    'Ask for them to be removed',
  )
  await expectUsableAt(amira)
  expect(await said(amira)).toContain('Somebody else at Harrowmere Council decides')
  await ruth.goto(`${base}/due?scope=agency`)
  expect(await said(ruth)).toContain('Decide whether words are removed from the record')
  await ruth.goto(amira.url())
  await expectUsableAt(ruth)
  await mouse.submit(ruth, {}, 'Remove the words')
  expect(await said(ruth)).toContain('The words are gone for good')
  await amira.goto(jonah.file)
  const removed =
    'Words removed on 14 April 2026 by Amira Osei and Ruth Calloway, because they were about somebody else'
  expect(await said(amira)).toContain(removed)
  expect(await said(amira)).not.toContain('Pike')

  // Colm puts the file together. One passage is marked: he confirms that it is left out, and gives Jonah the rest by hand.
  await colm.goto(`${jonah.file}/access-request`)
  await expectUsableAt(colm)
  await mouse.follow(colm, 'Answer')
  await expectUsableAt(colm)
  expect(await said(colm)).toContain('1 to decide')
  await mouse.submit(colm, {}, 'Keep it, and confirm the rest as proposed')
  await expectUsableAt(colm)
  expect(await said(colm)).toContain('Nothing is left to decide')
  await mouse.submit(colm, { giving: 'hand' }, 'Record that it is given today')
  await expectUsableAt(colm)
  expect(await said(colm)).toContain('the document is the same as the one that was given')
  const pdf = await colm.context().request.get(`${colm.url()}/record.pdf`)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await pdf.body())), { mergePages: true })
  const given = text.replaceAll(/\s+/g, ' ')
  for (const words of [
    'Your record',
    'Somebody who was worried about you asked children’s social care to look into it.',
    'Jonah slept in the shed.',
    '[left out: about somebody else]',
    'They have a right to privacy too. (Data Protection Act 2018',
    removed,
    'Information Commissioner’s Office',
  ])
    expect(given).toContain(words)
  for (const secret of ['Ola', 'Pike']) expect(given).not.toContain(secret)
  await colm.goto(`${base}/due?scope=agency`)
  expect(await said(colm)).not.toContain(`Jonah ${his}`)

  // Friday 29 May. He has read it and wants nothing changed: nothing stops it any more. Ruth proposes, Colm disposes of it.
  here.server.clock.instant = Date.parse('2026-05-29T09:00:00Z')
  const [manager, officer, worker] = [
    await signedIn('manager'),
    await signedIn('privacyofficer'),
    await signedIn('eastworker'),
  ]
  await manager.goto(`${base}/disposal`)
  await mouse.submit(manager, { propose: [jonah.reference] }, 'Propose that they are disposed of')
  await expectUsableAt(manager)
  expect(await said(manager)).toContain('Proposed by you, 29 May 2026. Somebody else decides.')
  await officer.goto(`${base}/disposal`)
  await expectUsableAt(officer)
  await mouse.submit(officer, { approve: [jonah.reference] }, 'Dispose of them')
  expect(await said(officer)).toContain('1 record disposed of')

  // The file says so, nothing finds him, the certificate says what was done, and the chain holds.
  await worker.goto(jonah.file)
  await expectUsableAt(worker)
  expect(await said(worker)).toContain(`The record ${jonah.reference} was disposed of on 29 May 2026`)
  await mouse.follow(worker, 'What was disposed of, under which rule and by whom')
  await expectUsableAt(worker)
  const certificate = await said(worker)
  for (const words of [
    `File ${jonah.reference}, kept by Harrowmere Council`,
    'Contact only: kept 6 years after the case was closed',
    'Proposed by Ruth Calloway',
    'Approved by Colm Reddy',
  ])
    expect(certificate).toContain(words)
  expect(certificate).not.toContain(his)
  await worker.goto(`${base}/find?q=${his}`)
  expect(await said(worker)).toContain('Nothing you may see matches')
  await officer.goto(`${base}/disposal/schedule`)
  await expectUsableAt(officer)
  expect((await verify(here.server.db.owner)).faults).toEqual([])
}, 180_000)
