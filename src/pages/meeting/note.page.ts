/** Saving one’s own note of a meeting: as typed with script, by its button without. */
import { NotAllowed, NotFound } from '../../access/refusals.ts'
import { longestNote, writeNote } from '../../ledger/meeting-notes.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import { timeAt } from '../record/read-fact.ts'
import { openMeeting } from './opened.ts'

/** `POST /case/:reference/meeting/:root/note` */
export async function submit(visit: Visit): Promise<Answer> {
  const { head, meeting } = await visit.read(async reading => {
    const opened = await openMeeting(visit, reading)
    await refuseUnless(reading.client, visit, opened.head, 'record')
    return opened
  })
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
