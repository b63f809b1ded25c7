/** A neighbour on a telephone without script, and a teacher at a desk by keyboard: from the page to the receipt, and on, disagreeing. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeWindows, openBrowser } from '../../../test/browser.ts'
import { givenReceipts, type Receipts } from '../../../test/given-receipt.ts'
import { keyboard, mouse } from '../../../test/hands.ts'
import { expectUsable } from '../../../test/person.ts'
import { freePort } from '../../../test/test-server.ts'

let browser: Browser
let base: string
let receipts: Receipts
beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  receipts = await givenReceipts({ PORT: String(port), PUBLIC_URL: base })
  await receipts.here.server.app.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
}, 60_000)
afterAll(closeWindows)

test.each([
  ['on a telephone, without script', 360, false],
  ['at a desk', 1280, true],
] as const)('%s', async (_, width, javaScriptEnabled) => {
  const context = await browser.newContext({ viewport: { width, height: 640 }, javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(`${base}/sign-in`)
  await page.getByRole('link', { name: 'Tell the council without an account' }).click()
  await expectUsable(page, javaScriptEnabled)
  await page.getByLabel('What did you see or hear?').fill('Shouting every night.\nThen it is quiet.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expectUsable(page, javaScriptEnabled)
  expect(await page.getByLabel('What did you see or hear?').inputValue()).toBe(
    'Shouting every night.\nThen it is quiet.',
  )
  await page.getByLabel('First names').fill('Tilly')
  await page.getByLabel('What are you worried about?').fill('That somebody hurts her.')
  await page.getByRole('group', { name: 'Is the child safe now?' }).getByLabel('I do not know').check()
  await page.getByRole('group', { name: 'Do the parents know' }).getByLabel('I do not know').check()
  await page.getByLabel('What are you to the child?').selectOption('A neighbour, friend or childminder')
  await page.getByLabel('Your name').fill('Bo Tranter')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.waitForURL(/\/worry\/receipt\//)
  await expectUsable(page, javaScriptEnabled)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('What you sent has arrived')
  // Leaving it and coming back by its address, in another window.
  const again = await (await browser.newContext()).newPage()
  await again.goto(page.url())
  expect(await again.textContent('main')).toContain('01632\u00a0960100')

  // The council decides and says what; they do not agree, read the answer, take it higher, and accept the next one.
  const hand = javaScriptEnabled ? keyboard : mouse
  const one = await receipts.arrived()
  await receipts.tells(one, await receipts.decides(one))
  await page.reload()
  await hand.submit(page, {}, 'I disagree')
  await hand.submit(page, { reasons: 'It was as loud last night.' }, 'Say that you disagree')
  await expectUsable(page, javaScriptEnabled)
  await hand.submit(page, { asks: 'Go and see her at night.', safety: 'not-known' }, 'Say that you disagree')
  await page.waitForURL('**?done=disagree')
  await answers(one, 'disagreement-raised', 'upheld', 'It stays as it is.')
  await page.reload()
  await expectUsable(page, javaScriptEnabled)
  expect(await page.textContent('main')).toContain('It stays as it is.')
  await hand.submit(page, {}, 'Take it a stage higher')
  await hand.submit(page, { reasons: 'Nobody came in the evening.' }, 'Take it a stage higher')
  await page.waitForURL('**?done=higher')
  await answers(one, 'disagreement-taken-higher', 'changed', 'Somebody comes this evening.')
  await page.reload()
  await hand.submit(page, {}, 'Accept the answer')
  await expectUsable(page, javaScriptEnabled)
  await hand.submit(page, {}, 'Accept the answer')
  await page.waitForURL('**?done=accept')
  expect(await page.textContent('main')).toContain('You accepted the answer on 14 April 2026')
})

type Arrived = Awaited<ReturnType<Receipts['arrived']>>

/** The council answers what was recorded under a kind, and tells the sender so. */
async function answers(one: Arrived, kind: string, answer: string, words: string) {
  const { rows } = await receipts.here.server.db.owner.query<{ root: string }>(
    'select root from fact where case_id = $1 and kind = $2',
    [one.case_id, kind],
  )
  const about = rows[0]?.root ?? ''
  const said = { reasons: 'For the file.' }
  await receipts.tells(one, await receipts.records(one, 'disagreement-answered', about, { answer }, said), words)
}
