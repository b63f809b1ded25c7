/** Limits that an area set for itself, read from its local policies. */
import type { PoolClient } from 'pg'
import {
  calendarDays,
  type Limit,
  type LocalFrom,
  type LocalPolicies,
  months,
  weeks,
  workingDays,
  workingDaysBefore,
} from '../guidance/limits.ts'

/** The units in which an area sets a limit, each with how it becomes one. */
export const localUnits = {
  'working-days': workingDays,
  days: calendarDays,
  weeks,
  months,
  // Counted back from the day that is planned: a conference’s reports.
  'working-days-before': (count: number) => workingDaysBefore(count, 'the day it is needed'),
} as const satisfies Readonly<Record<string, (count: number) => Limit>>
export type LocalUnit = keyof typeof localUnits

export interface LocalPolicyRow {
  readonly key: string
  readonly from_day: string
  /** Both or neither: from that day on the area sets no limit. */
  readonly amount: number | null
  readonly unit: LocalUnit | null
  /** In the order in which they were decided. */
  readonly number: number
}

/** The limit of a row; null where it sets none. */
export function limitOf({ amount, unit }: Pick<LocalPolicyRow, 'amount' | 'unit'>): Limit | null {
  return amount !== null && unit !== null ? localUnits[unit](amount) : null
}

/** Every policy by key, in the order of its days. Of two for the same day the one that was decided last holds. */
export function localPoliciesOf(rows: readonly LocalPolicyRow[]): LocalPolicies {
  const policies: Record<string, LocalFrom[]> = {}
  const inOrder = [...rows].toSorted((a, b) =>
    a.from_day === b.from_day ? a.number - b.number : a.from_day < b.from_day ? -1 : 1,
  )
  for (const row of inOrder) {
    const list = (policies[row.key] ??= [])
    if (list.at(-1)?.from === row.from_day) list.pop()
    list.push({ from: row.from_day, limit: limitOf(row) })
  }
  return policies
}

/** The same with one value more, as if it had just been decided. */
export function withPolicy(policies: LocalPolicies, key: string, set: LocalFrom): LocalPolicies {
  const others = (Object.hasOwn(policies, key) ? policies[key] : undefined) ?? []
  const all = [...others.filter(({ from }) => from !== set.from), set]
  return { ...policies, [key]: all.toSorted((a, b) => (a.from < b.from ? -1 : 1)) }
}

/** Everything that the areas set for themselves. */
export async function readLocalPolicies(client: PoolClient, areaIds: readonly string[]): Promise<LocalPolicies> {
  const { rows } = await client.query<LocalPolicyRow>({
    name: 'local policies',
    text: 'select key, from_day, amount, unit, number from local_policy where area_id = any($1)',
    values: [areaIds],
  })
  return localPoliciesOf(rows)
}
