/** Saving one’s own note of a meeting: as typed with script, by its button without; and whether others wrote more of theirs. */
import { Gone, NotAllowed, NotFound, Restricted } from '../../access/refusals.ts'
import { disposedOf } from '../../ledger/check-acts.ts'
import { longestNote, type MeetingNote, readNotes, writeNote } from '../../ledger/meeting-notes.ts'
import { findCase, readCase } from '../../ledger/read.ts'
import { readAgencies } from '../../people/agencies.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import { timeAt } from '../record/read-fact.ts'
import { meetingOf } from './opened.ts'

/** `POST /case/:reference/meeting/:root/note` */
export async function submit(visit: Visit): Promise<Answer> {
  const { head, meeting } = await openNotes(visit)
  const { id: agencyId } = visit.post.agency
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

/**
 * `GET /case/:reference/meeting/:root/note`: how the notes of the others stand, asked while the page of the meeting is open. Where they
 * stand otherwise than there, that page is read again, and the look is logged.
 */
export async function stand(visit: Visit): Promise<Answer> {
  const { head, meeting, notes } = await openNotes(visit)
  if (visit.wantsJson) return { json: { stand: standOf(notes, visit.post.id) } }
  return { redirect: `/case/${encodeURIComponent(head.reference)}/meeting/${meeting.called.root}#notes` }
}

/** A text that changes when somebody else writes. */
export function standOf(notes: readonly Pick<MeetingNote, 'postId' | 'version'>[], me: string): string {
  const others = notes.filter(({ postId }) => postId !== me)
  return `${others.length} ${others.reduce((sum, { version }) => sum + version, 0)}`
}

/**
 * The meeting of an address with its notes, for whoever sits at it. Asked every few seconds while people write, and no word is shown: it
 * is no look at the file.
 */
async function openNotes(visit: Visit) {
  const opened = await visit.read(async ({ client }) => {
    const head = await findCase(client, visit.areaIds, visit.params['reference'] ?? '')
    if (!head) return undefined
    if (head.disposedAt !== null) throw new Gone(disposedOf, head.reference)
    const read = await readCase(client, head, visit.guidance, visit.ledger.dayOf)
    const meeting = meetingOf(read, visit.params['root'] ?? '', await readAgencies(client, head.areaId))
    if (!meeting) throw new NotFound()
    await refuseUnless(client, visit, head, 'record')
    if (!meeting.seats.some(({ agency }) => agency.id === visit.post.agency.id)) throw new NotFound()
    return { head, meeting, notes: await readNotes(client, head, meeting.called.root) }
  })
  if (opened) return opened
  const restricted = await visit.findRestricted(visit.params['reference'] ?? '')
  throw restricted ? new Restricted(restricted) : new NotFound()
}
