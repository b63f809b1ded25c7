/** Deciding not to share: recorded with its reason, as sharing is. Nobody but the deciding agency learns of it. */
import { NotFound } from '../access/refusals.ts'
import { idFrom } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import type { Author } from './command.ts'
import { checkRecipients } from './disclosure-rows.ts'
import { deleteDrafts } from './drafts.ts'
import type { Ledger } from './ledger.ts'
import { checkMayShare } from './may-share.ts'

export interface Declining {
  readonly areaId: string
  readonly caseId: string
  readonly submissionId: string
  readonly by: Author
  readonly toAgencyIds: readonly string[]
  readonly why: string
}

/**
 * Records that something was held and not shared with these agencies. The same submission again changes nothing.
 * @throws NotFound for agencies that are not of the area, NotAllowed where the post may not share
 */
export async function declineSharing(ledger: Ledger, what: Declining): Promise<void> {
  const { areaId, caseId, by, toAgencyIds } = what
  if (toAgencyIds.length === 0) throw new NotFound('Say with which agency it is not shared.')
  await transaction(ledger.recorder, async client => {
    await checkMayShare(client, areaId, caseId, by)
    await checkRecipients(client, areaId, by, toAgencyIds)
    await client.query({
      name: 'decline sharing',
      text: `insert into disclosure_refusal (area_id, id, case_id, by_agency_id, to_agency_id, answer, why, recorded_at, recorded_by)
             select $1, n.id, $2, $3, n.agency_id, 'held-not-shared', $4, $5, $6 from unnest($7::uuid[], $8::uuid[]) as n (id, agency_id)
             on conflict do nothing`,
      values: [
        areaId,
        caseId,
        by.agencyId,
        what.why,
        new Date(Math.min(ledger.now(), Date.now())),
        by.postId,
        toAgencyIds.map(id => idFrom('declined', what.submissionId, id)),
        toAgencyIds,
      ],
    })
    await deleteDrafts(client, [what])
  })
}
