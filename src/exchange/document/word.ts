/** A document as a Word file that can be written on: real headings, lists and tables, page numbers. The same content gives the same bytes. */
import { setImmediate as others } from 'node:timers/promises'
import type * as Docx from 'docx'
import { londonMidnight } from '../../guidance/london.ts'
import { asLabel, type Block, type Document, type Level, type Part, type Table } from './document.ts'

type Library = typeof Docx
type Piece = Docx.Paragraph | Docx.Table

const [font, quiet, rule] = ['Arial', '505A5F', 'B1B4B6']
/** Half points, as the format counts. */
const sizes: Readonly<Record<Level, number>> = { 1: 44, 2: 32, 3: 26 }
const text = 22
/** Between the margins of A4, in twentieths of a point. */
const width = 9_306
const partsAtOnce = 100

/**
 * Makes the file.
 * @param onProgress told how many parts are written, now and then
 */
export async function makeWord(
  document: Document,
  onProgress: (done: number) => Promise<void> | void = () => undefined,
): Promise<Buffer> {
  // Read when the first document is made: a server starts without it.
  const docx = await import('docx')
  const { title, author, foot, blocks } = document
  const pieces: Piece[] = []
  let isOnNewPage = false
  for (const [at, block] of blocks.entries()) {
    if (block.is === 'new-page') isOnNewPage = pieces.length > 0
    else {
      pieces.push(...piecesOf(docx, block, isOnNewPage))
      isOnNewPage = false
    }
    if (at % partsAtOnce !== partsAtOnce - 1) continue
    await onProgress(at + 1)
    await others()
  }
  const footer = new docx.Paragraph({
    children: [
      new docx.TextRun({
        children: [`${foot} · page `, docx.PageNumber.CURRENT, ' of ', docx.PageNumber.TOTAL_PAGES],
        size: 18,
      }),
    ],
  })
  const file = new docx.Document({
    title,
    creator: author,
    lastModifiedBy: author,
    styles: stylesOf(docx),
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            {
              level: 0,
              format: docx.LevelFormat.BULLET,
              text: '•',
              style: { paragraph: { indent: { left: 360, hanging: 360 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_280, bottom: 1_440, left: 1_300, right: 1_300 },
          },
        },
        footers: { default: new docx.Footer({ children: [footer] }) },
        children: pieces,
      },
    ],
  })
  return settle(await docx.Packer.toBuffer(file), londonMidnight(document.day))
}

function stylesOf({ LineRuleType }: Library): Docx.IStylesOptions {
  const heading = (level: Level) => ({
    run: { size: sizes[level], bold: true, color: '000000', font },
    paragraph: { spacing: { before: level === 1 ? 0 : 280, after: 120 }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { font, size: text, language: { value: 'en-GB' } },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: heading(1),
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
    },
  }
}

function piecesOf(docx: Library, block: Exclude<Block, { is: 'new-page' }>, pageBreakBefore: boolean): Piece[] {
  const { Paragraph, TextRun, HeadingLevel } = docx
  switch (block.is) {
    case 'heading': {
      const level = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }[block.level]
      return [
        new Paragraph({
          heading: level,
          pageBreakBefore,
          children: runsOf(docx, block.text, block.look === block.level ? {} : { size: sizes[block.look] }),
        }),
      ]
    }
    case 'line':
      return [
        new Paragraph({
          pageBreakBefore,
          children: runsOf(docx, block.text, {
            bold: block.face === 'bold',
            ...(block.face === 'quiet' ? { color: quiet } : {}),
          }),
        }),
      ]
    case 'said':
      return [
        new Paragraph({
          pageBreakBefore,
          children: [
            new TextRun({ text: asLabel(clean(block.label)), bold: true }),
            ...block.parts.flatMap((part: Part) =>
              'text' in part ? runsOf(docx, part.text) : runsOf(docx, part.bold, { bold: true }),
            ),
          ],
        }),
      ]
    case 'list':
      return block.items.map(
        ({ lead, text }) =>
          new Paragraph({
            numbering: { reference: 'points', level: 0 },
            children: [
              ...(lead === undefined ? [] : [new TextRun({ text: `${clean(lead)}. `, bold: true })]),
              ...runsOf(docx, text),
            ],
          }),
      )
    case 'table':
      return [
        new Paragraph({ pageBreakBefore, keepNext: true, children: runsOf(docx, block.caption, { bold: true }) }),
        tableOf(docx, block),
        new Paragraph({}),
      ]
    case 'notice':
      return [
        new Paragraph({
          pageBreakBefore,
          border: { left: { style: docx.BorderStyle.SINGLE, size: 24, space: 10, color: rule } },
          indent: { left: 240 },
          children: runsOf(docx, block.text),
        }),
      ]
    case 'address':
      return [
        new Paragraph({ pageBreakBefore, spacing: { after: 280 }, children: runsOf(docx, block.lines.join('\n')) }),
      ]
  }
}

function tableOf(docx: Library, { head, rows, widths }: Table): Docx.Table {
  const { Table, TableRow, TableCell, Paragraph, WidthType, BorderStyle } = docx
  const shares = widths ?? head.map(() => 1)
  const all = shares.reduce((sum, one) => sum + one, 0)
  const columnWidths = shares.map(share => Math.round((share / all) * width))
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const line = { style: BorderStyle.SINGLE, size: 4, color: rule }
  const row = (cells: readonly string[], tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 0, right: 100 },
            children: [
              new Paragraph({ spacing: { after: 0 }, children: runsOf(docx, cell, { bold: tableHeader, size: 20 }) }),
            ],
          }),
      ),
    })
  return new Table({
    columnWidths,
    width: { size: width, type: WidthType.DXA },
    borders: { top: none, left: none, right: none, insideVertical: none, bottom: line, insideHorizontal: line },
    rows: [row(head, true), ...rows.map(cells => row(cells, false))],
  })
}

/** Lines as they were broken. */
function runsOf(
  { TextRun }: Library,
  words: string,
  style: Omit<Docx.IRunOptions, 'text' | 'break'> = {},
): Docx.TextRun[] {
  return clean(words)
    .split('\n')
    .map((text, at) => new TextRun({ ...style, text, ...(at > 0 ? { break: 1 } : {}) }))
}

/** The format takes no control characters. */
function clean(words: string): string {
  return words.normalize('NFC').replaceAll(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '')
}

/** The library writes down when it was made, in the file and in its packing: the day on the document stands there instead. */
async function settle(made: Buffer, at: number): Promise<Buffer> {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate')
  const parts = unzipSync(made)
  const core = 'docProps/core.xml'
  const day = new Date(at).toISOString()
  const dated = strFromU8(parts[core] ?? new Uint8Array()).replaceAll(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    `$1${day}`,
  )
  // Packed times are local ones, whatever the clock of the machine is set to.
  const mtime = new Date(2000, 0, 1)
  return Buffer.from(zipSync({ ...parts, [core]: strToU8(dated) }, { mtime, level: 6 }))
}
