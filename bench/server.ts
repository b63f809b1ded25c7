/** A database for a bench: a server of its own, thrown away afterwards, that keeps what it is told as a real one does. */
import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { carries } from '../src/exchange/formats.ts'
import { londonDay } from '../src/guidance/london.ts'
import type { Ledger } from '../src/ledger/ledger.ts'
import { addAgency, addArea, addHolder, addPost, addPractitioner } from '../src/people/establishment.ts'
import { type Context, type Database, openDatabase, openPool, transaction } from '../src/platform/database.ts'
import { startEmbedded } from '../src/platform/embedded.ts'
import { newId } from '../src/platform/identifier.ts'
import { migrate } from '../src/platform/migrate.ts'
import { guidance } from '../src/procedures/index.ts'
import type { CaseOf } from './dataset.ts'

export interface BenchServer {
  /** A new database, migrated; or a copy of another one, which nobody may have open. */
  create(copyOf?: string): Promise<{ db: Database; url: string; name: string }>
  stop(): Promise<void>
}

/** Starts a server. Its data lies where data lies, not in memory, and is synced. */
export async function benchServer(): Promise<BenchServer> {
  const data = path.join(tmpdir(), `goldthread-bench-${process.pid}`)
  const server = await startEmbedded({ data })
  const admin = openPool(server.url, 1)
  return {
    async create(copyOf) {
      const name = `bench_${randomBytes(4).toString('hex')}`
      await admin.query(`create database ${name}${copyOf ? ` template ${copyOf}` : ''}`)
      const url = server.url.replace('/goldthread?', `/${name}?`)
      const db = await openDatabase({ databaseUrl: url, roleUrls: {}, data: undefined })
      if (!copyOf) await migrate(db.owner)
      return { db, url, name }
    },
    async stop() {
      await admin.end()
      await server.stop()
      // Where the server's user may not enter the folder, it holds the name of another one.
      const elsewhere = await readFile(path.join(data, 'database-is-in'), 'utf8').catch(() => '')
      for (const folder of [elsewhere.trim(), data]) if (folder) await rm(folder, { recursive: true, force: true })
    },
  }
}

export function ledgerOf(db: Database): Ledger {
  return { recorder: db.recorder, guidance, carries, now: Date.now, dayOf: londonDay }
}

export interface BenchArea extends CaseOf {
  readonly teams: readonly string[]
  /** The group of those who see every ordinary file. */
  readonly frontDoor: string
  /** A worker of the first team. */
  readonly worker: { readonly post: string; readonly agency: string; readonly practitioner: string }
}

/** An area with an authority of twenty teams and one worker in the first. */
export async function benchArea(db: Database): Promise<BenchArea> {
  const [areaId, agencyId, practitioner, post, frontDoor] = [newId(), newId(), newId(), newId(), newId()]
  const teams = Array.from({ length: 20 }, newId)
  await transaction(db.recorder, async client => {
    await addArea(client, {
      id: areaId,
      kind: 'authority',
      name: 'Benchmere',
      codes: [{ scheme: 'dfe', code: '999', from: '2009-01-01' }],
    })
    await addAgency(client, { id: agencyId, kind: 'local-authority', name: 'Benchmere Council' }, [areaId], true)
    for (const [at, id] of teams.entries())
      await addHolder(client, { id, agencyId, areaId, kind: 'team', name: `Team ${at + 1}` })
    await addHolder(client, {
      id: frontDoor,
      agencyId,
      areaId,
      kind: 'role',
      name: 'Front door',
      purpose: 'front-door',
    })
    await addPractitioner(client, { id: practitioner, signIn: 'worker', name: 'Alex Bench' })
    const [first = ''] = teams
    await addPost(client, {
      id: post,
      practitionerId: practitioner,
      agencyId,
      role: 'social-worker',
      title: 'Social worker',
      areaIds: [areaId],
      holderIds: [first],
      from: 0,
    })
  })
  const worker = { post, agency: agencyId, practitioner }
  return { areaId, agencyId, teamId: teams[0] ?? '', teams, frontDoor, worker }
}

interface NewReader {
  readonly area: BenchArea
  readonly agency: string
  readonly role: string
  readonly holders: readonly string[]
}

/** Somebody who reads in a new post. */
export async function addReader({ recorder }: Database, { area, agency, role, holders }: NewReader): Promise<Context> {
  const [practitioner, post] = [newId(), newId()]
  await transaction(recorder, async client => {
    await addPractitioner(client, { id: practitioner, signIn: role, name: 'Sam Bench' })
    await addPost(client, {
      id: post,
      practitionerId: practitioner,
      agencyId: agency,
      role,
      title: role,
      areaIds: [area.areaId],
      holderIds: holders,
      from: 0,
    })
  })
  return { practitioner, post, agency }
}
