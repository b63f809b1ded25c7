/** One run of early help: the plan, its aims with their scores over time, who helps, and what comes next. */
import { NotFound } from '../../access/refusals.ts'
import { readCase, readNames } from '../../ledger/read.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { earlyHelpView } from './early-help.view.tsx'
import { helpsOf } from './help-of.ts'

/** `GET /case/:reference/early-help/:root` */
export async function page(visit: Visit): Promise<Answer> {
  const opened = await visit.read(async ({ client, openCase }) => {
    const found = await openCase(visit.params['reference'] ?? '')
    const read = await readCase(client, found.head, visit.guidance, visit.ledger.dayOf)
    const help = helpsOf(read).find(one => one.root === visit.params['root'])
    if (!help) throw new NotFound()
    const mentioned = [...help.agencies, ...(help.plan?.data.team ?? []), ...(help.assessed?.data.contributors ?? [])]
    const { agencies } = await readNames(client, [...new Set(mentioned)], [])
    return { ...found, read, help, agencies }
  })
  return { html: earlyHelpView(visit, opened) }
}
