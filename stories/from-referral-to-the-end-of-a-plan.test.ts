/**
 * Amira, a social worker, takes a new child from referral to the end of a plan in the browser. At every step the file shows
 * what is owed next, one step is recorded late, and one is corrected. Days are taken from the calendar of 2026 by hand:
 * Good Friday is 3 April, Easter Monday 6 April, bank holidays 4 and 25 May and 31 August.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guidance } from '../src/procedures/index.ts'
import { storyPassword } from '../src/story/provider.ts'
import { closeWindows, openBrowser } from '../test/browser.ts'
import { type Answers, day, type Hand, keyboard, mouse } from '../test/hands.ts'
import { expectUsable } from '../test/person.ts'
import { freePort, type TestServer, testServer } from '../test/test-server.ts'

let browser: Browser
let server: TestServer
let base: string

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  server = await testServer({ guidance, env: { PUBLIC_URL: base } })
  await server.app.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
}, 60_000)
afterAll(closeWindows)

/** It is that day, at ten in the morning, and Amira has signed in, as she does each day. */
async function itIs(date: string, page: Page): Promise<void> {
  server.clock.instant = Date.parse(`${date}T10:00:00Z`)
  await page.goto(`${base}/sign-in/begin?to=/due`)
  if ((await page.locator('[name=password]').count()) === 0) return
  await page.fill('[name=name]', 'eastworker')
  await page.fill('[name=password]', storyPassword)
  await page.click('main button')
  await page.waitForURL('**/due')
}

describe.each([
  ['with a mouse, on a desk', mouse, { width: 1280, height: 240 }, true],
  ['by keyboard alone, without script, at the width of a phone', keyboard, { width: 360, height: 240 }, false],
] as [string, Hand, { width: number; height: number }, boolean][])('%s', (_, hand, viewport, script) => {
  test('from referral to the end of a plan', async () => {
    const context = await browser.newContext({ viewport, javaScriptEnabled: script })
    const page = await context.newPage()
    const [forenames, surname, born] = script
      ? ['Tamsin', 'Quillfeather', '2019-05-14']
      : ['Ishaan', 'Marchbanks', '2014-11-30']
    const expectNothingInTheWay = (at: Page) => expectUsable(at, script)
    await itIs('2026-03-02', page)

    // A child who is not known yet: looked for first, then opened.
    await page.goto(`${base}/new-child`)
    await expectNothingInTheWay(page)
    await hand.submit(page, { forenames, surname, ...day(born) }, 'Look for the child')
    await hand.submit(page, {}, 'Open a case and record the referral')
    const reference = /GT-[0-9A-Z]{7}/.exec(page.url())?.[0] ?? ''
    expect(reference).not.toBe('')

    const file = `${base}/case/${reference}`
    const record = async (kind: string, answers: Answers) => {
      await page.goto(`${file}/record/${kind}`)
      await expectNothingInTheWay(page)
      await hand.submit(page, answers, 'Record it')
      expect(page.url(), await page.locator('main').innerText()).toContain('recorded=')
    }
    /** What the file says is owed: each duty with its words, open ones only. */
    const owed = async () => {
      if (new URL(page.url()).pathname !== new URL(file).pathname) await page.goto(file)
      const rows = await page.locator('.gt-columns__owed > .gt-duties__list > li').allInnerTexts()
      return rows.map(row => row.replace(/\s+/g, ' ').toLowerCase())
    }
    const expectOwed = async (must: string, when: string) => {
      const rows = await owed()
      expect(
        rows.filter(row => row.includes(must.toLowerCase())).join('\n'),
        `${must} among\n${rows.join('\n')}`,
      ).toContain(when.toLowerCase())
    }
    const expectNotOwed = async (must: string) =>
      expect((await owed()).filter(row => row.includes(must.toLowerCase()))).toEqual([])

    // Monday 2 March. The referral arrives: one working day.
    await record('referral-received', {
      ...day('2026-03-02'),
      source: '2A',
      reason: 'Bruises on both arms. She said “I am not allowed to say”.',
    })
    await expectOwed('Decide what happens next', 'tomorrow')
    await expectNothingInTheWay(page)

    // Tuesday. Decided, and told.
    await itIs('2026-03-03', page)
    await record('referral-acknowledged', day('2026-03-03'))
    await record('referral-decided', {
      ...day('2026-03-03'),
      outcome: 'strategy-discussion',
      reasons: 'Unexplained bruising and fear.',
    })
    await expectNotOwed('Decide what happens next')
    await expectOwed('Tell the referrer', 'No day is set')
    await record('referrer-told', day('2026-03-03'))
    await record('family-told', { ...day('2026-03-03'), told: 'told' })
    await expectNotOwed('Tell the referrer')

    // Wednesday 4 March. The discussion starts section 47 enquiries: 15 working days, to Wednesday 25 March.
    await itIs('2026-03-04', page)
    await record('strategy-discussion-held', { ...day('2026-03-04'), outcome: 'section-47' })
    await expectOwed('Hold an initial child protection conference', '15 working days left (Wednesday 25 March)')
    await record('assessment-started', day('2026-03-04'))
    // 45 working days from the referral of 2 March, over Easter and the early May bank holiday: Thursday 7 May.
    await expectOwed('assessment', '7 May')
    await record('child-seen', { ...day('2026-03-04'), alone: 'yes' })

    // The enquiry was concluded on 18 March and is recorded on the 24th, six days late: the record says both.
    await itIs('2026-03-24', page)
    await record('section-47-enquiry-concluded', {
      ...day('2026-03-18'),
      outcome: 'substantiated-continuing-harm',
      conferenceNeeded: 'yes',
    })
    expect(await page.locator('main').innerText()).toContain('recorded on 24 March 2026')
    await expectOwed('Hold an initial child protection conference', 'tomorrow')

    // Wednesday 25 March. The conference decides on a plan: core group in 10 working days, review in 3 months.
    await itIs('2026-03-25', page)
    await record('initial-conference-held', {
      ...day('2026-03-25'),
      decision: 'child-protection-plan',
      categories: ['NEG'],
    })
    await expectNotOwed('Hold an initial child protection conference')
    await expectOwed('core group', '10 working days left (Friday 10 April)')
    await expectOwed('review conference', '25 June')
    await record('child-protection-plan-started', { ...day('2026-03-25'), categories: ['NEG'] })
    await expectOwed('core group', '10 working days left (Friday 10 April)')

    // It had been held the day before: a typing error, corrected. What was counted from it moves.
    await page.goto(file)
    const correct = page.locator('main a', { hasText: 'Correct “Initial child protection conference held”' })
    await page.goto(`${base}${await correct.getAttribute('href')}`)
    await expectNothingInTheWay(page)
    if (script) await page.locator('[name=happened-day]').fill('')
    else {
      await page.locator('[name=happened-day]').focus()
      await page.keyboard.press('Control+A')
    }
    await hand.submit(page, { 'happened-day': '24', correctionReason: 'The minutes say 24 March.' }, 'Correct it')
    await expectOwed('core group', '9 April')
    await expectOwed('review conference', '24 June')
    // The page of the duty says what moved it.
    const duty = page.locator('.gt-columns__owed a', { hasText: 'core group' }).first()
    await page.goto(`${base}${await duty.getAttribute('href')}`)
    await expectNothingInTheWay(page)
    const explained = await page.locator('main').innerText()
    expect(explained).toContain('within 10 working days')
    expect(explained).toMatch(/3 April 2026: Good Friday/)
    expect(explained).toContain('Due: 10 April 2026 became 9 April 2026')
    // And the file as it was known before the correction still says the 25th.
    await page.goto(`${file}/as-known?on=2026-03-24`)
    expect(await page.locator('main').innerText()).not.toContain('Initial child protection conference held')

    await itIs('2026-04-09', page)
    await record('core-group-held', day('2026-04-09'))
    await itIs('2026-04-30', page)
    await record('assessment-authorised', {
      ...day('2026-04-30'),
      outcome: 'child-in-need-plan',
      authorisedBy: server.borough.people.manager.post,
    })

    // 24 June: the first review, on its last day. The next one within six months.
    await itIs('2026-06-24', page)
    await record('review-conference-held', { ...day('2026-06-24'), decision: 'continues' })
    await expectOwed('review conference', '24 December')

    // 10 November: the plan ends because she is no longer likely to suffer significant harm.
    await itIs('2026-11-10', page)
    await record('review-conference-held', {
      ...day('2026-11-10'),
      decision: 'ends',
      stillLikely: 'no',
      approvedBy: server.borough.people.manager.post,
      reasons: 'What the plan asked for has held since the summer.',
    })
    await record('plan-ended', {
      ...day('2026-11-10'),
      ground: 'not-likely-significant-harm',
      approvedBy: server.borough.people.manager.post,
      reasons: 'Home is calm, school says so too, and grandmother is there each week.',
    })
    await expectNotOwed('review conference')
    await expectNotOwed('core group')
    await record('agencies-told-plan-ended', day('2026-11-10'))
    await record('support-after-plan-discussed', day('2026-11-10'))
    await record('case-closed', { ...day('2026-11-10'), reason: 'RC7', closedBy: server.borough.people.manager.post })
    await page.goto(file)
    expect(await page.locator('main').innerText()).toContain('Nothing that this system tracks is owed now')
    await expectNothingInTheWay(page)
    await context.close()
  }, 240_000)
})
