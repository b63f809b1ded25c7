import { expect, test } from 'vitest'
import { objectServer } from '../../test/object-server.ts'
import { readConfig } from './config.ts'
import { objectStore } from './object-store.ts'

const key = '0f6f7b2e-8a44-4f0e-9a53-1f0b7a3a5a11'
const bytes = Buffer.from('%PDF-1.7 \u00ff a letter')

/** A store at the test's server, with settings of its own. */
async function given(env: Record<string, string> = {}, longest?: number) {
  const server = await objectServer()
  const { store } = readConfig({ ...server.env, ...env })
  if (!store) throw new Error('No store is set.')
  return { server, store: objectStore(store, longest) }
}

test('what is put is got back byte for byte, no more of it than asked for, until it is removed', async () => {
  const { server, store } = await given()
  await store.put(key, bytes)
  expect(server.objects.get(key)?.equals(bytes)).toBe(true)
  expect((await store.get(key, 1_000))?.equals(bytes)).toBe(true)
  expect((await store.get(key, 4))?.toString()).toBe('%PDF')
  expect(await store.remove(key)).toEqual({ isKept: false })
  expect(server.objects.size).toBe(0)
  expect(await store.get(key, 1_000)).toBeUndefined()
  expect(await store.remove(key)).toEqual({ isKept: false })
})

test('twenty megabytes go there and back', async () => {
  const { store } = await given()
  const large = Buffer.alloc(20 * 1024 * 1024, 7)
  await store.put(key, large)
  expect((await store.get(key, large.length + 1))?.equals(large)).toBe(true)
})

test.for([
  ['another secret', { S3_SECRET_ACCESS_KEY: 'not-the-secret' }],
  ['another key', { S3_ACCESS_KEY_ID: 'somebody-else' }],
  ['another region', { S3_REGION: 'eu-west-1' }],
] as const)('with %s the store refuses whatever is asked', async ([, env]) => {
  const { server, store } = await given(env)
  server.objects.set(key, bytes)
  for (const ask of [() => store.put(key, bytes), () => store.get(key, 10), () => store.remove(key)])
    await expect(ask()).rejects.toMatchObject({ name: 'StoreFault', code: 'HTTP 403' })
  expect(server.objects.size).toBe(1)
})

test('a store that does not answer, or answers too late, is a fault whose code says so; the fault holds no address and no secret', async () => {
  const { server, store } = await given()
  server.state.isDown = true
  const fault = await store.get(key, 10).catch((error: Error) => error)
  expect(fault).toMatchObject({ name: 'StoreFault' })
  expect(JSON.stringify([fault, (fault as Error).message, (fault as Error).stack])).not.toMatch(
    /127\.0\.0\.1|only\/for/,
  )
  const late = await given({}, 1)
  await expect(late.store.put(key, Buffer.alloc(5_000_000))).rejects.toMatchObject({ code: 'TimeoutError' })
})

test('a bucket that is not there is a fault, not a missing object', async () => {
  const server = await objectServer()
  const { store } = readConfig({ ...server.env, GOLDTHREAD_FILES_S3: `${server.host}/elsewhere/` })
  const away = objectStore(store as NonNullable<typeof store>)
  await expect(away.get(key, 10)).rejects.toMatchObject({ code: 'HTTP 404' })
  await expect(away.remove(key)).rejects.toMatchObject({ code: 'HTTP 404' })
})

test('where the store keeps a version of what it removes, it says so', async () => {
  const { server, store } = await given()
  server.state.keepsVersions = true
  await store.put(key, bytes)
  expect(await store.remove(key)).toEqual({ isKept: true })
})
