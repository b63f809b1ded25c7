/** What the census would query on a child's file: on all of it, or because of one record. Only what the reader may see is looked at. */
import { isOfMatters, isPartner } from '../../access/policy.ts'
import type { Entry, Statement } from '../../engine/fact.ts'
import { type Known, knownAt } from '../../engine/statements.ts'
import { censusChildOf, type WordsOf } from '../../exchange/cin/hints/census-child.ts'
import { type CensusYear, yearsToHandIn } from '../../exchange/cin/hints/census-year.ts'
import { type Hint, hintsOf, inYear, isOver } from '../../exchange/cin/hints/hints.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { wordsOf } from '../case-file/child.ts'
import type { Visit } from '../pipeline/page.ts'

/** A hint, and the census that it is about. */
export interface HintOfYear extends Hint {
  readonly year: CensusYear
}

/** Everything that the censuses which are still to be handed in would query. */
export function hintsOnFile({ today }: Pick<Visit, 'today'>, read: ReadCase): HintOfYear[] {
  return yearsToHandIn(today.day).flatMap(year => {
    const asked = inYear(
      censusChildOf(untilEnd(read.known, year), fact => wordsOf(read, fact)),
      year,
    )
    // Of a child whose work lies in other years this census is not asked.
    return asked.episodes.length === 0 ? [] : hintsOf(asked, year, today.day).map(hint => ({ ...hint, year }))
  })
}

/** What would be queried because of what is being typed: what is about it, and what was not queried before. */
export function hintsOnTyping(
  visit: Visit,
  read: ReadCase,
  tried: Entry,
  narrative: Readonly<Record<string, string>>,
): Hint[] {
  if (!isToldOfCensus(visit, read)) return []
  const after = knownAt([...read.entries, tried], Number.MAX_SAFE_INTEGER, visit.guidance.kinds)
  const words: WordsOf = fact => (fact.root === tried.root ? narrative : wordsOf(read, fact))
  return added(read.known, after, tried.root, words, visit.today.day)
}

/** What would be queried because of a record that stands. */
export function hintsOnRecord(visit: Visit, read: ReadCase, root: string): Hint[] {
  if (!isToldOfCensus(visit, read)) return []
  const others = read.entries.filter(entry => entry.root !== root)
  const before = knownAt(others, Number.MAX_SAFE_INTEGER, visit.guidance.kinds)
  return added(before, read.known, root, fact => wordsOf(read, fact), visit.today.day)
}

/** The census is the authority's to hand in: its people are told while they write, and nobody else is kept busy with it. */
function isToldOfCensus({ post }: Visit, { head }: ReadCase): boolean {
  return head.kind === 'child' && !isPartner(post.role) && !isOfMatters(post.role)
}

function added(before: Known, after: Known, root: string, words: WordsOf, today: string): Hint[] {
  const told = after.byRoot.get(root)
  if (!told) return []
  const years = yearsToHandIn(today)
  const year = years.find(({ from, to }) => told.happened.to >= from && told.happened.to <= to) ?? years.at(-1)
  if (!year) return []
  const of = (known: Known) => {
    const child = inYear(censusChildOf(untilEnd(known, year), words), year, root)
    const hints = hintsOf(child, year, today)
    const isOfYear = child.episodes.some(one => !isOver(one, year.from))
    return isOfYear ? hints : hints.filter(({ at }) => at.includes(root))
  }
  const keyOf = ({ code, at }: Hint) => `${code} ${at.join(' ')}`
  const known = new Set(of(before).map(keyOf))
  return of(after).filter(hint => hint.at.includes(root) || !known.has(keyOf(hint)))
}

/** What had happened by the last day of a year: a census tells nothing of what came after it, and what ended later was open then. */
function untilEnd(known: Known, { to }: CensusYear): Known {
  const isBy = ({ happened }: Statement) => happened.from <= to
  if (known.inOrder.every(isBy)) return known
  return {
    inOrder: known.inOrder.filter(isBy),
    byRoot: new Map([...known.byRoot].filter(([, fact]) => isBy(fact))),
    byKind: new Map([...known.byKind].map(([kind, facts]) => [kind, facts.filter(isBy)])),
    chains: known.chains,
  }
}
