/** The escalation ladder of one disagreement, read from its facts: the stages it reached, what was answered at each, and how it ended. */
import type { FactDefinition, Statement } from '../engine/fact.ts'
import type { Fields } from '../engine/field.ts'
import type { Known } from '../engine/statements.ts'
import {
  disagreementAnswered,
  disagreementRaised,
  disagreementSafetyAnswered,
  disagreementSettled,
  disagreementTakenHigher,
  disagreementWithdrawn,
  receiptOf,
  type Stage,
  stages,
} from './disagreement-facts.ts'
import { referrerTold } from './referral.ts'

export type Raised = Statement<typeof disagreementRaised.fields>
export type Taken = Statement<typeof disagreementTakenHigher.fields>
export type Answered = Statement<typeof disagreementAnswered.fields>
export type SafetyAnswered = Statement<typeof disagreementSafetyAnswered.fields>
export type Settled = Statement<typeof disagreementSettled.fields>
export type Withdrawn = Statement<typeof disagreementWithdrawn.fields>
export type Told = Statement<typeof referrerTold.fields>

/** One stage that it reached. */
export interface Rung {
  readonly stage: Stage
  /** What brought it there: that it was raised, or taken higher. */
  readonly by: Raised | Taken
  /** Of the other side, the earliest first. The last one counts. */
  readonly answers: readonly Answered[]
}

export interface Ladder {
  readonly raised: Raised
  /** In the order in which it reached them. */
  readonly rungs: readonly Rung[]
  /** Where it stands, or stood when it ended. */
  readonly present: Rung
  readonly safety: readonly SafetyAnswered[]
  /** What whoever raised it on a receipt was told of the answers, each about what it tells of. */
  readonly told: readonly Told[]
  readonly ended:
    | { readonly how: 'settled'; readonly by: Settled }
    | { readonly how: 'withdrawn'; readonly by: Withdrawn }
    | undefined
}

/** The stages in order. */
export const inOrder = Object.keys(stages) as readonly Stage[]

/** Whether one stage lies above another. */
export function isAbove(one: Stage, other: Stage): boolean {
  return inOrder.indexOf(one) > inOrder.indexOf(other)
}

/** The stages above one. */
export function above(stage: Stage): Stage[] {
  return inOrder.filter(one => isAbove(one, stage))
}

/** The stages that a step from one to another leaves out. */
export function leftOut(from: Stage, to: Stage): Stage[] {
  return inOrder.filter(one => isAbove(one, from) && isAbove(to, one))
}

/** Only whoever raised it takes it back: what was said on a receipt is taken back on that receipt. */
export function isTakenBack(
  raised: Pick<Statement, 'agency' | 'data'>,
  withdrawn: Pick<Statement, 'agency' | 'data'>,
): boolean {
  return withdrawn.agency === raised.agency && receiptOf(withdrawn) === receiptOf(raised)
}

/** What is about the disagreement that a fact raised. */
type Of = Pick<Known, 'byKind' | 'chains'>

/** Every disagreement of a case, the earliest first. */
export function laddersOf(known: Of): Ladder[] {
  const raised = (known.byKind.get(disagreementRaised.kind) ?? []) as unknown as readonly Raised[]
  return raised.map(one => ladderFrom(known, one))
}

/** The disagreement to which a fact belongs; nothing where it belongs to none. */
export function findLadder(known: Of, root: string): Ladder | undefined {
  const chain = known.chains.get(root) ?? []
  return laddersOf(known).find(({ raised }) => chain.includes(raised.root))
}

function ladderFrom(known: Of, raised: Raised): Ladder {
  const all = <F extends Fields>({ kind }: FactDefinition<F>) =>
    (known.byKind.get(kind) ?? []).filter(
      ({ root }) => known.chains.get(root)?.includes(raised.root) ?? false,
    ) as unknown as readonly Statement<F>[]
  const answers = all(disagreementAnswered)
  const steps: readonly (Raised | Taken)[] = [raised, ...all(disagreementTakenHigher)]
  const rungs = steps.map(
    (by): Rung => ({
      stage: by.data.stage ?? 'practitioners',
      by,
      answers: answers.filter(({ root }) => known.chains.get(root)?.[1] === by.root),
    }),
  )
  const [settled] = all(disagreementSettled)
  const withdrawn = all(disagreementWithdrawn).find(one => isTakenBack(raised, one))
  return {
    raised,
    rungs,
    present: rungs.reduce((highest, rung) => (isAbove(rung.stage, highest.stage) ? rung : highest)),
    safety: all(disagreementSafetyAnswered),
    told: all(referrerTold),
    ended: settled ? { how: 'settled', by: settled } : withdrawn && { how: 'withdrawn', by: withdrawn },
  }
}
