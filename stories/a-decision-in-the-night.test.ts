/**
 * A baby with a fracture, at night. The social worker calls a strategy discussion, the police answer at once and say who comes; health
 * does not. It cannot close as held, and decides in an emergency with its reason. Next morning the surgery is heard; a conference is
 * called, reports come, one agency disagrees by name, the minutes are signed, and the parents are given their papers with what is
 * withheld in a list. A nursery without accounts is invited to it by letter, rings that it comes, sends its report on paper, disagrees by
 * name, and stands in the minutes. Each page was looked at on a phone, where it is used.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeWindows, openBrowser } from '../test/browser.ts'
import { givenAgencies } from '../test/given-agencies.ts'
import { day, mouse } from '../test/hands.ts'
import { expectUsable, personAt } from '../test/person.ts'
import { freePort } from '../test/test-server.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let browser: Browser
let base: string

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  here = await givenAgencies({ PUBLIC_URL: base })
  await here.server.app.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
}, 60_000)
afterAll(closeWindows)

const at = (moment: string) => {
  here.server.clock.instant = Date.parse(moment)
}
const told = {
  'family-told': 'no',
  'family-not-told-why': 'It could put the child at risk tonight.',
}

test('from the call at night to the papers of the parents', async () => {
  at('2026-03-10T22:00:00Z')
  const child = await here.child('Merrow')
  const { police, surgery } = here.agencies
  const signedIn = (name: string, width = 1280) => personAt(browser, here.server, name, { width })
  let amira = await signedIn('eastworker')
  await amira.goto(`${base}${child.base}`)

  // Tuesday, 22:00. The discussion is called for now.
  await mouse.follow(amira, 'Call a meeting')
  await expectUsable(amira)
  await mouse.submit(
    amira,
    {
      meeting: 'strategy-discussion',
      ...day('2026-03-10', 'plannedFor'),
      startsAt: '22:30',
      place: 'By telephone',
      invited: [police, surgery],
      purpose: 'An unexplained fracture. Is she safe tonight?',
      ...told,
    },
    'Send the invitations',
  )
  await amira.waitForURL('**/meeting/*')
  const night = amira.url().split('?')[0] ?? ''
  await expectUsable(amira)

  // The detective answers from a phone, and writes down what the police know.
  let dev = await signedIn('police', 360)
  await dev.goto(night)
  await expectUsable(dev)
  await mouse.submit(dev, {}, 'Say who comes')
  await mouse.submit(dev, { answer: 'comes', who: 'DS Imran Vale', mayDecide: 'yes' }, 'Record it')
  // Amira has the page open and writes herself: what he writes appears below, and her own words stay as they are.
  await amira.clock.install()
  await amira.goto(night)
  await amira.locator('[name="words"]').pressSequentially('Mother says she fell from the')
  await dev.goto(night)
  await dev.locator('[name="words"]').fill('The father was arrested in May. Bail ended in June.')
  await dev.locator('.gt-saved').filter({ hasText: 'Saved' }).waitFor()
  await amira.clock.fastForward(6_000)
  await amira.locator('#others').filter({ hasText: 'The father was arrested in May.' }).waitFor()
  expect(await amira.locator('[name="words"]').inputValue()).toBe('Mother says she fell from the')
  await expectUsable(amira)

  // Health does not answer. It cannot count as held; it decides in an emergency, and says why.
  at('2026-03-10T23:30:00Z')
  amira = await signedIn('eastworker')
  await amira.goto(night)
  expect(await amira.locator('main').textContent()).toContain('The father was arrested in May.')
  await mouse.submit(amira, {}, 'Say who came and what was decided')
  await expectUsable(amira)
  const decided = {
    ...day('2026-03-10'),
    'happened-time': '22:30',
    [`came-${police}`]: 'came',
    [`came-${surgery}`]: 'absent',
    [`view-${police}`]: 'agrees',
    outcome: 'section-47',
    enquiry: 'joint',
    protection: 'police',
    reasons: 'A fracture that nobody explains, and nobody else to keep her safe tonight.',
  }
  await mouse.submit(amira, { 'meeting-how': 'held', ...decided }, 'Record it')
  expect(await amira.locator('.govuk-error-summary').textContent()).toContain('It cannot count as held without health')
  await mouse.submit(
    amira,
    { 'meeting-how': 'emergency', 'meeting-why': 'No doctor answered. The hospital’s night sister was told at 22:50.' },
    'Record it',
  )
  await amira.waitForURL('**done=closed')
  await expectUsable(amira)
  await amira.goto(`${base}${child.base}`)
  const owed = (await amira.locator('main').textContent()) ?? ''
  expect(owed).toContain('Hear whoever was missing')
  expect(owed).toContain('Hold an initial child protection conference')

  // Wednesday. The minutes are drafted from all of that; the police sign them.
  at('2026-03-11T09:00:00Z')
  amira = await signedIn('eastworker')
  dev = await signedIn('police', 360)
  await amira.goto(night)
  await mouse.submit(amira, {}, 'Write the minutes')
  await expectUsable(amira)
  expect(await amira.locator('[name="minutes"]').inputValue()).toContain('The father was arrested in May.')
  await mouse.submit(amira, {}, 'Send the minutes')
  await dev.goto(night)
  await mouse.submit(dev, {}, 'Sign the minutes')
  await mouse.submit(dev, { answer: 'signed', who: 'DS Imran Vale' }, 'Record it')
  await dev.goto(night)
  expect(await dev.locator('main').textContent()).toContain('signed on 11 March 2026')

  // A conference is called for the 24th; the surgery reports, and holds a part back from the family.
  await amira.goto(`${base}${child.base}/meeting?meeting=initial-conference`)
  await mouse.submit(
    amira,
    {
      ...day('2026-03-24', 'plannedFor'),
      startsAt: '10:00',
      place: 'Civic Centre',
      invited: [police, surgery],
      family: ['parents'],
      access: 'An interpreter for Lithuanian.',
      'family-told': 'yes',
    },
    'Send the invitations',
  )
  await amira.waitForURL('**/meeting/*')
  const conference = amira.url().split('?')[0] ?? ''
  const ines = await signedIn('gp', 360)
  await ines.goto(conference)
  await mouse.follow(ines, 'Send a report')
  await mouse.submit(
    ines,
    {
      familyReads: 'part',
      known: 'Seen on 2 March. [third party: Her aunt rang us.] Weight as it should be.',
      worries: 'Two bruises in a month.',
      heldBack: 'Who rang us.',
    },
    'Record it',
  )
  await ines.goto(conference)
  await expectUsable(ines)

  // The nursery has no account. It is invited by letter; its manager rings, and its report comes on paper. Amira records both for her.
  await amira.goto(conference)
  await mouse.follow(amira, 'Invite somebody without an account')
  await expectUsable(amira)
  await mouse.submit(
    amira,
    {
      body: 'Little Acorns Nursery',
      standsFor: 'early-years',
      who: 'Nadia Bryce',
      role: 'manager',
      reachedBy: 'letter',
      reachedAt: '7 Orchard Row, Harrowmere, ZZ99 7OR',
      reportWanted: 'yes',
      ...day('2026-03-20', 'ownReportDay'),
    },
    'Invite them',
  )
  await amira.waitForURL('**done=guest')
  await expectUsable(amira)
  expect(await amira.locator('#reports-to-come').textContent()).toContain('Nadia Bryce, manager, Little Acorns Nursery')
  const letter = amira.locator('.gt-seats__links a', { hasText: 'Letter of invitation as PDF' })
  expect((await amira.request.get(`${base}${await letter.getAttribute('href')}`)).status()).toBe(200)
  const phone = await signedIn('eastworker', 360)
  await phone.goto(conference)
  await expectUsable(phone)
  await phone.locator('.gt-seats__links a', { hasText: 'Record their answer' }).click()
  await expectUsable(phone)
  await mouse.submit(phone, { answer: 'comes', cameBy: 'telephone' }, 'Record it for them')
  await amira.goto(conference)
  await amira.locator('.gt-seats__links a', { hasText: 'Record their report' }).click()
  await expectUsable(amira)
  await mouse.submit(
    amira,
    { cameBy: 'paper', familyReads: 'all', known: 'He is here each day, and clings when he is fetched.' },
    'Record it for them',
  )
  await ines.goto(conference)
  const read = (await ines.locator('main').textContent()) ?? ''
  expect(read).toContain('Yes (by telephone, recorded by Harrowmere Council for Nadia Bryce)')
  expect(read).toContain('clings when he is fetched')

  // The parents are given their papers, and what is not in them is said.
  await amira.goto(conference)
  await mouse.follow(amira, 'Give somebody the papers')
  await expectUsable(amira)
  const pack = (await amira.locator('main').textContent()) ?? ''
  expect(pack).toContain('Words marked by their writer: third party')
  expect(pack).toContain('what the agency holds back')
  await mouse.submit(
    amira,
    { how: 'read', interpreter: 'there', who: 'Mother and father' },
    'Record that they have them',
  )
  await amira.waitForURL('**done=given')

  // The conference decides; the surgery disagrees by name.
  at('2026-03-24T12:30:00Z')
  amira = await signedIn('eastworker')
  await amira.goto(`${conference}/close`)
  await expectUsable(amira)
  const asked = await amira.locator('[name^="guest-came-"]').first().getAttribute('name')
  const nursery = asked?.replace('guest-came-', '') ?? ''
  await mouse.submit(
    amira,
    {
      'meeting-how': 'held',
      ...day('2026-03-24'),
      'happened-time': '10:00',
      [`came-${police}`]: 'came',
      [`came-${surgery}`]: 'came',
      [`view-${surgery}`]: 'dissents',
      [`view-why-${surgery}`]: 'Dr Ines Hallam: it should name neglect too.',
      [`guest-came-${nursery}`]: 'came',
      [`guest-view-${nursery}`]: 'dissents',
      [`guest-view-why-${nursery}`]: 'Nadia Bryce: the grandmother could keep him safe.',
      'meeting-family': ['parents'],
      decision: 'child-protection-plan',
      categories: ['PHY'],
      coreGroup: [police, surgery],
      reasons: 'She was hurt, and it may go on.',
    },
    'Record it',
  )
  await amira.waitForURL('**done=closed')
  expect(await amira.locator('main').textContent()).toContain('Disagrees: Dr Ines Hallam: it should name neglect too.')
  await amira.goto(`${base}${child.base}`)
  expect(await amira.locator('main').textContent()).toContain('Hold the first core group')

  // The nursery stands in the minutes: there, with its report, and with what its manager said.
  await amira.goto(`${conference}/minutes`)
  const minutes = await amira.locator('[name="minutes"]').inputValue()
  expect(minutes).toMatch(/Present\n[^]*Nadia Bryce, manager, Little Acorns Nursery[^]*\nReports\n/)
  expect(minutes).toContain('on paper, recorded by Harrowmere Council for Nadia Bryce')
  expect(minutes).toContain(
    'Nadia Bryce, manager, Little Acorns Nursery: disagrees. Nadia Bryce: the grandmother could keep him safe.',
  )
}, 120_000)
