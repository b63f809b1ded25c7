/**
 * Under which line of the retention schedule the record of a closed case stands, from when it counts, and what stops its disposal.
 * Facts in, one answer out; how long a line keeps is the area's to say, and whether it has run out is asked when it is read.
 */
import type { Derived } from '../engine/derive.ts'
import type { FactDefinition, Statement } from '../engine/fact.ts'
import type { Guidance } from '../engine/guidance.ts'
import { closesAfter, type OpenProcedure } from '../engine/open-procedures.ts'
import { mayEnd, type Policy } from '../engine/owed.ts'
import type { Day } from '../guidance/days.ts'
import { type CountsFrom, linesAbout, type RetentionCategory, retentionSchedule } from '../guidance/retention.ts'
import { assessmentAuthorised, assessmentStarted } from './assessment.ts'
import { childInNeedPlanStarted } from './child-in-need-plan.ts'
import { ownWorkEnded } from './closing.ts'
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

/** What besides its facts says whose a case is. */
export interface WhoseCase extends Pick<Policy, 'authority' | 'parties'> {
  readonly kind: string
  /** The one agency that recorded in it and told nobody of it; nothing where there are several. */
  readonly alone?: string | undefined
}

/**
 * Nothing for a case that is open: never closed, or worked on again since. Nothing either where no line of the schedule is about such
 * a case. What was done about the record itself (a request for it, who looked, a hold) is no work on the case; anything else that
 * happened after the closing moves its day.
 */
export function retentionOf(derived: Derived, whose: WhoseCase, guidance: Guidance): Retention | undefined {
  const { known, duties } = derived
  const ended = endOf(derived, whose, guidance)
  if (!ended) return undefined
  const { category, closing } = ended
  const closedOn = known.inOrder
    .filter(one => !isOfRecord(one, guidance))
    .reduce((latest, { happened }) => (happened.to > latest ? happened.to : latest), closing.happened.to)
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

/** What ended it, and under which line it stands then. */
function endOf(
  derived: Derived,
  whose: WhoseCase,
  guidance: Guidance,
): { category: RetentionCategory; closing: Statement } | undefined {
  const { known, procedures } = derived
  const closing = known.inOrder.findLast(
    one => guidance.kinds.get(one.kind)?.endsCase && mayEnd(one.agency, whose) && isOfWhose(one, whose),
  )
  const own = closing ? undefined : ownEnd(known, whose)
  if (own) return { category: 'own', closing: own }
  // What ended with childhood alone was closed by nobody.
  const isClosed = ({ closed }: OpenProcedure, opening: Statement | undefined) => {
    const isByBirthday = known.byRoot.get(closed?.by ?? '')?.kind === childBorn.kind
    return closed !== null && !(isByBirthday && closing && opening && !closesAfter(closing, opening))
  }
  const isOpen = procedures.some(one => {
    const opening = known.byRoot.get(one.root)
    return !isClosed(one, opening) && !(opening && isOfRecord(opening, guidance))
  })
  const category = lineOf(known, whose.kind)
  return closing && category && !isOpen ? { category, closing } : undefined
}

/** A child's file is closed by the authority, other cases by whoever works on them together. */
function isOfWhose({ agency }: Statement, { kind, authority }: WhoseCase): boolean {
  return kind !== 'child' || agency === authority
}

/** What an agency holds alone it ends itself: nobody else has anything to close. */
function ownEnd(known: Known, { kind, alone, authority }: WhoseCase): Statement | undefined {
  if (kind !== 'child' || alone === undefined || alone === authority) return undefined
  return known.byKind.get(ownWorkEnded.kind)?.at(-1)
}

/** Under which line a case of that kind stands; nothing is guessed where none is about it. */
function lineOf(known: Known, kind: string): RetentionCategory | undefined {
  if (kind !== 'child') return linesAbout(kind)[0]
  const has = (kinds: readonly FactDefinition[]) => kinds.some(one => known.byKind.has(one.kind))
  return has(protecting) ? 'protection' : has(needing) ? 'need' : 'contact'
}

function isOfRecord({ kind }: Statement, guidance: Guidance): boolean {
  return guidance.procedureOf.get(kind)?.section === '0'
}

function openProposal(known: Known): string | null {
  const declined = new Set((known.byKind.get(disposalDeclined.kind) ?? []).map(one => one.about))
  return known.byKind.get(disposalProposed.kind)?.findLast(one => !declined.has(one.root))?.root ?? null
}

type Known = Derived['known']

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
