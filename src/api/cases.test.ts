import { beforeAll, describe, expect, test } from 'vitest'
import { asking, givenAgencies } from '../../test/given-agencies.ts'
import { type System, systemOf } from '../../test/system.ts'
import { newReference } from '../people/establishment.ts'
import { newId } from '../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let council: System
let school: System
let child: Awaited<ReturnType<typeof here.child>>
let base: string

beforeAll(async () => {
  here = await givenAgencies()
  const { server } = here
  council = await systemOf(server, {
    agency: 'Harrowmere Council',
    post: 'East register',
    role: 'social-worker',
    teams: ['East team'],
  })
  school = await systemOf(server, {
    agency: 'Linden Primary School',
    post: 'School register',
    role: 'safeguarding-lead',
    teams: ['Safeguarding leads'],
  })
  child = await here.child()
  await child.fact('child-identified', '2026-03-02', {
    data: { scheme: 'nhs-number' },
    narrative: { identifier: '9990000018' },
  })
  base = `/api/v1/cases/${child.reference}`
})

const readings = async (route: string) => {
  const { rows } = await here.server.db.owner.query<{ case_id: string | null; post_id: string; basis: string }>(
    'select case_id, post_id, basis from reading_log where route = $1 order by at, id',
    [route],
  )
  return rows
}
type Rows = { [name: string]: unknown }[]

describe('finding cases', () => {
  test('a system finds what its post may see: all, by reference, by number; and nothing else', async () => {
    const whole = await council.get('/api/v1/cases')
    expect(whole.body['cases']).toEqual([
      {
        reference: child.reference,
        kind: 'child',
        restriction: 'none',
        area: here.server.borough.area,
        team: 'East team',
        worker: null,
      },
    ])
    for (const query of [`reference=${child.reference}`, 'nhs_number=999%20000%200018'])
      expect((await council.get(`/api/v1/cases?${query}`)).body).toEqual({ ...whole.body, next: null })
    for (const query of ['', `reference=${child.reference}`, 'nhs_number=9990000018'])
      expect((await school.get(`/api/v1/cases?${query}`)).body).toEqual({ cases: [], next: null })
    expect((await council.get('/api/v1/cases?nhs_number=9990000026')).body['cases']).toEqual([])
  })

  test('a long list comes in pages, each case once', async () => {
    const others = [await here.newCase('Ashdown'), await here.newCase('Birtles'), await here.newCase('Cobb')]
    const seen: unknown[] = []
    let next: string | null = ''
    for (let pages = 0; next !== null && pages < 9; pages++) {
      const { body } = await council.get(`/api/v1/cases?limit=2${next ? `&after=${next}` : ''}`)
      expect((body['cases'] as Rows).length).toBeLessThanOrEqual(2)
      seen.push(...(body['cases'] as Rows).map(one => one['reference']))
      next = body['next'] as string | null
    }
    expect(seen.toSorted()).toEqual([child, ...others].map(({ reference }) => reference).toSorted())
  })

  test('what cannot be read is said in plain words', async () => {
    for (const [query, says] of [
      ['limit=9000', 'limit'],
      ['after=xyz', 'earlier answer'],
      [`after=${Buffer.from('["x"]').toString('base64url')}`, 'earlier answer'],
      ['surname=Fenwick', 'surname'],
      ['reference=a&upn=b', 'one of them'],
    ] as const) {
      const refused = await council.get(`/api/v1/cases?${query}`)
      expect([query, refused.status, refused.body.detail]).toEqual([query, 400, expect.stringContaining(says)])
    }
    expect((await council.get('/api/v1/cases?reference=%00')).body['cases']).toEqual([])
  })
})

describe('one case', () => {
  test('its head says why it can be seen', async () => {
    const { body } = await council.get(base)
    expect(body).toMatchObject({ reference: child.reference, team: 'East team', lastNumber: 4 })
    expect(body['why']).toBe('You are in East team, which works on this case.')
  })

  test('its facts come by number with owner, times, data and words', async () => {
    const { body } = await council.get(`${base}/facts?limit=2`)
    const facts = body['facts'] as Rows
    expect(facts.map(one => [one['number'], one['kind']])).toEqual([
      [1, 'child-named'],
      [2, 'child-born'],
    ])
    expect(facts[0]).toMatchObject({
      act: 'record',
      owner: { id: here.agencies.authority, name: 'Harrowmere Council' },
      happened: { certainty: 'day', from: '2026-03-01', to: '2026-03-01', at: null },
      recordedAt: '2026-04-14T09:00:00.000Z',
      recordedBy: 'Amira Osei, Social worker, East team',
      narrative: { forenames: 'Aria', surname: 'Fenwick' },
    })
    const rest = await council.get(`${base}/facts?after=${String(body['next'])}`)
    expect((rest.body['facts'] as Rows).map(one => one['number'])).toEqual([3, 4])
    expect(rest.body['next']).toBeNull()
  })

  test('what was shared can be seen by the agency it was shared with, and nothing beside it', async () => {
    const shared = await here.child('Pemberley')
    const worker = await here.signedIn('eastworker')
    await worker.write(`${shared.base}/ask`, {
      ...asking,
      asked: [here.agencies.school],
      'goes-with-it': shared.name,
    })
    const at = `/api/v1/cases/${shared.reference}`
    const { body } = await school.get(`${at}/facts`)
    expect((body['facts'] as Rows).map(one => one['kind'])).toEqual(['child-named', 'information-requested'])
    expect(JSON.stringify(body)).not.toContain('ZZ99')
    expect((await school.get(at)).body['lastNumber']).toBe(4)
    const duties = (await school.get(`${at}/duties`)).body['duties'] as Rows
    expect(duties).toMatchObject([
      {
        rule: 'answer-information-request',
        must: 'Answer the request for information',
        force: 'should',
        case: shared.reference,
        owner: here.agencies.school,
        standing: 'due',
        due: { earliest: '2026-04-15', latest: '2026-04-15', at: null },
      },
    ])
    expect((await school.get('/api/v1/duties')).body['duties']).toEqual(duties)
    const received = (await school.get(`${at}/disclosures`)).body['disclosures'] as Rows
    expect(received).toMatchObject([
      {
        direction: 'received',
        basis: 'ca1989-s47',
        familyTold: 'yes',
        recalled: null,
        from: { name: 'Harrowmere Council' },
      },
    ])
    const given = (await council.get(`${at}/disclosures`)).body['disclosures'] as Rows
    expect(given).toMatchObject([{ id: received[0]?.['id'], direction: 'given' }])
  })

  test('each look is in the log before the answer, with the pattern of its address and why', async () => {
    const before = (await readings('GET /api/v1/cases/:reference/duties')).length
    await council.get(`${base}/duties`)
    const logged = await readings('GET /api/v1/cases/:reference/duties')
    expect(logged).toHaveLength(before + 1)
    expect(logged.at(-1)).toEqual({
      case_id: child.id,
      post_id: council.postId,
      basis: 'You are in East team, which works on this case.',
    })
    await council.get('/api/v1/duties')
    expect((await readings('GET /api/v1/duties')).at(-1)?.case_id).toBeNull()
    expect((await readings('GET /api/v1/cases')).at(-1)?.basis).toContain('search')
  })
})

describe('what is not theirs', () => {
  test('another agency’s case and one that is not there are answered alike, byte for byte, whatever is asked of them', async () => {
    const absent = `/api/v1/cases/${newReference()}`
    const fact = { kind: 'child-seen', happened: { on: '2026-04-14' } }
    const why = { basis: 'ca1989-s47', necessity: 'Needed.', familyTold: 'yes' }
    const said = { reason: 'It is wrong.', seen: 1 }
    const asked: [string, unknown][] = [
      ['', undefined],
      ['/facts', undefined],
      ['/duties', undefined],
      ['/disclosures', undefined],
      ['/facts', fact],
      [`/facts/${child.name}/strike-out`, said],
      [`/facts/${child.name}/corrections`, { ...said, happened: { on: '2026-04-14' } }],
      [`/facts/${child.name}/disagreements`, { whose: 'agency', words: 'No.' }],
      ['/answers', { data: { answer: 'nothing-held' }, why }],
      ['/disclosures', { agencies: [here.agencies.police], facts: [child.name], why }],
      [`/disclosures/${newId()}/recall`, { why: 'No.' }],
    ]
    const ask = (at: string, body: unknown) => (body === undefined ? school.get(at) : school.record(at, body))
    for (const [path, body] of asked) {
      const [theirs, nobodys] = [await ask(`${base}${path}`, body), await ask(`${absent}${path}`, body)]
      expect([path, theirs.status, theirs.text]).toEqual([path, 404, nobodys.text])
      expect({ ...theirs.headers, date: '' }).toEqual({ ...nobodys.headers, date: '' })
    }
    expect((await school.get('/api/v1/nothing')).text).toBe((await school.get(base)).text)
  })

  test('an address is no way past the policy: forged ids, and what no id is', async () => {
    for (const fact of [newId(), 'x', '%00', "1' or '1'='1"])
      expect((await council.record(`${base}/facts/${fact}/strike-out`, { reason: 'No.', seen: 1 })).status).toBe(404)
    for (const reference of ['%00', "' or true --", '..%2f..'])
      expect((await council.get(`/api/v1/cases/${reference}`)).status).toBe(404)
  })

  test('the log of the server holds no name, no reference and no token', () => {
    const lines = JSON.stringify(here.server.lines)
    expect(lines).toContain('/api/v1/cases/:reference/facts')
    for (const secret of ['Fenwick', child.reference, council.token, council.secret, '9990000018'])
      expect(lines).not.toContain(secret)
  })
})

test('kinds, agencies and bases say what can be recorded, with whom it can be shared and why', async () => {
  const { body } = await school.get('/api/v1/kinds')
  const seen = (body['kinds'] as Rows).find(one => one['kind'] === 'child-seen')
  expect(seen).toMatchObject({
    caseKinds: ['child'],
    fields: expect.arrayContaining([expect.objectContaining({ name: 'where' })]),
  })
  const agencies = (await school.get('/api/v1/agencies')).body['agencies'] as Rows
  expect(agencies.map(one => one['name'])).toContain('Harrowmere Police')
  expect(agencies.map(one => one['name'])).not.toContain('Eastholt Police')
  const bases = (await school.get('/api/v1/bases')).body
  expect((bases['powers'] as Rows).map(one => one['code'])).toContain('ca1989-s47')
  expect((bases['powers'] as Rows).map(one => one['code'])).not.toContain('ca2004-s14b')
})
