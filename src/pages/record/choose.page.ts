/** What to record on a case: what is asked for now, and every kind there is. */
import { type CaseHead, type DutyRow, readCase } from '../../ledger/read.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { chooseView } from './choose.view.tsx'
import { isOfEach, isOwed } from './line-choices.ts'
import { refuseUnless } from './permission.ts'

/** `GET /case/:reference/record` */
export async function page(visit: Visit): Promise<Answer> {
  const { guidance, ledger, today } = visit
  const { read, why } = await visit.read(async ({ client, openCase }) => {
    const { head, why } = await openCase(visit.params['reference'] ?? '')
    await refuseUnless(client, visit, head, 'record')
    return { read: await readCase(client, head, guidance, ledger.dayOf), why }
  })
  const isOurs = (duty: DutyRow) => !isOfEach(guidance.rules.get(duty.rule)) || duty.agency_id === visit.post.agency.id
  const asked = read.duties.filter(duty => isOwed(duty, today.day) && isOurs(duty))
  return { html: chooseView(visit, { read, why, asked, procedures: proceduresFor(visit, read.head) }) }
}

function proceduresFor(visit: Visit, head: CaseHead) {
  return visit.guidance.procedures.filter(one => one.caseKind === head.kind && one.facts.some(fact => !fact.apart))
}
