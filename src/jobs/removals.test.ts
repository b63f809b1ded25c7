import { expect, test } from 'vitest'
import { given } from '../../test/given-case.ts'
import { approveRedaction, askRedaction } from '../ledger/redact.ts'
import { finishRemovals } from '../ledger/removals.ts'
import { newId } from '../platform/identifier.ts'

/** Children of whose referrals the words wait to be taken away. */
async function givenWaiting(surnames: readonly string[]) {
  const { server, newCase } = await given()
  const { area, people } = server.borough
  const by = (who: 'eastWorker' | 'manager') => ({ postId: people[who].post, agencyId: people[who].agency })
  const roots: string[] = []
  for (const surname of surnames) {
    const child = await newCase(surname)
    const root = await child.fact('referral-received', '2026-04-02', {
      narrative: { reason: 'It was the boy next door.' },
    })
    const to = { areaId: area, caseId: child.id }
    const which = { part: 'said', field: 'reason', passage: null } as const
    const asking = { ...to, submissionId: newId(), by: by('eastWorker'), root, which, why: 'x' }
    const { ids } = await askRedaction(server.ledger, { ...asking, ground: 'somebody-else' })
    await approveRedaction(server.ledger, { ...to, submissionId: newId(), by: by('manager'), asked: ids[0] as string })
    roots.push(root)
  }
  const left = async () =>
    (
      await server.db.owner.query<{ text: string }>(
        'select text from narrative where fact_id = any($1) and text is not null',
        [roots],
      )
    ).rows.map(({ text }) => text)
  return { server, left }
}

test('a server that listens takes away what waits', async () => {
  const { server, left } = await givenWaiting(['Fenwick'])
  expect(await left()).toEqual(['It was the boy next door.'])
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  await server.app.close()
  expect(await left()).toEqual([])
})

test('told to stop, it ends with the case in hand and leaves the rest', async () => {
  const { server, left } = await givenWaiting(['Fenwick', 'Harrow', 'Lindqvist'])
  expect(await finishRemovals(server.db, () => true)).toBe(1)
  expect(await left()).toHaveLength(2)
  expect(await finishRemovals(server.db)).toBe(2)
  expect(await left()).toEqual([])
})
