/** How facts hang together: what each continues, as it says or as its kind lets us infer. */
import type { FactDefinition, Statement } from './fact.ts'

/** The definitions of facts by their kind. */
export type Kinds = ReadonlyMap<string, FactDefinition>

type Placed = Pick<Statement, 'happened' | 'number'>

/** Order of happening; where that is the same, order of recording. */
export function byHappening(a: Placed, b: Placed): number {
  if (a.happened.from !== b.happened.from) return a.happened.from < b.happened.from ? -1 : 1
  if (a.happened.at !== null && b.happened.at !== null && a.happened.at !== b.happened.at)
    return a.happened.at - b.happened.at
  return a.number - b.number
}

/** For each fact: itself and the facts it continues, up to the opening one. Each is worked out once, when it is asked for. */
export class Chains {
  private readonly chains = new Map<string, readonly string[]>()
  private readonly parents = new Map<string, string | null>()
  private readonly byRoot: { get(root: string): Statement | undefined }
  private readonly byKind: { get(kind: string): readonly Statement[] | undefined }
  private readonly kinds: Kinds
  private seeking = 0

  constructor(byRoot: Chains['byRoot'], byKind: Chains['byKind'], kinds: Kinds) {
    this.byRoot = byRoot
    this.byKind = byKind
    this.kinds = kinds
  }

  get(root: string): readonly string[] {
    const known = this.chains.get(root)
    if (known) return known
    const chain = [root]
    for (let parent = this.parentOf(root); parent && !chain.includes(parent); parent = this.parentOf(parent)) {
      chain.push(parent)
    }
    if (this.seeking === 0) this.chains.set(root, chain)
    return chain
  }

  private parentOf(root: string): string | null {
    const known = this.parents.get(root)
    if (known !== undefined) return known
    const fact = this.byRoot.get(root)
    // What would lead back here while it is being sought ends there.
    this.parents.set(root, null)
    this.seeking++
    const said = fact?.about && this.byRoot.get(fact.about) ? fact.about : null
    const parent = said ?? (fact ? this.infer(fact) : null)
    this.seeking--
    this.parents.set(root, parent)
    return parent
  }

  /** Where a fact does not say what it continues: the latest fact before it of the first kind that it may continue. */
  private infer(fact: Statement): string | null {
    const definition = this.kinds.get(fact.kind)
    if (!definition?.about) return null
    if (!definition.aboutLatest) {
      for (const kind of definition.about) {
        const found = this.latest(fact, kind)
        if (found) return found.root
      }
      return null
    }
    const latest = definition.about
      .map(kind => this.latest(fact, kind))
      .reduce((a, b) => (!a || (b && byHappening(a, b) < 0) ? b : a), undefined)
    if (!latest) return null
    const opening = this.get(latest.root).at(-1)
    for (const kind of definition.about) {
      const found = this.latest(fact, kind, one => this.get(one.root).at(-1) === opening)
      if (found) return found.root
    }
    return latest.root
  }

  /** A fact recorded later counts as well if it happened on the same day, unless it could in turn continue this one. */
  private latest(fact: Statement, kind: string, is?: (one: Statement) => boolean): Statement | undefined {
    const mayFollow = !this.kinds.get(kind)?.about?.includes(fact.kind)
    const all = this.byKind.get(kind) ?? []
    for (let at = all.length - 1; at >= 0; at--) {
      const one = all[at]
      if (!one || one.root === fact.root || one.happened.from > fact.happened.to) continue
      if ((mayFollow || byHappening(one, fact) < 0) && (!is || is(one))) return one
    }
    return undefined
  }
}
