import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asking, givenAgencies, involvedAnswer, statesIn } from '../../../test/given-agencies.ts'
import { date, expectAccessible, on } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let worker: Visitor
let partners: Record<'teacher' | 'police' | 'gp', Visitor>
let child: Awaited<ReturnType<typeof here.child>>
/** The request to each agency, by the agency. */
let requests: Readonly<Record<string, string>>

beforeAll(async () => {
  here = await givenAgencies()
  worker = await here.signedIn('eastworker')
  partners = {
    teacher: await here.signedIn('teacher'),
    police: await here.signedIn('police'),
    gp: await here.signedIn('gp'),
  }
})
beforeEach(async () => {
  child = await here.child()
  requests = await ask(child)
})

/** The school, the police and the surgery are asked. @returns the request to each of them */
async function ask(
  { id, base, name }: typeof child,
  asked = [here.agencies.school, here.agencies.police, here.agencies.surgery],
) {
  await worker.write(`${base}/ask`, { ...asking, asked, 'goes-with-it': name })
  const { rows } = await here.server.db.owner.query<{ agency: string; root: string }>(
    `select data -> 'asked' ->> 0 as agency, root from fact where case_id = $1 and kind = 'information-requested' order by number`,
    [id],
  )
  return Object.fromEntries(rows.map(({ agency, root }) => [agency, root]))
}
const agencyOf = (who: keyof typeof partners) =>
  ({ teacher: here.agencies.school, police: here.agencies.police, gp: here.agencies.surgery })[who]
const answer = (who: keyof typeof partners, fields: Record<string, string>, submission = newId()) =>
  partners[who].write(`${child.base}/answer`, { request: requests[agencyOf(who)] ?? '', ...fields }, submission)
const nothing = { answer: 'nothing-held', 'why-necessary': 'To answer.' }
const withheld = { answer: 'held-not-shared', whyNot: 'It would warn him.', 'why-necessary': 'To answer.' }

describe('answering', () => {
  test('the duty leads to the form, which says who asks what, about whom, and why they may', async () => {
    const { body } = await partners.teacher.get('/due')
    const duty = /href="([^"]+\/duty\?id=[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const page = await partners.teacher.get(duty)
    expect(page.body).toContain('Record: Request for information answered')
    const link = /href="([^"]+record\/information-request-answered[^"]+)"/.exec(page.body)?.[1] ?? ''
    const form = await partners.teacher.follow(await partners.teacher.get(link))
    expect(form.status).toBe(200)
    expectAccessible(form.body)
    for (const said of [
      'Amira Osei, Social worker, East team, Harrowmere Council',
      asking.question,
      'Aria Fenwick',
      'Enquiry under section 47',
      '15 April 2026: tomorrow',
      'Children Act 1989, section 47: enquiries: Marks that nobody explains.',
      'value="Gwen Abara, Designated safeguarding lead"',
    ])
      expect(form.body).toContain(said)
  })

  test('three answers, three states of the picture, each with its day, its words and whom to ring', async () => {
    expect((await answer('teacher', involvedAnswer)).status).toBe(303)
    expect((await answer('police', withheld)).status).toBe(303)
    expect((await answer('gp', { ...nothing, ...date('2026-04-10', 'asOf') })).status).toBe(303)
    const { body } = await worker.get(`${child.base}/involved`)
    expectAccessible(body)
    expect(statesIn(body)).toEqual({
      'Linden Primary School': 'involved',
      'Harrowmere Police': 'held',
      'Bridge Surgery': 'not-involved',
      'Harrowmere Homes': 'not-connected',
    })
    expect(body).toMatch(
      /As of 14 April 2026, today[\s\S]*Seen on Friday. She had a new coat.[\s\S]*Gwen Abara[\s\S]*01632 960555/,
    )
    expect(body).toContain('They hold something and do not share it: It would warn him.')
    expect(body).toMatch(/As of 10 April 2026, 4 days ago[\s\S]*They looked and hold nothing/)
    const { rows } = await here.server.db.owner.query<{ met: boolean }>(
      `select met_by is not null as met from duty where case_id = $1 and rule = 'answer-information-request'`,
      [child.id],
    )
    expect(rows).toEqual([{ met: true }, { met: true }, { met: true }])
  })

  test('an answer reaches whoever asked, and none of the others who were asked', async () => {
    await answer('teacher', involvedAnswer)
    expect((await worker.get(child.base)).body).toContain('She had a new coat')
    for (const who of ['police', 'gp'] as const) {
      expect((await partners[who].get(child.base)).body).not.toContain('She had a new coat')
      expect(statesIn((await partners[who].get(`${child.base}/involved`)).body)['Linden Primary School']).toBe(
        'not-asked',
      )
    }
    const { rows } = await here.server.db.owner.query(
      'select to_agency_id, basis, family_told from disclosure where case_id = $1 and from_agency_id = $2',
      [child.id, here.agencies.school],
    )
    expect(rows).toEqual([{ to_agency_id: here.agencies.authority, basis: 'ca1989-s47', family_told: 'yes' }])
  })

  test('a second answer is a later record, and the newest counts', async () => {
    await answer('gp', nothing)
    await answer('gp', { ...involvedAnswer, shared: 'Registered with us this morning.' })
    const { body } = await worker.get(`${child.base}/involved`)
    expect(statesIn(body)['Bridge Surgery']).toBe('involved')
    expect((await here.factsOf(child.id)).filter(row => row.kind === 'information-request-answered')).toHaveLength(2)
  })

  test('what an agency records after it held nothing says that it is involved', async () => {
    await answer('gp', { ...nothing, ...date('2026-04-01', 'asOf') })
    const state = async () => statesIn((await worker.get(`${child.base}/involved`)).body)['Bridge Surgery']
    const seen = (day: string, tells: boolean) => {
      const id = newId()
      const why = { basis: 'ca1989-s47', necessity: 'They work with her.', familyTold: 'yes' } as const
      const act = { act: 'record', id, caseId: child.id, kind: 'child-seen', data: {}, narrative: {} } as const
      return here.server.record('eastWorker', {
        by: { postId: null, agencyId: here.agencies.surgery },
        acts: [{ ...act, happened: on(day) }],
        ...(tells
          ? { tells: [{ caseId: child.id, toAgencyIds: [here.agencies.authority], roots: [id], ...why }] }
          : {}),
      })
    }
    await seen('2026-04-12', false)
    expect(await state()).toBe('not-involved')
    await seen('2026-03-31', true)
    expect(await state()).toBe('not-involved')
    await seen('2026-04-13', true)
    expect(await state()).toBe('involved')
  })

  test('asked again, it is waited for, and what was said before stays in sight', async () => {
    await answer('gp', nothing)
    await ask(child, [here.agencies.surgery])
    const { body } = await worker.get(`${child.base}/involved`)
    expect(statesIn(body)['Bridge Surgery']).toBe('waiting')
    expect(body).toContain('Before that: They looked and hold nothing')
  })
})

describe('what is refused', () => {
  test('no answer, no reason for holding back, no word on the family: each is said, and every word kept', async () => {
    const empty = await answer('teacher', { 'why-necessary': '' })
    expect(empty.status).toBe(422)
    expectAccessible(empty.body)
    expect(empty.body).toContain('Select your answer')
    expect(empty.body).toContain('Enter why it is necessary')
    const held = await answer('teacher', { ...withheld, whyNot: '', shared: 'Half a sen' })
    expect(held.status).toBe(422)
    expect(held.body).toContain('Enter why you do not share it')
    expect(held.body).toContain('>Half a sen</textarea>')
    const involved = await answer('teacher', { ...involvedAnswer, 'family-told': '' })
    expect(involved.body).toContain('Select whether the family has been told')
    expect((await here.factsOf(child.id)).filter(row => row.kind === 'information-request-answered')).toEqual([])
  })

  test('a request of another case, one that asks others, and an agency that was not asked: nothing is found', async () => {
    const mine = child
    const toPolice = (await ask(await here.child(), [here.agencies.police]))[here.agencies.police] ?? ''
    child = await here.child()
    for (const who of ['teacher', 'gp'] as const) expect((await answer(who, nothing)).status).toBe(404)
    child = mine
    const toSchool = requests[here.agencies.school] ?? ''
    for (const request of [toPolice, toSchool])
      expect((await answer('police', { ...nothing, request })).status).toBe(404)
    expect((await worker.get(`${child.base}/answer`)).status).toBe(404)
    expect((await worker.write(`${child.base}/answer`, nothing)).status).toBe(404)
    const west = await here.signedIn('westworker')
    expect((await west.get(`${child.base}/answer`)).status).toBe(404)
  })

  test('nobody answers for an agency: whoever asked is told who can', async () => {
    const { body } = await worker.get(
      `${child.base}/duty?id=${encodeURIComponent(`answer-information-request/${requests[here.agencies.school]}/${here.agencies.school}`)}`,
    )
    expect(body).toContain('Only Linden Primary School can do this.')
    expect(body).not.toContain('record/information-request-answered')
    expect((await worker.get(`${child.base}/record`)).body).not.toContain('information-request-answered?answers')
  })

  test('a double press answers once', async () => {
    const submission = newId()
    const replies = await Promise.all([answer('gp', nothing, submission), answer('gp', nothing, submission)])
    expect(new Set(replies.map(reply => reply.to)).size).toBe(1)
    expect((await here.factsOf(child.id)).filter(row => row.kind === 'information-request-answered')).toHaveLength(1)
  })

  test('the ordinary form leads here, so that an answer always reaches whoever asked', async () => {
    const sent = await partners.gp.write(`${child.base}/record/information-request-answered`, {
      ...date('2026-04-14'),
      answer: 'nothing-held',
    })
    expect(sent.to).toBe(`${child.base}/answer`)
  })
})
