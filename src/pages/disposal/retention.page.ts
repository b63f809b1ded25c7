/** How long the record of one case is kept, what stops its disposal, and the acts of the two people. */

import { may } from '../../access/policy.ts'
import { relationOf } from '../../access/relation.ts'
import { declineDisposal, disposeOf, proposeDisposal } from '../../ledger/dispose.ts'
import { openHolds } from '../../procedures/retention.ts'
import { openFile } from '../case-file/case.page.tsx'
import { nameOfChild } from '../case-file/child.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import { findKept, lengthsOf } from './records.ts'
import { retentionView } from './retention.view.tsx'

/** `GET /case/:reference/retention` */
export async function page(visit: Visit): Promise<Answer> {
  return { html: retentionView(visit, await visit.form(), await open(visit)) }
}

export type OpenRetention = Awaited<ReturnType<typeof open>>

/** @throws NotAllowed for posts that neither hold back nor dispose of records */
async function open(visit: Visit) {
  const opened = await openFile(visit)
  const { head, read } = opened
  const { kept, mayDispose } = await visit.read(async ({ client }) => {
    await refuseUnless(client, visit, head, ['hold-disposal', 'dispose'])
    const standing = await relationOf(client, head.areaId, visit.post.id, [head.id])
    const local = await lengthsOf(client, head.areaId, visit.today.day)
    return {
      kept: await findKept(client, head.areaId, head.id, local),
      mayDispose: standing !== undefined && may(standing.role, 'dispose', standing.relations.get(head.id) ?? 'none'),
    }
  })
  return {
    ...opened,
    kept,
    mayDispose,
    holds: openHolds(read.known),
    // The ledger refuses it too.
    isOwn: visit.practitioner.posts.some(({ id }) => id === kept?.proposal?.post),
    name: nameOfChild(read),
  }
}

/** `POST /case/:reference/disposal`: with `_do` proposes, declines or disposes. */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const { head } = await visit.read(async ({ client, openCase }) => {
    const opened = await openCase(visit.params['reference'] ?? '')
    await refuseUnless(client, visit, opened.head, 'dispose')
    return opened
  })
  const by = { postId: visit.post.id, agencyId: visit.post.agency.id }
  const disposing = { areaId: head.areaId, caseId: head.id, submissionId: form.submission, by }
  const base = `/case/${encodeURIComponent(head.reference)}`
  switch (valueOf(visit.body, '_do')) {
    case 'propose':
      await proposeDisposal(visit.ledger, disposing)
      return { redirect: `${base}/retention` }
    case 'decline':
      await declineDisposal(visit.ledger, disposing, valueOf(form.typed, 'reasons').slice(0, 4000))
      return { redirect: `${base}/retention` }
    case 'approve':
      await disposeOf(visit.ledger, disposing)
      await visit.removeWords()
      return { redirect: `${base}/certificate` }
    default:
      return { redirect: `${base}/retention` }
  }
}
