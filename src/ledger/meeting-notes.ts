/** What each person writes down at a meeting: a note of their own each, so that nobody’s words can overwrite another’s. */
import type { PoolClient } from 'pg'
import { Conflict, Gone } from '../access/refusals.ts'
import { transaction } from '../platform/transaction.ts'
import { disposedOf } from './check-acts.ts'
import type { Author } from './command.ts'
import type { Ledger } from './ledger.ts'

export interface MeetingNote {
  readonly postId: string
  readonly agencyId: string
  readonly words: string
  readonly version: number
  /** In milliseconds since 1970. */
  readonly writtenAt: number
}

/** Longest note of one person, in characters. */
export const longestNote = 20_000

/** The notes of a meeting that the reader may see, in the order in which they were last written. */
export async function readNotes(
  client: PoolClient,
  { areaId }: { readonly areaId: string },
  meeting: string,
): Promise<MeetingNote[]> {
  const { rows } = await client.query<MeetingNote>({
    name: 'notes of meeting',
    text: `select post_id as "postId", agency_id as "agencyId", words, version, written_at as "writtenAt"
           from meeting_note where area_id = $1 and meeting = $2 order by written_at, post_id`,
    values: [areaId, meeting],
  })
  return rows
}

export interface NoteToWrite {
  readonly areaId: string
  readonly caseId: string
  /** The fact that called the meeting. The caller has seen that the author may see it. */
  readonly meeting: string
  readonly by: Author & { readonly postId: string }
  readonly words: string
  /** The version that the author saw; 0 before the first. */
  readonly seen: number
}

/**
 * Writes the note of one person over what they wrote before.
 * @returns the note’s new version
 * @throws Conflict where they wrote more of it in another window, Gone where the record was disposed of
 */
export function writeNote({ recorder, now }: Ledger, note: NoteToWrite): Promise<number> {
  const { areaId, caseId, meeting, by, words, seen } = note
  return transaction(recorder, async client => {
    // Held against whoever disposes of it meanwhile: a note that came after would stay for ever.
    const { rowCount: isThere } = await client.query({
      name: 'case to note on',
      text: 'select from case_file where area_id = $1 and id = $2 and disposed_at is null for key share',
      values: [areaId, caseId],
    })
    if (!isThere) throw new Gone(disposedOf)
    const { rows } = await client.query<{ version: number }>({
      name: 'write note of meeting',
      text: `insert into meeting_note as n (area_id, case_id, meeting, post_id, agency_id, words, written_at)
             select $1, $2, $3, $4, $5, $6, $7 where $8 = 0
             on conflict (area_id, meeting, post_id) do nothing returning version`,
      values: [areaId, caseId, meeting, by.postId, by.agencyId, words, new Date(now()), seen],
    })
    if (rows[0]) return rows[0].version
    const again = await client.query<{ version: number }>({
      name: 'write note of meeting again',
      text: `update meeting_note set words = $4, version = version + 1, written_at = $5
             where area_id = $1 and meeting = $2 and post_id = $3 and (version = $6 or words = $4) returning version`,
      values: [areaId, meeting, by.postId, words, new Date(now()), seen],
    })
    if (again.rows[0]) return again.rows[0].version
    throw new Conflict('You wrote more of this note in another window. What you wrote here was not saved over it.', [])
  })
}

/**
 * Takes passages that are removed from a record out of every note that repeats them, however its lines are broken. A single word is left:
 * elsewhere it may mean somebody else, and what is taken out of a note does not come back. Whoever wrote the note can take it out.
 */
export async function removeFromNotes(
  client: PoolClient,
  areaId: string,
  caseId: string,
  removed: readonly string[],
  says: string,
): Promise<void> {
  const sought = removed.map(words => words.trim()).filter(words => /\s/.test(words))
  if (sought.length === 0) return
  const { rows } = await client.query<{ meeting: string; post_id: string; words: string }>({
    name: 'notes of case to look through',
    text: 'select meeting, post_id, words from meeting_note where area_id = $1 and case_id = $2 for update',
    values: [areaId, caseId],
  })
  // The longest first: what is part of another is not left standing around its place.
  const ofEach = sought
    .toSorted((one, other) => other.length - one.length)
    .map(words => words.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(/\s+/g, '\\s+'))
  // No passage begins or ends in the middle of a word.
  const repeated = new RegExp(`(?<![\\p{L}\\p{N}])(?:${ofEach.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  for (const { meeting, post_id: post, words } of rows) {
    const left = words.replaceAll(repeated, () => says)
    if (left !== words)
      await client.query({
        name: 'take words out of note',
        text: 'update meeting_note set words = left($4, $5), version = version + 1 where area_id = $1 and meeting = $2 and post_id = $3',
        values: [areaId, meeting, post, left, longestNote],
      })
  }
}

/** Takes away every note of a case: its record is disposed of. */
export async function deleteNotes(client: PoolClient, areaId: string, caseId: string): Promise<void> {
  await client.query({
    name: 'delete notes of meetings',
    text: 'delete from meeting_note where area_id = $1 and case_id = $2',
    values: [areaId, caseId],
  })
}
