/** Who records a decision and who made it may be two people: only those who may make it are named, and whoever may not names one. */
import { beforeAll, expect, test } from 'vitest'
import { addColleague } from '../../../test/colleague.ts'
import { date, expectAccessible, given } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'

let here: Awaited<ReturnType<typeof given>>
let worker: Visitor
let support: Visitor
let manager: Visitor
beforeAll(async () => {
  here = await given()
  worker = await here.signedIn('eastworker')
  support = await here.signedIn('support')
  manager = await here.signedIn('manager')
})

/** The posts that a question of a form offers. */
function offeredFor(html: string, question: string): string[] {
  const [, list = ''] = new RegExp(`<select[^>]*name="${question}"[^>]*>([\\s\\S]*?)</select>`).exec(html) ?? []
  return [...list.matchAll(/value="([0-9a-f-]{36})"/g)].map(([, id = '']) => id)
}

const decision = { ...date('2026-04-14'), outcome: 'early-help', reasons: 'They ask for it.' }

/** A case with a referral, and the form of the decision on it. */
async function referred() {
  const aria = await here.newCase()
  const referral = await aria.fact('referral-received', '2026-04-13', { narrative: { reason: 'Marks on both arms' } })
  const form = `${aria.address}/referral-decided`
  return { ...aria, form, said: { ...decision, 'continues-fact': referral } }
}

test('the decision on a referral is made by a social worker, the front door or a manager: nobody else is offered', async () => {
  const { eastWorker, westWorker, duty, manager: ruth } = here.server.borough.people
  const { form, said } = await referred()
  const { body } = await support.get(form)
  expectAccessible(body)
  expect(offeredFor(body, 'decidedBy').toSorted()).toEqual(
    [eastWorker, westWorker, duty, ruth].map(({ post }) => post).toSorted(),
  )
  expect(body).toContain('Your post records this and does not decide it: select whoever decided')
  expect((await worker.get(form)).body).not.toContain('Your post records this')
  const { support: hana, chair } = here.server.borough.people
  for (const { post } of [hana, chair]) {
    const refused = await support.write(form, { ...said, decidedBy: post })
    expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('Select from the list: who decided')])
    expect((await worker.write(form, { ...said, decidedBy: post })).status).toBe(422)
  }
})

test('business support records what a manager decided, and says who it was; whoever may decide need not', async () => {
  const { manager: ruth } = here.server.borough.people
  const typed = await referred()
  const unsaid = await support.write(typed.form, typed.said)
  expect([unsaid.status, unsaid.body]).toEqual([422, expect.stringContaining('Select an answer: who decided')])
  expectAccessible(unsaid.body)
  expect(unsaid.body).toContain('They ask for it.')
  expect((await support.write(typed.form, { ...typed.said, decidedBy: ruth.post })).status).toBe(303)
  expect((await here.factsOf(typed.id)).at(-1)).toMatchObject({ data: { decidedBy: [ruth.post] } })
  const own = await referred()
  expect((await worker.write(own.form, own.said)).status).toBe(303)
})

test('a decision that stands keeps whoever it names when it is corrected, and takes nobody else who may not decide', async () => {
  const { support: hana, dataLead } = here.server.borough.people
  const aria = await here.newCase()
  const about = await aria.fact('referral-received', '2026-04-13')
  const data = { outcome: 'early-help', decidedBy: [hana.post] }
  const root = await aria.fact('referral-decided', '2026-04-13', { about, data, narrative: { reasons: 'Asked for.' } })
  const form = `/case/${aria.reference}/fact/${root}/correct`
  const { body } = await manager.get(form)
  expect(offeredFor(body, 'decidedBy')).toContain(hana.post)
  expect(offeredFor(body, 'decidedBy')).not.toContain(dataLead.post)
  const said = { ...decision, correctionReason: 'The reason was short', 'case-seen': '3' }
  expect((await manager.write(form, { ...said, decidedBy: dataLead.post })).status).toBe(422)
  expect((await manager.write(form, { ...said, decidedBy: hana.post })).status).toBe(303)
})

test('where nobody was named, a correction by somebody who does not decide may leave it so', async () => {
  const { form: _, ...aria } = await referred()
  const root = await aria.fact('referral-decided', '2026-04-13', {
    about: aria.said['continues-fact'],
    data: { outcome: 'early-help' },
    narrative: { reasons: 'Asked for.' },
  })
  const lead = await here.signedIn('datalead')
  const said = { ...decision, correctionReason: 'The outcome was another', 'case-seen': '3' }
  const reply = await lead.write(`/case/${aria.reference}/fact/${root}/correct`, said)
  expect(reply.status).toBe(303)
})

test('a manager authorises an assessment: the social worker who records it says which', async () => {
  const { manager: ruth, eastWorker } = here.server.borough.people
  const aria = await here.newCase()
  const form = `${aria.address}/assessment-authorised`
  expect(offeredFor((await worker.get(form)).body, 'authorisedBy')).toEqual([ruth.post])
  const said = { ...date('2026-04-14'), outcome: 'early-help' }
  expect((await worker.write(form, said)).status).toBe(422)
  expect((await worker.write(form, { ...said, authorisedBy: eastWorker.post })).status).toBe(422)
  expect((await worker.write(form, { ...said, authorisedBy: ruth.post })).status).toBe(303)
  expect((await manager.write(`${(await here.newCase()).address}/assessment-authorised`, said)).status).toBe(303)
})

test('the end of a plan is approved by the chair or a manager; a review asks who only where it ends the plan', async () => {
  const { manager: ruth, chair, support: hana } = here.server.borough.people
  const second = await addColleague({ db: here.server.db, borough: here.server.borough }, 'chair', {
    signIn: 'chair-two',
    name: 'Una Brisk',
    title: 'Conference chair',
  })
  const aria = await here.newCase()
  const held = await aria.fact('initial-conference-held', '2026-01-12', {
    data: { decision: 'child-protection-plan', categories: ['neglect'] },
  })
  const ending = `${aria.address}/plan-ended`
  const offered = offeredFor((await support.get(ending)).body, 'approvedBy')
  expect(offered.toSorted()).toEqual([ruth.post, chair.post, second.post].toSorted())
  const goesOn = { ...date('2026-04-10'), 'continues-fact': held, decision: 'continues' }
  expect((await support.write(`${aria.address}/review-conference-held`, goesOn)).status).toBe(303)
  const ends = { ...date('2026-04-14'), 'continues-fact': held, ground: 'left-uk-permanently', reasons: 'They left.' }
  expect((await support.write(ending, { ...ends, approvedBy: hana.post })).status).toBe(422)
  expect((await support.write(ending, { ...ends, approvedBy: chair.post })).status).toBe(303)
})
