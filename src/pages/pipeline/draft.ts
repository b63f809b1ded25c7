// Drafts: what somebody began to write, on the server, theirs alone. Deleted by the ledger in the transaction that records.

import type { Pool, PoolClient } from 'pg'
import { newId } from '../../platform/identifier.ts'
import { asPractitioner } from './as-practitioner.ts'
import type { Fields } from './fields.ts'

export interface Draft {
  readonly submission: string
  readonly version: number
  /** The address of the form. */
  readonly form: string
  /** What the form is for: "Record a strategy discussion". */
  readonly title: string
  readonly typed: Fields
  /** In milliseconds since 1970. */
  readonly savedAt: number
}

/** A draft on its way: `version` is the one that the person saw, 0 where nothing was saved yet. */
export interface DraftToSave extends Omit<Draft, 'savedAt'> {
  readonly areaId: string
  readonly caseId: string | null
}

/** Saved, with the new version; or not, because it was saved, recorded or discarded elsewhere since. */
export type Saved =
  | { readonly isSaved: true; readonly version: number; readonly savedAt: number }
  | { readonly isSaved: false }

/** Saves a draft unless another window saved a later version. The same words twice are no conflict. */
export function saveDraft(door: Pool, practitionerId: string, draft: DraftToSave, at: number): Promise<Saved> {
  return asPractitioner(door, practitionerId, client => saveDraftWithin(client, practitionerId, draft, at))
}

/** The same, within a transaction on behalf of that practitioner. */
export async function saveDraftWithin(
  client: PoolClient,
  practitionerId: string,
  draft: DraftToSave,
  at: number,
): Promise<Saved> {
  const { submission, version, form, title, typed, areaId, caseId } = draft
  const { rows } = await client.query<{ version: number }>({
    name: 'save draft',
    text: `
      insert into draft as d (id, practitioner_id, area_id, case_id, form, submission_id, version, body, saved_at)
      select $1, $2, $3, $4, $5, $6, 1, $8, $9
      where $7 = 0 or exists (select from draft o where o.practitioner_id = $2 and o.submission_id = $6)
      on conflict (practitioner_id, submission_id) do update
        set version = d.version + 1, body = excluded.body, saved_at = excluded.saved_at, case_id = coalesce(d.case_id, excluded.case_id)
        where d.version = $7 or (d.version = $7 + 1 and d.body = excluded.body)
      returning version`,
    values: [
      newId(),
      practitionerId,
      areaId,
      caseId,
      form,
      submission,
      isVersion(version) ? version : -1,
      { title, typed },
      new Date(at),
    ],
  })
  return rows[0] ? { isSaved: true, version: rows[0].version, savedAt: at } : { isSaved: false }
}

/** A forged version is nobody's. */
function isVersion(version: number): boolean {
  return Number.isInteger(version) && version >= 0 && version < 2 ** 31 - 1
}

interface Row {
  submission_id: string
  version: number
  form: string
  body: { title: string; typed: Fields }
  saved_at: number
}

/** The draft of one submission; nothing where this practitioner has none. */
export async function findDraft(door: Pool, practitionerId: string, submission: string): Promise<Draft | undefined> {
  const drafts = await readDrafts(door, practitionerId, submission)
  return drafts[0]
}

/** What a practitioner began to write, newest first. */
export function draftsOf(door: Pool, practitionerId: string): Promise<Draft[]> {
  return readDrafts(door, practitionerId, null)
}

function readDrafts(door: Pool, practitionerId: string, submission: string | null): Promise<Draft[]> {
  return asPractitioner(door, practitionerId, async client => {
    const { rows } = await client.query<Row>({
      name: 'drafts',
      text: `select submission_id, version, form, body, saved_at from draft
             where practitioner_id = $1 and ($2::uuid is null or submission_id = $2) order by saved_at desc, id desc`,
      values: [practitionerId, submission],
    })
    return rows.map(row => ({
      submission: row.submission_id,
      version: row.version,
      form: row.form,
      ...row.body,
      savedAt: row.saved_at,
    }))
  })
}

/** Throws a draft away. */
export function discardDraft(door: Pool, practitionerId: string, submission: string): Promise<void> {
  return asPractitioner(door, practitionerId, async client => {
    await client.query('delete from draft where practitioner_id = $1 and submission_id = $2', [
      practitionerId,
      submission,
    ])
  })
}
