import { mkdirSync } from 'node:fs'
import { test } from 'vitest'
import { openBrowser } from '../../../test/browser.ts'
import { freePort, testServer } from '../../../test/test-server.ts'
import { newReference } from '../../people/establishment.ts'
import { newId } from '../../platform/identifier.ts'
import { guidance } from '../../procedures/index.ts'
import { storyPassword } from '../../story/provider.ts'
import AxeBuilder from '@axe-core/playwright'

test('shots', { timeout: 300_000 }, async () => {
  const port = await freePort()
  const server = await testServer({ guidance, env: { PUBLIC_URL: `http://localhost:${port}` } })
  server.clock.instant = Date.parse('2026-04-14T09:00:00Z')
  await server.app.listen({ port, host: '127.0.0.1' })
  const on = (day: string) => ({ from: day, to: day, certainty: 'day', at: null }) as const
  const make = async (forenames: string) => {
    const id = newId(); const reference = newReference()
    const said = { act: 'record', caseId: id, data: {}, narrative: {} } as const
    const { ids } = await server.record('eastWorker', { opens: [{ id, kind: 'child', reference, teamId: server.borough.teams.east }], acts: [
      { ...said, kind: 'child-named', happened: on('2026-03-01'), narrative: { forenames, surname: 'Fenwick' } },
      { ...said, kind: 'child-born', happened: on('2021-06-02') },
      { ...said, kind: 'address-known', happened: on('2026-03-01'), narrative: { postcode: 'ZZ99 3CC' } },
      { ...said, kind: 'referral-received', happened: on('2026-04-10'), data: { source: '1A', harm: ['neglect'] }, narrative: { reason: 'Two marks on her back, and she was frightened of going home on Friday.' } },
    ] })
    return { id, reference, root: ids[3] as string }
  }
  const { reference, id, root } = await make('Aria'); await make('Milo')
  await server.record('eastWorker', { acts: [{ act: 'record', caseId: id, kind: 'referral-received', happened: on('2026-04-13'), data: { source: '5A' }, narrative: { reason: 'Second referral' } }] })
  const out = '/tmp/shots'; mkdirSync(out, { recursive: true })
  const browser = await openBrowser()
  const base = `http://localhost:${port}`
  const signIn = async (page: any, name: string) => {
    await page.goto(`${base}/sign-in/begin?to=/drafts`)
    await page.fill('[name=name]', name); await page.fill('[name=password]', storyPassword); await page.click('main button'); await page.waitForLoadState()
  }
  for (const width of [360, 768, 1440]) {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    const page = await context.newPage()
    await signIn(page, 'eastworker')
    const shot = async (name: string) => {
      await page.screenshot({ path: `${out}/${name}-${width}.png`, fullPage: true })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      const axe = await new AxeBuilder({ page }).analyze()
      console.log(name, width, 'overflow', overflow, axe.violations.map(v => `${v.id}: ${v.nodes[0]?.html}`))
    }
    const go = (path: string) => page.goto(`${base}${path}`)
    await go(`/case/${reference}/record`); await shot('choose')
    await go(`/case/${reference}/record/referral-decided`); await shot('decided')
    await go(`/case/${reference}/record/strategy-discussion-held`); await shot('strategy')
    await page.fill('[name=happened-day]', '13'); await page.fill('[name=happened-month]', '4'); await page.fill('[name=happened-year]', '2026')
    await page.check('[value=section-47]'); await page.click('[name=_check]'); await page.waitForLoadState(); await shot('strategy-checked')
    await go(`/case/${reference}/record/referral-received`); await page.fill('[name=happened-day]', '31'); await page.fill('[name=happened-month]', '4'); await page.fill('[name=happened-year]', '2026')
    await page.click('text=Record it'); await page.waitForLoadState(); await shot('referral-error')
    await page.fill('[name=happened-day]', '12'); await page.selectOption('[name=source]', '1A'); await page.fill('[name=reason]', 'My own words about it'); await page.$eval('[name=case-seen]', (el: any) => { el.value = '1' })
    await page.click('text=Record it'); await page.waitForLoadState(); await shot('conflict')
    await go(`/case/${reference}/fact/${root}/correct`); await shot('correct')
    await go(`/case/${reference}/fact/${root}/disagree`); await shot('disagree')
    await go('/new-child'); await shot('new-child')
    await page.fill('[name=forenames]', 'Arya'); await page.fill('[name=surname]', 'Fenwyck'); await page.fill('[name=happened-day]', '2'); await page.fill('[name=happened-month]', '6'); await page.fill('[name=happened-year]', '2021')
    await page.click('text=Look for the child'); await page.waitForLoadState(); await shot('new-child-found')
    const m = await browser.newContext({ viewport: { width, height: 900 } }); const mp = await m.newPage(); await signIn(mp, 'manager')
    await mp.goto(`${base}/case/${reference}/fact/${root}/strike-out`); await mp.screenshot({ path: `${out}/strike-${width}.png`, fullPage: true }); await m.close()
    await context.close()
  }
  await browser.close()
})
