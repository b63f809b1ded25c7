/**
 * Passages that a writer marked while writing: words about somebody else, words that could put somebody at risk, words that are not
 * for the parents. A mark is written into the text, "[risk: …]", so that it needs no script, survives copying, and is kept as typed.
 * Nothing is hidden by it: it says to whoever answers an access request later what to look at.
 */

export type Mark = 'third-party' | 'risk' | 'not-to-parents'

/** Each mark with the words that are typed and the label that is shown. */
export const marks: Readonly<Record<Mark, { readonly typed: string; readonly label: string }>> = {
  'third-party': { typed: 'third party', label: 'Third party' },
  risk: { typed: 'risk', label: 'Risk' },
  'not-to-parents': { typed: 'not to parents', label: 'Not to parents' },
}
const all = Object.keys(marks) as Mark[]

/** A stretch of a text under the same marks; its notation (brackets and names of marks) stands in pieces of its own. */
export interface Piece {
  /** Where it begins in the text, in UTF-16 units. */
  readonly from: number
  readonly text: string
  /** In the order of `marks`; none for ordinary words. */
  readonly marks: readonly Mark[]
  readonly isNotation: boolean
}

const opening = new RegExp(`\\[ ?(${all.map(mark => marks[mark].typed).join('|')}) ?: ?`, 'iy')
const emptyLine = /\n[ \t\r]*\n/y

/**
 * Divides a text into pieces, which put together are the text. A mark ends at its own closing bracket; one that is not closed
 * reaches to the end of its paragraph, so that a forgotten bracket keeps too much apart rather than too little. Marks may stand
 * within each other: words then carry all of them. Brackets that are no mark are ordinary words. Takes any text, and never throws.
 */
export function readMarks(text: string): Piece[] {
  const pieces: Piece[] = []
  // What is open: a mark, or an ordinary bracket within one.
  let open: (Mark | undefined)[] = []
  const times = new Map(all.map(mark => [mark, 0]))
  const count = (mark: Mark | undefined, by: number) => mark && times.set(mark, (times.get(mark) ?? 0) + by)
  let begun = 0
  const close = (end: number, isNotation: boolean) => {
    if (end > begun)
      pieces.push({ from: begun, text: text.slice(begun, end), marks: all.filter(mark => times.get(mark)), isNotation })
    begun = end
  }
  for (let at = 0; at < text.length; ) {
    const character = text[at]
    const found = character === '[' ? match(opening, text, at) : undefined
    if (found) {
      close(at, false)
      const mark = all.find(one => marks[one].typed === found[1]?.toLowerCase())
      open.push(mark)
      count(mark, 1)
      at += found[0].length
      close(at, true)
      continue
    }
    if (character === '[' && open.length > 0) open.push(undefined)
    else if (character === ']' && open.length > 0) {
      if (open.at(-1) === undefined) open.pop()
      else {
        close(at, false)
        close(at + 1, true)
        count(open.pop(), -1)
      }
    } else if (character === '\n' && open.length > 0 && match(emptyLine, text, at)) {
      close(at, false)
      open = []
      for (const mark of all) times.set(mark, 0)
    }
    at += 1
  }
  close(text.length, false)
  return pieces
}

/** The marked words of a text, without their notation, in their order. */
export function markedPassages(text: string): Piece[] {
  return readMarks(text).filter(piece => piece.marks.length > 0 && !piece.isNotation && piece.text.trim() !== '')
}

/** Words with a mark around them, as they would be typed. */
export function withMark(mark: Mark, words: string): string {
  return `[${marks[mark].typed}: ${words}]`
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}
