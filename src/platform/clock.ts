// What moment and what day it is. Days are days in London, whatever the time zone of the machine.

import { config } from './config.ts'

/** A moment, and the day it falls on in London. */
export interface Now {
  /** Milliseconds since 1970 in UTC. */
  readonly instant: number
  /** `YYYY-MM-DD` */
  readonly day: string
}

const hour = 3_600_000
const day = 24 * hour

const londonFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
})

/** Now. With GOLDTHREAD_TODAY it is that day, at the real time of day. */
export function now(): Now {
  const { today } = config()
  const instant = Date.now()
  return today ? { instant: sameTimeOnDay(instant, today), day: today } : { instant, day: londonDay(instant) }
}

let lastHour = Number.NaN
let lastDay = ''

/** The day in London at a moment, `YYYY-MM-DD`. */
export function londonDay(instant: number): string {
  // A London day only ever begins on a whole hour of UTC, so one hour has one day.
  const thisHour = Math.floor(instant / hour)
  if (thisHour !== lastHour) {
    lastDay = londonParts(instant).day
    lastHour = thisHour
  }
  return lastDay
}

/** The moment at which London's clocks on that day show the time that they show at `instant`. */
export function sameTimeOnDay(instant: number, wanted: string): number {
  const moved = instant + Date.parse(wanted) - Date.parse(londonDay(instant))
  const corrected = moved + londonOffset(instant) - londonOffset(moved)
  // In the hour that does not exist in spring the clocks have already gone forward.
  return londonDay(corrected) === wanted ? corrected : moved
}

/** How far London's clocks are ahead of UTC: nothing, or an hour in summer. */
function londonOffset(instant: number): number {
  const ahead = londonParts(instant).hour - new Date(instant).getUTCHours()
  return (ahead * hour + day) % day
}

function londonParts(instant: number): { day: string; hour: number } {
  const [dd, mm, yyyy, hh] = londonFormat.format(instant).match(/\d+/g) ?? []
  return { day: `${yyyy}-${mm}-${dd}`, hour: Number(hh) }
}
