/**
 * What stays as it was when a record grows: the duties of every rule that looks at nothing that was added. Deriving with it gives
 * what deriving anew gives, for less: a visit concerns a few rules of the hundreds that a long record has to do with, and of those most
 * only by meeting what they ask for.
 */
import { isDeepStrictEqual } from 'node:util'
import { rulesThatAsk } from './asked.ts'
import type { Derived } from './derive.ts'
import type { DutyDefinition } from './duty.ts'
import { type Entry, knownFrom } from './fact.ts'
import type { Guidance } from './guidance.ts'
import type { Duty, Owed, Policy } from './owed.ts'
import type { Known } from './statements.ts'

/** What was derived, with the same guidance and as known at the same instant, from the first entries of a record. */
export interface Before {
  readonly entries: readonly Entry[]
  readonly policy: Policy
  readonly derived: Derived
}

export interface CarriedOver {
  /** Rules of which all must be looked at anew. */
  readonly anew: ReadonlySet<DutyDefinition>
  /** Rules of which what arose before stands: what meets it must be looked at anew, and what was added. */
  readonly metAnew: ReadonlySet<DutyDefinition>
  /** The kinds of fact from which one of these arises. */
  readonly startAnew: ReadonlySet<string>
  /** What was owed, by all rules, by the trigger it arose from, in the order in which it was derived. */
  readonly byTrigger: ReadonlyMap<string, readonly Owed[]>
  readonly noRule: Derived['noRule']
}

/** What differs from what was derived before. */
export interface Since {
  /** Duties that were not there before, or not so. */
  readonly added: readonly Duty[]
  /** Duties as they were before and are not any more. */
  readonly gone: readonly Duty[]
}

/** What of an earlier derivation still holds; nothing where all has to be looked at anew. */
export function carriedOver(
  { entries: first, policy: then, derived }: Before,
  entries: readonly Entry[],
  known: Known,
  policy: Policy,
  guidance: Guidance,
): CarriedOver | undefined {
  const added = entries.slice(first.length)
  if (!isSamePolicy(then, policy, derived.known) || !isLater(added, first) || !keepsChains(derived.known, known))
    return undefined
  const recorded = new Set<string>()
  const changed = new Set<string>()
  for (const { act, kind, root } of added) {
    if (act === 'dispose') return undefined
    if (act === 'record') recorded.add(kind)
    else changed.add(kind).add(derived.known.byRoot.get(root)?.kind ?? kind)
  }
  for (const kinds of [recorded, changed]) for (const kind of kinds) if (concernsAll(kind, guidance)) return undefined
  const anew = new Set<DutyDefinition>()
  const metAnew = new Set<DutyDefinition>()
  const startAnew = new Set<string>()
  for (const kind of changed) {
    const { owing, meeting } = rulesThatAsk(kind, guidance)
    for (const rule of [...owing, ...meeting]) anew.add(rule)
  }
  for (const kind of recorded) for (const rule of rulesThatAsk(kind, guidance).owing) anew.add(rule)
  for (const kind of recorded)
    for (const rule of rulesThatAsk(kind, guidance).meeting) if (!anew.has(rule)) metAnew.add(rule)
  for (const rules of [anew, metAnew]) for (const rule of rules) startAnew.add(rule.arisesFrom.kind)
  const byTrigger = new Map<string, Owed[]>()
  for (const one of derived.owed) {
    const same = byTrigger.get(one.trigger.root)
    if (same) same.push(one)
    else byTrigger.set(one.trigger.root, [one])
  }
  const isAnew = new Set([...anew].map(({ id }) => id))
  const noRule = derived.noRule.filter(({ rule }) => !isAnew.has(rule))
  return { anew, metAnew, startAnew, byTrigger, noRule }
}

/** What arose before, for what must be asked anew: what meets it. */
export function notYetMet(one: Owed): Owed {
  return { ...one, duty: { ...one.duty, met: null, lapsed: null, notKnownFrom: null } }
}

/** Whether the same fact meets the one as the other, or the same ends it. */
export function isSettledSo(one: Duty, other: Duty): boolean {
  return (
    one.notKnownFrom === other.notKnownFrom &&
    one.met?.by === other.met?.by &&
    one.met?.late === other.met?.late &&
    isDeepStrictEqual(one.met?.on, other.met?.on) &&
    isDeepStrictEqual(one.lapsed, other.lapsed)
  )
}

/** What differs between what was owed and what is: of rules that were not looked at, nothing. */
export function sinceBefore(before: Derived, now: readonly Owed[], { anew, metAnew }: CarriedOver): Since {
  const isLookedAt = ({ rule }: Owed) => anew.has(rule) || metAnew.has(rule)
  const [then, present] = [before.owed.filter(isLookedAt), now.filter(isLookedAt)]
  const without = (some: readonly Owed[], others: readonly Owed[]) => {
    const are = new Set(others)
    return some.filter(one => !are.has(one)).map(one => one.duty)
  }
  return { added: without(present, then), gone: without(then, present) }
}

/** A death, a closing and a birth end what any rule says. */
function concernsAll(kind: string, { kinds, birth }: Guidance): boolean {
  const definition = kinds.get(kind)
  return definition?.isFinal === true || definition?.endsCase === true || kind === birth?.kind
}

/** What conditions read of earlier moments does not change with what became known after all of them. */
function isLater(added: readonly Entry[], first: readonly Entry[]): boolean {
  const last = first.reduce((latest, entry) => Math.max(latest, knownFrom(entry)), Number.NEGATIVE_INFINITY)
  return added.every(entry => knownFrom(entry) > last)
}

/** Whether each fact continues what it continued. */
function keepsChains(before: Known, now: Known): boolean {
  for (const [root, chain] of before.chains) {
    const present = now.chains.get(root)
    // What was struck out has no chain any more, and its kind is looked at anew.
    if (present === chain || !present) continue
    if (present.length !== chain.length || present.some((one, at) => one !== chain[at])) return false
  }
  return true
}

/** Whether the area, the agencies and what reached them are as they were, as far as the facts of before are concerned. */
function isSamePolicy(
  { reached: then, ...before }: Policy,
  { reached, ...policy }: Policy,
  { byRoot }: Known,
): boolean {
  if (!isDeepStrictEqual(before, policy)) return false
  for (const [root, agencies] of reached)
    if (byRoot.has(root) && !isDeepStrictEqual(agencies, then.get(root))) return false
  for (const root of then.keys()) if (byRoot.has(root) && !reached.has(root)) return false
  return true
}
