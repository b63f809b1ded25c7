/**
 * The hash chain of a case: each fact's hash covers the one before it, all its fixed columns, a commitment to its codes
 * and dates, and a salted commitment to its narrative. Taking words away later breaks nothing; changing them does.
 */
import { createHash, randomBytes } from 'node:crypto'

/** A row of `fact` as it is inserted and verified. Instants are milliseconds since 1970. */
export interface FactRow {
  area_id: string
  case_id: string
  number: number
  id: string
  root: string
  act: string
  kind: string
  shape: number
  happened_from: string
  happened_to: string
  certainty: string
  happened_at: number | null
  recorded_at: number
  recorded_by: string | null
  agency_id: string
  compartment_id: string
  about: string | null
  answers: string | null
  occasion: string | null
  moved_from: string | null
  /** Of a fact that was moved here: when it was first recorded on the other case. */
  known_since: number | null
  source: string | null
  import_id: string | null
  submission_id: string
  submission_part: number
  data: Readonly<Record<string, unknown>>
  narrative_commitment: Buffer
}

/** A passage of narrative with its salt and its commitment, which stays when the words are taken away. */
export interface Passage {
  readonly field: string
  readonly text: string
  readonly salt: Buffer
  readonly commitment: Buffer
}

function sha256(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** JSON with keys in order, so that the same data always gives the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}

/** Passages with fresh salts, for the non-empty texts of a form. */
export function passagesOf(narrative: Readonly<Record<string, string>>): Passage[] {
  return Object.entries(narrative)
    .filter(([, text]) => text !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, text]) => {
      const salt = randomBytes(16)
      return { field, text, salt, commitment: commitmentTo(field, text, salt) }
    })
}

/** What one passage's commitment must be. */
export function commitmentTo(field: string, text: string, salt: Buffer): Buffer {
  return sha256(salt, field, '\0', text)
}

/** The commitment to a fact's whole narrative, passages in order of their field. Empty where it has none. */
export function narrativeCommitment(passages: readonly Pick<Passage, 'field' | 'commitment'>[]): Buffer {
  return passages.length === 0 ? Buffer.alloc(0) : sha256(...passages.flatMap(one => [one.field, '\0', one.commitment]))
}

/** The hash of a row that follows the row with hash `previous` (empty for the first of a case). */
export function hashOf(row: FactRow, previous: Buffer): Buffer {
  const fixed = [
    row.area_id,
    row.case_id,
    row.number,
    row.id,
    row.root,
    row.act,
    row.kind,
    row.shape,
    row.happened_from,
    row.happened_to,
    row.certainty,
    row.happened_at,
    row.recorded_at,
    row.recorded_by,
    row.agency_id,
    row.compartment_id,
    row.about,
    row.answers,
    row.occasion,
    row.moved_from,
    row.source,
    row.import_id,
    row.submission_id,
    row.submission_part,
    // Rows of before there was this column keep the hash that they have.
    ...(row.known_since === null ? [] : [row.known_since]),
  ]
  return sha256(previous, JSON.stringify(fixed), sha256(canonical(row.data)), row.narrative_commitment)
}
