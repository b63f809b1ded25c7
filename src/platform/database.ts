// The database as seen by this process: one pool of connections for each role, and none that may do more than it must.

import pg, { type Pool } from 'pg'
import type { Config, ServingRole } from './config.ts'
import { startEmbedded } from './embedded.ts'
import { findLogins, refuseTooPowerful } from './logins.ts'
import { typeParsers } from './type-parsers.ts'

export { type Context, transaction, withContext, withPractitioner } from './transaction.ts'

export interface Database {
  readonly name: string
  /** Owns the tables. For migrations and an operator's commands; never serves. */
  readonly owner: Pool
  /** Sees whole cases. For the ledger only. */
  readonly recorder: Pool
  /** Sees what row security shows it. */
  readonly reader: Pool
  /** Sessions, drafts, accounts, the reading log. */
  readonly door: Pool
  /** Removes words. Opened only when asked for. */
  redactor(): Promise<Pool>
  /** Ends retention. Opened only when asked for. */
  disposer(): Promise<Pool>
  /** Closes all connections; stops the embedded server if nobody else uses it. */
  close(): Promise<void>
}

const most: Record<ServingRole | 'owner', number> = {
  owner: 2,
  recorder: 10,
  reader: 12,
  door: 8,
  redactor: 2,
  disposer: 2,
}

/** Opens the database of this configuration, the embedded one where none is named, and makes its roles. */
export async function openDatabase({
  databaseUrl,
  roleUrls = {},
  data,
}: Partial<Pick<Config, 'databaseUrl' | 'roleUrls' | 'data'>>): Promise<Database> {
  const server = databaseUrl ? undefined : await startEmbedded({ data })
  const ownerUrl = databaseUrl ?? server?.url ?? ''
  const pools: Pool[] = []
  const open = (role: ServingRole | 'owner', url: string) => {
    const pool = openPool(url, most[role])
    pools.push(pool)
    return pool
  }
  const close = async () => {
    await Promise.all(pools.splice(0).map(pool => pool.end()))
    await server?.stop()
  }
  try {
    const owner = open('owner', ownerUrl)
    const name = await nameOf(owner)
    const openAs = async <Role extends ServingRole>(roles: readonly Role[]) => {
      const logins = await findLogins(owner, name, ownerUrl, roles, roleUrls)
      const opened = roles.map(role => [role, open(role, logins[role])] as const)
      for (const [role, pool] of opened) if (roleUrls[role]) await refuseTooPowerful(pool, role)
      return Object.fromEntries(opened) as Record<Role, Pool>
    }
    const serving = await openAs(['recorder', 'reader', 'door'])
    const asked: Partial<Record<ServingRole, Promise<Pool>>> = {}
    const whenAsked = (role: ServingRole) => (asked[role] ??= openAs([role]).then(opened => opened[role]))
    return {
      name,
      owner,
      ...serving,
      redactor: () => whenAsked('redactor'),
      disposer: () => whenAsked('disposer'),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function nameOf(owner: Pool): Promise<string> {
  try {
    const { rows } = await owner.query<{ name: string }>('select current_database() as name')
    return rows[0]?.name ?? ''
  } catch (error) {
    const { code = 'unknown', message } = error as Error & { code?: string }
    throw new Error(`The database cannot be reached: ${message || code}.`, { cause: error })
  }
}

/**
 * A pool whose values arrive as this system uses them: days as text, moments as milliseconds. Statements that nobody waits for
 * in between are sent one behind the other, without waiting for the server's answers.
 */
export function openPool(url: string, max: number): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    idleTimeoutMillis: 30_000,
    types: typeParsers,
    pipeline: true,
  })
  pool.on('error', () => undefined) // an idle connection was cut: the next query opens another
  return pool
}
