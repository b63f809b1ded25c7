// Database roles. Group roles hold the grants, one of each for the whole cluster. Login roles belong to one database,
// own nothing, and serve the requests.

import { createHash, randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { type Config, type ServingRole, servingRoles } from './config.ts'
import { transaction } from './transaction.ts'

/** The connection URL of each role asked for: the one given, else that of a login role of our own making. */
export async function findLogins<Role extends ServingRole>(
  owner: Pool,
  database: string,
  ownerUrl: string,
  roles: readonly Role[],
  given: Config['roleUrls'],
): Promise<Record<Role, string>> {
  await preparePlatform(owner)
  const ours = roles.filter(role => !given[role])
  if (ours.length > 0 && !(await mayMakeRoles(owner))) {
    const missing = ours.map(role => `DATABASE_URL_${role.toUpperCase()}`).join(', ')
    throw new Error(`The owner of this database may not create roles, so these must be set: ${missing}.`)
  }
  const urls: Partial<Record<Role, string>> = {}
  await transaction(owner, async client => {
    await client.query(`select pg_advisory_xact_lock(hashtext('goldthread logins'))`)
    if (ours.length > 0) await closeToOthers(client, database)
    for (const role of roles) urls[role] = given[role] ?? withLogin(ownerUrl, await makeLogin(client, database, role))
  })
  return urls as Record<Role, string>
}

/** What must be there before the first migration: the schema `platform` with its two tables, and the group roles. */
export async function preparePlatform(owner: Pool): Promise<void> {
  await transaction(owner, async client => {
    await client.query(`select pg_advisory_xact_lock(hashtext('goldthread platform'))`)
    await client.query(`
      create schema if not exists platform;
      create table if not exists platform.login (name text primary key, password text not null);
      create table if not exists platform.migration (
        name text primary key,
        sha256 text not null,
        applied_at timestamptz not null default now()
      )`)
  })
  const { rows } = await owner.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1::text[])',
    [servingRoles.map(groupOf)],
  )
  const missing = servingRoles.map(groupOf).filter(group => !rows.some(({ rolname }) => rolname === group))
  if (missing.length === 0) return
  if (!(await mayMakeRoles(owner))) {
    throw new Error(
      `The owner of this database may not create roles, so its administrator must create: ${missing.join(', ')}.`,
    )
  }
  for (const group of missing) {
    // Roles belong to the cluster: another database may be making the same one now.
    await owner.query(`
      do $$ begin create role ${group} nologin;
      exception when duplicate_object or unique_violation then null; end $$`)
  }
}

/** Refuses a connection, given by an operator, that could see around row security or lacks its grants. */
export async function refuseTooPowerful(pool: Pool, role: ServingRole): Promise<void> {
  const { rows } = await pool.query<{ powerful: boolean; granted: boolean }>(
    `select r.rolsuper or r.rolbypassrls or pg_has_role(d.datdba, 'member') as powerful,
            pg_has_role($1, 'usage') as granted
       from pg_roles r, pg_database d
      where r.rolname = current_user and d.datname = current_database()`,
    [groupOf(role)],
  )
  const setting = `DATABASE_URL_${role.toUpperCase()}`
  if (rows[0]?.powerful) throw new Error(`${setting} must not be a superuser, the owner, or bypass row security.`)
  if (!rows[0]?.granted) throw new Error(`${setting} must be a member of ${groupOf(role)}.`)
}

/** The name of a login role: its kind, and a hash of its database. */
export function loginName(database: string, role: ServingRole): string {
  return `${groupOf(role)}_${createHash('sha256').update(database).digest('hex').slice(0, 12)}`
}

/** A connection URL with another name and password. */
export function withLogin(url: string, { name, password }: { name: string; password: string }): string {
  return url.replace(/^(\w+:\/\/)(?:[^@/?#]*@)?/, (_, scheme: string) => `${scheme}${name}:${password}@`)
}

function groupOf(role: ServingRole): string {
  return `goldthread_${role}`
}

async function mayMakeRoles(owner: Pool): Promise<boolean> {
  const { rows } = await owner.query(
    'select from pg_roles where rolname = current_user and (rolsuper or rolcreaterole)',
  )
  return rows.length > 0
}

/** Group roles span the cluster, so the login roles of another database must not even connect to this one. */
async function closeToOthers(client: PoolClient, database: string): Promise<void> {
  const { rows } = await client.query(
    `select from pg_database where datname = current_database() and has_database_privilege('public', oid, 'connect')`,
  )
  if (rows.length > 0)
    await client.query(`revoke connect, temporary on database ${client.escapeIdentifier(database)} from public`)
}

/**
 * The login role as it is, made when missing. A copied database has rows of the one it was copied from, and a
 * database moved to another cluster has rows without a role: only a row and a role together are kept.
 */
async function makeLogin(client: PoolClient, database: string, role: ServingRole) {
  const name = loginName(database, role)
  const { rows: logins } = await client.query<{ password: string }>(
    'select password from platform.login where name = $1',
    [name],
  )
  const { rows: roles } = await client.query('select from pg_roles where rolname = $1', [name])
  const [login] = logins
  if (login && roles.length > 0) return { name, password: login.password }
  const password = randomBytes(24).toString('base64url')
  await client.query(
    roles.length > 0
      ? `alter role ${name} login password '${password}'`
      : `create role ${name} login password '${password}' in role ${groupOf(role)}`,
  )
  await client.query(`grant connect on database ${client.escapeIdentifier(database)} to ${name}`)
  await client.query(
    'insert into platform.login (name, password) values ($1, $2) on conflict (name) do update set password = excluded.password',
    [name, password],
  )
  return { name, password }
}
