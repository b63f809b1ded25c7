/** Facts of a day for which no rule is encoded though facts of their kind owe something on other days: to be said, not passed over. */
import { editionOf } from './derive.ts'
import type { Statement } from './fact.ts'
import { type Guidance, isKindOf } from './guidance.ts'
import type { Known } from './statements.ts'

/** Those facts of a case of a kind, in the order in which they happened. */
export function unruled({ inOrder }: Pick<Known, 'inOrder'>, caseKind: string, guidance: Guidance): Statement[] {
  return inOrder.filter(({ kind, happened }) => {
    const rules = (guidance.startedBy.get(kind) ?? []).filter(({ id }) => isKindOf(id, caseKind, guidance))
    return rules.length > 0 && rules.every(rule => !editionOf(rule, happened.from) && !rule.editions[0]?.commencement)
  })
}
