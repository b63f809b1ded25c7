/** Who else is involved with a child: one picture of all agencies of the area, as far as the visitor may see. */
import { may } from '../../access/policy.ts'
import { isGrantedFile, readCase, readNames } from '../../ledger/read.ts'
import { readAgencies } from '../../people/agencies.ts'
import type { Answer, OpenedCase, OpenReading, Visit } from '../pipeline/page.ts'
import { involvedView } from './involved.view.tsx'
import { pictureOf } from './picture.ts'

/** `GET /case/:reference/involved` */
export async function page(visit: Visit): Promise<Answer> {
  const opened = await visit.read(async reading => {
    const found = await reading.openCase(visit.params['reference'] ?? '')
    const isGranted = await isGrantedFile(reading.client, found.head)
    return { ...found, isGranted, ...(await readPicture(visit, reading, found)) }
  })
  const mayAsk = may(visit.post.role, 'ask', opened.glass ? 'opened' : 'granted')
  return { html: involvedView(visit, { ...opened, mayAsk }) }
}

/** The case, the agencies of its area, and the picture of them. */
export async function readPicture(visit: Visit, { client }: OpenReading, { head }: OpenedCase) {
  const read = await readCase(client, head, visit.guidance, visit.ledger.dayOf)
  const owners = new Set(read.entries.map(entry => entry.agency))
  // An office knows of children by reviews: it stands among those who work with one only where it recorded something.
  const agencies = (await readAgencies(client, head.areaId)).filter(
    one => head.kind !== 'child' || !one.isOffice || owners.has(one.id),
  )
  const posts = new Set(read.entries.flatMap(entry => entry.recordedBy ?? []))
  const names = await readNames(client, [], [...posts])
  const lines = pictureOf({ read, agencies, reader: visit.post.agency.id, people: names.posts, today: visit.today })
  return { read, agencies, lines }
}
