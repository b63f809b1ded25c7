import { expect, test } from 'vitest'
import { objectServer } from '../../test/object-server.ts'
import { testServer } from '../../test/test-server.ts'
import { putObject } from '../ledger/stored-objects.ts'
import type { ObjectStore } from '../platform/object-store.ts'

/** A server over a store in which something waits to be removed. */
async function given() {
  const objects = await objectServer()
  const server = await testServer({ env: objects.env })
  const { recorder, store } = server.ledger
  await putObject(recorder, store as ObjectStore, Buffer.from('A letter.'))
  await server.db.owner.query(`update stored_object set not_before = now() - interval '1 minute'`)
  const listensOnce = async () => {
    await server.app.listen({ port: 0, host: '127.0.0.1' })
    await server.app.close()
    return server.lines.filter(({ msg }) => msg !== 'answered')
  }
  return { objects, listensOnce }
}

test('a server that listens removes from the store what no record names, and logs how much', async () => {
  const { objects, listensOnce } = await given()
  expect(await listensOnce()).toMatchObject([{ msg: 'files removed from the store', count: 1 }])
  expect(objects.objects.size).toBe(0)
})

test('where the store refuses or keeps a version, the log says so without naming anything', async () => {
  const refusing = await given()
  refusing.objects.state.status = 403
  const [line, ...others] = await refusing.listensOnce()
  expect([line, others]).toMatchObject([{ msg: 'failed', err: { type: 'StoreFault', code: 'HTTP 403' } }, []])
  expect(JSON.stringify(line)).not.toContain([...refusing.objects.objects.keys()][0])
  const keeping = await given()
  keeping.objects.state.keepsVersions = true
  expect(await keeping.listensOnce()).toMatchObject([
    { msg: 'files removed from the store' },
    { msg: 'the store keeps versions of removed files', count: 1 },
  ])
})
