/** What an agency told children's social care, and how it stands: read from its own records and the duties that they started. */
import type { PoolClient } from 'pg'
import type { Today } from '../../engine/standing.ts'
import { childrenOf } from '../../people/search.ts'
import { isId } from '../../platform/identifier.ts'
import { acknowledgeReferral, decideOnReferral, referralReceived } from '../../procedures/referral.ts'

export type Status = 'sent' | 'acknowledged' | 'decided'

/** One referral. `at` is in milliseconds since 1970. */
export interface Sent {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly at: number
  readonly status: Status
  /** Whether the decision is not there, and its time is over. */
  readonly isOverdue: boolean
  /** By which day a decision is owed; nothing where none is, or no longer. */
  readonly due: string | null
}

/** Where the page before ended. `at` is in milliseconds since 1970. */
export interface AfterSent {
  readonly at: number
  readonly id: string
}

export interface WantedSent {
  readonly areaIds: readonly string[]
  readonly today: Today
  /** Only those on which no decision was made, though it is owed. */
  readonly isWaiting?: boolean
  readonly after?: AfterSent | undefined
  readonly limit: number
}

interface Row {
  readonly id: string
  readonly case_id: string
  readonly reference: string
  readonly at: number
  readonly acknowledged: boolean
  readonly decided: boolean
  readonly overdue: boolean
  readonly due: string | null
}

/** Referrals of the reader's agency that the reader may see, the newest first. */
export async function readSent(
  client: PoolClient,
  { areaIds, today, isWaiting = false, after, limit }: WantedSent,
): Promise<Sent[]> {
  const { rows } = await client.query<Row>({
    name: 'referrals of agency',
    text: `select f.id, c.id as case_id, c.reference, f.recorded_at as at, d.met_by is not null as decided,
             exists (select from duty d where d.area_id = f.area_id and d.case_id = f.case_id and d.trigger_root = f.root
               and d.rule = $3 and d.met_by is not null) as acknowledged,
             case when d.is_owed then d.due_latest end as due,
             coalesce(d.is_owed and case when d.due_latest_at is null then d.due_latest < $5::date else d.due_latest_at < $6::timestamptz end,
               false) as overdue
           from (select distinct g.area_id, g.case_id from granted g where g.area_id = any($1) and not g.apart) own
           join fact f on f.area_id = own.area_id and f.case_id = own.case_id and f.kind = $2 and f.act = 'record'
             and f.agency_id = (select context_agency())
           join case_file c on c.area_id = f.area_id and c.id = f.case_id
           left join lateral (
             select d.met_by, d.due_latest, d.due_latest_at, d.met_by is null and (d.lapsed_on is null or d.lapsed_on > $5::date) as is_owed
             from duty d where d.area_id = f.area_id and d.case_id = f.case_id and d.trigger_root = f.root and d.rule = $4 limit 1
           ) d on true
           where not exists (select from fact s where s.area_id = f.area_id and s.case_id = f.case_id and s.root = f.root and s.act = 'strike-out')
             and (not $7::boolean or d.is_owed)
             and ($8::timestamptz is null or (date_trunc('milliseconds', f.recorded_at), f.id) < ($8::timestamptz, $9::uuid))
           order by date_trunc('milliseconds', f.recorded_at) desc, f.id desc limit $10`,
    values: [
      areaIds,
      referralReceived.kind,
      acknowledgeReferral.id,
      decideOnReferral.id,
      today.day,
      new Date(today.instant),
      isWaiting,
      after ? new Date(after.at) : null,
      after?.id ?? null,
      limit,
    ],
  })
  const names = await childrenOf(
    client,
    areaIds,
    rows.map(row => row.case_id),
  )
  return rows.map(({ id, case_id: caseId, reference, at, acknowledged, decided, overdue, due }) => ({
    id,
    reference,
    name: names.get(caseId) || `Child ${reference}`,
    at,
    status: decided ? 'decided' : acknowledged ? 'acknowledged' : 'sent',
    isOverdue: overdue,
    due,
  }))
}

export const statusWords: Readonly<Record<Status, string>> = {
  sent: 'Sent',
  acknowledged: 'Arrived',
  decided: 'Decided',
}

export const statusTags: Readonly<Record<Status, string>> = {
  sent: 'govuk-tag--yellow',
  acknowledged: 'govuk-tag--blue',
  decided: 'govuk-tag--green',
}

/** The address of the list. */
export function sentHref({ isWaiting, after }: Pick<WantedSent, 'isWaiting' | 'after'> = {}): string {
  const said = [...(isWaiting ? [['show', 'waiting']] : []), ...(after ? [['after', `${after.at}~${after.id}`]] : [])]
  return said.length > 0 ? `/refer/sent?${new URLSearchParams(said)}` : '/refer/sent'
}

/** Where the page before ended, as the address says it; nothing where that says nothing. */
export function readAfterSent(text: string): AfterSent | undefined {
  const [at = '', id = ''] = text.split('~')
  return /^\d{1,15}$/.test(at) && isId(id) ? { at: Number(at), id } : undefined
}
