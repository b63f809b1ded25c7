import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenAgencies } from '../../test/given-agencies.ts'
import { on } from '../../test/given-case.ts'
import { type System, systemOf } from '../../test/system.ts'
import { newId } from '../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let council: System
let school: System
let child: Awaited<ReturnType<typeof here.child>>
let base: string

beforeAll(async () => {
  here = await givenAgencies()
  const teams = ['East team']
  council = await systemOf(here.server, {
    agency: 'Harrowmere Council',
    post: 'Register',
    role: 'social-worker',
    teams,
  })
  school = await systemOf(here.server, {
    agency: 'Linden Primary School',
    post: 'Register',
    role: 'safeguarding-lead',
    teams: ['Safeguarding leads'],
  })
})
beforeEach(async () => {
  child = await here.child()
  base = `/api/v1/cases/${child.reference}`
})

const seen = (narrative: object = { wishes: 'Drew the house.' }) => ({
  kind: 'child-seen',
  happened: { on: '2026-04-13' },
  data: { where: 'home', alone: true },
  narrative,
})
const count = async () => (await here.factsOf(child.id)).length
const faultsIn = (reply: { body: object }) =>
  Object.fromEntries(
    ((reply.body as { errors?: { field: string; message: string }[] }).errors ?? []).map(({ field, message }) => [
      field,
      message,
    ]),
  )

describe('recording', () => {
  test('a fact is recorded as the forms record it, by the system in its post', async () => {
    const reply = await council.record(`${base}/facts`, seen())
    expect(reply.status).toBe(201)
    expect(reply.body).toEqual({
      id: expect.any(String),
      fact: reply.body['id'],
      number: 4,
      recordedAt: '2026-04-14T09:00:00.000Z',
    })
    const { body } = await council.get(`${base}/facts?after=3`)
    expect(body['facts']).toMatchObject([
      {
        id: reply.body['id'],
        kind: 'child-seen',
        recordedBy: 'Register, Register',
        data: { where: 'home', alone: true },
        narrative: { wishes: 'Drew the house.' },
      },
    ])
    const worker = await here.signedIn('eastworker')
    expect((await worker.get(child.base)).body).toContain('Drew the house.')
  })

  test('a month, a year and "about" are ranges that do not reach past today; a time of day is an instant of that day', async () => {
    const at = async (happened: object) => {
      const reply = await council.record(`${base}/facts`, { ...seen(), happened })
      const { rows } = await here.server.db.owner.query<object>(
        'select happened_from, happened_to, certainty, happened_at from fact where id = $1',
        [reply.body['id']],
      )
      return rows[0] ? Object.values(rows[0]) : faultsIn(reply)
    }
    expect(await at({ on: '2026-04' })).toEqual(['2026-04-01', '2026-04-14', 'month', null])
    expect(await at({ on: '2025' })).toEqual(['2025-01-01', '2025-12-31', 'year', null])
    expect(await at({ on: '2026-03-20', about: true })).toEqual(['2026-03-13', '2026-03-27', 'about', null])
    const half = '2026-04-13T23:30:00Z'
    expect(await at({ on: '2026-04-14', at: half })).toEqual(['2026-04-14', '2026-04-14', 'day', Date.parse(half)])
    expect(await at({ on: '2026-04-13', at: half })).toEqual({ 'happened.at': 'This is not on that day in London' })
    expect(await at({ on: '2026-04-14', at: '2026-04-14T09:00:01Z' })).toEqual({
      'happened.at': 'The time must be in the past',
    })
  })

  test('what does not fit is named, field by field, in the words of the forms, and nothing is recorded', async () => {
    const before = await count()
    const faults = async (body: object) => {
      const reply = await council.record(`${base}/facts`, { ...seen(), ...body })
      expect(reply.status).toBe(422)
      expect(reply.headers['content-type']).toContain('application/problem+json')
      return faultsIn(reply)
    }
    expect(await faults({ happened: { on: '2026-04-31' } })).toEqual({ 'happened.on': 'The date must be a real date' })
    expect(await faults({ happened: { on: '2026-04-15' } })).toEqual({
      'happened.on': 'The date must be today or in the past. To plan something ahead, record the plan',
    })
    expect(await faults({ happened: { on: 'yesterday' } })).toHaveProperty(['happened.on'])
    expect(await faults({ data: { where: 'moon' } })).toHaveProperty(['data.where'])
    expect(await faults({ kind: 'nothing-known' })).toEqual({ kind: 'There is no such kind of record for this case' })
    expect(await faults({ kind: 'document-filed' })).toHaveProperty(
      'kind',
      expect.stringContaining('no file is taken here'),
    )
    expect(await faults({ about: newId() })).toHaveProperty('about')
    expect(await faults({ answers: 'no-such-duty/x/y' })).toHaveProperty('answers')
    expect(await count()).toBe(before)
  })

  test('a referrer who is told of a refusal is told why, also once that is corrected', async () => {
    const referral = await child.fact('referral-received', '2026-04-13')
    const about = await child.fact('referral-decided', '2026-04-13', {
      about: referral,
      data: { outcome: 'early-help' },
    })
    const told = { happened: { on: '2026-04-14' }, narrative: {} }
    const tell = (fields: object) =>
      council.record(`${base}/facts`, { kind: 'referrer-told', ...told, about, ...fields })
    expect(faultsIn(await tell({}))).toHaveProperty(['narrative.explained'])
    const reply = await tell({ narrative: { explained: 'The family hub rings you.' } })
    expect(reply.status).toBe(201)
    const correction = { ...told, reason: 'Not said.', seen: reply.body['number'] }
    const corrected = await council.record(`${base}/facts/${String(reply.body['fact'])}/corrections`, correction)
    expect(faultsIn(corrected)).toHaveProperty(['narrative.explained'])
  })

  test('nobody answers what another agency owes for itself', async () => {
    const { authority, surgery, school: own } = here.agencies
    const planned = newId()
    await here.server.record('eastWorker', {
      by: { postId: null, agencyId: authority },
      acts: [
        {
          act: 'record',
          id: planned,
          caseId: child.id,
          kind: 'conference-planned',
          happened: on('2026-04-13'),
          data: { plannedFor: '2026-04-20', invited: [surgery, own] },
          narrative: {},
        },
      ],
      tells: [
        {
          caseId: child.id,
          toAgencyIds: [own, surgery],
          roots: [planned],
          basis: 'ca1989-s47',
          necessity: 'They are invited.',
          familyTold: 'yes',
        },
      ],
    })
    const report = { kind: 'conference-report-shared', happened: { on: '2026-04-14' }, data: {}, narrative: {} }
    const answering = (agency: string) =>
      school.record(`${base}/facts`, { ...report, answers: `send-agency-report/${planned}/${agency}` })
    expect(faultsIn(await answering(surgery))).toHaveProperty('answers')
    expect((await answering(own)).status).toBe(201)
  })

  test('what nobody asked for is refused by its name: no column can be set from outside', async () => {
    const before = await count()
    const extra = { agency: here.agencies.authority, recordedAt: '2020-01-01T00:00:00Z', id: newId() }
    const reply = await council.record(`${base}/facts`, { ...seen(), ...extra })
    expect(Object.keys(faultsIn(reply))).toEqual(['agency', 'recordedAt', 'id'])
    const inside = await council.record(`${base}/facts`, {
      ...seen({ wishes: 'x', sensitivity: 'open' }),
      data: { where: 'home', wishes: 'y', __proto__x: 1 },
    })
    expect(faultsIn(inside)).toMatchObject({
      'narrative.sensitivity': 'This kind of record has no such field',
      'data.wishes': 'This belongs under "narrative"',
    })
    expect(await count()).toBe(before)
  })

  test('with "seen", what a colleague recorded meanwhile is a conflict that names it', async () => {
    const theirs = await child.fact('child-seen', '2026-04-12', { data: { where: 'school' } })
    const reply = await council.record(`${base}/facts`, { ...seen(), seen: 3 })
    expect([reply.status, reply.body['recorded']]).toEqual([409, [theirs]])
    expect(reply.body.detail).toBe('Somebody recorded the same thing while you were writing.')
    expect((await council.record(`${base}/facts`, { ...seen(), seen: 4 })).status).toBe(201)
  })

  test('what is told with it reaches the agency in the same action', async () => {
    const why = { basis: 'ca1989-s47', necessity: 'They see her daily.', familyTold: 'yes' }
    const reply = await council.record(`${base}/facts`, { ...seen(), tell: { agencies: [here.agencies.school], why } })
    expect(reply.status).toBe(201)
    expect((await school.get(`${base}/facts`)).body['facts']).toMatchObject([{ id: reply.body['id'] }])
    const strange = await council.record(`${base}/facts`, {
      ...seen(),
      tell: { agencies: [newId()], why: { ...why, basis: 'x' } },
    })
    expect(Object.keys(faultsIn(strange))).toEqual(['tell.why.basis', 'tell.agencies'])
  })
})

describe('keys', () => {
  test('without a key, or with one that is none, nothing is recorded and the answer says how', async () => {
    const before = await count()
    for (const key of ['', 'twice']) {
      const reply = await council.send('POST', `${base}/facts`, seen(), key ? { 'idempotency-key': key } : {})
      expect([reply.status, reply.body.detail]).toEqual([400, expect.stringContaining('Idempotency-Key')])
    }
    expect(await count()).toBe(before)
  })

  test('the same again is answered with what the first did, and records nothing', async () => {
    const key = newId()
    const first = await council.record(`${base}/facts`, seen(), key)
    here.server.clock.instant += 60_000
    const again = await council.record(`${base}/facts`, seen(), key.toUpperCase())
    here.server.clock.instant -= 60_000
    expect([first.status, again.status, again.text]).toEqual([201, 200, first.text])
    expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([undefined, 'true'])
    expect(await count()).toBe(4)
  })

  test('the same key with other words, or at another address, is refused', async () => {
    const key = newId()
    await council.record(`${base}/facts`, seen(), key)
    const other = await council.record(`${base}/facts`, seen({ wishes: 'Drew the garden.' }), key)
    expect([other.status, other.body['title']]).toEqual([422, 'This key was used for something else'])
    const elsewhere = await here.newCase()
    expect((await council.record(`/api/v1/cases/${elsewhere.reference}/facts`, seen(), key)).status).toBe(422)
    expect(await count()).toBe(4)
  })

  test('two at once under one key record one fact', async () => {
    const key = newId()
    const replies = await Promise.all(Array.from({ length: 4 }, () => council.record(`${base}/facts`, seen(), key)))
    expect(new Set(replies.map(reply => reply.text)).size).toBe(1)
    expect(replies.map(reply => reply.status).toSorted()).toEqual([200, 200, 200, 201])
    expect(await count()).toBe(4)
  })

  test('two at once under one key with different words: one is recorded, the other refused', async () => {
    const key = newId()
    const replies = await Promise.all(
      ['One.', 'Two.'].map(wishes => council.record(`${base}/facts`, seen({ wishes }), key)),
    )
    expect(replies.map(reply => reply.status).toSorted()).toEqual([201, 422])
    expect(await count()).toBe(4)
  })

  test('a key is the client’s own: another one’s answer cannot be had by guessing it', async () => {
    const key = newId()
    await council.record(`${base}/facts`, seen(), key)
    const refused = await school.record(`${base}/facts`, seen(), key)
    expect(refused.status).toBe(404)
    const teams = ['East team']
    const other = await systemOf(here.server, {
      agency: 'Harrowmere Council',
      post: `Other ${key}`,
      role: 'social-worker',
      teams,
    })
    expect((await other.record(`${base}/facts`, seen(), key)).status).toBe(201)
  })

  test('a refused body does not use its key up', async () => {
    const key = newId()
    expect((await council.record(`${base}/facts`, { ...seen(), data: {}, kind: 'nothing' }, key)).status).toBe(422)
    expect((await council.record(`${base}/facts`, seen(), key)).status).toBe(201)
  })
})

describe('what was recorded', () => {
  const why = { reason: 'The wrong day.' }

  test('is corrected by its author, and shows both entries; sent again it is one correction', async () => {
    const { body } = await council.record(`${base}/facts`, seen())
    const key = newId()
    const correction = { ...seen(), kind: undefined, ...why, happened: { on: '2026-04-10' }, seen: 4 }
    const first = await council.record(`${base}/facts/${String(body['fact'])}/corrections`, correction, key)
    expect([first.status, first.body['fact'], first.body['number']]).toEqual([201, body['fact'], 5])
    const again = await council.record(`${base}/facts/${String(body['fact'])}/corrections`, correction, key)
    expect([again.status, again.text]).toEqual([200, first.text])
    const facts = (await council.get(`${base}/facts?after=3`)).body['facts'] as { act: string; narrative: object }[]
    expect(facts.map(({ act }) => act)).toEqual(['record', 'correct'])
    expect(facts[1]?.narrative).toMatchObject({ correctionReason: 'The wrong day.' })
    const late = await council.record(`${base}/facts/${String(body['fact'])}/corrections`, correction)
    expect([late.status, late.body['recorded']]).toEqual([409, [first.body['id']]])
  })

  test('is struck out with a reason, once; what a colleague recorded only by whom the matrix says', async () => {
    const { body } = await council.record(`${base}/facts`, {
      kind: 'address-known',
      happened: { on: '2026-04-01' },
      narrative: { postcode: 'ZZ99 2BB' },
    })
    const at = `${base}/facts/${String(body['fact'])}/strike-out`
    expect(Object.keys(faultsIn(await council.record(at, { seen: 4 })))).toEqual(['reason'])
    const key = newId()
    const first = await council.record(at, { reason: 'Not theirs.', seen: 4 }, key)
    expect(first.status).toBe(201)
    expect((await council.record(at, { reason: 'Not theirs.', seen: 4 }, key)).text).toBe(first.text)
    expect((await council.record(at, { reason: 'Not theirs.', seen: 4 })).status).toBe(404)
    const birth = await council.record(`${base}/facts/${child.birth}/corrections`, {
      ...why,
      happened: { on: '2021-06-03' },
      seen: 2,
    })
    expect([birth.status, birth.body.detail]).toEqual([
      403,
      'Only the person who recorded this, or a manager of their agency, may correct it. Ask one of them. To reach them: East team, Harrowmere Council.',
    ])
  })

  test('is disagreed with by another agency that was told of it, and corrected by none', async () => {
    const grounds = { basis: 'ca1989-s47', necessity: 'They see her daily.', familyTold: 'yes' }
    const told = await council.record(`${base}/facts`, {
      ...seen(),
      tell: { agencies: [here.agencies.school], why: grounds },
    })
    const at = `${base}/facts/${String(told.body['fact'])}`
    const refused = await school.record(`${at}/strike-out`, { reason: 'No.', seen: 4 })
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      expect.stringContaining('You may record that you disagree'),
    ])
    const disagreed = await school.record(`${at}/disagreements`, {
      whose: 'agency',
      words: 'She was with us that day.',
    })
    expect(disagreed.status).toBe(201)
    expect(Object.keys(faultsIn(await school.record(`${at}/disagreements`, { whose: 'me', words: '' })))).toEqual([
      'whose',
      'words',
    ])
  })
})

describe('what cannot be read', () => {
  test('too much, not JSON, not an object: a plain answer, and nothing recorded', async () => {
    const before = await count()
    const large = await council.record(`${base}/facts`, seen({ wishes: 'x'.repeat(1_100_000) }))
    expect([large.status, large.body.detail]).toEqual([413, expect.stringContaining('a million characters')])
    const long = await council.record(`${base}/facts`, seen({ wishes: 'x'.repeat(100_001) }))
    expect(faultsIn(long)).toHaveProperty(['narrative.wishes'])
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/xml',
    ]) {
      const wrong = await council.record(`${base}/facts`, 'kind=child-seen', newId(), { 'content-type': type })
      expect([type, wrong.status, wrong.body.detail]).toEqual([type, 415, expect.stringContaining('application/json')])
    }
    for (const text of ['{"kind":', '', '{"__proto__":{"kind":"child-seen"}}'])
      expect([text, (await council.record(`${base}/facts`, text)).status]).toEqual([text, 400])
    for (const text of ['[]', '"text"', 'null', '{"kind":1,"happened":[]}'])
      expect([text, (await council.record(`${base}/facts`, text)).status]).toEqual([text, 422])
    const zero = await council.record(`${base}/facts`, seen({ wishes: 'Drew\u0000 the house\r\nand a cat.' }))
    expect(zero.status).toBe(201)
    expect(await count()).toBe(before + 1)
  })

  test('a post that may only read is told so', async () => {
    const { server } = here
    const teams = ['East team']
    const reader = await systemOf(server, {
      agency: 'Harrowmere Council',
      post: 'Statistics',
      role: 'data-lead',
      teams,
    })
    const refused = await reader.record(`${base}/facts`, seen())
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('may not add to it')])
  })
})

test('an id of one case at the address of another finds nothing', async () => {
  const other = await here.child('Ashdown')
  const reply = await council.record(`${base}/facts/${other.birth}/disagreements`, { whose: 'agency', words: 'No.' })
  expect(reply.status).toBe(404)
  expect((await here.factsOf(other.id)).filter(({ act }) => act === 'disagree')).toEqual([])
})
