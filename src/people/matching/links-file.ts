/** The links between two lists as a file that both agencies can read. */
import type { Match } from './match.ts'

/** Rows of `id_a,id_b,score,band`, the surest first; the score with four decimals, a chance from 0 to 1. */
export function stringify(matches: readonly Match[]): string {
  const rows = matches.map(({ one, other, score, band }) =>
    [one.id, other.id, score.toFixed(4), band].map(cell).join(','),
  )
  return `${['id_a,id_b,score,band', ...rows].join('\n')}\n`
}

function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
