/** From the entries of a ledger to the facts as known at a moment, and how facts hang together. */
import { byHappening, Chains, type Kinds } from './chains.ts'
import { type Entry, type FactDefinition, type Json, knownFrom, type Statement } from './fact.ts'

/** The facts of one case as known at a moment, in the order in which they happened. */
export interface Known {
  readonly inOrder: readonly Statement[]
  readonly byRoot: ReadonlyMap<string, Statement>
  readonly byKind: ReadonlyMap<string, readonly Statement[]>
  /** For each fact: itself, and the facts it continues, up to the opening one. */
  readonly chains: ReadonlyMap<string, readonly string[]>
}

/** The data of an entry in the present shape of its kind. */
export function lift(entry: Pick<Entry, 'shape' | 'data'>, definition: FactDefinition | undefined): Json {
  let data = entry.data
  const present = definition?.shape ?? entry.shape
  for (let shape = entry.shape; shape < present; shape++) data = definition?.lifts?.[shape]?.(data) ?? data
  return data
}

/** One fact as its entries up to a moment tell it; nothing where it was struck out. `entries` share a root, oldest first. */
export function statementOf(entries: readonly Entry[], kinds: Kinds): Statement | undefined {
  const first = entries[0]
  if (!first) return undefined
  let current = first
  for (const entry of entries) {
    if (entry.act === 'strike-out') return undefined
    if (entry.act === 'correct') current = entry
  }
  return {
    root: first.root,
    kind: first.kind,
    number: first.number,
    happened: current.happened,
    agency: first.agency,
    about: current.about,
    answers: current.answers,
    source: first.source,
    data: lift(current, kinds.get(first.kind)),
    knownSince: knownFrom(first),
    versions: entries,
  }
}

/**
 * The facts of a case as known at an instant (milliseconds since 1970; entries recorded later are not read).
 * `entries` may come in any order.
 */
export function knownAt(entries: readonly Entry[], instant: number, kinds: Kinds): Known {
  const histories = new Map<string, Entry[]>()
  // Of a record that was disposed of nothing is known any more.
  const isDisposedOf = entries.some(entry => entry.act === 'dispose' && entry.recordedAt <= instant)
  for (const entry of isDisposedOf ? [] : entries) {
    if (entry.recordedAt > instant) continue
    const history = histories.get(entry.root)
    if (history) history.push(entry)
    else histories.set(entry.root, [entry])
  }
  const inOrder: Statement[] = []
  for (const history of histories.values()) {
    if (history.length > 1) history.sort((a, b) => a.number - b.number)
    const statement = statementOf(history, kinds)
    if (statement) inOrder.push(statement)
  }
  inOrder.sort(byHappening)
  const byRoot = new Map<string, Statement>()
  const byKind = new Map<string, Statement[]>()
  for (const statement of inOrder) {
    byRoot.set(statement.root, statement)
    const same = byKind.get(statement.kind)
    if (same) same.push(statement)
    else byKind.set(statement.kind, [statement])
  }
  const sought = new Chains(byRoot, byKind, kinds)
  const chains = new Map<string, readonly string[]>()
  for (const { root } of inOrder) chains.set(root, sought.get(root))
  return { inOrder, byRoot, byKind, chains }
}
