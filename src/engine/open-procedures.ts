/** Which procedures a case is or was in: each instance named by its opening fact. */
import type { Day } from '../guidance/days.ts'
import { byHappening } from './chains.ts'
import type { FactDefinition, Happened, Statement } from './fact.ts'
import type { Guidance } from './guidance.ts'
import { lineOf, sharesOpening } from './line.ts'
import { isChildsFile, mayEnd, type Policy } from './owed.ts'
import { isOf, type ProcedureDefinition, type Turn } from './procedure.ts'
import type { Known } from './statements.ts'

export interface OpenProcedure {
  readonly procedure: string
  /** The opening fact. */
  readonly root: string
  readonly opened: Happened
  /** What closes it; the birth, where it ends with the 18th birthday, which may lie ahead. */
  readonly closed: { readonly by: string; readonly on: Happened } | null
}

/** The 18th birthday, and the fact from which it follows. */
export type Eighteen = { readonly day: Day; readonly root: string } | undefined

/** What decides who and what ends a procedure. */
type Ending = Pick<Policy, 'authority' | 'parties' | 'caseKind'>

function isDeath(definition: FactDefinition | undefined, policy: Ending): boolean {
  return Boolean(definition?.isFinal) && isChildsFile(policy)
}

/** Every instance of every procedure on a case, in the order in which they opened. */
export function openProcedures(known: Known, policy: Ending, guidance: Guidance, eighteen?: Eighteen): OpenProcedure[] {
  const found: OpenProcedure[] = []
  for (const procedure of guidance.procedures) {
    if (policy.caseKind !== undefined && !isOf(procedure, policy.caseKind)) continue
    const instances: OpenProcedure[] = []
    const openings = procedure.opensWith.flatMap(({ kind }) => known.byKind.get(kind.kind) ?? [])
    if (openings.length === 0) continue
    const closers = closersOf(procedure, known, policy, guidance)
    for (const opening of openings.filter(fact => turns(procedure.opensWith, fact, known)).toSorted(inOrder)) {
      if (instances.some(one => isWithin(opening, one, known))) continue
      const closed = earlier(
        closing(procedure, opening, closers, known, policy, guidance),
        isChildsFile(policy) ? byBirthday(procedure, opening, eighteen) : null,
      )
      instances.push({ procedure: procedure.id, root: opening.root, opened: opening.happened, closed })
    }
    found.push(...instances)
  }
  return found.toSorted((a, b) => (a.opened.from < b.opened.from ? -1 : a.opened.from > b.opened.from ? 1 : 0))
}

function inOrder(a: Statement, b: Statement): number {
  return a.happened.from < b.happened.from ? -1 : a.happened.from > b.happened.from ? 1 : a.number - b.number
}

/** An opening that continues an open instance carries it on: a plan started by the conference that decided on it. */
function isWithin(opening: Statement, one: OpenProcedure, known: Known): boolean {
  const chain = known.chains.get(opening.root) ?? []
  if (!chain.includes(one.root)) return false
  if (one.closed?.on.to !== opening.happened.from) return !one.closed || one.closed.on.to > opening.happened.from
  // What was closed on the same day before that is not carried on. A birthday is no fact of that day.
  const closing = known.byRoot.get(one.closed.by)
  return closing?.happened.to !== one.closed.on.to || byHappening(opening, closing) < 0
}

/** Chapter 1 is about children: what is open ends with childhood, unless the procedure or one of its duties outlives it. */
function byBirthday(procedure: ProcedureDefinition, opening: Statement, eighteen: Eighteen): OpenProcedure['closed'] {
  const outlives = procedure.outlivesChildhood || procedure.duties.some(duty => duty.outlivesChildhood)
  if (!eighteen || outlives || opening.happened.from >= eighteen.day) return null
  return { by: eighteen.root, on: { from: eighteen.day, to: eighteen.day, certainty: 'day', at: null } }
}

function earlier(one: OpenProcedure['closed'], other: OpenProcedure['closed']): OpenProcedure['closed'] {
  return one && other ? (one.on.to <= other.on.to ? one : other) : (one ?? other)
}

/** The facts that may close it, in the order in which they happened. A child's file is the authority's: nobody else closes it. */
function closersOf(procedure: ProcedureDefinition, known: Known, policy: Ending, guidance: Guidance): Statement[] {
  const kinds = new Set<string>()
  for (const kind of known.byKind.keys()) {
    const definition = guidance.kinds.get(kind)
    const isTurn = procedure.closesWith.some(turn => turn.kind.kind === kind)
    if (definition?.endsCase || isDeath(definition, policy) || isTurn) kinds.add(kind)
  }
  return known.inOrder.filter(
    fact => kinds.has(fact.kind) && (!guidance.kinds.get(fact.kind)?.endsCase || mayEnd(fact.agency, policy)),
  )
}

function closing(
  procedure: ProcedureDefinition,
  opening: Statement,
  closers: readonly Statement[],
  known: Known,
  policy: Ending,
  guidance: Guidance,
): OpenProcedure['closed'] {
  for (const fact of closers) {
    if (fact.root === opening.root && !procedure.closesWith.some(turn => turn.kind.kind === fact.kind)) continue
    const definition = guidance.kinds.get(fact.kind)
    const after = fact.happened.to >= opening.happened.from
    const ends =
      isDeath(definition, policy) ||
      (definition?.endsCase && !procedure.outlivesClosing?.(fact) && closesAfter(fact, opening)) ||
      (after && turns(procedure.closesWith, fact, known, opening) && continues(procedure, fact, opening, known))
    if (ends) return { by: fact.root, on: fact.happened }
  }
  return null
}

/** Whether a fact that closes the case came after another one; on one day the order of recording decides. */
export function closesAfter(closing: Statement, fact: Statement): boolean {
  if (closing.happened.to < fact.happened.from) return false
  return closing.happened.from > fact.happened.to || closing.number > fact.number
}

function turns(list: readonly Turn[], fact: Statement, known: Known, opening = fact): boolean {
  return list.some(turn => turn.kind.kind === fact.kind && (turn.when?.(fact, lineOf(fact, known), opening) ?? true))
}

function continues({ reach }: ProcedureDefinition, fact: Statement, opening: Statement, known: Known): boolean {
  return reach === 'line'
    ? sharesOpening(fact, opening, known)
    : (known.chains.get(fact.root)?.includes(opening.root) ?? false)
}
