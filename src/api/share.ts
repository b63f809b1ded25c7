/** Letting other agencies know: sharing facts, recalling that, and answering what another agency asked. */
import { z } from 'zod'
import { NotFound } from '../access/refusals.ts'
import type { Statement } from '../engine/fact.ts'
import { isOpen } from '../engine/standing.ts'
import { disclose, disclosuresOf, recall } from '../ledger/disclose.ts'
import { standingOf } from '../ledger/read.ts'
import { readPeople } from '../people/parties.ts'
import { newId } from '../platform/identifier.ts'
import { informationRequestAnswered, informationRequested } from '../procedures/information-request.ts'
import { idIn } from './cases.ts'
import { readGrounds, whyBody } from './grounds.ts'
import { type Call, operation } from './operation.ts'
import type { Fault } from './problem.ts'
import { clean, idBody, readSaid, refuseFaults, saidBody, wordsBody } from './read-said.ts'
import { isOther, type Opened, openToWrite, replyOf } from './record-fact.ts'
import { sentOf } from './sent.ts'

const sharedShape = z.object({
  disclosures: z.array(z.uuid()).meta({ description: 'One for each agency, in their order' }),
})

export const share = operation({
  id: 'shareFacts',
  summary: 'Share facts of this agency with other agencies',
  detail:
    'Each disclosure says on which lawful basis, why it is necessary, and whether the family was told. "kinds" shares everything of a kind, recorded before and from now on. With "posts" only these people are told, at least one of each agency that is named, and nobody else of their agencies: not their systems either, unless the post of a system is among them.',
  body: z.strictObject({
    agencies: z.array(idBody).min(1),
    posts: z
      .array(idBody)
      .default([])
      .meta({ description: 'Posts of these agencies, as their lists of people have them' }),
    facts: z.array(idBody).default([]),
    kinds: z.array(z.string()).default([]),
    until: z.iso.datetime({ offset: true, error: 'Write an instant as 2026-03-27T14:30:00Z' }).optional(),
    why: whyBody,
  }),
  answers: sharedShape,
  once: true,
  do: async (call, { body }) => {
    const opened = await openToWrite(call)
    const before = await disclosedBefore(call, body.agencies)
    if (before) return { status: 200, body: { disclosures: before }, replayed: true }
    const faults: Fault[] = []
    const why = readGrounds(body.why, { bases: opened.bases, aboutFamily: true }, 'why', faults)
    if (!body.agencies.every(id => isOther(call, opened, id)))
      faults.push({ field: 'agencies', message: 'Name only other agencies of the area, by their ids' })
    await refuseStrangers(call, opened.head.areaId, body, faults)
    if (!body.kinds.every(kind => call.guidance.kinds.has(kind)))
      faults.push({ field: 'kinds', message: 'Name only kinds that /api/v1/kinds lists' })
    if (!body.facts.every(root => opened.read.known.byRoot.get(root)?.agency === call.post.agency.id))
      faults.push({ field: 'facts', message: 'Only what your own agency recorded can be shared' })
    if (body.facts.length + body.kinds.length === 0)
      faults.push({ field: 'facts', message: 'Name the facts or the kinds that are shared' })
    const untilAt = body.until === undefined ? undefined : Date.parse(body.until)
    if (untilAt !== undefined && untilAt <= call.today.instant)
      faults.push({ field: 'until', message: 'This must be in the future' })
    refuseFaults(faults)
    const { submissionId, bind } = sentOf(call)
    const isFirst = await bind()
    const { areaId, id: caseId } = opened.head
    const disclosures = await disclose(call.ledger, {
      areaId,
      caseId,
      submissionId,
      toAgencyIds: [...new Set(body.agencies)],
      toPostIds: body.posts,
      roots: body.facts,
      kinds: body.kinds,
      by: { postId: call.post.id, agencyId: call.post.agency.id },
      ...(untilAt === undefined ? {} : { untilAt }),
      ...why,
    })
    return isFirst ? { status: 201, body: { disclosures } } : { status: 200, body: { disclosures }, replayed: true }
  },
})

/** Who is told by name holds a post at one of the agencies, and each agency has somebody: none is told whole by an oversight. */
async function refuseStrangers(
  call: Call,
  areaId: string,
  { agencies, posts }: { readonly agencies: readonly string[]; readonly posts: readonly string[] },
  faults: Fault[],
): Promise<void> {
  if (posts.length === 0) return
  const people = await call.read(({ client }) => readPeople(client, areaId, agencies))
  const named = posts.flatMap(id => people.find(person => person.id === id) ?? [])
  if (named.length < posts.length)
    faults.push({ field: 'posts', message: 'Name only people who hold a post now at the agencies that are named' })
  else if (!agencies.every(id => named.some(person => person.agencyId === id)))
    faults.push({ field: 'posts', message: 'Name somebody of each agency; share with whole agencies by itself' })
}

/** The disclosures that the same key made before; nothing where it did not yet. */
async function disclosedBefore(call: Call, agencies: readonly string[]): Promise<string[] | undefined> {
  const { submissionId, wasBound } = sentOf(call)
  if (!wasBound) return undefined
  const ids = disclosuresOf(submissionId, [...new Set(agencies)])
  const { rowCount } = await call.read(({ client }) =>
    client.query('select from disclosure where area_id = any($1) and id = any($2)', [call.areaIds, ids]),
  )
  return rowCount === ids.length ? ids : undefined
}

export const recallDisclosure = operation({
  id: 'recallDisclosure',
  summary: 'Recall a disclosure: it ends at once, and leaves its trace',
  detail: 'What the other agency knew it goes on knowing: its duties stand. A second recall changes nothing.',
  body: z.strictObject({ why: wordsBody('why it is recalled', 500) }),
  answers: z.object({ id: z.uuid() }),
  do: async (call, { body }) => {
    const disclosureId = idIn(call, 'disclosure')
    const { head } = await call.read(({ openCase }) => openCase(clean(call.params['reference'] ?? '')))
    const isHere = await call.read(({ client }) =>
      client.query('select from disclosure where area_id = $1 and id = $2 and case_id = $3', [
        head.areaId,
        disclosureId,
        head.id,
      ]),
    )
    if (!isHere.rowCount) throw new NotFound()
    const by = { postId: call.post.id, agencyId: call.post.agency.id }
    await recall(call.ledger, { areaId: head.areaId, disclosureId, by, why: body.why })
    return { body: { id: disclosureId } }
  },
})

type Request = Statement<typeof informationRequested.fields>

export const answerRequest = operation({
  id: 'answerRequest',
  summary: 'Answer a request for information',
  detail:
    'As "information-request-answered" in /api/v1/kinds; its day is today. The answer reaches the agency that asked. "request" is the fact; left out, it is the one that is due first. Without a basis, the one on which it was asked holds.',
  body: z.strictObject({
    request: idBody.optional(),
    data: saidBody.data,
    narrative: saidBody.narrative,
    why: whyBody,
  }),
  answers: z.object({ id: z.uuid(), fact: z.uuid(), number: z.int(), recordedAt: z.iso.datetime() }),
  once: true,
  do: async (call, { body }) => {
    const opened = await openToWrite(call)
    if (opened.before) return replyOf(call, opened.head.areaId, opened.before)
    const request = requestFor(call, opened, body.request)
    const { today } = call
    const faults: Fault[] = []
    const { data, narrative, happened } = readSaid(
      informationRequestAnswered,
      { happened: { on: today.day }, data: body.data, narrative: body.narrative },
      { today, openedOn: undefined, parties: opened.parties },
      faults,
    )
    if (data['answer'] === 'held-not-shared' && !narrative['whyNot'])
      faults.push({ field: 'narrative.whyNot', message: 'Enter why you do not share it' })
    const basis = await basisOf(call, opened.head.areaId, request.root)
    const aboutFamily = data['answer'] === 'involved'
    const why = readGrounds(body.why, { bases: opened.bases, basis, aboutFamily }, 'why', faults)
    refuseFaults(faults)
    const { submissionId, bind } = sentOf(call)
    await bind()
    const id = newId()
    const { areaId, id: caseId } = opened.head
    const { kind } = informationRequestAnswered
    const said = { happened, narrative, data: { ...data, asOf: data['asOf'] ?? today.day } }
    const recorded = await call.record({
      areaId,
      submissionId,
      acts: [{ act: 'record', id, caseId, kind, about: request.root, ...said }],
      tells: [{ caseId, toAgencyIds: [request.agency], roots: [id], ...why }],
    })
    return replyOf(call, areaId, recorded)
  },
})

/** The request that is named, else the one whose answer is due first, else the newest. @throws NotFound where there is none */
function requestFor(call: Call, { read }: Opened, named: string | undefined): Request {
  const own = call.post.agency.id
  const all = (read.known.byKind.get(informationRequested.kind) ?? []) as unknown as readonly Request[]
  const toUs = all.filter(one => one.agency !== own && one.data.asked?.includes(own))
  const open = read.duties.find(
    row =>
      row.agency_id === own && isOpen(standingOf(row, call.today)) && toUs.some(one => one.root === row.trigger_root),
  )
  const found = named
    ? toUs.find(one => one.root === named)
    : (toUs.find(one => one.root === open?.trigger_root) ?? toUs.at(-1))
  if (!found) throw new NotFound()
  return found
}

/** The basis on which the agency was asked. */
async function basisOf(call: Call, areaId: string, root: string): Promise<string | undefined> {
  const { rows } = await call.read(({ client }) =>
    client.query<{ basis: string }>(
      `select d.basis from disclosed_fact f join disclosure d on d.area_id = f.area_id and d.id = f.disclosure_id
       where f.area_id = $1 and f.root = $2 and d.to_agency_id = (select context_agency()) order by d.reached_at limit 1`,
      [areaId, root],
    ),
  )
  return rows[0]?.basis
}
