/**
 * How long the record of a closed case is kept: the schedule from which an area starts, by kind of case. No Act and no guidance at hand
 * says how long records of these kinds are kept; the law wants them kept no longer than is needed, and that whoever keeps them decides
 * and can say why. So every line is local policy, shown as such, and an area sets its own in its local policies. Each kind of case has
 * lines of its own: nothing is guessed from another kind.
 */
import { addMonths, type Day } from './days.ts'
import type { LocalLimits } from './limits.ts'
import { act, type Source } from './sources.ts'

/** From what a line counts. Where the day of birth is not known, one that counts from it counts from the closing. */
export type CountsFrom = 'birth' | 'closing'

export interface RetentionLine {
  /** The kind of case that it is about. */
  readonly kind: string
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
const noLonger = act('UK General Data Protection Regulation', 'Article 5(1)(e)')

/** Of one kind of case from the line that keeps longest to the one that keeps shortest: the first that fits a case is its line. */
export const retentionSchedule = {
  protection: {
    kind: 'child',
    label: 'Child protection',
    covers: 'There was a strategy discussion, a section 47 enquiry, a conference or a plan',
    counts: 'birth',
    key: 'retain-protection',
    months: 300,
    because:
      'Until the 25th birthday: seven years of adult life in which to ask for the record, or to go to court. A starting point, not a rule of law.',
    source: noLonger,
  },
  need: {
    kind: 'child',
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
    kind: 'child',
    label: 'Contact only',
    covers: 'Nothing followed from it: no assessment, no plan, no enquiry',
    counts: 'closing',
    key: 'retain-contact',
    months: 72,
    because:
      'Six years after the case was closed: as long as most claims can be brought. A starting point, not a rule of law on records.',
    source: act(limitation, 'section 2'),
  },
  own: {
    kind: 'child',
    label: 'An agency’s own file',
    covers:
      'A file that a school, surgery, club or other agency keeps for itself: nobody else recorded in it or was told of it',
    counts: 'birth',
    key: 'retain-own',
    months: 300,
    because:
      'Until the 25th birthday, as the council keeps what it knew of a child at risk: what one agency saw may matter late. A starting point, not a rule of law.',
    source: noLonger,
  },
  context: {
    kind: 'context',
    label: 'Place, group or online space',
    covers: 'A place, a group or an online space, when the work with it was closed',
    counts: 'closing',
    key: 'retain-context',
    months: 120,
    because:
      'Ten years after it was closed: harm comes back to the same places. A starting point, not a rule of law on records.',
    source: noLonger,
  },
  allegation: {
    kind: 'allegation',
    label: 'Allegation',
    covers: 'An allegation about somebody who works with children, when it was closed',
    counts: 'closing',
    key: 'retain-allegation',
    months: 300,
    because:
      'Twenty-five years after it was closed: the person may work with children for that long, and a child may speak late. Hold it back where they work on. A starting point, not a rule of law.',
    source: noLonger,
  },
  incident: {
    kind: 'incident',
    label: 'Serious incident',
    covers: 'A serious incident with its rapid and local review, when it was closed',
    counts: 'closing',
    key: 'retain-incident',
    months: 300,
    because:
      'Twenty-five years after it was closed: brothers and sisters grow up and ask, and later reviews look back. A starting point, not a rule of law.',
    source: noLonger,
  },
  'child-death': {
    kind: 'child-death',
    label: 'Child death review',
    covers: 'The review of a child’s death, when it was closed',
    counts: 'closing',
    key: 'retain-child-death',
    months: 300,
    because:
      'Twenty-five years after it was closed: a family may ask late, and deaths are compared over many years. A starting point, not a rule of law.',
    source: noLonger,
  },
  'national-review': {
    kind: 'national-review',
    label: 'National review',
    covers: 'A review by the national Panel, with what it was told and decided, when it was closed',
    counts: 'closing',
    key: 'retain-national-review',
    months: 240,
    because:
      'Twenty years after it was closed: by then what of public records is worth keeping for good is chosen and handed over. That the Panel’s records are public records is our reading: ask the department’s records officer before any is disposed of. A starting point, not a rule of law on how long.',
    source: act('Public Records Act 1958', 'section 3(4)'),
  },
  arrangements: {
    kind: 'arrangements',
    label: 'Local arrangements',
    covers: 'An area’s safeguarding arrangements with their yearly reports, when they were replaced and closed',
    counts: 'closing',
    key: 'retain-arrangements',
    months: 120,
    because:
      'Ten years after they were closed: a review of an incident looks back at what the partners had agreed at the time. No Act says how long; what was published stays public besides. A starting point, not a rule of law.',
    source: noLonger,
  },
  assurance: {
    kind: 'assurance',
    label: 'Assurance round',
    covers: 'What an organisation said in one round of how it keeps children safe, when it was closed',
    counts: 'closing',
    key: 'retain-assurance',
    months: 72,
    because:
      'Six years after it was closed: as long as most claims can be brought. A starting point, not a rule of law on records.',
    source: act(limitation, 'section 2'),
  },
} as const satisfies Readonly<Record<string, RetentionLine>>

export type RetentionCategory = keyof typeof retentionSchedule

/** The categories in the order of the schedule. */
export const retentionCategories = Object.keys(retentionSchedule) as RetentionCategory[]

/** The lines about a kind of case, in the order of the schedule. */
export function linesAbout(kind: string): RetentionCategory[] {
  return retentionCategories.filter(category => retentionSchedule[category].kind === kind)
}

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
