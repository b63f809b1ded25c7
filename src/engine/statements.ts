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
  return { inOrder, byRoot, byKind, chains: chainsOf(inOrder, byRoot, byKind, kinds) }
}

function chainsOf(
  facts: readonly Statement[],
  byRoot: Known['byRoot'],
  byKind: Known['byKind'],
  kinds: Kinds,
): Map<string, readonly string[]> {
  const sought = new Chains(byRoot, byKind, kinds)
  return new Map(facts.map(({ root }) => [root, sought.get(root)]))
}

/**
 * The facts of a case after more was recorded on it, from those of before, as known at the same instant.
 * @returns nothing where what was added says something of a fact of before, or could stand among those of its day in more than one
 * order: all entries have to be read then
 */
export function knownAfter(before: Known, added: readonly Entry[], instant: number, kinds: Kinds): Known | undefined {
  // A record that was disposed of has no facts: what is recorded after that is none either.
  if (before.inOrder.length === 0) return undefined
  const inOrder = [...before.inOrder]
  const byRoot = new Map(before.byRoot)
  const byKind = new Map(before.byKind)
  const facts: Statement[] = []
  for (const entry of added) {
    const fact = entry.act === 'record' && entry.recordedAt <= instant ? statementOf([entry], kinds) : undefined
    if (!fact || hasTimes(fact, inOrder)) return undefined
    facts.push(fact)
    place(inOrder, fact)
    byRoot.set(fact.root, fact)
    const same = [...(byKind.get(fact.kind) ?? [])]
    place(same, fact)
    byKind.set(fact.kind, same)
  }
  const isContinued = facts.some(fact => before.inOrder.some(one => mayContinue(one, fact, kinds)))
  const chains = isContinued
    ? chainsOf(inOrder, byRoot, byKind, kinds)
    : new Map([...before.chains, ...chainsOf(facts, byRoot, byKind, kinds)])
  return { inOrder, byRoot, byKind, chains }
}

/** Whether facts of its day are ordered by times as well: those of which none is known may lie before or after them. */
function hasTimes({ happened }: Statement, inOrder: readonly Statement[]): boolean {
  const ofDay = inOrder.filter(one => one.happened.from === happened.from)
  return ofDay.length > 0 && [happened, ...ofDay.map(one => one.happened)].some(({ at }) => at !== null)
}

function place(inOrder: Statement[], fact: Statement): void {
  inOrder.splice(inOrder.findLastIndex(one => byHappening(one, fact) < 0) + 1, 0, fact)
}

/** Whether a fact of before, which says nothing of what it continues or names this one, may continue it. */
function mayContinue(one: Statement, fact: Statement, kinds: Kinds): boolean {
  if (one.about === fact.root) return true
  return one.happened.to >= fact.happened.from && (kinds.get(one.kind)?.about?.includes(fact.kind) ?? false)
}
