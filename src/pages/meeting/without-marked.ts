/**
 * A text without the words that a reader is not to have, so that it shows neither how many they are nor where they stood. Pure: text in,
 * text out.
 */
import { type Mark, markedPassages, readMarks } from '../../engine/marks.ts'

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/** What looks like the end of a sentence and is none: “Dr.”, an initial, the number of a line. */
const goesOn = /(?:\b(?:Dr|Mrs?|Ms|Prof|Rev|St|[A-Z])\.[ \t]*|^[ \t]*\d+[.)][ \t]*)$/

/**
 * Leaves out the sentences in which something is marked so, each whole: what is left of one would show the gap, or say something else.
 * @returns what is left, without any notation, and which of the marks stood there
 */
export function withoutMarked(text: string, kept: ReadonlySet<Mark>): { text: string; found: readonly Mark[] } {
  const passages = markedPassages(text).filter(piece => piece.marks.some(mark => kept.has(mark)))
  const found = [...new Set(passages.flatMap(piece => piece.marks.filter(mark => kept.has(mark))))]
  // The words as they are read, and from where to where of them is not for this reader.
  let plain = ''
  const hidden: (readonly [from: number, to: number])[] = []
  for (const piece of readMarks(text)) {
    if (piece.isNotation) continue
    const isHidden = piece.text.trim() !== '' && piece.marks.some(mark => kept.has(mark))
    if (isHidden) hidden.push([plain.length, plain.length + piece.text.trimEnd().length])
    plain += piece.text
  }
  if (hidden.length === 0) return { text: plain, found }
  let left = ''
  let begun = 0
  for (const { index, segment } of sentences.segment(plain)) {
    const end = index + segment.length
    if (end < plain.length && goesOn.test(plain.slice(begun, end))) continue
    if (!hidden.some(([from, to]) => from < end && begun < to)) left += plain.slice(begun, end)
    // The line ends where it did.
    else if (/\S[ \t]*$/.test(left) && segment.endsWith('\n')) left += '\n'
    begun = end
  }
  return {
    text: left
      .replaceAll(/[ \t]+$/gm, '')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim(),
    found,
  }
}
