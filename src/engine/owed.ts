/** A duty while it is being worked out, and what every step asks of it: does the agency know of a fact, is a fact of its line? */
import type { Day } from '../guidance/days.ts'
import type { Commencements } from '../guidance/editions.ts'
import type { DueRange, LocalPolicies } from '../guidance/limits.ts'
import type { Arrangements, Body, DutyDefinition, EditionOfDuty } from './duty.ts'
import type { Happened, Statement } from './fact.ts'
import { sharesOpening } from './line.ts'
import type { Known } from './statements.ts'

/** What derivation needs to know of the area and its agencies. */
export interface Policy {
  /** What the case is about: a child's file unless said; where it is said, only what runs on such cases is owed. */
  readonly caseKind?: string
  /** The agency that is the area's local authority. */
  readonly authority: string
  /** The agencies that act as the area's other bodies. */
  readonly bodies?: Readonly<Partial<Record<Body, string>>>
  /** Agencies that work on the case together, each with the instant from which it does: what is recorded there, they know. */
  readonly parties?: ReadonlyMap<string, number>
  /** The day on which the area's own arrangements began, where it is known. */
  readonly began?: Readonly<Partial<Record<Arrangements, Day>>>
  /** The days on which provisions that wait for regulations come into force. */
  readonly commencements?: Commencements
  /** Limits that the area set for itself, by key: the day of the trigger decides which one counts. */
  readonly local: LocalPolicies
  /** When a fact reached an agency that does not own it: root, then agency, then the instant. */
  readonly reached: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** For each import format: the kinds of fact that it can carry. */
  readonly carries: ReadonlyMap<string, ReadonlySet<string>>
  /** For each import format: the last day that its files speak of this case. */
  readonly speaksUntil?: ReadonlyMap<string, Day>
  /** The London day of an instant. */
  readonly dayOf: (instant: number) => Day
}

export interface Duty {
  /** Rule, first recording of the trigger, acting agency, and whom it is owed to where the rule says so: for ever the same. */
  readonly id: string
  readonly rule: string
  readonly trigger: string
  readonly agency: string
  /** The agency or other party that this one duty of several is about. */
  readonly subject: string | null
  /** When the record first showed that it was owed, in milliseconds since 1970. */
  readonly knownSince: number
  /** From when the clock runs. */
  readonly from: Happened
  readonly edition: EditionOfDuty['edition']
  /** True where a later edition than the one that wrote the limit was in force on the day. */
  readonly inherited: boolean
  /** Nothing where no clock runs. */
  readonly due: DueRange | null
  readonly met: { readonly by: string; readonly on: Happened; readonly late: 'no' | 'maybe' | 'yes' } | null
  readonly lapsed: { readonly by: string | null; readonly on: Day; readonly why: string } | null
  /** The import that could not have carried an answer. */
  readonly notKnownFrom: string | null
  readonly remark: string | null
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
export interface Owed {
  readonly rule: DutyDefinition
  readonly trigger: Statement
  /** The roots of which a discharging fact must continue one. */
  readonly line: readonly string[]
  readonly duty: Mutable<Duty>
  /** What ends it, unless it is met before. */
  lapse: Duty['lapsed']
}

/** When an agency learnt of a fact, in milliseconds since 1970; nothing where it has not. */
export function awareness(fact: Statement, agency: string, policy: Policy): number | undefined {
  if (fact.agency === agency) return fact.knownSince
  const together = policy.parties?.get(agency)
  if (together !== undefined) return Math.max(fact.knownSince, together)
  return policy.reached.get(fact.root)?.get(agency)
}

/** A death and the 18th birthday end the work with a child. The review of that death, or an allegation, goes on. */
export function isChildsFile({ caseKind = 'child' }: Pick<Policy, 'caseKind'>): boolean {
  return caseKind === 'child'
}

/** Whether an agency may close what is open on the case: the authority its own, whoever works on another matter that one. */
export function mayEnd(agency: string, policy: Pick<Policy, 'authority' | 'parties'>): boolean {
  return agency === policy.authority || (policy.parties?.has(agency) ?? false)
}

/** An agency that learnt of a fact from another one is not late before it could know. */
export function notBefore(happened: Happened, instant: number, policy: Policy): Happened {
  const day = policy.dayOf(instant)
  if (happened.from >= day) return happened
  return {
    from: day,
    to: happened.to > day ? happened.to : day,
    certainty: 'day',
    at: happened.at === null ? null : Math.max(happened.at, instant),
  }
}

/** Whether a fact is of the line in which the rule looks for what meets or ends the duty. */
export function isRelated(one: Pick<Owed, 'rule' | 'trigger' | 'line'>, fact: Statement, known: Known): boolean {
  if (one.rule.reach === 'case') return true
  if (one.rule.reach === 'line') return sharesOpening(one.trigger, fact, known)
  const chain = known.chains.get(fact.root) ?? []
  return one.line.some(root => chain.includes(root))
}

/** Whether a wholly precedes b. The same day does not, unless both times are known. */
export function isBefore(a: Happened, b: Happened): boolean {
  if (a.at !== null && b.at !== null) return a.at < b.at
  return a.to < b.from
}
