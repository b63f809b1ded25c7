/** Why a duty was late or departed from: which duties ask for a reason, which reasons were given, and how late it was. */
import type { PoolClient } from 'pg'
import type { DutyDefinition } from '../../engine/duty.ts'
import type { Statement } from '../../engine/fact.ts'
import type { Today } from '../../engine/standing.ts'
import { type DutyRow, type ReadCase, standingOf } from '../../ledger/read.ts'
import { departureExplained } from '../../procedures/departure.ts'
import { workingDaysTo } from '../case-file/duties.ts'
import { sayLate } from '../kit/days.ts'

type Reason = Statement<typeof departureExplained.fields>

/** Whether a reason is asked for: it is late or was, or ended after its day without being met. */
export function asksForReason(row: DutyRow, today: Today): boolean {
  switch (standingOf(row, today)) {
    case 'overdue':
    case 'may-be-overdue':
    case 'met-late':
    case 'may-be-met-late':
      return true
    case 'lapsed':
      return row.due_latest !== null && row.lapsed_on !== null && row.due_latest < row.lapsed_on
    default:
      return false
  }
}

/** The reasons given for a duty that the reader may see, the latest first. */
export function reasonsFor({ known }: Pick<ReadCase, 'known'>, dutyId: string): Reason[] {
  const all = (known.byKind.get(departureExplained.kind) ?? []) as unknown as readonly Reason[]
  return all.filter(fact => fact.answers === dutyId).toReversed()
}

/** A reason in words. */
export function sayReason(code: string | undefined): string {
  const options: Readonly<Record<string, { readonly label: string }>> = departureExplained.fields.reason.options
  return options[code ?? '']?.label ?? 'A reason that is no longer listed'
}

/** Where a reason for a duty is recorded. */
export function sayWhyHref(reference: string, dutyId: string): string {
  return `/case/${reference}/record/${departureExplained.kind}?answers-duty=${encodeURIComponent(dutyId)}`
}

/** '3 working days late', of a duty that was met late; in days where its limit does not count working days. */
export function sayHowLate(row: DutyRow, rule: DutyDefinition | undefined): string {
  const { due_latest: due, met_from: met } = row
  if (!due || !met || due === met) return 'late'
  return sayLate(due, met, workingDaysTo(row, rule, met))
}

/** Each duty's latest reason that the context may see: its code by the duty's id. */
export async function readReasons(
  client: PoolClient,
  areaIds: readonly string[],
  dutyIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (dutyIds.length === 0) return new Map()
  const { rows } = await client.query<{ answers: string; reason: string }>({
    name: 'reasons of duties',
    text: `select distinct on (f.answers) f.answers, l.data->>'reason' as reason
           from fact f ${latest}
           where f.area_id = any($1) and f.answers = any($2) and f.kind = 'departure-explained' and f.act = 'record'
             and l.act <> 'strike-out'
           order by f.answers, f.happened_from desc, f.number desc`,
    values: [areaIds, dutyIds],
  })
  return new Map(rows.map(row => [row.answers, row.reason]))
}

/** What each fact f says now, as l. */
export const latest = `cross join lateral (
  select x.act, x.data from fact x
  where x.area_id = f.area_id and x.case_id = f.case_id and x.root = f.root and x.act in ('record', 'correct', 'strike-out')
  order by x.number desc limit 1) l`
