/** Long lists come in pages: each says where the next one begins, in a text that only we read. */
import { z } from 'zod'
import { Unreadable } from './problem.ts'
import { clean } from './read-said.ts'

export const mostOnAPage = 500
const usual = 100

/** The parameters of every list. */
export const pageQuery = {
  limit: z.coerce
    .number({ error: `Ask for 1 to ${mostOnAPage}.` })
    .int()
    .min(1)
    .max(mostOnAPage)
    .default(usual),
  after: z.string().overwrite(clean).max(500).optional(),
} as const

/** The text that stands for a place in a list. */
export function cursorOf(place: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/**
 * The place that such a text stands for; nothing without one.
 * @throws Unreadable where it is none of ours
 */
export function placeIn<Place>(cursor: string | undefined, shape: z.ZodType<Place>): Place | undefined {
  if (cursor === undefined) return undefined
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw new Unreadable('"after" must be a "next" that an earlier answer gave.')
  }
}

/** A page of rows of which one more than asked for was read. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => readonly (string | number | null)[],
): { rows: readonly Row[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? cursorOf(placeOf(last)) : null }
}
