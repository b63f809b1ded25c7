/** The record as a tagged PDF for whoever asked for it: a plain story first, then what was written down, what was left out and why. */
import { createRequire } from 'node:module'
import path from 'node:path'
import Pdf from 'pdfkit'
import { londonMidnight } from '../../guidance/london.ts'
import { type GroundCode, grounds } from '../../guidance/withholding.ts'
import { sayDay } from '../kit/days.ts'
import { sayHappened } from '../record/fact-words.ts'
import { effectOf, type Given, given, groundsUsed, isLeftOut, type Listed } from './assemble.ts'
import { storyOf } from './story.ts'

const require = createRequire(import.meta.url)
const folder = path.dirname(require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json'))
const fonts = {
  plain: path.join(folder, '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
  bold: path.join(folder, '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
}

export interface DocumentContent {
  /** Whose record it is. */
  readonly name: string
  /** How the story calls the person; nothing where the person reads it: "you". */
  readonly firstName: string | undefined
  readonly reference: string
  readonly agency: string
  readonly telephone: string | null
  /** The day on the document, YYYY-MM-DD; with the same content the same bytes. */
  readonly day: string
  readonly isDraft: boolean
  readonly listed: readonly Listed[]
}

type Doc = InstanceType<typeof Pdf>
type Parent = { add(child: ReturnType<Doc['struct']>): unknown }

/** Makes the document. The same content gives the same bytes. */
export async function makeDocument(content: DocumentContent): Promise<Buffer> {
  const { name, day, isDraft, listed, firstName } = content
  const doc = new Pdf({
    size: 'A4',
    margins: { top: 64, bottom: 72, left: 64, right: 64 },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    font: fonts.plain,
    info: {
      Title: `The record about ${name}`,
      Author: content.agency,
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

  if (isDraft) write.line('DRAFT. It has not been given to anybody.', 'bold')
  write.heading('H1', firstName === undefined ? 'Your record' : `The record about ${name}`)
  write.line(`${name}. File ${content.reference}. Put together by ${content.agency} on ${sayDay(day)}.`)
  write.line(
    `You asked for this record. It begins with the story in plain words. After it stands what was written down, in order, then what was left out and why, and what you can do if you think that something is wrong.`,
  )
  write.heading('H2', 'The story')
  const years = storyOf(listed, firstName)
  if (years.length === 0) write.line('Very little was written down. All of it stands below.')
  for (const { year, lines } of years) {
    write.heading('H3', year)
    write.list(lines.map(({ when, says }) => [when, says] as const))
  }
  write.heading('H2', 'What was written down')
  for (const one of listed) writeRecord(write, one)
  writeLeftOut(write, listed)
  writeRights(write, content)
  if (write.hasUnprinted())
    write.line(
      'Some letters of other alphabets cannot be printed in this document: a question mark stands for each. Ask us for those words.',
    )
  numberPages(doc, `${isDraft ? 'Draft. ' : ''}The record about ${name}`)
  whole.end()
  doc.end()
  return done
}

type Write = ReturnType<typeof writer>

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
    /** A label and what it says, of which words may be left out. */
    said(label: string, parts: readonly Given[]) {
      makeRoom()
      put(whole, 'P', () => {
        plain()
          .font(fonts.bold)
          .text(printable(`${label}: `), { continued: true, lineGap: 2 })
        for (const [at, part] of parts.entries()) {
          const continued = at < parts.length - 1
          if ('text' in part) doc.font(fonts.plain).text(printable(part.text), { continued, lineGap: 2 })
          else doc.font(fonts.bold).text(`[left out: ${shortly[part.leftOut]}]`, { continued, lineGap: 2 })
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

/** In the text itself, so short that it gives nothing away. */
const shortly: Readonly<Record<GroundCode, string>> = {
  'third-party': 'about somebody else',
  'serious-harm': 'could seriously harm somebody',
  'not-to-parents': 'said in confidence',
  'child-abuse': 'not in the child’s best interests',
  'ask-first': 'recorded by another organisation',
  crime: 'about a crime',
  privilege: 'legal advice or court papers',
}

function writeRecord(write: Write, one: Listed): void {
  if (isLeftOut(one)) {
    const { ground } = effectOf(one.whole)
    write.heading('H3', 'A record was left out')
    if (ground) write.line(`Why: ${shortly[ground]}.`)
    return
  }
  write.heading('H3', `${sayHappened(one.happened)}: ${one.label}`)
  write.line(`Written down by ${[one.by, one.agency].filter(Boolean).join(', ')}.`)
  if (one.isStruckOut) write.line('It was struck out later: it should not have stood in this record.', 'bold')
  for (const { term, value } of one.values) write.said(term, [{ text: value }])
  for (const text of one.texts) write.said(text.label, given(text))
}

function writeLeftOut(write: Write, listed: readonly Listed[]): void {
  write.heading('H2', 'What was left out, and why')
  const used = groundsUsed(listed)
  if (used.length === 0) write.line('Nothing was left out.')
  for (const code of used) {
    const { toThem, source } = grounds[code]
    write.line(`${toThem} (${source.document}, ${source.at}.)`)
  }
}

function writeRights(write: Write, { agency, telephone }: DocumentContent): void {
  const ring = telephone ? ` (telephone ${telephone})` : ''
  write.heading('H2', 'If something is wrong')
  write.line(
    `If something here is not right, or you see it differently, tell ${agency}${ring}. You can ask for it to be put right. Where people do not agree, what you say is written beside it and stays there.`,
  )
  write.line(
    `If you think that too much was left out, or you waited too long, you can ask ${agency} to look at it again.`,
  )
  write.line(
    'You can also complain to the Information Commissioner’s Office: Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF; telephone 0303 123 1113; ico.org.uk. And you can go to court.',
  )
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
