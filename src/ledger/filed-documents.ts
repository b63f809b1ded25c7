/**
 * Documents that are filed: the record and the file in one transaction. What the file must be stands in the record's data, so that the
 * chain vouches for it; the file stands beside it, is seen with the record's words, and goes with them. Its bytes are in that row, or
 * in a store whose object the row names.
 */
import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Entry } from '../engine/fact.ts'
import { transaction } from '../platform/transaction.ts'
import { documentFiled } from '../procedures/filed-document.ts'
import type { Author, Recorded, Recording } from './command.ts'
import type { Ledger } from './ledger.ts'
import { findSubmission, recordWithin } from './record.ts'
import { redactedBy } from './removed-words.ts'
import { putObject, recordObject } from './stored-objects.ts'

/** The largest file that is kept, in bytes. */
export const mostOfADocument = 20 * 1024 * 1024

/** Which file it is. */
export interface Kept {
  /** In hexadecimal. */
  readonly sha256: string
  /** In bytes. */
  readonly size: number
  /** The media type that its content was found to be. */
  readonly type: string
}

export interface Filing {
  readonly areaId: string
  readonly caseId: string
  readonly submissionId: string
  readonly by: Author & { readonly postId: string }
  readonly said: Pick<Recording, 'happened' | 'data' | 'narrative'>
  readonly bytes: Uint8Array
  readonly type: string
}

/**
 * Files a document. The same submission again changes nothing.
 * @throws NotFound, NotAllowed where the post may not record on the case; StoreFault where the store does not take the file
 */
export async function fileDocument(ledger: Ledger, filing: Filing): Promise<Recorded> {
  const before = await findSubmission(ledger, filing)
  if (before) return before
  const { areaId, caseId, submissionId, by, said, bytes, type } = filing
  const kept: Kept = { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, type }
  const act: Recording = {
    ...said,
    act: 'record',
    caseId,
    kind: documentFiled.kind,
    // In a list: what stands so in a record's data is for the ledger, and is shown as no answer.
    data: { ...said.data, kept: [kept] },
  }
  const key = ledger.store && (await putObject(ledger.recorder, ledger.store, bytes))
  try {
    return await transaction(ledger.recorder, async client => {
      const [recorded] = await recordWithin(client, ledger, [{ areaId, submissionId, by, acts: [act] }])
      await client.query({
        name: 'keep document',
        text: `insert into document_bytes (area_id, case_id, fact_id, compartment_id, bytes, stored_as)
               select area_id, case_id, id, compartment_id, $3, $4 from fact where area_id = $1 and id = $2`,
        values: [areaId, recorded?.ids[0], key ? null : bytes, key],
      })
      if (key) await recordObject(client, key)
      return recorded as Recorded
    })
  } catch (error) {
    // Sent twice at once: the other one filed it.
    const meanwhile = await findSubmission(ledger, filing)
    if (meanwhile) return meanwhile
    throw error
  }
}

/** Which file belongs to a record; nothing where it is no filed document. */
export function keptIn({ kind, data }: Pick<Entry, 'kind' | 'data'>): Kept | undefined {
  if (kind !== documentFiled.kind) return undefined
  return (data['kept'] as readonly Kept[] | undefined)?.[0]
}

/**
 * The file of a record, where it can still be had: it was not struck out, and nobody removed it.
 * @param history the entries of one fact, oldest first
 */
export function fileOf(history: readonly Entry[]): (Kept & { readonly factId: string }) | undefined {
  const [first] = history
  const kept = first && keptIn(first)
  const isGone =
    history.some(one => one.act === 'strike-out') || (first && redactedBy(history, { entry: first.id, field: 'file' }))
  return kept && !isGone ? { ...kept, factId: first.id } : undefined
}

/** Where the bytes of a file are: at hand, or in the store under a key. */
export type Held = { readonly bytes: Buffer } | { readonly storedAs: string }

/** Where the bytes of a file are, as far as the client's context may see them; nothing where that is nothing at all. */
export async function findHeld(
  client: PoolClient,
  areaId: string,
  caseId: string,
  factId: string,
): Promise<Held | undefined> {
  const { rows } = await client.query<{ bytes: Buffer | null; stored_as: string }>({
    name: 'document to read',
    text: 'select bytes, stored_as from document_bytes where area_id = $1 and case_id = $2 and fact_id = $3',
    values: [areaId, caseId, factId],
  })
  return rows[0] && (rows[0].bytes ? { bytes: rows[0].bytes } : { storedAs: rows[0].stored_as })
}
