import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenAgencies } from '../../test/given-agencies.ts'
import { type System, systemOf } from '../../test/system.ts'
import { newId } from '../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let council: System
let school: System
let police: System
let child: Awaited<ReturnType<typeof here.child>>
let base: string

beforeAll(async () => {
  here = await givenAgencies()
  const { server } = here
  const post = 'Register'
  council = await systemOf(server, { agency: 'Harrowmere Council', post, role: 'social-worker', teams: ['East team'] })
  school = await systemOf(server, {
    agency: 'Linden Primary School',
    post,
    role: 'safeguarding-lead',
    teams: ['Safeguarding leads'],
  })
  police = await systemOf(server, {
    agency: 'Harrowmere Police',
    post,
    role: 'partner-manager',
    teams: ['Public protection'],
  })
})
beforeEach(async () => {
  child = await here.child()
  base = `/api/v1/cases/${child.reference}`
})

const asked = (more: object = {}) => ({
  agencies: [here.agencies.school, here.agencies.police],
  data: { purpose: 'section-47', urgency: 'soon' },
  narrative: { question: 'When did you see her last?' },
  facts: [child.name],
  why: { necessity: 'Marks that nobody explains.', familyTold: 'yes' },
  ...more,
})
const ask = (more: object = {}, key: string = newId()) => council.record(`${base}/requests`, asked(more), key)
const faultsIn = (reply: { body: object }) =>
  ((reply.body as { errors?: { field: string }[] }).errors ?? []).map(({ field }) => field)
const requestIn = (reply: { body: object }, agency: string) =>
  (reply.body as { requests: { agency: string; fact: string }[] }).requests.find(one => one.agency === agency)?.fact
const openDuties = async (system: System) =>
  ((await system.get('/api/v1/duties')).body['duties'] as { case: string }[]).filter(
    one => one.case === child.reference,
  ).length

describe('asking', () => {
  test('each agency gets a request of its own, with the name and the basis that goes with the purpose', async () => {
    const key = newId()
    const first = await ask({}, key)
    expect(first.status).toBe(201)
    expect((await ask({}, key)).text).toBe(first.text)
    const theirs = (await school.get(`${base}/facts`)).body['facts'] as { kind: string; data: object }[]
    expect(theirs.map(one => one.kind)).toEqual(['child-named', 'information-requested'])
    // The next working day after Tuesday 14 April 2026.
    expect(theirs[1]?.data).toMatchObject({ asked: [here.agencies.school], answerBy: '2026-04-15' })
    expect(theirs[1]?.data).not.toHaveProperty('alsoAsked')
    expect([await openDuties(school), await openDuties(police)]).toEqual([1, 1])
    const { rows } = await here.server.db.owner.query('select distinct basis from disclosure where case_id = $1', [
      child.id,
    ])
    expect(rows).toEqual([{ basis: 'ca1989-s47' }])
  })

  test('whom else was asked they learn where the system says so', async () => {
    await ask({ nameOthers: true })
    const theirs = (await school.get(`${base}/facts`)).body['facts'] as { data: object }[]
    expect(theirs[1]?.data).toMatchObject({ alsoAsked: [here.agencies.police] })
  })

  test('four at once under one key ask once', async () => {
    const key = newId()
    const replies = await Promise.all(Array.from({ length: 4 }, () => ask({}, key)))
    expect(new Set(replies.map(reply => reply.text)).size).toBe(1)
    expect((await here.factsOf(child.id)).filter(row => row.kind === 'information-requested')).toHaveLength(2)
  })

  test('the rules of the form hold: whom, what for, how urgent, what, about whom, why', async () => {
    const faults = async (more: object) => faultsIn(await ask(more))
    for (const agency of [here.agencies.elsewhere, here.agencies.authority, here.agencies.housing])
      expect((await faults({ agencies: [agency] }))[0]).toBe('agencies')
    expect(await faults({ data: { purpose: 'section-47' } })).toEqual(['data.urgency'])
    expect(await faults({ data: { urgency: 'soon' } })).toContain('data.purpose')
    expect(await faults({ data: { purpose: 'other', urgency: 'soon' } })).toEqual(['why.basis'])
    expect(await faults({ data: { purpose: 'section-47', urgency: 'soon', answerBy: '2026-04-13' } })).toEqual([
      'data.answerBy',
    ])
    expect(await faults({ narrative: {} })).toEqual(['narrative.question'])
    expect(await faults({ facts: [] })).toEqual(['facts'])
    expect(await faults({ facts: [newId()] })).toEqual(['facts'])
    await ask()
    const bySchool = await school.record(`${base}/requests`, {
      ...asked({ agencies: [here.agencies.police], facts: [] }),
      narrative: { question: 'Do you know her?', people: 'Aria, in Year 1' },
      data: { purpose: 'section-16h', urgency: 'soon' },
    })
    expect(faultsIn(bySchool)).toEqual(['data.purpose'])
  })

  test('as an ordinary fact it is refused, so that it always reaches whoever is asked', async () => {
    for (const kind of ['information-requested', 'information-request-withdrawn']) {
      const refused = await council.record(`${base}/facts`, { kind, happened: { on: '2026-04-14' } })
      expect([refused.status, faultsIn(refused)]).toEqual([422, ['kind']])
    }
  })
})

describe('withdrawing', () => {
  const reason = 'The hospital told us.'
  const withdraw = (system: System, fact: string | undefined, key: string = newId()) =>
    system.record(`${base}/requests/${fact}/withdrawal`, { reason }, key)

  test('whoever was asked owes no answer any more and sees why; another agency that was asked still owes', async () => {
    const request = requestIn(await ask(), here.agencies.school)
    const key = newId()
    const first = await withdraw(council, request, key)
    expect(first.status).toBe(201)
    expect((await withdraw(council, request, key)).text).toBe(first.text)
    expect([await openDuties(school), await openDuties(police)]).toEqual([0, 1])
    expect((await school.get(`${base}/facts`)).text).toContain(reason)
    expect((await police.get(`${base}/facts`)).text).not.toContain(reason)
  })

  test('nobody withdraws what another agency asked, what there is not, or a second time', async () => {
    const request = requestIn(await ask(), here.agencies.school)
    expect((await withdraw(school, request)).status).toBe(404)
    expect((await withdraw(council, newId())).status).toBe(404)
    await withdraw(council, request)
    expect((await withdraw(council, request)).status).toBe(422)
  })
})
