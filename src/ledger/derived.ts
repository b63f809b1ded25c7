/** Duties and open procedures of a case as rows: only those that a derivation changed are written. */
import { isDeepStrictEqual } from 'node:util'
import type { PoolClient } from 'pg'
import type { Since } from '../engine/carried-over.ts'
import type { Derived, Duty, Policy } from '../engine/derive.ts'
import { toNumber } from '../guidance/days.ts'
import { together } from '../platform/transaction.ts'
import type { LockedCase } from './lock.ts'
import { rowOf } from './read.ts'
import { dutyColumns, insertRows, procedureColumns, type StoredEntry } from './rows.ts'

export interface DerivedCase {
  readonly caseFile: LockedCase
  /** What it was derived by. */
  readonly policy: Policy
  readonly derived: Derived
  readonly entries: readonly StoredEntry[]
}

/** Brings the derived rows of cases up to date, within the transaction that recorded. */
export async function writeDerived(client: PoolClient, areaId: string, cases: readonly DerivedCase[]): Promise<void> {
  const duties: object[] = []
  const procedures: object[] = []
  const gone: [string, string][] = []
  for (const { caseFile, derived, entries } of cases) {
    // Of what stands as it was written, nothing is looked at.
    const changed = isWrittenAlike(caseFile) ? changedRows(caseFile, derived.since) : undefined
    const gonePrints = new Set(changed?.rows ?? caseFile.rows)
    const now = new Set(changed ? caseFile.rows : [])
    const ordinary = ordinaryCompartments(caseFile)
    const compartmentOf = new Map<string, string>()
    const apart = new Set<string>()
    for (const { root, agency, compartmentId } of entries) {
      compartmentOf.set(root, compartmentId)
      if (ordinary.get(agency) !== compartmentId) apart.add(`${agency} ${root}`)
    }
    const fingerprint = fingerprinting(caseFile, derived.known)
    for (const duty of changed?.added ?? derived.duties) {
      const trigger = compartmentOf.get(duty.trigger)
      // What an agency owes because of a record that it set apart is seen where that record is; and because of one of which only
      // people of its were told, by them.
      const isApart =
        (apart.size > 0 && apart.has(`${duty.agency} ${duty.trigger}`)) ||
        (caseFile.reached.get(duty.trigger)?.has(duty.agency) && !caseFile.wholly.has(`${duty.agency} ${duty.trigger}`))
      const actor = (isApart ? undefined : ordinary.get(duty.agency)) ?? trigger
      const print = fingerprint(duty, trigger, actor)
      now.add(print)
      if (!gonePrints.delete(print)) duties.push(dutyRow(areaId, caseFile, duty, trigger, actor, print))
    }
    for (const one of derived.procedures) {
      const closedOn = one.closed?.on.to ?? null
      const days = `${one.opened.from}${one.opened.to}${closedOn ?? ''}`
      const print = `${one.closed?.by ?? ''}${days} ${one.procedure}/${one.root}`
      now.add(print)
      if (gonePrints.delete(print)) continue
      procedures.push({
        area_id: areaId,
        case_id: caseFile.id,
        procedure: one.procedure,
        root: one.root,
        compartment_id: compartmentOf.get(one.root),
        team_id: caseFile.teamId,
        opened_from: one.opened.from,
        opened_to: one.opened.to,
        closed_by: one.closed?.by ?? null,
        closed_on: closedOn,
      })
    }
    for (const print of gonePrints) {
      gone.push([caseFile.id, print])
      now.delete(print)
    }
    caseFile.rows = now
    caseFile.derivation += 1
    const { teamId, workerPostId, compartments, wholly } = caseFile
    caseFile.written = { teamId, workerPostId, compartments, wholly }
  }
  // What changed is taken out and put in anew: sent in this order, done in this order.
  await together([
    gone.length > 0 ? removeGone(client, areaId, gone) : undefined,
    insertRows(client, 'duty', dutyColumns, duties),
    insertRows(client, 'open_procedure', procedureColumns, procedures),
  ])
}

/** Whether what goes into the rows of a case beside its duties is as it was when they were written. */
function isWrittenAlike({ written, ...now }: LockedCase): boolean {
  return (
    written !== null &&
    written.teamId === now.teamId &&
    written.workerPostId === now.workerPostId &&
    isDeepStrictEqual(written.compartments, now.compartments) &&
    isDeepStrictEqual(written.wholly, now.wholly)
  )
}

/**
 * What was added since rows were written, and the rows that this may make wrong: those of duties that are gone, and those of all
 * procedures, which are few. Nothing where that cannot be told: a transaction that was not kept may have written others meanwhile.
 */
function changedRows({ rows }: LockedCase, since: Since | undefined) {
  const gone = since?.gone.map(duty => printed.get(duty)?.print ?? '')
  if (!since || !gone?.every(print => rows.has(print))) return undefined
  return { added: since.added, rows: [...gone, ...[...rows].filter(isOfProcedure)] }
}

/** The fingerprint of a procedure has a space in it, and its key after it. */
function isOfProcedure(print: string): boolean {
  return print.includes(' ')
}

/** Takes out rows by their fingerprints. */
async function removeGone(client: PoolClient, areaId: string, gone: readonly [string, string][]): Promise<void> {
  const procedures = gone.filter(([, print]) => isOfProcedure(print))
  const duties = gone.filter(([, print]) => !isOfProcedure(print))
  const values = (rows: typeof gone) => [areaId, rows.map(([caseId]) => caseId), rows.map(([, print]) => print)]
  await together([
    duties.length > 0 &&
      client.query({
        name: 'remove duties',
        text: `delete from duty d using unnest((select $2::uuid[]), (select $3::text[])) as g (case_id, print)
               where d.area_id = $1 and d.case_id = g.case_id and d.fingerprint = g.print`,
        values: values(duties),
      }),
    procedures.length > 0 &&
      client.query({
        name: 'remove procedures',
        text: `delete from open_procedure p using unnest((select $2::uuid[]), (select $3::text[])) as g (case_id, print)
               where p.area_id = $1 and p.case_id = g.case_id and p.procedure || '/' || p.root = split_part(g.print, ' ', 2)`,
        values: values(procedures),
      }),
  ])
}

function dutyRow(
  areaId: string,
  caseFile: LockedCase,
  duty: Duty,
  trigger: string | undefined,
  actor: string | undefined,
  fingerprint: string,
): object {
  return {
    ...rowOf(duty, caseFile.id, caseFile),
    area_id: areaId,
    actor_compartment_id: actor,
    trigger_compartment_id: trigger,
    fingerprint,
  }
}

/** For each agency the compartment of what it does not set apart. */
function ordinaryCompartments({ compartments }: LockedCase): ReadonlyMap<string, string> {
  const ordinary = new Map<string, string>()
  for (const [key, id] of compartments) {
    const [agency, sensitivity] = key.split('/') as [string, string]
    if (sensitivity === 'ordinary') ordinary.set(agency, id)
  }
  return ordinary
}

interface Printed {
  readonly trigger: string | undefined
  readonly actor: string | undefined
  readonly teamId: string | null
  readonly workerPostId: string | null
  readonly print: string
}

/** Of duties that are carried over from one derivation to the next: their texts, and what of the case went into them. */
const printed = new WeakMap<Duty, Printed>()

/**
 * Gives each duty a short text that differs from that of any other row of the case, and when anything of its own row differs.
 * Facts go in by their numbers on the case; what the rows of a case have in common is taken in once.
 */
function fingerprinting(caseFile: LockedCase, { byRoot }: Derived['known']) {
  const print = new Fingerprint()
  const numberOf = (root: string) => byRoot.get(root)?.number ?? -1
  let common: { trigger?: string | undefined; actor?: string | undefined; agency?: string } = {}
  let [one, other] = [0, 0]
  const { teamId, workerPostId } = caseFile
  return (duty: Duty, trigger: string | undefined, actor: string | undefined): string => {
    const before = printed.get(duty)
    const isSame =
      before?.trigger === trigger &&
      before?.actor === actor &&
      before?.teamId === teamId &&
      before.workerPostId === workerPostId
    if (before && isSame) return before.print
    if (trigger !== common.trigger || actor !== common.actor || duty.agency !== common.agency) {
      common = { trigger, actor, agency: duty.agency }
      print.one = 0x811c9dc5 | 0
      print.other = 0x41c6ce57
      print.take(`${trigger}${actor}${duty.agency}${teamId}${workerPostId}`)
      one = print.one
      other = print.other
    }
    print.one = one
    print.other = other
    const { due, met, lapsed } = duty
    print.takeNumber(numberOf(duty.trigger))
    print.takeConstant(duty.rule)
    print.takeConstant(duty.edition)
    print.take(duty.subject)
    print.takeNumber(duty.inherited ? 1 : 0)
    print.takeNumber(duty.knownSince)
    print.takeDay(duty.from.from)
    if (due) {
      print.takeDay(due.earliest)
      print.takeDay(due.latest)
      print.takeNumber(due.earliestInstant ?? -1)
      print.takeNumber(due.latestInstant ?? -1)
    }
    print.takeNumber(met ? 1 : 2)
    if (met) {
      print.takeNumber(numberOf(met.by))
      print.takeDay(met.on.from)
      print.takeDay(met.on.to)
      print.takeConstant(met.late)
    }
    print.takeNumber(lapsed ? 1 : 2)
    if (lapsed) {
      print.takeNumber(lapsed.by === null ? -2 : numberOf(lapsed.by))
      print.takeDay(lapsed.on)
      print.take(lapsed.why)
    }
    print.take(duty.notKnownFrom)
    print.take(duty.remark)
    const text = `${print.one}.${print.other}`
    printed.set(duty, { trigger, actor, teamId, workerPostId, print: text })
    return text
  }
}

/** Two sums over everything that is taken in, in its order. */
class Fingerprint {
  /** The sums of codes, of which there are few. */
  private static readonly constants = new Map<string, Fingerprint>()
  one = 0
  other = 0

  take(text: string | null): void {
    let { one, other } = this
    const length = text === null ? 0 : text.length
    for (let at = 0; at < length; at++) {
      const code = (text as string).charCodeAt(at)
      one = Math.imul(one ^ code, 0x01000193)
      other = Math.imul(other ^ code, 0x5f356495)
    }
    // Where one text ends and the next begins matters, and so does whether there is one.
    const end = text === null ? 0x1fffe : 0x1ffff
    this.one = Math.imul(one ^ end, 0x01000193)
    this.other = Math.imul(other ^ end, 0x5f356495)
  }

  takeConstant(code: string): void {
    let known = Fingerprint.constants.get(code)
    if (!known) {
      known = new Fingerprint()
      known.take(code)
      Fingerprint.constants.set(code, known)
    }
    this.one = Math.imul(this.one ^ known.one, 0x01000193)
    this.other = Math.imul(this.other ^ known.other, 0x5f356495)
  }

  takeDay(day: string | null): void {
    this.takeNumber(day === null ? -3_000_000 : toNumber(day))
  }

  takeNumber(number: number): void {
    const high = Math.floor(number / 0x100000000)
    this.one = Math.imul(Math.imul(this.one ^ (number | 0), 0x01000193) ^ high, 0x01000193)
    this.other = Math.imul(Math.imul(this.other ^ (number | 0), 0x5f356495) ^ high, 0x5f356495)
  }
}
