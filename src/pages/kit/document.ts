/** A tagged PDF: headings, lines, lists, page numbers. The same content gives the same bytes. */
import { createRequire } from 'node:module'
import path from 'node:path'
import type Pdf from 'pdfkit'
import type { Day } from '../../guidance/days.ts'
import { londonMidnight } from '../../guidance/london.ts'

const require = createRequire(import.meta.url)
const folder = path.dirname(require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json'))
const fonts = {
  plain: path.join(folder, '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
  bold: path.join(folder, '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
}

type Doc = InstanceType<typeof Pdf>
type Parent = { add(child: ReturnType<Doc['struct']>): unknown }

export interface About {
  readonly title: string
  /** Which organisation made it. */
  readonly author: string
  /** The day on the document. */
  readonly day: Day
  /** Stands at the foot of each page, before its number. */
  readonly foot: string
}

/** Words as they are, or in bold: what stands there instead of words. */
export type Part = { readonly text: string } | { readonly bold: string }

/** Makes the document. */
export async function makePdf({ title, author, day, foot }: About, content: (write: Write) => void): Promise<Buffer> {
  // Read when the first document is made: a server starts without it.
  const { default: PdfDocument } = await import('pdfkit')
  const doc = new PdfDocument({
    size: 'A4',
    margins: { top: 64, bottom: 72, left: 64, right: 64 },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    font: fonts.plain,
    info: {
      Title: title,
      Author: author,
      CreationDate: new Date(londonMidnight(day)),
      ModDate: new Date(londonMidnight(day)),
    },
  } as never)
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  const whole = doc.struct('Document')
  doc.addStructure(whole)
  const write = writer(doc, whole)
  content(write)
  if (write.hasUnprinted())
    write.line(
      'Some letters of other alphabets cannot be printed in this document: a question mark stands for each. Ask us for those words.',
    )
  numberPages(doc, foot)
  whole.end()
  doc.end()
  return done
}

export type Write = ReturnType<typeof writer>

function writer(doc: Doc, whole: Parent) {
  const sizes = { H1: 24, H2: 17, H3: 13 } as const
  const put = (into: Parent, tag: 'H1' | 'H2' | 'H3' | 'P' | 'LBody', draw: () => void) =>
    into.add(doc.struct(tag, {}, draw))
  const plain = () => doc.font(fonts.plain).fontSize(11).fillColor('black')
  // A new page begins in the plain face: what begins in bold needs room for its first lines.
  const makeRoom = () => doc.y > doc.page.height - 72 - 32 && doc.addPage()
  let isUnprinted = false
  const hasLetter = lettersOf(doc)
  const printable = (text: string) =>
    Array.from(text.normalize('NFC').replaceAll('\r', ''))
      .map(letter => {
        if (/\s/.test(letter) || hasLetter(letter)) return letter
        isUnprinted = true
        return '?'
      })
      .join('')
  return {
    hasUnprinted: () => isUnprinted,
    heading(level: keyof typeof sizes, text: string) {
      const size = sizes[level]
      if (doc.y > doc.page.height - 72 - size * 4) doc.addPage()
      doc.moveDown(level === 'H1' ? 0 : 0.8)
      put(whole, level, () => doc.font(fonts.bold).fontSize(size).text(printable(text)))
      doc.moveDown(0.3)
    },
    line(text: string, face: keyof typeof fonts = 'plain') {
      put(whole, 'P', () => plain().font(fonts[face]).text(printable(text), { lineGap: 2 }))
      doc.moveDown(0.5)
    },
    /** A label and what it says. */
    said(label: string, parts: readonly Part[]) {
      makeRoom()
      put(whole, 'P', () => {
        plain()
          .font(fonts.bold)
          .text(printable(`${label}: `), { continued: true, lineGap: 2 })
        for (const [at, part] of parts.entries()) {
          const continued = at < parts.length - 1
          if ('text' in part) doc.font(fonts.plain).text(printable(part.text), { continued, lineGap: 2 })
          else doc.font(fonts.bold).text(part.bold, { continued, lineGap: 2 })
        }
        if (parts.length === 0) doc.text('')
      })
      doc.moveDown(0.3)
    },
    list(lines: readonly (readonly [lead: string, text: string])[]) {
      const list = doc.struct('L')
      whole.add(list)
      for (const [lead, text] of lines) {
        const item = doc.struct('LI')
        list.add(item)
        makeRoom()
        put(item, 'LBody', () => {
          plain().font(fonts.bold).text(`${lead}. `, { continued: true, lineGap: 2 })
          doc.font(fonts.plain).text(text, { lineGap: 2 })
        })
        item.end()
        doc.moveDown(0.3)
      }
      list.end()
    },
  }
}

/** Whether the face has a letter. The library asks it for each letter it draws, and does not say so in its types. */
function lettersOf(doc: Doc): (letter: string) => boolean {
  doc.font(fonts.plain)
  const { font } = Reflect.get(doc, '_font') as { font: { hasGlyphForCodePoint(point: number): boolean } }
  return letter => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
}

/** Page numbers are no part of what is read out. */
function numberPages(doc: Doc, title: string): void {
  const { start, count } = doc.bufferedPageRange()
  for (let at = start; at < start + count; at++) {
    doc.switchToPage(at)
    const { bottom } = doc.page.margins
    // Below the margin, where writing would otherwise begin a new page.
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' } as never)
    doc
      .font(fonts.plain)
      .fontSize(9)
      .text(`${title} · page ${at + 1} of ${count}`, 64, doc.page.height - 48, { lineBreak: false })
    doc.endMarkedContent()
    doc.page.margins.bottom = bottom
  }
}
