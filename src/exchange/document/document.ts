/**
 * A document as it is written once: what it is called, who made it and when, and its parts in order. `pdf.ts` and `word.ts` make a
 * file of it. Plain data: it can be kept, compared, and made into a file elsewhere than where it was put together.
 */
import type { Day } from '../../guidance/days.ts'

export interface Document {
  readonly title: string
  /** Which organisation made it. */
  readonly author: string
  /** The day on the document: with the same content it gives the same bytes. */
  readonly day: Day
  /** Stands at the foot of each page, before its number. */
  readonly foot: string
  readonly blocks: readonly Block[]
}

/** Words as they are, or in bold: what stands there instead of words. */
export type Part = { readonly text: string } | { readonly bold: string }

export type Level = 1 | 2 | 3

export type Block =
  /** It is as large as the headings of level `look`. */
  | { readonly is: 'heading'; readonly level: Level; readonly look: Level; readonly text: string }
  | { readonly is: 'line'; readonly text: string; readonly face: 'plain' | 'bold' | 'quiet' }
  /** A label and what it says. */
  | { readonly is: 'said'; readonly label: string; readonly parts: readonly Part[] }
  | { readonly is: 'list'; readonly items: readonly Item[] }
  | Table
  /** What is not in it, or how it is to be read: set apart from what is. */
  | { readonly is: 'notice'; readonly text: string }
  /** Short lines that belong together: whom a letter is to. */
  | { readonly is: 'address'; readonly lines: readonly string[] }
  /** What follows begins on a page of its own. */
  | { readonly is: 'new-page' }

/** A line of a list, with words in bold before it, or without. */
export interface Item {
  readonly lead: string | undefined
  readonly text: string
}

export interface Table {
  readonly is: 'table'
  /** What it shows: read out before it, and printed above it. */
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** How wide each column is, of all of them together; alike where nothing is said. */
  readonly widths: readonly number[] | undefined
}

/**
 * A heading. No level is left out in between.
 * @param look of which level it looks, where that is another: the subject of a letter
 */
export function heading(level: Level, text: string, look: Level = level): Block {
  return { is: 'heading', level, look, text }
}

/** A paragraph. */
export function line(text: string, face: 'plain' | 'bold' | 'quiet' = 'plain'): Block {
  return { is: 'line', text, face }
}

/** A label as it stands before what it says: "Child: ". A question keeps its own mark and takes no other. */
export function asLabel(label: string): string {
  return /[?:!]$/.test(label) ? `${label} ` : `${label}: `
}

/** A label and what it says: words, or parts of which some are left out. */
export function said(label: string, says: string | readonly Part[]): Block {
  return { is: 'said', label, parts: typeof says === 'string' ? [{ text: says }] : says }
}

/** A list; each line with a lead in bold, or without. */
export function list(items: readonly (string | readonly [lead: string, text: string])[]): Block {
  return {
    is: 'list',
    items: items.map(item =>
      typeof item === 'string' ? { lead: undefined, text: item } : { lead: item[0], text: item[1] },
    ),
  }
}

/** A table with one row of headings. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths?: readonly number[],
): Block {
  return { is: 'table', caption, head, rows, widths }
}

/** What is not in it, or how it is to be read. */
export function notice(text: string): Block {
  return { is: 'notice', text }
}

/** Short lines that belong together. */
export function address(lines: readonly string[]): Block {
  return { is: 'address', lines }
}

/** What follows begins on a page of its own. */
export const newPage: Block = { is: 'new-page' }
