/** The chronology of a case as a document: every agency's facts that its maker may see, oldest first, as a court reads them. */
import type { Guidance } from '../../engine/guidance.ts'
import { marks, readMarks } from '../../engine/marks.ts'
import {
  type Block,
  type Document,
  heading,
  line,
  list,
  notice,
  type Part,
  said,
} from '../../exchange/document/document.ts'
import { whose } from '../../ledger/command.ts'
import type { Names, ReadCase } from '../../ledger/read.ts'
import { grouped, type StoredEntry } from '../../ledger/rows.ts'
import { kindOfCase } from '../../procedures/case-kinds.ts'
import { childNamed, people } from '../../procedures/people.ts'
import { ageInWords, detailsOf, peopleAround } from '../case-file/child.ts'
import { daysLate, removedFrom, sourceOf } from '../case-file/chronology-words.ts'
import { type Said, saidBy } from '../case-file/values.ts'
import { count, daysBetween, sayLength } from '../kit/days.ts'
import { sayRestriction } from '../kit/restriction.tsx'
import { sayHappened } from '../record/fact-words.ts'
import { type Maker, sayMade } from './opened.ts'

interface Content {
  readonly read: ReadCase
  readonly guidance: Guidance
  readonly names: Names
  readonly name: string
  readonly maker: Maker
}

/** A silence from so many days on is said, as on the page. */
const gapFrom = 42

/** One fact with all its corrections. */
interface Dated {
  readonly first: StoredEntry
  readonly current: StoredEntry
  readonly history: readonly StoredEntry[]
}

/** Puts the chronology together. */
export function chronologyDocument(content: Content): Document {
  const { read, guidance, name, maker } = content
  const all = inOrder(read)
  const isChild = kindOfCase(read.head.kind).namedBy === childNamed
  const restriction = sayRestriction(read.head.restriction)
  const around = peopleAround(read)
  const hasMarks = [...read.words.values()].some(words =>
    Object.values(words).some(text => text !== null && readMarks(text).some(piece => piece.marks.length > 0)),
  )
  const blocks: Block[] = [
    heading(1, `Chronology: ${name}`),
    line(sayMade(maker)),
    notice(
      `This holds what its maker may see on that day: ${count(all.length, 'record')}. What they may not see is not in here, and nothing shows where it would stand.${
        hasMarks
          ? ' Words in square brackets were marked by whoever wrote them: think of them before you hand this on.'
          : ''
      }`,
    ),
    ...(restriction ? [line(restriction, 'bold')] : []),
    said('File', read.head.reference),
    ...(isChild ? [said('Age', ageInWords(read, maker.day))] : []),
    ...detailsOf(read).map(({ term, value }) => said(term, value)),
  ]
  if (around.length > 0)
    blocks.push(
      heading(2, 'Who is who'),
      list(around.map(one => `${one.name}, ${[one.who.toLowerCase(), one.more].filter(Boolean).join('; ')}`)),
    )
  if (all.length === 0) blocks.push(line('Nothing is recorded yet that its maker may see.'))
  let year = ''
  let last: Dated | undefined
  for (const one of all) {
    const { from } = one.current.happened
    // After a birth or a name nothing was to be recorded yet: only what happened begins a silence.
    const silence = last && !isAboutPeople(last, guidance) ? daysBetween(last.current.happened.from, from) : 0
    if (silence >= gapFrom) blocks.push(line(`${sayLength(silence)} with nothing recorded`, 'quiet'))
    if (from.slice(0, 4) !== year) blocks.push(heading(2, (year = from.slice(0, 4))))
    blocks.push(...blocksOf(one, content))
    last = one
  }
  blocks.push(heading(2, 'End of the chronology'), line(`${count(all.length, 'record')}. ${sayMade(maker)}`))
  const title = `Chronology: ${name}`
  const foot = `${title} · file ${read.head.reference} · ${maker.agency}`
  return { title, author: maker.agency, day: maker.day, foot, blocks }
}

function inOrder(read: ReadCase): Dated[] {
  return [...grouped(read.entries, entry => entry.root).values()]
    .map(history => {
      const first = history[0] as StoredEntry
      return { first, current: history.findLast(entry => entry.act === 'correct') ?? first, history }
    })
    .toSorted((a, b) => {
      const [one, other] = [a.current.happened.from, b.current.happened.from]
      return one < other ? -1 : one > other ? 1 : a.first.number - b.first.number
    })
}

function isAboutPeople({ first }: Dated, guidance: Guidance): boolean {
  return guidance.procedureOf.get(first.kind)?.id === people.id
}

function blocksOf(one: Dated, { read, guidance, names }: Content): Block[] {
  const { first, current, history } = one
  const definition = guidance.kinds.get(first.kind)
  const struck = history.find(entry => entry.act === 'strike-out')
  const isLate = !first.source && !isAboutPeople(one, guidance) && daysLate(current, first) > 7
  const tags = [struck ? 'struck out' : current !== first && 'corrected', !struck && isLate && 'recorded late']
  const after = tags.filter(Boolean).join(', ')
  const wordsOf = (entry: StoredEntry) => read.words.get(entry.id) ?? {}
  return [
    heading(
      3,
      `${sayHappened({ ...current.happened, at: null })}: ${definition?.label ?? first.kind}${after && ` (${after})`}`,
    ),
    line(sourceOf(first, current, names), 'quiet'),
    ...(struck
      ? saidBy(undefined, {}, wordsOf(struck), names)
      : saidBy(definition, current.data, wordsOf(current), names)
    ).map(sayOf),
    ...history
      .filter(entry => entry.act === 'disagree')
      .flatMap(entry => [
        said('Disagrees', whoDisagrees(entry, names)),
        ...saidBy(undefined, {}, wordsOf(entry), names).map(sayOf),
      ]),
    ...removedFrom(history, read, guidance, names).map(says => line(says, 'quiet')),
  ]
}

function whoDisagrees(entry: StoredEntry, names: Names): string {
  const code = entry.data['whose']
  const label = Object.entries(whose).find(([one]) => one === code && one !== 'agency')?.[1]
  return label ?? names.agencies.get(entry.agency) ?? 'Another agency'
}

function sayOf({ term, value, isText }: Said): Block {
  return said(term.replace(/\?$/, ''), isText ? withMarks(value) : value)
}

/** Marked words as such, whatever was typed around them. */
function withMarks(text: string): Part[] {
  return readMarks(text)
    .filter(piece => !piece.isNotation)
    .flatMap((piece): Part[] => {
      if (piece.marks.length === 0) return [{ text: piece.text }]
      const which = piece.marks.map(mark => marks[mark].label.toLowerCase()).join(', ')
      return [{ bold: `[${which}: ` }, { text: piece.text }, { bold: ']' }]
    })
}
