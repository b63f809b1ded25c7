/** A person at a browser, and what a page must be for everyone. */
import type axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { checkerAddress, type TestServer } from './test-server.ts'

export interface At {
  /** In pixels; a desk unless said. */
  readonly width?: number
  /** Whether scripts run; they do unless said. */
  readonly script?: boolean
  readonly options?: BrowserContextOptions
}

/**
 * Opens a browser window of its own for that person, who looks at what is due. Signing in by its pages is what other tests do:
 * here it is done over HTTP, ten times faster.
 */
export async function personAt(
  browser: Browser,
  server: TestServer,
  name: string,
  { width = 1280, script = true, options = {} }: At = {},
): Promise<Page> {
  const base = server.config.publicUrl
  const visitor = server.visitor()
  await visitor.signIn(name)
  const context = await browser.newContext({ viewport: { width, height: 240 }, javaScriptEnabled: script, ...options })
  await context.addCookies([...visitor.cookies].map(([cookie, value]) => ({ name: cookie, value, url: base })))
  const page = await context.newPage()
  await page.goto(`${base}/due`)
  expect(page.url()).toMatch(/\/(due|post)$/)
  return page
}

/** Colours hang on a page and not on its width or whose file is shown: they take longest, and are looked at once for each of these. */
const coloursSeen = new Set<string>()

/** What the accessibility checker finds on a page of a test’s server, each with the first element it concerns. No page has frames. */
export async function faultsOf(page: Page): Promise<string[]> {
  const isError = (await page.title()).startsWith('Error')
  const place = `${new URL(page.url()).pathname.replaceAll(/GT-\w+|[\da-f-]{36}/g, '…')} ${isError}`
  const rules = { 'color-contrast': { enabled: !coloursSeen.has(place) } }
  coloursSeen.add(place)
  const options = { resultTypes: ['violations'], rules } satisfies axe.RunOptions
  return page.evaluate<string[]>(
    `((window.axe ? Promise.resolve() : new Promise((loaded, failed) => {
      const script = document.createElement('script')
      Object.assign(script, { src: '${checkerAddress}', onload: loaded, onerror: () => failed(new Error('The checker was not loaded.')) })
      document.head.append(script)
    })).then(() => axe.run(document, ${JSON.stringify(options)})))
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
  )
}

/** How many pixels of a page stand beside the window. */
export function overflowOf(page: Page): Promise<number> {
  return page.locator('html').evaluate(element => element.scrollWidth - element.clientWidth)
}

/** Nothing scrolls sideways and nobody is shut out. Where scripts are off the checker, a script itself, cannot look. */
export async function expectUsable(page: Page, script = true): Promise<void> {
  const overflow = await overflowOf(page)
  expect([page.url(), overflow, script ? await faultsOf(page) : []]).toEqual([page.url(), 0, []])
}
