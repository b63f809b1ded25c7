/** How a procedure is told from its trigger to its end: plain sentences, each with its day, its fact and what is then owed. No clock, no database. */
import { derive } from '../src/engine/derive.ts'
import type { CaseKind, ProcedureDefinition } from '../src/engine/procedure.ts'
import { standing } from '../src/engine/standing.ts'
import type { Day } from '../src/guidance/days.ts'
import type { Commencements } from '../src/guidance/editions.ts'
import type { LocalLimits } from '../src/guidance/limits.ts'
import { londonDayEnd } from '../src/guidance/london.ts'
import { always, type Draft, given, policy } from '../src/procedures/given.ts'
import { guidance } from '../src/procedures/index.ts'

/** A sentence; the fact that it tells of, or only the day that it looks at; and how duties then stand: "met-late 2026-03-03". */
type Step = readonly [says: string, happens: Draft | Day, then?: Readonly<Record<string, string>>]

export interface ProcedureStory {
  readonly steps: readonly Step[]
  /** What the area decided where the guidance leaves a limit to it. */
  readonly local?: LocalLimits
  /** From which day provisions of the Act of 2026 are in force, as regulations may name it. */
  readonly commencements?: Commencements
  /** Why no step of it can be late. */
  readonly nothingLate?: string
}

/** The day of a step: on which its fact was recorded, or at which it looks. */
export function dayOf([, happens]: Step): Day {
  return typeof happens === 'string' ? happens : (happens.how.recordedOn ?? happens.day)
}

/** What the story of a procedure comes to: how duties stood after each step, how the procedure was left, and which rules had no day. */
export function tell({ id, caseKind }: ProcedureDefinition, { steps, local = {}, commencements = {} }: ProcedureStory) {
  const facts: Draft[] = []
  const kind = ([caseKind].flat() as CaseKind[])[0] ?? 'child'
  const on = (day: Day) =>
    derive(given(facts), londonDayEnd(day), policy({ local: always(local), commencements, caseKind: kind }), guidance)
  const stood = steps.map(step => {
    const [says, happens, then = {}] = step
    if (typeof happens !== 'string') facts.push(happens)
    const day = dayOf(step)
    const { duties } = on(day)
    const standingOf = (rule: string) =>
      duties
        .filter(duty => duty.rule === rule)
        .map(duty => `${standing(duty, { day, instant: londonDayEnd(day) })} ${duty.due?.latest ?? ''}`.trim())
        .join(', ')
    return { says, expected: then, found: Object.fromEntries(Object.keys(then).map(rule => [rule, standingOf(rule)])) }
  })
  const last = steps.at(-1)
  const instances = last ? on(dayOf(last)).procedures.filter(one => one.procedure === id) : []
  const ends = last ? on(dayOf(last)).duties : []
  const dated = new Set(ends.filter(one => one.due?.latest).map(one => one.rule))
  const aged = new Set(ends.filter(one => !one.due?.latest && !dated.has(one.rule)).map(one => one.rule))
  const left = instances.length === 0 ? 'never opened' : instances.every(one => one.closed) ? 'closed' : 'open'
  return { stood, left, aged }
}
