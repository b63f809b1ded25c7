/** Saying that one does not agree with a decision: what, why, with whom, and how the child is safe meanwhile. Nobody’s leave is needed. */

import type { Conflict } from '../../access/refusals.ts'
import { isDay } from '../../guidance/days.ts'
import { readBases } from '../../ledger/bases.ts'
import { raising, sideOf, sidesOf } from '../../ledger/disagree.ts'
import { readFoldedPrompts } from '../../ledger/folded-prompts.ts'
import { readArea } from '../../ledger/lock.ts'
import { recordPastTheUnseen } from '../../ledger/past-the-unseen.ts'
import { readCase } from '../../ledger/read.ts'
import { readAgencies } from '../../people/agencies.ts'
import { disagreementRaised } from '../../procedures/disagreement-facts.ts'
import { laddersOf } from '../../procedures/disagreement-ladder.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { foldAsAsked } from '../record/guiding.tsx'
import { seenIn } from '../record/open-form.ts'
import { refuseUnless } from '../record/permission.ts'
import { cameFirst, discarded } from './came-first.ts'
import { ladderHref, nameOfOwn } from './open-ladder.ts'
import { raiseView } from './raise.view.tsx'
import { readRaised } from './read-disagreement.ts'

/** `GET /case/:reference/disagreement`; `?decision=`, `?on=` and `?of=` say which decision, where a page of it leads here. */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openRaise(visit)
  const isNew = Object.keys(form.typed).length === 0
  return { html: raiseView(visit, isNew ? { ...form, typed: begunFrom(visit, opened) } : form, opened, []) }
}

/** `POST /case/:reference/disagreement` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  if (valueOf(visit.body, '_discard')) return discarded(visit, form)
  const hasFolded = await foldAsAsked(visit, disagreementRaised.kind)
  const opened = await openRaise(visit)
  if (hasFolded) return { html: raiseView(visit, form, opened, []) }
  const { head, read, bases, agencies } = opened
  const offered = new Set(agencies.map(({ id }) => id))
  const said = readRaised(form.typed, { today: visit.today, bases, offered, isOfChild: head.kind === 'child' })
  if ('messages' in said) return { html: raiseView(visit, form, opened, said.messages), status: 422 }
  const { fact, why } = said
  const { against = [] } = fact.data as { against?: readonly string[] }
  const own = visit.post.agency.id
  const { kind } = disagreementRaised
  const { ids } = await recordPastTheUnseen(visit, seenIn(form.typed, read), seen => ({
    areaId: head.areaId,
    submissionId: form.submission,
    ...raising({ caseId: head.id, own, kind, fact, seen, why, about: nameOfOwn(read, own) }, against),
  }))
  return { redirect: `${ladderHref(head.reference, ids[0] ?? '')}?done=raise` }
}

/** What a colleague raised meanwhile, beside what was typed: status 409. */
export async function conflict(visit: Visit, { recorded }: Conflict): Promise<Answer> {
  const { read, why } = await openRaise(visit)
  return cameFirst(visit, { read, why, definition: disagreementRaised, recorded })
}

/** @throws NotFound, NotAllowed where the post may not record on this case */
function openRaise(visit: Visit) {
  return visit.read(async ({ client, openCase }) => {
    const opened = await openCase(visit.params['reference'] ?? '')
    const { head } = opened
    await refuseUnless(client, visit, head, 'share')
    const read = await readCase(client, head, visit.guidance, visit.ledger.dayOf)
    const own = visit.post.agency.id
    const area = await readArea(client, head.areaId)
    const all = await readAgencies(client, head.areaId)
    const agencies = all.filter(({ id, isOffice, isConnected }) => id !== own && isConnected && !isOffice)
    return {
      ...opened,
      read,
      agencies,
      // What is open between this agency and another one: it goes on there, and is not raised twice.
      open: laddersOf(read.known).filter(ladder => !ladder.ended && sideOf(sidesOf(ladder, area), own)),
      bases: await readBases(client, visit.today.day),
      folded: await readFoldedPrompts(client),
    }
  })
}

export type OpenRaise = Awaited<ReturnType<typeof openRaise>>

/** What a new form begins with: the decision that the address names, and the council, where it is not one’s own. */
function begunFrom({ query }: Visit, { agencies }: OpenRaise): Fields {
  const [decision, on, of] = ['decision', 'on', 'of'].map(name => valueOf(query, name)) as [string, string, string]
  const council = agencies.find(({ isAuthority }) => isAuthority)
  const against = agencies.find(({ id }) => id === of) ?? council
  const [year = '', month = '', day = ''] = isDay(on) ? on.split('-').map(part => String(Number(part))) : []
  return {
    ...(Object.hasOwn(disagreementRaised.fields.decision.options, decision) ? { decision } : {}),
    ...(against ? { against: against.id } : {}),
    ...(day ? { 'decidedOn-day': day, 'decidedOn-month': month, 'decidedOn-year': year } : {}),
  }
}
