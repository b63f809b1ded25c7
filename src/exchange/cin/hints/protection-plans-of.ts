/** Child protection plans of an episode as the census asks for them: a plan begins with its record, or with the conference that decided on it. */
import type { Statement } from '../../../engine/fact.ts'
import { planCategoryChanged } from '../../../procedures/child-protection-plan.ts'
import {
  childProtectionPlanStarted,
  endsPlan,
  initialConferenceHeld,
  planEnded,
  reviewConferenceHeld,
} from '../../../procedures/plan-facts.ts'
import type { Group } from './episodes.ts'
import { type Told, toldBy } from './told.ts'

export interface ProtectionPlan {
  readonly start: Told | undefined
  readonly end: Told | undefined
  readonly initial: readonly string[] | undefined
  readonly latest: readonly string[] | undefined
  readonly previous: number | undefined
  readonly reviews: readonly Told[]
  /** The record to look at where the plan as a whole is queried. */
  readonly root: string
}

/** Whether a fact begins a plan. */
export function isPlanStart(fact: Statement): boolean {
  if (fact.kind === childProtectionPlanStarted.kind) return true
  return (
    fact.kind === initialConferenceHeld.kind &&
    (fact.data as { decision?: string }).decision === 'child-protection-plan'
  )
}

/** The plans of one episode, oldest first; last, what is told of a plan whose start is not. */
export function protectionPlansOf(group: Group): ProtectionPlan[] {
  const recorded = group.all(childProtectionPlanStarted)
  const decided = group
    .all(initialConferenceHeld)
    .filter(one => isPlanStart(one as unknown as Statement) && !recorded.some(start => group.continues(start, one)))
  const starts = [...recorded, ...decided].toSorted((a, b) => (a.happened.from < b.happened.from ? -1 : 1))
  const rest = group.facts.filter(fact => rests.has(fact.kind))
  const startOf = (fact: Statement) =>
    recorded.findLast(start => group.continues(fact, start)) ??
    recorded.findLast(start => !fact.source && isOfOneConference(group, fact, start)) ??
    decided.findLast(start => group.continues(fact, start))
  const plans = starts.map(start => {
    const { categories } = start.data
    const previous = 'previousPlans' in start.data ? start.data.previousPlans : undefined
    return planOf(
      start,
      rest.filter(fact => startOf(fact)?.root === start.root),
      { initial: categories?.length ? categories : undefined, previous },
    )
  })
  const alone = rest.filter(fact => !startOf(fact))
  const [first] = alone
  return first ? [...plans, planOf(undefined, alone, { initial: undefined, previous: undefined })] : plans
}

const rests: ReadonlySet<string> = new Set([planCategoryChanged.kind, reviewConferenceHeld.kind, planEnded.kind])

/** A review may say that it continues the conference, of which the start of the plan was recorded as well. */
function isOfOneConference(group: Group, fact: Statement, start: { readonly root: string }): boolean {
  return group
    .all(initialConferenceHeld)
    .some(conference => group.continues(start, conference) && group.continues(fact, conference))
}

function planOf(
  start: Pick<Statement, 'root' | 'happened'> | undefined,
  rest: readonly Statement[],
  { initial, previous }: Pick<ProtectionPlan, 'initial' | 'previous'>,
): ProtectionPlan {
  const reviews = rest.filter(fact => fact.kind === reviewConferenceHeld.kind)
  const ends = rest.filter(
    fact => fact.kind === planEnded.kind || reviews.some(review => review === fact && endsPlan(review as never)),
  )
  const categories = rest.flatMap(fact => {
    const said = (fact.data as { categories?: readonly string[] }).categories
    return said?.length ? [said] : []
  })
  return {
    start: toldBy(start),
    end: toldBy(ends.findLast(fact => fact.kind === planEnded.kind) ?? ends.at(-1)),
    initial,
    latest: categories.at(-1) ?? initial,
    previous,
    reviews: reviews.flatMap(fact => toldBy(fact) ?? []),
    root: start?.root ?? rest[0]?.root ?? '',
  }
}
