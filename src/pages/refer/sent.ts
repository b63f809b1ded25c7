/** What an agency told children's social care, and how it stands: read from its own records and the duties that they started. */
import type { PoolClient } from 'pg'
import { childrenOf } from '../../people/search.ts'
import { acknowledgeReferral, decideOnReferral, referralReceived } from '../../procedures/referral.ts'

export type Status = 'sent' | 'acknowledged' | 'decided'

/** One referral. `at` is in milliseconds since 1970. */
export interface Sent {
  readonly reference: string
  readonly name: string
  readonly at: number
  readonly status: Status
  /** By which day a decision is owed. */
  readonly due: string | null
}

const mostShown = 8

interface Row {
  readonly id: string
  readonly reference: string
  readonly at: number
  readonly acknowledged: boolean
  readonly decided: boolean
  readonly due: string | null
}

/** The newest referrals of the reader's agency that the reader may see. */
export async function readSent(client: PoolClient, areaIds: readonly string[]): Promise<Sent[]> {
  const { rows } = await client.query<Row>({
    name: 'referrals of agency',
    text: `select c.id, c.reference, f.recorded_at as at,
             exists (select from duty d where d.area_id = f.area_id and d.case_id = f.case_id and d.trigger_root = f.root
               and d.rule = $3 and d.met_by is not null) as acknowledged,
             exists (select from duty d where d.area_id = f.area_id and d.case_id = f.case_id and d.trigger_root = f.root
               and d.rule = $4 and d.met_by is not null) as decided,
             (select d.due_latest from duty d where d.area_id = f.area_id and d.case_id = f.case_id and d.trigger_root = f.root
               and d.rule = $4) as due
           from (select distinct g.area_id, g.case_id from granted g where g.area_id = any($1) and not g.apart) own
           join fact f on f.area_id = own.area_id and f.case_id = own.case_id and f.kind = $2 and f.act = 'record'
             and f.agency_id = (select context_agency())
           join case_file c on c.area_id = f.area_id and c.id = f.case_id
           where not exists (select from fact s where s.area_id = f.area_id and s.case_id = f.case_id and s.root = f.root and s.act = 'strike-out')
           order by f.recorded_at desc, f.number desc limit ${mostShown}`,
    values: [areaIds, referralReceived.kind, acknowledgeReferral.id, decideOnReferral.id],
  })
  const names = await childrenOf(
    client,
    areaIds,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, reference, at, acknowledged, decided, due }) => ({
    reference,
    name: names.get(id) || `Child ${reference}`,
    at,
    status: decided ? 'decided' : acknowledged ? 'acknowledged' : 'sent',
    due,
  }))
}

export const statusWords: Readonly<Record<Status, string>> = {
  sent: 'Sent',
  acknowledged: 'Arrived',
  decided: 'Decided',
}
