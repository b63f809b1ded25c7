/** The front door's queue: referrals that are not decided, the soonest due first, and how far each of them has come. */

import { readNames } from '../../people/parties.ts'
import { childrenOf } from '../../people/search.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { readAsk } from './ask.ts'
import { readQueue } from './queue.ts'
import { peopleIn } from './said.ts'
import { TriageView } from './triage.view.tsx'

const onAPage = 50

/** `GET /triage` */
export async function page(visit: Visit): Promise<Answer> {
  const ask = readAsk(visit.query)
  const shown = await visit.read(async ({ client }) => {
    const { areaIds, today } = visit
    const { counts, rows } = await readQueue(client, { areaIds, today, ...ask, limit: onAPage + 1 })
    const listed = rows.slice(0, onAPage)
    // Of a file that another agency opened the name may be known by what it told alone.
    const unnamed = listed.flatMap(row => (row.name ? [] : row.case_id))
    const told = unnamed.length > 0 ? await childrenOf(client, areaIds, unnamed) : new Map<string, string>()
    const people = await readNames(client, listed.flatMap(peopleIn))
    return { counts, rows: listed, told, people, isMore: rows.length > onAPage }
  })
  const children = <TriageView visit={visit} ask={ask} {...shown} />
  return { html: framed(visit, { title: 'Referrals to decide', children }) }
}
