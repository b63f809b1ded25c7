/**
 * What people of an agency began to write about a case and did not record, and what they noted at meetings. Theirs alone otherwise; when somebody asks for the record
 * about themselves it is part of what the agency holds, and whoever answers reads it.
 */
import type { PoolClient } from 'pg'
import { transaction } from '../platform/transaction.ts'
import type { Author } from './command.ts'
import type { Ledger } from './ledger.ts'
import { refuseUnlessMay } from './may-act.ts'

export interface DraftOfCase {
  readonly id: string
  /** The address of its form. */
  readonly form: string
  readonly typed: Readonly<Record<string, unknown>>
  /** Who writes it. */
  readonly by: string
  /** In milliseconds since 1970. */
  readonly savedAt: number
}

/**
 * The drafts of people who hold a post at the author's agency now, oldest first.
 * @throws NotFound, NotAllowed where the post does not answer requests for the record
 */
export function readDraftsOfCase(
  ledger: Ledger,
  areaId: string,
  caseId: string,
  by: Author & { readonly postId: string },
): Promise<DraftOfCase[]> {
  return transaction(ledger.recorder, async client => {
    await refuseUnlessMay(client, areaId, caseId, by, 'answer-access-request')
    return draftsWithin(client, areaId, caseId, by.agencyId)
  })
}

/** The same within a transaction of the recorder, for whoever was asked already whether they may. */
export async function draftsWithin(
  client: PoolClient,
  areaId: string,
  caseId: string,
  agencyId: string,
): Promise<DraftOfCase[]> {
  const { rows } = await client.query<DraftOfCase>({
    name: 'drafts of case',
    text: `select d.id, d.form, coalesce(d.body->'typed', '{}') as typed, w.name as by, d.saved_at as "savedAt"
           from draft d join case_file c on c.area_id = d.area_id and c.id = $2
           join practitioner w on w.id = d.practitioner_id
           where d.area_id = $1 and (d.case_id = $2 or d.form like '/case/' || c.reference || '/%')
             and exists (select from post p where p.practitioner_id = w.id and p.agency_id = $3
               and p.from_at <= now() and (p.until_at is null or p.until_at > now()))
           union all
           select md5(n.meeting::text || n.post_id::text)::uuid, '/case/' || c.reference || '/meeting/' || n.meeting || '/note',
             jsonb_build_object('note', n.words), w.name, n.written_at
           from meeting_note n join case_file c on c.area_id = n.area_id and c.id = n.case_id
           join post p on p.id = n.post_id join practitioner w on w.id = p.practitioner_id
           where n.area_id = $1 and n.case_id = $2 and n.agency_id = $3
           order by 5, 1`,
    values: [areaId, caseId, agencyId],
  })
  return rows
}
