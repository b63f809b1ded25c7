/** Which procedures a case is or was in: each instance named by its opening fact. */
import type { Happened, Statement } from './fact.ts'
import type { Guidance } from './guidance.ts'
import type { ProcedureDefinition, Turn } from './procedure.ts'
import type { Known } from './statements.ts'

export interface OpenProcedure {
  readonly procedure: string
  /** The opening fact. */
  readonly root: string
  readonly opened: Happened
  readonly closed: { readonly by: string; readonly on: Happened } | null
}

/** Every instance of every procedure on a case, in the order in which they opened. */
export function openProcedures(known: Known, guidance: Guidance): OpenProcedure[] {
  const found: OpenProcedure[] = []
  for (const procedure of guidance.procedures) {
    for (const turn of procedure.opensWith) {
      for (const opening of known.byKind.get(turn.kind.kind) ?? []) {
        if (turn.when && !turn.when(opening)) continue
        found.push({
          procedure: procedure.id,
          root: opening.root,
          opened: opening.happened,
          closed: closing(procedure, opening, known, guidance),
        })
      }
    }
  }
  return found.sort((a, b) => (a.opened.from < b.opened.from ? -1 : a.opened.from > b.opened.from ? 1 : 0))
}

function closing(
  procedure: ProcedureDefinition,
  opening: Statement,
  known: Known,
  guidance: Guidance,
): OpenProcedure['closed'] {
  for (const fact of known.inOrder) {
    if (fact.root === opening.root && !procedure.closesWith.some(turn => turn.kind.kind === fact.kind)) continue
    const definition = guidance.kinds.get(fact.kind)
    const after = fact.happened.to >= opening.happened.from
    const ends =
      definition?.isFinal ||
      (after && (definition?.endsCase || (turns(procedure.closesWith, fact) && continues(fact, opening, known))))
    if (ends) return { by: fact.root, on: fact.happened }
  }
  return null
}

function turns(list: readonly Turn[], fact: Statement): boolean {
  return list.some(turn => turn.kind.kind === fact.kind && (turn.when?.(fact) ?? true))
}

function continues(fact: Statement, opening: Statement, known: Known): boolean {
  return known.chains.get(fact.root)?.includes(opening.root) ?? false
}
