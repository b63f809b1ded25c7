/** The front door's queue: referrals that are not decided, the soonest due first, and how far each of them has come. */
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { readAround } from './around.ts'
import { readAsk } from './ask.ts'
import { readQueue } from './queue.ts'
import { TriageView } from './triage.view.tsx'

const onAPage = 50

/** `GET /triage` */
export async function page(visit: Visit): Promise<Answer> {
  const ask = readAsk(visit.query)
  const shown = await visit.read(async ({ client }) => {
    const { areaIds, today } = visit
    const { counts, notSafe, rows, looked } = await readQueue(client, { areaIds, today, ...ask, limit: onAPage + 1 })
    const listed = rows.slice(0, onAPage)
    const around = await readAround(client, areaIds, [...notSafe, ...listed])
    return { counts, notSafe, rows: listed, around, isMore: rows.length > onAPage, looked }
  })
  const children = <TriageView visit={visit} ask={ask} {...shown} />
  return { html: framed(visit, { title: 'Referrals to decide', children }) }
}
