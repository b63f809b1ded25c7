import { expect, test } from 'vitest'
import { given } from '../../test/given-case.ts'
import { approveRedaction, askRedaction } from '../ledger/redact.ts'
import { newId } from '../platform/identifier.ts'

test('a server that listens takes away what waits', async () => {
  const { server, newCase } = await given()
  const { area, people } = server.borough
  const by = (who: 'eastWorker' | 'manager') => ({ postId: people[who].post, agencyId: people[who].agency })
  const aria = await newCase()
  const root = await aria.fact('referral-received', '2026-04-02', {
    narrative: { reason: 'It was the boy next door.' },
  })
  const to = { areaId: area, caseId: aria.id }
  const which = { part: 'said', field: 'reason', passage: null } as const
  const asking = { ...to, submissionId: newId(), by: by('eastWorker'), root, which, why: 'x' }
  const { ids } = await askRedaction(server.ledger, { ...asking, ground: 'somebody-else' })
  await approveRedaction(server.ledger, { ...to, submissionId: newId(), by: by('manager'), asked: ids[0] as string })
  const texts = async () =>
    (await server.db.owner.query<{ text: string | null }>('select text from narrative where fact_id = $1', [root])).rows
  expect(await texts()).toEqual([{ text: 'It was the boy next door.' }])
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  await server.app.close()
  expect(await texts()).toEqual([{ text: null }])
})
