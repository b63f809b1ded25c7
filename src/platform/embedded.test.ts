import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openPool } from './database.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'

// A folder that only we may enter, and so deep that a socket in it would have too long a path.
const privateFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'goldthread-embedded-'))
const data = path.join(privateFolder, 'deep'.repeat(20), "a quote's folder")
const folders = new Set<string>()

afterAll(() => {
  for (const folder of folders) fs.rmSync(path.dirname(folder), { recursive: true, force: true })
  fs.rmSync(privateFolder, { recursive: true, force: true })
})

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbedded({ data })
  folders.add(server.folder)
  return server
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const pool = openPool(url, 1)
  try {
    return (await pool.query(sql)).rows
  } finally {
    await pool.end()
  }
}

const isServing = (server: EmbeddedServer) =>
  query(server.url, 'select 1').then(
    () => true,
    () => false,
  )

function postmaster(server: EmbeddedServer): number {
  return Number(fs.readFileSync(path.join(server.folder, 'postmaster.pid'), 'utf8').split('\n')[0])
}

test('starts where the database cannot enter the folder, keeps safe on disk, and opens no network port', async () => {
  const server = await start()
  expect(server.adopted).toBe(false)
  const [settings] = await query(
    server.url,
    `select current_setting('fsync') as fsync, current_setting('listen_addresses') as listens,
            (select rolsuper from pg_roles where rolname = current_user) as powerful`,
  )
  expect(settings).toEqual({ fsync: 'on', listens: '', powerful: false })
  await query(server.url, 'create table kept (day date); insert into kept values (current_date)')
  await server.stop()
  expect(await isServing(server)).toBe(false)
})

test('two that start at once share one server, and the last to let go stops it', async () => {
  const [one, other] = await Promise.all([start(), start()])
  expect([one.adopted, other.adopted].toSorted()).toEqual([false, true])
  await one.stop()
  expect(await isServing(other)).toBe(true)
  await other.stop()
  expect(await isServing(other)).toBe(false)
})

test('the server of a killed process is adopted', async () => {
  const script = `import { startEmbedded } from ${JSON.stringify(path.join(import.meta.dirname, 'embedded.ts'))}
    await startEmbedded({ data: process.argv[1] }); console.log('started')`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script, data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const server = await start()
  expect(server.adopted).toBe(true)
  await server.stop()
  expect(await isServing(server)).toBe(false)
})

test('after the server itself was killed it starts again with what was kept', async () => {
  const killed = await start()
  process.kill(postmaster(killed), 'SIGKILL')
  const server = await start()
  expect(await query(server.url, 'select count(*) from kept')).toEqual([{ count: 1 }])
  await server.stop()
})

test('a throwaway server leaves nothing behind', async () => {
  const server = await startEmbedded({ throwaway: true })
  expect(await isServing(server)).toBe(true)
  await server.stop()
  expect(fs.existsSync(server.folder)).toBe(false)
})

test('the programs come from PGBIN where it is set', () => {
  const env = { ...process.env, PGBIN: path.join(privateFolder, 'nowhere') }
  const script = `import { startEmbedded } from ${JSON.stringify(path.join(import.meta.dirname, 'embedded.ts'))}
    await startEmbedded({ data: ${JSON.stringify(data)} }).catch(error => console.log(error.message))`
  const told = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], { env })
  expect(String(told)).toContain('set DATABASE_URL')
})
