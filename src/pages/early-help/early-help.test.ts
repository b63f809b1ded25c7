import { beforeAll, expect, test } from 'vitest'
import { expectAccessible, given } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof given>>
let worker: Visitor
beforeAll(async () => {
  here = await given()
  worker = await here.signedIn('eastworker')
})

/** Early help with a plan, an aim that was scored twice, and a review. */
async function newHelp() {
  const aria = await here.newCase()
  const root = await aria.fact('early-help-need-noticed', '2026-02-02', { narrative: { seen: 'Late each Monday.' } })
  await aria.fact('early-help-agreement-asked', '2026-02-04', { about: root, data: { answer: 'agreed' } })
  await aria.fact('early-help-assessed', '2026-02-16', {
    about: root,
    data: { decision: 'plan' },
    narrative: {
      lead: 'Sam Hill, health visitor',
      needs: 'Sleep, and a mother on her own.',
      wishes: 'More time with Mum.',
    },
  })
  const plan = await aria.fact('early-help-plan-started', '2026-02-18', {
    data: { services: ['parenting'], team: [here.server.borough.agencies.school], reviewOn: '2026-04-20' },
    narrative: { aims: 'A quiet evening.' },
  })
  const aim = await aria.fact('early-help-aim-set', '2026-02-18', {
    about: plan,
    data: { score: '3', scoredBy: ['family'], scale: 'own' },
    narrative: { aim: 'In school on time' },
  })
  return { ...aria, root, plan, aim, page: `/case/${aria.reference}/early-help/${root}` }
}

test('the page shows the plan, who leads and helps, the next review, and each aim with its scores and their table', async () => {
  const { page, fact, aim, plan, reference } = await newHelp()
  await fact('early-help-aim-scored', '2026-04-10', { about: aim, data: { score: '7', scoredBy: ['child', 'family'] } })
  await fact('early-help-reviewed', '2026-04-10', {
    about: plan,
    data: { helps: 'in-part', reviewOn: '2026-06-01' },
    narrative: { note: 'Two mornings late, not five.' },
  })
  const { status, body } = await worker.get(page)
  expect(status).toBe(200)
  expectAccessible(body)
  expect(body).toMatch(/Sam Hill, health visitor[\s\S]*Family and parenting[\s\S]*1 June 2026/)
  expect(body).toMatch(/aria-label="From 3 on 18 February 2026 to 7 on 10 April 2026"/)
  expect(body).toMatch(/<b>3<\/b> then, <b>7<\/b> now: 4 better/)
  expect(body).toMatch(/<td[^>]*>10 April 2026<\/td>[\s\S]*The child, Parents or carers/)
  expect(body).toContain('Two mornings late, not five.')
  expect((await worker.get(`/case/${reference}`)).body).toMatch(/Early help[\s\S]*a plan, next review on 1 June 2026/)
})

test('a refusal stands there with what was judged of it', async () => {
  const { fact, reference } = await here.newCase()
  const root = await fact('early-help-need-noticed', '2026-04-01', { narrative: { seen: 'No coat.' } })
  const asked = await fact('early-help-agreement-asked', '2026-04-02', { about: root, data: { answer: 'refused' } })
  const page = `/case/${reference}/early-help/${root}`
  expect((await worker.get(page)).body).toContain('It is not judged yet')
  const reasons = 'He has an aunt.'
  await fact('early-help-refusal-judged', '2026-04-03', {
    about: asked,
    data: { judgement: 'can-wait' },
    narrative: { reasons },
  })
  expect((await worker.get(page)).body).toMatch(
    /The family refused, 2 April 2026[\s\S]*They will not: it is looked at again[\s\S]*He has an aunt/,
  )
})

test('nothing is there for what is no early help, and for whoever may see none of it', async () => {
  const { page, plan, reference } = await newHelp()
  for (const root of [newId(), plan])
    expect((await worker.get(`/case/${reference}/early-help/${root}`)).status).toBe(404)
  expect((await (await here.signedIn('teacher')).get(page)).status).toBe(404)
})

test('a step up begins with what early help recorded, says from whom, and is asked once', async () => {
  const { address, fact, plan } = await newHelp()
  const { body } = await worker.get(`${address}/referral-received`)
  expectAccessible(body)
  expect(body).toContain('Early help since 2 February 2026, as Harrowmere Council recorded it')
  expect(body).toMatch(/<textarea[^>]*name="reason"[^>]*>\s*Sleep, and a mother on her own\./)
  expect(body).toContain('Aim: In school on time (3 of 10 on 18 February 2026)')
  expect(body).toMatch(/<option value="5D" selected|value="5D"[^>]*checked/)
  expect(body).toMatch(/name="agency"[^>]*value="Harrowmere Council"/)
  await fact('referral-received', '2026-04-13', { data: { source: '5D' }, narrative: { reason: 'It got worse.' } })
  expect((await worker.get(`${address}/referral-received`)).body).not.toContain('What is known already')
  // Help goes on all the same, and is not enough again.
  await fact('early-help-reviewed', '2026-04-14', {
    about: plan,
    data: { helps: 'no' },
    narrative: { note: 'Out alone.' },
  })
  expect((await worker.get(`${address}/referral-received`)).body).toMatch(/name="reason"[^>]*>\s*Out alone\./)
})

test('a step down begins with why social care ended its plan', async () => {
  const { address, fact } = await here.newCase()
  const plan = await fact('child-in-need-plan-started', '2026-02-02', { narrative: { outcomes: 'A bed of her own.' } })
  await fact('child-in-need-plan-ended', '2026-04-10', {
    about: plan,
    data: { because: 'early-help' },
    narrative: { reasons: 'The school goes on with breakfast club.' },
  })
  const { body } = await worker.get(`${address}/early-help-need-noticed`)
  expect(body).toMatch(/The child in need plan ended on 10 April 2026, as Harrowmere Council recorded it/)
  expect(body).toMatch(/name="seen"[^>]*>[\s\S]*breakfast club\.\s*A bed of her own/)
})
