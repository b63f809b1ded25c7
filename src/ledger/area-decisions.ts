/**
 * What an area decides for itself: its own limits, and the day on which its own arrangements began. Each decision is a row of its own
 * with who, who approved it and why, and is never altered. The cases that it can touch are derived anew because of it.
 */
import type { PoolClient } from 'pg'
import { rolesSettingPolicy } from '../access/policy.ts'
import type { Arrangements } from '../engine/duty.ts'
import type { CaseKind } from '../engine/procedure.ts'
import { idFrom } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import { kindOfArrangements, localKeys } from '../procedures/decided-locally.ts'
import { deleteDrafts } from './drafts.ts'
import type { Person } from './holding.ts'
import type { Ledger } from './ledger.ts'
import type { LocalUnit } from './local-limits.ts'
import { refuseUnlessOneOf } from './of-authority.ts'
import { askToRederive } from './rederive.ts'

interface Deciding {
  readonly areaId: string
  readonly approvedBy: string
  readonly why: string
  readonly submissionId: string
  readonly by: Person
}

/** Whether a post may set a policy that holds on cases of these kinds. @throws NotAllowed, with who may */
function refuseUnlessOf(client: PoolClient, { areaId, by }: Deciding, kinds: readonly CaseKind[]): Promise<void> {
  return refuseUnlessOneOf(client, areaId, by, 'set-local-policy', rolesSettingPolicy(kinds))
}

/** A decision as it is read. `at` is in milliseconds since 1970. */
interface DecisionRead {
  readonly id: string
  readonly approvedBy: string
  readonly why: string
  readonly at: number
  /** Name, post and agency; nothing for what an operator set. */
  readonly by: string | null
}

export interface LocalPolicyRead extends DecisionRead {
  readonly key: string
  /** YYYY-MM-DD */
  readonly fromDay: string
  readonly amount: number | null
  readonly unit: LocalUnit | null
  readonly number: number
}

const whoDecided = (post: string) =>
  `(select w.name || ', ' || p.title || ', ' || a.name from post p join practitioner w on w.id = p.practitioner_id
    join agency a on a.id = p.agency_id where p.id = ${post})`

/** Every local policy of an area, the newest decision first. */
export async function readPolicyHistory(client: PoolClient, areaId: string): Promise<LocalPolicyRead[]> {
  const { rows } = await client.query<LocalPolicyRead>({
    name: 'local policy history',
    text: `select id, key, from_day as "fromDay", amount, unit, number, approved_by as "approvedBy", why, decided_at as at,
             ${whoDecided('l.decided_by')} as by from local_policy l where area_id = $1 order by number desc`,
    values: [areaId],
  })
  return rows
}

export interface SettingPolicy extends Deciding {
  readonly key: string
  readonly fromDay: string
  /** Nothing: from that day on the area sets no limit. */
  readonly value: { readonly amount: number; readonly unit: LocalUnit } | null
}

/** The id of the decision that a submission makes. */
export function decisionOf(submissionId: string): string {
  return idFrom('area decision', submissionId)
}

/**
 * Sets a limit of an area's own from a day on. The same submission again changes nothing.
 * @throws NotAllowed for whoever does not answer for the cases on which it holds
 */
export async function setLocalPolicy(ledger: Ledger, setting: SettingPolicy): Promise<void> {
  const { areaId, key, fromDay, value, approvedBy, why, submissionId, by } = setting
  await decide(ledger, setting, kindsOfKey(ledger, key), async client => {
    const { rowCount } = await client.query({
      name: 'set local policy',
      text: `insert into local_policy (id, area_id, key, from_day, amount, unit, approved_by, why, decided_at, decided_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
      values: [
        decisionOf(submissionId),
        areaId,
        key,
        fromDay,
        value?.amount ?? null,
        value?.unit ?? null,
        approvedBy,
        why,
        new Date(ledger.now()),
        by.postId,
      ],
    })
    if (rowCount) await askToRederive(client, ledger, [areaId], decisionOf(submissionId), { of: 'local-policy', key })
  })
}

export interface BeganRead extends DecisionRead {
  readonly of: Arrangements
  /** Nothing where a day was taken back. */
  readonly beganOn: string | null
}

/** Every decision on when an area's own arrangements began, the newest first. */
export async function readBeganHistory(client: PoolClient, areaId: string): Promise<BeganRead[]> {
  const { rows } = await client.query<BeganRead>({
    name: 'arrangements began history',
    text: `select id, of, began_on as "beganOn", approved_by as "approvedBy", reason as why, decided_at as at,
             ${whoDecided('b.recorded_by')} as by from arrangements_began b where area_id = $1 order by number desc`,
    values: [areaId],
  })
  return rows
}

export interface NamingBegan extends Deciding {
  readonly of: Arrangements
  readonly beganOn: string | null
}

/**
 * Names the day on which an area's own arrangements began, or takes it back.
 * @throws NotAllowed for anybody but an officer of those partners, or a data lead of the area's authority
 */
export async function nameBegan(ledger: Ledger, naming: NamingBegan): Promise<void> {
  const { areaId, of, beganOn, approvedBy, why, submissionId, by } = naming
  await decide(ledger, naming, [kindOfArrangements[of]], async client => {
    const { rowCount } = await client.query({
      name: 'name arrangements began',
      text: `insert into arrangements_began (id, area_id, of, began_on, approved_by, reason, decided_at, recorded_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      values: [decisionOf(submissionId), areaId, of, beganOn, approvedBy, why, new Date(ledger.now()), by.postId],
    })
    const decided = { of: 'arrangements-began', arrangements: of } as const
    if (rowCount) await askToRederive(client, ledger, [areaId], decisionOf(submissionId), decided)
  })
}

/** A key that no rule uses any more is the council's. */
function kindsOfKey({ guidance }: Ledger, key: string): readonly CaseKind[] {
  return localKeys(guidance).find(one => one.key === key)?.kinds ?? ['child']
}

/** In one transaction: the decision, what follows from it, and that its draft is no longer needed. */
async function decide(
  ledger: Ledger,
  deciding: Deciding,
  kinds: readonly CaseKind[],
  write: (client: PoolClient) => Promise<void>,
): Promise<void> {
  await transaction(ledger.recorder, async client => {
    await refuseUnlessOf(client, deciding, kinds)
    await write(client)
    await deleteDrafts(client, [deciding])
  })
}
