/** What was told about one child, put together for reading: to whom, which records, on what basis, and whether they looked. */
import { conditions, findBasis, powers } from '../../guidance/lawful-bases.ts'
import {
  type Declined,
  type Looked,
  readDeclined,
  readDisclosures,
  readLooks,
  type ToldOnce,
} from '../../ledger/disclosures.ts'
import { type ReadCase, readCase } from '../../ledger/read.ts'
import { nameOfChild } from '../case-file/child.ts'
import { sayDay } from '../kit/days.ts'
import type { OpenedCase, Visit } from '../pipeline/page.ts'

export interface Told extends OpenedCase {
  readonly name: string
  readonly read: ReadCase
  readonly disclosures: readonly ToldOnce[]
  readonly declined: readonly Declined[]
  /** Nothing where the reader may not know it. */
  readonly looks: ReadonlyMap<string, Looked> | undefined
}

/** Opens a case and reads what was told about it. */
export function openTold(visit: Visit): Promise<Told> {
  return visit.read(async ({ client, openCase }) => {
    const opened = await openCase(visit.params['reference'] ?? '')
    const { areaId, id } = opened.head
    const read = await readCase(client, opened.head, visit.guidance, visit.ledger.dayOf)
    const disclosures = await readDisclosures(client, areaId, id)
    const declined = await readDeclined(client, areaId, id)
    return {
      ...opened,
      read,
      name: nameOfChild(read),
      disclosures,
      declined,
      looks: await readLooks(client, areaId, id),
    }
  })
}

/** Disclosures that one agency received from one other. */
export interface ToldTo {
  readonly from: ToldOnce['from']
  readonly to: ToldOnce['to']
  readonly disclosures: readonly ToldOnce[]
}

/** By who told whom, those told last first. */
export function byRecipient(disclosures: readonly ToldOnce[]): ToldTo[] {
  const groups = new Map<string, ToldTo & { disclosures: ToldOnce[] }>()
  for (const one of disclosures) {
    const key = `${one.from.id} ${one.to.id}`
    const group = groups.get(key)
    if (group) group.disclosures.push(one)
    else groups.set(key, { from: one.from, to: one.to, disclosures: [one] })
  }
  return [...groups.values()]
}

/** Disclosures put together where power, reasons and the family's part are the same, in the order of the newest of each. */
export function withSameReasons(disclosures: readonly ToldOnce[]): ToldOnce[][] {
  const groups = new Map<string, ToldOnce[]>()
  for (const one of disclosures) {
    const { basis, conditions: named, necessity, familyTold, notToldWhy, notToldUntil } = one
    const key = JSON.stringify([basis, named, necessity, familyTold, notToldWhy, notToldUntil])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

/** Until when the agency can see what it was told, in milliseconds since 1970; nothing where no end is set. */
export function endOf({ recalled, untilAt }: ToldOnce): number | null {
  const recalledAt = recalled?.at ?? null
  if (recalledAt === null || untilAt === null) return recalledAt ?? untilAt
  return Math.min(recalledAt, untilAt)
}

export function isSeen(one: ToldOnce, now: number): boolean {
  const end = endOf(one)
  return end === null || end > now
}

export interface RecordTold {
  readonly label: string
  /** Where it stands on the file; nothing where the reader may not see it. */
  readonly href: string | undefined
}

/** The records that a disclosure covers, in words, the newest first. */
export function recordsOf(one: ToldOnce, read: ReadCase, visit: Visit): RecordTold[] {
  const shown = one.roots.flatMap(root => read.known.byRoot.get(root) ?? [])
  const label = (kind: string) => visit.guidance.kinds.get(kind)?.label ?? kind
  const records: RecordTold[] = shown
    .toSorted((a, b) => (a.happened.from < b.happened.from ? 1 : -1))
    .map(fact => ({
      label: `${label(fact.kind)}, ${sayDay(fact.happened.from)}`,
      href: `/case/${encodeURIComponent(read.head.reference)}#fact-${fact.number}`,
    }))
  const unseen = one.roots.length - shown.length
  if (unseen > 0)
    records.push({
      label: unseen === 1 ? 'A record that you may not see now' : `${unseen} records that you may not see now`,
      href: undefined,
    })
  for (const kind of one.kinds)
    records.push({ label: `Everything recorded as “${label(kind)}” from then on`, href: undefined })
  return records
}

/** People who were told by name: "Gwen Abara (Safeguarding lead) and Rhys Marlow (Deputy head)". */
export function sayPeople(people: readonly { readonly name: string; readonly title: string }[]): string {
  return new Intl.ListFormat('en-GB').format(people.map(({ name, title }) => `${name} (${title})`))
}

/** Whom a disclosure told: an agency, or people of one. */
export function whomOf({ to, people }: ToldOnce): string {
  return people ? `${sayPeople(people)} of ${to.name}` : to.name
}

/** A power or condition in words; its code where it is not of the list. */
export function basisInWords(code: string): { readonly label: string; readonly meaning: string } {
  return findBasis(code) ?? { label: code, meaning: '' }
}

/** In the order in which the law is cited. */
export function inOrder(codes: readonly string[]): string[] {
  const order = [...powers, ...conditions].map(one => one.code)
  return codes.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
}
