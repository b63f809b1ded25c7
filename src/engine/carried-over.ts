/**
 * What stays as it was when a record grows: the duties of every rule that looks at nothing that was added. Deriving with it gives
 * what deriving anew gives, for less: a visit concerns a few rules of the hundreds that a long record has to do with.
 */
import { isDeepStrictEqual } from 'node:util'
import { askedBy } from './asked.ts'
import type { Derived } from './derive.ts'
import { type Entry, knownFrom } from './fact.ts'
import type { Guidance } from './guidance.ts'
import type { Duty, Policy } from './owed.ts'
import type { Known } from './statements.ts'

/** What was derived, with the same guidance and as known at the same instant, from the first entries of a record. */
export interface Before {
  readonly entries: readonly Entry[]
  readonly policy: Policy
  readonly derived: Derived
}

export interface CarriedOver {
  /** The ids of the rules that must be looked at anew. */
  readonly anew: ReadonlySet<string>
  /** The kinds of fact from which one of these arises. */
  readonly startAnew: ReadonlySet<string>
  /** The duties of all rules by the trigger they arose from, in the order in which they were derived. */
  readonly byTrigger: ReadonlyMap<string, readonly Duty[]>
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
  const kinds = new Set<string>()
  for (const { act, kind, root } of added) {
    if (act === 'dispose') return undefined
    kinds.add(kind)
    kinds.add(derived.known.byRoot.get(root)?.kind ?? kind)
  }
  for (const kind of kinds) if (concernsAll(kind, guidance)) return undefined
  const anew = new Set<string>()
  const startAnew = new Set<string>()
  for (const rule of guidance.rules.values()) {
    const asked = askedBy(rule)
    for (const kind of kinds) {
      if (!asked.has(kind)) continue
      anew.add(rule.id)
      startAnew.add(rule.arisesFrom.kind)
    }
  }
  const byTrigger = new Map<string, Duty[]>()
  for (const duty of derived.duties) {
    const same = byTrigger.get(duty.trigger)
    if (same) same.push(duty)
    else byTrigger.set(duty.trigger, [duty])
  }
  return { anew, startAnew, byTrigger }
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
    if (present && (present.length !== chain.length || present.some((one, at) => one !== chain[at]))) return false
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
