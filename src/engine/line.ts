/** What rules see around a fact: the facts of its line, which go back to the same opening fact, and those of the whole case. */
import type { Line } from './duty.ts'
import type { FactDefinition, Statement } from './fact.ts'
import type { Fields } from './field.ts'

/** As much of a case as a line is read from. */
export interface Facts {
  readonly byKind: { get(kind: string): readonly Statement[] | undefined }
  readonly chains: { get(root: string): readonly string[] | undefined }
}

type Is<F extends Fields> = (fact: Statement<F>) => boolean

class LineOf implements Line {
  private readonly trigger: Statement
  private readonly facts: Facts

  constructor(trigger: Statement, facts: Facts) {
    this.trigger = trigger
    this.facts = facts
  }

  first<F extends Fields>(kind: FactDefinition<F>, is?: Is<F>): Statement<F> | undefined {
    return this.find(kind, is)[0]
  }

  last<F extends Fields>(kind: FactDefinition<F>, is?: Is<F>): Statement<F> | undefined {
    return this.find(kind, is).at(-1)
  }

  has<F extends Fields>(kind: FactDefinition<F>, is?: Is<F>): boolean {
    return this.find(kind, is).length > 0
  }

  all<F extends Fields>(kind: FactDefinition<F>): readonly Statement<F>[] {
    return this.find(kind)
  }

  ofCase<F extends Fields>(kind: FactDefinition<F>): Statement<F> | undefined {
    return this.allOfCase(kind).at(-1)
  }

  allOfCase<F extends Fields>(kind: FactDefinition<F>): readonly Statement<F>[] {
    return (this.facts.byKind.get(kind.kind) ?? []) as unknown as readonly Statement<F>[]
  }

  continues(fact: { readonly root: string }, other: { readonly root: string }): boolean {
    return fact.root !== other.root && (this.facts.chains.get(fact.root)?.includes(other.root) ?? false)
  }

  private find<F extends Fields>(kind: FactDefinition<F>, is?: Is<F>): Statement<F>[] {
    const found: Statement<F>[] = []
    for (const fact of this.allOfCase(kind)) {
      if (sharesLine(this.trigger, fact as unknown as Statement, this.facts) && (!is || is(fact))) found.push(fact)
    }
    return found
  }
}

/** The facts that share a line with the trigger. */
export function lineOf(trigger: Statement, facts: Facts): Line {
  return new LineOf(trigger, facts)
}

function sharesLine(trigger: Statement, fact: Statement, facts: Facts): boolean {
  return sharesOpening(trigger, fact, facts) || (facts.chains.get(fact.root)?.includes(trigger.root) ?? false)
}

/** Whether two facts go back to the same opening fact. */
export function sharesOpening(a: Statement, b: Statement, facts: Facts): boolean {
  return facts.chains.get(a.root)?.at(-1) === facts.chains.get(b.root)?.at(-1)
}
