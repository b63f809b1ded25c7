/**
 * Disclosing: one agency lets another one know. A record of its own, beside the facts; what it brings about (the other agency
 * sees the facts, and may owe something because of them) happens in the same transaction. Recalling ends seeing, never knowing.
 */
import type { PoolClient } from 'pg'
import { may } from '../access/policy.ts'
import { NotAllowed, NotFound } from '../access/refusals.ts'
import { relationOf } from '../access/relation.ts'
import { newId } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import type { Author } from './command.ts'
import type { Ledger } from './ledger.ts'
import { rebuildWithin } from './rebuild.ts'
import { insertRows } from './rows.ts'
import { disclosedColumns } from './standing-disclosure.ts'

export interface Disclosing {
  readonly areaId: string
  readonly caseId: string
  readonly submissionId: string
  readonly by: Author
  readonly toAgencyId: string
  /** Facts, by their roots: each owned by the disclosing agency. */
  readonly roots: readonly string[]
  /** Everything of these kinds as well, recorded before and from now on. */
  readonly kinds?: readonly string[]
  /** The lawful basis, by its code. */
  readonly basis: string
  /** Why it is necessary and no more than that. */
  readonly necessity: string
  readonly familyTold: 'yes' | 'no' | 'later'
  readonly notToldWhy?: string
  readonly notToldUntil?: string
  /** In milliseconds since 1970. */
  readonly untilAt?: number
  /** The story records the past as it was. Nothing else may. */
  readonly reachedAt?: number
}

const standingColumns = [
  ['area_id', 'uuid'],
  ['disclosure_id', 'uuid'],
  ['case_id', 'uuid'],
  ['kind', 'text'],
] as const

/**
 * Discloses facts of one case.
 * @returns the disclosure's id; the same submission again gives the same id and changes nothing
 * @throws NotFound for facts that are not there or not the agency's own, NotAllowed where the post may not record
 */
export async function disclose(ledger: Ledger, what: Disclosing): Promise<string> {
  return transaction(ledger.recorder, async client => {
    await checkAuthor(client, what)
    const id = newId()
    const reachedAt = what.reachedAt ?? ledger.now()
    const { rows: before } = await client.query<{ id: string }>(
      `insert into disclosure (area_id, id, case_id, from_agency_id, to_agency_id, basis, necessity, family_told, not_told_why,
         not_told_until, reached_at, until_at, recorded_by, submission_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       on conflict (area_id, submission_id) do update set submission_id = excluded.submission_id returning id`,
      [
        what.areaId,
        id,
        what.caseId,
        what.by.agencyId,
        what.toAgencyId,
        what.basis,
        what.necessity,
        what.familyTold,
        what.notToldWhy ?? null,
        what.notToldUntil ?? null,
        new Date(reachedAt),
        what.untilAt ? new Date(what.untilAt) : null,
        what.by.postId,
        what.submissionId,
      ],
    )
    if (before[0]?.id !== id) return before[0]?.id ?? id
    const roots = await rootsOf(client, what)
    const common = { area_id: what.areaId, disclosure_id: id, case_id: what.caseId }
    const { rows: own } = await client.query(
      'select 1 from compartment where area_id = $1 and case_id = $2 and agency_id = $3 limit 1',
      [what.areaId, what.caseId, what.toAgencyId],
    )
    const told = {
      agency_id: what.toAgencyId,
      reached_at: reachedAt,
      until_at: what.untilAt ?? null,
      by_grant: own.length > 0,
    }
    await insertRows(
      client,
      'disclosed_fact',
      disclosedColumns,
      roots.map(root => ({ ...common, ...told, root })),
    )
    await insertRows(
      client,
      'standing_disclosure',
      standingColumns,
      (what.kinds ?? []).map(kind => ({ ...common, kind })),
    )
    await rebuildWithin(client, ledger, what.areaId, [what.caseId])
    return id
  })
}

async function checkAuthor(client: PoolClient, { areaId, caseId, by }: Disclosing): Promise<void> {
  if (by.postId === null) return
  const post = await relationOf(client, areaId, by.postId, [caseId])
  const relation = post?.relations.get(caseId) ?? 'none'
  if (!post || relation === 'none') throw new NotFound()
  if (post.agencyId !== by.agencyId || !may(post.role, 'record', relation)) {
    throw new NotAllowed('Your post may not share this record. Ask the allocated worker.')
  }
}

async function rootsOf(client: PoolClient, { areaId, caseId, by, roots, kinds = [] }: Disclosing): Promise<string[]> {
  const { rows } = await client.query<{ root: string; kind: string }>(
    `select root, kind from fact where area_id = $1 and case_id = $2 and agency_id = $3 and act = 'record' and (root = any($4) or kind = any($5))`,
    [areaId, caseId, by.agencyId, roots, kinds],
  )
  if (roots.some(root => !rows.some(row => row.root === root)))
    throw new NotFound('Only what your own agency recorded can be shared.')
  return rows.map(row => row.root)
}

/** Ends a disclosure at once. What the other agency knew it goes on knowing: its duties stand. */
export async function recall(ledger: Ledger, areaId: string, disclosureId: string): Promise<void> {
  await transaction(ledger.recorder, async client => {
    const now = new Date(Math.min(ledger.now(), Date.now()))
    await client.query(
      'update disclosure set recalled_at = $3 where area_id = $1 and id = $2 and recalled_at is null',
      [areaId, disclosureId, now],
    )
    await client.query(
      'update disclosed_fact set until_at = $3 where area_id = $1 and disclosure_id = $2 and (until_at is null or until_at > $3)',
      [areaId, disclosureId, now],
    )
  })
}
