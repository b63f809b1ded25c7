import { expect, test } from 'vitest'
import { smallCaseload } from '../../test/small-caseload.ts'
import { verify } from '../ledger/verify.ts'

test('a server that listens seals who looked', async () => {
  const { server, child, signedIn } = await smallCaseload()
  const { reference } = await child({ surname: 'Fenwick' })
  expect((await (await signedIn('eastworker')).get(`/case/${reference}`)).status).toBe(200)
  const { waiting } = (await verify(server.db.owner)).seals
  expect(waiting).toMatchObject([{ stream: 'reading', count: 1 }])
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  await server.app.close()
  expect((await verify(server.db.owner)).seals).toEqual({ sealed: 1, faults: [], waiting: [] })
})
