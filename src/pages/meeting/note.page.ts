/** Saving one’s own note of a meeting: as typed with script, by its button without. */
import { Gone, NotAllowed, NotFound, Restricted } from '../../access/refusals.ts'
import { disposedOf } from '../../ledger/check-acts.ts'
import { longestNote, writeNote } from '../../ledger/meeting-notes.ts'
import { findCase, readCase } from '../../ledger/read.ts'
import { readAgencies } from '../../people/agencies.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import { timeAt } from '../record/read-fact.ts'
import { meetingOf } from './opened.ts'

/** `POST /case/:reference/meeting/:root/note` */
export async function submit(visit: Visit): Promise<Answer> {
  // Saved every few seconds while somebody types, and nothing is shown: it is no look at the file.
  const opened = await visit.read(async ({ client }) => {
    const found = await findCase(client, visit.areaIds, visit.params['reference'] ?? '')
    if (!found) return undefined
    if (found.disposedAt !== null) throw new Gone(disposedOf, found.reference)
    const read = await readCase(client, found, visit.guidance, visit.ledger.dayOf)
    const of = meetingOf(read, visit.params['root'] ?? '', await readAgencies(client, found.areaId))
    if (!of) throw new NotFound()
    await refuseUnless(client, visit, found, 'record')
    return { head: found, meeting: of }
  })
  if (!opened) {
    const restricted = await visit.findRestricted(visit.params['reference'] ?? '')
    throw restricted ? new Restricted(restricted) : new NotFound()
  }
  const { head, meeting } = opened
  const { id: agencyId } = visit.post.agency
  if (!meeting.seats.some(({ agency }) => agency.id === agencyId)) throw new NotFound()
  if (meeting.minutes)
    throw new NotAllowed(
      'The minutes of this meeting are out: nothing is noted any more.',
      'Ask for a correction of the minutes.',
    )
  const words = (typeof visit.body['words'] === 'string' ? visit.body['words'] : '')
    .replaceAll('\0', '')
    .replaceAll('\r\n', '\n')
    .slice(0, longestNote)
  const version = await writeNote(visit.ledger, {
    areaId: head.areaId,
    caseId: head.id,
    meeting: meeting.called.root,
    by: { postId: visit.post.id, agencyId },
    words,
    seen: Number(valueOf(visit.body, '_version')) || 0,
  })
  if (visit.wantsJson) return { json: { saved: timeAt(visit.today.instant), version } }
  return { redirect: `/case/${encodeURIComponent(head.reference)}/meeting/${meeting.called.root}#notes` }
}
