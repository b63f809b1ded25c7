/** Serves the pages of a bench database over HTTP on loopback, with somebody signed in; ends when it is told to. */
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { readConfig } from '../src/platform/config.ts'
import { openDatabase } from '../src/platform/database.ts'
import { createLog } from '../src/platform/log.ts'
import { buildServer } from '../src/server.ts'
import { visitorOf } from '../test/visitor.ts'
import { ledgerOf } from './server.ts'

/** What is told to the one that asks the pages. */
export interface Served {
  readonly port: number
  readonly cookie: string
}

const [databaseUrl = ''] = process.argv.slice(2)
const probe = createServer().listen(0, '127.0.0.1')
await once(probe, 'listening')
const { port } = probe.address() as AddressInfo
probe.close()
const db = await openDatabase({ databaseUrl })
const config = readConfig({ PUBLIC_URL: `http://localhost:${port}`, PORT: String(port) })
const app = await buildServer({ config, db, ledger: ledgerOf(db), log: createLog('warn') })
const visitor = visitorOf(app, `localhost:${port}`)
await visitor.signIn('worker')
await app.listen({ port, host: 'localhost' })
process.send?.({ port, cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ') })
await once(process, 'message')
await app.close()
await db.close()
process.disconnect()
