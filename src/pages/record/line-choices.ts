/** What a new fact may continue, and which of several open duties it may answer: what the form asks only where it must. */
import { type DutyDefinition, isMetByOwnAlone } from '../../engine/duty.ts'
import type { FactDefinition, Happened, Statement } from '../../engine/fact.ts'
import type { Guidance } from '../../engine/guidance.ts'
import { pinnedFor } from '../../engine/pinned.ts'
import { knownAt } from '../../engine/statements.ts'
import type { Day } from '../../guidance/days.ts'
import { type DutyRow, isOpenOn, type ReadCase } from '../../ledger/read.ts'
import { entryToTry } from './preview.ts'

export interface Continued {
  /** The facts that it may continue, the latest first. */
  readonly candidates: readonly Statement[]
  /** The one that is most likely meant. */
  readonly likely: string | null
}

/**
 * The facts of a case that a new one of this kind may continue: of each line those of the kind that is looked for first.
 * Likely is the one that the duty to be answered arose from, else the one that would be taken if none were named,
 * unless what it belongs to is closed and another one's is open.
 */
export function continuedBy(
  definition: FactDefinition,
  read: ReadCase,
  guidance: Guidance,
  happened: Happened,
  answers?: DutyRow,
): Continued {
  const { known } = read
  if (definition.kind === guidance.repinning?.kind) return openProceduresOf(read, happened.to)
  const kinds = definition.about ?? []
  const first = new Map<string, string>()
  for (const kind of kinds) {
    for (const fact of known.byKind.get(kind) ?? []) {
      const opening = openingOf(fact.root, read)
      if (!first.has(opening)) first.set(opening, kind)
    }
  }
  const candidates = known.inOrder.filter(fact => first.get(openingOf(fact.root, read)) === fact.kind).toReversed()
  if (candidates.length < 2) return { candidates, likely: candidates[0]?.root ?? null }
  const has = (root: string | null | undefined) => candidates.some(fact => fact.root === root)
  const ofDuty = answers && candidates.find(fact => isOfLine(fact.root, answers.trigger_root, read))
  if (ofDuty) return { candidates, likely: ofDuty.root }
  const tried = entryToTry(definition, { happened, data: {} }, read.entries, 'any')
  const inferred = knownAt([...read.entries, tried], Number.MAX_SAFE_INTEGER, guidance.kinds).chains.get(tried.id)?.[1]
  const likely = has(inferred) ? (inferred as string) : (candidates[0]?.root ?? null)
  if (likely && !isOpen(likely, read, happened.to)) {
    const open = candidates.find(fact => isOpen(fact.root, read, happened.to))
    if (open) return { candidates, likely: open.root }
  }
  return { candidates, likely }
}

/** What opened each procedure that is still open: any of them may go over to other guidance, the latest most likely. */
function openProceduresOf({ procedures, known }: ReadCase, day: Day): Continued {
  const roots = new Set(procedures.filter(one => isOpenOn(one, day)).map(one => one.root))
  const candidates = known.inOrder.filter(fact => roots.has(fact.root)).toReversed()
  return { candidates, likely: candidates[0]?.root ?? null }
}

function openingOf(root: string, { known }: ReadCase): string {
  return known.chains.get(root)?.at(-1) ?? root
}

function isOfLine(root: string, trigger: string, { known }: ReadCase): boolean {
  return (known.chains.get(root)?.includes(trigger) || known.chains.get(trigger)?.includes(root)) ?? false
}

function isOpen(root: string, read: ReadCase, day: Day): boolean {
  const chain = read.known.chains.get(root) ?? []
  return read.procedures.some(one => isOpenOn(one, day) && chain.includes(one.root))
}

/** The day whose lists hold for a fact that continues another one, or nothing; undefined where everything may be chosen. */
export function openedOn(
  definition: FactDefinition,
  about: string | null,
  happened: Happened,
  read: ReadCase,
  guidance: Guidance,
): Day | undefined {
  const continued = about === null ? [] : (read.known.chains.get(about) ?? [])
  return pinnedFor(definition, continued, happened.from, read.known, guidance)?.day
}

/** Whether a duty still asks something of somebody. */
export function isOwed(duty: DutyRow, today: Day): boolean {
  return duty.met_by === null && !(duty.lapsed_on !== null && duty.lapsed_on <= today) && duty.not_known_from === null
}

/** Whether each agency that was asked or invited owes it for itself: what another one records does not meet it. */
export function isOfEach(rule: Pick<DutyDefinition, 'by'> | undefined): boolean {
  return typeof rule?.by === 'object'
}

/** The open duties that a fact of this kind could meet if that agency recorded it, the earliest due first. */
export function owedTo(kind: string, agencyId: string, read: ReadCase, guidance: Guidance, today: Day): DutyRow[] {
  const rules = new Map(guidance.metBy.get(kind)?.map(rule => [rule.id, rule]))
  return read.duties.filter(duty => {
    const rule = rules.get(duty.rule)
    return rule && isOwed(duty, today) && (duty.agency_id === agencyId || !isMetByOwnAlone(rule))
  })
}

/**
 * Whether several duties of one rule are open among which what the record continues does not decide: in one line, or of
 * a rule that looks at the whole case.
 */
export function areSeveral(
  duties: readonly DutyRow[],
  continued: Continued,
  read: ReadCase,
  guidance: Guidance,
): boolean {
  const keyOf = (duty: DutyRow) => {
    const isOfCase = guidance.rules.get(duty.rule)?.reach === 'case' || continued.candidates.length === 0
    return isOfCase ? duty.rule : `${duty.rule}/${openingOf(duty.trigger_root, read)}`
  }
  return new Set(duties.map(keyOf)).size < duties.length
}
