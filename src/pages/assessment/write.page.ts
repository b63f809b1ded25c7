/** Writing what an assessment found of one domain: one form for all its dimensions, one command for what changed. */

import { Conflict, NotFound } from '../../access/refusals.ts'
import { recordPastTheUnseen } from '../../ledger/past-the-unseen.ts'
import { lastSeenIn } from '../../ledger/read.ts'
import { type Domain, domains } from '../../procedures/assessment-frame.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import { type OpenAssessment, openAssessment } from './opened.ts'
import { fieldOf, formOfDomain, readWriting, type Writing } from './read-writing.ts'
import { writeView } from './write.view.tsx'

/** `GET /case/:reference/assessment/:root/:domain` */
export async function page(visit: Visit): Promise<Answer> {
  const { opened, domain } = await openDomain(visit)
  const form = await visit.form()
  const isNew = Object.keys(form.typed).length === 0
  const shown = isNew ? { ...form, typed: formOfDomain(visit, opened, domain) } : form
  return { html: writeView(visit, shown, { opened, domain, messages: [], collisions: [] }) }
}

/** How often a form is read again because somebody recorded something else while it was recorded. */
const tries = 3

/** `POST /case/:reference/assessment/:root/:domain` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  for (let left = tries; ; left--) {
    const { opened, domain } = await openDomain(visit)
    const writing = readWriting(visit, opened, domain, form.typed)
    if (writing.messages.length > 0 || writing.collisions.length > 0) return again(visit, form, opened, domain, writing)
    const { address, head } = opened
    if (writing.acts.length > 0)
      try {
        await recordPastTheUnseen(visit, lastSeenIn(opened.read), seen => ({
          areaId: head.areaId,
          submissionId: form.submission,
          acts: writing.acts.map(act => {
            if (act.act === 'correct' || seen !== undefined) return act
            const { seen: _, ...unseen } = act
            return unseen
          }),
        }))
      } catch (error) {
        // Of another dimension, it stands in nobody's way; of the same one, reading it again shows it.
        if (error instanceof Conflict && left > 1) continue
        throw error
      }
    return { redirect: `${address}?recorded=${writing.acts.length}#${domain}` }
  }
}

/** The same page with what is wrong, or with what somebody else wrote; whoever sends it again has seen that. */
function again(
  visit: Visit,
  form: FormState,
  opened: OpenAssessment,
  domain: Domain,
  { messages, collisions }: Writing,
): Answer {
  const fresh = formOfDomain(visit, opened, domain)
  const seen = Object.fromEntries(
    collisions.map(dimension => [fieldOf(dimension, 'seen'), fresh[fieldOf(dimension, 'seen')] ?? '']),
  )
  const html = writeView(
    visit,
    { ...form, typed: { ...form.typed, ...seen } },
    { opened, domain, messages, collisions },
  )
  return { html, status: messages.length > 0 ? 422 : 409 }
}

/** @throws NotFound where there is no such assessment or domain, NotAllowed where the post does not record */
async function openDomain(visit: Visit) {
  const opened = await openAssessment(visit)
  const domain = visit.params['domain'] ?? ''
  if (!Object.hasOwn(domains, domain)) throw new NotFound()
  await visit.read(({ client }) => refuseUnless(client, visit, opened.head, 'record'))
  return { opened, domain: domain as Domain }
}
