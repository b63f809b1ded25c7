/** Which words of a fact are meant, and where they stand: in what it says now, and in every earlier version of it. */
import type { PoolClient } from 'pg'
import { redactedBy } from './removed-words.ts'
import type { StoredEntry } from './rows.ts'

/** A passage of a field, or all of it. */
export interface WhichWords {
  /** What the fact itself says, in all its versions; or one entry: a reason, a disagreement. */
  readonly part: 'said' | { readonly entry: string }
  readonly field: string
  /** Nothing for all of it. */
  readonly passage: string | null
}

/** Words between two places (UTF-16 units) of the text of an entry. */
export interface Place {
  readonly entry: string
  readonly field: string
  readonly from: number
  readonly to: number
}

export type RawWords = ReadonlyMap<string, Readonly<Record<string, string | null>>>

/** Words as they are stored, without what redactions say of them; as far as the client may see. */
export async function readRawWords(
  client: PoolClient,
  areaId: string,
  caseId: string,
  entries: readonly Pick<StoredEntry, 'id'>[],
): Promise<RawWords> {
  const { rows } = await client.query<{ fact_id: string; field: string; text: string | null }>({
    name: 'words as stored',
    text: 'select fact_id, field, text from narrative where area_id = $1 and case_id = $2 and fact_id = any($3)',
    values: [areaId, caseId, entries.map(one => one.id)],
  })
  const words = new Map<string, Record<string, string | null>>()
  for (const row of rows) words.set(row.fact_id, { ...words.get(row.fact_id), [row.field]: row.text })
  return words
}

/**
 * Every place where the words stand. What an earlier removal left is looked at in the redaction that left it.
 * @param entries of one fact and one agency
 */
export function findPlaces(which: WhichWords, entries: readonly StoredEntry[], words: RawWords): Place[] {
  const { part, field, passage } = which
  const isMeant = ({ act, id }: StoredEntry) =>
    part === 'said' ? act === 'record' || act === 'correct' : id === part.entry
  return entries.filter(isMeant).flatMap(({ id }) => {
    const entry = standsIn(id, field, entries)
    const text = words.get(entry)?.[field]
    if (!text) return []
    if (passage === null) return [{ entry, field, from: 0, to: text.length }]
    return occurrences(text, passage).map(from => ({ entry, field, from, to: from + passage.length }))
  })
}

/** The entry whose narrative holds what is left of a field. */
function standsIn(id: string, field: string, entries: readonly StoredEntry[]): string {
  const redaction = redactedBy(entries, { entry: id, field })
  return redaction ? standsIn(redaction.id, field, entries) : id
}

function occurrences(text: string, passage: string): number[] {
  const found: number[] = []
  if (passage === '') return found
  for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + passage.length)) found.push(at)
  return found
}
