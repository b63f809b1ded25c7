import { openBrowser } from './test/browser.ts'
const [,, signIn, out, ...paths] = process.argv
const base = process.env.BASE ?? 'http://localhost:3100'
const browser = await openBrowser()
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
await page.goto(base + '/sign-in')
await page.click('text=/sign in/i >> nth=-1').catch(() => {})
await page.waitForLoadState()
if (await page.locator('input[name=password]').count()) {
  await page.fill('input[name=name]', signIn!)
  await page.fill('input[name=password]', 'every-thread-counts')
  await page.click('button[type=submit], main button')
  await page.waitForLoadState()
}
console.log(page.url(), await page.title())
for (const p of paths) {
  for (const w of (process.env.W ?? '1440,360').split(',')) {
    await page.setViewportSize({ width: Number(w), height: 900 })
    const r = await page.goto(base + p)
    console.log(r?.status(), p, (await page.content()).length)
    await page.screenshot({ path: `${out}-${paths.indexOf(p)}-${w}.png`, fullPage: true })
  }
}
await browser.close()
