/**
 * Derives anew the cases that a decision for an area can touch: those with a fact that starts a duty by a rule that asks for the
 * decision, and no others. In batches, each a transaction of its own that says how far it came; what is recorded meanwhile is
 * derived by the new decision anyway.
 */
import type { PoolClient } from 'pg'
import { idFrom } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import { type Decided, kindsTouched } from '../procedures/decided-locally.ts'
import type { Ledger } from './ledger.ts'
import { holdDecisions } from './lock.ts'
import { rebuildWithin } from './rebuild.ts'

/** A batch is measured by what is read: cases have from four facts to a thousand. */
const factsAtOnce = 2000
const casesAtOnce = 100

/** Notes the cases that a decision can touch, in the transaction that decides. Nothing where no rule asks for it, or no case has such a fact. */
export async function askToRederive(
  client: PoolClient,
  ledger: Ledger,
  areaIds: readonly string[],
  decisionId: string,
  decided: Decided,
): Promise<void> {
  const kinds = kindsTouched(ledger.guidance, decided)
  if (kinds.length === 0) return
  for (const areaId of areaIds.toSorted()) {
    await holdDecisions(client, areaId, 'alone')
    await client.query({
      name: 'ask to rederive',
      text: `insert into rederivation (area_id, id, because, decision_id, kinds, cases, asked_at)
             select $1, $2, $3, $4, $5, n.cases, $6
             from (select count(distinct case_id) as cases from fact where area_id = $1 and kind = any($5)) n where n.cases > 0
             on conflict do nothing`,
      values: [areaId, idFrom(decisionId, areaId), decided.of, decisionId, kinds, new Date(ledger.now())],
    })
  }
}

interface Open {
  readonly area_id: string
  readonly id: string
  readonly kinds: string[]
  readonly last_case: string | null
}

/**
 * Derives one batch of the oldest unfinished decision.
 * @returns how many cases it derived; nothing where nothing waits, or another server works on it
 */
export function rederiveSome(ledger: Ledger): Promise<number | undefined> {
  return transaction(ledger.recorder, async client => {
    const { rows } = await client.query<Open>({
      name: 'open rederivation',
      text: `select area_id, id, kinds, last_case from rederivation where finished_at is null
             order by asked_at, id limit 1 for update skip locked`,
    })
    const [open] = rows
    if (!open) return undefined
    const { ids, isLast } = await nextCases(client, open)
    if (ids.length > 0) await rebuildWithin(client, ledger, open.area_id, ids)
    await client.query({
      name: 'rederived so far',
      text: `update rederivation set done = done + $3, last_case = coalesce($4, last_case), finished_at = $5
             where area_id = $1 and id = $2`,
      values: [open.area_id, open.id, ids.length, ids.at(-1) ?? null, isLast ? new Date(ledger.now()) : null],
    })
    return ids.length
  })
}

async function nextCases(client: PoolClient, open: Open): Promise<{ ids: string[]; isLast: boolean }> {
  const { rows } = await client.query<{ id: string; facts: number }>({
    name: 'next cases to rederive',
    text: `select c.id, c.next_number - 1 as facts from case_file c
           where c.area_id = $1 and ($2::uuid is null or c.id > $2)
             and exists (select from fact f where f.area_id = c.area_id and f.case_id = c.id and f.kind = any($3))
           order by c.id limit $4`,
    values: [open.area_id, open.last_case, open.kinds, casesAtOnce],
  })
  const ids: string[] = []
  let facts = 0
  for (const row of rows) {
    if (ids.length > 0 && facts + row.facts > factsAtOnce) break
    ids.push(row.id)
    facts += row.facts
  }
  return { ids, isLast: ids.length === rows.length && rows.length < casesAtOnce }
}

/** How far the deriving because of a decision came, between 0 and 1; finished ones have the instant. */
export interface Progress {
  readonly decisionId: string
  readonly share: number
  readonly finishedAt: number | null
}

/** Of every decision of an area for which cases were derived anew. */
export async function readProgress(client: PoolClient, areaId: string): Promise<Map<string, Progress>> {
  const { rows } = await client.query<Progress>({
    name: 'progress of rederivation',
    text: `select decision_id as "decisionId", least(done::float8 / cases, 1) as share, finished_at as "finishedAt"
           from rederivation where area_id = $1`,
    values: [areaId],
  })
  return new Map(rows.map(row => [row.decisionId, row]))
}
