/** The picture of a case: its facts as knots, its open duties as rings, its procedures as strands. */

import type { Guidance } from '../../engine/guidance.ts'
import { repinnedTo } from '../../engine/pinned.ts'
import type { ProcedureDefinition } from '../../engine/procedure.ts'
import { isOpen } from '../../engine/standing.ts'
import type { Day } from '../../guidance/days.ts'
import { isOpenOn, type ReadCase } from '../../ledger/read.ts'
import { kindOfCase } from '../../procedures/case-kinds.ts'
import { departure } from '../../procedures/departure.ts'
import { childDied, people } from '../../procedures/people.ts'
import { subjects } from '../../procedures/subjects.ts'
import { sayDay } from '../kit/days.ts'
import type { ProcessStep } from '../kit/process-line.tsx'
import type { ThreadInput } from '../kit/thread-marks.ts'
import type { ShownDuty } from './duties.ts'

/** At most so many strands are drawn beside the main one; what lies beyond them is drawn on the main one. */
const mostStrands = 2

/** What is said of a case and did not happen in it. */
const isBeside: ReadonlySet<string> = new Set([people.id, subjects.id, departure.id])

/** What the thread draws of a case. */
export function threadOfCase(
  read: ReadCase,
  duties: readonly ShownDuty[],
  guidance: Guidance,
  today: Day,
  hrefOf: (id: string) => string,
): ThreadInput {
  const open = read.procedures.filter(one => isOpenOn(one, today)).slice(0, mostStrands + 1)
  const strandOf = (root: string) => {
    const chain = read.known.chains.get(root) ?? []
    const at = open.findIndex(one => chain.includes(one.root))
    return Math.max(at, 0)
  }
  // Who is who, and why something was late, stand in the chronology; the thread is what happened. Where nothing has happened yet, it is all there is.
  const past = read.known.inOrder.filter(fact => fact.happened.from <= today)
  const happened = past.filter(
    fact => fact.kind === childDied.kind || !isBeside.has(guidance.procedureOf.get(fact.kind)?.id ?? ''),
  )
  const knots = (happened.length > 0 ? happened : past).map(fact => ({
    day: fact.happened.from,
    latest: fact.happened.to === fact.happened.from ? undefined : fact.happened.to,
    approximate: fact.happened.certainty !== 'day',
    label: guidance.kinds.get(fact.kind)?.label ?? fact.kind,
    href: hrefOf(`fact-${fact.number}`),
    strand: strandOf(fact.root),
  }))
  const rings = duties
    .filter(duty => isOpen(duty.standing))
    .map(duty => ({
      day: duty.row.due_latest,
      label: duty.must,
      href: duty.href,
      overdue: duty.standing === 'overdue',
      strand: strandOf(duty.row.trigger_root),
    }))
  const strands = open.map(one => ({
    label: guidance.procedures.find(procedure => procedure.id === one.procedure)?.label ?? one.procedure,
  }))
  return { today, knots, rings, strands: strands.length > 0 ? strands : [{ label: 'The child’s file' }] }
}

/** What is known of a case, and for whom its way is drawn. */
interface OnTheWay {
  readonly read: ReadCase
  readonly duties: readonly ShownDuty[]
  readonly guidance: Guidance
  readonly today: Day
  /** Whether the file is granted to the visitor, who else sees what was shared and nothing beside. */
  readonly isGranted: boolean
}

/**
 * Where the child, or the matter, is in the process: for each procedure of the way, whether it was, is, is owed or may still be.
 * Whoever was not granted the file sees those alone of which something was shared: of the others nothing can be said.
 */
export function stepsOfCase({ read, duties, guidance, today, isGranted }: OnTheWay): ProcessStep[] {
  const way = kindOfCase(read.head.kind).way.flatMap(id => guidance.procedures.find(one => one.id === id) ?? [])
  const instances = (id: string) => read.procedures.filter(one => one.procedure === id)
  const isOpenNow = read.procedures.some(one => isOpenOn(one, today)) || way.some(one => findOwed(one, duties))
  const isOver = read.procedures.length > 0 && !isOpenNow
  const reached = isOver ? way.length : way.findLastIndex(({ id }) => instances(id).length > 0)
  return way.flatMap((procedure, at): ProcessStep[] => {
    const { id, label } = procedure
    const open = instances(id).find(one => isOpenOn(one, today))
    const hrefOf = (root: string) => {
      const fact = read.known.byRoot.get(root)
      return fact && `#fact-${fact.number}`
    }
    if (open) {
      const repinned = repinnedTo(open.root, '9999-12-31', read.known, guidance)
      const since = `since ${sayDay(open.opened_from)}`
      const note = repinned ? `${since}, now by the guidance of ${sayDay(repinned.day)}` : since
      return [{ label, state: 'now', note, href: hrefOf(open.root) }]
    }
    const owed = findOwed(procedure, duties)
    if (owed) return [{ label, state: 'next', note: sayBy(owed), href: owed.href }]
    const latest = instances(id).at(-1)
    if (latest)
      return [{ label, state: 'done', note: `until ${sayDay(latest.closed_on ?? today)}`, href: hrefOf(latest.root) }]
    // An imported file, and others, may say that it ended and not that it began.
    const held = read.known.inOrder.findLast(one => turnsOf(procedure).includes(one.kind))
    if (held) return [{ label, state: 'done', note: `until ${sayDay(held.happened.to)}`, href: hrefOf(held.root) }]
    if (!isGranted) return []
    return [{ label, state: at < reached ? 'not-needed' : 'ahead' }]
  })
}

/** The kinds of its facts with which it begins or ends: all of them where it is over in one day, as a strategy discussion is. */
function turnsOf({ facts, opensWith, closesWith }: ProcedureDefinition): string[] {
  const turns = [...opensWith, ...closesWith].map(one => one.kind.kind)
  return facts.map(one => one.kind).filter(kind => turns.length === 0 || turns.includes(kind))
}

/** The open duty to begin a procedure, or to bring it to its end, that is due first. */
function findOwed(procedure: ProcedureDefinition, duties: readonly ShownDuty[]): ShownDuty | undefined {
  const turns = turnsOf(procedure)
  const due = ({ row }: ShownDuty) => row.due_latest ?? '9999-12-31'
  return duties
    .filter(({ standing, rule }) => isOpen(standing) && turns.includes(rule?.dischargedBy[0]?.kind ?? ''))
    .toSorted((one, other) => (due(one) < due(other) ? -1 : 1))[0]
}

function sayBy({ row, standing }: ShownDuty): string {
  if (row.due_latest === null) return 'promptly'
  return `by ${sayDay(row.due_latest)}${standing === 'overdue' ? ', overdue' : ''}`
}
