/** Answering a request for information: what was asked, the answer, and what it lets the asking agency know. */
import { NotFound } from '../../access/refusals.ts'
import type { Statement } from '../../engine/fact.ts'
import { isOpen } from '../../engine/standing.ts'
import { readBases } from '../../ledger/bases.ts'
import { type ReadCase, readCase, readNames, standingOf } from '../../ledger/read.ts'
import { readAgencies } from '../../people/agencies.ts'
import { newId } from '../../platform/identifier.ts'
import {
  informationRequestAnswered,
  informationRequested,
  informationRequestWithdrawn,
} from '../../procedures/information-request.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, OpenReading, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import { answerView } from './answer.view.tsx'
import { readAnswer } from './read-answer.ts'

export type Request = Statement<typeof informationRequested.fields>

/** `GET /case/:reference/answer`; `?request=` says which one, where there are several. */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openAnswer(visit)
  return { html: answerView(visit, form, opened, []) }
}

/** `POST /case/:reference/answer` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openAnswer(visit)
  const { head, request, basis, bases } = opened
  const read = readAnswer(form.typed, { today: visit.today, basis, bases })
  if ('messages' in read) return { html: answerView(visit, form, opened, read.messages), status: 422 }
  const { fact, why } = read.answering
  const id = newId()
  const { ids } = await visit.record({
    areaId: head.areaId,
    submissionId: form.submission,
    acts: [{ act: 'record', id, caseId: head.id, kind: informationRequestAnswered.kind, about: request.root, ...fact }],
    tells: [{ caseId: head.id, toAgencyIds: [request.agency], roots: [id], ...why }],
  })
  return { redirect: `/case/${encodeURIComponent(head.reference)}?recorded=${ids[0] ?? ''}` }
}

/** @throws NotFound where nothing was asked of the visitor’s agency here; NotAllowed where the post may not answer */
function openAnswer(visit: Visit) {
  return visit.read(async ({ client, openCase }) => {
    const opened = await openCase(visit.params['reference'] ?? '')
    await refuseUnless(client, visit, opened.head, 'ask')
    const read = await readCase(client, opened.head, visit.guidance, visit.ledger.dayOf)
    const request = requestFor(visit, read)
    const names = await readNames(
      client,
      [request.agency],
      [entryOf(read, request.root)?.recordedBy ?? ''].filter(Boolean),
    )
    const agencies = await readAgencies(client, opened.head.areaId)
    const withdrawn = read.known.byKind.get(informationRequestWithdrawn.kind) ?? []
    return {
      ...opened,
      read,
      request,
      withdrawn: withdrawn.find(one => one.about === request.root),
      alsoAsked: agencies.flatMap(({ id, name }) => (request.data.alsoAsked?.includes(id) ? name : [])),
      duty: read.duties.find(row => row.trigger_root === request.root && row.agency_id === visit.post.agency.id),
      asker: agencies.find(one => one.id === request.agency),
      askedBy: names.posts.get(entryOf(read, request.root)?.recordedBy ?? ''),
      own: agencies.find(one => one.id === visit.post.agency.id),
      bases: await readBases(client, visit.today.day),
      ...(await whyAsked(client, opened.head.areaId, request.root)),
    }
  })
}

export type OpenAnswer = Awaited<ReturnType<typeof openAnswer>>

const entryOf = (read: ReadCase, id: string) => read.entries.find(entry => entry.id === id)

/** The request that the address names, else the one whose answer is due first, else the newest. */
function requestFor(visit: Visit, read: ReadCase): Request {
  const own = visit.post.agency.id
  const all = (read.known.byKind.get(informationRequested.kind) ?? []) as unknown as readonly Request[]
  const toUs = all.filter(one => one.agency !== own && one.data.asked?.includes(own))
  const named = valueOf(visit.body, 'request') || valueOf(visit.query, 'request')
  const open = read.duties.find(
    row =>
      row.agency_id === own && isOpen(standingOf(row, visit.today)) && toUs.some(one => one.root === row.trigger_root),
  )
  const found = named
    ? toUs.find(one => one.root === named)
    : (toUs.find(one => one.root === open?.trigger_root) ?? toUs.at(-1))
  if (!found) throw new NotFound()
  return found
}

/** The basis and the reason with which the visitor’s agency was asked. */
async function whyAsked(
  client: OpenReading['client'],
  areaId: string,
  root: string,
): Promise<{ basis: string | undefined; necessity: string }> {
  const { rows } = await client.query<{ basis: string; necessity: string }>({
    name: 'why it was asked',
    text: `select d.basis, d.necessity from disclosed_fact f join disclosure d on d.area_id = f.area_id and d.id = f.disclosure_id
           where f.area_id = $1 and f.root = $2 and d.to_agency_id = (select context_agency()) order by d.reached_at limit 1`,
    values: [areaId, root],
  })
  return { basis: rows[0]?.basis, necessity: rows[0]?.necessity ?? '' }
}
