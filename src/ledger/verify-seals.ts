/** Whether what was sealed is as it was: walks each area's chain of seals and names the first row that is not what it must be. */
import type { PoolClient } from 'pg'
import { firstIdAt, madeAt } from '../platform/identifier.ts'
import { type Content, commitmentToRow, hashOfSeal, type Seal } from './seal.ts'
import { contentOf, type Stream, streams } from './sealed-streams.ts'

export interface SealFault {
  /** The name of the area. */
  readonly area: string
  readonly stream: string
  /** Of the row; nothing where only a seal's number is known. */
  readonly id: string | null
  /** Of the seal; nothing where there is none. */
  readonly number: number | null
  readonly why: string
}

/** What waits to be sealed: how many rows of a stream, and the moment of the oldest, in milliseconds since 1970. */
export interface Tail {
  readonly stream: string
  readonly count: number
  readonly oldest: number
}

export interface SealsVerified {
  readonly sealed: number
  /** The first fault of each area's chain, and the first row of each stream that was added. */
  readonly faults: readonly SealFault[]
  readonly waiting: readonly Tail[]
}

const sealsAtOnce = 2000
/** Rows are sealed within minutes of being written, so one that is this much older than its neighbours came afterwards. */
const mostLate = 3_600_000

interface Area {
  readonly id: string
  readonly name: string
}

/**
 * Verifies the seals of all areas, within the caller's snapshot. Memory does not grow with the log.
 * @param onProgress told after each batch how many seals are done
 */
export async function verifySeals(
  client: PoolClient,
  onProgress: (done: number) => void = () => undefined,
): Promise<SealsVerified> {
  const { rows: areas } = await client.query<Area>('select id, name from area order by id')
  const faults: SealFault[] = []
  let sealed = 0
  for (const area of areas) {
    const walked = await walk(client, area, done => onProgress(sealed + done))
    sealed += walked.sealed
    if (walked.fault) faults.push(walked.fault)
    faults.push(...(await findAdded(client, area, walked.newest)), ...(await findStretched(client, area)))
  }
  return { sealed, faults, waiting: await readTail(client) }
}

interface Walked {
  readonly sealed: number
  readonly fault: SealFault | undefined
  /** When the newest entry of the reading log that is sealed was written. */
  readonly newest: number
}

async function walk(client: PoolClient, area: Area, onProgress: (done: number) => void): Promise<Walked> {
  let previous: Buffer = Buffer.alloc(0)
  let [last, sealed, newest] = [0, 0, 0]
  let fault: SealFault | undefined
  for (;;) {
    const seals = await readSeals(client, area.id, last)
    const rows = await readRows(client, area.id, seals)
    for (const seal of seals) {
      fault ??= faultOf(area, seal, last + 1, previous, rows.get(keyOf(seal)), newest)
      if (seal.stream === 'reading') newest = Math.max(newest, madeAt(seal.row_id) ?? 0)
      previous = seal.hash
      last = seal.number
    }
    sealed += seals.length
    onProgress(sealed)
    if (seals.length < sealsAtOnce) break
  }
  fault ??= await faultOfEnd(client, area, last, previous)
  return { sealed, fault, newest }
}

async function readSeals(client: PoolClient, areaId: string, after: number): Promise<Seal[]> {
  const { rows } = await client.query<Seal>({
    name: 'seals after',
    text: `select area_id, number, stream, row_id, part, sealed_at, salt, commitment, hash from seal
           where area_id = $1 and number > $2 order by number limit ${sealsAtOnce}`,
    values: [areaId, after],
  })
  return rows
}

interface Row {
  readonly id: string
  readonly part: string | null
  readonly is_sealed: boolean
  /** Of a case that was disposed of: its words went, and the salt with them. */
  readonly is_disposed: boolean
  readonly content: Content
}

function keyOf({ stream, row_id, part }: Pick<Seal, 'stream' | 'row_id' | 'part'>): string {
  return `${stream}/${row_id}/${part ?? ''}`
}

async function readRows(client: PoolClient, areaId: string, seals: readonly Seal[]): Promise<Map<string, Row>> {
  const found = new Map<string, Row>()
  for (const stream of streams) {
    const named = seals.filter(seal => seal.stream === stream.name)
    if (named.length === 0) continue
    const part = stream.part ? `r.${stream.part}` : 'null'
    const { rows } = await client.query<Row>({
      name: `sealed ${stream.name}`,
      text: `select r.${stream.id} as id, ${part} as part, r.${stream.flag} as is_sealed, ${isDisposed(stream)} as is_disposed, ${contentOf(stream)} as content
             from unnest($2::uuid[], $3::uuid[]) as n (id, part)
             join ${stream.table} r on r.area_id = $1 and r.${stream.id} = n.id ${stream.part ? `and r.${stream.part} = n.part` : ''}
             where ${stream.where}`,
      values: [areaId, named.map(seal => seal.row_id), named.map(seal => seal.part)],
    })
    for (const row of rows) found.set(keyOf({ stream: stream.name, row_id: row.id, part: row.part }), row)
  }
  return found
}

function isDisposed({ ofCase }: Stream): string {
  return ofCase
    ? `exists (select from fact d where d.act = 'dispose' and d.area_id = r.area_id and d.case_id = r.case_id)`
    : 'false'
}

const wordsOf = (name: string) => streams.find(stream => stream.name === name)?.words ?? name

function faultOf(
  area: Area,
  seal: Seal,
  expected: number,
  previous: Buffer,
  row: Row | undefined,
  newest: number,
): SealFault | undefined {
  const words = wordsOf(seal.stream)
  const fault = (why: string): SealFault => {
    const { stream, number } = seal
    return { area: area.name, stream, id: seal.part ? `${seal.row_id}/${seal.part}` : seal.row_id, number, why }
  }
  if (seal.number !== expected)
    return { area: area.name, stream: 'seal', id: null, number: expected, why: 'This seal is missing.' }
  if (!hashOfSeal(seal, previous).equals(seal.hash))
    return fault('The seal of this row was altered, added or put in another order.')
  if (!row) return fault(`This ${words} is missing.`)
  if (seal.salt === null && !row.is_disposed)
    return fault(`What proves this ${words} was taken away, and no record says so.`)
  if (seal.salt !== null && !commitmentToRow(seal.salt, row.content).equals(seal.commitment))
    return fault(`This ${words} was altered.`)
  if (!row.is_sealed) return fault(`This ${words} was taken away and put back, or its mark as sealed was removed.`)
  if (seal.stream === 'reading' && isLate(seal.row_id, newest))
    return fault(`This ${words} was added: it claims to be older than what had been sealed before it.`)
  return undefined
}

function isLate(id: string, newest: number): boolean {
  const made = madeAt(id)
  return made !== undefined && made < newest - mostLate
}

/** Whether the chain ends where its head says. */
async function faultOfEnd(client: PoolClient, area: Area, last: number, hash: Buffer): Promise<SealFault | undefined> {
  const { rows } = await client.query<{ number: number; hash: Buffer }>(
    'select number, hash from seal_head where area_id = $1',
    [area.id],
  )
  const head = rows[0] ?? { number: 0, hash: Buffer.alloc(0) }
  const fault = (number: number, why: string): SealFault => ({
    area: area.name,
    stream: 'seal',
    id: null,
    number,
    why,
  })
  if (head.number > last) return fault(last + 1, 'This seal is missing: the chain ends before it.')
  if (head.number < last) return fault(head.number + 1, 'This seal was added: the chain should end before it.')
  return head.hash.equals(hash) ? undefined : fault(last, 'This seal is not the one that was made last.')
}

/** Of each stream the first row that says it is sealed and has no seal, or waits and claims to be older than it can be. */
async function findAdded(client: PoolClient, area: Area, newest: number): Promise<SealFault[]> {
  const faults: SealFault[] = []
  for (const stream of streams) {
    const { rows } = await client.query<{ id: string }>(
      `select r.${stream.id}${stream.part ? ` || '/' || r.${stream.part}` : ''} as id from ${stream.table} r
       where r.area_id = $1 and r.${stream.flag} and not exists (select from seal s where s.area_id = r.area_id
         and s.stream = '${stream.name}' and s.row_id = r.${stream.id} ${stream.part ? `and s.part = r.${stream.part}` : ''})
       order by r.${stream.moment}, 1 limit 1`,
      [area.id],
    )
    const why = `This ${stream.words} has no seal although it is marked as sealed: it was added, or its seal was taken away.`
    for (const { id } of rows) faults.push({ area: area.name, stream: stream.name, id, number: null, why })
  }
  const { rows } = await client.query<{ id: string }>(
    // Identifiers begin with the time at which they were made.
    `select id from reading_log where area_id = $1 and not sealed and id < $2 and substr(id::text, 15, 1) = '7' order by id limit 1`,
    [area.id, firstIdAt(newest - mostLate)],
  )
  const why = 'This entry of the reading log was added: it claims to be older than what is sealed already.'
  for (const { id } of rows) faults.push({ area: area.name, stream: 'reading', id, number: null, why })
  return faults
}

/**
 * The first record that a disclosure covers until another moment, or for other people, than the disclosure and its recall say. Both stand beside
 * each record, so that nobody looks them up, and the moment changes with a recall: they are not sealed, and must follow from what is.
 */
async function findStretched(client: PoolClient, area: Area): Promise<SealFault[]> {
  const { rows } = await client.query<{ id: string }>(
    `select f.disclosure_id || '/' || f.root as id from disclosed_fact f
     join disclosure d on d.area_id = f.area_id and d.id = f.disclosure_id
     where f.area_id = $1 and (f.until_at is distinct from least(d.until_at, d.recalled_at) or f.post_ids is distinct from d.post_ids) order by f.reached_at, 1 limit 1`,
    [area.id],
  )
  const why =
    'Until when this record may be seen, or by whom, was altered: its disclosure and the recall of it say otherwise.'
  return rows.map(({ id }) => ({ area: area.name, stream: 'disclosed-fact', id, number: null, why }))
}

async function readTail(client: PoolClient): Promise<Tail[]> {
  const tails: Tail[] = []
  for (const stream of streams) tails.push(...(await readTailOf(client, stream)))
  return tails
}

async function readTailOf(client: PoolClient, stream: Stream): Promise<Tail[]> {
  const { rows } = await client.query<{ count: number; oldest: number | null }>(
    `select count(*) as count, min(${stream.moment}) as oldest from ${stream.table} where not ${stream.flag} and ${stream.where}`,
  )
  return rows.flatMap(({ count, oldest }) => (oldest === null ? [] : [{ stream: stream.name, count, oldest }]))
}
