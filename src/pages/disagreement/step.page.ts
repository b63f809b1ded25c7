/** One step of a disagreement: how the child is safe meanwhile, an answer, taking it higher, that it is settled, or withdrawing it. */

import { type Conflict, NotFound } from '../../access/refusals.ts'
import { nextOf, sidesOf } from '../../ledger/disagree.ts'
import { recordPastTheUnseen } from '../../ledger/past-the-unseen.ts'
import type { Stage } from '../../procedures/disagreement-facts.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { findRecorded } from '../record/find-recorded.ts'
import { seenIn } from '../record/open-form.ts'
import { cameFirst, discarded } from './came-first.ts'
import {
  isRaisedOnReceipt,
  isStep,
  ladderHref,
  nameOfOwn,
  type OpenLadder,
  openLadder,
  type StepName,
  stepsNow,
} from './open-ladder.ts'
import { answersStage, readStep, recordedBy } from './read-disagreement.ts'
import { stepView } from './step.view.tsx'

/** `GET /case/:reference/disagreement/:root/:step`; what cannot be done now leads to where it stands. */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const { opened, step } = await openStep(visit)
  if (!stepsNow(opened.ladder, opened.side).includes(step)) return { redirect: hrefOf(opened) }
  return { html: stepView(visit, form, opened, step, { messages: [] }) }
}

/** `POST /case/:reference/disagreement/:root/:step` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  if (valueOf(visit.body, '_discard')) return discarded(visit, form)
  const { opened, step } = await openStep(visit)
  const { head, read, ladder, area, side, grounds } = opened
  if (!stepsNow(ladder, side).includes(step)) {
    // A form that arrives twice finds what its first arrival did.
    if (await findRecorded(visit, form.submission)) return { redirect: `${hrefOf(opened)}?done=${step}` }
    return { html: stepView(visit, form, opened, step, { messages: [], isTooLate: true }), status: 409 }
  }
  const { raised, present } = ladder
  const against = opened.sides.answers
  const onReceipt = isRaisedOnReceipt(ladder)
  const said = readStep(step, form.typed, { from: present.stage, against, today: visit.today, onReceipt })
  if ('messages' in said) return { html: stepView(visit, form, opened, step, { messages: said.messages }), status: 422 }
  const { fact, toSender } = said
  const own = visit.post.agency.id
  const { stage } = fact.data as { stage?: Stage }
  const sides = sidesOf(ladder, area, step === 'higher' ? stage : undefined)
  // An answer is one to the stage that was on the page when it was written.
  const of = step === 'answer' ? answeredStage(visit, opened) : raised.root
  await recordPastTheUnseen(visit, seenIn(form.typed, read), seen => ({
    areaId: head.areaId,
    submissionId: form.submission,
    ...nextOf(
      {
        caseId: head.id,
        own,
        kind: recordedBy[step].kind,
        fact,
        seen,
        why: grounds,
        about: nameOfOwn(read, own),
        toSender,
      },
      ladder,
      sides,
      of,
    ),
  }))
  return { redirect: `${hrefOf(opened)}?done=${step}` }
}

/** What a colleague recorded meanwhile, beside what was typed: status 409. */
export async function conflict(visit: Visit, { recorded }: Conflict): Promise<Answer> {
  const { opened, step } = await openStep(visit)
  return cameFirst(visit, { read: opened.read, why: opened.why, definition: recordedBy[step], recorded })
}

function answeredStage(visit: Visit, { ladder }: OpenLadder): string {
  const asked = valueOf(visit.body, answersStage)
  return ladder.rungs.find(({ by }) => by.root === asked)?.by.root ?? ladder.present.by.root
}

const hrefOf = ({ head, ladder }: OpenLadder) => ladderHref(head.reference, ladder.raised.root)

async function openStep(visit: Visit): Promise<{ opened: OpenLadder; step: StepName }> {
  const step = visit.params['step'] ?? ''
  const opened = await openLadder(visit, 'record')
  if (!isStep(step)) throw new NotFound()
  return { opened, step }
}
