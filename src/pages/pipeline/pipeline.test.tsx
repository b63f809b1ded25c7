import { beforeAll, describe, expect, test } from 'vitest'
import { servedBy } from '../../../test/served-by.ts'
import { type TestServer, testServer } from '../../../test/test-server.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { Conflict, Gone, NotAllowed } from '../../access/refusals.ts'
import { alsoAnswered, operations } from '../../api/routes.ts'
import { newReference } from '../../people/establishment.ts'
import { newId } from '../../platform/identifier.ts'
import { alsoServed, routes } from '../routes.ts'
import { framed } from './frame.ts'
import type { Route, Visit } from './page.ts'
import { isListed } from './register.ts'

const caseId = newId()
const reference = newReference()

const opened = (visit: Visit) => visit.read(({ openCase }) => openCase(visit.params['reference'] ?? ''))

/* biome-ignore format: the list is read as a table */
const testRoutes: readonly Route[] = [
  ...routes,
  { method: 'GET',  url: '/cases/:reference',  visit: 'signed-in', log: 'case', says: 'A page of this test', page: async visit => {
    const { head, why } = await opened(visit)
    return { html: framed(visit, { title: head.reference, why, children: <h1>{head.reference}</h1> }) }
  } },
  { method: 'GET',  url: '/forgetful',         visit: 'signed-in',   log: 'case', says: 'A page of this test',    page: async () => ({ html: 'a case, read without a trace' }) },
  { method: 'GET',  url: '/people',            visit: 'signed-in',   log: 'list', says: 'A page of this test',    page: async visit => ({ json: await visit.read(async () => 'people') }) },
  { method: 'GET',  url: '/take-a-file',            visit: 'import-file', log: 'nothing', page: async () => ({ html: 'import' }) },
  { method: 'POST', url: '/take-a-file',            visit: 'import-file', log: 'nothing', takes: 'file', page: async visit => {
    let size = 0
    for await (const chunk of visit.upload?.stream ?? []) size += (chunk as Buffer).length
    return { json: { name: visit.upload?.name, size, as: visit.body['as'] } }
  } },
  { method: 'GET',  url: '/refuse/:how',       visit: 'signed-in',   log: 'nothing', page: async visit => {
    if (visit.params['how'] === 'not-allowed') throw new NotAllowed('Only a manager may do this.', 'Ask yours.')
    if (visit.params['how'] === 'conflict') throw new Conflict('Somebody recorded the same thing.', ['x'])
    if (visit.params['how'] === 'gone') throw new Gone('It was disposed of on 3 March 2026.')
    throw new Error('Maya Hollis, born 2 June 2021')
  } },
  { method: 'GET',  url: '/conflict',          visit: 'signed-in',   log: 'nothing', page: async () => { throw new Conflict('First.', ['fact-1']) },
    conflict: async (_, { recorded }) => ({ html: `they recorded ${recorded.join()}` }) },
  { method: 'GET',  url: '/large',             visit: 'anyone',      log: 'nothing', page: async () => ({ html: `<p>${'calm '.repeat(4_000)}</p>` }) },
]

let server: TestServer
let worker: Visitor
beforeAll(async () => {
  server = await testServer({ routes: testRoutes })
  const { borough } = server
  const opens = [{ id: caseId, kind: 'child', reference, teamId: borough.teams.east }]
  const happened = { from: '2026-03-01', to: '2026-03-01', certainty: 'day', at: null } as const
  const named = {
    act: 'record',
    caseId,
    kind: 'child-named',
    happened,
    data: {},
    narrative: { surname: 'Fenwick' },
  } as const
  await server.record('eastWorker', { opens, acts: [named] })
  worker = server.visitor()
  await worker.signIn('eastworker')
})

async function readings(): Promise<{ case_id: string | null; route: string; basis: string }[]> {
  const { rows } = await server.db.owner.query('select case_id, route, basis from reading_log order by at, id')
  return rows
}

describe('the site map', () => {
  test('every route that is served is in the list', () => {
    const served = servedBy(server.app.printRoutes({ commonPrefix: false }))
    expect(served).toContainEqual({ method: 'GET', url: '/health' })
    for (const { method, url } of served) {
      const lists = [testRoutes, alsoServed, operations, alsoAnswered]
      expect([method, url, lists.some(list => isListed(method, url, list))]).toEqual([method, url, true])
    }
  })

  test('what is not in the list does not count as listed', () => {
    expect(isListed('GET', '/quietly-added', testRoutes)).toBe(false)
    expect(isListed('HEAD', '/drafts', testRoutes)).toBe(true)
    expect(isListed('POST', '/drafts', testRoutes)).toBe(false)
  })
})

test('a page that needs somebody is not even asked by nobody', async () => {
  const before = server.lines.length
  expect((await server.visitor().get(`/cases/${reference}`)).to).toBe(`/sign-in?to=%2Fcases%2F${reference}`)
  expect(server.lines.slice(before)).toEqual([expect.objectContaining({ status: 303 })])
})

describe('the reading log', () => {
  test('opening a case writes who, where and why before it is shown', async () => {
    const { status, body } = await worker.get(`/cases/${reference}`)
    expect(status).toBe(200)
    expect(body).toContain('You are in East team, which works on this case.')
    expect((await readings()).at(-1)).toEqual({
      case_id: caseId,
      route: '/cases/:reference',
      basis: 'You are in East team, which works on this case.',
    })
  })

  test('a list is written as a list', async () => {
    expect((await worker.get('/people')).body).toBe('"people"')
    expect((await readings()).at(-1)).toMatchObject({ case_id: null, route: '/people' })
  })

  test('a page that should have written it and did not is not shown', async () => {
    const { status, body } = await worker.get('/forgetful')
    expect(status).toBe(500)
    expect(body).not.toContain('without a trace')
  })

  test('where it cannot be written, nothing is shown', async () => {
    const { owner } = server.db
    await owner.query('revoke insert on reading_log from goldthread_reader')
    try {
      const { status, body } = await worker.get(`/cases/${reference}`)
      expect(status).toBe(500)
      expect(body).not.toContain(reference)
    } finally {
      await owner.query('grant insert on reading_log to goldthread_reader')
    }
  })
})

describe('refusals', () => {
  test('a case that one may not see answers byte for byte as one that is not there and as an unknown address', async () => {
    const stranger = server.visitor()
    await stranger.signIn('westworker')
    const hidden = await stranger.get(`/cases/${reference}`)
    const absent = await stranger.get('/cases/GT-0000000')
    const unknown = await stranger.get('/no/such/page')
    expect([hidden.status, absent.status, unknown.status]).toEqual([404, 404, 404])
    expect(hidden.body).toBe(absent.body)
    expect(hidden.body).toBe(unknown.body)
    expect(Object.keys(hidden.headers).toSorted()).toEqual(Object.keys(unknown.headers).toSorted())
  })

  test('an address that cannot be decoded is answered as one of nothing, by pages and by the API', async () => {
    const unknown = await worker.get('/no/such/page')
    for (const address of ['/case/%E0%A4%A', '/%', `/cases/%ff/name`]) {
      const { status, body, headers } = await worker.get(address)
      expect([address, status, body]).toEqual([address, 404, unknown.body])
      expect(Object.keys(headers).toSorted()).toEqual(Object.keys(unknown.headers).toSorted())
    }
    const sent = await worker.get('/api/v1/cases/%E0%A4%A')
    const none = await worker.get('/api/v1/no-such-thing')
    expect([sent.status, sent.headers['content-type'], sent.body]).toEqual([
      404,
      none.headers['content-type'],
      none.body,
    ])
    expect(none.headers['content-type']).toContain('application/problem+json')
  })

  test('a page of another role says who may see it and whom to ask', async () => {
    const { status, body } = await worker.get('/take-a-file')
    expect(status).toBe(403)
    expect(body).toContain(
      'Your post is Social worker, East team. This page is for a data lead. Ask one at Harrowmere Council or at the local authority. To reach them: Harrowmere Council.',
    )
  })

  test('not allowed, in conflict, gone: each says so in its own words', async () => {
    const answers = await Promise.all(['not-allowed', 'conflict', 'gone'].map(how => worker.get(`/refuse/${how}`)))
    expect(answers.map(({ status }) => status)).toEqual([403, 409, 410])
    expect(answers[0]?.body).toContain('Ask yours')
    expect(answers[1]?.body).toContain('Somebody recorded the same thing.')
    expect(answers[2]?.body).toContain('disposed of on 3 March 2026')
  })

  test('a page can show what the other person recorded', async () => {
    expect(await worker.get('/conflict')).toMatchObject({ status: 409, body: 'they recorded fact-1' })
  })

  test('our own fault shows a reference that finds the line in the log, which holds no name', async () => {
    const { status, body } = await worker.get('/refuse/surprise')
    expect(status).toBe(500)
    const [, shown] = /<strong>([0-9A-F]{8})<\/strong>/.exec(body) ?? []
    const line = server.lines.find(one => one['reference'] === shown)
    expect(line).toMatchObject({ route: '/refuse/:how', err: { type: 'Error' } })
    expect(JSON.stringify(server.lines)).not.toContain('Hollis')
    expect(body).not.toContain('Hollis')
  })

  test('whoever asks for data is answered with data', async () => {
    const { status, body, headers } = await worker.get('/refuse/gone', { accept: 'application/json' })
    expect(status).toBe(410)
    expect(headers['content-type']).toContain('application/problem+json')
    expect(JSON.parse(body)).toMatchObject({ status: 410, detail: 'It was disposed of on 3 March 2026.' })
  })
})

describe('forms', () => {
  test('a form without our token is refused', async () => {
    const { status, body } = await worker.post('/post', { _csrf: 'forged', post: 'x' })
    expect(status).toBe(403)
    expect(body).toContain('This page was too old to send')
  })

  test('what no database can store is no fault of ours', async () => {
    for (const address of ['/case/%00', '/due?rule=%00', '/find?q=%00a'])
      expect((await worker.get(address)).status, address).toBeLessThan(500)
  })

  test('a file arrives as a stream, with the fields before it, and not without the token', async () => {
    const lead = server.visitor()
    await lead.signIn('datalead')
    const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec((await lead.get('/drafts')).body) ?? []
    const send = (csrf: string) =>
      lead.upload('/take-a-file', { _csrf: csrf, as: 'cin' }, 'census.xml', 'x'.repeat(3_000_000))
    expect(JSON.parse((await send(token)).body)).toEqual({ name: 'census.xml', size: 3_000_000, as: 'cin' })
    expect((await send('forged')).status).toBe(403)
  })

  test('a form of more than a megabyte is refused in plain words', async () => {
    const { status, body } = await worker.post('/post', { post: 'x'.repeat(1_100_000) })
    expect(status).toBe(413)
    expect(body).toContain('too large')
  })
})

describe('what every answer carries', () => {
  test('a policy without inline script or style, no referrer, no frame, and nothing kept on the way', async () => {
    const { headers } = await worker.get('/drafts')
    const policy = headers['content-security-policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  test('large pages are compressed', async () => {
    const { headers, body } = await worker.get('/large', { 'accept-encoding': 'gzip' })
    expect(headers['content-encoding']).toBe('gzip')
    expect(body.length).toBeLessThan(1_000)
  })

  test('styles, script and font can be kept for a while; nothing else of their folders is served', async () => {
    for (const name of [
      'govuk-frontend.min.css',
      'goldthread.css',
      'goldthread.js',
      'fonts/atkinson-hyperlegible-next-latin-400-normal.woff2',
    ]) {
      const { status, headers } = await worker.get(`/assets/${name}`)
      expect(status, name).toBe(200)
      expect(headers['cache-control']).toContain('max-age=3600')
      expect((await worker.get(`/assets/${name}`, { 'if-none-match': headers['etag'] ?? '' })).status).toBe(304)
    }
    for (const name of ['index.scss', 'all.bundle.js', '../routes.ts', 'fonts/../../routes.ts']) {
      expect((await worker.get(`/assets/${name}`)).status, name).toBe(404)
    }
  })

  test('the log holds the pattern of the address, never the address', async () => {
    await worker.get('/drafts?name=Fenwick')
    expect(server.lines.at(-1)).toMatchObject({ method: 'GET', route: '/drafts', status: 200 })
    expect(JSON.stringify(server.lines)).not.toContain('Fenwick')
  })

  test('it tells whether it is alive and ready', async () => {
    expect((await worker.get('/health')).body).toContain('alive')
    expect((await worker.get('/ready')).body).toContain('"ready"')
  })
})
