/** The problems of an import as a file for a spreadsheet. */
import type { ProblemRow } from './imports.ts'

const head = ['Line in the file', 'Child', 'Place', 'What happened']

/** As text with commas. A cell is never a formula, whatever the file said; the mark at the start tells Excel the encoding. */
export function asCsv(problems: readonly ProblemRow[]): string {
  const lines = problems.map(({ line, child, path, why }) => [
    line === null ? '' : String(line),
    child ?? '',
    path ?? '',
    why,
  ])
  return `\uFEFF${[head, ...lines].map(cells => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
