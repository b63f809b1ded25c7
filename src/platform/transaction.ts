// Transactions, and the context that row security reads. The context is set for one transaction, never for a session.

import type { Pool, PoolClient } from 'pg'

/** On whose behalf a transaction acts. */
export interface Context {
  readonly post: string
  readonly agency: string
  readonly practitioner: string
}

type Work<Result> = (client: PoolClient) => Promise<Result>

const mayBeTriedAgain = new Set(['40001', '40P01'])
const timesTriedAgain = 3

/** Runs `work` in one transaction on behalf of a post. Without a context row security shows no rows. */
export async function withContext<Result>(pool: Pool, context: Context, work: Work<Result>): Promise<Result> {
  return inTransaction(pool, `begin; ${setContext(context)}`, work)
}

/** Runs `work` in one transaction on behalf of a practitioner in no post: what is their own is shown, and nothing else. */
export async function withPractitioner<Result>(pool: Pool, practitioner: string, work: Work<Result>): Promise<Result> {
  return inTransaction(
    pool,
    `begin; select set_config('goldthread.practitioner', '${checkUuid(practitioner)}', true)`,
    work,
  )
}

/** Runs `work` in one transaction, and again when it met another one (serialization failure, deadlock). */
export async function transaction<Result>(pool: Pool, work: Work<Result>): Promise<Result> {
  for (let tried = 0; ; tried++) {
    try {
      return await inTransaction(pool, 'begin', work)
    } catch (error) {
      if (tried === timesTriedAgain || !mayBeTriedAgain.has((error as { code?: string }).code ?? '')) throw error
    }
  }
}

/**
 * Waits for statements that were sent one behind the other, for all of them also where one fails: what is still under way must
 * not be sent after the transaction was rolled back. Throws what the first of them threw, in the order in which they are named.
 */
export async function together<const Sent extends readonly unknown[]>(
  sent: Sent,
): Promise<{ -readonly [At in keyof Sent]: Awaited<Sent[At]> }> {
  const settled = await Promise.allSettled(sent)
  const failed = settled.find(one => one.status === 'rejected')
  if (failed) throw failed.reason
  return settled.map(one => (one as PromiseFulfilledResult<unknown>).value) as never
}

async function inTransaction<Result>(pool: Pool, opening: string, work: Work<Result>): Promise<Result> {
  const client = await pool.connect()
  let broken = false
  try {
    // What the work sends first follows the opening without waiting for it.
    const [, result] = await together([client.query(opening), work(client)])
    const { command } = await client.query('commit')
    // Where an error inside was swallowed, PostgreSQL answers a commit with a rollback and no error.
    if (command !== 'COMMIT') throw new Error('The transaction had failed and nothing was kept.')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** One statement, so that beginning and setting are one round trip. Only checked values are put into it. */
function setContext({ post, agency, practitioner }: Context): string {
  return `select set_context(${[post, agency, practitioner].map(id => `'${checkUuid(id)}'`).join(', ')})`
}

function checkUuid(value: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) return value
  throw new Error('A context must be made of identifiers.')
}
