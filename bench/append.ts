/**
 * Appending by eight clients, reads included, against the literal SQL of the same appends replayed raw on a copy of the same
 * database. Cases have a median of 30 facts and a 95th percentile of 300.
 */
import type { PoolClient, QueryConfig } from 'pg'
import type { Command } from '../src/ledger/command.ts'
import { record, recordMany } from '../src/ledger/record.ts'
import { newId } from '../src/platform/identifier.ts'
import { caseLength, openingOf, random } from './dataset.ts'
import { doing, less, more, percentile } from './report.ts'
import { type BenchServer, benchArea, ledgerOf } from './server.ts'

const clients = 8
const cases = 320
const appendsOfEach = 150
/** What each client does before the clock starts: a process that serves is warm, and so are its connections, which are as old as it. */
const warmingOfEach = 25
const rounds = 3

type Statement = string | QueryConfig

export async function benchAppend(server: BenchServer): Promise<void> {
  doing('Appending by eight clients')
  const base = await server.create()
  const area = await benchArea(base.db)
  const next = random(11)
  const openings = Array.from({ length: cases }, () => openingOf(area, caseLength(next), next, '2022-03-07'))
  for (let at = 0; at < cases; at += 40) await recordMany(ledgerOf(base.db), openings.slice(at, at + 40))
  await base.db.close()
  const work = workOf(
    openings.map(one => one.opens?.[0]?.id ?? ''),
    area,
  )
  const ours: number[] = []
  const raw: number[] = []
  const latencies: number[] = []
  // A process that serves is warm.
  await runOurs(server, base.name, work)
  for (let round = 0; round < rounds; round++) {
    const measured = await runOurs(server, base.name, work)
    ours.push(measured.perSecond)
    latencies.push(...measured.latencies)
  }
  // After all of ours: no process that serves has every statement that it ever sent in its memory.
  for (let round = 0; round < rounds; round++)
    raw.push((await replay(server, base.name, await capture(server, base.name, work))).perSecond)
  const peer = percentile(raw, 0.5)
  more('append by 8 clients, of raw SQL’s rate', percentile(ours, 0.5), 'facts/s', peer)
  less('append by 8 clients, p95', percentile(latencies, 0.95), 'ms', 25)
}

/**
 * For each client its commands: a visit on one case after the other. Each has cases of its own, so that a statement replayed in
 * another order than it was captured in finds the rows that it expects.
 */
function workOf(caseIds: readonly string[], { areaId, agencyId }: { areaId: string; agencyId: string }): Command[][] {
  const next = random(23)
  return Array.from({ length: clients }, (_client, who) =>
    Array.from({ length: warmingOfEach + appendsOfEach }, (): Command => {
      const caseId = caseIds[Math.floor((next() * caseIds.length) / clients) * clients + who] ?? ''
      const happened = { from: '2026-03-09', to: '2026-03-09', certainty: 'day', at: null } as const
      const act = {
        act: 'record',
        caseId,
        kind: 'child-seen',
        happened,
        data: { alone: true, where: 'home' },
        narrative: { wishes: 'Drew the house and named who lives there.' },
      } as const
      return { areaId, submissionId: newId(), by: { postId: null, agencyId }, acts: [act] }
    }),
  )
}

async function runOurs(server: BenchServer, base: string, work: readonly Command[][]) {
  const { db } = await server.create(base)
  const ledger = ledgerOf(db)
  let latencies: number[] = []
  const run = (from: number, to?: number) =>
    Promise.all(
      work.map(async commands => {
        for (const command of commands.slice(from, to)) {
          const before = performance.now()
          await record(ledger, { ...command, submissionId: newId() })
          latencies.push(performance.now() - before)
        }
      }),
    )
  await run(0, warmingOfEach)
  latencies = []
  const started = performance.now()
  await run(warmingOfEach)
  const seconds = (performance.now() - started) / 1000
  await db.close()
  return { perSecond: (clients * appendsOfEach) / seconds, latencies }
}

/** The statements, with their values, that each client's appends send: one client after the other, so that none waits. */
async function capture(server: BenchServer, base: string, work: readonly Command[][]): Promise<Statement[][][]> {
  const { db } = await server.create(base)
  const scripts: Statement[][][] = []
  const client = await db.recorder.connect()
  let sent: Statement[] = []
  const recorder = {
    connect: async () => spying(client, statement => sent.push(statement)),
  }
  const ledger = { ...ledgerOf(db), recorder: recorder as never }
  // Clients take turns, as they do when they run together, so that each statement finds the numbers it expects.
  for (const commands of work) scripts.push(commands.map(() => []))
  for (let at = 0; at < warmingOfEach + appendsOfEach; at++) {
    for (const [who, commands] of work.entries()) {
      sent = []
      await record(ledger, { ...(commands[at] as Command), submissionId: newId() })
      ;(scripts[who] as Statement[][])[at] = sent
    }
  }
  client.release()
  await db.close()
  return scripts
}

function spying(client: PoolClient, onQuery: (statement: Statement) => void): PoolClient {
  return new Proxy(client, {
    get(target, name) {
      if (name === 'release') return () => undefined
      const value = Reflect.get(target, name) as unknown
      if (name !== 'query') return typeof value === 'function' ? value.bind(target) : value
      return (statement: Statement, values?: unknown[]) => {
        onQuery(values && typeof statement === 'string' ? { text: statement, values } : statement)
        return target.query(statement as string, values as never)
      }
    },
  })
}

async function replay(server: BenchServer, base: string, scripts: readonly Statement[][][]) {
  const { db } = await server.create(base)
  const connections = await Promise.all(scripts.map(() => db.recorder.connect()))
  const run = (from: number, to?: number) =>
    Promise.all(
      scripts.map(async (script, who) => {
        const client = connections[who] as PoolClient
        for (const statements of script.slice(from, to))
          for (const statement of statements) await client.query(statement as string)
      }),
    )
  await run(0, warmingOfEach)
  const started = performance.now()
  await run(warmingOfEach)
  const seconds = (performance.now() - started) / 1000
  for (const client of connections) client.release()
  await db.close()
  return { perSecond: (clients * appendsOfEach) / seconds }
}
