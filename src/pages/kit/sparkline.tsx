// The thread in small, for lists: no links, no words, at most 700 bytes. The list says the same in words.
import { dayAt, dayNumber } from './days.ts'
import { knotMarks, ringMarks, type ThreadInput } from './thread-marks.ts'
import { threadScale } from './thread-scale.ts'

const width = 132
const middle = 10

/** One case in the width of a few words. */
export function Sparkline({ today, knots, rings }: Pick<ThreadInput, 'today' | 'knots' | 'rings'>) {
  const facts = knotMarks(knots)
  const duties = ringMarks(rings, today)
  if (facts.length + duties.length === 0) return null
  const undated = duties.some(mark => mark.kind === 'undated')
  const days = [...facts, ...duties].map(mark => dayAt(mark.day))
  const scale = threadScale([...days, today], 5, width - (undated ? 18 : 7), 16)
  const at = (day: number) => Math.round(scale.at(day))
  const start = Math.min(...[...facts, ...duties].map(mark => at(mark.day)))
  const now = at(dayNumber(today))
  // Dots closer than they are wide would only thicken the line; with very many, the distance grows.
  const places = facts.map(mark => at(mark.day))
  let dots = places
  for (let apart = 3; apart === 3 || dots.length > 26; apart++) dots = keepApart(places, apart)
  const shown = duties.filter(mark => mark.kind !== 'undated')
  const late = [...new Set(shown.filter(mark => mark.kind === 'overdue').map(mark => at(mark.day)))].slice(0, 2)
  const open = [...new Set(shown.filter(mark => mark.kind === 'ring').map(mark => at(mark.day)))].slice(-3)
  const end = undated ? width - 7 : Math.max(now, ...open)
  if (undated) open.push(width - 7)
  return (
    <svg class="gt-spark" viewBox={`0 0 ${width} 20`} width={width} height="20" aria-hidden="true">
      <path class="a" d={`M${now} ${middle}H${end}`} />
      <path d={`M${start} ${middle}H${now}`} />
      <path class="k" d={dots.map(x => `M${x} ${middle}h0`).join('')} />
      <path class="t" d={`M${now} 2v16`} />
      {open.length > 0 && (
        <path class="r" d={open.map(x => `M${x - 4} ${middle}a4 4 0 1 0 8 0a4 4 0 1 0-8 0`).join('')} />
      )}
      {late.length > 0 && <path class="o" d={late.map(x => `M${x} 4l6 6-6 6-6-6zm0 3v3m0 2v.1`).join('')} />}
    </svg>
  )
}

function keepApart(places: number[], apart: number): number[] {
  const kept: number[] = []
  for (const place of places) if (place - (kept.at(-1) ?? -apart) >= apart) kept.push(place)
  return kept
}
