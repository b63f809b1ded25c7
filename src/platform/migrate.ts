// Brings a database up to date: plain SQL files, in the order of their numbers, forward only, each once.

import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Pool, PoolClient } from 'pg'
import { transaction } from './transaction.ts'

const ownMigrations = path.resolve(import.meta.dirname, '../../db/migrations')

interface Migration {
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/** Applies what is missing, each file in a transaction of its own, and returns the names of the files applied. */
export async function migrate(owner: Pool, folder = ownMigrations): Promise<string[]> {
  const migrations = readMigrations(folder)
  const applied: string[] = []
  for (;;) {
    const name = await transaction(owner, client => applyNext(client, migrations))
    if (name === undefined) return applied
    applied.push(name)
  }
}

/** The names of the files that this database lacks. */
export async function findPendingMigrations(owner: Pool, folder = ownMigrations): Promise<string[]> {
  const migrations = readMigrations(folder)
  return transaction(owner, async client => (await findPending(client, migrations)).map(({ name }) => name))
}

/** Under a lock until the transaction ends: of two processes that migrate at once, one waits and finds it done. */
async function applyNext(client: PoolClient, migrations: Migration[]): Promise<string | undefined> {
  await client.query(`select pg_advisory_xact_lock(hashtext('goldthread migration'))`)
  const [next] = await findPending(client, migrations)
  if (!next) return undefined
  try {
    await client.query(next.sql)
  } catch (error) {
    throw new Error(`The migration ${next.name} failed: ${(error as Error).message}`, { cause: error })
  }
  await client.query('insert into platform.migration (name, sha256) values ($1, $2)', [next.name, next.sha256])
  return next.name
}

/** What was applied must be the beginning of the list, unaltered; the rest is pending. */
async function findPending(client: PoolClient, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<Omit<Migration, 'sql'>>(
    'select name, sha256 from platform.migration order by name',
  )
  for (const [index, row] of rows.entries()) {
    const file = migrations[index]
    if (!file || file.name > row.name) {
      throw new Error(`This database has the migration ${row.name}, which this version of the program does not know.`)
    }
    if (file.name < row.name) throw new Error(`The migration ${file.name} comes before ${row.name}, which is applied.`)
    if (file.sha256 !== row.sha256) throw new Error(`The migration ${row.name} was altered after it had been applied.`)
  }
  return migrations.slice(rows.length)
}

function readMigrations(folder: string): Migration[] {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter(name => name.endsWith('.sql')) : []
  const stray = names.find(name => !/^\d{4}-[a-z0-9-]+\.sql$/.test(name))
  if (stray) throw new Error(`The migration ${stray} should be named like 0001-name.sql.`)
  return names.toSorted().map(name => {
    const sql = fs.readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}
