// Where days lie along the thread: in proportion, except that a long silence is folded and says so.
import { scaleLinear } from 'd3-scale'

/** A stretch that is folded: drawn at a fixed width with a break mark and its length in words. */
export interface Fold {
  from: number
  to: number
  left: number
  right: number
}

export interface ThreadScale {
  /** Across, for a day number. */
  at: (day: number) => number
  folds: Fold[]
}

/** A shorter silence than this is never folded: it can be seen as it is. */
const shortestFold = 90
/** A silence is folded when it takes more than this share of what would otherwise be drawn. */
const share = 0.3

/**
 * Lays the given days, by their numbers, out between left and right. Stretches with no mark in them that would take
 * most of the drawing are folded, longest first, until what is left is readable.
 */
export function threadScale(days: readonly number[], left: number, right: number, foldWidth: number): ThreadScale {
  const stops = [...new Set(days)].toSorted((a, b) => a - b)
  const first = stops[0] ?? 0
  const last = stops.at(-1) ?? first
  const gaps = stops.slice(1).map((to, index) => ({ from: stops[index] ?? first, to }))
  const folded = new Set<(typeof gaps)[number]>()
  let drawn = last - first
  for (const gap of gaps.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    const length = gap.to - gap.from
    const room = right - left - foldWidth * (folded.size + 1)
    if (length < shortestFold || length < share * drawn || room < (right - left) / 3) break
    folded.add(gap)
    drawn -= length
  }

  const perDay = (right - left - foldWidth * folded.size) / Math.max(drawn, 1)
  const domain = [first]
  const range = [drawn === 0 && folded.size === 0 ? (left + right) / 2 : left]
  const folds: Fold[] = []
  for (const gap of gaps) {
    const start = range.at(-1) ?? left
    const end = start + (folded.has(gap) ? foldWidth : (gap.to - gap.from) * perDay)
    if (folded.has(gap)) folds.push({ ...gap, left: start, right: end })
    domain.push(gap.to)
    range.push(end)
  }
  if (domain.length === 1) return { at: () => range[0] ?? left, folds }
  const scale = scaleLinear(domain, range)
  return { at: day => scale(day), folds }
}

/**
 * Moves marks that would cover each other apart, keeping their order, as little as possible and inside the drawing.
 * Returns the new places in the order given; the given places must rise.
 */
export function spread(places: number[], gap: number, left: number, right: number): number[] {
  const room = places.length > 1 ? Math.min(gap, (right - left) / (places.length - 1)) : gap
  // Marks that touch form a block, centred where its marks wanted to be.
  const blocks: { start: number; wants: number[] }[] = []
  const centred = (wants: number[]) => {
    const middle = wants.reduce((sum, want, index) => sum + want - index * room, 0) / wants.length
    return Math.min(Math.max(middle, left), right - (wants.length - 1) * room)
  }
  for (const want of places) {
    let block = { start: centred([want]), wants: [want] }
    for (
      let before = blocks.at(-1);
      before && before.start + before.wants.length * room > block.start;
      before = blocks.at(-1)
    ) {
      blocks.pop()
      const wants = [...before.wants, ...block.wants]
      block = { start: centred(wants), wants }
    }
    blocks.push(block)
  }
  return blocks.flatMap(block => block.wants.map((_, index) => block.start + index * room))
}
