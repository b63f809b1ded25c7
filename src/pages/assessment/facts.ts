/** Facts of a case by their kind, and which of them belong to an assessment. */
import type { FactDefinition, Statement } from '../../engine/fact.ts'
import type { Fields } from '../../engine/field.ts'
import type { ReadCase } from '../../ledger/read.ts'

/** Facts of a kind, in the order in which they happened. */
export function allOf<F extends Fields>({ known }: Pick<ReadCase, 'known'>, kind: FactDefinition<F>) {
  return (known.byKind.get(kind.kind) ?? []) as unknown as readonly Statement<F>[]
}

/** Whether a fact continues the one with that root, as it says or as its kind lets infer. */
export function continues({ known }: Pick<ReadCase, 'known'>, fact: { readonly root: string }, root: string): boolean {
  return fact.root !== root && (known.chains.get(fact.root)?.includes(root) ?? false)
}
