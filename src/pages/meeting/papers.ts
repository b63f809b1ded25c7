/**
 * The papers of a meeting for one reader: reports, minutes, and what is withheld with its reason. Pure: the meeting as read in, parts out.
 * Each withheld part stands in the list of what is withheld, which is for whoever makes the papers: the papers themselves say once that
 * something is left out, and show neither where nor how much.
 */
import { type Mark, marks } from '../../engine/marks.ts'
import { wordsOf } from '../case-file/child.ts'
import { sayDay } from '../kit/days.ts'
import type { OpenedMeeting } from './opened.ts'
import { reportsOf } from './reports.ts'
import { withoutMarked } from './without-marked.ts'

/** For whom papers are made. An agency of the meeting gets all of it, and so does somebody who is invited for one without an account. */
export const readers = {
  parents: 'Parents or carers',
  child: 'The child',
  agency: 'An agency of the meeting',
  guest: 'Somebody without an account',
} as const

export type Reader = keyof typeof readers

interface Part {
  /** Names it in addresses and forms. */
  readonly key: string
  /** What the paragraph is about, where it has a label. */
  readonly label: string | undefined
  readonly text: string
}

export interface Paper {
  readonly heading: string
  readonly parts: readonly Part[]
}

export interface Withheld {
  readonly what: string
  readonly why: string
}

export interface Papers {
  readonly papers: readonly Paper[]
  readonly withheld: readonly Withheld[]
}

/** The parts of a report under the words in which their readers know them: the form asks an agency, the papers tell a family. */
const reportParts = {
  known: 'What they know and did',
  strengths: 'What goes well for the child',
  worries: 'What worries them, and what it means for the child',
  childSaid: 'What the child said',
  suggests: 'What they think should happen, and what they will do',
} as const

/** Marks that keep words from a reader of the family. A child's paper lies about at home, where parents read it too. */
const keptFrom: Readonly<Record<Exclude<Reader, 'agency' | 'guest'>, readonly Mark[]>> = {
  parents: ['third-party', 'risk', 'not-to-parents'],
  child: ['third-party', 'risk', 'not-to-parents'],
}

/** Whether the papers are for somebody of the family: then some of it is withheld. */
export function isOfFamily(reader: Reader): reader is 'parents' | 'child' {
  return reader === 'parents' || reader === 'child'
}

/**
 * Puts the papers together.
 * @param leftOut the parts, by their keys, that are left out for the one person for whom they are
 */
export function papersFor(
  reader: Reader,
  { read, meeting }: Pick<OpenedMeeting, 'read' | 'meeting'>,
  leftOut: readonly string[] = [],
): Papers {
  const papers: Paper[] = []
  const withheld: Withheld[] = []
  const isFamily = isOfFamily(reader)
  for (const { whose, report, withdrawn } of reportsOf(meeting)) {
    const said = wordsOf(read, report as never)
    const heading = `Report of ${whose}, ${sayDay(report.happened.from)}${withdrawn ? ` (${withdrawn})` : ''}`
    const { familyReads } = report.data
    if (isFamily && familyReads !== 'all' && familyReads !== 'part') {
      const why =
        familyReads === 'none'
          ? 'The agency says that it is not for the family'
          : 'The agency has not said what the family may read'
      withheld.push({ what: heading, why })
      continue
    }
    const parts = Object.entries(reportParts).flatMap(([name, label]): Part[] => {
      const text = shown(said[name] ?? '', `${heading}: ${label.toLowerCase()}`)
      return text ? [{ key: `${report.root}.${name}`, label, text }] : []
    })
    if (said['heldBack']) {
      if (isFamily)
        withheld.push({
          what: `${heading}: what the agency holds back`,
          why: 'The agency says that it is not for the family',
        })
      else parts.push({ key: `${report.root}.heldBack`, label: 'Not for the family', text: said['heldBack'] })
    }
    put(heading, parts)
  }
  if (meeting.minutes) {
    const said = wordsOf(read, meeting.minutes as never)
    const heading = `Minutes, sent on ${sayDay(meeting.minutes.happened.from)}`
    const { root } = meeting.minutes
    const minutes = shown(said['minutes'] ?? '', heading)
    const parts: Part[] = minutes ? [{ key: `${root}.minutes`, label: undefined, text: minutes }] : []
    if (said['confidential']) {
      if (isFamily)
        withheld.push({
          what: 'Confidential part of the minutes',
          why: said['confidentialWhy'] ?? 'No reason was recorded',
        })
      else parts.push({ key: `${root}.confidential`, label: 'Confidential part', text: said['confidential'] })
    }
    put(heading, parts)
  }
  return { papers, withheld }

  /** A heading with nothing under it would say where something is withheld. */
  function put(heading: string, parts: readonly Part[]): void {
    const kept = parts.filter(({ key }) => !leftOut.includes(key))
    if (kept.length > 0) papers.push({ heading, parts: kept })
    for (const { key, label } of parts)
      if (leftOut.includes(key))
        withheld.push({
          what: label ? `${heading}: ${label.toLowerCase()}` : heading,
          why: 'Left out for this person alone',
        })
  }

  /** The text without what is marked as not for this reader. */
  function shown(text: string, what: string): string {
    if (!isOfFamily(reader)) return text
    const left = withoutMarked(text, new Set(keptFrom[reader]))
    for (const mark of left.found)
      withheld.push({ what, why: `Words marked by their writer: ${marks[mark].label.toLowerCase()}` })
    return left.text
  }
}
