/**
 * A worry about Aria: the social worker looks who else is involved, asks three agencies in one action and gets three answers,
 * one of them a refusal; a fourth agency stays silent. The decision is shared with the school, and one page says who was told
 * what, on what basis. What the school was told by mistake is recalled. What was said at a meeting is shared with who was there:
 * a colleague of one of them does not find it.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeWindows, openBrowser } from '../test/browser.ts'
import { addColleague } from '../test/colleague.ts'
import { givenAgencies, statesIn } from '../test/given-agencies.ts'
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
  await addColleague(here.server, 'teacher', { signIn: 'deputy', name: 'Rhys Marlow', title: 'Deputy lead' })
  await here.server.app.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
}, 60_000)
afterAll(closeWindows)

test('who is asked, who answers what, and who was told', async () => {
  const surname = 'Pellinor'
  const child = await here.child(surname)
  here.server.clock.instant = Date.parse('2026-04-14T09:00:00Z')
  const { school, police, surgery } = here.agencies

  const signedIn = (name: string) => personAt(browser, here.server, name)

  // Tuesday. From the first page: who else is involved? Nobody was asked yet.
  const amira = await signedIn('eastworker')
  await mouse.submit(amira, { q: surname }, 'Look')
  await mouse.follow(amira, `Aria ${surname}`)
  await expectUsable(amira)
  expect(statesIn(await amira.content())).toMatchObject({ 'Harrowmere Police': 'not-asked' })
  await mouse.submit(amira, {}, 'Ask agencies')
  await mouse.submit(
    amira,
    {
      asked: [police, school, surgery],
      purpose: 'section-47',
      question: 'Who lives with her, and when was she seen last?',
      urgency: 'soon',
      'why-necessary': 'A man nobody can name collects her.',
      'family-told': 'later',
      'family-not-told-why': 'Until we know who he is.',
    },
    'Ask them',
  )
  await amira.waitForURL('**/involved?asked=*')

  // Each answers for itself: involved, with a passage; nothing held; held, and not shared.
  const answer = async (who: string, answers: Record<string, string>) => {
    const page = await signedIn(who)
    await mouse.follow(page, `Aria ${surname}`)
    await mouse.submit(page, {}, 'Record: Request for information answered')
    await expectUsable(page)
    await mouse.submit(page, answers, 'Answer')
    await page.waitForURL('**recorded=*')
    await expectUsable(page)
    return page
  }
  await answer('police', {
    answer: 'involved',
    shared: 'He is known to us under another name. Not to parents.',
    'family-told': 'no',
    'family-not-told-why': 'It would put her at risk.',
  })
  await answer('gp', { answer: 'held-not-shared', whyNot: 'Her mother’s own record. It says nothing about Aria.' })

  // Friday. The school has not answered.
  here.server.clock.instant = Date.parse('2026-04-17T09:00:00Z')
  const friday = await signedIn('eastworker')
  await friday.goto(`${base}${child.base}/involved`)
  await expectUsable(friday)
  expect(statesIn(await friday.content())).toMatchObject({
    'Harrowmere Police': 'involved',
    'Bridge Surgery': 'held',
    'Linden Primary School': 'overdue',
    'Harrowmere Homes': 'not-connected',
  })
  const picture = await friday.locator('main').innerText()
  for (const words of ['He is known to us under another name', 'It says nothing about Aria', '01632 960777'])
    expect(picture).toContain(words)
  const teacher = await answer('teacher', { answer: 'nothing-held' })

  // The enquiry begins. What was decided is shared with the school, and nothing else.
  await friday.goto(`${base}${child.base}/record/strategy-discussion-held`)
  await mouse.submit(friday, { ...day('2026-04-17'), outcome: 'section-47' }, 'Record it')
  await friday.goto(`${base}${child.base}/share`)
  await expectUsable(friday)
  const decided = await friday.locator('[name=records]').first().getAttribute('value')
  await mouse.submit(
    friday,
    {
      decision: 'share',
      agencies: school,
      records: decided ?? '',
      'lawful-basis': 'ca1989-s47',
      'why-necessary': 'The school sees her each day.',
      'family-told': 'later',
      'family-not-told-why': 'Until we know who he is.',
    },
    'Record your decision',
  )
  await friday.waitForURL('**/told?done=share')
  await expectUsable(friday)
  const told = await friday.locator('main').innerText()
  for (const words of [
    'Linden Primary School',
    'Strategy discussion held, 17 April 2026',
    'The school sees her each day.',
  ])
    expect(told).toContain(words)
  await teacher.goto(`${base}${child.base}`)
  expect(await teacher.locator('main').innerText()).toContain('Strategy discussion held')

  // Too much: recalled at once.
  const recall = friday.locator('a', { hasText: 'Recall it' }).first()
  await friday.goto(`${base}${await recall.getAttribute('href')}`)
  await expectUsable(friday)
  await mouse.submit(friday, { why: 'The school needs the outcome, not the discussion.' }, 'Recall it')
  await friday.waitForURL('**/told?recalled=*')
  expect(await friday.locator('main').innerText()).toContain('The school needs the outcome')
  await teacher.goto(`${base}${child.base}`)
  expect(await teacher.locator('main').innerText()).not.toContain('Strategy discussion held')

  // Gwen was at the discussion, and so were the police. What was said is for her alone, and not for her deputy.
  await child.fact('child-seen', '2026-04-16', { narrative: { wishes: 'She asked for Gwen to be there.' } })
  await child.fact('strategy-discussion-held', '2026-04-16', {
    data: { outcome: 'none', agencies: [school, police] },
  })
  const deputy = await signedIn('deputy')
  await friday.goto(`${base}${child.base}/share`)
  const seen = await friday.locator('label', { hasText: 'Child seen' }).first().getAttribute('for')
  const records = (await friday.locator(`[id="${seen}"]`).getAttribute('value')) ?? ''
  const meeting = await friday.locator('[name=meeting] option', { hasText: '16 April' }).getAttribute('value')
  await mouse.submit(
    friday,
    { decision: 'share', meeting: meeting ?? '', 'meeting-whom': 'people' },
    'Show the people to choose from',
  )
  await expectUsable(friday)
  await mouse.submit(
    friday,
    {
      people: here.server.borough.people.teacher.post,
      records,
      'lawful-basis': 'ca1989-s47',
      'why-necessary': 'She goes with her tomorrow.',
      'family-told': 'yes',
    },
    'Record your decision',
  )
  await friday.waitForURL('**/told?done=share')
  await friday.goto(`${base}${child.base}/told?all=yes`)
  await expectUsable(friday)
  expect(await friday.locator('main').innerText()).toContain('Only to Gwen Abara')
  await teacher.goto(`${base}${child.base}`)
  expect(await teacher.locator('main').innerText()).toContain('She asked for Gwen to be there.')
  // The school was asked, so her deputy knows of the file.
  await deputy.goto(`${base}${child.base}`)
  const hers = await deputy.locator('main').innerText()
  expect(hers).toContain(`Aria ${surname}`)
  expect(hers).not.toContain('She asked for Gwen')
  await deputy.goto(`${base}${child.base}/told?all=yes`)
  expect(await deputy.locator('main').innerText()).not.toContain('She goes with her tomorrow.')
}, 120_000)
