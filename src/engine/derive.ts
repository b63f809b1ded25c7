/**
 * Facts in, duties out: the one pure function from a case's ledger and the guidance to what is owed and what is open.
 * It never asks what day it is; whether something is overdue is asked of its result (`standing.ts`).
 */

import { CalendarEnds } from '../guidance/bank-holidays.ts'
import { type Day, eighteenthBirthday } from '../guidance/days.ts'
import { type EditionCode, editionOn, isCommenced, regimeOn, ruleEditionOn } from '../guidance/editions.ts'
import { cutTo, dueRange, isLocal, type Limit, type LocalLimits, localOn } from '../guidance/limits.ts'
import { askedBy } from './asked.ts'
import { type Before, carriedOver, isSettledSo, notYetMet, type Since, sinceBefore } from './carried-over.ts'
import { discharge } from './discharge.ts'
import type { DutyDefinition, EditionOfDuty, Line } from './duty.ts'
import { Earlier } from './earlier.ts'
import { type Entry, type FactDefinition, type Happened, knownFrom, type Statement } from './fact.ts'
import type { Guidance } from './guidance.ts'
import { endingsOf, lapseOf } from './lapse.ts'
import { lineOf, sharesOpening } from './line.ts'
import { type Eighteen, type OpenProcedure, openProcedures } from './open-procedures.ts'
import { awareness, type Duty, notBefore, type Owed, type Policy } from './owed.ts'
import { isOf } from './procedure.ts'
import { type Known, knownAfter, knownAt } from './statements.ts'

export type { Duty, Policy } from './owed.ts'

export interface Derived {
  /** The same duties as they were worked out, for deriving what is added later (`carried-over.ts`). */
  readonly owed: readonly Owed[]
  readonly duties: readonly Duty[]
  readonly procedures: readonly OpenProcedure[]
  /** Facts of a day for which no rule is encoded though their kind starts duties: rule and root. */
  readonly noRule: readonly { readonly rule: string; readonly root: string }[]
  readonly known: Known
  /** What differs from what was derived before, where something was carried over from there. */
  readonly since: Since | undefined
}

/**
 * Duties and open procedures of one case as known at an instant (milliseconds since 1970).
 * @param before what was derived from the first of these entries: what does not depend on those after it is taken from there
 */
export function derive(
  entries: readonly Entry[],
  knownTo: number,
  said: Policy,
  guidance: Guidance,
  before?: Before,
): Derived {
  const policy = reachedBy(knownTo, said)
  const known =
    (before && knownAfter(before.derived.known, entries.slice(before.entries.length), knownTo, guidance.kinds)) ??
    knownAt(entries, knownTo, guidance.kinds)
  const carried = before && carriedOver(before, entries, known, policy, guidance)
  const all: Owed[] = []
  const owed: Owed[] = []
  const again = new Map<Owed, Owed>()
  const noRule = carried ? [...carried.noRule] : []
  const context: Context = { known, earlier: new Map(), policy, guidance }
  const startedBy = rulesOn(policy, guidance)
  const eighteen = birthdayOf(known, guidance)
  const endings = endingsOf(known, eighteen, policy, guidance)
  const lapse = (one: Owed) => lapseOf(one, endings, known, policy, guidance)
  for (const trigger of known.inOrder) {
    const asBefore = carried?.byTrigger.get(trigger.root) ?? none
    if (carried && !carried.startAnew.has(trigger.kind)) {
      all.push(...asBefore)
      continue
    }
    const isThere = carried && before.derived.known.byRoot.has(trigger.root)
    for (const rule of startedBy.get(trigger.kind) ?? none) {
      if (isThere && !carried.anew.has(rule)) {
        for (const then of asBefore) {
          if (then.rule !== rule) continue
          const now = carried.metAnew.has(rule) ? notYetMet(then) : then
          all.push(now)
          if (now === then) continue
          owed.push(now)
          again.set(now, then)
        }
        continue
      }
      const line = lineOf(trigger, known, askedBy(rule).owing)
      if (rule.when && !rule.when(trigger, line)) continue
      if (!isOfRegime(rule, trigger.happened.from, policy)) continue
      const edition = editionOf(rule, trigger.happened.from, policy)
      if (!edition) {
        noRule.push({ rule: rule.id, root: trigger.root })
        continue
      }
      for (const agency of actors(rule, trigger, policy)) {
        const awareAt = awareness(trigger, agency, policy)
        if (awareAt === undefined) continue
        for (const subject of subjectsOf(rule, trigger, line)) {
          const one = arise(rule, edition, trigger, line, agency, subject, awareAt, context)
          one.lapse = lapse(one)
          owed.push(one)
          all.push(one)
        }
      }
    }
  }
  discharge(owed, known, policy, guidance)
  for (const one of owed) settle(one, policy)
  const found = all.map(one => {
    const then = again.get(one)
    return then && isSettledSo(one.duty, then.duty) ? then : one
  })
  return {
    owed: found,
    duties: found.map(one => one.duty),
    procedures: openProcedures(known, policy, guidance, eighteen),
    noRule,
    known,
    since: carried && sinceBefore(before.derived, found, carried),
  }
}

const none: readonly never[] = []

/** A fact that reached an agency later had not reached it yet. */
function reachedBy(instant: number, policy: Policy): Policy {
  const isLater = [...policy.reached.values()].some(agencies => [...agencies.values()].some(at => at > instant))
  if (!isLater) return policy
  const reached = [...policy.reached].map(
    ([root, agencies]) => [root, new Map([...agencies].filter(([, at]) => at <= instant))] as const,
  )
  return { ...policy, reached: new Map(reached) }
}

interface Context {
  readonly known: Known
  /** The case as known at earlier moments, where a condition asked. */
  readonly earlier: Map<number, Earlier>
  readonly policy: Policy
  readonly guidance: Guidance
}

function arise(
  rule: DutyDefinition,
  edition: EditionOfDuty,
  trigger: Statement,
  line: Line,
  agency: string,
  subject: string | null,
  awareAt: number,
  context: Context,
): Owed {
  const { known, policy, guidance } = context
  const start = startOf(rule, trigger, line)
  const from = start && agency !== trigger.agency ? notBefore(start, awareAt, policy) : start
  const chain = known.chains.get(trigger.root) ?? [trigger.root]
  const within = limitOf(rule, edition, trigger)
  const { due, remark } = dueOf(within, from, trigger.happened.from, policy, rule.remark?.(trigger, line))
  return {
    rule,
    trigger,
    line: guidance.openers.has(trigger.kind) ? chain.slice(0, 1) : chain.slice(0, 2),
    duty: {
      id: `${rule.id}/${trigger.root}/${agency}${subject === null ? '' : `/${subject}`}`,
      rule: rule.id,
      trigger: trigger.root,
      agency,
      subject,
      knownSince: Math.max(awareAt, firstHeld(rule, trigger, context)),
      from: from ?? trigger.happened,
      edition: edition.edition,
      inherited: editionOn(trigger.happened.from) !== edition.edition,
      due,
      remark,
      met: null,
      lapsed: null,
      notKnownFrom: null,
    },
    lapse: null,
  }
}

/** The limit of a duty: that of the edition, or fewer where the trigger sets them. */
export function limitOf(rule: DutyDefinition, { within }: EditionOfDuty, trigger: Statement): Limit {
  return rule.cutTo ? cutTo(within, rule.cutTo(trigger)) : within
}

/** The due range, and what is to be said beside it. A day beyond the known bank holidays has none, and says so. */
function dueOf(
  within: Limit,
  from: Happened | undefined,
  day: Day,
  policy: Policy,
  remark = null as string | null,
): Pick<Duty, 'due' | 'remark'> {
  if (!from) return { due: null, remark }
  try {
    const { from: first, to, certainty, at } = from
    const range = at === null ? { from: first, to, certainty } : { from: first, to, certainty, at }
    return { due: dueRange(within, range, localFor(within, day, policy)), remark }
  } catch (error) {
    if (error instanceof CalendarEnds) return { due: null, remark: error.message }
    throw error
  }
}

/** What the area set for this limit on the trigger's day. A limit that is not local asks for nothing. */
export function localFor(limit: Limit, day: Day, { local }: Pick<Policy, 'local'>): LocalLimits {
  const set = isLocal(limit) ? localOn(local, limit.key, day)?.limit : undefined
  return isLocal(limit) && set ? { [limit.key]: set } : noLimits
}

const noLimits: LocalLimits = {}

function startOf(rule: DutyDefinition, trigger: Statement, line: Line): Happened | undefined {
  if (!rule.countsFrom) return trigger.happened
  const start = rule.countsFrom(trigger, line)
  if (!start) return undefined
  return 'day' in start ? { from: start.day, to: start.day, certainty: 'day', at: null } : start.happened
}

function actors(rule: DutyDefinition, trigger: Statement, policy: Policy): readonly string[] {
  if (typeof rule.by === 'string') {
    if (rule.by === 'owner') return [trigger.agency]
    return [policy.bodies?.[rule.by] ?? policy.authority]
  }
  const named = (trigger.data as Record<string, unknown>)[rule.by.eachOf]
  return Array.isArray(named) ? named.filter(one => typeof one === 'string') : []
}

const nobody: readonly null[] = [null]

function subjectsOf(rule: DutyDefinition, trigger: Statement, line: Line): readonly (string | null)[] {
  if (!rule.forEach) return nobody
  const named = [...new Set(rule.forEach.named(trigger, line))]
  return named.length > 0 ? named : nobody
}

type RulesByKind = Guidance['startedBy']
const ofCaseKind = new WeakMap<Guidance, Map<string, RulesByKind>>()

/**
 * Rules by the kind of fact that triggers them: those that run on such a case. A death stands on the child's file and on its review:
 * what the review owes is owed there alone.
 */
function rulesOn({ caseKind }: Policy, guidance: Guidance): RulesByKind {
  if (caseKind === undefined) return guidance.startedBy
  const kept = ofCaseKind.get(guidance) ?? new Map<string, RulesByKind>()
  ofCaseKind.set(guidance, kept)
  const known = kept.get(caseKind)
  if (known) return known
  const runs = ({ id }: DutyDefinition) => {
    const procedure = guidance.procedureOf.get(id)
    return procedure === undefined || isOf(procedure, caseKind)
  }
  const found = new Map([...guidance.startedBy].map(([kind, rules]) => [kind, rules.filter(runs)]))
  kept.set(caseKind, found)
  return found
}

function isOfRegime({ regime }: DutyDefinition, day: Day, policy: Policy): boolean {
  return !regime || regimeOn(day, policy.began?.[regime.of] ?? null) === regime.is
}

/** What a rule says of a trigger of this day; nothing before its first edition and after its last. */
export function editionOf(
  rule: DutyDefinition,
  day: Day,
  { commencements = {} }: Pick<Policy, 'commencements'> = {},
): EditionOfDuty | undefined {
  const { codes, commencing } = writtenIn(rule)
  const begun = commencing.findLast(one => one.commencement && isCommenced(one.commencement, day, commencements))
  if (begun) return begun
  const code = ruleEditionOn(day, codes)
  const edition = rule.editions.find(one => one.edition === code)
  return edition?.until && ruleEditionOn(day, [edition.edition, edition.until]) === edition.until ? undefined : edition
}

interface Written {
  readonly codes: readonly EditionCode[]
  /** What waits for regulations. */
  readonly commencing: readonly EditionOfDuty[]
}

const written = new WeakMap<DutyDefinition, Written>()
function writtenIn(rule: DutyDefinition): Written {
  const known = written.get(rule)
  if (known) return known
  const commencing = rule.editions.filter(one => one.commencement)
  const codes = rule.editions.filter(one => !one.commencement).map(one => one.edition)
  written.set(rule, { codes, commencing })
  return { codes, commencing }
}

/** The recording at which the rule's condition first held: of the trigger, or of a fact that the condition reads. */
function firstHeld(rule: DutyDefinition, trigger: Statement, context: Context): number {
  if (!rule.when || !isToldLater(rule, trigger, context)) return trigger.knownSince
  if (heldAt(trigger.knownSince, rule, trigger, context)) return trigger.knownSince
  const later = laterMoments(rule, trigger, context)
  const held = later.slice(0, -1).find(moment => heldAt(moment, rule, trigger, context))
  return held ?? later.at(-1) ?? trigger.knownSince
}

function heldAt(moment: number, rule: DutyDefinition, trigger: Statement, context: Context): boolean {
  const then = asKnownAt(moment, context)
  const asThen = then.asThen(trigger)
  return asThen !== undefined && (rule.when?.(asThen, lineOf(asThen, then, askedBy(rule).owing)) ?? true)
}

function asKnownAt(moment: number, { known, earlier, guidance }: Context): Earlier {
  const kept = earlier.get(moment)
  if (kept) return kept
  const then = new Earlier(known, moment, guidance.kinds)
  earlier.set(moment, then)
  return then
}

/** Whether anything that the condition reads was recorded after the trigger was. */
function isToldLater(rule: DutyDefinition, trigger: Statement, { known }: Context): boolean {
  if (isLater(trigger, trigger)) return true
  for (const kind of rule.reads ?? none)
    for (const fact of known.byKind.get(kind.kind) ?? none)
      if (isLater(fact, trigger) && isRead(rule, kind, trigger, fact, known)) return true
  return false
}

/** The moments after the trigger's recording at which something that the condition reads was recorded, in order. */
function laterMoments(rule: DutyDefinition, trigger: Statement, { known }: Context): number[] {
  const read = [trigger]
  for (const kind of rule.reads ?? none)
    for (const fact of known.byKind.get(kind.kind) ?? none)
      if (isRead(rule, kind, trigger, fact, known)) read.push(fact)
  const moments = read.flatMap(fact => fact.versions.map(knownFrom))
  return [...new Set(moments.filter(moment => moment > trigger.knownSince))].toSorted((a, b) => a - b)
}

function isLater({ versions, knownSince }: Statement, than: Statement): boolean {
  if (knownSince > than.knownSince) return true
  return versions.length > 1 && versions.some(version => knownFrom(version) > than.knownSince)
}

function isRead(
  { reach }: DutyDefinition,
  kind: FactDefinition,
  trigger: Statement,
  fact: Statement,
  known: Known,
): boolean {
  return reach === 'case' || !kind.about || sharesOpening(trigger, fact, known)
}

function settle(one: Owed, policy: Policy): void {
  if (one.duty.met) return
  if (isBeyondSource(one, policy)) one.duty.notKnownFrom = one.trigger.source
  one.duty.lapsed = keptLongEnough(one) ?? one.lapse
}

/** A floor that nothing broke ends by itself on its day, unless something else ended it before. */
function keptLongEnough({ duty: { due }, lapse }: Owed): Duty['lapsed'] | undefined {
  if (due?.sense !== 'until' || !due.latest || (lapse && lapse.on < due.latest)) return undefined
  return { by: null, on: due.latest, why: 'It was kept as long as it has to be' }
}

/** Whether a file started the duty that could not have told of its being met: it carries no such fact, or it ends before the due day. */
function isBeyondSource({ rule, trigger, duty }: Owed, policy: Policy): boolean {
  const carried = trigger.source === null ? undefined : policy.carries.get(trigger.source)
  if (trigger.source === null || carried === undefined) return false
  if (!rule.dischargedBy.some(kind => carried.has(kind.kind))) return true
  const until = policy.speaksUntil?.get(trigger.source)
  return until !== undefined && (duty.due?.latest ?? '9999-12-31') > until
}

function birthdayOf(known: Known, guidance: Guidance): Eighteen {
  if (!guidance.birth) return undefined
  const birth = known.byKind.get(guidance.birth.kind)?.at(-1)
  return birth ? { day: eighteenthBirthday(birth.happened.to), root: birth.root } : undefined
}
