/** A whole server over a fresh database and the small borough, with a clock that a test can move. */
import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import axe from 'axe-core'
import { guidanceOf } from '../src/engine/guidance.ts'
import type { Command } from '../src/ledger/command.ts'
import type { Ledger } from '../src/ledger/ledger.ts'
import { record } from '../src/ledger/record.ts'
import type { Route } from '../src/pages/pipeline/page.ts'
import { londonDay } from '../src/platform/clock.ts'
import { type Config, readConfig } from '../src/platform/config.ts'
import type { Database } from '../src/platform/database.ts'
import { newId } from '../src/platform/identifier.ts'
import { createLog } from '../src/platform/log.ts'
import { objectStore } from '../src/platform/object-store.ts'
import { childBorn, people } from '../src/procedures/people.ts'
import { buildServer } from '../src/server.ts'
import { freshDatabase } from './fresh-database.ts'
import { smallBorough } from './small-borough.ts'
import { visitorOf } from './visitor.ts'
import { whenDone } from './when-done.ts'

export interface TestServerSettings {
  readonly routes?: readonly Route[]
  readonly env?: Record<string, string>
  readonly guidance?: Ledger['guidance']
  readonly largestFile?: number
}

/** A port that nobody listens on, for a server whose address must be known before it listens. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

export type TestServer = Awaited<ReturnType<typeof testServer>>
type Who = keyof Awaited<ReturnType<typeof smallBorough>>['people']

/** Where a browser finds the accessibility checker, which it keeps: sent with each page it would take longer than it runs. */
export const checkerAddress = '/accessibility-checker.js'

/** The site map has no such page: it is answered before anything else is asked. */
function serveChecker(server: Server): void {
  const listeners = server.listeners('request')
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    if (request.url === checkerAddress) {
      const headers = { 'content-type': 'text/javascript', 'cache-control': 'max-age=3600' }
      response.writeHead(200, headers).end(axe.source)
    } else for (const listener of listeners) listener.call(server, request, response)
  })
}

/** The server, its parts, and the lines of its log as they were written. */
export async function testServer({
  routes,
  env = {},
  guidance = guidanceOf([people], { birth: childBorn }),
  largestFile,
}: TestServerSettings = {}) {
  const db: Database = await freshDatabase()
  const borough = await smallBorough(db)
  const clock = { instant: Date.now() }
  const config: Config = readConfig({ PUBLIC_URL: 'http://localhost', ...env })
  const ledger: Ledger = {
    recorder: db.recorder,
    guidance,
    carries: new Map(),
    now: () => clock.instant,
    dayOf: londonDay,
    ...(config.store && { store: objectStore(config.store) }),
  }
  const lines: Record<string, unknown>[] = []
  const log = createLog('info', { write: line => void lines.push(JSON.parse(line) as Record<string, unknown>) })
  const app = await buildServer({
    config,
    db,
    ledger,
    log,
    ...(routes ? { routes } : {}),
    ...(largestFile ? { largestFile } : {}),
  })
  serveChecker(app.server)
  const recordAs = (who: Who, command: Pick<Command, 'acts'> & Partial<Command>) => {
    const { post, agency } = borough.people[who]
    return record(ledger, {
      areaId: borough.area,
      submissionId: newId(),
      by: { postId: post, agencyId: agency },
      ...command,
    })
  }
  whenDone(() => app.close())
  return {
    app,
    db,
    ledger,
    borough,
    clock,
    lines,
    config,
    record: recordAs,
    visitor: (address?: string) => visitorOf(app, new URL(config.publicUrl).host, address),
  }
}
