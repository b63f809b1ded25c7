/** Which fact meets which duty, and whether it came in time. */
import type { DueRange } from '../guidance/limits.ts'
import { askedBy } from './asked.ts'
import { isMetByOwnAlone } from './duty.ts'
import type { Happened, Statement } from './fact.ts'
import type { Guidance } from './guidance.ts'
import { lineOf } from './line.ts'
import { awareness, isBefore, isRelated, notBefore, type Owed, type Policy } from './owed.ts'
import type { Known } from './statements.ts'

/** Each discharging fact meets, per rule, the duty that the person chose, else the earliest due open one of its line. */
export function discharge(owed: readonly Owed[], known: Known, policy: Policy, guidance: Guidance): void {
  const byRule = new Map<string, Owed[]>()
  for (const one of owed) {
    const same = byRule.get(one.rule.id)
    if (same) same.push(one)
    else byRule.set(one.rule.id, [one])
  }
  const chosen = meetChosen(owed, known, policy)
  for (const fact of known.inOrder) {
    for (const rule of guidance.metBy.get(fact.kind) ?? []) {
      const ofRule = byRule.get(rule.id)
      if (!ofRule || chosen?.has(`${rule.id} ${fact.root}`)) continue
      const open = candidates(ofRule, fact, known, policy)
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

/** What a person chose comes before what is inferred for any other fact. @returns the pairs of rule and fact; nothing where nobody chose */
function meetChosen(owed: readonly Owed[], known: Known, policy: Policy): Set<string> | undefined {
  let pairs: Set<string> | undefined
  for (const fact of known.inOrder) {
    if (fact.answers === null) continue
    const one = owed.find(({ duty }) => duty.id === fact.answers && !duty.met)
    if (!one?.rule.dischargedBy.some(({ kind }) => kind === fact.kind) || !mayMeet(one, fact, known, policy)) continue
    if (one.lapse && fact.happened.from > one.lapse.on) continue
    meetBy(one, fact, policy)
    pairs ??= new Set()
    pairs.add(`${one.rule.id} ${fact.root}`)
  }
  return pairs
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
  const one = earliestDue(open, fact, known)
  if (one) meetBy(one, fact, policy)
}

function meetBy(one: Owed, fact: Statement, policy: Policy): void {
  const awareAt = awareness(fact, one.duty.agency, policy)
  if (awareAt === undefined) return
  const on = fact.agency === one.duty.agency ? fact.happened : notBefore(fact.happened, awareAt, policy)
  const { due } = one.duty
  one.duty.met = { by: fact.root, on, late: due?.sense === 'until' ? tooEarly(on, due) : lateness(on, due) }
}

function earliestDue(open: readonly Owed[], fact: Statement, known: Known): Owed | undefined {
  let earliest: Owed | undefined
  for (const one of open) {
    if ((!earliest || byDue(one, earliest) < 0) && isRelated(one, fact, known)) earliest = one
  }
  return earliest
}

function mayMeet(one: Owed, fact: Statement, known: Known, policy: Policy): boolean {
  if (one.trigger.root === fact.root) return false
  // What one of several agencies owes is not done by another one's fact, whatever that names.
  if (isMetByOwnAlone(one.rule) && fact.agency !== one.duty.agency) return false
  if (awareness(fact, one.duty.agency, policy) === undefined) return false
  // The same day counts, whatever the hour: at night what is needed is done first and the decision written down after it.
  const isEarlier = fact.happened.to < one.trigger.happened.from
  if (!one.rule.mayPrecede && (isEarlier || isEarlierTwin(fact, one.trigger))) return false
  return one.rule.dischargedWhen?.(fact, one.trigger, lineOf(one.trigger, known, askedBy(one.rule).meeting)) ?? true
}

/** Of two facts of one kind on one day (two reviews) the one recorded later follows the other. */
function isEarlierTwin(a: Statement, b: Statement): boolean {
  return a.kind === b.kind && a.number < b.number && !isBefore(b.happened, a.happened)
}

function byDue(a: Owed, b: Owed): number {
  const first = a.duty.due?.latest ?? '9999-12-31'
  const second = b.duty.due?.latest ?? '9999-12-31'
  return first < second ? -1 : first > second ? 1 : a.trigger.number - b.trigger.number
}

/** A floor is broken by stopping before its day. */
function tooEarly(on: Happened, { earliest, latest }: DueRange): 'no' | 'maybe' | 'yes' {
  if (!earliest || !latest) return 'no'
  if (on.to < earliest) return 'yes'
  return on.from < latest ? 'maybe' : 'no'
}

function lateness(on: Happened, due: DueRange | null): 'no' | 'maybe' | 'yes' {
  if (!due?.latest || !due.earliest) return 'no'
  if (due.latestInstant !== undefined && due.earliestInstant !== undefined && on.at !== null) {
    return on.at > due.latestInstant ? 'yes' : on.at > due.earliestInstant ? 'maybe' : 'no'
  }
  if (on.from > due.latest) return 'yes'
  // A limit of hours that was met on its last day, at a time that nobody wrote down, may have been met after it.
  const isLastDay = due.earliestInstant !== undefined && on.to === due.earliest
  return on.to > due.earliest || isLastDay ? 'maybe' : 'no'
}
