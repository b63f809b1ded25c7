/**
 * Amira assesses Aria, on one frame: Aria is seen, once alone; her mother is asked who else comes to the home, and Aria tells of a man
 * nobody had named; the school says what it knows; the manager looks at it; it is authorised one working day late, with the reason,
 * and leads to a child in need plan. Days are taken from the calendar of 2026 by hand: Good Friday is 3 April, Easter Monday 6 April,
 * 4 May a bank holiday, so that 45 working days from 2 March end on 7 May.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeWindows, openBrowser } from '../test/browser.ts'
import { givenAgencies, involvedAnswer } from '../test/given-agencies.ts'
import { day, keyboard, mouse } from '../test/hands.ts'
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

const text = async (page: Page) => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')

test('seen and heard, asked and answered, authorised late with a reason', async () => {
  const itIs = (date: string) => {
    here.server.clock.instant = Date.parse(`${date}T09:00:00Z`)
  }
  itIs('2026-03-04')
  const child = await here.child('Pellinor')
  const { school } = here.agencies
  await child.fact('referral-received', '2026-03-02', { data: { source: '2A' } })
  await child.fact('referral-decided', '2026-03-03', { data: { outcome: 'section-17-assessment' } })
  await child.fact('person-connected', '2026-03-02', {
    data: { relationship: 'mother', livesWith: true },
    narrative: { forenames: 'Nell', surname: 'Pellinor' },
  })
  const root = await child.fact('assessment-started', '2026-03-04', { data: { lead: 'social-worker' } })
  const frame = `${base}${child.base}/assessment/${root}`

  // Monday 9 March. Amira comes from the file. Aria was seen at home, her mother in the room.
  itIs('2026-03-09')
  const monday = await personAt(browser, here.server, 'eastworker')
  await monday.goto(`${base}${child.base}`)
  await mouse.follow(monday, 'Open the assessment')
  expect(await text(monday)).toContain('5 of 45 working days used.')
  await mouse.follow(monday, 'Record that the child was seen')
  await mouse.submit(
    monday,
    { ...day('2026-03-09'), alone: 'no', where: 'home', whyNotAlone: 'Nell stayed in the room' },
    'Record it',
  )
  // On Thursday at school, alone: she draws.
  await monday.context().close()
  itIs('2026-03-12')
  const amira = await personAt(browser, here.server, 'eastworker')
  await amira.goto(`${base}${child.base}/record/child-seen`)
  await mouse.submit(amira, { ...day('2026-03-12'), alone: 'yes', where: 'school' }, 'Record it')
  await amira.goto(frame)
  await mouse.follow(amira, 'Write down the child’s own words')
  const words = {
    how: 'drawing',
    ownWords: 'That is Daz. He sleeps in Mummy’s bed.',
    done: 'Told Ruth. Asked Nell the same day.',
  }
  await mouse.submit(amira, { ...day('2026-03-12'), ...words }, 'Record it')

  // Nell is asked who else comes to the home, and will not say. Daz is written down all the same.
  await amira.goto(`${frame}/adults`)
  await expectUsable(amira)
  const asked = {
    'adult-0-asked': 'would-not-say',
    'adult-else-who': 'Daz',
    'adult-else-asked': 'asked',
    'adult-else-answer': 'He sleeps there.',
    'adult-else-source': 'Aria, at school',
    'adult-else-near': 'stays',
  }
  await mouse.submit(amira, asked, 'Record what was asked')
  await expectUsable(amira)
  expect(await text(amira)).toMatch(/Nell Pellinor, mother, lives with the child ASKED: WOULD NOT SAY/i)
  expect(await text(amira)).toMatch(
    /Daz ASKED He sleeps there\..*stays over · from Aria, at school Stands nowhere else/i,
  )

  // What she found: a domain at the desk, and another one on a telephone, by keyboard alone and without script.
  await amira.goto(`${frame}/development`)
  await expectUsable(amira)
  const found = { 'health-found': 'Small for her age.', 'health-meaning': ['need'], 'health-source': 'School nurse' }
  await mouse.submit(
    amira,
    { ...found, 'education-found': 'Never late.', 'education-meaning': ['strength'] },
    'Record what changed',
  )
  await amira.waitForURL('**recorded=2*')
  const phone = await personAt(browser, here.server, 'eastworker', { width: 360, script: false })
  await phone.goto(`${frame}/parenting`)
  await expectUsable(phone, false)
  await keyboard.submit(
    phone,
    { 'safety-found': 'Who sleeps in the flat is kept from us.', 'safety-meaning': ['risk'] },
    'Record what changed',
  )
  await phone.waitForURL('**recorded=1*')
  await expectUsable(phone, false)
  await phone.context().close()

  // The school is asked and answers: by reference, in its own record.
  await amira.goto(`${base}${child.base}/ask`)
  await mouse.submit(
    amira,
    {
      asked: [school],
      purpose: 'section-17',
      question: 'Who collects her?',
      urgency: 'soon',
      'why-necessary': 'The assessment.',
      'family-told': 'yes',
    },
    'Ask them',
  )
  await amira.waitForURL('**/involved?asked=*')
  const teacher = await here.signedIn('teacher')
  expect((await teacher.write(`${child.base}/answer`, involvedAnswer)).status).toBe(303)

  // Wednesday 18 March. Ruth looks at it.
  itIs('2026-03-18')
  const ruth = await personAt(browser, here.server, 'manager')
  await ruth.goto(frame)
  expect(await text(ruth)).toContain('Linden Primary School, 12 March 2026: We are involved')
  await mouse.follow(ruth, 'Record: Assessment reviewed by a manager')
  await mouse.submit(ruth, { ...day('2026-03-18'), challenge: 'Who is Daz? See him before it ends.' }, 'Record it')
  await ruth.context().close()

  // Tuesday 5 May. It takes longer, and the family hears why.
  itIs('2026-05-05')
  const late = await personAt(browser, here.server, 'eastworker')
  await late.goto(frame)
  expect(await text(late)).toContain('43 of 45 working days used.')
  await mouse.follow(late, 'Record: Longer assessment explained')
  await mouse.submit(
    late,
    { ...day('2026-05-05'), discussedWith: ['family'], reasons: 'Daz agreed to be seen on 8 May.' },
    'Record it',
  )
  await late.context().close()

  // Friday 8 May. What is empty stops nobody; it is authorised, one working day late, and Ruth says why.
  itIs('2026-05-08')
  const end = await personAt(browser, here.server, 'manager')
  await end.goto(frame)
  await expectUsable(end)
  expect(await text(end)).toMatch(/what is empty Nothing is written of: emotional and behavioural development,/)
  await mouse.follow(end, 'Record: Assessment concluded and authorised')
  await mouse.submit(
    end,
    { ...day('2026-05-08'), outcome: 'child-in-need-plan', reasons: 'Nell needs help to keep Aria safe.' },
    'Record it',
  )
  expect(await text(end)).toContain('This was 1 working day late.')
  await mouse.follow(end, 'Say why')
  await mouse.submit(
    end,
    { ...day('2026-05-08'), reason: 'family-asked', words: 'Daz could be seen on 8 May only.' },
    'Record it',
  )
  expect(await text(end)).toContain('Agree a child in need plan with the family')
  await end.goto(frame)
  await expectUsable(end)
  const page = await text(end)
  expect(page).toContain('46 of 45 working days used. Met late, on 8 May 2026; it was due on 7 May 2026')
  expect(page).toContain('8 May 2026: Child in need plan')
  expect(page).toMatch(
    /after 7 days: Seen on 9 March 2026, at home, not alone: .* after 3 days: Seen alone on 12 March 2026/,
  )
  await end.goto(`${base}${child.base}/record/child-in-need-plan-started`)
  await mouse.submit(end, day('2026-05-08'), 'Record it')

  // On a telephone all of it stands below each other.
  await end.setViewportSize({ width: 360, height: 640 })
  await end.goto(frame)
  await expectUsable(end)
}, 120_000)
