// Sessions in the database. The id in the cookie is hashed before it is stored: who reads the table cannot sign in with it.
// A session that ended is kept for a week without its contents, so that a form sent too late finds its author.

import { createHash } from 'node:crypto'
import { callbackify } from 'node:util'
import type { SessionStore } from '@fastify/session'
import type { Session } from 'fastify'
import type { Pool } from 'pg'

const minute = 60_000
/** Without a visit for this long, a session ends. */
export const idle = 60 * minute
/** However busy, it ends then. */
export const absolute = 12 * 60 * minute
const remembered = 7 * 24 * 60 * minute

/** The store for @fastify/session. */
export function sessionStore(door: Pool, now: () => number): SessionStore {
  return {
    get: callbackify((id: string) => readSession(door, id, now())),
    set: callbackify((id: string, session: Session) => writeSession(door, id, session, now())),
    destroy: callbackify((id: string) => endSession(door, id, now())),
  }
}

async function readSession(door: Pool, id: string, at: number): Promise<Session | null> {
  const { rows } = await door.query<{ data: Session }>({
    name: 'read session',
    text: 'select data from session where id = $1 and expires_at > $2',
    values: [hashOf(id), new Date(at)],
  })
  return rows[0]?.data ?? null
}

async function writeSession(door: Pool, id: string, session: Session, at: number): Promise<void> {
  const expires = Math.min(at + idle, (session.startedAt ?? at) + absolute)
  await door.query({
    name: 'write session',
    text: `insert into session (id, practitioner_id, data, expires_at) values ($1, $2, $3, $4)
           on conflict (id) do update set practitioner_id = excluded.practitioner_id, data = excluded.data, expires_at = excluded.expires_at
           where session.expires_at > $5`,
    values: [hashOf(id), session.practitionerId ?? null, JSON.stringify(session), new Date(expires), new Date(at)],
  })
}

async function endSession(door: Pool, id: string, at: number): Promise<void> {
  await door.query({
    name: 'end session',
    text: `update session set data = '{}', expires_at = least(expires_at, $2) where id = $1`,
    values: [hashOf(id), new Date(at)],
  })
}

/** Whose session it was that ended within the last week; nobody where it is alive or was never signed in. */
export async function findAuthorOfEnded(door: Pool, id: string, at: number): Promise<string | undefined> {
  const { rows } = await door.query<{ practitioner_id: string | null }>({
    name: 'ended session',
    text: 'select practitioner_id from session where id = $1 and expires_at <= $2 and expires_at > $3',
    values: [hashOf(id), new Date(at), new Date(at - remembered)],
  })
  return rows[0]?.practitioner_id ?? undefined
}

/** Forgets sessions that ended long ago, and those in which nobody signed in. */
export async function forgetEndedSessions(door: Pool, at: number): Promise<void> {
  await door.query('delete from session where expires_at <= $1 or (practitioner_id is null and expires_at <= $2)', [
    new Date(at - remembered),
    new Date(at),
  ])
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url')
}
