/** A document as a tagged PDF: headings, lists and tables that a screen reader knows, page numbers. The same content gives the same bytes. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { setImmediate as others } from 'node:timers/promises'
import type Pdf from 'pdfkit'
import { londonMidnight } from '../../guidance/london.ts'
import { asLabel, type Block, type Document, type Item, type Level, type Part, type Table } from './document.ts'

const require = createRequire(import.meta.url)
const folder = path.dirname(require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json'))
const fonts = {
  plain: path.join(folder, '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
  bold: path.join(folder, '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
}

type Doc = InstanceType<typeof Pdf>
type Structure = ReturnType<Doc['struct']>
type Parent = { add(child: Structure): unknown }

/** So many parts are drawn before others who wait for this process have their turn. */
const partsAtOnce = 12

const margin = { side: 64, top: 64, bottom: 72 }
const sizes: Readonly<Record<Level, number>> = { 1: 24, 2: 17, 3: 13 }
const [quiet, ink, rule] = ['#505a5f', 'black', '#b1b4b6']

/**
 * Makes the file.
 * @param onProgress told how many parts are drawn, now and then
 */
export async function makePdf(
  document: Document,
  onProgress: (done: number) => Promise<void> | void = () => undefined,
): Promise<Buffer> {
  const { title, author, day, foot, blocks } = document
  // Read when the first document is made: a server starts without it.
  const { default: PdfDocument } = await import('pdfkit')
  const doc = new PdfDocument({
    size: 'A4',
    margins: { top: margin.top, bottom: margin.bottom, left: margin.side, right: margin.side },
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
  const draw = drawer(doc, whole)
  for (const [at, block] of blocks.entries()) {
    draw.block(block)
    if (at % partsAtOnce !== partsAtOnce - 1) continue
    await onProgress(at + 1)
    await others()
  }
  if (draw.hasUnprinted())
    draw.block({
      is: 'line',
      text: 'Some letters of other alphabets cannot be printed in this document: a question mark stands for each. Ask us for those words.',
      face: 'plain',
    })
  numberPages(doc, foot)
  whole.end()
  doc.end()
  return done
}

/** Draws one part after the other into the structure of the document. */
function drawer(doc: Doc, whole: Parent) {
  const put = (into: Parent, tag: string, draw: () => void) => into.add(doc.struct(tag, {}, draw))
  const plain = () => doc.font(fonts.plain).fontSize(11).fillColor(ink)
  const left = () => doc.page.height - margin.bottom - doc.y
  // A new page begins in the plain face: what begins in bold needs room for its first lines.
  const makeRoom = (height = 32) => left() < height && doc.addPage()
  const letters = lettersOf(doc)
  const { printable } = letters
  const wide = { lineGap: 2 }

  function lineOf(text: string, face: 'plain' | 'bold' | 'quiet'): void {
    put(whole, 'P', () => {
      plain().font(face === 'bold' ? fonts.bold : fonts.plain)
      if (face === 'quiet') doc.fillColor(quiet)
      doc.text(printable(text), wide)
    })
    if (face === 'quiet') doc.fillColor(ink)
    doc.moveDown(0.5)
  }

  function said({ label, parts }: { readonly label: string; readonly parts: readonly Part[] }): void {
    makeRoom()
    put(whole, 'P', () => {
      plain()
        .font(fonts.bold)
        .text(printable(asLabel(label)), { continued: true, ...wide })
      for (const [at, part] of parts.entries()) {
        const continued = at < parts.length - 1
        if ('text' in part) doc.font(fonts.plain).text(printable(part.text), { continued, ...wide })
        else doc.font(fonts.bold).text(printable(part.bold), { continued, ...wide })
      }
      if (parts.length === 0) doc.text('')
    })
    doc.moveDown(0.3)
  }

  function list({ items }: { readonly items: readonly Item[] }): void {
    const list = doc.struct('L')
    whole.add(list)
    for (const { lead, text } of items) {
      const item = doc.struct('LI')
      list.add(item)
      makeRoom()
      put(item, 'LBody', () => {
        if (lead !== undefined)
          plain()
            .font(fonts.bold)
            .text(`${printable(lead)}. `, { continued: true, ...wide })
        else plain().text('•  ', { continued: true, ...wide })
        doc.font(fonts.plain).text(printable(text), wide)
      })
      item.end()
      doc.moveDown(0.3)
    }
    list.end()
  }

  function notice(text: string): void {
    const inner = doc.page.width - 2 * margin.side - 14
    plain()
    const height = doc.heightOfString(printable(text), { width: inner, ...wide })
    makeRoom(Math.min(height + 8, 200))
    const [top, page] = [doc.y, doc.page]
    put(whole, 'P', () => plain().text(printable(text), margin.side + 14, doc.y, { width: inner, ...wide }))
    const bottom = doc.page === page ? doc.y : page.height - margin.bottom
    if (doc.page === page) artifact(doc, () => doc.rect(margin.side, top - 2, 4, bottom - top + 2).fill(rule))
    doc.x = margin.side
    doc.fillColor(ink).moveDown(0.6)
  }

  const block = (one: Block): void => {
    switch (one.is) {
      case 'heading': {
        const size = sizes[one.look]
        makeRoom(size * 4)
        doc.moveDown(one.level === 1 ? 0 : 0.8)
        put(whole, `H${one.level}`, () => doc.font(fonts.bold).fontSize(size).text(printable(one.text)))
        doc.moveDown(0.3)
        return
      }
      case 'line':
        return lineOf(one.text, one.face)
      case 'said':
        return said(one)
      case 'list':
        return list(one)
      case 'table':
        return drawTable(doc, whole, one, printable, said)
      case 'notice':
        return notice(one.text)
      case 'address':
        makeRoom(one.lines.length * 16)
        put(whole, 'P', () => plain().text(printable(one.lines.join('\n')), wide))
        doc.moveDown(1)
        return
      case 'new-page':
        if (doc.y > margin.top) doc.addPage()
    }
  }
  return { block, hasUnprinted: letters.hasUnprinted }
}

type Said = (one: { readonly label: string; readonly parts: readonly Part[] }) => void

/**
 * A table whose row of headings stands again on each page, and is read out with each cell. One with a row that is longer than a page
 * is said line by line instead.
 */
function drawTable(
  doc: Doc,
  whole: Parent,
  { caption, head, rows, widths }: Table,
  printable: (text: string) => string,
  say: Said,
): void {
  const shares = widths ?? head.map(() => 1)
  const unit = (doc.page.width - 2 * margin.side) / shares.reduce((sum, one) => sum + one, 0)
  const columns = shares.map(share => share * unit)
  const gap = 6
  const face = (isHead: boolean) =>
    doc
      .font(isHead ? fonts.bold : fonts.plain)
      .fontSize(10)
      .fillColor(ink)
  const heightOf = (cells: readonly string[], isHead: boolean) => {
    face(isHead)
    const heights = cells.map((cell, at) =>
      doc.heightOfString(printable(cell), { width: (columns[at] ?? 0) - gap, lineGap: 1 }),
    )
    return Math.max(...heights) + 8
  }
  const row = (into: Parent, cells: readonly string[], isHead: boolean, tag: 'TH' | 'TD' | undefined) => {
    const top = doc.y
    const height = heightOf(cells, isHead)
    const tr = tag && doc.struct('TR')
    if (tr) into.add(tr)
    let x = margin.side
    for (const [at, cell] of cells.entries()) {
      const draw = () => {
        face(isHead).text(printable(cell), x, top + 4, { width: (columns[at] ?? 0) - gap, lineGap: 1 })
      }
      // A heading that only stands again on the next page is not read out again.
      if (tr && tag) tr.add(doc.struct(tag, tag === 'TH' ? ({ scope: 'Column' } as never) : {}, draw))
      else artifact(doc, draw)
      x += columns[at] ?? 0
    }
    artifact(doc, () =>
      doc
        .moveTo(margin.side, top + height)
        .lineTo(doc.page.width - margin.side, top + height)
        .lineWidth(isHead ? 1 : 0.5)
        .stroke(rule),
    )
    doc.x = margin.side
    doc.y = top + height
    tr?.end()
  }
  const page = doc.page.height - margin.top - margin.bottom
  if (rows.some(cells => heightOf(cells, false) + heightOf(head, true) > page)) {
    for (const cells of rows)
      for (const [at, text] of cells.entries()) say({ label: head[at] ?? caption, parts: [{ text }] })
    return
  }
  const room = (cells: readonly string[]) => doc.y + heightOf(cells, false) <= doc.page.height - margin.bottom
  if (!room(head)) doc.addPage()
  doc.moveDown(0.3)
  whole.add(doc.struct('P', {}, () => face(true).fontSize(11).text(printable(caption))))
  const table = doc.struct('Table')
  whole.add(table)
  row(table, head, true, 'TH')
  for (const cells of rows) {
    if (!room(cells)) {
      doc.addPage()
      row(table, head, true, undefined)
    }
    row(table, cells, false, 'TD')
  }
  table.end()
  doc.moveDown(0.8)
}

/** Drawn, and not read out. */
function artifact(doc: Doc, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  doc.markContent('Artifact', { type } as never)
  draw()
  doc.endMarkedContent()
}

/** Which letters the face has. The library asks it for each letter it draws, and does not say so in its types. */
function lettersOf(doc: Doc) {
  doc.font(fonts.plain)
  const { font } = Reflect.get(doc, '_font') as { font: { hasGlyphForCodePoint(point: number): boolean } }
  const known = new Map<string, boolean>()
  let isUnprinted = false
  const has = (letter: string) => {
    const before = known.get(letter)
    if (before !== undefined) return before
    const is = /\s/.test(letter) || font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
    known.set(letter, is)
    return is
  }
  const printable = (text: string) =>
    Array.from(text.normalize('NFC').replaceAll('\r', ''))
      .map(letter => {
        if (has(letter)) return letter
        isUnprinted = true
        return '?'
      })
      .join('')
  return { printable, hasUnprinted: () => isUnprinted }
}

/** Page numbers are no part of what is read out. */
function numberPages(doc: Doc, title: string): void {
  const { start, count } = doc.bufferedPageRange()
  for (let at = start; at < start + count; at++) {
    doc.switchToPage(at)
    const { bottom } = doc.page.margins
    // Below the margin, where writing would otherwise begin a new page.
    doc.page.margins.bottom = 0
    artifact(
      doc,
      () =>
        doc
          .font(fonts.plain)
          .fontSize(9)
          .text(`${title} · page ${at + 1} of ${count}`, margin.side, doc.page.height - 48, { lineBreak: false }),
      'Pagination',
    )
    doc.page.margins.bottom = bottom
  }
}
