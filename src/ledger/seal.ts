/**
 * Sealing: rows that were plainly inserted become links of their area's chain. Each seal covers the one before it and a salted
 * commitment to its row, so that a row cannot be altered, taken away, put in between or moved without breaking the chain.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { transaction } from '../platform/transaction.ts'
import { areaByArea } from './area-by-area.ts'
import { insertRows } from './rows.ts'
import { contentOf, type Stream, streams } from './sealed-streams.ts'

/** A row of `seal`. Instants are milliseconds since 1970. */
export interface Seal {
  readonly area_id: string
  readonly number: number
  readonly stream: string
  readonly row_id: string
  readonly part: string | null
  readonly sealed_at: number
  /** Nothing where the case was disposed of, and what the row said with it. */
  readonly salt: Buffer | null
  readonly commitment: Buffer
  readonly hash: Buffer
}

/** The columns of a row that never change, as texts. */
export type Content = readonly (string | null)[]

const sealColumns = [
  ['area_id', 'uuid'],
  ['number', 'bigint'],
  ['stream', 'text'],
  ['row_id', 'uuid'],
  ['part', 'uuid'],
  ['sealed_at', 'timestamptz'],
  ['salt', 'bytea'],
  ['commitment', 'bytea'],
  ['hash', 'bytea'],
] as const

/** What a seal says of its row's content. */
export function commitmentToRow(salt: Buffer, content: Content): Buffer {
  return createHash('sha256').update(salt).update(JSON.stringify(content)).digest()
}

/** The hash of a seal that follows the seal with hash `previous` (empty for the first of an area). */
export function hashOfSeal(seal: Omit<Seal, 'hash' | 'salt'>, previous: Buffer): Buffer {
  const { area_id, number, stream, row_id, part, sealed_at, commitment } = seal
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify([area_id, number, stream, row_id, part, sealed_at]))
    .update(commitment)
    .digest()
}

/** Keeps everybody from sealing an area until the transaction ends: whoever takes words away waits for a seal that is being made. */
export async function holdSealing(client: PoolClient, areaId: string): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('goldthread seal'), hashtext($1))`, [areaId])
}

interface Waiting {
  readonly id: string
  readonly part: string | null
  readonly content: Content
}

/**
 * Seals up to `most` rows of each stream of one area, within the caller's transaction. What another process is sealing is left to it.
 * @param at when, in milliseconds since 1970, by the real clock
 * @returns how many rows were sealed
 */
export async function sealArea(client: PoolClient, areaId: string, at: number, most = 1000): Promise<number> {
  const { rows: lock } = await client.query<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('goldthread seal'), hashtext($1)) as mine`,
    [areaId],
  )
  if (!lock[0]?.mine) return 0
  const seals: Seal[] = []
  let head: { number: number; hash: Buffer } | undefined
  for (const stream of streams) {
    const waiting = await findWaiting(client, stream, areaId, most)
    if (waiting.length === 0) continue
    head ??= await headOf(client, areaId)
    for (const row of waiting) {
      const salt = randomBytes(16)
      const seal: Omit<Seal, 'hash' | 'salt'> = {
        area_id: areaId,
        number: head.number + 1,
        stream: stream.name,
        row_id: row.id,
        part: row.part,
        sealed_at: at,
        commitment: commitmentToRow(salt, row.content),
      }
      const hash = hashOfSeal(seal, head.hash)
      seals.push({ ...seal, salt, hash })
      head = { number: seal.number, hash }
    }
    await markSealed(client, stream, areaId, waiting)
  }
  if (!head) return 0
  await insertRows(client, 'seal', sealColumns, seals)
  await client.query('update seal_head set number = $2, hash = $3 where area_id = $1', [areaId, head.number, head.hash])
  return seals.length
}

async function findWaiting(client: PoolClient, stream: Stream, areaId: string, most: number): Promise<Waiting[]> {
  const { rows } = await client.query<Waiting>({
    name: `waiting ${stream.name}`,
    text: `select r.${stream.id} as id, ${stream.part ? `r.${stream.part}` : 'null'} as part, ${contentOf(stream)} as content
           from ${stream.table} r where r.area_id = $1 and not r.${stream.flag} and ${stream.where}
             -- One that has its seal already was put back by hand: \`verify\` says so, and the others do not wait for it.
             and not exists (select from seal s where s.area_id = r.area_id and s.stream = '${stream.name}' and s.row_id = r.${stream.id}
               and s.part is not distinct from ${stream.part ? `r.${stream.part}` : 'null'})
           order by r.${stream.moment}, r.${stream.id}${stream.part ? `, r.${stream.part}` : ''} limit $2`,
    values: [areaId, most],
  })
  return rows
}

async function markSealed(client: PoolClient, stream: Stream, areaId: string, rows: readonly Waiting[]): Promise<void> {
  const ids = rows.map(row => row.id)
  await client.query({
    name: `mark ${stream.name}`,
    text: stream.part
      ? `update ${stream.table} r set ${stream.flag} = true from unnest($2::uuid[], $3::uuid[]) as n (id, part)
         where r.area_id = $1 and r.${stream.id} = n.id and r.${stream.part} = n.part`
      : `update ${stream.table} set ${stream.flag} = true where area_id = $1 and ${stream.id} = any($2)`,
    values: stream.part ? [areaId, ids, rows.map(row => row.part)] : [areaId, ids],
  })
}

/** Where the chain ends, held until the transaction does. */
async function headOf(client: PoolClient, areaId: string): Promise<{ number: number; hash: Buffer }> {
  await client.query('insert into seal_head (area_id) values ($1) on conflict do nothing', [areaId])
  const { rows } = await client.query<{ number: number; hash: Buffer }>(
    'select number, hash from seal_head where area_id = $1 for update',
    [areaId],
  )
  return rows[0] ?? { number: 0, hash: Buffer.alloc(0) }
}

/**
 * Seals what waits in all areas, batch by batch, each in a transaction of its own.
 * @param most see `areaByArea`, and so is `isStopped`
 * @returns how many rows were sealed, and whether more wait
 */
export async function sealSome(
  recorder: Pool,
  most: number,
  now: () => number = Date.now,
  isStopped: () => boolean = () => false,
): Promise<{ sealed: number; isMore: boolean }> {
  const seal = async (areaId: string) => {
    const done = await transaction(recorder, client => sealArea(client, areaId, now()))
    return { done, isMore: done > 0 }
  }
  const { done, isMore } = await areaByArea(recorder, seal, most, isStopped)
  return { sealed: done, isMore }
}

/** Seals everything that waits, in all areas. @returns how many rows were sealed */
export async function sealAll(recorder: Pool, now: () => number = Date.now): Promise<number> {
  return (await sealSome(recorder, Number.POSITIVE_INFINITY, now)).sealed
}
