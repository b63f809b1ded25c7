/** Which kinds of fact decide what a rule says: those that it names, and those that its conditions were seen to ask for. */
import type { DutyDefinition } from './duty.ts'

const kindsOf = new WeakMap<DutyDefinition, Set<string>>()

/** The kinds that a rule has looked at in any case so far: a line that is read for it adds to them (`line.ts`). */
export function askedBy(rule: DutyDefinition): Set<string> {
  const known = kindsOf.get(rule)
  if (known) return known
  const named = [rule.arisesFrom, ...rule.dischargedBy, ...(rule.lapsesOn ?? []), ...(rule.reads ?? [])]
  const kinds = new Set(named.map(({ kind }) => kind))
  kindsOf.set(rule, kinds)
  return kinds
}
