/** A case as known at an earlier moment than the one it was read for: worked out only as far as a condition looks. */
import { byHappening, Chains, type Kinds } from './chains.ts'
import type { Statement } from './fact.ts'
import type { Facts } from './line.ts'
import { type Known, statementOf } from './statements.ts'

export class Earlier implements Facts {
  readonly chains: Chains
  readonly byKind = { get: (kind: string) => this.ofKind(kind) }
  private readonly kept = new Map<string, readonly Statement[]>()
  private readonly known: Known
  private readonly moment: number
  private readonly kinds: Kinds

  constructor(known: Known, moment: number, kinds: Kinds) {
    this.known = known
    this.moment = moment
    this.kinds = kinds
    this.chains = new Chains({ get: root => this.asThen(known.byRoot.get(root)) }, this.byKind, kinds)
  }

  /** A fact as it was known then, if it was. */
  asThen(fact: Statement | undefined): Statement | undefined {
    if (!fact || fact.knownSince > this.moment) return undefined
    const { versions } = fact
    if (versions.length === 1) return fact
    return statementOf(
      versions.filter(version => version.recordedAt <= this.moment),
      this.kinds,
    )
  }

  private ofKind(kind: string): readonly Statement[] {
    const kept = this.kept.get(kind)
    if (kept) return kept
    const found = (this.known.byKind.get(kind) ?? []).flatMap(fact => this.asThen(fact) ?? [])
    if (found.some(fact => fact.versions.length > 1)) found.sort(byHappening)
    this.kept.set(kind, found)
    return found
  }
}
