/** What a duty is: who must do what, because of which fact, within which limit, and where that is written. */
import type { EditionCode, Provision } from '../guidance/editions.ts'
import type { Limit } from '../guidance/limits.ts'
import type { Source } from '../guidance/sources.ts'
import type { FactDefinition, Statement } from './fact.ts'
import type { Fields } from './field.ts'

/** A body that acts as one for an area. Where an area names no agency for it, its authority answers for what it owes. */
export type Body = 'authority' | 'safeguarding-partners' | 'child-death-review-partners' | 'panel'

/** Who acts: a body of the area, the agency that recorded the trigger, or each agency that the trigger names. */
export type Actor = Body | 'owner' | { readonly eachOf: string }

/** What changed over area by area in 2018 and 2019: arrangements for safeguarding, or for child death reviews. */
export type Arrangements = 'safeguarding' | 'child-death'

/** The facts of one line: those that continue the same opening fact as the trigger, and the case's facts about people. */
export interface Line {
  /** The earliest such fact. */
  first<F extends Fields>(kind: FactDefinition<F>, is?: (fact: Statement<F>) => boolean): Statement<F> | undefined
  /** The latest such fact. */
  last<F extends Fields>(kind: FactDefinition<F>, is?: (fact: Statement<F>) => boolean): Statement<F> | undefined
  /** Whether there is one. */
  has<F extends Fields>(kind: FactDefinition<F>, is?: (fact: Statement<F>) => boolean): boolean
  /** All of them, in the order in which they happened. */
  all<F extends Fields>(kind: FactDefinition<F>): readonly Statement<F>[]
  /** The latest fact of the whole case: birth date and the like. */
  ofCase<F extends Fields>(kind: FactDefinition<F>): Statement<F> | undefined
  /** Every fact of the whole case, in the order in which they happened. */
  allOfCase<F extends Fields>(kind: FactDefinition<F>): readonly Statement<F>[]
  /** Whether a fact continues another one, directly or by way of others. */
  continues(fact: { readonly root: string }, other: { readonly root: string }): boolean
}

/** What a rule says from the first day of one edition until a later one says something else. */
export interface EditionOfDuty {
  readonly edition: EditionCode
  readonly within: Limit
  readonly force: 'must' | 'should'
  readonly source: Source
  /** What this edition says in other words, where neither limit nor force changed. */
  readonly reworded?: string
  /** The rule ends with the day before this edition begins. */
  readonly until?: EditionCode
  /** It holds from the day on which regulations bring this provision into force, and not before they do. */
  readonly commencement?: Provision
}

export interface DutyDefinition<F extends Fields = Fields> {
  readonly id: string
  readonly who: string
  readonly by: Actor
  /** What must be done, as an instruction: "Hold an initial child protection conference". */
  readonly must: string
  readonly arisesFrom: FactDefinition<F>
  /** Owed only under one regime: by boards until an area's own arrangements began, by partners from then on. */
  readonly regime?: { readonly of: Arrangements; readonly is: 'board' | 'partners' }
  readonly when?: (trigger: Statement<F>, line: Line) => boolean
  /** The kinds that `when` and `countsFrom` read besides the trigger. */
  readonly reads?: readonly FactDefinition[]
  /** The fact whose day the limit counts from, where that is not the trigger; none, and there is no clock. */
  readonly countsFrom?: (trigger: Statement<F>, line: Line) => Statement | { day: string } | undefined
  /** A smaller count than the limit has, where the trigger sets one: a court’s three days of at most eight. */
  readonly cutTo?: (trigger: Statement<F>) => number | undefined
  readonly dischargedBy: readonly FactDefinition[]
  readonly dischargedWhen?: (fact: Statement, trigger: Statement<F>, line: Line) => boolean
  /** Whether a fact of before the trigger may meet it (a report shared before the conference). */
  readonly mayPrecede?: boolean
  /** Met only by what the acting agency itself recorded: a teacher who sees the child is not the social worker’s visit. */
  readonly onlyOwn?: true
  /** Where to look for what meets or ends it: in its own procedure (unless said), in its whole line, anywhere on the case. */
  readonly reach?: 'line' | 'case'
  /** One duty for each agency (or other party) that `named` finds, met by a fact that `told` finds it in; one for all where none is named. */
  readonly forEach?: {
    readonly named: (trigger: Statement<F>, line: Line) => readonly string[]
    readonly told: (fact: Statement) => readonly string[]
  }
  readonly lapsesOn?: readonly FactDefinition[]
  /** `agency` is the one that owes it. */
  readonly lapsesWhen?: (fact: Statement, trigger: Statement<F>, line: Line, agency: string) => boolean
  /** Where what ended it is recorded, as everything is, and departs from what the guidance asks. */
  readonly departure?: {
    readonly when: (ending: Statement) => boolean
    /** What the guidance asks instead, as the end of a sentence. */
    readonly says: string
    /** The field of the ending fact that names whose decision it was. */
    readonly decidedBy: string
  }
  /** It arises only where what was recorded departs from what the guidance asks, and is shown as that until somebody puts it right. */
  readonly mendsDeparture?: true
  /** Said beside the duty when it holds: "counted from the start of the enquiry: no discussion is recorded". */
  readonly remark?: (trigger: Statement<F>, line: Line) => string | undefined
  /** Whether it still stands after the child's 18th birthday. Chapter 1 is about children: it does not, unless said so. */
  readonly outlivesChildhood?: boolean
  /** Whether it still stands after the child has died: it is not about the child's care. */
  readonly outlivesDeath?: boolean
  /** Whether it still stands after the case is closed, or after such a closing. */
  readonly outlivesClosing?: boolean | ((closing: Statement) => boolean)
  /** Ids of the requirements and time limits that this rule encodes. */
  readonly cites: readonly string[]
  /** Oldest first; each holds until the next begins. */
  readonly editions: readonly EditionOfDuty[]
}

/** Defines a duty. `id` begins with a verb and is stored for ever. */
export function duty<F extends Fields>(definition: DutyDefinition<F>): DutyDefinition {
  return definition as unknown as DutyDefinition
}

/** Whether only what the agency that owes it records can meet it: each of several owes its own, or the rule says so. */
export function isMetByOwnAlone({ by, onlyOwn }: Pick<DutyDefinition, 'by' | 'onlyOwn'>): boolean {
  return onlyOwn === true || typeof by !== 'string'
}

/** A requirement that is no duty: said at the moment it matters. */
export interface PromptDefinition {
  readonly id: string
  /** The fact whose form shows it. */
  readonly at: FactDefinition
  readonly says: string
  readonly force: 'must' | 'should' | 'may' | 'note'
  readonly source: Source
  readonly cites: readonly string[]
}

/** Defines a prompt. */
export function prompt(definition: PromptDefinition): PromptDefinition {
  return definition
}
