/**
 * Taking away what the ledger says is gone. The recorder writes the record and, with it, that something waits; the redactor and the
 * disposer, each by a login of its own, take text and salt away and then strike it off the list, in one transaction. Whatever stops
 * in between is taken up again: a removal that was done is done once more without effect.
 */
import type { Pool, PoolClient } from 'pg'
import { together, transaction } from '../platform/transaction.ts'
import { removeFromNotes } from './meeting-notes.ts'
import { holdSealing } from './seal.ts'

/** What takes words away. Each is opened when it is asked for. */
export interface Removers {
  redactor(): Promise<Pool>
  disposer(): Promise<Pool>
}

/** Says, in the transaction that records it, that words of a case wait to be taken away. */
export async function waitForRemoval(
  client: PoolClient,
  areaId: string,
  caseId: string,
  act: 'redact' | 'dispose',
  submissionId: string,
): Promise<void> {
  await client.query('insert into removal (area_id, case_id, act, submission_id) values ($1, $2, $3, $4)', [
    areaId,
    caseId,
    act,
    submissionId,
  ])
}

/**
 * Deletes what somebody was writing about a case where it repeats words that are removed: the words were copied from the record.
 * A note of a meeting keeps the rest of its words.
 * @param says what stands in their place
 */
export async function deleteRepeating(
  client: PoolClient,
  areaId: string,
  caseId: string,
  reference: string,
  removed: readonly string[],
  says: string,
): Promise<void> {
  const repeats = (body: unknown) => {
    const written = plain(JSON.stringify(body))
    return removed.some(words => written.includes(plain(JSON.stringify(words).slice(1, -1))))
  }
  const form = `/case/${reference}/%`
  const drafts = await client.query<{ id: string; body: unknown }>(
    'select id, body from draft where area_id = $1 and (case_id = $2 or form like $3)',
    [areaId, caseId, form],
  )
  const kept = await client.query<{ id: string; body: unknown }>(
    'select id, body from kept_request where url like $1',
    [form],
  )
  const ids = (rows: readonly { id: string; body: unknown }[]) =>
    rows.filter(row => repeats(row.body)).map(row => row.id)
  await client.query('delete from draft where id = any($1)', [ids(drafts.rows)])
  await client.query('delete from kept_request where id = any($1)', [ids(kept.rows)])
  await removeFromNotes(client, areaId, caseId, removed, says)
  // Made of the record as it was: whoever still needs one makes it anew.
  await client.query('delete from made_document where area_id = $1 and case_id = $2', [areaId, caseId])
}

/** As it reads: however its lines were broken. */
function plain(json: string): string {
  return json.replaceAll(/(\\r|\\n|\s)+/g, ' ')
}

interface Waiting {
  readonly area_id: string
  readonly case_id: string
}

const ofCase = 'area_id = $1 and case_id = $2'

/**
 * Takes away everything that waits, case by case.
 * @param isStopped asked after each case: whether to leave the rest for the next time
 * @returns how many cases
 */
export async function finishRemovals(removers: Removers, isStopped = () => false): Promise<number> {
  const redacting = [
    `
    update narrative n set text = null, salt = null from fact r
    where r.act = 'redact' and r.area_id = $1 and r.case_id = $2 and n.area_id = $1 and n.case_id = $2
      and r.data->>'entry' = n.fact_id::text and r.data->>'field' = n.field`,
    // Row security lets the redactor touch only files that a redaction names.
    `delete from document_bytes where ${ofCase}`,
  ]
  const redacted = await finish(await removers.redactor(), redacting, isStopped)
  return redacted + (await finish(await removers.disposer(), disposing, isStopped))
}

/** Row security lets the disposer touch only what belongs to a case that a record says is disposed of. */
const disposing = [
  `update narrative set text = null, salt = null where ${ofCase}`,
  `update seal set salt = null where area_id = $1 and (stream in ('disclosure', 'recall') and row_id in (select id from disclosure where ${ofCase})
     or stream = 'refusal' and row_id in (select id from disclosure_refusal where ${ofCase})
     or stream = 'opening' and row_id in (select id from break_glass where ${ofCase}))`,
  `update disclosure set necessity = '', not_told_why = null, recalled_why = null where ${ofCase}`,
  `update disclosure_refusal set why = null where ${ofCase}`,
  `update break_glass set reason = '' where ${ofCase}`,
  `delete from draft d using case_file c where c.area_id = $1 and c.id = $2 and d.area_id = $1 and (d.case_id = c.id or d.form like '/case/' || c.reference || '/%')`,
  `delete from kept_request k using case_file c where c.area_id = $1 and c.id = $2 and k.url like '/case/' || c.reference || '/%'`,
  `delete from document_bytes where ${ofCase}`,
  `delete from made_document where ${ofCase}`,
  `delete from import_fact where ${ofCase}`,
  `delete from import_child where ${ofCase}`,
] as const

async function finish(remover: Pool, statements: readonly string[], isStopped: () => boolean): Promise<number> {
  const { rows } = await remover.query<Waiting>(
    'select distinct area_id, case_id from removal order by area_id, case_id',
  )
  let done = 0
  for (const { area_id: areaId, case_id: caseId } of rows) {
    await transaction(remover, async client => {
      // Whoever holds the rows does it; somebody who waited finds none left.
      const values = [areaId, caseId]
      // A row that is sealed meanwhile would commit to words that go.
      await holdSealing(client, areaId)
      const held = await client.query('delete from removal where area_id = $1 and case_id = $2', values)
      if (held.rowCount) await together(statements.map(text => client.query(text, values)))
    })
    done += 1
    if (isStopped()) break
  }
  return done
}
