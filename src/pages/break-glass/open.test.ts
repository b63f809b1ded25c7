import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof smallCaseload>>
let visitors: Record<
  'eastworker' | 'westworker' | 'manager' | 'duty' | 'chair' | 'support' | 'datalead' | 'teacher',
  Visitor
>
/** A restricted case of West team. */
let noah: Awaited<ReturnType<typeof here.child>>

beforeAll(async () => {
  here = await smallCaseload()
  noah = await here.child({ forenames: 'Noah', surname: 'Whitlock', team: 'west', restriction: 'restricted' })
  const names = ['eastworker', 'westworker', 'manager', 'duty', 'chair', 'support', 'datalead', 'teacher'] as const
  visitors = Object.fromEntries(
    await Promise.all(names.map(async name => [name, await here.signedIn(name)])),
  ) as typeof visitors
})

const file = () => `/case/${noah.reference}`
const answers = (more: Record<string, string> = {}) => ({
  reason: 'A boy is at Marlowe General with a head injury; West team does not answer.',
  scope: 'safety',
  minutes: '30',
  told: here.borough.people.manager.post,
  ...more,
})
const openings = async (post = here.borough.people.duty.post) =>
  (await here.server.db.owner.query('select * from break_glass where post_id = $1 order by starts_at', [post])).rows
/** Lets what somebody opened run out, as its minutes would. */
const runOut = (post: string) =>
  here.server.db.owner.query(
    `update compartment_grant set starts_at = starts_at - interval '1 hour', ends_at = now() - interval '1 second'
     where break_glass_id in (select id from break_glass where post_id = $1)`,
    [post],
  )

describe('who may know that there is a restricted record', () => {
  test.each(['duty', 'eastworker', 'manager'] as const)(
    '%s learns that it is there, whom to ask and how to open it',
    async who => {
      const { status, body } = await visitors[who].get(file())
      expect(status).toBe(403)
      expect(body).toContain('This record is restricted')
      expect(body).toContain('West team, Harrowmere Council')
      expect(body).toContain(`${file()}/open`)
      expect(body).not.toContain('Whitlock')
    },
  )

  test.each(['chair', 'support', 'datalead', 'teacher'] as const)('%s is told what is told of nothing', async who => {
    for (const address of [file(), `${file()}/open`, `${file()}/record`]) {
      const { status, body } = await visitors[who].get(address)
      expect(status).toBe(404)
      expect(body).not.toContain(noah.reference)
    }
  })

  test('it is written down that somebody asked, although nothing was shown', async () => {
    await visitors.eastworker.get(`${file()}/duty?id=x`)
    const { rows } = await here.server.db.owner.query(
      'select route, basis from reading_log where case_id = $1 and post_id = $2 order by at desc, id desc limit 1',
      [noah.id, here.borough.people.eastWorker.post],
    )
    expect(rows).toEqual([
      { route: '/case/:reference/duty', basis: 'Was told that there is a restricted record, and nothing of it' },
    ])
  })

  test('it is found by its reference alone, and never by a name', async () => {
    const named = await visitors.duty.get('/find?q=Whitlock')
    expect(named.body).toContain('Nothing you may see matches')
    const referenced = await visitors.duty.get(`/find?q=${noah.reference}`)
    expect(referenced.body).toContain(`File ${noah.reference} is restricted`)
    const byOthers = await visitors.support.get(`/find?q=${noah.reference}`)
    expect(byOthers.body).toContain('Nothing you may see matches')
  })

  test('who sees it already is led to it', async () => {
    expect((await visitors.westworker.get(`${file()}/open`)).to).toBe(file())
  })
})

describe('opening it', () => {
  test('every question must be answered, and nothing typed is lost', async () => {
    const { duty } = visitors
    const form = await duty.get(`${file()}/open`)
    expectAccessible(form.body)
    expect(form.body).toContain('The whole record opens, whatever you choose')
    const { status, body } = await duty.write(`${file()}/open`, { reason: 'A head injury', minutes: '240' })
    expect(status).toBe(422)
    expectAccessible(body)
    for (const says of ['Select what you need to know', 'Select for how long', 'Select who is told'])
      expect(body).toContain(says)
    expect(body).toContain('A head injury')
    expect(await openings()).toEqual([])
  })

  test('a manager can be told, and nobody who may not know of restricted records', async () => {
    const { body } = await visitors.duty.get(`${file()}/open`)
    expect(body).toContain('Ruth Calloway')
    for (const name of ['Hana Whitlock', 'Priya Nair', 'Gwen Abara', 'Joss Pemberton, '])
      expect(body).not.toContain(name)
    const forged = await visitors.duty.write(`${file()}/open`, answers({ told: here.borough.people.support.post }))
    expect(forged.status).toBe(404)
    expect(await openings()).toEqual([])
  })

  test('it shows the record for some minutes, under a banner, to that person alone; and ends by itself', async () => {
    const { duty, eastworker } = visitors
    await duty.get(`${file()}/open`)
    const submission = newId()
    const first = await duty.write(`${file()}/open`, answers(), submission)
    expect(first.to).toBe(file())
    await duty.write(`${file()}/open`, answers(), submission)
    expect(await openings()).toHaveLength(1)

    const { status, body } = await duty.get(file())
    expect(status).toBe(200)
    expect(body).toContain('Noah Whitlock')
    expect(body).toContain('You opened this restricted record at 10:00. It closes by itself at 10:30.')
    expect(body).toContain('Ruth Calloway was told')
    expect(body).toContain('You opened it yourself, in an emergency')
    // What leads to a refusal is not offered.
    for (const href of ['/readers', '/strike-out', '/correct']) expect(body).not.toContain(`${href}"`)
    expect(body).toContain('/disagree"')
    for (const page of ['/record', '/record/address-known'])
      expect((await duty.get(`${file()}${page}`)).body).toContain('Close it now')
    expect((await eastworker.get(file())).status).toBe(403)

    await runOut(here.borough.people.duty.post)
    expect((await duty.get(file())).status).toBe(403)
    expect((await duty.get('/find?q=Whitlock')).body).toContain('Nothing you may see matches')
  })

  test('what one opens one may add to, and not strike out, nor see who else looked', async () => {
    const { manager } = visitors
    await manager.get(`${file()}/open`)
    await manager.write(`${file()}/open`, answers({ told: here.borough.people.duty.post }))
    expect((await manager.get(`${file()}/record/address-known`)).status).toBe(200)
    expect((await manager.get(`${file()}/readers`)).status).toBe(403)
    const { rows } = await here.server.db.owner.query('select id from fact where case_id = $1 and number = 1', [
      noah.id,
    ])
    expect((await manager.get(`${file()}/fact/${rows[0].id}/strike-out`)).status).toBe(403)
  })

  test('it can be closed earlier, by that person alone', async () => {
    const { manager, eastworker } = visitors
    const [opening] = await openings(here.borough.people.manager.post)
    await eastworker.get('/due')
    await eastworker.post(`${file()}/open/end`, { opening: opening.id })
    expect((await manager.get(file())).status).toBe(200)
    expect((await manager.post(`${file()}/open/end`, { opening: opening.id })).to).toBe('/due')
    expect((await manager.get(file())).status).toBe(403)
    expect((await openings(here.borough.people.manager.post))[0].ended_at).not.toBeNull()
  })

  test('the second person sees it on the home page until they say so, without the child or the file', async () => {
    const { manager } = visitors
    const { body } = await manager.get('/due')
    expectAccessible(body)
    expect(body).toContain('Joss Pemberton opened a restricted record at 10:00 on 14 April 2026, until 10:30')
    expect(body).not.toContain(noah.reference)
    const [opening] = await openings()
    expect((await visitors.eastworker.post(`/break-glass/${opening.id}/seen`)).status).toBe(404)
    await manager.post(`/break-glass/${opening.id}/seen`)
    expect((await manager.get('/due')).body).not.toContain('opened a restricted record')
    expect((await openings())[0].seen_at).not.toBeNull()
  })
})

describe('what it never opens', () => {
  test('a case with a conflict of interest, which then looks like nothing', async () => {
    const ada = await here.child({ surname: 'Orme', team: 'west', restriction: 'restricted' })
    const { practitioner } = here.borough.people.eastWorker
    const { eastworker } = visitors
    await eastworker.get(`/case/${ada.reference}/open`)
    await here.server.db.owner.query(
      `insert into conflict_of_interest (area_id, case_id, practitioner_id, how, since) values ($1, $2, $3, 'declared', now())`,
      [here.borough.area, ada.id, practitioner],
    )
    const submission = newId()
    const refused = await eastworker.write(`/case/${ada.reference}/open`, answers(), submission)
    expect(refused.status).toBe(404)
    expect(refused.body).toBe((await eastworker.write('/case/GT-0000000/open', answers(), submission)).body)
    expect((await eastworker.get(`/case/${ada.reference}`)).body).toBe((await eastworker.get('/case/GT-0000000')).body)
    // Nor is she somebody who could be told.
    expect((await visitors.duty.get(`/case/${ada.reference}/open`)).body).not.toContain('Amira Osei')
  })

  test('a shielded case, and one that is not restricted', async () => {
    for (const restriction of ['shielded', 'none'] as const) {
      const one = await here.child({ surname: 'Barzanji', team: 'west', restriction })
      const { eastworker } = visitors
      const submission = newId()
      const both = (reference: string) =>
        Promise.all([
          eastworker.get(`/case/${reference}/open`),
          eastworker.write(`/case/${reference}/open`, answers(), submission),
        ])
      const found = await both(one.reference)
      expect(found.map(({ status }) => status)).toEqual([404, 404])
      expect(found.map(({ body }) => body)).toEqual((await both('GT-0000000')).map(({ body }) => body))
    }
    expect(await openings(here.borough.people.eastWorker.post)).toEqual([])
  })
})

describe('that it happened is known to those who review it alone', () => {
  const factsOf = (visitor: Visitor) => visitor.get(file())
  test('the team sees neither the opening nor the duty to review it', async () => {
    const { body } = await factsOf(visitors.westworker)
    expect(body).toContain('Noah Whitlock')
    expect(body).not.toContain('opened in an emergency')
    for (const scope of ['team', 'agency', 'area'])
      expect((await visitors.westworker.get(`/due?scope=${scope}`)).body).not.toContain('Review that a restricted')
    const { rows } = await here.server.db.owner.query(`select id from fact where kind = 'break-glass-used' limit 1`)
    const addresses = [
      'record/break-glass-used',
      'record/break-glass-reviewed',
      `fact/${rows[0].id}/correct`,
      `fact/${rows[0].id}/strike-out`,
    ]
    for (const address of addresses) expect((await visitors.westworker.get(`${file()}/${address}`)).status).toBe(404)
    expect((await visitors.westworker.get(`${file()}/record`)).body).not.toContain('opened in an emergency')
  })

  test('the privacy officer sees that, and nothing else of the record', async () => {
    const colm = await here.signedIn('privacyofficer')
    const { body } = await factsOf(colm)
    expect(body).toContain('Restricted record opened in an emergency')
    expect(body).not.toContain('Noah')
    expect((await colm.get('/due')).body).toContain('Review that a restricted record was opened in an emergency')
  })
})
