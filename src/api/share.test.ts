import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asking, givenAgencies } from '../../test/given-agencies.ts'
import { type System, systemOf } from '../../test/system.ts'
import type { Visitor } from '../../test/visitor.ts'
import { newId } from '../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let council: System
let school: System
let worker: Visitor
let child: Awaited<ReturnType<typeof here.child>>
let base: string

beforeAll(async () => {
  here = await givenAgencies()
  const { server } = here
  const post = 'Register'
  const teams = ['East team']
  council = await systemOf(server, { agency: 'Harrowmere Council', post, role: 'social-worker', teams })
  const leads = ['Safeguarding leads']
  school = await systemOf(server, { agency: 'Linden Primary School', post, role: 'safeguarding-lead', teams: leads })
  worker = await here.signedIn('eastworker')
})
beforeEach(async () => {
  child = await here.child()
  base = `/api/v1/cases/${child.reference}`
})

const why = { basis: 'ca1989-s47', necessity: 'They see her daily.', familyTold: 'yes' }
const faultsIn = (reply: { body: object }) =>
  ((reply.body as { errors?: { field: string }[] }).errors ?? []).map(({ field }) => field)
const disclosures = async () => {
  const { rows } = await here.server.db.owner.query<{ basis: string; conditions: string; recalled_why: string | null }>(
    'select basis, conditions, recalled_why from disclosure where case_id = $1',
    [child.id],
  )
  return rows
}

describe('sharing', () => {
  test('facts reach the agency at once, each disclosure with its basis; recalled, they are gone', async () => {
    const key = newId()
    const body = { agencies: [here.agencies.school], facts: [child.name], why }
    const first = await council.record(`${base}/disclosures`, body, key)
    expect([first.status, first.body]).toEqual([201, { disclosures: [expect.any(String)] }])
    const again = await council.record(`${base}/disclosures`, body, key)
    expect([again.status, again.text, again.headers['idempotency-replayed']]).toEqual([200, first.text, 'true'])
    expect(await disclosures()).toEqual([
      { basis: 'ca1989-s47', conditions: 'gdpr-6-1-e gdpr-9-2-g dpa2018-sch1-18', recalled_why: null },
    ])
    expect((await school.get(`${base}/facts`)).body['facts']).toMatchObject([{ kind: 'child-named' }])
    const [id] = first.body['disclosures'] as string[]
    const recall = { why: 'It was the wrong school.' }
    expect((await school.record(`${base}/disclosures/${id}/recall`, recall)).status).toBe(404)
    expect((await council.record(`${base}/disclosures/${id}/recall`, recall)).status).toBe(200)
    expect((await school.get(`${base}/facts`)).status).toBe(404)
    expect((await disclosures())[0]?.recalled_why).toBe(recall.why)
  })

  test('four at once under one key are one disclosure', async () => {
    const key = newId()
    const body = { agencies: [here.agencies.school], facts: [child.name], why }
    const replies = await Promise.all(Array.from({ length: 4 }, () => council.record(`${base}/disclosures`, body, key)))
    expect(new Set(replies.map(reply => reply.text)).size).toBe(1)
    expect(await disclosures()).toHaveLength(1)
  })

  test('everything of a kind: what is recorded afterwards reaches them as it is recorded', async () => {
    const body = { agencies: [here.agencies.school], kinds: ['child-seen'], why }
    expect((await council.record(`${base}/disclosures`, body)).status).toBe(201)
    await child.fact('child-seen', '2026-04-12', { data: { where: 'home' } })
    expect((await school.get(`${base}/facts`)).body['facts']).toMatchObject([{ kind: 'child-seen' }])
  })

  test('only one’s own facts, only with agencies of the area, only on a basis that holds, for a reason', async () => {
    const said = { agencies: [here.agencies.school], facts: [child.name], why }
    const faults = async (change: object) =>
      faultsIn(await council.record(`${base}/disclosures`, { ...said, ...change }))
    expect(await faults({ agencies: [here.agencies.elsewhere] })).toEqual(['agencies'])
    expect(await faults({ agencies: [here.agencies.authority] })).toEqual(['agencies'])
    expect(await faults({ facts: [newId()] })).toEqual(['facts'])
    expect(await faults({ facts: [] })).toEqual(['facts'])
    expect(await faults({ kinds: ['everything'] })).toEqual(['kinds'])
    expect(await faults({ until: '2026-04-01T00:00:00Z' })).toEqual(['until'])
    expect(await faults({ why: { ...why, basis: 'ca2004-s14b' } })).toEqual(['why.basis'])
    expect(await faults({ why: { ...why, conditions: ['gdpr-0'] } })).toEqual(['why.conditions'])
    expect(await faults({ why: { ...why, necessity: ' ' } })).toEqual(['why.necessity'])
    expect(await faults({ why: { ...why, familyTold: 'no' } })).toEqual(['why.notToldWhy'])
    await council.record(`${base}/disclosures`, said)
    const theirs = await school.record(`${base}/disclosures`, { ...said, agencies: [here.agencies.police] })
    expect(faultsIn(theirs)).toEqual(['facts'])
    expect(await disclosures()).toHaveLength(1)
  })
})

describe('sharing with people by name', () => {
  const peopleOf = async (agency: string) =>
    (await council.get(`/api/v1/agencies/${agency}/people`)).body['people'] as { id: string; name: string }[]

  test('the people of an agency of the area, by name and title; of others there is nothing', async () => {
    expect(await peopleOf(here.agencies.school)).toContainEqual({
      id: here.server.borough.people.teacher.post,
      name: 'Gwen Abara',
      title: expect.any(String),
    })
    for (const agency of [here.agencies.elsewhere, newId(), 'police'])
      expect((await council.get(`/api/v1/agencies/${agency}/people`)).status).toBe(404)
  })

  test('whoever is named sees it; the system of their agency does not, nor that it was shared, unless it is named', async () => {
    const { teacher } = here.server.borough.people
    const body = { agencies: [here.agencies.school], facts: [child.name], why }
    expect((await council.record(`${base}/disclosures`, { ...body, posts: [teacher.post] })).status).toBe(201)
    expect((await (await here.signedIn('teacher')).get(child.base)).status).toBe(200)
    for (const page of ['', '/facts', '/duties', '/disclosures'])
      expect([page, (await school.get(`${base}${page}`)).status]).toEqual([page, 404])
    expect((await school.get('/api/v1/cases')).text).not.toContain(child.reference)
    expect((await council.get(`${base}/disclosures`)).body['disclosures']).toMatchObject([
      { posts: [{ id: teacher.post, name: 'Gwen Abara' }] },
    ])
    expect((await council.record(`${base}/disclosures`, { ...body, posts: [school.postId] })).status).toBe(201)
    expect((await school.get(`${base}/facts`)).body['facts']).toMatchObject([{ kind: 'child-named' }])
    expect((await school.get(`${base}/disclosures`)).body['disclosures']).toHaveLength(1)
  })

  test('only people of the agencies that are named, and somebody of each', async () => {
    const { teacher, police } = here.server.borough.people
    const faults = async (agencies: string[], posts: string[]) =>
      faultsIn(await council.record(`${base}/disclosures`, { agencies, posts, facts: [child.name], why }))
    expect(await faults([here.agencies.school], [police.post])).toEqual(['posts'])
    expect(await faults([here.agencies.school], [teacher.post, newId()])).toEqual(['posts'])
    expect(await faults([here.agencies.school, here.agencies.police], [teacher.post])).toEqual(['posts'])
    expect(await disclosures()).toHaveLength(0)
  })
})

describe('answering a request', () => {
  const ask = () =>
    worker.write(`${child.base}/ask`, { ...asking, asked: [here.agencies.school], 'goes-with-it': child.name })
  const involved = {
    data: { answer: 'involved' },
    narrative: { shared: 'Seen on Friday. She had a new coat.', telephone: '01632 960555' },
    why: { necessity: 'To answer.', familyTold: 'yes' },
  }

  test('the answer meets the duty and reaches whoever asked, on the basis on which it was asked', async () => {
    await ask()
    const key = newId()
    const first = await school.record(`${base}/answers`, involved, key)
    expect(first.status).toBe(201)
    expect((await school.record(`${base}/answers`, involved, key)).text).toBe(first.text)
    expect((await worker.get(child.base)).body).toContain('She had a new coat')
    expect((await school.get('/api/v1/duties')).body['duties']).not.toContainEqual(
      expect.objectContaining({ case: child.reference }),
    )
    const { rows } = await here.server.db.owner.query(
      'select basis, to_agency_id from disclosure where case_id = $1 and from_agency_id = $2',
      [child.id, here.agencies.school],
    )
    expect(rows).toEqual([{ basis: 'ca1989-s47', to_agency_id: here.agencies.authority }])
  })

  test('holding back needs a reason, sharing a word on the family; nobody answers what they were not asked', async () => {
    expect((await council.record(`${base}/answers`, involved)).status).toBe(404)
    await ask()
    const held = await school.record(`${base}/answers`, { ...involved, data: { answer: 'held-not-shared' } })
    expect(faultsIn(held)).toEqual(['narrative.whyNot'])
    const silent = await school.record(`${base}/answers`, { ...involved, why: { necessity: 'To answer.' } })
    expect(faultsIn(silent)).toEqual(['why.familyTold'])
    expect((await school.record(`${base}/answers`, { ...involved, request: newId() })).status).toBe(404)
    expect((await council.record(`${base}/answers`, involved)).status).toBe(404)
  })

  test('as an ordinary fact it is refused, so that an answer always reaches whoever asked', async () => {
    await ask()
    const { data, narrative } = involved
    const fact = { kind: 'information-request-answered', happened: { on: '2026-04-14' }, data, narrative }
    const refused = await school.record(`${base}/facts`, fact)
    expect([refused.status, faultsIn(refused)]).toEqual([422, ['kind']])
  })
})
