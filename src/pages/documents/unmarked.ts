/** Words for somebody outside: without what was marked. */
import { readMarks } from '../../engine/marks.ts'

/** @param text as it was written, with its marks @returns what stands outside every mark */
export function unmarked(text: string): string {
  return readMarks(text)
    .filter(piece => !piece.isNotation && piece.marks.length === 0)
    .map(piece => piece.text)
    .join('')
    .trim()
}
