/** Why a duty is due when it is: what it counts from, which days were skipped, and every change of its day with the record that changed it. */
import { addDays, type Day } from '../guidance/days.ts'
import type { Provision } from '../guidance/editions.ts'
import { describeLimit, dueRange, isLocal, localOn } from '../guidance/limits.ts'
import { type SkippedDay, skippedDays } from '../guidance/working-days.ts'
import type { Before } from './carried-over.ts'
import { type Duty, derive, editionOf, limitOf, localFor, type Policy } from './derive.ts'
import type { Arrangements, DutyDefinition, EditionOfDuty } from './duty.ts'
import type { Entry, Statement } from './fact.ts'
import type { Guidance } from './guidance.ts'

export interface Explanation {
  readonly rule: DutyDefinition
  readonly duty: Duty
  readonly edition: EditionOfDuty
  readonly trigger: Statement
  /** "within 15 working days" */
  readonly limit: string
  /** What an area or a government decided for a day, without which it would be owed otherwise or not at all. */
  readonly since: readonly Since[]
  /** Days between the start and the last day that do not count, where the limit counts working days. */
  readonly skipped: readonly SkippedDay[]
  readonly changes: readonly Change[]
}

/** A decision from whose day on the duty is as it is. The day is missing where what the law said for all areas decides. */
export type Since =
  | { readonly by: 'local-policy'; readonly key: string; readonly from: Day; readonly isSet: boolean }
  | { readonly by: 'commencement'; readonly provision: Provision; readonly from: Day }
  | {
      readonly by: 'arrangements'
      readonly of: Arrangements
      readonly is: 'board' | 'partners'
      readonly from: Day | null
    }

/** What the record said of the duty from one recording on. */
export interface Change {
  /** The entry that changed it. */
  readonly entry: Entry
  readonly was: Owed | null
  readonly is: Owed | null
}

/** The parts of a duty whose change a person wants explained. */
export interface Owed {
  readonly from: Day
  readonly latest: Day | null
  readonly met: Day | null
  readonly lapsed: Day | null
}

/**
 * Explains one duty from the whole record of its case.
 * @returns nothing where the record, as known now, does not owe it
 */
export function explain(
  dutyId: string,
  entries: readonly Entry[],
  policy: Policy,
  guidance: Guidance,
): Explanation | undefined {
  const now = derive(entries, Number.MAX_SAFE_INTEGER, policy, guidance)
  const duty = now.duties.find(one => one.id === dutyId)
  const rule = duty && guidance.rules.get(duty.rule)
  const trigger = duty && now.known.byRoot.get(duty.trigger)
  const edition = rule && trigger && editionOf(rule, trigger.happened.from, policy)
  if (!duty || !rule || !trigger || !edition) return undefined
  return {
    rule,
    duty,
    edition,
    trigger,
    limit: describeLimit(limitOf(rule, edition, trigger), localFor(edition.within, trigger.happened.from, policy)),
    since: sinceOf(rule, edition, trigger.happened.from, policy),
    skipped: skippedFor(duty, edition),
    changes: changesOf(dutyId, rule, entries, policy, guidance),
  }
}

function sinceOf(rule: DutyDefinition, edition: EditionOfDuty, day: Day, policy: Policy): Since[] {
  const { within, commencement } = edition
  const local = isLocal(within) ? localOn(policy.local, within.key, day) : undefined
  const begins = commencement && policy.commencements?.[commencement]
  return [
    ...(isLocal(within) && local
      ? [{ by: 'local-policy', key: within.key, from: local.from, isSet: local.limit !== null } as const]
      : []),
    ...(commencement && begins ? [{ by: 'commencement', provision: commencement, from: begins } as const] : []),
    ...(rule.regime
      ? [{ by: 'arrangements', ...rule.regime, from: policy.began?.[rule.regime.of] ?? null } as const]
      : []),
  ]
}

function skippedFor(duty: Duty, edition: EditionOfDuty): readonly SkippedDay[] {
  const latest = duty.due?.latest
  if (latest && edition.within.kind === 'to-working-day') {
    const last = dueRange(edition.within.limit, { from: duty.from.from, to: duty.from.to }).latest ?? latest
    return last < latest ? skippedDays(addDays(last, -1), latest) : []
  }
  if (!latest || !edition.within.kind.startsWith('working-days')) return []
  return duty.from.to <= latest ? skippedDays(duty.from.to, latest) : skippedDays(latest, duty.from.to)
}

/** Derives the case as it was known after each recording that could matter, and keeps those that changed something. */
function changesOf(
  dutyId: string,
  rule: DutyDefinition,
  entries: readonly Entry[],
  policy: Policy,
  guidance: Guidance,
): readonly Change[] {
  const changes: Change[] = []
  let was: Owed | null = null
  let before: Before | undefined
  const ordered = [...entries].toSorted((a, b) => a.number - b.number)
  for (const [at, entry] of ordered.entries()) {
    if (!matters(entry, rule, guidance)) continue
    const then = ordered.slice(0, at + 1)
    const derived = derive(then, Number.MAX_SAFE_INTEGER, policy, guidance, before)
    before = { entries: then, policy, derived }
    const is = owedOf(derived.duties.find(one => one.id === dutyId))
    if (JSON.stringify(is) !== JSON.stringify(was)) changes.push({ entry, was, is })
    was = is
  }
  return changes
}

function matters(entry: Entry, rule: DutyDefinition, guidance: Guidance): boolean {
  const kinds = [rule.arisesFrom, ...rule.dischargedBy, ...(rule.lapsesOn ?? []), ...(rule.reads ?? [])]
  const definition = guidance.kinds.get(entry.kind)
  if (definition?.isFinal || definition?.endsCase || entry.kind === guidance.birth?.kind) return true
  return kinds.some(kind => kind.kind === entry.kind)
}

function owedOf(duty: Duty | undefined): Owed | null {
  if (!duty) return null
  return {
    from: duty.from.from,
    latest: duty.due?.latest ?? null,
    met: duty.met?.on.from ?? null,
    lapsed: duty.lapsed?.on ?? null,
  }
}
