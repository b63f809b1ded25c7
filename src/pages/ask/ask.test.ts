import { beforeAll, describe, expect, test } from 'vitest'
import { asking, givenAgencies, statesIn } from '../../../test/given-agencies.ts'
import { date, expectAccessible } from '../../../test/given-case.ts'
import { givenSharedFile } from '../../../test/given-shared-file.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let worker: Visitor
beforeAll(async () => {
  here = await givenAgencies()
  worker = await here.signedIn('eastworker')
})

type Child = Awaited<ReturnType<typeof here.child>>

/** Asks as the social worker. */
async function ask({ base, name, birth }: Child, more: Record<string, string | string[]> = {}, submission = newId()) {
  const { school, police, surgery } = here.agencies
  const fields = { ...asking, asked: [school, police, surgery], 'goes-with-it': [name, birth], ...more }
  return worker.write(`${base}/ask`, fields, submission)
}
const disclosures = async (caseId: string) =>
  Number(
    (await here.server.db.owner.query('select count(*) as n from disclosure where case_id = $1', [caseId])).rows[0]?.[
      'n'
    ],
  )

describe('asking', () => {
  test('three agencies are asked in one action, and the picture says so', async () => {
    const child = await here.child()
    const { body } = await worker.get(`${child.base}/ask`)
    expectAccessible(body)
    expect(body).toMatch(new RegExp(`value="${child.name}"[^>]*checked`))
    expect(body).toMatch(new RegExp(`value="${child.birth}"[^>]*checked`))
    expect(body).not.toMatch(new RegExp(`value="${child.address}"[^>]*checked`))
    const reply = await ask(child)
    expect(reply.status).toBe(303)
    const picture = await worker.get(reply.to)
    expectAccessible(picture.body)
    expect(picture.body).toContain('Asked Harrowmere Police, Linden Primary School and Bridge Surgery.')
    expect(picture.body).toContain('They are to answer by 15 April 2026.')
    expect(statesIn(picture.body)).toEqual({
      'Harrowmere Police': 'waiting',
      'Linden Primary School': 'waiting',
      'Bridge Surgery': 'waiting',
      'Harrowmere Homes': 'not-connected',
    })
    expect(await disclosures(child.id)).toBe(3)
  })

  test.each(['teacher', 'police', 'gp'])('%s sees it among what is due, with the name and nothing else', async who => {
    const child = await here.child('Marlowe')
    await ask(child)
    const partner = await here.signedIn(who)
    const { body } = await partner.get('/due')
    expect(body).toMatch(/Aria Marlowe[\s\S]*Answer the request for information/)
    const file = (await partner.get(child.base)).body
    expect(file).toContain('Aria Marlowe')
    expect(file).toContain('born 2 June 2021')
    expect(file).not.toContain('ZZ99 1AA')
  })

  test('each agency sees its own question, and whom else was asked only where the asker says so', async () => {
    const seenBy = async (who: string, { base }: Child) => {
      const visitor = await here.signedIn(who)
      return `${(await visitor.get(base)).body}${(await visitor.get(`${base}/answer`)).body}`
    }
    const [quiet, open] = [await here.child(), await here.child()]
    await ask(quiet)
    await ask(open, { 'name-others': 'yes' })
    const toPolice = await seenBy('police', quiet)
    expect(toPolice).toContain(asking.question)
    for (const other of ['Linden Primary School', 'Bridge Surgery']) {
      expect([other, toPolice.includes(other)]).toEqual([other, false])
      expect([other, (await seenBy('police', open)).includes(other)]).toEqual([other, true])
    }
    expect((await here.factsOf(quiet.id)).slice(3).map(row => row.data['asked'])).toEqual(
      [here.agencies.school, here.agencies.police, here.agencies.surgery].map(agency => [agency]),
    )
  })

  test('whom else was asked is not read from a form that somebody made up', async () => {
    const child = await here.child()
    await ask(child, { alsoAsked: [here.agencies.housing] })
    expect((await here.factsOf(child.id)).at(-1)?.data['alsoAsked']).toBeUndefined()
  })

  test('how urgent it is decides the day, unless another one is named', async () => {
    const answerBy = async (more: Record<string, string>) => {
      const child = await here.child()
      await ask(child, more)
      return (await here.factsOf(child.id)).at(-1)?.data['answerBy']
    }
    expect(await answerBy({ urgency: 'today' })).toBe('2026-04-14')
    expect(await answerBy({ urgency: 'soon' })).toBe('2026-04-15')
    expect(await answerBy({ urgency: 'routine' })).toBe('2026-04-28')
    expect(await answerBy({ urgency: 'routine', ...date('2026-04-20', 'answerBy') })).toBe('2026-04-20')
  })

  test('the basis is the one that goes with the purpose, unless another one is chosen', async () => {
    const basisOf = async (more: Record<string, string>) => {
      const child = await here.child()
      const { status } = await ask(child, more)
      const { rows } = await here.server.db.owner.query('select distinct basis from disclosure where case_id = $1', [
        child.id,
      ])
      return [status, rows[0]?.['basis']]
    }
    expect(await basisOf({ purpose: 'section-16h' })).toEqual([303, 'ca2004-s16h'])
    expect(await basisOf({ purpose: 'early-help', 'lawful-basis': 'ca1989-s17' })).toEqual([303, 'ca1989-s17'])
    expect(await basisOf({ purpose: 'other' })).toEqual([422, undefined])
  })

  test('under section 16H whoever is asked must answer', async () => {
    const child = await here.child()
    await ask(child, { purpose: 'section-16h' })
    const { rows } = await here.server.db.owner.query('select distinct rule from duty where case_id = $1', [child.id])
    expect(rows).toEqual([{ rule: 'answer-section-16h-request' }])
  })

  test('silence shows as overdue, with a number to ring', async () => {
    const child = await here.child()
    await ask(child)
    const before = here.server.clock.instant
    here.server.clock.instant = Date.parse('2026-04-18T09:00:00Z')
    const later = await here.signedIn('eastworker')
    const { body } = await later.get(`${child.base}/involved`)
    here.server.clock.instant = before
    expect(statesIn(body)['Bridge Surgery']).toBe('overdue')
    expect(body).toMatch(
      /Bridge Surgery[\s\S]*Asked on 14 April 2026[\s\S]*15 April 2026: 3 days late[\s\S]*01632 960777/,
    )
  })

  test('a form with faults comes back with each fault at its field, and with every word', async () => {
    const child = await here.child()
    const { status, body } = await worker.write(`${child.base}/ask`, {
      question: 'Half a sen',
      'family-told': 'no',
      ...date('2026-04-01', 'answerBy'),
      ...date('2026-03-02', 'periodFrom'),
      ...date('2026-03-01', 'periodTo'),
    })
    expect(status).toBe(422)
    expectAccessible(body)
    for (const fault of [
      'Select at least one agency',
      'Select what it is needed for',
      'Select at least the name, or write below whom you ask about',
      'The last day of the period must not be before its first',
      'Select how urgent it is',
      'The day for the answer must be today or later',
      'Select the lawful basis',
      'Enter why it is necessary, and no more than that',
      'Enter why the family has not been told',
    ])
      expect(body, fault).toContain(fault)
    expect(body).toContain('>Half a sen</textarea>')
    expect(await here.factsOf(child.id)).toHaveLength(3)
  })
})

describe('about a child of whom another agency told', () => {
  test('the name and the date of birth go with it as told; from then on they are our own record', async () => {
    const schools = await givenSharedFile(here.server, 'Marchmont')
    const [name = '', birth = ''] = schools.ids
    const door = await here.signedIn('duty')
    const form = await door.get(`${schools.base}/ask`)
    expectAccessible(form.body)
    expect(form.body).toMatch(new RegExp(`value="${name}"[^>]*checked[\\s\\S]*Name: Maud Marchmont`))
    expect(form.body).toMatch(new RegExp(`value="${birth}"[^>]*checked[\\s\\S]*Date of birth: 9 May 2019`))
    expect(form.body).toContain('As Linden Primary School told you. It becomes your agency’s own record')
    const fields = { ...asking, asked: here.agencies.surgery, 'goes-with-it': [name, birth] }
    const submission = newId()
    const send = () => door.write(`${schools.base}/ask`, fields, submission)
    const replies = [...(await Promise.all([send(), send()])), await send()]
    expect(new Set(replies.map(({ status, to }) => `${status} ${to}`)).size).toBe(1)
    expect((await door.get(replies[0]?.to ?? '')).body).toContain('Asked Bridge Surgery.')
    const facts = await here.factsOf(schools.id)
    expect(facts.slice(4).map(({ kind }) => kind)).toEqual(['information-requested', 'child-named', 'child-born'])
    const gp = await here.signedIn('gp')
    expect((await gp.get('/due')).body).toContain('Maud Marchmont')
    expect((await gp.get(`${schools.base}/answer`)).body).toContain('born 9 May 2019')
    // Asked again, it is ours.
    const again = await door.get(`${schools.base}/ask`)
    expect(again.body).toContain('Name: Maud Marchmont')
    expect(again.body).not.toContain('As Linden Primary School told you')
  })

  test('what was not told is not offered', async () => {
    const schools = await givenSharedFile(here.server, 'Marchbank', { told: ['name'] })
    const { body } = await (await here.signedIn('duty')).get(`${schools.base}/ask`)
    expect(body).toContain('Name: Maud Marchbank')
    expect(body).not.toContain('Date of birth:')
  })
})

describe('what is refused', () => {
  test.each([
    ['an agency of another area', () => here.agencies.elsewhere],
    ['an agency that there is not', () => newId()],
    ['no id at all', () => 'police'],
    ['one’s own agency', () => here.agencies.authority],
    ['an agency where nobody signs in', () => here.agencies.housing],
  ])('%s: nobody is asked', async (_, agency) => {
    const child = await here.child()
    const { status, body } = await ask(child, { asked: [here.agencies.school, agency()] })
    expect(status).toBe(422)
    expectAccessible(body)
    expect([(await here.factsOf(child.id)).length, await disclosures(child.id)]).toEqual([3, 0])
  })

  test('a record of another case does not go with it', async () => {
    const [child, other] = [await here.child(), await here.child()]
    const { status, body } = await ask(child, { 'goes-with-it': other.address })
    expect([status, await disclosures(child.id)]).toEqual([422, 0])
    expect(body).toContain('Select from the list what goes with the request')
  })

  test('only a safeguarding partner asks under section 16H', async () => {
    const child = await here.child()
    await ask(child)
    const teacher = await here.signedIn('teacher')
    const form = await teacher.get(`${child.base}/ask`)
    expect(form.status).toBe(200)
    expect(form.body).not.toContain('section-16h')
    const { status, body } = await teacher.write(`${child.base}/ask`, {
      ...asking,
      asked: here.agencies.police,
      purpose: 'section-16h',
      people: 'Aria Fenwick, in Year 1',
    })
    expect(status).toBe(422)
    expect(body).toContain('Only a safeguarding partner can ask under section 16H')
  })

  test('a post that may only read is told who can; one without anything to do with the case finds nothing', async () => {
    const child = await here.child()
    const fields = { ...asking, asked: here.agencies.police, 'goes-with-it': child.name }
    for (const [who, status] of [
      ['privacyofficer', 403],
      ['westworker', 404],
      ['teacher', 404],
    ] as const) {
      const visitor = await here.signedIn(who)
      const page = await visitor.get(`${child.base}/ask`)
      const sent = await visitor.write(`${child.base}/ask`, fields)
      expect([who, page.status, sent.status]).toEqual([who, status, status])
    }
    expect([(await here.factsOf(child.id)).length, await disclosures(child.id)]).toEqual([3, 0])
  })

  test('a double press asks once', async () => {
    const child = await here.child()
    const submission = newId()
    const replies = await Promise.all([ask(child, {}, submission), ask(child, {}, submission)])
    const again = await ask(child, {}, submission)
    expect(new Set([...replies, again].map(reply => reply.to)).size).toBe(1)
    expect([(await here.factsOf(child.id)).length, await disclosures(child.id)]).toEqual([6, 3])
  })

  test('it cannot be recorded without anybody being told: the ordinary form leads here', async () => {
    const child = await here.child()
    expect((await worker.get(`${child.base}/record/information-requested`)).to).toBe(`${child.base}/ask`)
    const sent = await worker.write(`${child.base}/record/information-requested`, { ...date('2026-04-14'), ...asking })
    expect(sent.to).toBe(`${child.base}/ask`)
    expect(await here.factsOf(child.id)).toHaveLength(3)
  })

  test('on a restricted file it is said who will see the request', async () => {
    const child = await here.child()
    await here.server.db.owner.query(`update case_file set restriction = 'restricted' where id = $1`, [child.id])
    expect((await worker.get(`${child.base}/ask`)).body).toContain('If that is not safe, ring instead')
  })
})
