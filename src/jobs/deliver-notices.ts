/**
 * Sends notices that wait. The table of notices is the queue: a row is taken for a minute and sent at least once, by however
 * many processes run. What is not taken with a 2xx answer is sent again with growing pauses, for a day.
 */
import { createHmac } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import { setTimeout } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { useAgent } from 'request-filtering-agent'

export interface Delivering {
  /** Sees of a notice that it waits, and nothing of what it is about. */
  readonly door: Pool
  readonly log: Logger
  /** The address of this server. */
  readonly publicUrl: string
  /** In production nothing is sent to an address of this network, whatever name it has. */
  readonly isProduction: boolean
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** The pauses after the first attempt and each later one: together a day. */
export const pauses = [
  10 * second,
  30 * second,
  minute,
  5 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  ...Array.from({ length: 5 }, () => 4 * hour),
  10 * minute,
]
const takenFor = minute
const atOnce = 20
const atOnceToOne = 10
const patience = 10 * second

interface Waiting {
  readonly area_id: string
  readonly id: string
  readonly client_id: string
  readonly type: string
  readonly occurred_at: number
  readonly tries: number
  readonly url: string
  readonly secret: string
}

/**
 * Sends what waits at an instant (milliseconds since 1970, of the real clock).
 * @returns how many notices were tried
 */
export async function deliverNotices(delivering: Delivering, now: number): Promise<number> {
  const waiting = await take(delivering.door, now)
  await Promise.all(waiting.map(one => deliver(delivering, one, now)))
  return waiting.length
}

/**
 * Takes some that wait, so that nobody else does for a while: a few for each system, and of one that does not answer a single one, so that
 * it holds up no other. Each has its first before any has its second. However many wait for one system, no more are looked at.
 */
async function take(door: Pool, now: number): Promise<readonly Waiting[]> {
  const { rows } = await door.query<Waiting>({
    name: 'take notices',
    text: `
      update notice n set next_at = $2, tries = n.tries + 1
      from (
        select o.area_id, o.id, w.url, w.secret from webhook w
        join api_client c on c.id = w.client_id and c.revoked_at is null
        cross join lateral (
          select n.area_id, n.id, n.next_at from notice n where n.client_id = w.client_id and n.next_at <= $1
          order by n.next_at limit case when w.failing_since is null then ${atOnceToOne} else 1 end for update skip locked
        ) o
        where w.disabled_at is null
        order by row_number() over (partition by w.client_id order by o.next_at), w.failing_since nulls first, o.next_at
        limit ${atOnce}
      ) t
      where n.area_id = t.area_id and n.id = t.id
      returning n.area_id, n.id, n.client_id, n.type, n.occurred_at, n.tries, t.url, t.secret`,
    values: [new Date(now), new Date(now + takenFor)],
  })
  return rows
}

async function deliver({ door, log, publicUrl, isProduction }: Delivering, one: Waiting, now: number): Promise<void> {
  const { id, type, occurred_at: occurredAt, url, secret } = one
  const link = `${publicUrl}/api/v1/notices/${id}`
  const body = JSON.stringify({ id, type, occurredAt: new Date(occurredAt).toISOString(), link })
  const failure = await send(url, headersOf(id, body, secret, now), body, isProduction)
  if (failure === undefined) return arrived(door, one, now)
  log.warn({ count: one.tries }, 'a notice was not taken')
  await failed(door, one, failure, now)
}

/** The headers of the Standard Webhooks specification: what is signed is the id, the second and the body. */
export function headersOf(id: string, body: string, secret: string, now: number): Record<string, string> {
  const at = String(Math.floor(now / second))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')
  return {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'webhook-id': id,
    'webhook-timestamp': at,
    'webhook-signature': `v1,${signature}`,
  }
}

/** Sends one. Redirects are not followed. @returns why it did not arrive; nothing where it did */
function send(
  url: string,
  headers: Record<string, string>,
  body: string,
  isProduction: boolean,
): Promise<string | undefined> {
  return new Promise(resolve => {
    const { request } = url.startsWith('https:') ? https : http
    // The agent looks at the number that a name leads to, at the moment of connecting.
    const here = isProduction ? {} : { allowIPAddressList: ['127.0.0.0/8', '::1/128'] }
    const failed = (error: unknown) => resolve((error as { code?: string }).code ?? 'This address may not be used')
    try {
      const options = { method: 'POST', headers, agent: useAgent(url, here), signal: AbortSignal.timeout(patience) }
      const sent = request(url, options, answer => {
        const { statusCode = 0 } = answer
        answer.destroy()
        resolve(statusCode >= 200 && statusCode < 300 ? undefined : `HTTP ${statusCode}`)
      })
      sent.on('error', failed)
      sent.end(body)
    } catch (error) {
      failed(error)
    }
  })
}

async function arrived(door: Pool, { area_id, id, client_id }: Waiting, now: number): Promise<void> {
  await door.query('update notice set delivered_at = $3, next_at = null where area_id = $1 and id = $2', [
    area_id,
    id,
    new Date(now),
  ])
  await door.query(
    'update webhook set failing_since = null, last_answer = null where client_id = $1 and failing_since is not null',
    [client_id],
  )
}

async function failed(door: Pool, { area_id, id, client_id, tries }: Waiting, why: string, now: number): Promise<void> {
  const pause = pauses[tries - 1]
  await door.query('update notice set next_at = $3 where area_id = $1 and id = $2', [
    area_id,
    id,
    pause === undefined ? null : new Date(now + pause),
  ])
  const { rows } = await door.query<{ disabled: boolean }>(
    `update webhook set failing_since = coalesce(failing_since, $2), last_answer = $3,
       disabled_at = case when failing_since <= $4 then coalesce(disabled_at, $2) else disabled_at end
     where client_id = $1 returning disabled_at is not null as disabled`,
    [client_id, new Date(now), why, new Date(now - day)],
  )
  if (rows[0]?.disabled)
    await door.query('update notice set next_at = null where client_id = $1 and next_at is not null', [client_id])
}

const every = 2 * second

/** Sends notices as they come, until told to stop. @returns what stops it, when the last one is sent */
export function keepDelivering(delivering: Delivering): () => Promise<void> {
  const over = new AbortController()
  const rounds = deliverUntil(over.signal, delivering)
  return async () => {
    over.abort()
    await rounds
  }
}

async function deliverUntil(over: AbortSignal, delivering: Delivering): Promise<void> {
  while (!over.aborted) {
    const sent = await deliverNotices(delivering, Date.now()).catch((error: unknown) => {
      delivering.log.error({ err: error })
      return 0
    })
    // Told to stop while it pauses, it stops.
    if (sent === 0) await setTimeout(every, undefined, { signal: over, ref: false }).catch(() => undefined)
  }
}
