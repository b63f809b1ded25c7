/** What the Children in Need census will query on a child's file, for whoever answers for the data: while there is time to put it right. */
import { NotFound } from '../../access/refusals.ts'
import { readCase } from '../../ledger/read.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import { censusView } from './census.view.tsx'

/** `GET /case/:reference/census` */
export async function page(visit: Visit): Promise<Answer> {
  const opened = await visit.read(async ({ client, openCase }) => {
    const found = await openCase(visit.params['reference'] ?? '')
    await refuseUnless(client, visit, found.head, 'see-census-hints')
    if (found.head.kind !== 'child') throw new NotFound()
    return { ...found, read: await readCase(client, found.head, visit.guidance, visit.ledger.dayOf) }
  })
  return { html: censusView(visit, opened) }
}
