/** Who a child's parents and carers are, as far as the reader may see. */
import { dataOf } from '../../engine/fact.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { personConnected } from '../../procedures/people.ts'
import { wordsOf } from './child.ts'

export interface ParentKnown {
  /** The first record that names them. */
  readonly root: string
  readonly name: string
  readonly livesWith: boolean
}

const parental: ReadonlySet<string> = new Set(['mother', 'father', 'step-parent', 'carer'])

/** Each once, in the order in which they were first recorded; whether they live with the child as it was said last. */
export function parentsKnown(read: ReadCase): ParentKnown[] {
  const parents = new Map<string, ParentKnown>()
  for (const fact of read.known.byKind.get(personConnected.kind) ?? []) {
    const data = dataOf(personConnected, fact)
    if (!parental.has(data?.relationship ?? '') && data?.parentalResponsibility !== true) continue
    const { forenames = '', surname = '' } = wordsOf(read, fact)
    const name = `${forenames} ${surname}`.trim()
    const key = name.toLowerCase()
    const root = parents.get(key)?.root ?? fact.root
    if (name) parents.set(key, { root, name, livesWith: data?.livesWith === true })
  }
  return [...parents.values()]
}
