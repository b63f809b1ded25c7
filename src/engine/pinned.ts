/**
 * The day whose lists hold for a fact. Limits go by the day of the trigger; what may be chosen, who may lead and which regime
 * holds go by the day on which the procedure opened, so that nothing changes under people's hands half-way. Going over to a
 * later edition is decided, approved and recorded: it holds for what happens from then on.
 */
import type { Day } from '../guidance/days.ts'
import { dataOf, type FactDefinition } from './fact.ts'
import type { Guidance } from './guidance.ts'
import type { ProcedureDefinition } from './procedure.ts'
import type { Known } from './statements.ts'

/** What decides the day: the fact that opened the procedure, and the one by which it went over to another edition. */
export interface Pinned {
  readonly day: Day
  /** The opening fact; null where the fact in question opens the procedure itself. */
  readonly opening: string | null
  readonly repinnedBy: string | null
}

/**
 * @param definition the kind of the fact
 * @param continued the facts that it continues, the nearest first, up to the opening one; none where it continues nothing
 * @param happened its first day
 * @returns nothing where it belongs to no procedure that opens: then everything may be chosen
 */
export function pinnedFor(
  definition: Pick<FactDefinition, 'kind'>,
  continued: readonly string[],
  happened: Day,
  known: Known,
  guidance: Guidance,
): Pinned | undefined {
  const procedure = guidance.procedureOf.get(definition.kind)
  const own = procedure && openingOf(procedure, continued, known)
  const opensItself = guidance.openers.has(definition.kind)
  const opening =
    own ?? (opensItself ? undefined : continued.find(root => guidance.openers.has(known.byRoot.get(root)?.kind ?? '')))
  const opened = opening === undefined ? undefined : known.byRoot.get(opening)
  if (!opened) return opensItself ? { day: happened, opening: null, repinnedBy: null } : undefined
  const repinned = repinnedTo(opened.root, happened, known, guidance)
  return {
    day: repinned?.day ?? opened.happened.from,
    opening: opened.root,
    repinnedBy: repinned?.by ?? null,
  }
}

/** The earliest fact of a chain that opens a procedure: the name of the instance. */
function openingOf({ opensWith }: ProcedureDefinition, chain: readonly string[], known: Known): string | undefined {
  return chain.findLast(root => opensWith.some(({ kind }) => kind.kind === known.byRoot.get(root)?.kind))
}

/**
 * The latest decision that a procedure goes by the guidance of another day.
 * @param opening the fact that opened it
 * @param until decisions after this day do not count
 */
export function repinnedTo(
  opening: string,
  until: Day,
  known: Known,
  { repinning, procedures }: Guidance,
): { day: Day; by: string } | undefined {
  if (!repinning) return undefined
  const opens = ({ opensWith }: ProcedureDefinition, root: string) =>
    opensWith.some(({ kind }) => kind.kind === known.byRoot.get(root)?.kind)
  const found = known.byKind.get(repinning.kind)?.findLast(fact => {
    const [about, ...before] = known.chains.get(fact.root)?.slice(1) ?? []
    if (about === undefined || fact.happened.from > until) return false
    // A plan started by the conference that decided on it goes over as one procedure.
    return procedures.some(one => opens(one, about) && openingOf(one, [about, ...before], known) === opening)
  })
  const day = found && dataOf(repinning, found)?.to
  return found && day ? { day, by: found.root } : undefined
}
