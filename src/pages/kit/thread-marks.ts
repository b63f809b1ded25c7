// What stands on the thread, in words and in order: single facts, facts taken together, and duties.
import { count, type Day, dayAt, dayNumber, daysBetween, sayAbout, sayDay, sayMonth } from './days.ts'

export interface Knot {
  day: Day
  /** The latest day it can have been, where the date is only about known. */
  latest?: Day | undefined
  approximate?: boolean | undefined
  label: string
  href: string
  /** Which strand it lies on: 0 is the main one. */
  strand: number
}

export interface Ring {
  /** Nothing where the duty has no set day ("promptly"). */
  day: Day | null
  label: string
  href: string
  overdue: boolean
  strand: number
}

export interface ThreadInput {
  today: Day
  knots: Knot[]
  rings: Ring[]
  strands: { label: string }[]
}

export type MarkKind = 'knot' | 'about' | 'group' | 'ring' | 'undated' | 'overdue'

/** One thing to draw, and the whole of what is said about it. */
export interface Mark {
  kind: MarkKind
  /** Day number; for a group, of its first fact. */
  day: number
  lastDay: number
  strand: number
  size: number
  words: string
  href: string
  /** The labels of what it stands for, without dates. */
  labels: string[]
}

/** Above this many, facts are drawn month by month. */
export const mostKnots = 60
/** Above this many, duties are drawn together: those overdue, those ahead and those without a day, each month by month. */
export const mostRings = 20

/** '12 March 2026' or 'about March 2026' */
export function sayKnotDay(knot: Knot): string {
  return knot.approximate || knot.latest ? sayAbout(knot.day, knot.latest) : sayDay(knot.day)
}

/** 'due 14 April 2026', 'was due 3 April 2026, 11 days late', 'promptly: no set day' */
export function sayRingDay(ring: Ring, today: Day): string {
  if (ring.day === null) return 'promptly: no set day'
  if (!ring.overdue) return `due ${sayDay(ring.day)}`
  return `was due ${sayDay(ring.day)}, ${count(daysBetween(ring.day, today), 'day')} late`
}

/** Facts in the order they happened, one mark each, or one a month when there are very many. */
export function knotMarks(knots: Knot[]): Mark[] {
  const single = knots
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(
      (knot): Mark => ({
        kind: knot.approximate || knot.latest ? 'about' : 'knot',
        day: dayNumber(knot.day),
        lastDay: dayNumber(knot.day),
        strand: knot.strand,
        size: 1,
        words: `${knot.label}, ${sayKnotDay(knot)}`,
        href: knot.href,
        labels: [knot.label],
      }),
    )
  if (single.length <= mostKnots) return single
  const byMonth = new Map<string, Mark[]>()
  for (const mark of single) {
    const month = `${mark.strand} ${dayAt(mark.day).slice(0, 7)}`
    byMonth.set(month, [...(byMonth.get(month) ?? []), mark])
  }
  return [...byMonth.values()].map(marks => together(marks, sayMonth(dayAt(marks[0]?.day ?? 0))))
}

/** Duties in the order of their days, one mark each, or a few together when there are very many; those without a set day come last. */
export function ringMarks(rings: Ring[], today: Day): Mark[] {
  const single = singleRings(rings, today)
  if (single.length <= mostRings) return single
  const groups = new Map<string, Mark[]>()
  for (const mark of single) {
    const month = mark.kind === 'undated' ? '' : dayAt(mark.day).slice(0, 7)
    const key = `${mark.strand} ${mark.kind} ${month}`
    groups.set(key, [...(groups.get(key) ?? []), mark])
  }
  return [...groups.values()].map(dutiesTogether)
}

function singleRings(rings: Ring[], today: Day): Mark[] {
  const dated = rings.filter(ring => ring.day !== null).toSorted((a, b) => (a.day ?? '').localeCompare(b.day ?? ''))
  return [...dated, ...rings.filter(ring => ring.day === null)].map(ring => ({
    kind: ring.day === null ? 'undated' : ring.overdue ? 'overdue' : 'ring',
    day: dayNumber(ring.day ?? today),
    lastDay: dayNumber(ring.day ?? today),
    strand: ring.strand,
    size: 1,
    words: `${ring.overdue ? 'Overdue' : 'Owed'}: ${ring.label}, ${sayRingDay(ring, today)}`,
    href: ring.href,
    labels: [ring.label],
  }))
}

/** Several facts as one mark that says how many there are, and when. */
export function together(marks: Mark[], when?: string): Mark {
  const [first] = marks
  const last = marks.at(-1)
  if (!first || !last || marks.length === 1) return first as Mark
  const labels = marks.flatMap(mark => mark.labels)
  const period = when ?? sayPeriod(dayAt(first.day), dayAt(last.lastDay))
  const words = `${count(labels.length, 'fact')}, ${period}: ${sayLabels(labels)}`
  return { ...first, kind: 'group', lastDay: last.lastDay, size: labels.length, words, labels }
}

/** Several duties that stand alike as one mark, which leads to the first of them. */
export function dutiesTogether(marks: Mark[]): Mark {
  const [first] = marks
  const last = marks.at(-1)
  if (!first || !last || marks.length === 1) return first as Mark
  const labels = marks.flatMap(mark => mark.labels)
  const { kind, day } = first
  const when = kind === 'undated' ? 'promptly, no set day' : sayPeriod(dayAt(day), dayAt(last.lastDay))
  const much = count(labels.length, 'duty', 'duties')
  const words = `${much} ${kind === 'overdue' ? `overdue, due ${when}` : kind === 'ring' ? `owed, due ${when}` : `owed ${when}`}`
  return { ...first, lastDay: last.lastDay, size: labels.length, words: `${words}: ${sayLabels(labels)}`, labels }
}

/** The different ones, the first three by name where there are more than four. */
function sayLabels(all: readonly string[]): string {
  const labels = [...new Set(all)]
  return (labels.length > 4 ? [...labels.slice(0, 3), `and ${labels.length - 3} more`] : labels).join('; ')
}

function sayPeriod(from: Day, to: Day): string {
  if (from === to) return sayDay(from)
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${Number(from.slice(8))} to ${sayDay(to)}`
    : `${sayDay(from)} to ${sayDay(to)}`
}
