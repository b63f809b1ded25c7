/**
 * Anchors: where each chain ended at a moment, written out to be kept where the owner of the database has no hand. Whoever
 * rewrites the past with all its hashes afterwards cannot rewrite the anchor.
 */
import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'

const format = 'goldthread anchor 1'
const atOnce = 1000

/** What an anchor holds. */
export interface AnchorTaken {
  readonly cases: number
  readonly areas: number
  /** Of the whole file: to be written down beside it. */
  readonly sha256: string
}

interface End {
  readonly area: string
  readonly id: string
  readonly number: number
  readonly hash: string
}

/**
 * Takes an anchor: a line for each area's chain of seals and for each case's chain of facts, in one snapshot. The last line is a
 * hash of those before it, so that a file that was cut or damaged is known as such.
 * @param owner a pool that sees every row
 * @param now in milliseconds since 1970
 * @param write takes the next lines of the file
 */
export async function takeAnchor(owner: Pool, now: number, write: (text: string) => void): Promise<AnchorTaken> {
  const lines = createHash('sha256')
  const whole = createHash('sha256')
  const put = (text: string) => {
    lines.update(text)
    whole.update(text)
    write(text)
  }
  return inSnapshot(owner, async client => {
    put(`${format} ${new Date(now).toISOString()}\n`)
    const { rows: seals } = await client.query<End>(
      `select area_id as area, area_id as id, number, encode(hash, 'hex') as hash from seal_head where number > 0 order by area_id`,
    )
    put(linesOf('seals', seals))
    let cases = 0
    for (let last = { area: nil, id: nil }; ; ) {
      const { rows } = await client.query<End>({
        name: 'heads to anchor',
        text: `select area_id as area, id, next_number - 1 as number, encode(head, 'hex') as hash from case_file
               where (area_id, id) > ($1::uuid, $2::uuid) and next_number > 1 order by area_id, id limit ${atOnce}`,
        values: [last.area, last.id],
      })
      put(linesOf('case', rows))
      cases += rows.length
      last = rows.at(-1) ?? last
      if (rows.length < atOnce) break
    }
    const end = `end ${lines.digest('hex')}\n`
    whole.update(end)
    write(end)
    return { cases, areas: seals.length, sha256: whole.digest('hex') }
  })
}

const nil = '00000000-0000-0000-0000-000000000000'

function linesOf(what: 'seals' | 'case', ends: readonly End[]): string {
  return ends.map(({ area, id, number, hash }) => `${what} ${area} ${id} ${number} ${hash}\n`).join('')
}

/** What differs from an anchor. */
export interface AnchorFault {
  readonly chain: 'seals' | 'case'
  readonly area: string
  /** Of the case; of the area for its seals. */
  readonly id: string
  readonly number: number
  readonly why: string
}

export interface HeldAgainst {
  /** When the anchor was taken. */
  readonly taken: string
  readonly cases: number
  readonly areas: number
  readonly sha256: string
  readonly faults: readonly AnchorFault[]
}

/**
 * Compares the chains with where they ended when an anchor was taken. The chains themselves are `verify`'s to walk: only both
 * together show that nothing before the anchor was rewritten.
 * @param lines of the anchor's file, without their ends
 * @throws Error in a plain sentence where the file is none, or is not whole
 */
export async function holdAgainst(owner: Pool, lines: AsyncIterable<string>): Promise<HeldAgainst> {
  const before = createHash('sha256')
  const whole = createHash('sha256')
  return inSnapshot(owner, async client => {
    const faults: AnchorFault[] = []
    let [taken, isWhole, areas, cases] = ['', false, 0, 0]
    let batch: [AnchorFault['chain'], End][] = []
    const compare = async () => {
      faults.push(...(await compareSeals(client, endsOf(batch, 'seals'))))
      faults.push(...(await compareCases(client, endsOf(batch, 'case'))))
      batch = []
    }
    for await (const line of lines) {
      if (isWhole) throw new Error('This anchor goes on after its end: it is not as it was written.')
      whole.update(`${line}\n`)
      const end = endOf(line)
      if (taken === '') taken = takenOf(line)
      else if (end) batch.push(end)
      else if (line === `end ${before.copy().digest('hex')}`) isWhole = true
      else throw new Error('This anchor was altered or damaged: its lines do not match its last line.')
      before.update(`${line}\n`)
      if (end?.[0] === 'case') cases += 1
      if (end?.[0] === 'seals') areas += 1
      if (batch.length === atOnce) await compare()
    }
    if (!isWhole) throw new Error('This anchor was cut: its last line is missing.')
    await compare()
    return { taken, cases, areas, sha256: whole.digest('hex'), faults }
  })
}

function takenOf(line: string): string {
  if (!line.startsWith(`${format} `)) throw new Error('This file is not an anchor of Goldthread.')
  return line.slice(format.length + 1)
}

function endOf(line: string): [AnchorFault['chain'], End] | undefined {
  const found = /^(seals|case) ([0-9a-f-]{36}) ([0-9a-f-]{36}) (\d+) ([0-9a-f]{64})$/.exec(line)
  if (!found) return undefined
  const [, chain = '', area = '', id = '', number, hash = ''] = found
  return [chain === 'seals' ? 'seals' : 'case', { area, id, number: Number(number), hash }]
}

function endsOf(batch: readonly [AnchorFault['chain'], End][], chain: AnchorFault['chain']): End[] {
  return batch.filter(([of]) => of === chain).map(([, end]) => end)
}

interface Found {
  readonly area: string
  readonly id: string
  readonly number: number
  readonly hash: string
  readonly now: string | null
}

async function compareSeals(client: PoolClient, ends: readonly End[]): Promise<AnchorFault[]> {
  const found = await findEnds(client, ends, 'seal t on t.area_id = n.area and t.number = n.number')
  return found.map(one =>
    faultOf(
      'seals',
      one,
      'seal',
      'The chain of seals of this area was cut',
      'The chain of seals of this area was rewritten',
    ),
  )
}

async function compareCases(client: PoolClient, ends: readonly End[]): Promise<AnchorFault[]> {
  const found = await findEnds(
    client,
    ends,
    'fact t on t.area_id = n.area and t.case_id = n.id and t.number = n.number',
  )
  return found.map(one =>
    faultOf('case', one, 'record', 'Records of this case were taken away', 'The records of this case were rewritten'),
  )
}

function faultOf(chain: AnchorFault['chain'], one: Found, last: string, gone: string, rewritten: string): AnchorFault {
  const { area, id, number } = one
  const why =
    one.now === null
      ? `${gone} since: its ${last} ${number} is no longer there.`
      : `${rewritten} since, up to its ${last} ${number} or before.`
  return { chain, area, id, number, why }
}

/** The ends that are no longer what they were. */
async function findEnds(client: PoolClient, ends: readonly End[], join: string): Promise<Found[]> {
  if (ends.length === 0) return []
  const { rows } = await client.query<Found>(
    `select n.area, n.id, n.number, n.hash, encode(t.hash, 'hex') as now
     from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[]) with ordinality as n (area, id, number, hash, place)
     left join ${join} where encode(t.hash, 'hex') is distinct from n.hash order by n.place`,
    [ends.map(end => end.area), ends.map(end => end.id), ends.map(end => end.number), ends.map(end => end.hash)],
  )
  return rows
}

async function inSnapshot<Result>(owner: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await owner.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await work(client)
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}
