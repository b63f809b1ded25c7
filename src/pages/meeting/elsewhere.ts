/** The same meeting on the files of brothers and sisters, as far as the visitor may see them. */
import type { PoolClient } from 'pg'
import { aboutMeeting, type Circle, findCircle } from '../../ledger/meeting-circle.ts'
import { type CaseHead, findCase, type ReadCase, readCase } from '../../ledger/read.ts'
import { readAgencies } from '../../people/agencies.ts'
import { meetingCalled, meetingClosed } from '../../procedures/meeting-facts.ts'
import { nameOfChild } from '../case-file/child.ts'
import type { Visit } from '../pipeline/page.ts'
import { type GuestSeat, guestSeats } from './guests.ts'
import type { Meeting, OpenedMeeting } from './opened.ts'

/** The meeting on one other child’s file. */
export interface Elsewhere {
  readonly head: CaseHead
  readonly read: ReadCase
  readonly reference: string
  readonly name: string
  readonly root: string
  readonly circle: Circle
  readonly isClosed: boolean
  /** Who is invited without an account there. */
  readonly guests: readonly GuestSeat[]
}

/** Those that were called in the same action. */
export async function meetingElsewhere(
  client: PoolClient,
  visit: Visit,
  { head, meeting }: Pick<OpenedMeeting, 'head'> & { readonly meeting: Pick<Meeting, 'called' | 'circle'> },
): Promise<Elsewhere[]> {
  const { rows } = await client.query<{ reference: string; root: string }>({
    name: 'same meeting on other cases',
    text: `select c.reference, o.root from fact f join fact o on o.area_id = f.area_id and o.occasion = f.occasion and o.kind = f.kind
             and o.case_id <> f.case_id join case_file c on c.area_id = o.area_id and c.id = o.case_id
           where f.area_id = $1 and f.id = $2 and f.occasion is not null and o.kind = $3 order by c.reference`,
    values: [head.areaId, meeting.called.root, meetingCalled.kind],
  })
  const agencies = await readAgencies(client, head.areaId)
  const found: Elsewhere[] = []
  for (const { reference, root } of rows) {
    const other = await findCase(client, [head.areaId], reference)
    if (!other) continue
    const read = await readCase(client, other, visit.guidance, visit.ledger.dayOf)
    const circle = findCircle(read.known, root)
    if (!circle) continue
    const isClosed = aboutMeeting(read.known, circle.called, meetingClosed).length > 0
    const guests = guestSeats(read, circle, agencies).filter(guest => !guest.withdrawn)
    found.push({ head: other, read, reference, name: nameOfChild(read), root, circle, guests, isClosed })
  }
  return found
}
