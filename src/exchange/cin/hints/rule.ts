/** What a rule of the census is here, and the questions about days that rules share. */
import { type Day, weekday } from '../../../guidance/days.ts'
import { addWorkingDays } from '../../../guidance/working-days.ts'
import type { CensusChild } from './census-child.ts'
import type { CensusYear } from './census-year.ts'
import type { Told } from './told.ts'

/** Where a rule is broken: the records to look at, of which one is to be put right. */
export interface Found {
  /** The first is where it is put right most likely. None where what lacks is not recorded at all. */
  readonly at: readonly string[]
}

export interface Judged {
  readonly year: CensusYear
  /** The last day of which the record can speak: what is open is open until then. */
  readonly until: Day
}

/** One of the published validation rules, by its number. Those that end in Q are queries: they may be explained and left. */
export interface CensusRule {
  readonly code: string
  /** What the rule asks, in our own words. */
  readonly says: string
  /** How it is put right. */
  readonly todo: string
  /** The kind of record that is missing, where nothing stands that could be corrected. */
  readonly lacks?: string
  readonly find: (child: CensusChild, judged: Judged) => readonly Found[]
}

/** Where it is broken at these records; empty where none of them is there. */
export function at(...told: readonly ({ readonly root: string } | undefined)[]): Found {
  return { at: [...new Set(told.flatMap(one => one?.root ?? []))] }
}

/** One finding, or none. */
export function when(is: boolean, ...told: readonly ({ readonly root: string } | undefined)[]): Found[] {
  return is ? [at(...told)] : []
}

/** Whether a day certainly lies before another; no where one of them is not known. */
export function isBefore(one: Told | undefined, other: Told | undefined): boolean {
  return one !== undefined && other !== undefined && one.to < other.from
}

/** Whether two days are certainly the same. */
export function isSameDay(one: Told | undefined, other: Told | undefined): boolean {
  return one !== undefined && other !== undefined && isExact(one) && isExact(other) && one.from === other.from
}

/** Whether a day certainly lies outside the year. */
export function isOutside(one: Told | undefined, { from, to }: CensusYear): boolean {
  return one !== undefined && (one.to < from || one.from > to)
}

/** Whether a day certainly lies on a Saturday or a Sunday. */
export function isAtWeekend(one: Told | undefined): boolean {
  return one !== undefined && isExact(one) && weekday(one.from) >= 6
}

/** Whether a day certainly lies from a start to an end, both included; to `until` where it has no end. */
export function isWithin(one: Told | undefined, start: Told | undefined, end: Told | undefined, until: Day): boolean {
  return one !== undefined && start !== undefined && one.from >= start.to && one.to <= (end?.from ?? until)
}

/** Whether more working days than so many have passed since a day. */
export function isPast(one: Told, workingDays: number, until: Day): boolean {
  return one.to < addWorkingDays(until, -workingDays)
}

function isExact({ from, to }: Told): boolean {
  return from === to
}
