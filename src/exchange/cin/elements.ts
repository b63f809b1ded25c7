/**
 * A census file as a stream: its header, then one Child after the other, each as a small tree with its line. Nothing but
 * the child at hand is held in memory. What is broken is told with its line; what can still be read is read.
 */
import { SaxesParser } from 'saxes'

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
  let fatal: UnreadableFile | null = null

  const problem = (why: string, where = path.join('/')) => {
    queue.push({ is: 'problem', problem: { line: parser.line, child: null, path: where, why } })
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
      fatal = new UnreadableFile(
        `Line ${parser.line}: the file declares entities of its own. Census files have none, and this one was not read.`,
      )
  })
  parser.on('opentag', ({ name: qualified }) => {
    const name = qualified.slice(qualified.indexOf(':') + 1)
    path.push(name)
    if (path.length === 1 && name !== 'Message') {
      fatal = new UnreadableFile(
        `Line ${parser.line}: this is not a census file. Its outermost element is "${name}", not "Message".`,
      )
    }
    if (path.length > deepest)
      fatal = new UnreadableFile(
        `Line ${parser.line}: elements stand in each other ${deepest} deep. The file was not read further.`,
      )
    if (open.length > 0 && ++size > mostElements)
      fatal = new UnreadableFile(
        `Line ${parser.line}: one child has more than ${mostElements} elements. The file was not read further.`,
      )
    if (name === 'Children') sawChildren = true
    if (open.length === 0 && name !== 'Header' && name !== 'Child') return
    const element: Element = { name, line: parser.line, children: [], text: '' }
    if (open.length === 0) {
      size = 0
      broken = null
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', text => {
    const element = open.at(-1)
    if (element) {
      // The one character that cannot be stored; that it is there was told as a fault of the file.
      if (element.text.length < longestText) element.text += text.slice(0, longestText).replaceAll('\0', '\uFFFD')
    } else if (text.trim() !== '') {
      problem(`Text where none belongs was not kept: "${text.trim().slice(0, 60)}"`)
    }
  })
  parser.on('closetag', () => {
    const element = open.pop()
    if (element && open.length === 0) {
      if (element.name === 'Header') queue.push({ is: 'header', element })
      else queue.push({ is: 'child', element, broken })
      broken = null
    }
    path.pop()
  })

  for await (const piece of pieces) {
    parser.write(piece)
    const ready = queue
    queue = []
    yield* ready
    if (fatal) throw fatal
  }
  path = path.slice()
  parser.close()
  yield* queue
  if (fatal) throw fatal
  if (!sawChildren && queue.every(found => found.is !== 'child'))
    throw new UnreadableFile('The file holds no list of children.')
}

/** The first element of that name directly inside. */
export function inside(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find(child => child.name === name)
}
