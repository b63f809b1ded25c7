/** The picture of a case: its facts as knots, its open duties as rings, its procedures as strands. */

import type { Guidance } from '../../engine/guidance.ts'
import { repinnedTo } from '../../engine/pinned.ts'
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

/**
 * Where the child, or the matter, is in the process: for each procedure of the way, whether it was, is or may still be. Whoever was
 * not granted the file sees those alone of which something was shared: of the others nothing can be said.
 */
export function stepsOfCase(read: ReadCase, guidance: Guidance, today: Day, isGranted: boolean): ProcessStep[] {
  const { way } = kindOfCase(read.head.kind)
  const instances = (id: string) => read.procedures.filter(one => one.procedure === id)
  const isOver = read.procedures.length > 0 && !read.procedures.some(one => isOpenOn(one, today))
  const reached = isOver ? way.length : way.findLastIndex(id => instances(id).length > 0)
  return way.flatMap((id, at): ProcessStep[] => {
    const procedure = guidance.procedures.find(one => one.id === id)
    if (!procedure) return []
    const { label } = procedure
    const latest = instances(id).at(-1)
    const open = instances(id).find(one => isOpenOn(one, today))
    const fact =
      read.known.byRoot.get((open ?? latest)?.root ?? '') ??
      read.known.inOrder.findLast(one => guidance.procedureOf.get(one.kind)?.id === id)
    const href = fact && `#fact-${fact.number}`
    if (open) {
      const repinned = repinnedTo(open.root, '9999-12-31', read.known, guidance)
      const since = `since ${sayDay(open.opened_from)}`
      const note = repinned ? `${since}, now by the guidance of ${sayDay(repinned.day)}` : since
      return [{ label, state: 'now', note, href }]
    }
    const last = latest?.closed_on ?? (latest ? undefined : fact?.happened.to)
    if (fact) return [{ label, state: 'done', note: last && `until ${sayDay(last)}`, href }]
    if (!isGranted) return []
    return [{ label, state: at < reached ? 'not-needed' : 'ahead' }]
  })
}
