// The thread in small, for lists: no links, no words, at most 700 bytes. The list says the same in words.
import { dayNumber } from './days.ts'
import type { ThreadInput } from './thread-marks.ts'
import { threadScale } from './thread-scale.ts'

const width = 132
const middle = 10

/** One case in the width of a few words. */
export function Sparkline({ today, knots, rings }: Pick<ThreadInput, 'today' | 'knots' | 'rings'>) {
  // A list draws a hundred of these: only places are worked out, no words.
  const facts = knots.map(({ day }) => dayNumber(day)).toSorted((a, b) => a - b)
  const dated = rings.flatMap(({ day, overdue }) => (day === null ? [] : [{ day: dayNumber(day), overdue }]))
  if (facts.length + rings.length === 0) return null
  const undated = dated.length < rings.length
  const days = [...facts, ...dated.map(({ day }) => day)]
  const scale = threadScale([...days, dayNumber(today)], 5, width - (undated ? 18 : 7), 16)
  const at = (day: number) => Math.round(scale.at(day))
  const now = at(dayNumber(today))
  const start = Math.min(now, ...days.map(at))
  // Dots closer than they are wide would only thicken the line; with very many, the distance grows.
  const places = facts.map(at)
  let dots = places
  for (let apart = 3; apart === 3 || dots.length > 26; apart++) dots = keepApart(places, apart)
  const late = [...new Set(dated.filter(({ overdue }) => overdue).map(({ day }) => at(day)))].slice(0, 2)
  const open = [...new Set(dated.filter(({ overdue }) => !overdue).map(({ day }) => at(day)))].slice(-3)
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
