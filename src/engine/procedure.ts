/** What a procedure is: a statutory process with the facts that open, carry and close it, and the duties it brings. */
import type { DutyDefinition, Line, PromptDefinition } from './duty.ts'
import type { FactDefinition, Statement } from './fact.ts'
import type { Fields } from './field.ts'

/** What one case is about: each is one matter with its own subjects. */
export const caseKinds = [
  'child',
  'context',
  'allegation',
  'incident',
  'national-review',
  'child-death',
  'assurance',
  'arrangements',
] as const
export type CaseKind = (typeof caseKinds)[number]

/** A fact that opens or closes a procedure, with the condition under which it does. */
export interface Turn {
  readonly kind: FactDefinition
  /** Of what closes a procedure: `opening` is the fact that opened it. */
  readonly when?: (fact: Statement, line: Line, opening: Statement) => boolean
}

export interface ProcedureDefinition {
  readonly id: string
  readonly label: string
  /** Section of the specification, for example "1.5". */
  readonly section: string
  /** The kind of case on which it runs, or each of them. */
  readonly caseKind: CaseKind | readonly CaseKind[]
  readonly leads: string
  readonly takesPart: string
  readonly opensWith: readonly Turn[]
  readonly closesWith: readonly Turn[]
  /** Such a closing of the case leaves it open: closing a file ends no protection plan. */
  readonly outlivesClosing?: (closing: Statement) => boolean
  /** It goes on after the child's 18th birthday. So does one with a duty that does. */
  readonly outlivesChildhood?: true
  /** Where a closing fact may stand: continuing the opening one (unless said), or anywhere in its line. */
  readonly reach?: 'line'
  /** Every kind of fact of this procedure, in the order in which its forms are offered. */
  readonly facts: readonly FactDefinition[]
  readonly duties: readonly DutyDefinition[]
  readonly prompts: readonly PromptDefinition[]
}

/** Defines a procedure. */
export function procedure(definition: ProcedureDefinition): ProcedureDefinition {
  return definition
}

/** Whether a procedure runs on cases of a kind. */
export function isOf({ caseKind }: Pick<ProcedureDefinition, 'caseKind'>, kind: string): boolean {
  return typeof caseKind === 'string' ? caseKind === kind : caseKind.some(one => one === kind)
}

/** A turn with its condition typed by the fact. */
export function turn<F extends Fields>(
  kind: FactDefinition<F>,
  when?: (fact: Statement<F>, line: Line, opening: Statement) => boolean,
): Turn {
  return {
    kind: kind as unknown as FactDefinition,
    ...(when ? { when: when as unknown as NonNullable<Turn['when']> } : {}),
  }
}
