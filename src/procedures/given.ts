/**
 * Given facts, on a day, then duties: what the tests of the procedures share. Days and facts are written by hand;
 * nothing here reads a clock.
 */
import { type Duty, derive, type Policy } from '../engine/derive.ts'
import type { Entry, FactDefinition, Happened } from '../engine/fact.ts'
import type { Data, Fields } from '../engine/field.ts'
import { standing } from '../engine/standing.ts'
import type { Day } from '../guidance/days.ts'
import type { LocalLimits, LocalPolicies } from '../guidance/limits.ts'
import { londonDay, londonDayEnd, londonMidnight } from '../guidance/london.ts'
import { guidance } from './index.ts'

/** How a fact came into the ledger, where that matters: recorded at noon of the day it happened unless said. */
export interface How {
  readonly recordedOn?: Day
  /** Moved here from another child’s case, where it was first recorded at noon of this day. */
  readonly knownSince?: Day
  /** Time of day in winter, HH:MM. */
  readonly at?: string
  /** The last day it can have happened, where only a range is known. */
  readonly to?: Day
  readonly agency?: string
  readonly about?: string
  readonly answers?: string
  readonly source?: string
  /** Its name, for `about` and for later entries. Otherwise its kind, with a number from the second one on. */
  readonly id?: string
}

export type Draft = Pick<Entry, 'act' | 'kind' | 'data'> & { day: Day; how: How; root?: string }

/** A fact that happened on a day. */
export function fact<F extends Fields>(kind: FactDefinition<F>, day: Day, data: Data<F> = {}, how: How = {}): Draft {
  return { act: 'record', kind: kind.kind, day, data, how }
}

/** A correction of a fact, by its name: the day and the data as they should have been. */
export function corrected(root: string, day: Day, data: Entry['data'], recordedOn: Day): Draft {
  return { act: 'correct', kind: '', day, data, how: { recordedOn }, root }
}

/** A fact struck out on a day, by its name. */
export function struckOut(root: string, recordedOn: Day): Draft {
  return { act: 'strike-out', kind: '', day: recordedOn, data: {}, how: { recordedOn }, root }
}

/** The ledger of one case, in the order in which the drafts are written. */
export function given(drafts: readonly Draft[]): Entry[] {
  const entries: Entry[] = []
  for (const [index, { act, kind, day, data, how, root }] of drafts.entries()) {
    const first = root === undefined ? undefined : entries.find(entry => entry.id === root)
    if (root !== undefined && !first) throw new Error(`No fact is named "${root}".`)
    const same = entries.filter(entry => entry.kind === kind && entry.act === 'record').length
    const id = root === undefined ? (how.id ?? (same === 0 ? kind : `${kind} ${same + 1}`)) : `${root} ${index}`
    const recordedOn = how.recordedOn ?? (how.to && how.to > day ? how.to : day)
    entries.push({
      id,
      number: index + 1,
      act,
      root: root ?? id,
      kind: first?.kind ?? kind,
      shape: 1,
      happened: happened(day, how),
      recordedAt: londonMidnight(recordedOn) + 12 * 3_600_000 + index,
      recordedOn,
      agency: how.agency ?? first?.agency ?? 'authority',
      about: how.about ?? first?.about ?? null,
      answers: how.answers ?? null,
      occasion: null,
      source: how.source ?? first?.source ?? null,
      knownSince: how.knownSince === undefined ? null : londonMidnight(how.knownSince) + 12 * 3_600_000,
      data,
    })
  }
  return entries
}

function happened(day: Day, { to, at }: How): Happened {
  const instant = at === undefined ? null : Date.parse(`${day}T${at}Z`)
  return { from: day, to: to ?? day, certainty: to === undefined ? 'day' : 'about', at: instant }
}

/** The policy of the tests' area: the authority, no local limits, nothing disclosed, unless said. */
export function policy(said: Partial<Policy> = {}): Policy {
  return { authority: 'authority', local: {}, reached: new Map(), carries: new Map(), dayOf: londonDay, ...said }
}

/** The duties of a rule as the ledger shows them at the end of a day. */
export function dutiesOn(day: Day, rule: string, drafts: readonly Draft[], said: Partial<Policy> = {}): Duty[] {
  if (!guidance.rules.has(rule)) throw new Error(`No duty has the id "${rule}".`)
  return derive(given(drafts), londonDayEnd(day), policy(said), guidance).duties.filter(duty => duty.rule === rule)
}

/** The one duty of a rule on a day, how it stands, and since when the record shows it. */
export function dutyOn(day: Day, rule: string, drafts: readonly Draft[], said: Partial<Policy> = {}) {
  const duties = dutiesOn(day, rule, drafts, said)
  const [duty] = duties
  if (!duty) return undefined
  if (duties.length > 1) throw new Error(`There are ${duties.length} duties of "${rule}".`)
  return { ...duty, standing: stands(duty, day), knownSince: londonDay(duty.knownSince), due: duty.due?.latest ?? null }
}

/** The procedures that are open at the end of a day. */
export function openOn(drafts: readonly Draft[], day: Day = '2026-12-31', said: Partial<Policy> = {}): string[] {
  const { procedures } = derive(given(drafts), londonDayEnd(day), policy(said), guidance)
  return procedures.filter(({ closed }) => !closed || closed.on.to > day).map(({ procedure }) => procedure)
}

function stands(duty: Duty, day: Day): string {
  return standing(duty, { day, instant: londonDayEnd(day) })
}

/** What a row of a table expects: how each duty of the rule stands and its day, "overdue 2026-03-23"; or "none". */
export function answer(
  day: Day,
  rule: string,
  drafts: readonly Draft[],
  local: LocalLimits = {},
  said: Partial<Policy> = {},
): string {
  const told = dutiesOn(day, rule, drafts, { ...said, local: always(local) }).map(duty =>
    `${stands(duty, day)} ${duty.due?.latest ?? ''}`.trim(),
  )
  return told.length === 0 ? 'none' : told.join(', ')
}

/** Local limits that held from long before any test. */
export function always(local: LocalLimits): LocalPolicies {
  return Object.fromEntries(Object.entries(local).map(([key, limit]) => [key, [{ from: '2000-01-01', limit }]]))
}
