/** Two ways of filling in a form: with mouse and script, or by keyboard alone on a page without script. */
import type { Page } from 'playwright-core'

/** Answers by field name: text to type, the value of a radio, or the values of checkboxes. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

export interface Hand {
  /** Fills in fields by name and presses the button with that text. */
  submit(page: Page, answers: Answers, button: string): Promise<void>
  /** Follows the link with that text in the main part of the page. */
  follow(page: Page, link: string): Promise<void>
}

/** A day as a form asks for it. */
export function day(text: string, name = 'happened'): Answers {
  const [yyyy = '', mm = '', dd = ''] = text.split('-')
  return { [`${name}-day`]: String(Number(dd)), [`${name}-month`]: String(Number(mm)), [`${name}-year`]: yyyy }
}

export const mouse: Hand = {
  async submit(page, answers, button) {
    for (const [name, answer] of Object.entries(answers)) {
      for (const value of [answer].flat()) {
        const option = page.locator(`main [name="${name}"][value="${value}"]`)
        const field = page.locator(`main [name="${name}"]`).first()
        if ((await field.evaluate(element => element.tagName)) === 'SELECT') await field.selectOption(value)
        else if ((await option.count()) > 0 && (await option.first().getAttribute('type')) !== 'text')
          await option.first().check()
        else await field.fill(value)
      }
    }
    await page.locator('main').getByRole('button', { name: button, exact: true }).click()
    await page.waitForLoadState()
  },
  async follow(page, link) {
    await page.locator('main').getByRole('link', { name: link }).first().click()
    await page.waitForLoadState()
  },
}

const mostTabs = 250

/** What has the focus: its name, value, tag and text. */
function focused(page: Page) {
  return page.evaluate(() => {
    type Field = { name?: string; value?: string; type?: string; tagName: string; textContent: string }
    const element = (globalThis as unknown as { document: { activeElement: Field } }).document.activeElement
    const { name = '', value = '', type = '', tagName, textContent } = element
    return { name, value, type, tag: tagName, text: textContent.trim() }
  })
}

type Focused = Awaited<ReturnType<typeof focused>>

/** Presses Tab until something has the focus that is wanted. */
async function tabTo(page: Page, what: string, wanted: (at: Focused) => boolean): Promise<Focused> {
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    const at = await focused(page)
    if (wanted(at)) return at
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab leads to ${what} on ${page.url()}`)
}

export const keyboard: Hand = {
  async submit(page, answers, button) {
    for (const [name, answer] of Object.entries(answers)) {
      for (const value of [answer].flat()) {
        const at = await tabTo(page, name, one => one.name === name && (one.type !== 'checkbox' || one.value === value))
        if (at.type === 'radio') await arrowTo(page, name, value)
        else if (at.type === 'checkbox') await page.keyboard.press('Space')
        else if (at.type === 'select-one') await chooseByKeys(page, name, value)
        else await page.keyboard.insertText(value)
      }
    }
    await tabTo(page, button, one => one.text === button)
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  },
  async follow(page, link) {
    await tabTo(page, link, one => one.tag === 'A' && one.text.includes(link))
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  },
}

/** In a group of radios the arrows move; Space takes the one where they begin. */
async function arrowTo(page: Page, name: string, value: string): Promise<void> {
  await page.keyboard.press('Space')
  for (let presses = 0; presses < 60; presses++) {
    const at = await focused(page)
    if (at.name === name && at.value === value) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`No arrow leads to ${name} ${value}`)
}

async function chooseByKeys(page: Page, name: string, value: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    if ((await focused(page)).value === value) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`No arrow leads to ${name} ${value}`)
}
