/** The record as a tagged PDF for whoever asked for it: a plain story first, then what was written down, what was left out and why. */
import { type GroundCode, grounds } from '../../guidance/withholding.ts'
import { sayDay } from '../kit/days.ts'
import { makePdf, type Part, type Write } from '../kit/document.ts'
import { sayHappened } from '../record/fact-words.ts'
import { effectOf, type Given, given, groundsUsed, isLeftOut, type Listed } from './assemble.ts'
import { storyOf } from './story.ts'

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

/** Makes the document. The same content gives the same bytes. */
export function makeDocument(content: DocumentContent): Promise<Buffer> {
  const { name, day, isDraft, listed, firstName, agency } = content
  const title = `The record about ${name}`
  return makePdf({ title, author: agency, day, foot: `${isDraft ? 'Draft. ' : ''}${title}` }, write => {
    if (isDraft) write.line('DRAFT. It has not been given to anybody.', 'bold')
    write.heading('H1', firstName === undefined ? 'Your record' : title)
    write.line(`${name}. File ${content.reference}. Put together by ${agency} on ${sayDay(day)}.`)
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
  })
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

function inPart(part: Given): Part {
  return 'text' in part ? part : { bold: `[left out: ${shortly[part.leftOut]}]` }
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
  for (const text of one.texts) write.said(text.label, given(text).map(inPart))
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
