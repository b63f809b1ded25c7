/** Pages of a database of a million facts over HTTP: how many in a second beside an empty route, and how long at 25 a second. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import path from 'node:path'
import { million } from './million.ts'
import type { Served } from './page-server.ts'
import { doing, less, more, percentile } from './report.ts'
import type { BenchServer } from './server.ts'

const perSecond = 25
const seconds = 20
const atOnce = 4
const closedFor = 4000

type Address = (at: number) => string

export async function benchPages(server: BenchServer): Promise<void> {
  const { db, url, area } = await million(server)
  const { rows } = await db.owner.query<{ reference: string }>(
    'select reference from case_file where team_id = $1 order by md5(id::text) limit 200',
    [area.teamId],
  )
  const file: Address = at => `/case/${rows[at % rows.length]?.reference}`
  const child = fork(path.join(import.meta.dirname, 'page-server.ts'), [url], {
    stdio: ['ignore', 2, 'inherit', 'ipc'],
  })
  const [served] = (await once(child, 'message')) as [Served]
  const visitor = visitorAt(served)
  try {
    for (const [name, address] of [
      ['home page', () => '/due'],
      ['child’s file', file],
    ] as const) {
      doing(`Asking for the ${name}`)
      await visitor.inTurns(address, 1500)
      const empty = await visitor.inTurns(() => '/health', closedFor)
      more(`${name}, of an empty route’s rate`, await visitor.inTurns(address, closedFor), 'pages/s', empty)
      const { latencies, bytes } = await visitor.openLoop(address)
      less(`${name} at 25 a second, median`, percentile(latencies, 0.5), 'ms', 100)
      less(`${name} at 25 a second, p95`, percentile(latencies, 0.95), 'ms', 100)
      less(`${name}, gzip`, Math.max(...bytes) / 1024, 'KB', 30)
    }
  } finally {
    visitor.leave()
    child.send('end')
    await once(child, 'exit')
  }
}

function visitorAt({ port, cookie }: Served) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const headers = { cookie, accept: 'text/html', 'accept-encoding': 'gzip' }

  /** @returns the bytes of the answer as they came */
  const get = (address: string) =>
    new Promise<number>((resolve, reject) => {
      const asked = request({ host: 'localhost', port, path: address, agent, headers }, answer => {
        let bytes = 0
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length
        })
        answer.on('end', () =>
          answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${address} answered ${answer.statusCode}.`)),
        )
        answer.on('error', reject)
      })
      asked.on('error', reject)
      asked.end()
    })

  return {
    /** Some visitors, each asking again as soon as it is answered. @returns answers in a second */
    async inTurns(address: Address, milliseconds: number): Promise<number> {
      const started = performance.now()
      let answered = 0
      const ask = async () => {
        while (performance.now() - started < milliseconds) await get(address(answered++))
      }
      await Promise.all(Array.from({ length: atOnce }, ask))
      return answered / ((performance.now() - started) / 1000)
    },
    /** Asks at fixed times, answered or not: who waits in a queue counts from when they came. */
    async openLoop(address: Address): Promise<{ latencies: number[]; bytes: number[] }> {
      const latencies: number[] = []
      const bytes: number[] = []
      const began = performance.now()
      const asked: Promise<void>[] = []
      for (let at = 0; at < perSecond * seconds; at++) {
        const due = began + (at * 1000) / perSecond
        const wait = due - performance.now()
        if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait))
        const ask = async () => {
          bytes.push(await get(address(at)))
          latencies.push(performance.now() - due)
        }
        asked.push(ask())
      }
      await Promise.all(asked)
      return { latencies, bytes }
    },
    leave: () => agent.destroy(),
  }
}
