/** A system in a post that does not decide names whoever did; nobody is named whose role does not make the decision. */
import { beforeAll, expect, test } from 'vitest'
import { givenAgencies } from '../../test/given-agencies.ts'
import { type System, systemOf } from '../../test/system.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let support: System
let worker: System
beforeAll(async () => {
  here = await givenAgencies()
  const council = { agency: 'Harrowmere Council', teams: ['East team'] }
  support = await systemOf(here.server, { ...council, post: 'Scanner', role: 'business-support' })
  worker = await systemOf(here.server, { ...council, post: 'Register', role: 'social-worker' })
})

test('a decision on a referral names a post that may decide, and names one where the system’s own may not', async () => {
  const { manager, support: hana } = here.server.borough.people
  const { reference } = await here.child()
  const facts = `/api/v1/cases/${reference}/facts`
  const decided = (decidedBy?: string) => ({
    kind: 'referral-decided',
    happened: { on: '2026-04-14' },
    data: { outcome: 'early-help', ...(decidedBy ? { decidedBy: [decidedBy] } : {}) },
    narrative: { reasons: 'They ask for it.' },
  })
  const unsaid = await support.record(facts, decided())
  expect([unsaid.status, unsaid.body['errors']]).toEqual([
    422,
    [{ field: 'data.decidedBy', message: 'Select an answer: who decided' }],
  ])
  for (const system of [support, worker]) {
    const wrong = await system.record(facts, decided(hana.post))
    expect([wrong.status, wrong.body['errors']]).toEqual([
      422,
      [{ field: 'data.decidedBy', message: 'Name only posts of your agency whose role decides this, by their ids' }],
    ])
  }
  expect((await support.record(facts, decided(manager.post))).status).toBe(201)
  expect((await worker.record(facts, decided())).status).toBe(201)
})

test('the kinds say which roles decide', async () => {
  const { body } = await worker.get('/api/v1/kinds')
  const kinds = body['kinds'] as { kind: string; fields: { name: string; decides?: string[] }[] }[]
  const fields = kinds.find(({ kind }) => kind === 'referral-decided')?.fields ?? []
  expect(fields.find(({ name }) => name === 'decidedBy')?.decides).toEqual([
    'social-worker',
    'front-door',
    'team-manager',
  ])
  expect(fields.find(({ name }) => name === 'outcome')).not.toHaveProperty('decides')
})
