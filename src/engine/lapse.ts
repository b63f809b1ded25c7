/** What ends a duty that was not met: a fact that makes it pointless, the end of the case, the end of childhood. */
import type { Day } from '../guidance/days.ts'
import { byHappening } from './chains.ts'
import type { DutyDefinition } from './duty.ts'
import type { Statement } from './fact.ts'
import type { Guidance } from './guidance.ts'
import { closesAfter } from './open-procedures.ts'
import { type Duty, isBefore, isRelated, type Owed } from './owed.ts'
import type { Known } from './statements.ts'

/** A duty ends with a fact that makes it pointless, or with the child's childhood; what happens later cannot meet it. */
export function lapseOf(
  one: Owed,
  closing: readonly Statement[],
  known: Known,
  eighteen: { day: Day; root: string } | undefined,
  guidance: Guidance,
): Duty['lapsed'] {
  let ending = firstEnding(one, closing, known, guidance)
  for (const kind of one.rule.lapsesOn ?? none) {
    if (isDischargedBy(one.rule, kind.kind)) continue
    const found = firstEnding(one, known.byKind.get(kind.kind) ?? none, known, guidance)
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

function firstEnding(one: Owed, facts: readonly Statement[], known: Known, guidance: Guidance): Statement | undefined {
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
      isRelated(one, fact, known) &&
      (rule.lapsesWhen?.(fact, trigger) ?? true)
    )
      return fact
  }
  return undefined
}

function isDischargedBy(rule: DutyDefinition, kind: string): boolean {
  for (const one of rule.dischargedBy) if (one.kind === kind) return true
  return false
}

