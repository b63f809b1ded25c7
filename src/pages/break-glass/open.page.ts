/** Opening a restricted record in an emergency: why, what for, for how long, and who is told. */
import { NotFound } from '../../access/refusals.ts'
import {
  breakGlass,
  colleaguesToTell,
  endBreakGlass,
  type Minutes,
  minutesOffered,
  type RestrictedCase,
  type Scope,
} from '../../ledger/break-glass.ts'
import { findCase } from '../../ledger/read.ts'
import { isId } from '../../platform/identifier.ts'
import { breakGlassUsed } from '../../procedures/break-glass.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import type { Message } from '../record/read-fact.ts'
import { openView } from './open.view.tsx'

const longest = 2000

/** `GET /case/:reference/open` */
export async function page(visit: Visit): Promise<Answer> {
  const found = await restrictedOrSeen(visit)
  return 'redirect' in found ? found : show(visit, await visit.form(), found, [])
}

/** `POST /case/:reference/open` */
export async function submit(visit: Visit): Promise<Answer> {
  const found = await restrictedOrSeen(visit)
  if ('redirect' in found) return found
  const form = await visit.form()
  const read = readOpening(form.typed)
  if ('messages' in read) return show(visit, form, found, read.messages)
  await breakGlass(visit.ledger, {
    ...read,
    areaId: found.areaId,
    reference: found.reference,
    submissionId: form.submission,
    by: { postId: visit.post.id, agencyId: visit.post.agency.id },
  })
  return { redirect: `/case/${found.reference}` }
}

/** `POST /case/:reference/open/end` */
export async function end(visit: Visit): Promise<Answer> {
  const id = valueOf(visit.body, 'opening')
  const head = await seen(visit)
  // It may have closed by itself while the page was open.
  if (!head) return { redirect: '/due' }
  if (!isId(id)) throw new NotFound()
  await endBreakGlass(visit.ledger, head.areaId, id, visit.post.id)
  return { redirect: '/due' }
}

function seen(visit: Visit) {
  return visit.read(({ client }) => findCase(client, visit.areaIds, visit.params['reference'] ?? ''))
}

/** Whoever sees the case already is led to it. @throws NotFound where the post may not know of such a case */
async function restrictedOrSeen(visit: Visit): Promise<RestrictedCase | { redirect: string }> {
  const head = await seen(visit)
  if (head) return { redirect: `/case/${head.reference}` }
  const found = await visit.findRestricted(visit.params['reference'] ?? '')
  if (!found) throw new NotFound()
  return found
}

interface Opening {
  readonly scope: Scope
  readonly minutes: Minutes
  readonly reason: string
  readonly toldPostId: string
}

/** Reads the form. */
function readOpening(typed: Fields): Opening | { messages: Message[] } {
  const messages: Message[] = []
  const reason = valueOf(typed, 'reason')
  if (reason === '') messages.push({ field: 'reason', text: 'Say why it cannot wait' })
  if (reason.length > longest)
    messages.push({
      field: 'reason',
      text: `The reason must be ${longest.toLocaleString('en-GB')} characters or fewer`,
    })
  const scope = valueOf(typed, 'scope')
  if (!Object.hasOwn(breakGlassUsed.fields.scope.options, scope))
    messages.push({ field: 'scope', text: 'Select what you need to know' })
  const minutes = minutesOffered.find(one => String(one) === valueOf(typed, 'minutes'))
  if (!minutes) messages.push({ field: 'minutes', text: 'Select for how long' })
  const toldPostId = valueOf(typed, 'told')
  if (!isId(toldPostId)) messages.push({ field: 'told', text: 'Select who is told' })
  if (messages.length > 0 || !minutes) return { messages }
  return { scope: scope as Scope, minutes, reason, toldPostId }
}

async function show(
  visit: Visit,
  form: FormState,
  found: RestrictedCase,
  messages: readonly Message[],
): Promise<Answer> {
  const colleagues = await colleaguesToTell(visit.ledger.recorder, found, visit.post.id)
  return { html: openView(visit, form, { found, colleagues, messages }), status: messages.length > 0 ? 422 : 200 }
}
