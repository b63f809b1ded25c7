/** A census file as a stream of what was read of it: its header, children, problems. */
import type { Day } from '../../guidance/days.ts'
import type { Problem } from '../store.ts'
import { type ReadChild, readChild } from './child.ts'
import { decode } from './decode.ts'
import { type Element, inside, readElements, UnreadableFile } from './elements.ts'
import type { Census } from './reading.ts'
import { readDay } from './values.ts'

export interface Header {
  /** The three figures of the authority in the header; empty where it names none. */
  readonly authority: string
  readonly referenceDay: Day
}

export type CensusPart =
  | { readonly is: 'header'; readonly header: Header }
  | { readonly is: 'child'; readonly read: ReadChild }
  | { readonly is: 'problem'; readonly problem: Problem }

/**
 * Reads a census file.
 * @param today stands for the reference date where the file names none
 * @throws UnreadableFile with a plain sentence where it is no census file at all
 */
export async function* readCensus(chunks: AsyncIterable<Uint8Array>, today: Day): AsyncGenerator<CensusPart> {
  const odd: string[] = []
  let census: Census | undefined
  let children = 0
  for await (const found of readElements(decode(chunks, why => odd.push(why)))) {
    for (const why of odd.splice(0)) yield { is: 'problem', problem: { line: null, child: null, path: 'Message', why } }
    if (found.is === 'problem') {
      yield found
    } else if (found.is === 'header') {
      const { header, problems } = readHeader(found.element, today)
      for (const problem of problems) yield { is: 'problem', problem }
      census = header
      yield { is: 'header', header }
    } else {
      if (!census) {
        const header = { authority: '', referenceDay: today }
        census = header
        yield {
          is: 'problem',
          problem: {
            line: found.element.line,
            child: null,
            path: 'Message/Header',
            why: 'No header stands before the first child.',
          },
        }
        yield { is: 'header', header }
      }
      children++
      if (found.broken) {
        const child = inside(inside(found.element, 'ChildIdentifiers'), 'LAchildID')?.text.trim() || null
        const why = `Nothing of this child was kept: its part of the file is broken (${found.broken}).`
        yield { is: 'problem', problem: { line: found.element.line, child, path: 'Child', why } }
      } else {
        yield { is: 'child', read: readChild(found.element, census) }
      }
    }
  }
  for (const why of odd) yield { is: 'problem', problem: { line: null, child: null, path: 'Message', why } }
  if (!census) throw new UnreadableFile('The file holds neither a header nor a child.')
  if (children === 0)
    yield {
      is: 'problem',
      problem: { line: null, child: null, path: 'Message/Children', why: 'The file holds no child.' },
    }
}

function readHeader(element: Element, today: Day): { header: Header; problems: Problem[] } {
  const problems: Problem[] = []
  const details = inside(element, 'CollectionDetails')
  const source = inside(element, 'Source')
  const text = (parent: Element | undefined, name: string) => inside(parent, name)?.text.trim() ?? ''
  const problem = (path: string, why: string) =>
    problems.push({ line: element.line, child: null, path: `Message/Header/${path}`, why })
  const collection = text(details, 'Collection')
  if (collection !== '' && collection.toUpperCase() !== 'CIN') {
    throw new UnreadableFile(
      `Line ${element.line}: this file is of the collection "${collection.slice(0, 20)}", not of the Children in Need census.`,
    )
  }
  const { value: referenceDay, why } = readDay(text(details, 'ReferenceDate'))
  if (why) problem('CollectionDetails/ReferenceDate', `${referenceDay ? 'Kept' : 'Not kept'}: ${why}.`)
  const authority = text(source, 'LEA')
  if (!/^\d{3}$/.test(authority))
    problem(
      'Source/LEA',
      authority === ''
        ? 'The header names no authority.'
        : `"${authority.slice(0, 20)}" is not the code of an authority.`,
    )
  return {
    header: { authority: /^\d{3}$/.test(authority) ? authority : '', referenceDay: referenceDay ?? today },
    problems,
  }
}
