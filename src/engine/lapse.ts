/** What ends a duty that was not met: a fact that makes it pointless, the end of the case, the end of childhood. */
import type { Day } from '../guidance/days.ts'
import { askedBy } from './asked.ts'
import { byHappening } from './chains.ts'
import type { DutyDefinition } from './duty.ts'
import type { Statement } from './fact.ts'
import type { Guidance } from './guidance.ts'
import { lineOf } from './line.ts'
import { closesAfter } from './open-procedures.ts'
import { awareness, type Duty, isBefore, isChildsFile, isRelated, mayEnd, type Owed, type Policy } from './owed.ts'
import type { Known } from './statements.ts'

const none: readonly never[] = []

/** What may end any duty of a case. */
export interface Endings {
  readonly deaths: readonly Statement[]
  /** The authority's closing of its case: nobody else closes it. */
  readonly closings: readonly Statement[]
  readonly eighteen: { readonly day: Day; readonly root: string } | undefined
}

/** What may end any duty of the case, in the order in which it happened. */
export function endingsOf(known: Known, eighteen: Endings['eighteen'], policy: Policy, guidance: Guidance): Endings {
  const isOfChild = isChildsFile(policy)
  const deaths: Statement[] = []
  const closings: Statement[] = []
  for (const [kind, facts] of known.byKind) {
    const definition = guidance.kinds.get(kind)
    if (definition?.isFinal && isOfChild) deaths.push(...facts)
    else if (definition?.endsCase) closings.push(...facts.filter(({ agency }) => mayEnd(agency, policy)))
  }
  return {
    deaths: deaths.toSorted(byHappening),
    closings: closings.toSorted(byHappening),
    eighteen: isOfChild ? eighteen : undefined,
  }
}

/**
 * A duty ends with a fact that makes it pointless, as far as its agency knows of it, or with the child's childhood;
 * what happens later cannot meet it.
 */
export function lapseOf(
  one: Owed,
  { deaths, closings, eighteen }: Endings,
  known: Known,
  policy: Policy,
  guidance: Guidance,
): Duty['lapsed'] {
  const { rule, trigger } = one
  let ending = rule.outlivesDeath
    ? undefined
    : deaths.find(fact => fact.root !== trigger.root && !isDischargedBy(rule, fact.kind))
  if (rule.outlivesClosing !== true) {
    const closed = closings.find(
      fact => closesAfter(fact, trigger) && !isDischargedBy(rule, fact.kind) && !outlives(rule, fact),
    )
    ending = first(ending, closed)
  }
  for (const kind of rule.lapsesOn ?? none) {
    if (kind.isFinal || kind.endsCase || isDischargedBy(rule, kind.kind)) continue
    const found = known.byKind.get(kind.kind)?.find(fact => isPointlessAfter(one, fact, known, policy))
    ending = first(ending, found)
  }
  const lapsed = ending && {
    by: ending.root,
    on: ending.happened.to,
    why: whyEnded(ending, one.rule, guidance),
  }
  if (!eighteen || one.rule.outlivesChildhood || (lapsed && lapsed.on <= eighteen.day)) return lapsed ?? null
  return { by: eighteen.root, on: eighteen.day, why: 'The child reaches 18' }
}

function outlives({ outlivesClosing }: DutyDefinition, closing: Statement): boolean {
  return typeof outlivesClosing === 'function' && outlivesClosing(closing)
}

function first(a: Statement | undefined, b: Statement | undefined): Statement | undefined {
  return !a || (b && byHappening(b, a) < 0) ? b : a
}

/** Whether a fact of a kind on which the rule lapses ends this duty. */
function isPointlessAfter({ rule, trigger, duty, line }: Owed, fact: Statement, known: Known, policy: Policy): boolean {
  return (
    fact.root !== trigger.root &&
    !isBefore(fact.happened, trigger.happened) &&
    (rule.lapsesWhen?.(fact, trigger, lineOf(trigger, known, askedBy(rule).owing), duty.agency) ?? true) &&
    isRelated({ rule, trigger, line }, fact, known) &&
    awareness(fact, duty.agency, policy) !== undefined
  )
}

function whyEnded(ending: Statement, { departure }: DutyDefinition, guidance: Guidance): string {
  const label = guidance.kinds.get(ending.kind)?.label ?? ending.kind
  return departure?.when(ending) ? `${label}; ${departure.says}` : label
}

function isDischargedBy(rule: DutyDefinition, kind: string): boolean {
  for (const one of rule.dischargedBy) if (one.kind === kind) return true
  return false
}
