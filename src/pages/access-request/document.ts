/** The record as a document for whoever asked for it: a plain story first, then what was written down, what was left out and why. */
import { type Block, type Document, heading, line, list, type Part, said } from '../../exchange/document/document.ts'
import { type GroundCode, grounds } from '../../guidance/withholding.ts'
import { sayDay } from '../kit/days.ts'
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

/** Puts the document together. The same content gives the same document. */
export function documentOf(content: DocumentContent): Document {
  const { name, day, isDraft, listed, firstName, agency } = content
  const title = `The record about ${name}`
  const years = storyOf(listed, firstName)
  return {
    title,
    author: agency,
    day,
    foot: `${isDraft ? 'Draft. ' : ''}${title}`,
    blocks: [
      ...(isDraft ? [line('DRAFT. It has not been given to anybody.', 'bold')] : []),
      heading(1, firstName === undefined ? 'Your record' : title),
      line(`${name}. File ${content.reference}. Put together by ${agency} on ${sayDay(day)}.`),
      line(
        'You asked for this record. It begins with the story in plain words. After it stands what was written down, in order, then what was left out and why, and what you can do if you think that something is wrong.',
      ),
      heading(2, 'The story'),
      ...(years.length === 0 ? [line('Very little was written down. All of it stands below.')] : []),
      ...years.flatMap(({ year, lines }) => [
        heading(3, year),
        list(lines.map(({ when, says }) => [when, says] as const)),
      ]),
      heading(2, 'What was written down'),
      ...listed.flatMap(recordOf),
      ...leftOutOf(listed),
      ...rightsOf(content),
    ],
  }
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

function recordOf(one: Listed): Block[] {
  if (isLeftOut(one)) {
    const { ground } = effectOf(one.whole)
    return [heading(3, 'A record was left out'), ...(ground ? [line(`Why: ${shortly[ground]}.`)] : [])]
  }
  return [
    heading(3, `${sayHappened(one.happened)}: ${one.label}`),
    line(`Written down by ${[one.by, one.agency].filter(Boolean).join(', ')}.`),
    ...(one.isStruckOut ? [line('It was struck out later: it should not have stood in this record.', 'bold')] : []),
    ...one.values.map(({ term, value }) => said(term, value)),
    ...one.texts.map(text => said(text.label, given(text).map(inPart))),
  ]
}

function leftOutOf(listed: readonly Listed[]): Block[] {
  const used = groundsUsed(listed)
  return [
    heading(2, 'What was left out, and why'),
    ...(used.length === 0 ? [line('Nothing was left out.')] : []),
    ...used.map(code => {
      const { toThem, source } = grounds[code]
      return line(`${toThem} (${source.document}, ${source.at}.)`)
    }),
  ]
}

function rightsOf({ agency, telephone }: DocumentContent): Block[] {
  const ring = telephone ? ` (telephone ${telephone})` : ''
  return [
    heading(2, 'If something is wrong'),
    line(
      `If something here is not right, or you see it differently, tell ${agency}${ring}. You can ask for it to be put right. Where people do not agree, what you say is written beside it and stays there.`,
    ),
    line(`If you think that too much was left out, or you waited too long, you can ask ${agency} to look at it again.`),
    line(
      'You can also complain to the Information Commissioner’s Office: Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF; telephone 0303 123 1113; ico.org.uk. And you can go to court.',
    ),
  ]
}
