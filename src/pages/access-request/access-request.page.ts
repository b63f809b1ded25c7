/** Answering somebody's request for the record about themselves: the file put together, decided passage by passage, and given. */

import { createHash } from 'node:crypto'
import { NotAllowed, NotFound } from '../../access/refusals.ts'
import type { Statement } from '../../engine/fact.ts'
import { makePdf } from '../../exchange/document/pdf.ts'
import {
  decideAccess,
  fingerprintOf,
  holding,
  type KeptDecision,
  readDecisions as readKept,
} from '../../ledger/access-decisions.ts'
import { readDraftsOfCase } from '../../ledger/drafts-of-case.ts'
import { lastSeenIn } from '../../ledger/read.ts'
import { isId } from '../../platform/identifier.ts'
import { childNamed } from '../../procedures/people.ts'
import {
  subjectAccessRefused,
  subjectAccessReleased,
  subjectAccessRequested,
} from '../../procedures/subject-access-request.ts'
import { openFile } from '../case-file/case.page.tsx'
import { nameOfChild, wordsOf } from '../case-file/child.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import type { Message } from '../record/read-fact.ts'
import { accessRequestView } from './access-request.view.tsx'
import { assemble, groundsUsed, type Requester, undecided } from './assemble.ts'
import { documentOf } from './document.ts'
import { draftsInFile } from './drafts.ts'
import { listView } from './list.view.tsx'
import { readDecisions } from './read-decisions.ts'

/** `GET /case/:reference/access-request`: the requests of this file that the visitor's agency has to answer, or answered. */
export async function list(visit: Visit): Promise<Answer> {
  const opened = await openFile(visit)
  const { head, read } = opened
  await visit.read(({ client }) => refuseUnless(client, visit, head, 'answer-access-request'))
  const requests = (read.known.byKind.get(subjectAccessRequested.kind) ?? [])
    .filter(one => one.agency === visit.post.agency.id)
    .map(one => ({ one, answer: answerTo(read.known.inOrder, one.root, one.agency) }))
  return { html: listView(visit, { ...opened, name: nameOfChild(read), requests }) }
}

/** `GET /case/:reference/access-request/:root` */
export async function page(visit: Visit): Promise<Answer> {
  return show(visit, await visit.form(), await openRequest(visit), [])
}

/** `POST /case/:reference/access-request/:root`: keeps what was decided; with `_do` confirms all proposals, or gives the record. */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openRequest(visit)
  const wish = valueOf(visit.body, '_do')
  if (opened.answer)
    throw new NotAllowed(
      'This request was answered. What was decided stays as it is.',
      'Ask a privacy officer to take in a new request, if something is to be decided anew.',
    )
  const { decisions, messages } = readDecisions(opened.listed, form.typed, wish === 'all')
  if (messages.length > 0) return show(visit, form, opened, messages)
  const { head, request } = opened
  const by = { postId: visit.post.id, agencyId: visit.post.agency.id }
  if (decisions.length > 0)
    await decideAccess(visit.ledger, { areaId: head.areaId, caseId: head.id, requestRoot: request.root, by, decisions })
  const address = `/case/${encodeURIComponent(head.reference)}/access-request/${request.root}`
  if (wish !== 'release') return { redirect: `${address}?kept=${decisions.length}` }
  return release(visit, form, address)
}

/** `GET /case/:reference/access-request/:root/record.pdf` */
export async function download(visit: Visit): Promise<Answer> {
  const opened = await openRequest(visit)
  const file = await fileOf(visit, opened)
  const name = `${opened.isGiven ? '' : 'draft-'}record-${opened.head.reference}.pdf`
  return { file, name, type: 'application/pdf' }
}

async function release(visit: Visit, form: FormState, address: string): Promise<Answer> {
  const opened = await openRequest(visit)
  const { head, read, request, listed, kept } = opened
  const open = undecided(listed)
  if (open.length > 0)
    return show(visit, form, opened, [
      { field: 'to-decide', text: `Decide first about what is proposed: ${open.length} still to decide` },
    ])
  const giving = valueOf(form.typed, 'giving')
  if (giving === '') return show(visit, form, opened, [{ field: 'giving', text: 'Select how the record is given' }])
  if (!Object.hasOwn(subjectAccessReleased.fields.giving.options, giving)) throw new NotFound()
  const document = await fileOf(visit, opened, false)
  const { day } = visit.today
  await visit.record({
    areaId: head.areaId,
    submissionId: form.submission,
    acts: [
      {
        act: 'record',
        caseId: head.id,
        kind: subjectAccessReleased.kind,
        about: request.root,
        happened: { from: day, to: day, certainty: 'day', at: null },
        data: { extent: groundsUsed(listed).length > 0 ? 'part' : 'whole', giving },
        narrative: { document: sha256(document), decisions: fingerprintOf(kept) },
        seen: lastSeenIn(read),
      },
    ],
  })
  return { redirect: address }
}

function sha256(file: Buffer): string {
  return createHash('sha256').update(file).digest('hex')
}

export type OpenRequest = Awaited<ReturnType<typeof openRequest>>

/** @throws NotFound where there is no such request of the visitor's agency, NotAllowed where the post does not answer requests */
async function openRequest(visit: Visit) {
  const opened = await openFile(visit)
  const { head, read, names } = opened
  const root = visit.params['root']
  const request = isId(root) ? read.known.byRoot.get(root) : undefined
  if (request?.kind !== subjectAccessRequested.kind || request.agency !== visit.post.agency.id) throw new NotFound()
  const { kept, telephone } = await visit.read(async ({ client }) => {
    await refuseUnless(client, visit, head, 'answer-access-request')
    const agency = await client.query<{ telephone: string | null }>('select telephone from agency where id = $1', [
      visit.post.agency.id,
    ])
    return { kept: await readKept(client, head.areaId, request.root), telephone: agency.rows[0]?.telephone ?? null }
  })
  const answer = answerTo(read.known.inOrder, request.root, visit.post.agency.id)
  const by = { postId: visit.post.id, agencyId: visit.post.agency.id }
  const drafts = await readDraftsOfCase(visit.ledger, head.areaId, head.id, by)
  const requester = (request.data as { requester?: Requester }).requester ?? 'person'
  const isGiven = answer?.kind === subjectAccessReleased.kind
  const listed = assemble({
    read,
    guidance: visit.guidance,
    names,
    own: visit.post.agency.id,
    requester,
    decisions: holding(kept),
    drafts: draftsInFile(drafts, read, visit.guidance, isGiven ? answer.knownSince : undefined),
    before: isGiven ? answer.number : undefined,
  })
  return { ...opened, request, requester, answer, isGiven, kept, telephone, listed, name: nameOfChild(read) }
}

function answerTo(known: readonly Statement[], root: string, agency: string): Statement | undefined {
  const kinds: readonly string[] = [subjectAccessReleased.kind, subjectAccessRefused.kind]
  return known.find(one => kinds.includes(one.kind) && one.about === root && one.agency === agency)
}

/** The record as it was given; as it would be given, where it was not yet. As PDF alone: what was given is not written on. */
function fileOf(visit: Visit, opened: OpenRequest, isDraft = !opened.isGiven): Promise<Buffer> {
  const { read, name, requester, answer, listed, head, telephone } = opened
  const { forenames = '' } = wordsOf(read, read.known.byKind.get(childNamed.kind)?.at(-1))
  const document = documentOf({
    name,
    firstName: requester === 'person' ? undefined : forenames.split(' ')[0] || name,
    reference: head.reference,
    agency: visit.post.agency.name,
    telephone,
    day: opened.isGiven && answer ? answer.happened.from : visit.today.day,
    isDraft,
    listed,
  })
  return makePdf(document)
}

async function show(visit: Visit, form: FormState, opened: OpenRequest, messages: readonly Message[]): Promise<Answer> {
  const given = opened.isGiven && opened.answer && wordsOf(opened.read, opened.answer)
  const isSame = !given
    ? undefined
    : {
        document: given['document'] === sha256(await fileOf(visit, opened)),
        decisions: given['decisions'] === fingerprintOf(opened.kept),
      }
  const people = await visit.read(({ client }) => peopleOf(client, opened.kept))
  return {
    html: accessRequestView(visit, form, opened, { messages, isSame, people }),
    status: messages.length > 0 ? 422 : 200,
  }
}

type Client = Parameters<Parameters<Visit['read']>[0]>[0]['client']

/** Names of those who decided, by post. */
async function peopleOf(client: Client, kept: readonly KeptDecision[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; name: string }>(
    'select p.id, w.name from post p join practitioner w on w.id = p.practitioner_id where p.id = any($1)',
    [[...new Set(kept.map(one => one.by))]],
  )
  return new Map(rows.map(row => [row.id, row.name]))
}
