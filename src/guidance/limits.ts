/**
 * Limits as the guidance sets them, and the one calculation that turns a limit and a trigger into the day it falls due.
 * The day of the trigger is day 0. No limit pauses. Whether something is overdue is for the reader, who knows what day it is.
 */
import { addDays, addMonths, addWeeks, addYears, type Day, dayInWords, toNumber } from './days.ts'
import { londonDay, londonDayEnd, londonMidnight } from './london.ts'
import { addWorkingDays, isWorkingDay } from './working-days.ts'

type Counted = 'working-days' | 'calendar-days' | 'hours' | 'weeks' | 'months'

/** One limit. Make it with the functions below, not by hand. */
export type Limit =
  | { readonly kind: Counted; readonly count: number }
  | { readonly kind: 'promptly'; readonly words: string }
  | { readonly kind: 'working-days-before' | 'calendar-days-before'; readonly count: number; readonly words: string }
  | { readonly kind: 'before'; readonly words: string }
  | { readonly kind: 'at-least'; readonly count: number; readonly unit: 'months' | 'years' }
  | { readonly kind: 'fixed-day'; readonly day: Day }
  | { readonly kind: 'yearly-day'; readonly monthAndDay: string }
  | {
      readonly kind: 'local-policy'
      readonly key: string
      readonly words: string
      readonly unlessSet?: Limit
      /** It counts back from a planned day. */
      readonly isBack?: true
    }
  | { readonly kind: 'later-of'; readonly limits: readonly [Limit, Limit] }
  | { readonly kind: 'to-working-day'; readonly limit: Limit }

/**
 * What the clock starts on: the first and last day it can have been (the same when the day is known), and the instant
 * where one was recorded. For a limit that counts back, this is the planned day it counts back from.
 */
export type Trigger = { readonly from: Day; readonly to: Day; readonly at?: number }

/** An area's own limits by the key of the local policy, as they stand on one day. */
export type LocalLimits = Readonly<Record<string, Limit>>

/** A value that an area set, from a day until the next one begins. No limit: from that day on it sets none. */
export type LocalFrom = { readonly from: Day; readonly limit: Limit | null }

/** Everything an area set for itself, by key, each in the order of its days. */
export type LocalPolicies = Readonly<Record<string, readonly LocalFrom[]>>

/**
 * When a limit falls due.
 * - `sense` 'by': late after `latest`, perhaps late after `earliest`. 'until': a floor, broken by stopping before that day.
 *   'ages': no due day, so never overdue; both days are null.
 * - the instants are there for limits of hours: milliseconds since 1970; `latestInstant` is the last one in time.
 * - `local`: the number is the area's own and is never shown as statutory.
 */
export type DueRange = {
  readonly sense: 'by' | 'until' | 'ages'
  readonly earliest: Day | null
  readonly latest: Day | null
  readonly earliestInstant?: number
  readonly latestInstant?: number
  readonly local?: true
}

/** Within so many working days. Throws RangeError, as all counts here, unless it is a whole number above 0. */
export const workingDays = (count: number): Limit => counted('working-days', count)
/** Within so many days of any kind; the trigger's day is day 0. */
export const calendarDays = (count: number): Limit => counted('calendar-days', count)
/** Within so many elapsed hours, whatever the clocks do. */
export const hours = (count: number): Limit => counted('hours', count)
/** Within so many weeks. */
export const weeks = (count: number): Limit => counted('weeks', count)
/** Within so many calendar months, clamped to the last day of a short month. */
export const months = (count: number): Limit => counted('months', count)

/** No number given: 'immediately', 'as soon as possible', 'without delay', 'at the event'. It ages; it is never overdue. */
export const promptly = (words = 'promptly'): Limit => ({ kind: 'promptly', words })

/** At least so many working days before a planned day, named in words: 'publication'. */
export const workingDaysBefore = (count: number, words: string): Limit => ({
  kind: 'working-days-before',
  count: whole(count),
  words,
})

/** At least so many days of any kind before a planned day, named in words. */
export const calendarDaysBefore = (count: number, words: string): Limit => ({
  kind: 'calendar-days-before',
  count: whole(count),
  words,
})

/** Before a planned event, without a number: the event's own day is the last day for it. */
export const before = (words: string): Limit => ({ kind: 'before', words })

/** A floor: for at least so many months or years. */
export const atLeast = (count: number, unit: 'months' | 'years'): Limit => ({
  kind: 'at-least',
  count: whole(count),
  unit,
})

/** By one named day, whatever the trigger. Throws RangeError when it is not a day. */
export function fixedDay(day: Day): Limit {
  toNumber(day)
  return { kind: 'fixed-day', day }
}

/** By a day that comes round each year, as 'MM-DD': the next one from the trigger on. Throws RangeError when no year has it. */
export function yearlyDay(monthAndDay: string): Limit {
  toNumber(`2019-${monthAndDay}`)
  return { kind: 'yearly-day', monthAndDay }
}

/**
 * The area sets the number, found by key. Where it set none, ours holds, if one is given, and is no less local; else there is no
 * due day. The words say what the area decides.
 */
export const localPolicy = (key: string, words: string, unlessSet?: Limit): Limit => ({
  kind: 'local-policy',
  key,
  words,
  ...(unlessSet ? { unlessSet } : {}),
})

/** The same for a number of days before a planned day. */
export const localPolicyBefore = (key: string, words: string): Limit => ({
  kind: 'local-policy',
  key,
  words,
  isBack: true,
})

/**
 * A limit that what happened sets shorter, in what it counts: a court's three days of at most eight. It never makes one longer;
 * a count that is no whole number above 0 sets nothing.
 */
export function cutTo(limit: Limit, count: number | undefined): Limit {
  if (count === undefined || !Number.isSafeInteger(count) || count < 1 || !isCounted(limit)) return limit
  return count < limit.count ? { kind: limit.kind, count } : limit
}

/** What an area's policy of that key says on a day, and since when; nothing before its first day. */
export function localOn(policies: LocalPolicies, key: string, day: Day): LocalFrom | undefined {
  return Object.hasOwn(policies, key) ? policies[key]?.findLast(({ from }) => from <= day) : undefined
}

/** Every limit of an area that holds on a day. */
export function limitsOn(policies: LocalPolicies, day: Day): LocalLimits {
  const held = Object.keys(policies).flatMap(key => {
    const limit = localOn(policies, key, day)?.limit
    return limit ? [[key, limit] as const] : []
  })
  return Object.fromEntries(held)
}

/** Whichever of two limits ends later: 'within 24 hours, or 1 working day if that is later'. Throws RangeError for a local one. */
export function laterOf(one: Limit, other: Limit): Limit {
  if (isLocal(one) || isLocal(other)) throw new RangeError('A national limit does not wait for a local one')
  return { kind: 'later-of', limits: [one, other] }
}

/**
 * A limit whose last day, where it is no working day, is the next one that is: 'a month, or the next working day'. Hours that
 * end on such a day last to the end of the next working one.
 * Throws RangeError for a local one, and for one that has no single last day (floors, the later of two).
 */
export function toWorkingDay(limit: Limit): Limit {
  if (isLocal(limit) || ['at-least', 'later-of', 'promptly', 'to-working-day'].includes(limit.kind))
    throw new RangeError('Only a limit that ends on a day is moved on to a working day')
  return { kind: 'to-working-day', limit }
}

/**
 * When the limit falls due, given its trigger and the area's own limits. A trigger known only roughly gives a range.
 * @throws RangeError when a day is not one or `from` is after `to`; CalendarEnds past the last known bank holiday.
 */
export function dueRange(limit: Limit, trigger: Trigger, local: LocalLimits = {}): DueRange {
  if (toNumber(trigger.from) > toNumber(trigger.to)) {
    throw new RangeError(`A trigger cannot end before it begins: ${trigger.from} to ${trigger.to}`)
  }
  switch (limit.kind) {
    case 'working-days':
      return due(trigger, day => addWorkingDays(day, limit.count))
    case 'calendar-days':
      return due(trigger, day => addDays(day, limit.count))
    case 'weeks':
      return due(trigger, day => addWeeks(day, limit.count))
    case 'months':
      return due(trigger, day => addMonths(day, limit.count))
    case 'hours': {
      const length = limit.count * 3_600_000
      const earliest = (trigger.at ?? londonMidnight(trigger.from)) + length
      return dueAt(earliest, (trigger.at ?? londonDayEnd(trigger.to)) + length)
    }
    case 'working-days-before':
      return due(trigger, day => addWorkingDays(day, -limit.count))
    case 'calendar-days-before':
      return due(trigger, day => addDays(day, -limit.count))
    case 'before':
      return due(trigger, day => day)
    case 'at-least': {
      const add = limit.unit === 'years' ? addYears : addMonths
      return { ...due(trigger, day => add(day, limit.count)), sense: 'until' }
    }
    case 'fixed-day':
      return due(trigger, () => limit.day)
    case 'yearly-day':
      return due(trigger, day => nextYearly(day, limit.monthAndDay))
    case 'promptly':
      return noDueDay
    case 'local-policy': {
      const set = setLocally(limit, local)
      return { ...(set === undefined ? noDueDay : dueRange(set, trigger)), local: true }
    }
    case 'later-of':
      return later(dueRange(limit.limits[0], trigger), dueRange(limit.limits[1], trigger))
    case 'to-working-day': {
      const { earliest, latest, earliestInstant, latestInstant, ...rest } = dueRange(limit.limit, trigger)
      if (earliestInstant !== undefined && latestInstant !== undefined)
        return dueAt(untilWorkingDay(earliestInstant), untilWorkingDay(latestInstant))
      return { ...rest, earliest: earliest && onWorkingDay(earliest), latest: latest && onWorkingDay(latest) }
    }
  }
}

/**
 * The limit in plain words: 'within 15 working days', 'at least 7 working days before publication', 'by 29 June 2019'.
 * A local limit always says that it is local. Never throws.
 */
export function describeLimit(limit: Limit, local: LocalLimits = {}): string {
  switch (limit.kind) {
    case 'working-days':
    case 'calendar-days':
    case 'hours':
    case 'weeks':
    case 'months':
      return `within ${quantity(limit.count, units[limit.kind])}`
    case 'working-days-before':
      return `at least ${quantity(limit.count, 'working day')} before ${limit.words}`
    case 'calendar-days-before':
      return `at least ${quantity(limit.count, 'day')} before ${limit.words}`
    case 'before':
      return `before ${limit.words}`
    case 'at-least':
      return `for at least ${quantity(limit.count, limit.unit === 'years' ? 'year' : 'month')}`
    case 'fixed-day':
      return `by ${dayInWords(limit.day)}`
    case 'yearly-day':
      return `by the next ${dayInWords(`2019-${limit.monthAndDay}`).replace(' 2019', '')}`
    case 'promptly':
      return limit.words
    case 'local-policy': {
      const set = setLocally(limit, local)
      const words = set === undefined ? 'no limit set' : describeLimit(set)
      return `${words} (local policy: ${limit.words})`
    }
    case 'later-of':
      return `${describeLimit(limit.limits[0])}, or ${describeLimit(limit.limits[1])} if that is later`
    case 'to-working-day':
      return `${describeLimit(limit.limit)}, or the next working day where the last day is none`
  }
}

/** Whether the limit is the area's own, so that missing it is never a statutory breach. */
export function isLocal(limit: Limit): limit is Limit & { kind: 'local-policy' } {
  return limit.kind === 'local-policy'
}

function onWorkingDay(day: Day): Day {
  return isWorkingDay(day) ? day : addWorkingDays(day, 1)
}

/** An instant on a working day stays; on any other day, the end of the next working day. */
function untilWorkingDay(instant: number): number {
  const day = londonDay(instant)
  return isWorkingDay(day) ? instant : londonDayEnd(onWorkingDay(day))
}

function nextYearly(day: Day, monthAndDay: string): Day {
  const ofYear = `${day.slice(0, 4)}-${monthAndDay}`
  return ofYear < day ? addYears(ofYear, 1) : ofYear
}

const noDueDay: DueRange = { sense: 'ages', earliest: null, latest: null }

const units = {
  'working-days': 'working day',
  'calendar-days': 'day',
  hours: 'hour',
  weeks: 'week',
  months: 'month',
} as const

function due(trigger: Trigger, dueFrom: (day: Day) => Day): DueRange {
  const earliest = dueFrom(trigger.from)
  return { sense: 'by', earliest, latest: trigger.to === trigger.from ? earliest : dueFrom(trigger.to) }
}

function dueAt(earliestInstant: number, latestInstant: number): DueRange {
  const earliest = londonDay(earliestInstant)
  return { sense: 'by', earliest, latest: londonDay(latestInstant), earliestInstant, latestInstant }
}

/** A day without an instant lasts to its end in London. */
function later(one: DueRange, other: DueRange): DueRange {
  if (one.earliest === null || one.latest === null || other.earliest === null || other.latest === null) return noDueDay
  return dueAt(
    Math.max(one.earliestInstant ?? londonDayEnd(one.earliest), other.earliestInstant ?? londonDayEnd(other.earliest)),
    Math.max(one.latestInstant ?? londonDayEnd(one.latest), other.latestInstant ?? londonDayEnd(other.latest)),
  )
}

/** A local limit that points to another local limit is no limit. */
function setLocally(limit: Limit & { kind: 'local-policy' }, local: LocalLimits): Limit | undefined {
  const set = Object.hasOwn(local, limit.key) ? local[limit.key] : undefined
  const chosen = set === undefined || isLocal(set) ? limit.unlessSet : set
  return chosen === undefined || isLocal(chosen) ? undefined : chosen
}

function isCounted(limit: Limit): limit is Extract<Limit, { readonly kind: Counted }> {
  return limit.kind in units
}

function counted(kind: Counted, count: number): Limit {
  return { kind, count: whole(count) }
}

function whole(count: number): number {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`A limit counts a whole number above 0: ${count}`)
  return count
}

function quantity(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
