// The embedded database: a real PostgreSQL server on a private socket, started by the first process that needs it
// and stopped by the last. It survives the killing of anything.

import { execFile, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import {
  adoptClusterFolder,
  asDatabaseUser,
  type DatabaseUser,
  prepareFolder,
  readableBinaries,
  shortName,
} from './embedded-folders.ts'
import { withLock } from './lock.ts'

const run = promisify(execFile)

const owner = 'goldthread'
const leaseName = 'goldthread lease'
const port = 5432

export interface EmbeddedOptions {
  /** The data folder; none means the default one. */
  readonly data?: string | undefined
  /** For tests: quick rather than safe, in memory where it can be, gone when this process ends. */
  readonly throwaway?: boolean
}

export interface EmbeddedServer {
  /** The owner's connection URL of the database `goldthread`. */
  readonly url: string
  /** A superuser's connection URL: for making test databases, never for serving. */
  readonly superuserUrl: string
  /** Whether the server was already running. */
  readonly adopted: boolean
  /** The folder of the cluster. */
  readonly folder: string
  /** Lets go of the server; the last process to let go stops it. */
  stop(): Promise<void>
}

interface Cluster {
  readonly binaries: string
  readonly user: DatabaseUser
  readonly folder: string
  readonly socket: string
  readonly throwaway: boolean
}

/** Starts the embedded server, or adopts the one that already serves this data folder. */
export async function startEmbedded({ data, throwaway = false }: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const user = asDatabaseUser()
  const binaries = readableBinaries(user)
  const { stdout } = await run(path.join(binaries, 'postgres'), ['--version'], { ...user, cwd: '/' })
  const major = / (\d+)/.exec(stdout)?.[1] ?? 'unknown'
  const folder = path.join(adoptClusterFolder(data, throwaway, user), `postgresql-${major}`)
  const cluster = { binaries, user, folder, socket: socketFolder(folder, user), throwaway }
  return withLock(`${folder}.lock`, async () => {
    await initialise(cluster)
    const running = await takeLease(cluster)
    const lease = running ?? (await start(cluster))
    await makeOwner(lease)
    const watchdog = throwaway ? setWatchdog(cluster) : undefined
    return {
      url: connectionUrl(cluster, owner, owner),
      superuserUrl: connectionUrl(cluster, 'postgres', 'postgres'),
      adopted: running !== undefined,
      folder,
      stop: () => (watchdog ? watchdog(lease) : letGo(cluster, lease)),
    }
  })
}

function connectionUrl({ socket }: Cluster, user: string, database: string): string {
  return `postgresql://${user}@/${database}?host=${encodeURIComponent(socket)}&port=${port}`
}

/** A socket's path may be 107 bytes long at most: a deep data folder gets a socket of its own elsewhere. */
function socketFolder(folder: string, user: DatabaseUser): string {
  const beside = path.join(path.dirname(folder), 'socket')
  const socket = Buffer.byteLength(beside) <= 85 ? beside : path.join(os.tmpdir(), `goldthread-${shortName(folder)}`)
  prepareFolder(socket, user)
  return socket
}

/** Makes the cluster in one step: a half-made one is never taken for a cluster. */
async function initialise({ binaries, user, folder }: Cluster): Promise<void> {
  if (fs.existsSync(path.join(folder, 'PG_VERSION'))) return
  const halfMade = `${folder}.new`
  fs.rmSync(halfMade, { recursive: true, force: true })
  const options = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums']
  await runTool(binaries, user, 'initdb', [`--pgdata=${halfMade}`, ...options])
  fs.renameSync(halfMade, folder)
}

/** Settings for a machine of two cores. Statements that fail are not logged: they may quote a person's data. */
function settings({ socket, throwaway }: Cluster): string {
  const quote = (text: string) => `'${text.replaceAll("'", "''")}'`
  const lines = [
    '# Written anew at each start. Changes belong in ALTER SYSTEM.',
    "listen_addresses = ''",
    `unix_socket_directories = ${quote(socket)}`,
    'unix_socket_permissions = 0700',
    `port = ${port}`,
    'max_connections = 300',
    'shared_buffers = 256MB',
    'work_mem = 16MB',
    'maintenance_work_mem = 128MB',
    'effective_cache_size = 1GB',
    'random_page_cost = 1.1',
    'max_parallel_workers_per_gather = 0',
    'max_wal_size = 2GB',
    'checkpoint_timeout = 15min',
    'jit = off',
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    'log_error_verbosity = terse',
    'log_min_error_statement = panic',
    'log_parameter_max_length_on_error = 0',
  ]
  // What is thrown away need not outlast a fall of the machine, and is too small to be planned for anew with each question.
  if (throwaway) {
    lines.push('fsync = off', 'synchronous_commit = off', 'full_page_writes = off')
    lines.push('plan_cache_mode = force_generic_plan')
  }
  return `${lines.join('\n')}\n`
}

/** Starts the server and takes the first lease. After a kill -9 the old process may linger: try again, do not fail. */
async function start(cluster: Cluster): Promise<pg.Client> {
  const { binaries, user, folder } = cluster
  const log = `${folder}.log`
  fs.writeFileSync(path.join(folder, 'postgresql.conf'), settings(cluster))
  for (let attempt = 1; ; attempt++) {
    try {
      await runTool(binaries, user, 'pg_ctl', ['start', '-D', folder, '-w', '-t', '60', '-s', '-l', log])
    } catch (error) {
      const lease = await takeLease(cluster)
      if (lease) return lease
      if (attempt < 40) {
        await sleep(250)
        continue
      }
      throw new Error(`The embedded database did not start; its log is ${log}.`, { cause: error })
    }
    const lease = await takeLease(cluster)
    if (lease) return lease
  }
}

/**
 * A connection that says "I use this server", or undefined when nothing serves.
 * The kernel closes it when its process dies, so no lease is ever left behind.
 */
async function takeLease(cluster: Cluster): Promise<pg.Client | undefined> {
  for (let attempt = 1; ; attempt++) {
    const lease = new pg.Client({
      connectionString: connectionUrl(cluster, 'postgres', 'postgres'),
      application_name: leaseName,
    })
    lease.on('error', () => undefined) // the server went away: whoever works with it will be told
    try {
      await lease.connect()
      return lease
    } catch (error) {
      const { code } = error as { code?: string }
      if (code === 'ENOENT' || code === 'ECONNREFUSED') return undefined
      const startingOrStopping = code === '57P03' || code === 'ECONNRESET'
      if (!startingOrStopping || attempt === 120) throw error
      await sleep(250)
    }
  }
}

/** The owner is no superuser, as it would not be on a server of somebody else. */
async function makeOwner(lease: pg.Client): Promise<void> {
  const { rows: roles } = await lease.query('select from pg_roles where rolname = $1', [owner])
  if (roles.length === 0) await lease.query(`create role ${owner} login createdb createrole`)
  const { rows: databases } = await lease.query('select from pg_database where datname = $1', [owner])
  if (databases.length === 0) await lease.query(`create database ${owner} owner ${owner}`)
}

async function letGo(cluster: Cluster, lease: pg.Client): Promise<void> {
  await withLock(`${cluster.folder}.lock`, async () => {
    const others = await lease
      .query(`select from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()`, [leaseName])
      .catch(() => undefined) // it is not serving any more
    await lease.end().catch(() => undefined)
    if (others?.rowCount !== 0) return
    await runTool(cluster.binaries, cluster.user, 'pg_ctl', ['stop', '-D', cluster.folder, '-m', 'fast', '-w', '-s'])
    fs.rmSync(cluster.socket, { recursive: true, force: true })
  })
}

/** Watches a pipe from this process: when it closes, however we end, the server is stopped and its folder removed. */
function setWatchdog({ binaries, user, folder, socket }: Cluster): (lease: pg.Client) => Promise<void> {
  const script = 'cat >/dev/null; "$1" stop -D "$2" -m immediate -s; rm -rf "$3" "$4"'
  const pgCtl = path.join(binaries, 'pg_ctl')
  const watchdog = spawn('/bin/sh', ['-c', script, 'sh', pgCtl, folder, path.dirname(folder), socket], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watchdog.unref()
  ;(watchdog.stdin as unknown as { unref(): void }).unref()
  return async lease => {
    await lease.end().catch(() => undefined)
    const ended = new Promise(resolve => watchdog.once('exit', resolve))
    watchdog.ref()
    watchdog.stdin.end()
    await ended
  }
}

/** Runs one of PostgreSQL's programs as the database's user, with none of our environment: PG* and HOME would leak in. */
async function runTool(binaries: string, user: DatabaseUser, tool: string, args: string[]): Promise<void> {
  const env = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', HOME: os.tmpdir(), TZ: 'UTC' }
  await run(path.join(binaries, tool), args, { ...user, cwd: '/', env })
}
