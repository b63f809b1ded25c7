/** Where a system wants to be told that there is something to fetch: one address for each client. */
import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { transaction } from '../platform/database.ts'

export interface Webhook {
  readonly url: string
  /** Instants are milliseconds since 1970. */
  readonly madeAt: number
  readonly failingSince: number | null
  readonly lastAnswer: string | null
  readonly disabledAt: number | null
}

/** The webhook of a client. */
export async function findWebhook(door: Pool, clientId: string): Promise<Webhook | undefined> {
  const { rows } = await door.query<Webhook>(
    `select url, made_at as "madeAt", failing_since as "failingSince", last_answer as "lastAnswer", disabled_at as "disabledAt"
     from webhook where client_id = $1`,
    [clientId],
  )
  return rows[0]
}

const watched = `update area set is_watched = exists (
    select from webhook w join api_client c on c.id = w.client_id join post_area a on a.post_id = c.post_id
    where a.area_id = area.id)
  where id = any($1)`

/** Keeps an address. @returns the secret with which notices are signed, shown this once; nothing where there is one already */
export function addWebhook(
  door: Pool,
  clientId: string,
  areaIds: readonly string[],
  url: string,
  at: number,
): Promise<string | undefined> {
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  return transaction(door, async client => {
    const { rowCount } = await client.query(
      'insert into webhook (client_id, url, secret, made_at) values ($1, $2, $3, $4) on conflict do nothing',
      [clientId, url, secret, new Date(at)],
    )
    await client.query(watched, [areaIds])
    return rowCount ? secret : undefined
  })
}

/** Takes the address away; what was not sent there is not sent any more. @returns whether there was one */
export function removeWebhook(door: Pool, clientId: string, areaIds: readonly string[]): Promise<boolean> {
  return transaction(door, async client => {
    const { rowCount } = await client.query('delete from webhook where client_id = $1', [clientId])
    await client.query('update notice set next_at = null where client_id = $1 and next_at is not null', [clientId])
    await client.query(watched, [areaIds])
    return Boolean(rowCount)
  })
}
