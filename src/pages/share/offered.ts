/** What can be shared of a case: only what the sharer's own agency recorded; and the meetings whose agencies can be told at once. */
import type { Guidance } from '../../engine/guidance.ts'
import { isOf } from '../../engine/procedure.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { sayDay } from '../kit/days.ts'

export interface ToShare {
  readonly root: string
  readonly label: string
  /** Fewer see it than the rest: chosen only where somebody chooses it. */
  readonly isForFew: boolean
}

/** So many records are offered one by one; older ones by their kind, or from their own place on the file. */
const mostOffered = 40

/** The newest of the agency's own records, and the one that was asked for. */
export function recordsToShare(read: ReadCase, agencyId: string, guidance: Guidance, asked: string): ToShare[] {
  const own = read.known.inOrder.filter(fact => fact.agency === agencyId).toReversed()
  const offered = own.slice(0, mostOffered)
  const one = own.find(fact => fact.root === asked)
  if (one && !offered.includes(one)) offered.push(one)
  return offered.map(fact => ({
    root: fact.root,
    isForFew: guidance.kinds.get(fact.kind)?.forFew === true,
    label: `${guidance.kinds.get(fact.kind)?.label ?? fact.kind}, ${sayDay(fact.happened.from)}`,
  }))
}

export interface KindToShare {
  readonly kind: string
  readonly label: string
  readonly count: number
}

/** Every kind that can be recorded on the case, those of which the agency has records first. */
export function kindsOf(read: ReadCase, agencyId: string, guidance: Guidance): KindToShare[] {
  const all = guidance.procedures
    .filter(one => isOf(one, read.head.kind))
    .flatMap(one => one.facts)
    .filter(one => !one.apart && !one.forFew)
  return all
    .map(({ kind, label }) => ({
      kind,
      label,
      count: (read.known.byKind.get(kind) ?? []).filter(fact => fact.agency === agencyId).length,
    }))
    .toSorted((a, b) => Number(b.count > 0) - Number(a.count > 0) || a.label.localeCompare(b.label))
}

export interface Meeting {
  readonly root: string
  readonly label: string
  /** The agencies that were there or were invited, the own one left out. */
  readonly agencyIds: readonly string[]
}

/** Meetings on the file that name agencies, the newest first. */
export function meetingsOf(read: ReadCase, agencyId: string, guidance: Guidance): Meeting[] {
  return read.known.inOrder
    .flatMap(fact => {
      const data = fact.data as Readonly<Record<string, unknown>>
      const fields = Object.entries(guidance.kinds.get(fact.kind)?.fields ?? {})
      const named = fields.flatMap(([name, field]) =>
        field.type === 'parties' && field.tookPart ? listIn(data[name]) : [],
      )
      const agencyIds = [...new Set(named)].filter(id => id !== agencyId)
      const label = `${guidance.kinds.get(fact.kind)?.label ?? fact.kind}, ${sayDay(fact.happened.from)}`
      return agencyIds.length > 0 ? [{ root: fact.root, label, agencyIds }] : []
    })
    .toReversed()
    .slice(0, 8)
}

function listIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : []
}
