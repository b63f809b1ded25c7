/** The encoded guidance, indexed for derivation: which rules a kind of fact starts, meets, opens and closes. */
import type { DutyDefinition, PromptDefinition } from './duty.ts'
import type { FactDefinition } from './fact.ts'
import type { DayField } from './field.ts'
import { isOf, type ProcedureDefinition } from './procedure.ts'

export interface Guidance {
  readonly procedures: readonly ProcedureDefinition[]
  readonly kinds: ReadonlyMap<string, FactDefinition>
  readonly rules: ReadonlyMap<string, DutyDefinition>
  /** Rules by the kind of fact that triggers them. */
  readonly startedBy: ReadonlyMap<string, readonly DutyDefinition[]>
  /** Rules by the kind of fact that may discharge them. */
  readonly metBy: ReadonlyMap<string, readonly DutyDefinition[]>
  /** Prompts by the kind of fact whose form shows them. */
  readonly promptsAt: ReadonlyMap<string, readonly PromptDefinition[]>
  readonly procedureOf: ReadonlyMap<string, ProcedureDefinition>
  /** Kinds that open a procedure: later facts are about them. */
  readonly openers: ReadonlySet<string>
  /** The kind that tells the birth date, where there is one. */
  readonly birth: FactDefinition | null
  /** The kind by which a procedure goes over to the guidance of another day, where there is one. */
  readonly repinning: FactDefinition<{ to: DayField }> | null
}

/** The kinds that derivation reads by their meaning. */
export interface Meanings {
  readonly birth?: FactDefinition
  readonly repinning?: FactDefinition<{ to: DayField }>
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/**
 * Indexes procedures.
 * @param procedures every procedure, each kind of fact and each rule in exactly one of them
 * @param meanings the kinds that tell when the child was born, and that a procedure went over to other guidance
 * @throws Error where a kind, a rule or a procedure is defined twice, or a rule names a kind that no procedure has
 */
export function guidanceOf(procedures: readonly ProcedureDefinition[], { birth, repinning }: Meanings = {}): Guidance {
  const kinds = new Map<string, FactDefinition>()
  const rules = new Map<string, DutyDefinition>()
  const procedureOf = new Map<string, ProcedureDefinition>()
  const startedBy = new Map<string, DutyDefinition[]>()
  const metBy = new Map<string, DutyDefinition[]>()
  const promptsAt = new Map<string, PromptDefinition[]>()
  const openers = new Set<string>()
  for (const procedure of procedures) {
    for (const kind of procedure.facts) {
      if (kinds.has(kind.kind)) throw new Error(`The kind of fact "${kind.kind}" is defined twice.`)
      kinds.set(kind.kind, kind)
      procedureOf.set(kind.kind, procedure)
    }
    for (const rule of procedure.duties) {
      if (rules.has(rule.id)) throw new Error(`The duty "${rule.id}" is defined twice.`)
      rules.set(rule.id, rule)
      procedureOf.set(rule.id, procedure)
      add(startedBy, rule.arisesFrom.kind, rule)
      for (const kind of rule.dischargedBy) add(metBy, kind.kind, rule)
    }
    for (const prompt of procedure.prompts) add(promptsAt, prompt.at.kind, prompt)
    for (const { kind } of procedure.opensWith) openers.add(kind.kind)
  }
  for (const rule of rules.values()) {
    for (const kind of [rule.arisesFrom, ...rule.dischargedBy, ...(rule.lapsesOn ?? []), ...(rule.reads ?? [])]) {
      if (!kinds.has(kind.kind))
        throw new Error(`The duty "${rule.id}" names "${kind.kind}", which no procedure defines.`)
    }
  }
  return {
    procedures,
    kinds,
    rules,
    startedBy,
    metBy,
    promptsAt,
    procedureOf,
    openers,
    birth: birth ?? null,
    repinning: repinning ?? null,
  }
}

/** Whether a kind of fact may be recorded, or a rule holds, on cases of a kind. */
export function isKindOf(kind: string, caseKind: string, { procedureOf }: Guidance): boolean {
  const procedure = procedureOf.get(kind)
  return procedure !== undefined && isOf(procedure, caseKind)
}
