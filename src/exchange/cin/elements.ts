/**
 * A census file as a stream: its header, then one Child after the other, each as a small tree with its line. Nothing but
 * the child at hand is held in memory. What is broken is told with its line; what can still be read is read.
 */
import { SaxesParser } from 'saxes'
import { type Cutting, withoutLongTexts } from './cut.ts'

export interface Element {
  readonly name: string
  readonly line: number
  readonly children: Element[]
  text: string
}

export interface Problem {
  readonly line: number | null
  readonly child: string | null
  readonly path: string
  readonly why: string
}

/** What the parser found, in the order in which it was found. `broken` says why a child cannot be trusted. */
export type Found =
  | { readonly is: 'header'; readonly element: Element }
  | { readonly is: 'child'; readonly element: Element; readonly broken: string | null }
  | { readonly is: 'problem'; readonly problem: Problem }

/** The file is not one that can be read at all. The message says what and where. */
export class UnreadableFile extends Error {}

const deepest = 30
const longestText = 20_000
const mostElements = 200_000
/** What a parser holds until it is over: a tag with its attributes, a comment, a text in several parts. */
const longestPart = 1_000_000
const mostOfChild = 5_000_000

/**
 * Reads XML text in pieces.
 * @param pieces decoded text
 * @throws UnreadableFile where the outermost element is not Message, or it nests or grows beyond all sense
 */
export async function* readElements(pieces: AsyncIterable<string>): AsyncGenerator<Found> {
  const parser = new SaxesParser()
  let queue: Found[] = []
  const open: Element[] = []
  let path: string[] = []
  let broken: string | null = null
  let size = 0
  let sawChildren = false
  let sawElement = false
  let start = ''
  let fatal: UnreadableFile | null = null
  // Where the last part ended, and how many characters of one child are held.
  let part = 0
  let held = 0
  const cutting: Cutting = {
    longest: longestText,
    lines: 0,
    onCut: () =>
      problem(
        `Only the first ${longestText.toLocaleString('en-GB')} characters of this text were read: it is longer than any in a census`,
      ),
  }
  const line = () => parser.line + cutting.lines
  const giveUp = (why: string) => {
    fatal ??= new UnreadableFile(`Line ${line()}: ${why}`)
  }

  const problem = (why: string, where = path.join('/')) => {
    queue.push({ is: 'problem', problem: { line: line(), child: null, path: where, why } })
  }
  const hold = (text: string) => {
    held += text.length
    if (held > mostOfChild)
      giveUp(
        `one child has more than ${mostOfChild.toLocaleString('en-GB')} characters. The file was not read further.`,
      )
  }
  parser.on('error', error => {
    const why = error.message.replace(/^\d+:\d+: /, '')
    if (/entity/.test(why) || /disallowed character/.test(why)) {
      problem(`Not well-formed: ${why}`)
      return
    }
    // After the end of a cut-off file the same is said of every open element: once is enough.
    if (!broken) problem(`Not well-formed: ${why}`)
    broken = why
  })
  parser.on('doctype', doctype => {
    if (/<!ENTITY/i.test(doctype))
      giveUp('the file declares entities of its own. Census files have none, and this one was not read.')
  })
  parser.on('opentag', ({ name: qualified }) => {
    const name = qualified.slice(qualified.indexOf(':') + 1)
    path.push(name)
    sawElement = true
    part = parser.position
    if (path.length === 1 && name !== 'Message')
      giveUp(`this is not a census file. Its outermost element is "${name.slice(0, 60)}", not "Message".`)
    if (path.length > deepest) giveUp(`elements stand in each other ${deepest} deep. The file was not read further.`)
    if (open.length > 0 && ++size > mostElements)
      giveUp(`one child has more than ${mostElements.toLocaleString('en-GB')} elements. The file was not read further.`)
    if (open.length > 0) hold(name)
    if (name === 'Children') sawChildren = true
    if (open.length === 0 && name !== 'Header' && name !== 'Child') return
    const element: Element = { name, line: line(), children: [], text: '' }
    if (open.length === 0) {
      size = 0
      held = 0
      broken = null
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const readText = (text: string) => {
    part = parser.position
    const element = open.at(-1)
    if (element) {
      // The one character that cannot be stored; that it is there was told as a fault of the file.
      if (element.text.length >= longestText) return
      const kept = text.slice(0, longestText).replaceAll('\0', '\uFFFD')
      element.text += kept
      hold(kept)
    } else if (text.trim() !== '') {
      problem(`Text where none belongs was not kept: "${text.trim().slice(0, 60)}"`)
    }
  }
  parser.on('text', readText)
  // The last handler that the parser takes well: with one or two more it reads half as fast.
  parser.on('cdata', readText)
  parser.on('closetag', () => {
    part = parser.position
    const element = open.pop()
    if (element && open.length === 0) {
      if (element.name === 'Header') queue.push({ is: 'header', element })
      else queue.push({ is: 'child', element, broken })
      broken = null
    }
    path.pop()
  })

  for await (const piece of withoutLongTexts(pieces, cutting)) {
    if (start.length < 4) start = `${start}${piece.slice(0, 60)}`.trimStart()
    parser.write(piece)
    if (parser.position - part > longestPart)
      giveUp(
        `one part goes on for more than ${longestPart.toLocaleString('en-GB')} characters. The file was not read further.`,
      )
    const ready = queue
    queue = []
    yield* ready
    if (fatal) throw fatal
  }
  path = path.slice()
  parser.close()
  // What the parser says of a file that is no XML at all is no help to anybody.
  if (!sawElement) throw new UnreadableFile(whatItIs(start))
  yield* queue
  if (fatal) throw fatal
  if (!sawChildren && queue.every(found => found.is !== 'child'))
    throw new UnreadableFile('The file holds no list of children.')
}

/** What a file without one element is, as far as its first characters tell. */
function whatItIs(start: string): string {
  if (start === '') return 'The file is empty.'
  if (start.startsWith('PK')) return 'This is a ZIP or Excel file. Take the XML file out of it and import that.'
  return 'Line 1: this is not an XML file. A census file begins with <Message>.'
}

/** A text of its own. One that was cut from a file keeps the whole piece in memory from which it was cut. */
export function copied(text: string): string {
  return Buffer.from(text).toString()
}

/** The first element of that name directly inside. */
export function inside(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find(child => child.name === name)
}
