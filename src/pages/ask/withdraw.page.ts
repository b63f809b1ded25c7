/** Taking back what other agencies were asked: which of the requests that are open, and why no answer is wanted any more. */
import { isOpen } from '../../engine/standing.ts'
import { readRequestsOut, withdrawalsOf } from '../../ledger/ask.ts'
import { readCase, standingOf } from '../../ledger/read.ts'
import { readAgencies } from '../../people/agencies.ts'
import { informationRequested } from '../../procedures/information-request.ts'
import { askedTogether } from '../involved/involved.view.tsx'
import { valueOf, valuesOf } from '../pipeline/fields.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { findRecorded } from '../record/find-recorded.ts'
import { refuseUnless } from '../record/permission.ts'
import type { Message } from '../record/read-fact.ts'
import { type OpenRequest, withdrawView } from './withdraw.view.tsx'

const longest = 500

/** `GET /case/:reference/withdraw`; `?request=` ticks one, and those that were sent with it. */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openWithdraw(visit)
  const isNew = Object.keys(form.typed).length === 0
  const named = opened.open.find(({ root }) => root === valueOf(visit.query, 'request'))
  const requests = opened.open.flatMap(one => (named && one.sentAt === named.sentAt ? one.root : []))
  return { html: withdrawView(visit, isNew ? { ...form, typed: { requests } } : form, opened, []) }
}

/** `POST /case/:reference/withdraw` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openWithdraw(visit)
  // Asked after what is open: of a form that arrived twice the second one finds nothing open, and what the first did.
  const before = await findRecorded(visit, form.submission)
  if (before) return { redirect: involved(before.reference) }
  const messages: Message[] = []
  const chosen = [...new Set(valuesOf(form.typed, 'requests'))]
  if (chosen.length === 0) messages.push({ field: 'requests', text: 'Select at least one request' })
  else if (!chosen.every(root => opened.open.some(one => one.root === root)))
    messages.push({
      field: 'requests',
      text: 'Select from the list. Somebody may have answered, or withdrawn it, meanwhile',
    })
  const reason = valueOf(form.typed, 'reason')
  if (!reason) messages.push({ field: 'reason', text: 'Enter why no answer is wanted any more' })
  if (reason.length > longest)
    messages.push({ field: 'reason', text: `The reason must be ${longest} characters or fewer` })
  if (messages.length > 0) return { html: withdrawView(visit, form, opened, messages), status: 422 }
  const { head } = opened
  const out = await visit.read(({ client }) => readRequestsOut(client, head.areaId, head.id, chosen))
  const today = { from: visit.today.day, to: visit.today.day, certainty: 'day', at: null } as const
  await visit.record({
    areaId: head.areaId,
    submissionId: form.submission,
    ...withdrawalsOf(head.id, out, today, reason),
  })
  return { redirect: involved(head.reference) }
}

function involved(reference: string): string {
  return `/case/${encodeURIComponent(reference)}/involved?withdrawn=yes`
}

/** @throws NotFound, NotAllowed where the post may not ask about this case */
function openWithdraw(visit: Visit) {
  return visit.read(async ({ client, openCase }) => {
    const opened = await openCase(visit.params['reference'] ?? '')
    await refuseUnless(client, visit, opened.head, 'ask')
    const read = await readCase(client, opened.head, visit.guidance, visit.ledger.dayOf)
    const agencies = await readAgencies(client, opened.head.areaId)
    const waits = (root: string) =>
      read.duties.some(row => row.trigger_root === root && isOpen(standingOf(row, visit.today)))
    const open = (read.known.byKind.get(informationRequested.kind) ?? [])
      .filter(one => one.agency === visit.post.agency.id && waits(one.root))
      .map((request): OpenRequest => {
        const { asked = [] } = request.data as { asked?: readonly string[] }
        return {
          root: request.root,
          agencies: agencies.flatMap(({ id, name }) => (asked.includes(id) ? name : [])),
          on: request.happened.from,
          sentAt: askedTogether(read, request)[0]?.knownSince ?? request.knownSince,
          question: read.words.get(request.root)?.['question'] ?? '',
        }
      })
    return { ...opened, read, open }
  })
}

export type OpenWithdraw = Awaited<ReturnType<typeof openWithdraw>>
