/** Keys under which systems send: what is sent twice is carried out once, and a key stands for one thing only. */
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import type { Recorded } from '../ledger/command.ts'
import { findSubmission } from '../ledger/record.ts'
import { idFrom, isId } from '../platform/identifier.ts'
import type { Call, Sent } from './operation.ts'
import { OtherWords, Unreadable } from './problem.ts'

const used = 'This key came with something else before. Send each thing under a key of its own. Nothing was recorded.'

/**
 * What a request sends, by its key.
 * @throws Unreadable without a key that is a UUID; OtherWords where it came with other words before
 */
export async function sentUnderKey(door: Pool, clientId: string, request: FastifyRequest, at: number): Promise<Sent> {
  const key = String(request.headers['idempotency-key'] ?? '').toLowerCase()
  if (!isId(key))
    throw new Unreadable(
      'Send an "Idempotency-Key" header: a UUID that you make for each thing you record, and send again with it if the answer was lost. Nothing was recorded.',
    )
  return sentAs(door, clientId, key, `${request.method} ${request.url}\n${JSON.stringify(request.body)}`, at)
}

/**
 * The same for one thing of several that came together, each under a key of its own.
 * @param words what was sent, as text: the same key with other words is refused
 * @throws OtherWords where the key came with other words before
 */
export async function sentAs(door: Pool, clientId: string, key: string, words: string, at: number): Promise<Sent> {
  const fingerprint = createHash('sha256').update(words).digest()
  const { rows } = await door.query<{ fingerprint: Buffer }>(keyOf(clientId, key))
  if (rows[0] && !rows[0].fingerprint.equals(fingerprint)) throw new OtherWords(used)
  return {
    submissionId: idFrom('api', clientId, key),
    wasBound: rows.length > 0,
    bind: async () => {
      const bound = await door.query<{ key: string }>({
        name: 'bind key',
        text: `insert into api_submission (client_id, key, fingerprint, sent_at) values ($1, $2, $3, $4)
               on conflict do nothing returning key`,
        values: [clientId, key, fingerprint, new Date(at)],
      })
      if (bound.rows.length > 0) return true
      const before = await door.query<{ fingerprint: Buffer }>(keyOf(clientId, key))
      if (!before.rows[0]?.fingerprint.equals(fingerprint)) throw new OtherWords(used)
      return false
    },
  }
}

function keyOf(clientId: string, key: string) {
  const text = 'select fingerprint from api_submission where client_id = $1 and key = $2'
  return { name: 'key of client', text, values: [clientId, key] }
}

/** The key of an operation that records. */
export function sentOf({ sent }: Call): Sent {
  if (!sent) throw new Error('An operation that records must say so in its definition.')
  return sent
}

/**
 * What an earlier arrival of the same submission recorded; nothing where this is the first.
 * @throws OtherWords where the earlier one, which came at the same time, said something else
 */
export async function recordedBefore(call: Call, areaId: string): Promise<Recorded | undefined> {
  const { submissionId, wasBound, bind } = sentOf(call)
  const before = await findSubmission(call.ledger, {
    areaId,
    submissionId,
    by: { postId: call.post.id, agencyId: call.post.agency.id },
  })
  if (before && !wasBound) await bind()
  return before
}
