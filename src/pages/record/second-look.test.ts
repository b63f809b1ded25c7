import { beforeAll, expect, test } from 'vitest'
import { date, expectAccessible, given } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'

let here: Awaited<ReturnType<typeof given>>
let worker: Visitor
let manager: Visitor
beforeAll(async () => {
  here = await given()
  worker = await here.signedIn('eastworker')
  manager = await here.signedIn('manager')
})

/** Whether a question of a form offers a post. */
function offers(html: string, question: string, post: string): boolean {
  const [, list = ''] = new RegExp(`<select[^>]*name="${question}"[^>]*>([\\s\\S]*?)</select>`).exec(html) ?? []
  return list.includes(`value="${post}"`)
}

test('whoever proposes a decision neither asks themselves for the second look nor takes it; somebody else does', async () => {
  const { eastWorker, manager: ruth } = here.server.borough.people
  const aria = await here.newCase()
  const referral = await aria.fact('referral-received', '2026-04-13', { narrative: { reason: 'Marks on both arms' } })
  const proposing = `${aria.address}/referral-decision-proposed`
  const { body } = await worker.get(proposing)
  expect(offers(body, 'secondLook', eastWorker.post)).toBe(false)
  expect(offers(body, 'secondLook', ruth.post)).toBe(true)
  expect(offers(body, 'proposedBy', eastWorker.post)).toBe(true)
  const proposal = {
    ...date('2026-04-14'),
    'case-seen': '2',
    'continues-fact': referral,
    outcome: 'early-help',
    reasons: 'They ask for it.',
  }
  const oneself = await worker.write(proposing, { ...proposal, secondLook: eastWorker.post })
  expect([oneself.status, oneself.body]).toEqual([
    422,
    expect.stringContaining('Select somebody else: whoever proposes a decision does not take the second look at it'),
  ])
  expectAccessible(oneself.body)
  // Where it is recorded for a colleague, it is the colleague who proposes.
  const forRuth = { ...proposal, proposedBy: ruth.post, secondLook: ruth.post }
  expect((await worker.write(proposing, forRuth)).status).toBe(422)
  expect((await worker.write(proposing, { ...proposal, secondLook: ruth.post })).status).toBe(303)

  const [proposed] = (
    await here.server.db.owner.query(
      `select root from fact where case_id = $1 and kind = 'referral-decision-proposed'`,
      [aria.id],
    )
  ).rows
  const looking = `${aria.address}/referral-decision-looked-at`
  expect(offers((await worker.get(looking)).body, 'lookedBy', eastWorker.post)).toBe(false)
  const look = {
    ...date('2026-04-14'),
    'case-seen': '3',
    'continues-fact': proposed.root,
    view: 'agrees',
    reasons: 'Yes.',
  }
  for (const more of [{}, { lookedBy: eastWorker.post }]) {
    const own = await worker.write(looking, { ...look, ...more })
    expect([own.status, own.body]).toEqual([422, expect.stringContaining('Select somebody else who looked')])
  }
  expect((await worker.write(looking, { ...look, lookedBy: ruth.post })).status).toBe(303)
  expect((await manager.get(`${aria.address}/referral-decided`)).body).toContain('<b>Ruth Calloway</b> agrees')
})

test('one that came into the record all the same does not stand beside the proposal', async () => {
  const aria = await here.newCase()
  const referral = await aria.fact('referral-received', '2026-04-13', { narrative: { reason: 'Marks on both arms' } })
  const secondLook = [here.server.borough.people.manager.post]
  const about = await aria.fact('referral-decision-proposed', '2026-04-14', {
    about: referral,
    data: { outcome: 'early-help', secondLook },
    narrative: { reasons: 'They ask for it.' },
  })
  await aria.fact('referral-decision-looked-at', '2026-04-14', {
    about,
    data: { view: 'agrees' },
    narrative: { reasons: 'I think so still.' },
  })
  const { body } = await manager.get(`${aria.address}/referral-decided`)
  expect(body).not.toContain('<b>Amira Osei</b> agrees')
  expect(body).toContain('Ruth Calloway is asked for a second look. There is none yet.')
})
