import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asking, givenAgencies } from '../../test/given-agencies.ts'
import { type System, systemOf } from '../../test/system.ts'
import { noticesKeptFor } from '../ledger/notices.ts'
import { newId } from '../platform/identifier.ts'
import { deliverNotices, pauses } from './deliver-notices.ts'
import { forgetNotices } from './old-notices.ts'

interface Taken {
  readonly to: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly text: string
}
type Notice = { id: string; type: string; occurredAt: string; link: string }

let here: Awaited<ReturnType<typeof givenAgencies>>
let school: System
let council: System
let police: System
let child: Awaited<ReturnType<typeof here.child>>
let taken: Taken[] = []
let status = 200
let secret = ''

const receiver = createServer((request, response) => {
  let text = ''
  request.setEncoding('utf8').on('data', part => (text += part))
  request.on('end', () => {
    taken.push({ to: request.url, headers: request.headers, text })
    response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end('no matter')
  })
})
let url = ''
let later = 0

beforeAll(async () => {
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/notices`
  here = await givenAgencies()
  const { server } = here
  const leads = { role: 'safeguarding-lead', post: 'Register' }
  school = await systemOf(server, { ...leads, agency: 'Linden Primary School', teams: ['Safeguarding leads'] })
  police = await systemOf(server, { ...leads, agency: 'Harrowmere Police', teams: ['Public protection'] })
  const worker = { role: 'social-worker', post: 'Register', teams: ['East team'] }
  council = await systemOf(server, { ...worker, agency: 'Harrowmere Council' })
})
afterAll(() => void receiver.close())
beforeEach(async () => {
  await here.server.db.owner.query('delete from notice')
  await school.send('DELETE', '/api/v1/webhooks')
  secret = String((await school.send('POST', '/api/v1/webhooks', { url })).body['secret'])
  child = await here.child()
  taken = []
  status = 200
  later = 0
})

/** Sends what waits, as the job does, some time from now. */
const deliver = (after = 0, isProduction = false) => {
  later += after
  const { db, config } = here.server
  const log = { warn: () => undefined } as never
  return deliverNotices({ door: db.door, log, publicUrl: config.publicUrl, isProduction }, Date.now() + 1000 + later)
}
const notices = () => taken.map(({ text }) => JSON.parse(text) as Notice)
const why = { basis: 'ca1989-s47', necessity: 'They see her daily.', familyTold: 'yes' }
const base = () => `/api/v1/cases/${child.reference}`
const share = (agency = here.agencies.school) =>
  council.record(`${base()}/disclosures`, { agencies: [agency], facts: [child.name], why })
const state = async () =>
  (await school.get('/api/v1/webhooks')).body['webhooks'] as { state: string; lastAnswer: string }[]

describe('what a system is told of', () => {
  test('a disclosure, a request, the duty that it brings, and what is recorded where it may see it', async () => {
    await share()
    const worker = await here.signedIn('eastworker')
    await worker.write(`${child.base}/ask`, { ...asking, asked: [here.agencies.school], 'goes-with-it': child.name })
    await council.record(`${base()}/disclosures`, { agencies: [here.agencies.school], kinds: ['child-seen'], why })
    await child.fact('child-seen', '2026-04-12', { data: { alone: true } })
    await deliver()
    expect(
      notices()
        .map(({ type }) => type)
        .toSorted(),
    ).toEqual([
      'disclosure-received',
      'disclosure-received',
      'disclosure-received',
      'duty-arisen',
      'fact-recorded',
      'request-received',
    ])
    for (const notice of notices()) {
      const { body, status } = await school.get(new URL(notice.link).pathname)
      expect([status, body['case'], body['type']]).toEqual([200, child.reference, notice.type])
      const { pathname, search } = new URL(String(body['link']))
      const fetched = await school.get(pathname + search)
      expect([fetched.status, fetched.text.includes(String(body['about']))]).toEqual([200, true])
    }
  })

  test('not of what it may not see, not of what it recorded itself, and of nothing twice', async () => {
    await share(here.agencies.police)
    await child.fact('child-seen', '2026-04-12', { data: { alone: true } })
    await deliver()
    expect(taken).toEqual([])
    await share()
    const words = { whose: 'agency', words: 'No.' }
    await school.record(`${base()}/facts/${child.name}/disagreements`, words)
    await deliver()
    await deliver()
    expect(notices().map(({ type }) => type)).toEqual(['disclosure-received'])
  })

  test('not of what only a person of its agency was told by name, nor of what follows; of what it was named for itself', async () => {
    const named = (posts: string[], kinds: string[] = []) =>
      council.record(`${base()}/disclosures`, {
        agencies: [here.agencies.school],
        posts,
        facts: [child.name],
        kinds,
        why,
      })
    await named([here.server.borough.people.teacher.post], ['child-seen'])
    await child.fact('child-seen', '2026-04-12', { data: { alone: true } })
    await deliver()
    expect(taken).toEqual([])
    await named([school.postId])
    await deliver()
    expect(notices().map(({ type }) => type)).toEqual(['disclosure-received'])
  })

  test('a notice holds an id, a type, a moment and a link: nothing of the case and nobody’s name', async () => {
    await share()
    await deliver()
    const [notice] = notices()
    expect(Object.keys(notice ?? {})).toEqual(['id', 'type', 'occurredAt', 'link'])
    expect(notice?.link).toBe(`http://localhost/api/v1/notices/${notice?.id ?? ''}`)
    for (const told of [child.reference, child.id, child.name, 'Fenwick', here.agencies.authority])
      expect(JSON.stringify(taken)).not.toContain(told)
  })

  test('where nobody asked for notices none are written, and a refused act leaves none', async () => {
    await school.send('DELETE', '/api/v1/webhooks')
    await share()
    const rows = async () => (await here.server.db.owner.query('select from notice')).rowCount
    expect(await rows()).toBe(0)
    await school.send('POST', '/api/v1/webhooks', { url })
    expect(
      (await council.record(`${base()}/disclosures`, { agencies: [newId()], facts: [child.name], why })).status,
    ).toBe(422)
    expect(await rows()).toBe(0)
  })

  test('fetching is under the policy of that moment: recalled, it is gone; another client’s was never there', async () => {
    const shared = await share()
    await deliver()
    const at = `/api/v1/notices/${notices()[0]?.id ?? ''}`
    expect((await school.get(at)).status).toBe(200)
    const absent = await police.get(`/api/v1/notices/${newId()}`)
    expect((await police.get(at)).text).toBe(absent.text)
    expect((await school.get('/api/v1/notices/x')).text).toBe(absent.text)
    const [id] = shared.body['disclosures'] as string[]
    await council.record(`${base()}/disclosures/${id ?? ''}/recall`, { why: 'Wrong school.' })
    expect((await school.get(at)).text).toBe(absent.text)
    expect((await school.get('/api/v1/notices')).body['notices']).toEqual(notices())
    expect((await police.get('/api/v1/notices')).body['notices']).toEqual([])
  })
})

describe('sending', () => {
  test('each is signed over its id, the second and its words', async () => {
    await share()
    await deliver()
    const { headers, text } = taken[0] as Taken
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${text}`
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
    expect(headers['webhook-id']).toBe(notices()[0]?.id)
  })

  test('what is not taken comes again, the same, after growing pauses; the address shows that it fails, until it works', async () => {
    await share()
    status = 500
    await deliver()
    expect(await state()).toMatchObject([{ state: 'failing', lastAnswer: 'HTTP 500' }])
    expect(await deliver((pauses[0] ?? 0) - 2000)).toBe(0)
    expect(await deliver(3000)).toBe(1)
    expect(await deliver((pauses[1] ?? 0) - 2000)).toBe(0)
    status = 204
    expect(await deliver(3000)).toBe(1)
    expect(new Set(notices().map(({ id }) => id)).size).toBe(1)
    expect(taken).toHaveLength(3)
    expect(await state()).toMatchObject([{ state: 'working', lastAnswer: null }])
    expect(await deliver(100_000_000)).toBe(0)
  })

  test('an address that takes nothing for a day is disabled, and says so; what it missed can be read', async () => {
    await share()
    status = 503
    await deliver()
    for (const pause of pauses) await deliver(pause + 1000)
    expect(taken).toHaveLength(pauses.length + 1)
    expect(await state()).toMatchObject([{ state: 'disabled', lastAnswer: 'HTTP 503' }])
    status = 200
    expect(await deliver(100_000_000)).toBe(0)
    expect((await school.get('/api/v1/notices')).body['notices']).toHaveLength(1)
    expect(pauses.reduce((sum, pause) => sum + pause)).toBeGreaterThanOrEqual(24 * 3_600_000)
  })

  test('a redirect is not followed; nobody who listens is a failure', async () => {
    await share()
    status = 302
    await deliver()
    expect(await state()).toMatchObject([{ state: 'failing', lastAnswer: 'HTTP 302' }])
    await here.server.db.owner.query(`update webhook set url = 'http://127.0.0.1:1/'`)
    await deliver(60_000)
    expect(await state()).toMatchObject([{ lastAnswer: 'ECONNREFUSED' }])
  })

  test('two processes send each notice once', async () => {
    await share()
    await child.fact('child-seen', '2026-04-12', { data: { alone: true } })
    const sent = await Promise.all([deliver(), deliver(), deliver()])
    expect(sent.toSorted()).toEqual([0, 0, 1])
    expect(taken).toHaveLength(1)
  })

  test('however many wait for one system, those of another go in the same round; to one that does not answer goes one at a time', async () => {
    await police.send('POST', '/api/v1/webhooks', { url: `${url}/police` })
    const { owner } = here.server.db
    await owner.query(
      `insert into notice (area_id, id, client_id, post_id, type, case_id, subject, occurred_at, next_at)
       select $1, gen_random_uuid(), c.id, c.post_id, 'fact-recorded', $2, gen_random_uuid()::text, now(), now() - interval '1 hour'
       from api_client c, generate_series(1, 100) where c.post_id = $3`,
      [here.server.borough.area, child.id, police.postId],
    )
    await share()
    const sentTo = () => [taken.filter(({ to }) => to?.endsWith('/police')).length, notices().length]
    expect(await deliver()).toBe(11)
    expect(sentTo()).toEqual([10, 11])
    taken = []
    await owner.query(`update webhook set failing_since = now() where url like '%/police'`)
    await child.fact('child-seen', '2026-04-12', { data: { alone: true } })
    await share()
    expect(await deliver()).toBe(2)
    expect(sentTo()).toEqual([1, 2])
    await police.send('DELETE', '/api/v1/webhooks')
  })

  test('in production nothing is sent into this network, whatever name leads there', async () => {
    for (const inside of [url, url.replace('127.0.0.1', 'localhost'), 'http://169.254.169.254/', 'http://10.0.0.1/']) {
      await here.server.db.owner.query('delete from notice')
      child = await here.child()
      await share()
      await here.server.db.owner.query('update webhook set url = $1', [inside])
      expect(await deliver(0, true)).toBe(1)
      expect([inside, (await state())[0]?.state]).toEqual([inside, 'failing'])
    }
    expect(taken).toEqual([])
  })
})

describe('the address', () => {
  test('is one for each client; a second one is a conflict until the first is deleted', async () => {
    const second = await school.send('POST', '/api/v1/webhooks', { url })
    expect([second.status, second.body.detail]).toEqual([409, expect.stringContaining('Delete that one first')])
    expect((await school.send('DELETE', '/api/v1/webhooks')).body).toEqual({ webhooks: [] })
    expect((await school.send('DELETE', '/api/v1/webhooks')).status).toBe(404)
  })

  test('is https, of a server with a name, without a password; here also this machine', async () => {
    for (const wrong of [
      'http://example.org/x',
      'https://10.0.0.1/x',
      'https://[fd00::1]/x',
      'https://localhost/x',
      'https://name:word@example.org/',
      'ftp://example.org',
      'x',
    ]) {
      const refused = await police.send('POST', '/api/v1/webhooks', { url: wrong })
      expect([wrong, refused.status, refused.text]).toEqual([wrong, 422, expect.stringContaining('"field":"url"')])
    }
    expect((await police.send('POST', '/api/v1/webhooks', { url: 'https://example.org/x' })).status).toBe(200)
    await police.send('DELETE', '/api/v1/webhooks')
  })

  test('the door cannot read what a notice is about, and the recorder no secret', async () => {
    const { db } = here.server
    await share()
    await expect(db.door.query('select case_id, subject from notice')).rejects.toThrow('permission denied')
    await expect(db.recorder.query('select secret from webhook')).rejects.toThrow('permission denied')
    await expect(db.recorder.query('select secret_hash from api_client')).rejects.toThrow('permission denied')
    expect((await db.reader.query('select * from notice')).rows).toEqual([])
  })
})

// From here on the server sends by itself: this stays the last test.
test('a server that listens sends them by itself', async () => {
  await share()
  const arrived = once(receiver, 'request')
  await here.server.app.listen({ port: 0, host: '127.0.0.1' })
  await arrived
})

test('what is long done with is forgotten; what waits, and that a duty arose, is not', async () => {
  const { door, owner } = here.server.db
  await share()
  await deliver()
  await owner.query(
    `insert into notice (area_id, id, client_id, post_id, type, case_id, subject, occurred_at, next_at)
     select area_id, gen_random_uuid(), client_id, post_id, other.type, case_id, other.type, occurred_at, other.next_at
     from notice, (values ('duty-arisen', null), ('fact-recorded', now())) as other (type, next_at)`,
  )
  const left = async () =>
    (await owner.query<{ type: string }>('select type from notice order by type')).rows.map(row => row.type)
  const said = Date.parse(notices()[0]?.occurredAt ?? '')
  const inDays = (days: number) => said + days * 24 * 3_600_000
  expect(await forgetNotices(door, inDays(noticesKeptFor - 1))).toBe(0)
  expect(await left()).toEqual(['disclosure-received', 'duty-arisen', 'fact-recorded'])
  expect(await forgetNotices(door, inDays(noticesKeptFor + 1))).toBe(1)
  expect(await left()).toEqual(['duty-arisen', 'fact-recorded'])
})
