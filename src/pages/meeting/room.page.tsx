/** One meeting: who is asked and what each answered, the reports, the notes, what it decided, and the minutes. */

import { hears } from '../../ledger/meeting-circle.ts'
import { readNotes } from '../../ledger/meeting-notes.ts'
import { readNames } from '../../ledger/read.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { calendarOf } from './calendar.ts'
import { meetingElsewhere } from './elsewhere.ts'
import { openMeeting } from './opened.ts'
import { RoomView } from './room.view.tsx'

/** `GET /case/:reference/meeting/:root` */
export async function page(visit: Visit): Promise<Answer> {
  const room = await openRoom(visit)
  return {
    html: framed(visit, {
      title: room.meeting.title,
      back: { href: `/case/${room.head.reference}`, text: 'The file' },
      why: <p>{room.why}</p>,
      keys: { record: `/case/${room.head.reference}/record` },
      children: <RoomView visit={visit} room={room} />,
    }),
  }
}

function openRoom(visit: Visit) {
  return visit.read(async reading => {
    const opened = await openMeeting(visit, reading)
    // Notes are for those who sit at the meeting: an agency that was only told of it reads what it was told.
    const hasSeat = opened.meeting.seats.some(({ agency }) => agency.id === visit.post.agency.id)
    const notes = hasSeat ? await readNotes(reading.client, opened.head, opened.meeting.called.root) : []
    const { posts } = await readNames(reading.client, [], [...new Set(notes.map(note => note.postId))])
    const elsewhere = opened.isOwner ? await meetingElsewhere(reading.client, visit, opened) : []
    const { circle, seats, guests } = opened.meeting
    const isHeard = (askedAt: number) => hears(circle, visit.post.agency.id, askedAt)
    const asked = [...seats.map(seat => seat.askedAt), ...guests.map(({ invited }) => invited.number)]
    return { ...opened, notes, posts, elsewhere, isHeard, hearsAll: asked.every(isHeard) }
  })
}

export type Room = Awaited<ReturnType<typeof openRoom>>

/** `GET /case/:reference/meeting/:root/invitation.ics` */
export async function calendar(visit: Visit): Promise<Answer> {
  const opened = await visit.read(reading => openMeeting(visit, reading))
  return { file: calendarOf(opened, visit.today.instant), name: 'meeting.ics', type: 'text/calendar; charset=utf-8' }
}
