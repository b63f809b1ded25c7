/** A case's duties as the page shows them: what must be done, by whom, how it stands, and why. */
import type { DutyDefinition } from '../../engine/duty.ts'
import type { Statement } from '../../engine/fact.ts'
import type { Guidance } from '../../engine/guidance.ts'
import { isOpen, type Standing, type Today } from '../../engine/standing.ts'
import type { Known } from '../../engine/statements.ts'
import { workingDaysBetween } from '../../guidance/working-days.ts'
import { type DutyRow, type Names, standingOf } from '../../ledger/read.ts'
import type { StoredEntry } from '../../ledger/rows.ts'
import { sayDay, sayDue } from '../kit/days.ts'

export interface ShownDuty {
  readonly row: DutyRow
  readonly rule: DutyDefinition | undefined
  readonly standing: Standing
  readonly must: string
  readonly by: string
  /** "3 working days left (Friday 17 April)", "met on 4 March 2026, 2 days late". */
  readonly words: string
  /** What ended it departs from the guidance, as far as the reader may see it. */
  readonly departs: boolean
  readonly href: string
}

/** Where the page of a duty is. */
export function dutyHref(reference: string, dutyId: string): string {
  return `/case/${reference}/duty?id=${encodeURIComponent(dutyId)}`
}

/** Working days between a duty's due day and another day, where its limit counts them and both lie within the known calendar. */
export function workingDaysTo(
  { due_latest: due }: Pick<DutyRow, 'due_latest'>,
  rule: DutyDefinition | undefined,
  day: string,
): number | undefined {
  const isCounted = rule?.editions.some(({ within }) => within.kind.startsWith('working-days')) ?? false
  if (!due || !isCounted) return undefined
  try {
    return Math.abs(workingDaysBetween(day, due)) || undefined
  } catch {
    return undefined // beyond the known bank holidays: said in days alone
  }
}

/** How a duty stands, in words. */
export function sayStanding(
  row: DutyRow,
  rule: DutyDefinition | undefined,
  standing: Standing,
  today: Today,
  sees: (root: string) => boolean = () => true,
): string {
  const due = row.due_latest
  switch (standing) {
    case 'met':
      return `Met on ${sayDay(row.met_from ?? '')}`
    case 'met-late':
      return `Met late, on ${sayDay(row.met_from ?? '')}; it was due on ${sayDay(due ?? '')}`
    case 'may-be-met-late':
      return `Met between ${sayDay(row.met_from ?? '')} and ${sayDay(row.met_to ?? '')}; it was due on ${sayDay(due ?? '')}, so it may have been late`
    case 'lapsed':
      return `Ended without being met on ${sayDay(row.lapsed_on ?? '')}: ${row.lapsed_by && !sees(row.lapsed_by) ? 'because of a record you may not see' : (row.lapsed_why ?? '').toLowerCase()}`
    case 'not-known':
      return 'Not known from this source: the imported file cannot say'
    case 'ageing':
      return row.from_day > today.day ? 'No day is set' : `No day is set: open since ${sayDay(row.from_day)}`
    case 'may-be-overdue':
      return `May be overdue: due between ${sayDay(row.due_earliest ?? '')} and ${sayDay(due ?? '')}`
    default:
      return due ? sayDueDay(row, rule, due, today) : ''
  }
}

/** The fact that ended a duty against the guidance; nothing where none did, or none that the reader may see. */
function departureOf(row: DutyRow, rule: DutyDefinition | undefined, standing: Standing, known: Known) {
  const ending = standing === 'lapsed' && row.lapsed_by ? known.byRoot.get(row.lapsed_by) : undefined
  return ending && rule?.departure?.when(ending) ? ending : undefined
}

/** Whose decision it was: whoever signed it off, else whoever recorded it. */
function sayDecider(ending: Statement, field: string, names: Names): string {
  const person = (id: unknown) => {
    const post = typeof id === 'string' ? names.posts.get(id) : undefined
    return post && `${post.name}, ${post.title}`
  }
  const [decider] = [(ending.data as Record<string, unknown>)[field]].flat()
  const said = person(decider)
  if (said) return `Signed off by ${said}.`
  const recorder = ending.versions.findLast(entry => entry.act === 'record' || entry.act === 'correct')
  const by = person((recorder as Partial<StoredEntry> | undefined)?.recordedBy)
  return by ? `Recorded by ${by}; nobody is named who signed it off.` : 'Nobody is named who signed it off.'
}

/** Whether a rule asks that something be kept for so long, and not that something be done by a day. */
function isFloor(rule: DutyDefinition | undefined): boolean {
  return rule?.editions.some(one => one.within.kind === 'at-least') ?? false
}

function sayFloor(row: DutyRow, standing: Standing): string {
  const until = sayDay(row.due_latest ?? '')
  if (standing === 'met-late')
    return `Ended too early, on ${sayDay(row.met_from ?? '')}: it was to be kept until ${until}`
  if (standing === 'may-be-met-late') return `Ended perhaps too early: it was to be kept until ${until}`
  if (standing === 'met') return `Ended on ${sayDay(row.met_from ?? '')}, after it had been kept until ${until}`
  return standing === 'lapsed' ? `Kept as long as it has to be, until ${until}` : `To be kept so until ${until}`
}

/** How a duty stands, and whose decision it was where that departs from the guidance. */
export function sayDuty(
  row: DutyRow,
  rule: DutyDefinition | undefined,
  names: Names,
  today: Today,
  known: Known,
): { readonly words: string; readonly departs: boolean } {
  const standing = standingOf(row, today)
  const words = isFloor(rule)
    ? sayFloor(row, standing)
    : sayStanding(row, rule, standing, today, root => known.byRoot.has(root))
  const ending = departureOf(row, rule, standing, known)
  if (!ending) return { words, departs: isOpen(standing) && rule?.mendsDeparture === true }
  return { words: `${words}. ${sayDecider(ending, rule?.departure?.decidedBy ?? '', names)}`, departs: true }
}

/** All duties of a case that the reader may see, open ones first, by their day. */
export function shownDuties(
  rows: readonly DutyRow[],
  reference: string,
  guidance: Guidance,
  names: Names,
  today: Today,
  known: Known,
): ShownDuty[] {
  return rows.map(row => {
    const rule = guidance.rules.get(row.rule)
    const standing = standingOf(row, today)
    const agency = names.agencies.get(row.agency_id)
    return {
      row,
      rule,
      standing,
      must: rule?.must ?? row.rule,
      by: [rule?.who, agency].filter(Boolean).join(' · '),
      ...sayDuty(row, rule, names, today, known),
      href: dutyHref(reference, row.id),
    }
  })
}

/** The hour at which a limit of hours ends. */
function hourOf(instant: number): string {
  const format = { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat('en-GB', format).format(instant)
}

function sayDueDay(row: DutyRow, rule: DutyDefinition | undefined, due: string, today: Today): string {
  const words = sayDue(due, today.day, workingDaysTo(row, rule, today.day))
  if (row.due_latest_at === null) return words
  const hour = hourOf(row.due_latest_at)
  return due === today.day && today.instant > row.due_latest_at ? `since ${hour} today` : `${words}, by ${hour}`
}
