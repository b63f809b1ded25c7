import { render } from 'preact-render-to-string'
import { beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../../test/browser.ts'
import { date, expectAccessible, given } from '../../../test/given-case.ts'
import { freePort } from '../../../test/test-server.ts'
import { storyPassword } from '../../story/provider.ts'
import { Marked } from './marking.tsx'

test('marked words carry their mark in words, not in colour alone, and a way to hear where they end', () => {
  const html = render(<Marked text="He moved. [risk: [third party: Her aunt] told us <b>where</b>.] Then" />)
  const plain = html.replaceAll(/<[^>]+>/g, '')
  expect(plain).toBe(
    'He moved. Third party Risk Her aunt (end of third party, risk)Risk  told us &lt;b>where&lt;/b>. (end of risk) Then',
  )
})

describe('on the file', () => {
  let here: Awaited<ReturnType<typeof given>>
  let base: string
  beforeAll(async () => {
    const port = await freePort()
    base = `http://localhost:${port}`
    here = await given({ PUBLIC_URL: base })
    await here.server.app.listen({ port, host: '127.0.0.1' })
  })

  test('the notation is explained under each narrative field, and kept as it was typed', async () => {
    const worker = await here.signedIn('eastworker')
    const aria = await here.newCase()
    const address = `${aria.address}/observation-recorded`
    const form = await worker.get(address)
    expectAccessible(form.body)
    expect(form.body.match(/kept apart: \[third party: …\], \[risk: …\] or \[not to parents: …\]\./g)).toHaveLength(3)
    const seen = 'She was calm. [Third party: Her cousin was not.]'
    await worker.write(address, { ...date('2026-04-10'), seen })
    const { rows } = await here.server.db.owner.query(`select text from narrative where text like 'She was calm%'`)
    expect(rows).toEqual([{ text: seen }])
    const { body } = await worker.get(`/case/${aria.reference}`)
    expect(body).toContain('gt-marked__tag">Third party</strong>')
    expect(body).toContain('<span class="gt-marked__words">Her cousin was not.</span>')
    expect(body).not.toContain('[Third party')
  })

  test('with script, a button marks the selected words, or begins a mark where nothing is selected', async () => {
    const aria = await here.newCase()
    const browser = await openBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 360, height: 900 } })
      await page.goto(`${base}/sign-in/begin?to=/drafts`)
      await page.fill('[name=name]', 'eastworker')
      await page.fill('[name=password]', storyPassword)
      await page.click('main button')
      await page.waitForURL('**/drafts')
      await page.goto(`${base}${aria.address}/observation-recorded`)
      const area = page.locator('#f-seen')
      const button = (mark: string) => page.getByRole('button', { name: `Mark as ${mark}` }).first()
      await area.fill('Her aunt was there')
      await area.press('Control+Home')
      for (let letters = 0; letters < 8; letters++) await area.press('Shift+ArrowRight')
      await button('third party').click()
      expect(await area.inputValue()).toBe('[third party: Her aunt] was there')
      await area.press('Control+End')
      await button('risk').press('Enter')
      await page.keyboard.type('x')
      expect(await area.inputValue()).toBe('[third party: Her aunt] was there[risk: x]')
      await page.keyboard.press('Control+z')
      await page.keyboard.press('Control+z')
      expect(await area.inputValue()).toBe('[third party: Her aunt] was there')
    } finally {
      await browser.close()
    }
  })
})
