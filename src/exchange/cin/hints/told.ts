/** What the census asks of a record: a day or an answer, and which record gives it. */
import type { Statement } from '../../../engine/fact.ts'
import type { Day } from '../../../guidance/days.ts'

/** A day that a record tells, as exactly as it is known. */
export interface Told {
  readonly root: string
  readonly from: Day
  readonly to: Day
}

/** An answer, and the record that gives it. */
export interface Answer<T> {
  readonly root: string
  readonly value: T
}

/** The day that a fact tells; nothing of none. */
export function toldBy(fact: Pick<Statement, 'root' | 'happened'> | undefined): Told | undefined {
  return fact && { root: fact.root, from: fact.happened.from, to: fact.happened.to }
}
