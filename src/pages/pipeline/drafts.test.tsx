import { beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../../test/browser.ts'
import { freePort, type TestServer, testServer } from '../../../test/test-server.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newReference } from '../../people/establishment.ts'
import { newId } from '../../platform/identifier.ts'
import { storyPassword } from '../../story/provider.ts'
import { Textarea } from '../kit/component/textarea.tsx'
import { routes } from '../routes.ts'
import { valueOf } from './fields.ts'
import { Form, SaveAndComeBack } from './form.tsx'
import { framed } from './frame.ts'
import type { Answer, Route, Visit } from './page.ts'

const caseId = newId()
const reference = newReference()
const address = `/cases/${reference}/name`
const happened = { from: '2026-03-01', to: '2026-03-01', certainty: 'day', at: null } as const

async function formPage(visit: Visit): Promise<Answer> {
  const { head } = await visit.read(({ openCase }) => openCase(visit.params['reference'] ?? ''))
  const form = await visit.form()
  if (visit.method === 'POST') {
    const act = {
      act: 'record',
      caseId: head.id,
      kind: 'child-named',
      happened,
      data: {},
      narrative: { surname: valueOf(form.typed, 'surname') },
    } as const
    await visit.record({ areaId: head.areaId, submissionId: form.submission, acts: [act] })
    return { redirect: '/drafts' }
  }
  const children = (
    <Form visit={visit} form={form} title="Record a name" case={reference}>
      <Textarea name="surname" label="Last name" value={valueOf(form.typed, 'surname')} />
      <SaveAndComeBack />
    </Form>
  )
  return { html: framed(visit, { title: 'Record a name', children }) }
}

const testRoutes: readonly Route[] = [
  ...routes,
  {
    method: 'GET',
    url: '/cases/:reference/name',
    visit: 'signed-in',
    log: 'case',
    says: 'A form of this test',
    page: formPage,
  },
  { method: 'POST', url: '/cases/:reference/name', visit: 'signed-in', log: 'case', page: formPage },
]

const ownCase = newReference()
const ownAddress = `/cases/${ownCase}/name`

let server: TestServer & { port: number }
beforeAll(async () => {
  const port = await freePort()
  server = { ...(await testServer({ routes: testRoutes, env: { PUBLIC_URL: `http://localhost:${port}` } })), port }
  const opens = [{ id: caseId, kind: 'child', reference, teamId: server.borough.teams.east }]
  const named = {
    act: 'record',
    caseId,
    kind: 'child-named',
    happened,
    data: {},
    narrative: { surname: 'Fenwick' },
  } as const
  await server.record('eastWorker', { opens, acts: [named] })
  const own = newId()
  const ownOpens = [{ ...opens[0], id: own, kind: 'child', reference: ownCase, teamId: server.borough.teams.east }]
  await server.record('eastWorker', { opens: ownOpens, acts: [{ ...named, caseId: own }] })
})

async function signedIn(name = 'eastworker'): Promise<Visitor> {
  const visitor = server.visitor()
  await visitor.signIn(name)
  return visitor
}

const json = { accept: 'application/json' }
const hidden = (submission: string, version: number) => ({
  _submission: submission,
  _version: String(version),
  _form: address,
  _title: 'Record a name',
  _case: reference,
})

describe('drafts', () => {
  test('what is typed is saved, shown with its time, comes back in its form, and goes when it is recorded', async () => {
    const visitor = await signedIn()
    await visitor.get(address)
    const submission = newId()
    const saved = await visitor.post('/draft', { ...hidden(submission, 0), surname: 'Fen' }, json)
    expect(JSON.parse(saved.body)).toEqual({ saved: expect.stringMatching(/^\d\d:\d\d$/), version: 1 })
    expect((await visitor.post('/draft', { ...hidden(submission, 1), surname: 'Fenwicke', _leave: 'yes' })).to).toBe(
      '/drafts',
    )
    expect((await visitor.get('/drafts')).body).toContain(`${address}?submission=${submission}`)
    const again = await visitor.get(`${address}?submission=${submission}`)
    expect(again.body).toContain('>Fenwicke</textarea>')
    expect(again.body).toContain(`name="_submission" value="${submission}"`)
    expect(again.body).toContain('name="_version" value="2"')
    const { rows } = await server.db.owner.query('select case_id from draft where submission_id = $1', [submission])
    expect(rows).toEqual([{ case_id: caseId }])
    expect((await visitor.write(address, { surname: 'Fenwicke' }, submission)).to).toBe('/drafts')
    expect((await visitor.get('/drafts')).body).toContain('You have no drafts')
  })

  test('of two windows the later one with an older version is told, and nothing is overwritten', async () => {
    const visitor = await signedIn()
    await visitor.get(address)
    const submission = newId()
    await visitor.post('/draft', { ...hidden(submission, 0), surname: 'One' }, json)
    expect(
      (await visitor.post('/draft', { ...hidden(submission, 0), surname: 'One' }, json)).status,
      'the same words twice',
    ).toBe(200)
    const late = await visitor.post('/draft', { ...hidden(submission, 0), surname: 'Other' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('in another window later than here')
    expect(late.body, 'what was typed is on the page').toContain('Other')
    expect((await visitor.get(`${address}?submission=${submission}`)).body).toContain('>One</textarea>')
  })

  test('a draft that was recorded or thrown away does not come back by a late save', async () => {
    const visitor = await signedIn()
    await visitor.get(address)
    const submission = newId()
    await visitor.post('/draft', { ...hidden(submission, 0), surname: 'One' }, json)
    expect((await visitor.post('/drafts/discard', { draft: submission })).to).toBe('/drafts')
    expect((await visitor.post('/draft', { ...hidden(submission, 1), surname: 'One more' }, json)).status).toBe(409)
  })

  test('nobody else sees a draft', async () => {
    const visitor = await signedIn()
    await visitor.get(address)
    const submission = newId()
    await visitor.post('/draft', { ...hidden(submission, 0), surname: 'Mine alone' }, json)
    const colleague = await signedIn('manager')
    expect((await colleague.get(`${address}?submission=${submission}`)).body).not.toContain('Mine alone')
    expect((await colleague.get('/drafts')).body).not.toContain('Record a name')
  })
})

describe('a form that arrives too late', () => {
  test('after an hour away the words are kept, offered after sign-in, and stand in the form again', async () => {
    const visitor = await signedIn()
    await visitor.get(address)
    server.clock.instant += 61 * 60_000
    const late = await visitor.write(address, { surname: 'Written at length' })
    expect(late.to).toBe('/sign-in?kept=yes')
    expect((await visitor.get(late.to)).body).toContain('What you wrote is kept')
    expect((await visitor.signIn('eastworker')).to).toBe('/drafts')
    const offered = await visitor.get('/drafts')
    expect(offered.body).toContain('Something that you sent was not recorded')
    expect(offered.body).toContain('Written at length')
    const [, kept = ''] =
      /name="kept"[^>]*value="([^"]+)"|value="([^"]+)" name="kept"/.exec(offered.body)?.filter(Boolean) ?? []
    const form = await visitor.follow(await visitor.post('/drafts/resume', { kept }))
    expect(form.body).toContain('>Written at length</textarea>')
    expect((await visitor.get('/drafts')).body).not.toContain('was not recorded')
  })

  test('also when another window has been sent to sign in meanwhile, and after signing out in another window', async () => {
    const visitor = await signedIn()
    await visitor.get(address)
    server.clock.instant += 61 * 60_000
    await visitor.get('/sign-in/begin')
    expect((await visitor.write(address, { surname: 'From the other window' })).to).toBe('/sign-in?kept=yes')
    const out = await signedIn('manager')
    await out.get(address)
    await out.post('/sign-out')
    expect((await out.write(address, { surname: 'After signing out' })).to).toBe('/sign-in?kept=yes')
  })

  test('a page from before the last sign-in keeps its words too, and forged ones from another site are not kept', async () => {
    const visitor = await signedIn('chair')
    await visitor.get('/drafts')
    const stale = await visitor.post(address, {
      ...hidden(newId(), 0),
      _csrf: 'of an earlier session',
      surname: 'Kept all the same',
    })
    expect(stale.status).toBe(403)
    expect(stale.body).toContain('Your words are kept')
    expect((await visitor.get('/drafts')).body).toContain('Kept all the same')
    const forged = { ...hidden(newId(), 0), _csrf: 'x', surname: 'Planted' }
    expect((await visitor.post(address, forged, { 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await visitor.get('/drafts')).body).not.toContain('Planted')
  })

  test('words of somebody we cannot know are at least shown, to be copied', async () => {
    const nobody = server.visitor()
    const { status, body } = await nobody.write(address, { surname: 'Nobody knows me' })
    expect(status).toBe(401)
    expect(body).toContain('Nobody knows me')
    expect((await nobody.post('/draft', { ...hidden(newId(), 0), surname: 'x' }, json)).status).toBe(401)
  })

  test('the words are offered even when the post has ended since', async () => {
    const visitor = await signedIn('duty')
    await visitor.get(address)
    server.clock.instant += 61 * 60_000
    await visitor.write(address, { surname: 'My last words here' })
    await server.db.owner.query('update compartment_grant set ends_at = now() where case_id = $1', [caseId])
    expect((await visitor.signIn('duty')).to).toBe('/drafts')
    expect((await visitor.get('/drafts')).body).toContain('My last words here')
    expect((await visitor.get(address)).status).toBe(404)
  })
})

test('in a browser: the policy lets people sign in, what is typed is saved by itself, and saved again after that', async () => {
  const { app, port } = server
  await app.listen({ port, host: 'localhost' })
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(8_000)
    const complaints: string[] = []
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(`http://localhost:${port}${ownAddress}`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('Sign-in name').fill('support')
    await page.getByLabel('Password').fill(storyPassword)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('Last name').fill('Fen')
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor()
    const saved = page.waitForResponse(answer => answer.url().endsWith('/draft'))
    await page.getByLabel('Last name').fill('Fenwick')
    expect((await saved).status()).toBe(200)
    await page.getByRole('button', { name: 'Save and come back' }).click()
    await page.getByRole('link', { name: 'Record a name' }).first().click()
    expect(await page.getByLabel('Last name').inputValue()).toBe('Fenwick')
    expect(complaints).toEqual([])
  } finally {
    await browser.close()
  }
})
