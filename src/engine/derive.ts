/**
 * Facts in, duties out: the one pure function from a case's ledger and the guidance to what is owed and what is open.
 * It never asks what day it is; whether something is overdue is asked of its result (`standing.ts`).
 */

import { CalendarEnds } from '../guidance/bank-holidays.ts'
import { type Day, eighteenthBirthday } from '../guidance/days.ts'
import { type EditionCode, editionOn, ruleEditionOn } from '../guidance/editions.ts'
import { type DueRange, dueRange, type LocalLimits } from '../guidance/limits.ts'
import { byHappening } from './chains.ts'
import type { DutyDefinition, EditionOfDuty, Line } from './duty.ts'
import { Earlier } from './earlier.ts'
import type { Entry, Happened, Statement } from './fact.ts'
import type { Guidance } from './guidance.ts'
import { lineOf, sharesOpening } from './line.ts'
import { closesAfter, type OpenProcedure, openProcedures } from './open-procedures.ts'
import { type Known, knownAt } from './statements.ts'

/** What derivation needs to know of the area and its agencies. */
export interface Policy {
  /** The agency that is the area's local authority. */
  readonly authority: string
  /** Limits that the area set for itself, by key. */
  readonly local: LocalLimits
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

export interface Derived {
  readonly duties: readonly Duty[]
  readonly procedures: readonly OpenProcedure[]
  /** Facts of a day for which no rule is encoded though their kind starts duties: rule and root. */
  readonly noRule: readonly { readonly rule: string; readonly root: string }[]
  readonly known: Known
}

/** Duties and open procedures of one case as known at an instant (milliseconds since 1970). */
export function derive(entries: readonly Entry[], knownTo: number, policy: Policy, guidance: Guidance): Derived {
  const known = knownAt(entries, knownTo, guidance.kinds)
  const owed: Owed[] = []
  const noRule: { rule: string; root: string }[] = []
  const eighteen = birthdayOf(known, guidance)
  const context: Context = { known, earlier: new Map(), policy, guidance }
  for (const trigger of known.inOrder) {
    const line = lineOf(trigger, known)
    for (const rule of guidance.startedBy.get(trigger.kind) ?? none) {
      if (rule.when && !rule.when(trigger, line)) continue
      const edition = editionOf(rule, trigger.happened.from)
      if (!edition) {
        noRule.push({ rule: rule.id, root: trigger.root })
        continue
      }
      for (const agency of actors(rule, trigger, policy)) {
        const awareAt = awareness(trigger, agency, policy)
        if (awareAt === undefined || awareAt > knownTo) continue
        for (const subject of subjectsOf(rule, trigger, line))
          owed.push(arise(rule, edition, trigger, line, agency, subject, awareAt, context))
      }
    }
  }
  const closing = known.inOrder.filter(
    ({ kind }) => guidance.kinds.get(kind)?.isFinal || guidance.kinds.get(kind)?.endsCase,
  )
  for (const one of owed) one.lapse = lapseOf(one, closing, known, eighteen, guidance)
  discharge(owed, known, policy, guidance)
  return {
    duties: owed.map(one => settle(one, policy)),
    procedures: openProcedures(known, guidance),
    noRule,
    known,
  }
}

const none: readonly never[] = []

interface Context {
  readonly known: Known
  /** The case as known at earlier moments, where a condition asked. */
  readonly earlier: Map<number, Earlier>
  readonly policy: Policy
  readonly guidance: Guidance
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
interface Owed {
  readonly rule: DutyDefinition
  readonly trigger: Statement
  /** The roots of which a discharging fact must continue one. */
  readonly line: readonly string[]
  readonly duty: Mutable<Duty>
  /** What ends it, unless it is met before. */
  lapse: Duty['lapsed']
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
  const { due, remark } = dueOf(edition, from, policy, rule.remark?.(trigger, line))
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

/** The due range, and what is to be said beside it. A day beyond the known bank holidays has none, and says so. */
function dueOf(
  edition: EditionOfDuty,
  from: Happened | undefined,
  policy: Policy,
  remark = null as string | null,
): Pick<Duty, 'due' | 'remark'> {
  if (!from) return { due: null, remark }
  try {
    const { from: first, to, certainty, at } = from
    const range = at === null ? { from: first, to, certainty } : { from: first, to, certainty, at }
    return { due: dueRange(edition.within, range, policy.local), remark }
  } catch (error) {
    if (error instanceof CalendarEnds) return { due: null, remark: error.message }
    throw error
  }
}

function startOf(rule: DutyDefinition, trigger: Statement, line: Line): Happened | undefined {
  if (!rule.countsFrom) return trigger.happened
  const start = rule.countsFrom(trigger, line)
  if (!start) return undefined
  return 'day' in start ? { from: start.day, to: start.day, certainty: 'day', at: null } : start.happened
}

/** An agency that learnt of a fact from another one is not late before it could know. */
function notBefore(happened: Happened, instant: number, policy: Policy): Happened {
  const day = policy.dayOf(instant)
  if (happened.from >= day) return happened
  return {
    from: day,
    to: happened.to > day ? happened.to : day,
    certainty: 'day',
    at: happened.at === null ? null : Math.max(happened.at, instant),
  }
}

function awareness(fact: Statement, agency: string, policy: Policy): number | undefined {
  return fact.agency === agency ? fact.knownSince : policy.reached.get(fact.root)?.get(agency)
}

function actors(rule: DutyDefinition, trigger: Statement, policy: Policy): readonly string[] {
  if (rule.by === 'authority') return [policy.authority]
  if (rule.by === 'owner') return [trigger.agency]
  const named = (trigger.data as Record<string, unknown>)[rule.by.eachOf]
  return Array.isArray(named) ? named.filter(one => typeof one === 'string') : []
}

const nobody: readonly null[] = [null]

function subjectsOf(rule: DutyDefinition, trigger: Statement, line: Line): readonly (string | null)[] {
  if (!rule.forEach) return nobody
  const named = [...new Set(rule.forEach.named(trigger, line))]
  return named.length > 0 ? named : nobody
}

/** What a rule says of a trigger of this day; nothing before its first edition and after its last. */
export function editionOf(rule: DutyDefinition, day: Day): EditionOfDuty | undefined {
  const code = ruleEditionOn(day, writtenIn(rule))
  const edition = rule.editions.find(one => one.edition === code)
  return edition?.until && ruleEditionOn(day, [edition.edition, edition.until]) === edition.until ? undefined : edition
}

const written = new WeakMap<DutyDefinition, readonly EditionCode[]>()
function writtenIn(rule: DutyDefinition): readonly EditionCode[] {
  const known = written.get(rule) ?? rule.editions.map(one => one.edition)
  written.set(rule, known)
  return known
}

/** The recording at which the rule's condition first held: of the trigger, or of a fact that the condition reads. */
function firstHeld(rule: DutyDefinition, trigger: Statement, { known, earlier, guidance }: Context): number {
  if (!rule.when) return trigger.knownSince
  const moments = new Set<number>()
  addLater(moments, trigger, trigger.knownSince)
  for (const kind of rule.reads ?? []) {
    for (const fact of known.byKind.get(kind.kind) ?? []) {
      if (fact.versions.length === 1 && fact.knownSince <= trigger.knownSince) continue
      if (rule.reach !== 'case' && kind.about && !sharesOpening(trigger, fact, known)) continue
      addLater(moments, fact, trigger.knownSince)
    }
  }
  if (moments.size === 0) return trigger.knownSince
  const later = [...moments].toSorted((a, b) => a - b)
  for (const moment of [trigger.knownSince, ...later.slice(0, -1)]) {
    const then = earlier.get(moment) ?? new Earlier(known, moment, guidance.kinds)
    earlier.set(moment, then)
    const asThen = then.asThen(trigger)
    if (asThen && rule.when(asThen, lineOf(asThen, then))) return moment
  }
  return later.at(-1) ?? trigger.knownSince
}

function addLater(moments: Set<number>, { versions }: Statement, than: number): void {
  for (const { recordedAt } of versions) if (recordedAt > than) moments.add(recordedAt)
}

function isRelated(one: Owed, fact: Statement, known: Known): boolean {
  if (one.rule.reach === 'case') return true
  if (one.rule.reach === 'line') return sharesOpening(one.trigger, fact, known)
  const chain = known.chains.get(fact.root) ?? []
  return one.line.some(root => chain.includes(root))
}

/** Each discharging fact meets, per rule, the duty that the person chose, else the earliest due open one of its line. */
function discharge(owed: readonly Owed[], known: Known, policy: Policy, guidance: Guidance): void {
  const byRule = new Map<string, Owed[]>()
  for (const one of owed) {
    const same = byRule.get(one.rule.id)
    if (same) same.push(one)
    else byRule.set(one.rule.id, [one])
  }
  for (const fact of known.inOrder) {
    for (const rule of guidance.metBy.get(fact.kind) ?? []) {
      const open = candidates(byRule.get(rule.id) ?? [], fact, known, policy)
      if (!rule.forEach) meet(open, fact, known, policy)
      else
        for (const subject of [...rule.forEach.told(fact), null])
          meet(
            open.filter(one => one.duty.subject === subject),
            fact,
            known,
            policy,
          )
    }
  }
}

/**
 * The duties of one rule, in the order of their triggers, that a fact may meet. Facts come in the order in which they
 * happened: what is met, or ended before this one, is for no later one either and is taken from the list.
 */
function candidates(ofRule: Owed[], fact: Statement, known: Known, policy: Policy): Owed[] {
  const open: Owed[] = []
  let kept = 0
  let at = 0
  for (; at < ofRule.length; at++) {
    const one = ofRule[at] as Owed
    // All that follow arose later still.
    if (!one.rule.mayPrecede && one.trigger.happened.from > fact.happened.to) break
    if (one.duty.met || (one.lapse && fact.happened.from > one.lapse.on)) continue
    ofRule[kept++] = one
    if (mayMeet(one, fact, known, policy)) open.push(one)
  }
  if (kept < at) ofRule.splice(kept, at - kept)
  return open
}

function meet(open: readonly Owed[], fact: Statement, known: Known, policy: Policy): void {
  if (open.length === 0) return
  const one = chosenBy(fact, open) ?? earliestDue(open, fact, known)
  if (!one) return
  const awareAt = awareness(fact, one.duty.agency, policy)
  if (awareAt === undefined) return
  const on = fact.agency === one.duty.agency ? fact.happened : notBefore(fact.happened, awareAt, policy)
  one.duty.met = { by: fact.root, on, late: lateness(on, one.duty.due) }
}

function chosenBy(fact: Statement, open: readonly Owed[]): Owed | undefined {
  return fact.answers === null ? undefined : open.find(one => one.duty.id === fact.answers)
}

/** One of several agencies that owe the same is not done by another one's fact. */
function earliestDue(open: readonly Owed[], fact: Statement, known: Known): Owed | undefined {
  let earliest: Owed | undefined
  for (const one of open) {
    if (typeof one.rule.by !== 'string' && one.duty.agency !== fact.agency) continue
    if ((!earliest || byDue(one, earliest) < 0) && isRelated(one, fact, known)) earliest = one
  }
  return earliest
}

function mayMeet(one: Owed, fact: Statement, known: Known, policy: Policy): boolean {
  if (one.trigger.root === fact.root) return false
  if (awareness(fact, one.duty.agency, policy) === undefined) return false
  if (!one.rule.mayPrecede && (isBefore(fact.happened, one.trigger.happened) || isEarlierTwin(fact, one.trigger)))
    return false
  return one.rule.dischargedWhen?.(fact, one.trigger, lineOf(one.trigger, known)) ?? true
}

/** Of two facts of one kind on one day (two reviews) the one recorded later follows the other. */
function isEarlierTwin(a: Statement, b: Statement): boolean {
  return a.kind === b.kind && a.number < b.number && !isBefore(b.happened, a.happened)
}

/** Whether a wholly precedes b. The same day does not, unless both times are known. */
function isBefore(a: Happened, b: Happened): boolean {
  if (a.at !== null && b.at !== null) return a.at < b.at
  return a.to < b.from
}

function byDue(a: Owed, b: Owed): number {
  const first = a.duty.due?.latest ?? '9999-12-31'
  const second = b.duty.due?.latest ?? '9999-12-31'
  return first < second ? -1 : first > second ? 1 : a.trigger.number - b.trigger.number
}

function lateness(on: Happened, due: DueRange | null): 'no' | 'maybe' | 'yes' {
  if (!due?.latest || !due.earliest) return 'no'
  if (due.latestInstant !== undefined && due.earliestInstant !== undefined && on.at !== null) {
    return on.at > due.latestInstant ? 'yes' : on.at > due.earliestInstant ? 'maybe' : 'no'
  }
  if (on.from > due.latest) return 'yes'
  return on.to > due.earliest ? 'maybe' : 'no'
}

/** A duty ends with a fact that makes it pointless, or with the child's childhood; what happens later cannot meet it. */
function lapseOf(
  one: Owed,
  closing: readonly Statement[],
  known: Known,
  eighteen: { day: Day; root: string } | undefined,
  guidance: Guidance,
): Duty['lapsed'] {
  let ending = firstEnding(one, closing, known, guidance)
  for (const kind of one.rule.lapsesOn ?? none) {
    if (isDischargedBy(one.rule, kind.kind)) continue
    const found = firstEnding(one, known.byKind.get(kind.kind) ?? none, known, guidance)
    if (found && (!ending || byHappening(found, ending) < 0)) ending = found
  }
  const lapsed = ending && {
    by: ending.root,
    on: ending.happened.to,
    why: guidance.kinds.get(ending.kind)?.label ?? ending.kind,
  }
  if (!eighteen || one.rule.outlivesChildhood || (lapsed && lapsed.on <= eighteen.day)) return lapsed ?? null
  return { by: eighteen.root, on: eighteen.day, why: 'The child reaches 18' }
}

function firstEnding(one: Owed, facts: readonly Statement[], known: Known, guidance: Guidance): Statement | undefined {
  const { rule, trigger } = one
  for (const fact of facts) {
    if (fact.root === trigger.root) continue
    const definition = guidance.kinds.get(fact.kind)
    if (definition?.isFinal) {
      if (!isDischargedBy(rule, fact.kind)) return fact
    } else if (definition?.endsCase) {
      if (!rule.outlivesClosing && closesAfter(fact, trigger) && !isDischargedBy(rule, fact.kind)) return fact
    } else if (
      !isBefore(fact.happened, trigger.happened) &&
      isRelated(one, fact, known) &&
      (rule.lapsesWhen?.(fact, trigger) ?? true)
    )
      return fact
  }
  return undefined
}

function isDischargedBy(rule: DutyDefinition, kind: string): boolean {
  for (const one of rule.dischargedBy) if (one.kind === kind) return true
  return false
}

function settle(one: Owed, policy: Policy): Duty {
  if (one.duty.met) return one.duty
  if (isBeyondSource(one, policy)) one.duty.notKnownFrom = one.trigger.source
  one.duty.lapsed = one.lapse
  return one.duty
}

/** Whether a file started the duty that could not have told of its being met: it carries no such fact, or it ends before the due day. */
function isBeyondSource({ rule, trigger, duty }: Owed, policy: Policy): boolean {
  const carried = trigger.source === null ? undefined : policy.carries.get(trigger.source)
  if (trigger.source === null || carried === undefined) return false
  if (!rule.dischargedBy.some(kind => carried.has(kind.kind))) return true
  const until = policy.speaksUntil?.get(trigger.source)
  return until !== undefined && (duty.due?.latest ?? '9999-12-31') > until
}

function birthdayOf(known: Known, guidance: Guidance): { day: Day; root: string } | undefined {
  if (!guidance.birth) return undefined
  const birth = known.byKind.get(guidance.birth.kind)?.at(-1)
  return birth ? { day: eighteenthBirthday(birth.happened.to), root: birth.root } : undefined
}
