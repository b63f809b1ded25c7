import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asking, givenAgencies, statesIn } from '../../../test/given-agencies.ts'
import { expectAccessible } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let worker: Visitor
let child: Awaited<ReturnType<typeof here.child>>
beforeAll(async () => {
  here = await givenAgencies()
  worker = await here.signedIn('eastworker')
})
beforeEach(async () => {
  child = await here.child()
  const asked = [here.agencies.police, here.agencies.surgery]
  await worker.write(`${child.base}/ask`, { ...asking, asked, 'goes-with-it': child.name })
})

const reason = 'The hospital told us all of it.'
/** The requests of the case, in the order in which they were sent: to the police, to the surgery. */
const requests = async () =>
  (
    await here.server.db.owner.query<{ root: string }>(
      `select root from fact where case_id = $1 and kind = 'information-requested' order by number`,
      [child.id],
    )
  ).rows.map(row => row.root)
const withdraw = (roots: readonly string[], more: Record<string, string> = {}, submission = newId()) =>
  worker.write(`${child.base}/withdraw`, { requests: roots, reason, ...more }, submission)
const standings = async () =>
  (
    await here.server.db.owner.query(
      `select a.name, d.lapsed_why = 'Request for information withdrawn' as ended
       from duty d join agency a on a.id = d.agency_id where case_id = $1 order by a.name`,
      [child.id],
    )
  ).rows.map(row => [row['name'], row['ended']])

describe('withdrawing', () => {
  test('the picture leads there; what was sent together is ticked together', async () => {
    const [first = '', second = ''] = await requests()
    const { body } = await worker.get(`${child.base}/involved`)
    expect(body).toContain(`${child.base}/withdraw?request=${first}`)
    const form = await worker.get(`${child.base}/withdraw?request=${first}`)
    expectAccessible(form.body)
    for (const root of [first, second]) expect(form.body).toMatch(new RegExp(`value="${root}"[^>]*checked`))
    const plain = await worker.get(`${child.base}/withdraw`)
    expect(plain.body).not.toMatch(new RegExp(`value="${first}"[^>]*checked`))
  })

  test('one of two: that agency owes nothing any more and sees why; the other is waited for', async () => {
    const [toPolice = ''] = await requests()
    const reply = await withdraw([toPolice])
    expect(reply.to).toBe(`${child.base}/involved?withdrawn=yes`)
    const picture = (await worker.get(reply.to)).body
    expectAccessible(picture)
    expect(picture).toContain('Withdrawn. Whoever was asked sees that, and why.')
    expect(statesIn(picture)).toMatchObject({ 'Harrowmere Police': 'not-asked', 'Bridge Surgery': 'waiting' })
    expect(picture).toContain('Your agency withdrew the request on 14 April 2026. Nothing is known either way.')
    expect(await standings()).toEqual([
      ['Bridge Surgery', false],
      ['Harrowmere Police', true],
    ])
    const police = await here.signedIn('police')
    expect((await police.get(child.base)).body).toContain(reason)
    expect((await police.get('/due')).body).not.toContain(child.reference)
    const answer = await police.get(`${child.base}/answer`)
    expectAccessible(answer.body)
    expect(answer.body).toContain('withdrew this request on 14 April 2026')
    expect((await (await here.signedIn('gp')).get(child.base)).body).not.toContain(reason)
  })

  test('it is told on the grounds on which it was asked, and stands on the page of who was told what', async () => {
    const wanted = 'So that they know that no answer is wanted any more.'
    await withdraw(await requests())
    const { rows } = await here.server.db.owner.query(
      'select basis, family_told, count(*) from disclosure where case_id = $1 and necessity = $2 group by 1, 2',
      [child.id, wanted],
    )
    expect(rows).toEqual([{ basis: 'ca1989-s47', family_told: 'yes', count: 2 }])
    expect((await worker.get(`${child.base}/told`)).body).toContain(wanted)
  })

  test('what is withdrawn can be asked again', async () => {
    await withdraw(await requests())
    await worker.write(`${child.base}/ask`, {
      ...asking,
      asked: here.agencies.police,
      'goes-with-it': child.name,
    })
    expect(statesIn((await worker.get(`${child.base}/involved`)).body)['Harrowmere Police']).toBe('waiting')
  })

  test('a double press withdraws once', async () => {
    const [submission, roots] = [newId(), await requests()]
    const replies = await Promise.all([withdraw(roots, {}, submission), withdraw(roots, {}, submission)])
    expect(replies.map(({ status }) => status)).toEqual([303, 303])
    const withdrawn = (await here.factsOf(child.id)).filter(row => row.kind === 'information-request-withdrawn')
    expect(withdrawn).toHaveLength(2)
  })
})

describe('what is refused', () => {
  test('no request, no reason, one of another case: said at the field, and every word kept', async () => {
    const empty = await withdraw([], { reason: '' })
    expect(empty.status).toBe(422)
    expectAccessible(empty.body)
    expect(empty.body).toContain('Select at least one request')
    expect(empty.body).toContain('Enter why no answer is wanted any more')
    const forged = await withdraw([newId()])
    expect(forged.body).toContain('Select from the list')
    expect(forged.body).toContain(`>${reason}</textarea>`)
  })

  test('whoever was asked withdraws nothing, and neither does the ordinary form', async () => {
    const roots = await requests()
    const police = await here.signedIn('police')
    const form = await police.get(`${child.base}/withdraw`)
    expect(form.body).toContain('Harrowmere Police waits for no answer here')
    const sent = await police.write(`${child.base}/withdraw`, { requests: roots, reason })
    expect(sent.status).toBe(422)
    const ordinary = await worker.get(`${child.base}/record/information-request-withdrawn`)
    expect(ordinary.to).toBe(`${child.base}/withdraw`)
    expect((await standings()).map(([, ended]) => ended)).toEqual([false, false])
  })

  test('an answered request cannot be withdrawn', async () => {
    const [toPolice = ''] = await requests()
    const police = await here.signedIn('police')
    await police.write(`${child.base}/answer`, { request: toPolice, answer: 'nothing-held', 'why-necessary': 'Asked.' })
    expect((await withdraw([toPolice])).status).toBe(422)
  })
})
