/** Joining two files of one child, and what it means for who sees which; and taking them apart again. */
import { NotFound } from '../../access/refusals.ts'
import { readDifferent } from '../../ledger/different-children.ts'
import { readDisclosures, type ToldOnce } from '../../ledger/disclosures.ts'
import { joinFiles, type LinkRead, linkOf, readLinks, splitFiles, unlike } from '../../ledger/links.ts'
import { type CaseHead, findCase, readCase } from '../../ledger/read.ts'
import { childrenOf } from '../../people/search.ts'
import { ageInWords, nameOfChild } from '../case-file/child.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, FormState, OpenReading, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import type { Message } from '../record/read-fact.ts'
import { referencesIn } from '../record/siblings.ts'
import { joinView } from './join.view.tsx'
import { joinedView } from './joined.view.tsx'
import { readReason } from './read-reason.ts'
import { findSameChild } from './same-child.ts'

/** `GET /case/:reference/join`; `?to=` names the other file. */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const typed = Object.keys(form.typed).length === 0 ? { to: valueOf(visit.query, 'to') } : form.typed
  return { html: joinView(visit, { ...form, typed }, await openJoin(visit, ''), []) }
}

/** `POST /case/:reference/join` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const [reference = ''] = referencesIn(valueOf(form.typed, 'to'))
  const opened = await openJoin(visit, reference)
  const { head, other } = opened
  const messages: Message[] = []
  if (!reference) messages.push({ field: 'to', text: 'Select the other file, or enter its reference' })
  else if (reference === head.reference)
    messages.push({ field: 'to', text: 'That is this file. Enter the reference of the other one' })
  else if (!other)
    messages.push({ field: 'to', text: `There is no file ${reference} that you may see. Check the reference` })
  else if (opened.links.some(one => one.caseId === other.id && !one.undone && one.id !== linkOf(form.submission)))
    messages.push({ field: 'to', text: 'These two files are joined already' })
  else if (other.restriction !== head.restriction) messages.push({ field: 'to', text: unlike })
  const why = readReason(form.typed, messages, 'Say how you know that it is the same child')
  if (messages.length > 0 || !other) return { html: joinView(visit, form, opened, messages), status: 422 }
  // Nothing that is compared is alike, or somebody said that they are two children: what is known is shown before they are joined.
  const isDifferent = opened.different.some(one => one.caseId === other.id)
  const isAlike =
    (!isDifferent && opened.same.some(one => one.caseId === other.id)) ||
    valueOf(visit.body, '_sure') === other.reference
  if (!isAlike) return { html: joinView(visit, form, opened, messages, other) }
  const id = await joinFiles(visit.ledger, {
    areaId: head.areaId,
    caseId: head.id,
    otherCaseId: other.id,
    why,
    submissionId: form.submission,
    by: { postId: visit.post.id, agencyId: visit.post.agency.id },
  })
  return { redirect: `/case/${encodeURIComponent(head.reference)}/joined/${id}` }
}

/** @throws NotFound, NotAllowed where the post may not join files */
function openJoin(visit: Visit, reference: string) {
  return visit.read(async reading => {
    const opened = await reading.openCase(visit.params['reference'] ?? '')
    const { head } = opened
    await refuseUnless(reading.client, visit, head, 'join-files')
    const read = await readCase(reading.client, head, visit.guidance, visit.ledger.dayOf)
    return {
      ...opened,
      read,
      other: await findOther(visit, reading, head, reference),
      same: await findSameChild(reading, read),
      links: await readLinks(reading.client, head.areaId, head.id),
      different: await readDifferent(reading.client, head.areaId, head.id),
    }
  })
}

export type OpenJoin = Awaited<ReturnType<typeof openJoin>>

/** The other file, with whom it is about. */
export interface OtherFile extends CaseHead {
  readonly name: string
  readonly age: string
}

/** The other file, where the visitor may see it and join it; one that they may not is answered as one that there is not. */
async function findOther(
  visit: Visit,
  { client, openCase }: OpenReading,
  head: CaseHead,
  reference: string,
): Promise<OtherFile | undefined> {
  if (!reference || reference === head.reference) return undefined
  const found = await findCase(client, [head.areaId], reference)
  if (!found || found.kind !== head.kind) return undefined
  const { head: other } = await openCase(reference)
  await refuseUnless(client, visit, other, 'join-files')
  const read = await readCase(client, other, visit.guidance, visit.ledger.dayOf)
  return { ...other, name: nameOfChild(read), age: ageInWords(read, visit.today.day) }
}

/** `GET /case/:reference/joined/:link` */
export async function joined(visit: Visit): Promise<Answer> {
  return show(visit, await visit.form(), await openLink(visit), [])
}

/** `POST /case/:reference/joined/:link` */
export async function split(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openLink(visit)
  const messages: Message[] = []
  const why = readReason(form.typed, messages, 'Say why they are not the same child')
  if (messages.length > 0) return show(visit, form, opened, messages)
  await splitFiles(visit.ledger, {
    areaId: opened.head.areaId,
    linkId: opened.link.id,
    why,
    submissionId: form.submission,
    by: { postId: visit.post.id, agencyId: visit.post.agency.id },
  })
  return { redirect: visit.path }
}

function show(visit: Visit, form: FormState, opened: OpenLink, messages: readonly Message[]): Answer {
  return { html: joinedView(visit, form, opened, messages), status: messages.length > 0 ? 422 : 200 }
}

/** @throws NotFound where there is no such link between files that the visitor may see, both; NotAllowed where the post may not */
function openLink(visit: Visit) {
  return visit.read(async reading => {
    const { client } = reading
    const opened = await reading.openCase(visit.params['reference'] ?? '')
    const { head } = opened
    const links = await readLinks(client, head.areaId, head.id)
    const link = links.find(({ id }) => id === visit.params['link'])
    if (!link) throw new NotFound()
    await refuseUnless(client, visit, head, 'join-files')
    const other = await reading.openCase(link.reference)
    const names = await childrenOf(client, [head.areaId], [head.id, other.head.id])
    const nameOf = (one: CaseHead) => names.get(one.id) || `Child ${one.reference}`
    const read = await readCase(client, head, visit.guidance, visit.ledger.dayOf)
    const there = await readCase(client, other.head, visit.guidance, visit.ledger.dayOf)
    const files = [
      { read, name: nameOf(head), told: await meanwhile(reading, head, link) },
      { read: there, name: nameOf(other.head), told: await meanwhile(reading, other.head, link) },
    ]
    return { ...opened, link, files }
  })
}

export type OpenLink = Awaited<ReturnType<typeof openLink>>

/** What was shared from a file while the link held: it may have been shared on the strength of it. */
async function meanwhile({ client }: OpenReading, head: CaseHead, { at, undone }: LinkRead): Promise<ToldOnce[]> {
  const all = await readDisclosures(client, head.areaId, head.id)
  return all.filter(one => one.reachedAt >= at && (undone === null || one.reachedAt <= undone.at))
}
