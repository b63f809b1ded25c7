/** What to record on a case: what is asked for now, and every kind there is. */

import { may } from '../../access/policy.ts'
import type { FactDefinition } from '../../engine/fact.ts'
import { isOf } from '../../engine/procedure.ts'
import { actsToRecord } from '../../ledger/check-author.ts'
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
    await refuseUnless(client, visit, head, ['record', 'answer-access-request'])
    return { read: await readCase(client, head, guidance, ledger.dayOf), why }
  })
  const isOurs = (duty: DutyRow) => !isOfEach(guidance.rules.get(duty.rule)) || duty.agency_id === visit.post.agency.id
  const isForThem = (duty: DutyRow) =>
    guidance.rules.get(duty.rule)?.dischargedBy.some(kind => mayRecord(visit, kind)) ?? true
  const asked = read.duties.filter(duty => isOwed(duty, today.day) && isOurs(duty) && isForThem(duty))
  return { html: chooseView(visit, { read, why, asked, procedures: proceduresFor(visit, read.head) }) }
}

function proceduresFor(visit: Visit, head: CaseHead) {
  return visit.guidance.procedures
    .filter(one => isOf(one, head.kind))
    .map(one => ({ ...one, facts: one.facts.filter(fact => isOffered(visit, fact)) }))
    .filter(one => one.facts.length > 0)
}

/** Whether a kind stands in the list of what this post may record. */
function isOffered(visit: Visit, definition: FactDefinition): boolean {
  return !definition.byAct && mayRecord(visit, definition)
}

function mayRecord({ post, opened }: Visit, { apart, kind }: FactDefinition): boolean {
  const relation = opened.some(({ glass }) => glass) ? 'opened' : 'granted'
  return !apart && actsToRecord(kind).some(act => may(post.role, act, relation))
}
