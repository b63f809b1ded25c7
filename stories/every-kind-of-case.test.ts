/** Each kind of case, opened by whoever's work it is: its first step, what is then owed, and how it is found; nobody else hears of it. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CaseKind, caseKinds } from '../src/engine/procedure.ts'
import { transaction } from '../src/platform/transaction.ts'
import { guidance } from '../src/procedures/index.ts'
import { agencies, type PersonKey } from '../src/story/cast.ts'
import { settle } from '../src/story/settle.ts'
import { closeWindows, openBrowser } from '../test/browser.ts'
import { given } from '../test/given-case.ts'
import { expectUsable, personAt } from '../test/person.ts'
import { freePort, type TestServer } from '../test/test-server.ts'

let browser: Browser
let base: string
let server: TestServer

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  server = (await given({ PUBLIC_URL: base })).server
  // The story’s borough comes beside the small one, which gives up the code that both have.
  await server.db.owner.query('delete from area_code')
  await transaction(server.db.recorder, settle)
  await server.app.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
}, 60_000)
afterAll(closeWindows)

interface FirstStep {
  readonly by: PersonKey
  readonly name: string
  readonly records: string
  readonly fields: Readonly<Record<string, string>>
  readonly owes: string
  /** Who finds it in what is due, where that is not whoever opened it. */
  readonly dueFor?: PersonKey
}

const firstSteps: Readonly<Record<CaseKind, FirstStep>> = {
  child: {
    by: 'joss',
    name: 'Brackenbury',
    records: 'referral-received',
    fields: { source: '2A', reason: 'Hungry on Mondays.' },
    owes: 'decide-on-referral',
  },
  context: {
    by: 'joss',
    name: 'Skate park',
    records: 'risk-outside-home-seen',
    fields: { contexts: 'place' },
    owes: 'assess-risk-outside-home',
  },
  allegation: {
    by: 'imelda',
    name: 'Quillfeather',
    records: 'allegation-made',
    fields: { criteria: 'AL-1' },
    owes: 'evaluate-allegation',
  },
  incident: {
    by: 'samuel',
    name: 'Fire at the mill',
    records: 'incident-known',
    fields: { abuse: 'suspected', harm: 'seriously-harmed', where: 'here', under18: 'yes' },
    owes: 'notify-panel-of-incident-in-five-working-days',
  },
  'national-review': {
    by: 'stella',
    name: 'Harm online',
    records: 'rapid-review-received',
    fields: { from: 'Eastholt Safeguarding Children Partnership' },
    owes: 'decide-on-rapid-review',
  },
  'child-death': {
    by: 'noor',
    name: 'Larkspur',
    records: 'child-died',
    fields: {},
    owes: 'hold-child-death-review-meeting',
  },
  assurance: {
    by: 'farid',
    name: 'Spring round',
    records: 'assurance-round-opened',
    fields: {
      organisation: agencies.hollybank.id,
      kind: 'school',
      'answerBy-day': '30',
      'answerBy-month': '4',
      'answerBy-year': '2026',
    },
    owes: 'give-self-assessment',
    dueFor: 'sunita',
  },
  arrangements: {
    by: 'farid',
    name: 'Moorland arrangements',
    records: 'safeguarding-partners-named',
    fields: { who: 'Three partners' },
    owes: 'agree-how-to-lead',
  },
}

const windows = new Map<PersonKey, Promise<Page>>()

/** The window of that person, on a desk. */
async function windowOf(name: PersonKey): Promise<Page> {
  const opened = windows.get(name) ?? personAt(browser, server, name)
  windows.set(name, opened)
  const page = await opened
  await page.setViewportSize({ width: 1440, height: 240 })
  return page
}

/** Answers a question of a form, whatever it is asked with. */
async function answer(page: Page, name: string, value: string): Promise<void> {
  const boxes = page.locator(`main [name="${name}"][type=radio], main [name="${name}"][type=checkbox]`)
  if ((await boxes.count()) > 0) return page.locator(`main [name="${name}"][value="${value}"]`).check()
  const field = page.locator(`main [name="${name}"]`)
  if ((await field.evaluate(one => one.tagName)) === 'SELECT') await field.selectOption(value)
  else await field.fill(value)
}

async function open(page: Page, kind: CaseKind, name: string): Promise<string> {
  await page.goto(kind === 'child' ? `${base}/new-child` : `${base}/new/${kind}`)
  const isPerson = (await page.locator('main [name=surname]').count()) > 0
  await answer(page, isPerson ? 'surname' : 'name', name)
  if (kind === 'child') await page.getByLabel('Assessment team').check()
  await page.locator('main form button.govuk-button').first().click()
  // First it is looked whether the child has a file already.
  if (kind === 'child') await page.locator('main button[name=_open]').click()
  await page.waitForURL(/\/case\/GT-/)
  return /GT-\w+/.exec(page.url())?.[0] ?? ''
}

test.each(caseKinds)(
  '%s: opened, its first step recorded, owed, found and due; nobody else hears of it',
  async kind => {
    const { by, name, records, fields, owes, dueFor } = firstSteps[kind]
    const page = await windowOf(by)
    const reference = await open(page, kind, name)
    const file = `${base}/case/${reference}`

    await page.goto(`${file}/record/${records}`)
    for (const [part, value] of Object.entries({
      'happened-day': '13',
      'happened-month': '4',
      'happened-year': '2026',
    }))
      await answer(page, part, value)
    for (const [part, value] of Object.entries(fields)) await answer(page, part, value)
    await page.locator('main form button.govuk-button').first().click()
    await page.waitForURL(/\/case\/GT-\w+(\?|$)/)

    const must = guidance.rules.get(owes)?.must ?? owes
    expect(await page.locator('main').innerText()).toContain(must)
    await expectUsable(page)
    await page.setViewportSize({ width: 360, height: 240 })
    await expectUsable(page)

    await page.goto(`${base}/find?q=${name.split(' ')[0]}`)
    expect(await page.locator(`main a[href="/case/${reference}"]`).count()).toBe(1)
    const owing = dueFor ? await windowOf(dueFor) : page
    const lists = []
    for (const show of ['open', 'ageing']) {
      await owing.goto(`${base}/due?scope=agency&show=${show}`)
      lists.push(await owing.locator('main').innerText())
    }
    expect(lists.join()).toContain(name)

    const other = await windowOf('jo')
    const refused = await other.goto(file)
    const nothing = await other.goto(`${base}/case/GT-0000000`)
    expect(refused?.status()).toBe(404)
    expect(nothing?.status()).toBe(404)
  },
  60_000,
)
