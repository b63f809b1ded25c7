/**
 * How long the record of a closed case is kept: the schedule from which an area starts. No Act and no guidance at hand says how long a
 * council keeps a child's record of this kind; the law wants it kept no longer than is needed, and that the council decides and can
 * say why. So every line is local policy, shown as such, and an area sets its own in its local policies.
 */
import { addMonths, type Day } from './days.ts'
import type { LocalLimits } from './limits.ts'
import { act, type Source } from './sources.ts'

/** From what a line counts. Where the day of birth is not known, one that counts from it counts from the closing. */
export type CountsFrom = 'birth' | 'closing'

export interface RetentionLine {
  readonly label: string
  /** Which cases, in words. */
  readonly covers: string
  readonly counts: CountsFrom
  /** The key under which an area sets its own length, in months. */
  readonly key: string
  /** How many months, unless the area says otherwise. */
  readonly months: number
  /** Why that long, in our own words. */
  readonly because: string
  readonly source: Source
}

const limitation = 'Limitation Act 1980'

/** From the line that keeps longest to the one that keeps shortest: the first that fits a case is its line. */
export const retentionSchedule = {
  protection: {
    label: 'Child protection',
    covers: 'There was a strategy discussion, a section 47 enquiry, a conference or a plan',
    counts: 'birth',
    key: 'retain-protection',
    months: 300,
    because:
      'Until the 25th birthday: seven years of adult life in which to ask for the record, or to go to court. A starting point, not a rule of law.',
    source: act('UK General Data Protection Regulation', 'Article 5(1)(e)'),
  },
  need: {
    label: 'Child in need',
    covers: 'There was an assessment or a child in need plan, and nothing of child protection',
    counts: 'birth',
    key: 'retain-need',
    months: 288,
    because:
      'Until the 24th birthday: for somebody who was a child, the six years for most claims begin at 18. A starting point, not a rule of law on records.',
    source: act(limitation, 'sections 2 and 28(1)'),
  },
  contact: {
    label: 'Contact only',
    covers: 'Nothing followed from it: no assessment, no plan, no enquiry',
    counts: 'closing',
    key: 'retain-contact',
    months: 72,
    because:
      'Six years after the case was closed: as long as most claims can be brought. A starting point, not a rule of law on records.',
    source: act(limitation, 'section 2'),
  },
} as const satisfies Readonly<Record<string, RetentionLine>>

export type RetentionCategory = keyof typeof retentionSchedule

/** The categories in the order of the schedule. */
export const retentionCategories = Object.keys(retentionSchedule) as RetentionCategory[]

/** Whether a text is a line of the schedule. */
export function isRetentionCategory(text: string): text is RetentionCategory {
  return Object.hasOwn(retentionSchedule, text)
}

/** How long a line keeps in an area, in months, and whether the area set it. A local policy in another unit than months sets nothing. */
export function monthsKept(category: RetentionCategory, local: LocalLimits): { months: number; isSet: boolean } {
  const line = retentionSchedule[category]
  const set = Object.hasOwn(local, line.key) ? local[line.key] : undefined
  return set?.kind === 'months' ? { months: set.count, isSet: true } : { months: line.months, isSet: false }
}

/** The first day on which a record is no longer kept: never before the day on which the case was closed. */
export function keptUntil(countsFrom: Day, monthsKept: number, closedOn: Day): Day {
  const end = addMonths(countsFrom, monthsKept)
  return end < closedOn ? closedOn : end
}

/** "until the 25th birthday", "6 years after the case was closed". */
export function sayKept(counts: CountsFrom, months: number): string {
  const years = months / 12
  const isWhole = Number.isInteger(years)
  if (counts === 'birth' && isWhole) return `until the ${ordinal(years)} birthday`
  const length = isWhole ? quantity(years, 'year') : quantity(months, 'month')
  return counts === 'birth' ? `${length} from birth` : `${length} after the case was closed`
}

function quantity(number: number, of: string): string {
  return `${number} ${of}${number === 1 ? '' : 's'}`
}

function ordinal(number: number): string {
  const last = number % 100 > 10 && number % 100 < 14 ? 0 : number % 10
  return `${number}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`
}
