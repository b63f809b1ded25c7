/** What ends a duty that was not met: a fact that makes it pointless, the end of the case, the end of childhood. */
import type { Day } from '../guidance/days.ts'
import { byHappening } from './chains.ts'
import type { DutyDefinition } from './duty.ts'
import type { Statement } from './fact.ts'
import type { Guidance } from './guidance.ts'
import { closesAfter } from './open-procedures.ts'
import { awareness, type Duty, isBefore, isRelated, type Owed, type Policy } from './owed.ts'
import type { Known } from './statements.ts'

const none: readonly never[] = []

/** What may end any duty of a case. */
export interface Endings {
  /** A death, and the authority's closing of its case: nobody else closes it. */
  readonly closing: readonly Statement[]
  readonly eighteen: { readonly day: Day; readonly root: string } | undefined
}

/** What may end any duty of the case, in the order in which it happened. */
export function endingsOf(known: Known, eighteen: Endings['eighteen'], policy: Policy, guidance: Guidance): Endings {
  const closing = known.inOrder.filter(({ kind, agency }) => {
    const definition = guidance.kinds.get(kind)
    return definition?.isFinal || (definition?.endsCase && agency === policy.authority)
  })
  return { closing, eighteen }
}

/**
 * A duty ends with a fact that makes it pointless, as far as its agency knows of it, or with the child's childhood;
 * what happens later cannot meet it.
 */
export function lapseOf(
  one: Owed,
  { closing, eighteen }: Endings,
  known: Known,
  policy: Policy,
  guidance: Guidance,
): Duty['lapsed'] {
  let ending = firstEnding(one, closing, known, policy, guidance)
  for (const kind of one.rule.lapsesOn ?? none) {
    if (isDischargedBy(one.rule, kind.kind)) continue
    const found = firstEnding(one, known.byKind.get(kind.kind) ?? none, known, policy, guidance)
    if (found && (!ending || byHappening(found, ending) < 0)) ending = found
  }
  const lapsed = ending && {
    by: ending.root,
    on: ending.happened.to,
    why: guidance.kinds.get(ending.kind)?.label ?? ending.kind,
  }
  if (!eighteen || one.rule.outlivesChildhood || (lapsed && lapsed.on <= eighteen.day)) return lapsed ?? null
  return { by: eighteen.root, on: eighteen.day, why: 'The child reaches 18' }
}

function firstEnding(
  one: Owed,
  facts: readonly Statement[],
  known: Known,
  policy: Policy,
  guidance: Guidance,
): Statement | undefined {
  const { rule, trigger } = one
  for (const fact of facts) {
    if (fact.root === trigger.root) continue
    const definition = guidance.kinds.get(fact.kind)
    if (definition?.isFinal) {
      if (!isDischargedBy(rule, fact.kind)) return fact
    } else if (definition?.endsCase) {
      if (!rule.outlivesClosing && closesAfter(fact, trigger) && !isDischargedBy(rule, fact.kind)) return fact
    } else if (
      !isBefore(fact.happened, trigger.happened) &&
      (rule.lapsesWhen?.(fact, trigger) ?? true) &&
      isRelated(one, fact, known) &&
      awareness(fact, one.duty.agency, policy) !== undefined
    )
      return fact
  }
  return undefined
}

function isDischargedBy(rule: DutyDefinition, kind: string): boolean {
  for (const one of rule.dischargedBy) if (one.kind === kind) return true
  return false
}
