/**
 * Under which line of the retention schedule the record of a closed case stands, from when it counts, and what stops its disposal.
 * Facts in, one answer out; how long a line keeps is the area's to say, and whether it has run out is asked when it is read.
 */
import type { Derived } from '../engine/derive.ts'
import type { FactDefinition, Statement } from '../engine/fact.ts'
import type { Guidance } from '../engine/guidance.ts'
import { closesAfter, type OpenProcedure } from '../engine/open-procedures.ts'
import type { Day } from '../guidance/days.ts'
import { type CountsFrom, type RetentionCategory, retentionSchedule } from '../guidance/retention.ts'
import { assessmentAuthorised, assessmentStarted } from './assessment.ts'
import { childInNeedPlanStarted } from './child-in-need-plan.ts'
import { disposalDeclined, disposalProposed, retentionHoldPlaced, retentionHoldReleased } from './disposal.ts'
import { section47EnquiryStarted } from './enquiry-facts.ts'
import { childBorn } from './people.ts'
import { childProtectionPlanStarted, initialConferenceHeld } from './plan-facts.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'
import { subjectAccessRefused, subjectAccessReleased, subjectAccessRequested } from './subject-access-request.ts'

/** What stops disposal: somebody’s hold, an open request for the record, something that is still owed. */
export type Held = 'hold' | 'request' | 'owed'

export interface Retention {
  readonly category: RetentionCategory
  readonly counts: CountsFrom
  readonly countsFrom: Day
  readonly closedOn: Day
  /** The fact that closed the case. */
  readonly closing: string
  readonly held: readonly Held[]
  /** The fact that proposes its disposal and waits for a second person. */
  readonly proposed: string | null
}

const protecting = [
  strategyDiscussionHeld,
  section47EnquiryStarted,
  initialConferenceHeld,
  childProtectionPlanStarted,
] as readonly FactDefinition[]
const needing = [assessmentStarted, assessmentAuthorised, childInNeedPlanStarted] as readonly FactDefinition[]

/**
 * Nothing for a case that is open: never closed, or worked on again since. What was done about the record itself (a request for it,
 * who looked, a hold) is no work on the case; anything else that happened after the closing moves its day.
 */
export function retentionOf(
  { known, duties, procedures }: Derived,
  authority: string,
  guidance: Guidance,
): Retention | undefined {
  const closings = known.inOrder.filter(one => guidance.kinds.get(one.kind)?.endsCase && one.agency === authority)
  const closing = closings.at(-1)
  const isOfRecord = (kind: string) => guidance.procedureOf.get(kind)?.section === '0'
  if (!closing) return undefined
  // What ended with childhood alone was closed by nobody.
  const isOpen = ({ root, closed }: OpenProcedure) => {
    const opening = known.byRoot.get(root)
    const isByBirthday = known.byRoot.get(closed?.by ?? '')?.kind === childBorn.kind
    return closed === null || (isByBirthday && opening !== undefined && !closesAfter(closing, opening))
  }
  if (procedures.some(one => isOpen(one) && !isOfRecord(openingKind(known.byRoot.get(one.root))))) return undefined
  const closedOn = known.inOrder
    .filter(one => !isOfRecord(one.kind))
    .reduce((latest, { happened }) => (happened.to > latest ? happened.to : latest), closing.happened.to)
  const has = (kinds: readonly FactDefinition[]) => kinds.some(({ kind }) => known.byKind.has(kind))
  const category = has(protecting) ? 'protection' : has(needing) ? 'need' : 'contact'
  const birth = known.byKind.get(childBorn.kind)?.at(-1)
  const counts = retentionSchedule[category].counts === 'birth' && birth ? 'birth' : 'closing'
  const held: Held[] = []
  if (openHolds(known).length > 0) held.push('hold')
  if (hasOpenRequest(known)) held.push('request')
  // The clock of a request says the same as the request.
  const isOwed = duties.some(
    one => !one.met && !one.lapsed && !one.notKnownFrom && !isAboutRequest(known.byRoot.get(one.trigger)),
  )
  if (isOwed) held.push('owed')
  return {
    category,
    counts,
    countsFrom: counts === 'birth' && birth ? birth.happened.to : closedOn,
    closedOn,
    closing: closing.root,
    held,
    proposed: openProposal(known),
  }
}

function openProposal(known: Known): string | null {
  const declined = new Set((known.byKind.get(disposalDeclined.kind) ?? []).map(one => one.about))
  return known.byKind.get(disposalProposed.kind)?.findLast(one => !declined.has(one.root))?.root ?? null
}

type Known = Derived['known']

const openingKind = (fact: Statement | undefined) => fact?.kind ?? ''
const isAboutRequest = (fact: Statement | undefined) => fact?.kind === subjectAccessRequested.kind

/**
 * The holds that nobody released. One whose expected day has passed still stops: only a person releases it, and of the agency that
 * placed it.
 */
export function openHolds(known: Known): Statement[] {
  const releases = known.byKind.get(retentionHoldReleased.kind) ?? []
  return (known.byKind.get(retentionHoldPlaced.kind) ?? []).filter(
    hold => !releases.some(({ about, agency }) => about === hold.root && agency === hold.agency),
  )
}

function hasOpenRequest(known: Known): boolean {
  const answers: readonly string[] = [subjectAccessReleased.kind, subjectAccessRefused.kind]
  const answered = new Set(answers.flatMap(kind => (known.byKind.get(kind) ?? []).map(one => one.about)))
  return (known.byKind.get(subjectAccessRequested.kind) ?? []).some(one => !answered.has(one.root))
}
