/** What rules see around a fact: the facts of its line, which go back to the same opening fact, and those of the whole case. */
import type { Asked } from './asked.ts'
import type { Line } from './duty.ts'
import type { FactDefinition, Statement } from './fact.ts'
import type { Fields } from './field.ts'

/** As much of a case as a line is read from. */
export interface Facts {
  readonly byKind: { get(kind: string): readonly Statement[] | undefined }
  readonly chains: { get(root: string): readonly string[] | undefined }
}

type Rooted = { readonly root: string }
type Is<F extends Fields> = (fact: Statement<F>) => boolean

class LineOf implements Line {
  private readonly trigger: Statement
  private readonly facts: Facts
  private readonly asked: Asked | undefined

  constructor(trigger: Statement, facts: Facts, asked: Asked | undefined) {
    this.trigger = trigger
    this.facts = facts
    this.asked = asked
  }

  first<F extends Fields>(kind: FactDefinition<F>, is?: Is<F>): Statement<F> | undefined {
    return this.allOfCase(kind).find(fact => this.isOfLine(fact, is))
  }

  last<F extends Fields>(kind: FactDefinition<F>, is?: Is<F>): Statement<F> | undefined {
    return this.allOfCase(kind).findLast(fact => this.isOfLine(fact, is))
  }

  has<F extends Fields>(kind: FactDefinition<F>, is?: Is<F>): boolean {
    return this.allOfCase(kind).some(fact => this.isOfLine(fact, is))
  }

  all<F extends Fields>(kind: FactDefinition<F>): readonly Statement<F>[] {
    return this.allOfCase(kind).filter(fact => this.isOfLine(fact))
  }

  ofCase<F extends Fields>(kind: FactDefinition<F>): Statement<F> | undefined {
    return this.allOfCase(kind).at(-1)
  }

  allOfCase<F extends Fields>(kind: FactDefinition<F>): readonly Statement<F>[] {
    this.asked?.add(kind.kind)
    return (this.facts.byKind.get(kind.kind) ?? []) as unknown as readonly Statement<F>[]
  }

  continues(fact: { readonly root: string }, other: { readonly root: string }): boolean {
    return fact.root !== other.root && (this.facts.chains.get(fact.root)?.includes(other.root) ?? false)
  }

  private isOfLine<F extends Fields>(fact: Statement<F>, is?: Is<F>): boolean {
    return sharesLine(this.trigger, fact, this.facts) && (!is || is(fact))
  }
}

/**
 * The facts that share a line with the trigger.
 * @param asked what the rule has looked at for which it is read: what it asks of this line is added
 */
export function lineOf(trigger: Statement, facts: Facts, asked?: Asked): Line {
  return new LineOf(trigger, facts, asked)
}

function sharesLine(trigger: Statement, fact: Rooted, facts: Facts): boolean {
  return sharesOpening(trigger, fact, facts) || (facts.chains.get(fact.root)?.includes(trigger.root) ?? false)
}

/** Whether two facts go back to the same opening fact. */
export function sharesOpening(a: Rooted, b: Rooted, facts: Facts): boolean {
  return facts.chains.get(a.root)?.at(-1) === facts.chains.get(b.root)?.at(-1)
}
