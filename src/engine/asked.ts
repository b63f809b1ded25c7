/** Which kinds of fact decide what a rule says: those that it names, and those that its conditions were seen to ask for. */
import type { DutyDefinition } from './duty.ts'
import type { Guidance } from './guidance.ts'

type RulesByKind = Map<string, Set<DutyDefinition>>

/** Rules by the kinds that decide whether something is owed, from when, until when, and what ends it. */
const owing: RulesByKind = new Map()
/** Rules by the kinds from which they arise and that meet them. */
const meeting: RulesByKind = new Map()

/** The kinds that a rule has looked at for one of these ends in any case so far. */
export class Asked {
  private readonly kinds = new Set<string>()
  private readonly rule: DutyDefinition
  private readonly rules: RulesByKind

  constructor(rule: DutyDefinition, rules: RulesByKind, named: readonly { readonly kind: string }[]) {
    this.rule = rule
    this.rules = rules
    for (const { kind } of named) this.add(kind)
  }

  add(kind: string): void {
    if (this.kinds.has(kind)) return
    this.kinds.add(kind)
    const rules = this.rules.get(kind)
    if (rules) rules.add(this.rule)
    else this.rules.set(kind, new Set([this.rule]))
  }
}

interface AskedBy {
  readonly owing: Asked
  readonly meeting: Asked
}

const ofRule = new WeakMap<DutyDefinition, AskedBy>()

/** What a rule has looked at in any case so far: a line that is read for it adds to it (`line.ts`). */
export function askedBy(rule: DutyDefinition): AskedBy {
  const known = ofRule.get(rule)
  if (known) return known
  const asked = {
    owing: new Asked(rule, owing, [...(rule.lapsesOn ?? []), ...(rule.reads ?? [])]),
    meeting: new Asked(rule, meeting, [rule.arisesFrom, ...rule.dischargedBy]),
  }
  ofRule.set(rule, asked)
  return asked
}

const told = new WeakSet<Guidance>()

/** The rules of a guidance that have looked at a kind so far: as something that decides what is owed, or only as what meets it. */
export function rulesThatAsk(
  kind: string,
  guidance: Guidance,
): { readonly owing: readonly DutyDefinition[]; readonly meeting: readonly DutyDefinition[] } {
  // What a rule names it asks for before it has been looked at.
  if (!told.has(guidance)) for (const rule of guidance.rules.values()) askedBy(rule)
  told.add(guidance)
  const ofGuidance = (rules: ReadonlySet<DutyDefinition> = new Set()) =>
    [...rules].filter(rule => guidance.rules.get(rule.id) === rule)
  return { owing: ofGuidance(owing.get(kind)), meeting: ofGuidance(meeting.get(kind)) }
}
