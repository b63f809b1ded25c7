/** Recalling within a transaction that the caller holds: what is recorded with it is kept or lost with it. */
import type { PoolClient } from 'pg'
import { NotFound } from '../access/refusals.ts'
import type { Author, Ending } from './command.ts'
import { lockCase } from './lock.ts'
import { checkMayShare } from './may-share.ts'

/**
 * Ends disclosures at once. One that was recalled before stays as it was.
 * @param now in milliseconds since 1970, by the ledger's clock
 * @throws NotFound where one is not of the agency and the case, or the post does not work on the case; NotAllowed where the post may not
 */
export async function recallWithin(
  client: PoolClient,
  areaId: string,
  { caseId, disclosureIds, why }: Ending,
  by: Author,
  now: number,
): Promise<void> {
  // Whoever records there just now may still be letting the other agency know of it.
  await lockCase(client, areaId, caseId)
  const { rows } = await client.query<{ id: string }>({
    name: 'disclosures to recall',
    text: 'select id from disclosure where area_id = $1 and case_id = $2 and from_agency_id = $3 and id = any($4)',
    values: [areaId, caseId, by.agencyId, disclosureIds],
  })
  if (rows.length < new Set(disclosureIds).size) throw new NotFound()
  const post = await checkMayShare(client, areaId, caseId, by)
  // Who was only told of the case does not see what their own agency shared of it.
  if (post?.relations.get(caseId) === 'disclosed') throw new NotFound()
  // Rows are compared with the database's clock.
  const at = new Date(Math.min(now, Date.now()))
  await client.query({
    name: 'recall disclosures',
    text: `update disclosure set recalled_at = $3, recalled_by = $4, recalled_why = $5
           where area_id = $1 and id = any($2) and recalled_at is null`,
    values: [areaId, disclosureIds, at, by.postId, why],
  })
  await client.query({
    name: 'end what was disclosed',
    text: `update disclosed_fact set until_at = $3
           where area_id = $1 and disclosure_id = any($2) and (until_at is null or until_at > $3)`,
    values: [areaId, disclosureIds, at],
  })
}
