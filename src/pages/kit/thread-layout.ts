// Works out one drawing of the thread for one width: where each mark lies, what is folded, what is written.
import { type Day, dayAt, dayNumber, sayLength, sayShortDay } from './days.ts'
import { dutiesTogether, knotMarks, type Mark, ringMarks, type ThreadInput, together } from './thread-marks.ts'
import { type Fold, spread, type ThreadScale, threadScale } from './thread-scale.ts'

export interface Placed extends Mark {
  x: number
  y: number
}

export interface Words {
  x: number
  anchor: 'start' | 'middle' | 'end'
  text: string
}

export interface Strand {
  y: number
  label: string
  /** Path data: what has been, what is folded away, what is still ahead, and the marks of the folds. */
  spun: string
  folded: string
  ahead: string
  breaks: string
  labelX: number
}

export interface ThreadLayout {
  width: number
  height: number
  axis: number
  todayX: number
  marks: Placed[]
  strands: Strand[]
  ticks: { x: number; label: string; year: string }[]
  folds: { x: number; lines: string[] }[]
  first?: Words
  next?: Words & { overdue: boolean }
}

const margin = 16
const firstLine = 66
const strandHeight = 38
/** About the width of a bold letter at the size at which ends are written. */
const wordWidth = 8.1
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** A drawing so many units wide, in which marks keep at least the given distance. */
export function layOutThread(input: ThreadInput, width: number, gap: number): ThreadLayout {
  const facts = knotMarks(input.knots)
  const duties = ringMarks(input.rings, input.today)
  const undated = duties.filter(mark => mark.kind === 'undated').length
  const right = width - margin - undated * 28
  const today = dayNumber(input.today)
  const dated = [...facts, ...duties].map(mark => mark.day)
  const scale = roomAround(today, threadScale([...dated, today], margin, right, 104), right, gap, {
    before: mostOnOneStrand(facts.concat(duties.filter(mark => mark.kind === 'overdue'))),
    after: mostOnOneStrand(duties.filter(mark => mark.kind === 'ring')),
  })
  const todayX = scale.at(today)

  const marks: Placed[] = []
  const strands: Strand[] = []
  for (const [index, strand] of input.strands.entries()) {
    const y = firstLine + index * strandHeight
    const here = [...facts, ...duties].filter(mark => mark.strand === index && mark.kind !== 'undated')
    const past = placeMarks(
      here.filter(mark => mark.kind !== 'ring'),
      scale,
      gap,
      margin,
      todayX,
    )
    const afterPast = Math.max(todayX + gap / 2, (past.at(-1)?.x ?? 0) + gap)
    const ahead = placeMarks(
      here.filter(mark => mark.kind === 'ring'),
      scale,
      gap,
      Math.min(afterPast, right),
      right,
    )
    const placed = [...past, ...ahead].map(mark => ({ ...mark, y }))
    const waiting = duties.filter(mark => mark.strand === index && mark.kind === 'undated')
    for (const [number, mark] of waiting.entries()) {
      placed.push({ ...mark, x: Math.max(right, todayX) + 26 * (number + 1), y })
    }
    marks.push(...placed)
    if (placed.length > 0) strands.push(drawStrand(strand.label, index, y, placed, scale, todayX, index === 0))
  }
  const others = Math.max(input.strands.length - 1, 0)
  const axis = firstLine + others * strandHeight + (others > 0 ? 36 : 26)
  const first = marks.find(mark => mark.strand === 0)
  const next = nextOwed(marks)
  const days = facts.map(mark => mark.day)
  const folds = placeSilences(
    scale.folds.map(fold => ({ x: (fold.left + fold.right) / 2, lines: saySilence(fold, days, today) })),
    width,
  )
  return {
    width,
    height: axis + 36,
    axis,
    todayX,
    marks: marks.toSorted((a, b) => a.x - b.x),
    strands,
    ticks: ticksFor(scale, [...dated, today], right).filter(tick => !folds.some(fold => covers(fold, tick.x))),
    folds,
    ...writeEnds(width, first, next),
  }
}

interface Silence {
  x: number
  lines: string[]
}

/** About as wide as its longest line is drawn. */
function widthOf({ lines }: Silence): number {
  return Math.max(...lines.map(line => line.length)) * 6.6
}

function covers(silence: Silence, x: number): boolean {
  return Math.abs(silence.x - x) < widthOf(silence) / 2 + 16
}

/** Silences side by side: kept within the drawing, said shorter where two would run into each other, left out where even that does not fit. */
function placeSilences(silences: Silence[], width: number): Silence[] {
  const placed: Silence[] = []
  for (const silence of silences) {
    const versions = [silence.lines, [silence.lines[0]?.replace(' with', '') ?? '']]
    for (const lines of versions) {
      const half = widthOf({ x: 0, lines }) / 2
      const one = { lines, x: Math.min(Math.max(silence.x, half), width - half) }
      const last = placed.at(-1)
      if (last && one.x - last.x < half + widthOf(last) / 2 + 6) continue
      placed.push(one)
      break
    }
  }
  return placed
}

/** A silence lasts from the last fact before it to the next one, or to today: a duty in between does not break it. */
function saySilence(fold: Fold, facts: number[], today: number): string[] {
  if (fold.from >= today) return [sayLength(fold.to - fold.from)]
  const from = Math.max(...facts.filter(day => day <= fold.from))
  const to = Math.min(today, ...facts.filter(day => day >= fold.to))
  return [`${sayLength(Number.isFinite(from) ? to - from : fold.to - fold.from)} with`, 'nothing recorded']
}

function nextOwed(marks: Placed[]): Placed | undefined {
  const owed = marks.filter(mark => mark.kind === 'overdue' || mark.kind === 'ring').toSorted((a, b) => a.day - b.day)
  return owed[0] ?? marks.find(mark => mark.kind === 'undated')
}

/** Names the first fact and what is owed next; where there is no room for both, the duty wins. */
function writeEnds(
  width: number,
  first: Placed | undefined,
  next: Placed | undefined,
): Pick<ThreadLayout, 'first' | 'next'> {
  const ends: Pick<ThreadLayout, 'first' | 'next'> = {}
  let freeUntil = width
  if (next) {
    const overdue = next.kind === 'overdue'
    const room = Math.floor(width / wordWidth) - 2
    const text = shorten(`${overdue ? 'Overdue' : 'Owed next'}: ${next.labels[0]}`, room)
    const half = (text.length * wordWidth) / 2
    const anchor = next.x + half > width ? 'end' : next.x - half < 0 ? 'start' : 'middle'
    const x = { end: width, start: 0, middle: next.x }[anchor]
    ends.next = { x, anchor, text, overdue }
    freeUntil = anchor === 'end' ? x - 2 * half : anchor === 'start' ? x : x - half
  }
  if (first && first !== next) {
    const text = first.labels[0] ?? ''
    const x = Math.max(first.x - 8, 0)
    const room = Math.floor((freeUntil - x - 24) / wordWidth)
    if (room >= Math.min(text.length, 12)) ends.first = { x, anchor: 'start', text: shorten(text, room) }
  }
  return ends
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.max(most - 1, 1)).trimEnd()}…`
}

function mostOnOneStrand(marks: Mark[]): number {
  const strands = marks.map(mark => mark.strand)
  return Math.max(0, ...strands.map(strand => strands.filter(other => other === strand).length))
}

/** What happened must lie before today and what is owed after it, with room for each mark: today gives way if it must. */
function roomAround(
  today: number,
  scale: ThreadScale,
  right: number,
  gap: number,
  marks: { before: number; after: number },
): ThreadScale {
  const was = scale.at(today)
  const least = margin + (Math.min(marks.before, 5) - 1) * gap
  const most = right - Math.min(marks.after, 4) * gap
  const is = Math.max(Math.min(was, most), Math.min(least, right))
  if (is === was) return scale
  const move = (x: number) =>
    x <= was
      ? is - ((was - x) * (is - margin)) / Math.max(was - margin, 1)
      : right - ((right - x) * (right - is)) / Math.max(right - was, 1)
  return {
    at: day => move(scale.at(day)),
    folds: scale.folds.map(fold => ({ ...fold, left: move(fold.left), right: move(fold.right) })),
  }
}

/**
 * Marks are moved apart so that each can be pressed. Where that would put them further from their day than one mark is
 * wide, facts that lie close together become one: the drawing stays true to time.
 */
function placeMarks(
  marks: Mark[],
  scale: ThreadScale,
  gap: number,
  left: number,
  right: number,
): (Mark & { x: number })[] {
  const ordered = marks
    .map(mark => ({ mark, x: (scale.at(mark.day) + scale.at(mark.lastDay)) / 2 }))
    .toSorted((a, b) => a.x - b.x || Number(isDuty(a.mark)) - Number(isDuty(b.mark)))
  const placesOf = (items: Along[]) =>
    spread(
      items.map(item => item.x),
      gap,
      left,
      right,
    )
  let grouped = ordered
  let places = placesOf(grouped)
  const most = Math.max(Math.floor((right - left) / gap) + 1, 1)
  const isTrue = () =>
    grouped.length <= most && grouped.every((item, index) => Math.abs(item.x - (places[index] ?? 0)) <= gap)
  for (let near = gap / 4; near <= gap * 2 && !isTrue(); near += gap / 4) {
    grouped = merge(ordered, near, areFacts)
    places = placesOf(grouped)
  }
  // Duties stay apart as long as there is room.
  for (let near = gap / 2; near <= gap * 8 && grouped.length > most; near += gap / 2) {
    grouped = merge(ordered, near, areAlike)
    places = placesOf(grouped)
  }
  return grouped.map((item, index) => ({ ...item.mark, x: places[index] ?? item.x }))
}

type Along = { mark: Mark; x: number }

function merge(ordered: Along[], near: number, mayJoin: (one: Mark, other: Mark) => boolean): Along[] {
  const runs: Along[][] = []
  for (const item of ordered) {
    const run = runs.at(-1)
    const start = run?.[0]
    if (run && start && mayJoin(start.mark, item.mark) && item.x - start.x < near) run.push(item)
    else runs.push([item])
  }
  return runs.map(run => ({
    mark: (run.some(item => isDuty(item.mark)) ? dutiesTogether : together)(run.map(item => item.mark)),
    x: run.reduce((sum, item) => sum + item.x, 0) / run.length,
  }))
}

const isDuty = (mark: Mark) => mark.kind === 'ring' || mark.kind === 'overdue' || mark.kind === 'undated'
const areFacts = (one: Mark, other: Mark) => !isDuty(one) && !isDuty(other)
const areAlike = (one: Mark, other: Mark) => areFacts(one, other) || one.kind === other.kind

function drawStrand(
  label: string,
  index: number,
  y: number,
  placed: Placed[],
  scale: ThreadScale,
  todayX: number,
  isMain: boolean,
): Strand {
  const start = Math.min(...placed.map(mark => mark.x))
  const end = Math.max(...placed.map(mark => mark.x))
  const spunTo = isMain ? Math.max(todayX, start) : Math.min(Math.max(todayX, start), end)
  const pieces: string[] = []
  const folded: string[] = []
  const breaks: string[] = []
  let from = start
  for (const fold of scale.folds) {
    const [left, right] = [fold.left + 16, fold.right - 16]
    if (left <= start || right >= spunTo) continue
    pieces.push(across(from, left, y))
    folded.push(across(left, right, y))
    const middle = (left + right) / 2
    breaks.push(`M${round(middle - 7)} ${y + 7}l6-14M${round(middle + 1)} ${y + 7}l6-14`)
    from = right
  }
  pieces.push(across(from, spunTo, y))
  // A further strand leaves the main one shortly before its first fact.
  const branch =
    index > 0
      ? `M${round(Math.max(start - 26, 4))} ${firstLine}C${round(start - 10)} ${firstLine} ${round(start - 22)} ${y} ${round(start)} ${y}`
      : ''
  return {
    y,
    label,
    spun: branch + pieces.join(''),
    folded: folded.join(''),
    ahead: end > spunTo ? across(spunTo, end, y) : '',
    breaks: breaks.join(''),
    labelX: round(start),
  }
}

const across = (from: number, to: number, y: number) => (to > from ? `M${round(from)} ${y}H${round(to)}` : '')

/** One decimal is enough for the eye and short enough for the wire. */
export function round(number: number): number {
  return Math.round(number * 10) / 10
}

/** Weeks, months, quarters or years: the finest that leaves room to read. */
function ticksFor(scale: ThreadScale, numbers: readonly number[], right: number): ThreadLayout['ticks'] {
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  const foldedDays = scale.folds.reduce((sum, fold) => sum + fold.to - fold.from, 0)
  const foldedWidth = scale.folds.reduce((sum, fold) => sum + fold.right - fold.left, 0)
  const perDay = (scale.at(last) - scale.at(first) - foldedWidth) / Math.max(last - first - foldedDays, 1)
  const step = [7, 30.4, 91.3, 365].find(days => days * perDay >= (days === 7 ? 72 : 44)) ?? 365
  const ticks: ThreadLayout['ticks'] = []
  let shownYear = ''
  let lastX = -99
  for (const day of tickDays(first, last, step)) {
    const number = dayNumber(day)
    if (scale.folds.some(fold => number > fold.from - 2 && number < fold.to)) continue
    const x = scale.at(number)
    if (x - lastX < 34 || x > right + 4) continue
    if (scale.folds.some(fold => x > fold.left - 26 && x < fold.right + 10)) continue
    const [year = '', month] = day.split('-')
    const name = months[Number(month) - 1] ?? ''
    const label = step === 7 ? `${Number(day.slice(8))} ${name}` : step === 365 ? year : name
    ticks.push({ x: round(x), label, year: step === 365 || year === shownYear ? '' : year })
    shownYear = year
    lastX = x
  }
  // A thread too short for any of these still says which days it is about.
  if (ticks.length === 0) {
    for (const number of new Set([first, last])) {
      const day = dayAt(number)
      ticks.push({
        x: round(scale.at(number)),
        label: sayShortDay(day, day),
        year: number === first ? day.slice(0, 4) : '',
      })
    }
  }
  return ticks
}

function tickDays(first: number, last: number, step: number): Day[] {
  const days: Day[] = []
  if (step === 7) {
    // Day 4 of the epoch, 5 January 1970, was a Monday.
    for (let number = Math.ceil((first - 4) / 7) * 7 + 4; number <= last; number += 7) days.push(dayAt(number))
    return days
  }
  const every = step === 365 ? 12 : step > 90 ? 3 : 1
  for (let year = Number(dayAt(first).slice(0, 4)); year <= Number(dayAt(last).slice(0, 4)); year++) {
    for (let month = 1; month <= 12; month += every) {
      const day = `${year}-${String(month).padStart(2, '0')}-01`
      if (dayNumber(day) >= first && dayNumber(day) <= last) days.push(day)
    }
  }
  return days
}
