/** A case as known at an earlier moment than the one it was read for: worked out only as far as a condition looks. */
import { byHappening, Chains, type Kinds } from './chains.ts'
import { knownFrom, type Statement } from './fact.ts'
import type { Facts } from './line.ts'
import { type Known, statementOf } from './statements.ts'

export class Earlier implements Facts {
  private readonly kept = new Map<string, readonly Statement[]>()
  private readonly known: Known
  private readonly moment: number
  private readonly kinds: Kinds
  private linked: Chains | undefined

  constructor(known: Known, moment: number, kinds: Kinds) {
    this.known = known
    this.moment = moment
    this.kinds = kinds
  }

  get chains(): Chains {
    return (this.linked ??= new Chains({ get: root => this.asThen(this.known.byRoot.get(root)) }, this, this.kinds))
  }

  get byKind(): this {
    return this
  }

  /** A fact as it was known then, if it was. */
  asThen(fact: Statement | undefined): Statement | undefined {
    if (!fact || fact.knownSince > this.moment) return undefined
    const { versions } = fact
    if (versions.length === 1) return fact
    return statementOf(
      versions.filter(version => knownFrom(version) <= this.moment),
      this.kinds,
    )
  }

  /** The facts of a kind as they were known then. */
  get(kind: string): readonly Statement[] {
    const kept = this.kept.get(kind)
    if (kept) return kept
    const found: Statement[] = []
    let isCorrected = false
    for (const fact of this.known.byKind.get(kind) ?? []) {
      const then = this.asThen(fact)
      if (!then) continue
      found.push(then)
      if (then.versions.length > 1) isCorrected = true
    }
    if (isCorrected) found.sort(byHappening)
    this.kept.set(kind, found)
    return found
  }
}
