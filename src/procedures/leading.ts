/**
 * Who may lead, as a fact says it: under the guidance of 2018 a social worker; since December 2023 another practitioner may lead a
 * section 17 assessment, if somebody qualified in social work allocates and oversees it. A child protection enquiry stays with a
 * social worker. Nothing here refuses a record: what departs from the guidance shows as that.
 */
import type { Line } from '../engine/duty.ts'
import type { Statement } from '../engine/fact.ts'
import { choice, optional } from '../engine/field.ts'
import type { Day } from '../guidance/days.ts'
import { ancestors, editionOn } from '../guidance/editions.ts'
import { guidanceRepinned } from './repinning.ts'

const leads = {
  'social-worker': 'A social worker',
  other: { label: 'Another practitioner', hint: 'For example a family support worker' },
} as const

const allocators = {
  'social-work-qualified': 'A practice supervisor or manager qualified in social work',
  other: 'Somebody else',
} as const

/** What the form of a piece of work asks about its lead. */
export const leading = {
  lead: choice('Who leads it', leads, optional),
  allocator: choice('Who allocated it, and oversees it', allocators, optional),
} as const

/** What a fact says about a lead: the form that began the work, or a later allocation. */
export type Led = Statement<typeof leading>

/**
 * The day by which it goes who may lead: that on which the work began, unless it went over to other guidance.
 * @param until decisions to go over that were taken later do not count
 */
export function leadsByDay(started: Statement, until: Day, line: Line): Day {
  const over = line
    .all(guidanceRepinned)
    .findLast(one => line.continues(one, started) && one.about === started.root && one.happened.from <= until)
  return over?.data.to ?? started.happened.from
}

/** Whether an edition that lets another practitioner lead a section 17 assessment holds on a day. */
export function mayBeLedByOthers(day: Day): boolean {
  const edition = editionOn(day)
  return edition !== undefined && [edition, ...ancestors(edition)].includes('wt2023')
}
