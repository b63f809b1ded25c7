/** Asking other agencies what they know of a child, and taking that back: as on the pages, each agency is told its own question. */
import { z } from 'zod'
import { NotFound } from '../access/refusals.ts'
import type { Statement } from '../engine/fact.ts'
import { isOpen } from '../engine/standing.ts'
import {
  dayFor,
  mayUseSection16h,
  powerFor,
  readRequestsOut,
  requestsTo,
  type Urgency,
  withdrawalsOf,
} from '../ledger/ask.ts'
import type { Recorded } from '../ledger/command.ts'
import { standingOf } from '../ledger/read.ts'
import { readAgencies } from '../people/agencies.ts'
import { informationRequested } from '../procedures/information-request.ts'
import { idIn } from './cases.ts'
import { readGrounds, whyBody } from './grounds.ts'
import { type Call, operation, type Reply } from './operation.ts'
import type { Fault } from './problem.ts'
import { idBody, readSaid, refuseFaults, saidBody, wordsBody } from './read-said.ts'
import { isOther, openToWrite, replyOf } from './record-fact.ts'
import { sentOf } from './sent.ts'
import { recordedShape } from './shapes.ts'

type Request = Statement<typeof informationRequested.fields>

export const askAgencies = operation({
  id: 'askAgencies',
  summary: 'Ask several agencies what they know of a child, in one action',
  detail:
    'As "information-requested" in /api/v1/kinds; its day is today. Each agency gets a request of its own and sees no other one, unless "nameOthers" says so. "facts" go with it, so that they know whom it is about. Without "answerBy" the urgency decides the day; without a basis, the purpose does.',
  body: z.strictObject({
    agencies: z.array(idBody).min(1),
    data: saidBody.data,
    narrative: saidBody.narrative,
    facts: z.array(idBody).default([]),
    nameOthers: z.boolean({ error: 'This must be true or false' }).default(false),
    why: whyBody,
  }),
  answers: z.object({ requests: z.array(z.object({ agency: z.uuid(), fact: z.uuid() })) }),
  once: true,
  do: async (call, { body }) => {
    const opened = await openToWrite(call)
    const { head, parties } = opened
    if (opened.before) return requestsOf(call, head.areaId, opened.before)
    const { today } = call
    const faults: Fault[] = []
    const say = (field: string, message: string) => faults.push({ field, message })
    const agencies = [...new Set(body.agencies)]
    const connected = await call.read(async ({ client }) => readAgencies(client, head.areaId))
    if (!agencies.every(id => isOther(call, opened, id) && connected.some(one => one.id === id && one.isConnected)))
      say('agencies', 'Name only other agencies of the area where somebody signs in: ring the others')
    const { data, narrative, happened } = readSaid(
      informationRequested,
      { happened: { on: today.day }, data: { ...body.data, asked: agencies }, narrative: body.narrative },
      { today, openedOn: undefined, parties },
      faults,
    )
    const { purpose, urgency, answerBy } = data as { purpose?: string; urgency?: Urgency; answerBy?: string }
    const own = parties.agency.find(({ id }) => id === call.post.agency.id)
    if (purpose === 'section-16h' && !mayUseSection16h(own?.kind ?? ''))
      say('data.purpose', 'Only a safeguarding partner can ask under section 16H')
    if (!urgency) say('data.urgency', 'Say how urgent it is')
    if (answerBy && answerBy < today.day) say('data.answerBy', 'The day for the answer must be today or later')
    if (!narrative['question']) say('narrative.question', 'Enter what you want to know')
    if (!body.facts.every(root => opened.read.known.byRoot.get(root)?.agency === call.post.agency.id))
      say('facts', 'Only what your own agency recorded can go with it')
    else if (body.facts.length === 0 && !narrative['people'])
      say('facts', 'Name at least the fact of the name, or say in "people" whom you ask about')
    const basis = powerFor(purpose ?? '')
    const why = readGrounds(body.why, { bases: opened.bases, basis, aboutFamily: true }, 'why', faults)
    refuseFaults(faults)
    const { submissionId, bind } = sentOf(call)
    await bind()
    const fact = {
      happened,
      narrative,
      data: { ...data, answerBy: answerBy ?? dayFor(urgency ?? 'routine', today.day) },
    }
    const asking = { caseId: head.id, agencies, fact, roots: body.facts, why, areNamed: body.nameOthers }
    const recorded = await call.record({ areaId: head.areaId, submissionId, ...requestsTo(asking) })
    return requestsOf(call, head.areaId, recorded)
  },
})

/** The requests that a submission made, each with whom it asks. */
async function requestsOf({ ledger }: Call, areaId: string, { ids, again }: Recorded): Promise<Reply> {
  const { rows } = await ledger.recorder.query<{ agency: string; fact: string }>({
    name: 'requests of submission',
    text: `select data -> 'asked' ->> 0 as agency, root as fact from fact where area_id = $1 and id = any($2) order by submission_part`,
    values: [areaId, ids],
  })
  return again ? { status: 200, body: { requests: rows }, replayed: true } : { status: 201, body: { requests: rows } }
}

export const withdrawRequest = operation({
  id: 'withdrawRequest',
  summary: 'Withdraw a request for information',
  detail: 'Whoever was asked sees that, and why, and owes no answer any more.',
  body: z.strictObject({ reason: wordsBody('why no answer is wanted any more', 500) }),
  answers: recordedShape,
  once: true,
  do: async (call, { body }) => {
    const opened = await openToWrite(call)
    const { head, read } = opened
    if (opened.before) return replyOf(call, head.areaId, opened.before)
    const requests = (read.known.byKind.get(informationRequested.kind) ?? []) as unknown as readonly Request[]
    const root = idIn(call, 'fact')
    const request = requests.find(one => one.root === root && one.agency === call.post.agency.id)
    if (!request) throw new NotFound()
    const isWaiting = read.duties.some(row => row.trigger_root === root && isOpen(standingOf(row, call.today)))
    if (!isWaiting) refuseFaults([{ field: 'reason', message: 'It was answered or withdrawn before' }])
    const { submissionId, bind } = sentOf(call)
    await bind()
    const out = await call.read(({ client }) => readRequestsOut(client, head.areaId, head.id, [root]))
    const today = { from: call.today.day, to: call.today.day, certainty: 'day', at: null } as const
    const withdrawals = withdrawalsOf(head.id, out, today, body.reason)
    return replyOf(call, head.areaId, await call.record({ areaId: head.areaId, submissionId, ...withdrawals }))
  },
})
