/**
 * Words of a case as they may be read: what a redaction names is gone from the moment the redaction is recorded, whether or not its
 * text was taken away yet. Every reader of narrative asks here.
 */
import type { Entry } from '../engine/fact.ts'
import type { Redacted } from './command.ts'

/** Words of entries: entry id, then field. Words that were taken away are null. */
export type WordsOfEntries = Map<string, Record<string, string | null>>

export interface WordsRow {
  readonly fact_id: string
  readonly field: string
  readonly text: string | null
}

type Redacting = Pick<Entry, 'id' | 'act' | 'data' | 'number'>

/** What a redaction names. */
export function redactedOf(entry: Redacting): Redacted | undefined {
  return entry.act === 'redact' ? (entry.data as unknown as Redacted) : undefined
}

/** The redaction of a field of an entry, where there is one. */
export function redactedBy<E extends Redacting>(
  entries: readonly E[],
  { entry, field }: Pick<Redacted, 'entry' | 'field'>,
): E | undefined {
  return entries.find(one => {
    const redacted = redactedOf(one)
    return redacted?.entry === entry && redacted.field === field
  })
}

/**
 * Words by entry and field, with what redactions left of them in their place: an older version reads as what was left of it.
 * @param entries of the same cases, redactions among them
 */
export function readableWords(rows: readonly WordsRow[], entries: Iterable<Redacting>): WordsOfEntries {
  const words: WordsOfEntries = new Map()
  for (const { fact_id: id, field, text } of rows) {
    const ofEntry = words.get(id)
    if (ofEntry) ofEntry[field] = text
    else words.set(id, { [field]: text })
  }
  const redactions = [...entries].filter(({ act }) => act === 'redact')
  // The latest first: what it left stands in place of what an earlier one had left.
  for (const one of redactions.toSorted((a, b) => b.number - a.number)) {
    const { entry, field } = redactedOf(one) as Redacted
    const left = words.get(one.id)?.[field] ?? null
    words.delete(one.id)
    const ofEntry = words.get(entry)
    if (ofEntry && field in ofEntry) ofEntry[field] = left
  }
  return words
}
