/**
 * Keeps a text that never ends out of the memory: an XML parser hands over a text only when it is over. What is too long is
 * cut before the parser sees it, so that what follows can still be read.
 */

/** How long a text may be, and how many lines were left out so far: the parser counts only those that it sees. */
export interface Cutting {
  readonly longest: number
  lines: number
  /** Told once for each text that is cut, when it is. */
  readonly onCut: () => void
}

/**
 * The pieces without what goes beyond the longest text between two tags. White space is left out without a word.
 * @param pieces decoded XML text
 */
export async function* withoutLongTexts(pieces: AsyncIterable<string>, cutting: Cutting): AsyncGenerator<string> {
  let isInTag = false
  let length = 0
  let isTold = false
  let end = ''
  for await (const piece of pieces) {
    let from = 0
    for (let at = 0; at < piece.length; ) {
      const next = piece.indexOf(isInTag ? '>' : '<', at)
      const until = next < 0 ? piece.length : next
      const keeps = isInTag ? until - at : Math.min(until - at, Math.max(cutting.longest - length, 0))
      if (keeps < until - at) {
        const cut = wholeCharacters(piece, at, at + keeps)
        yield piece.slice(from, cut)
        const left = piece.slice(cut, until)
        cutting.lines += linesIn(left)
        if (!isTold && left.trim() !== '') {
          isTold = true
          cutting.onCut()
        }
        // What closes a comment or a section of plain characters stands at the end of its text.
        end = (end + left).slice(-3)
        from = until
      }
      length += until - at
      at = until
      if (next < 0) break
      if (!isInTag && (end === ']]>' || end === '-->')) yield end
      isInTag = !isInTag
      length = 0
      isTold = false
      end = ''
      at++
    }
    yield piece.slice(from)
  }
}

const longestReference = 12

/** Not between the halves of a character, nor within one that is written as a reference: "&amp;". */
function wholeCharacters(text: string, from: number, at: number): number {
  const reference = text.lastIndexOf('&', at - 1)
  if (reference >= from && at - reference < longestReference && !text.slice(reference, at).includes(';'))
    return reference
  const before = text.charCodeAt(at - 1)
  return at > from && before >= 0xd800 && before < 0xdc00 ? at - 1 : at
}

function linesIn(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
