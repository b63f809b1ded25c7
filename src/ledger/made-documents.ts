/**
 * Documents that are made beside requests. Whoever asks hands over the description, put together of what they may see; a job makes the
 * file of it and says how far it has come. The file is kept for whoever asked, for a day.
 */
import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { idFrom } from '../platform/identifier.ts'

/** How long a made document is kept, in milliseconds. */
export const keptFor = 24 * 60 * 60 * 1000

export interface AskingToMake {
  readonly areaId: string
  readonly caseId: string
  readonly practitionerId: string
  readonly postId: string
  readonly submissionId: string
  readonly what: string
  readonly form: string
  /** The description, as data. */
  readonly content: unknown
  /** How many parts it has: progress is counted in them. */
  readonly parts: number
  /** In milliseconds since 1970: the moment on the document. */
  readonly at: number
}

/** The SHA-256 of a description. */
export function fingerprintOf(content: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(content)).digest()
}

/** Asks for a document to be made. The same submission again asks for nothing. @returns its id */
export async function askToMake(recorder: Pool, asking: AskingToMake): Promise<string> {
  const { areaId, caseId, practitionerId, postId, submissionId, what, form, content, parts, at } = asking
  const id = idFrom('made document', submissionId, postId, what, form)
  await recorder.query({
    name: 'ask to make document',
    text: `insert into made_document (area_id, id, case_id, practitioner_id, post_id, what, form, content, fingerprint, parts, asked_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    values: [
      areaId,
      id,
      caseId,
      practitionerId,
      postId,
      what,
      form,
      JSON.stringify(content),
      fingerprintOf(content),
      parts,
      new Date(at),
    ],
  })
  return id
}

/** How a document stands that somebody asked for. */
export interface MadeDocument {
  readonly areaId: string
  readonly id: string
  readonly caseId: string
  readonly reference: string
  readonly what: string
  readonly form: string
  readonly parts: number
  readonly done: number
  /** In milliseconds since 1970. */
  readonly askedAt: number
  readonly finishedAt: number | null
  readonly failed: boolean
  readonly fingerprint: Buffer
}

const madeColumns = `m.area_id as "areaId", m.id, m.case_id as "caseId", c.reference, m.what, m.form, m.parts, m.done, m.asked_at as "askedAt",
  m.finished_at as "finishedAt", m.failed, m.fingerprint from made_document m join case_file c on c.area_id = m.area_id and c.id = m.case_id`

/** One that the reader asked for less than a day ago, of a case that they may still see; nothing otherwise. */
export async function findMade(client: PoolClient, id: string, now: number): Promise<MadeDocument | undefined> {
  const { rows } = await client.query<MadeDocument>({
    name: 'made document',
    text: `select ${madeColumns} where m.id = $1 and m.asked_at > $2`,
    values: [id, new Date(now - keptFor)],
  })
  return rows[0]
}

/** Those of a case that the reader asked for within the last day, the newest first. */
export async function listMade(
  client: PoolClient,
  areaId: string,
  caseId: string,
  now: number,
): Promise<MadeDocument[]> {
  const { rows } = await client.query<MadeDocument>({
    name: 'made documents of case',
    text: `select ${madeColumns} where m.area_id = $1 and m.case_id = $2 and m.asked_at > $3 order by m.asked_at desc, m.id desc limit 20`,
    values: [areaId, caseId, new Date(now - keptFor)],
  })
  return rows
}

/** Its bytes, once it is made. */
export async function readMade(
  client: PoolClient,
  { areaId, id }: Pick<MadeDocument, 'areaId' | 'id'>,
): Promise<Buffer | undefined> {
  const { rows } = await client.query<{ bytes: Buffer | null }>({
    name: 'bytes of made document',
    text: 'select bytes from made_document where area_id = $1 and id = $2',
    values: [areaId, id],
  })
  return rows[0]?.bytes ?? undefined
}

export interface Claimed {
  readonly areaId: string
  readonly id: string
  readonly form: string
  readonly content: unknown
}

const silentFor = 60_000
/** One that fell silent so often is said to have failed: it may be what stops whoever makes it. */
const mostBegun = 3

/** Takes the oldest that nobody makes. @returns nothing where there is none */
export async function claimToMake(recorder: Pool, now: number): Promise<Claimed | undefined> {
  const { rows } = await recorder.query<Claimed>({
    name: 'claim document',
    text: `with given_up as (
             update made_document set failed = true, done = parts, content = null, finished_at = $1
             where finished_at is null and begun >= ${mostBegun} and claimed_at < $2)
           update made_document m set claimed_at = $1, done = 0, begun = begun + 1 from (
             select area_id, id from made_document
             where finished_at is null and (claimed_at is null or claimed_at < $2) and begun < ${mostBegun}
             order by asked_at, id limit 1 for update skip locked) n
           where m.area_id = n.area_id and m.id = n.id
           returning m.area_id as "areaId", m.id, m.form, m.content`,
    values: [new Date(now), new Date(now - silentFor)],
  })
  return rows[0]
}

/** Says how far it has come. */
export async function sayDone(recorder: Pool, { areaId, id }: Claimed, done: number, now: number): Promise<void> {
  await recorder.query({
    name: 'document so far',
    text: 'update made_document set done = $3, claimed_at = $4 where area_id = $1 and id = $2 and finished_at is null',
    values: [areaId, id, done, new Date(now)],
  })
}

/** Keeps the file, or says that it could not be made. */
export async function finishMaking(
  recorder: Pool,
  { areaId, id }: Claimed,
  bytes: Buffer | undefined,
  now: number,
): Promise<void> {
  await recorder.query({
    name: 'document made',
    text: `update made_document set bytes = $3, failed = $4, done = parts, content = null, finished_at = $5
           where area_id = $1 and id = $2 and finished_at is null`,
    values: [areaId, id, bytes ?? null, bytes === undefined, new Date(now)],
  })
}

/** Deletes those whose day is over. @returns how many */
export async function deleteOldMade(recorder: Pool, now: number): Promise<number> {
  const { rowCount } = await recorder.query({
    name: 'delete old documents',
    text: 'delete from made_document where asked_at <= $1',
    values: [new Date(now - keptFor)],
  })
  return rowCount ?? 0
}
