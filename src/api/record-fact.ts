/** Recording on a case: a new fact, a correction, a strike-out, a disagreement. Once for each key, through the same ledger. */
import { z } from 'zod'
import { NotFound } from '../access/refusals.ts'
import { isMetByOwnAlone } from '../engine/duty.ts'
import type { FactDefinition, Statement } from '../engine/fact.ts'
import { isKindOf } from '../engine/guidance.ts'
import { askedOfRole, askedOnCase } from '../engine/schema.ts'
import { type Bases, readBases } from '../ledger/bases.ts'
import { type LedgerAct, type Recorded, whose, whyCorrected } from '../ledger/command.ts'
import { tellsOfMeeting } from '../ledger/meeting-circle.ts'
import { recordPastTheUnseen } from '../ledger/past-the-unseen.ts'
import { type CaseHead, type ReadCase, readCase } from '../ledger/read.ts'
import { readParties } from '../people/parties.ts'
import { newId } from '../platform/identifier.ts'
import { departureExplained } from '../procedures/departure.ts'
import { disagreementRaised } from '../procedures/disagreement-facts.ts'
import { documentFiled } from '../procedures/filed-document.ts'
import {
  informationRequestAnswered,
  informationRequested,
  informationRequestWithdrawn,
} from '../procedures/information-request.ts'
import {
  meetingCalled,
  meetingClosed,
  meetingInvitationSent,
  meetingInvitationWithdrawn,
  meetingMinutesSent,
  meetingMoved,
  meetingPackGiven,
} from '../procedures/meeting-facts.ts'
import { guestFacts } from '../procedures/meeting-guest-facts.ts'
import { idIn } from './cases.ts'
import { readGrounds, whyBody } from './grounds.ts'
import { type Call, operation, type Reply } from './operation.ts'
import type { Fault } from './problem.ts'
import { clean, idBody, openedOnOf, readSaid, refuseFaults, saidBody, wordsBody } from './read-said.ts'
import { recordedBefore, sentOf } from './sent.ts'
import { iso, recordedShape } from './shapes.ts'

/** Longest reason of a correction or a strike-out, in characters. */
const longestReason = 4000
const seenBody = z.int().min(0)

/** A case opened for writing: what the post may see of it, and whom a record can name. */
export interface Opened {
  readonly head: CaseHead
  readonly read: ReadCase
  readonly parties: Awaited<ReturnType<typeof readParties>>
  readonly bases: Bases
}

/** Opens the case of the address; what was recorded under the same key before, where it was. */
export async function openToWrite(call: Call): Promise<Opened & { readonly before: Recorded | undefined }> {
  const opened = await call.read(async ({ client, openCase }) => {
    const { head } = await openCase(clean(call.params['reference'] ?? ''))
    const read = await readCase(client, head, call.guidance, call.ledger.dayOf)
    const parties = await readParties(client, head.areaId, call.post.agency.id)
    return { head, read, parties, bases: await readBases(client, call.today.day) }
  })
  return { ...opened, before: await recordedBefore(call, opened.head.areaId) }
}

/**
 * What was recorded: when, and under which number. Whoever recorded it is told that it arrived, also where it stands among
 * records that their post does not read, as on a restricted case.
 */
export async function replyOf({ ledger }: Call, areaId: string, { ids, again }: Recorded): Promise<Reply> {
  const { rows } = await ledger.recorder.query<{ id: string; fact: string; number: number; at: number }>({
    name: 'what was recorded',
    text: 'select id, root as fact, number, recorded_at as at from fact where area_id = $1 and id = $2',
    values: [areaId, ids[0]],
  })
  const row = rows[0]
  if (!row) throw new NotFound()
  const body = { id: row.id, fact: row.fact, number: row.number, recordedAt: iso(row.at) }
  return again ? { status: 200, body, replayed: true } : { status: 201, body }
}

/** Binds the key and records. */
async function carryOut(call: Call, { head }: Opened, act: LedgerAct): Promise<Reply> {
  const { submissionId, bind } = sentOf(call)
  await bind()
  return replyOf(call, head.areaId, await call.record({ areaId: head.areaId, submissionId, acts: [act] }))
}

const factBody = z.strictObject({
  kind: z.string({ error: 'Say which kind of fact: /api/v1/kinds lists them' }),
  ...saidBody,
  about: idBody.nullable().optional(),
  answers: z.string().max(300).nullable().optional(),
  seen: seenBody.optional(),
  tell: z.strictObject({ agencies: z.array(idBody).min(1), why: whyBody }).optional(),
})

/** Kinds that tell another agency in the same action, with the operation that does; and what comes with a file. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  [documentFiled.kind, 'A document is filed with its file, on the page of the case: no file is taken here'],
  [informationRequestAnswered.kind, 'Send it to …/answers, so that it reaches whoever asked'],
  [informationRequestWithdrawn.kind, 'Send it to …/requests/:fact/withdrawal, so that whoever was asked learns of it'],
  [informationRequested.kind, 'Send it to …/requests, so that it reaches whoever is asked'],
  [meetingCalled.kind, 'Call it on its page, where whoever is invited is told'],
  [meetingMoved.kind, 'Move it on its page, where what is planned moves with it'],
  [meetingInvitationSent.kind, 'Invite on the meeting’s page, where what is planned grows with it'],
  [meetingInvitationWithdrawn.kind, 'Withdraw it on the meeting’s page, where what was told is recalled'],
  [meetingMinutesSent.kind, 'Send them on the meeting’s page'],
  [meetingPackGiven.kind, 'Record it on the meeting’s page, where it is seen what is withheld'],
  ...guestFacts.map(({ kind }) => [kind, 'Record it on the meeting’s page, for somebody without an account'] as const),
  [meetingClosed.kind, 'Close it on its page, where it is seen whether all were there who have to be'],
])

export const recordFact = operation({
  id: 'recordFact',
  summary: 'Record a fact on a case',
  detail:
    'By the same definitions as the forms: GET /api/v1/kinds. "about" names the fact that it continues; left out, it is worked out. With "seen" (the last number that you read) somebody who recorded the same meanwhile is a conflict.',
  body: factBody,
  answers: recordedShape,
  once: true,
  do: async (call, { body }) => {
    const opened = await openToWrite(call)
    if (opened.before) return replyOf(call, opened.head.areaId, opened.before)
    const faults: Fault[] = []
    const definition = definitionOf(call, opened, body.kind, faults)
    const about = body.about ?? null
    refuseFaults([...faults, ...faultsOfPlace(call, opened, definition, about, body.answers ?? null)])
    const said = readAgainst(call, opened, definition, body, about, faults)
    const why = body.tell && readGrounds(body.tell.why, { bases: opened.bases, aboutFamily: true }, 'tell.why', faults)
    const strange = body.tell?.agencies.filter(id => !isOther(call, opened, id)) ?? []
    if (strange.length > 0)
      faults.push({ field: 'tell.agencies', message: 'Name only other agencies of the area, by their ids' })
    if (definition.kind === disagreementRaised.kind && !body.tell)
      faults.push({ field: 'tell', message: 'Tell the agency with which you disagree: nobody else hears of it' })
    refuseFaults(faults)
    const { submissionId, bind } = sentOf(call)
    await bind()
    const { areaId, id: caseId } = opened.head
    const id = newId()
    const ofMeeting = await call.read(({ client }) =>
      tellsOfMeeting(
        client,
        areaId,
        { known: opened.read.known, caseId },
        { definition, ids: [id], about, agencyId: call.post.agency.id, data: said.data },
      ),
    )
    const tells = [
      ...ofMeeting,
      ...(body.tell && why ? [{ caseId, toAgencyIds: body.tell.agencies, roots: [id], ...why }] : []),
    ]
    const recorded = await recordPastTheUnseen(call, body.seen, seen => ({
      areaId,
      submissionId,
      acts: [
        {
          act: 'record',
          id,
          caseId,
          kind: definition.kind,
          about,
          answers: body.answers ?? null,
          ...said,
          ...(seen === undefined ? {} : { seen }),
        },
      ],
      ...(tells.length > 0 ? { tells } : {}),
    }))
    return replyOf(call, areaId, recorded)
  },
})

/** @throws Unfit for a kind that cannot be recorded here */
function definitionOf({ guidance }: Call, { head }: Opened, kind: string, faults: Fault[]): FactDefinition {
  const say = (message: string) => faults.push({ field: 'kind', message })
  const definition = guidance.kinds.get(kind)
  const instead = elsewhere.get(kind)
  if (!definition || definition.byAct || !isKindOf(kind, head.kind, guidance))
    say('There is no such kind of record for this case')
  else if (instead) say(instead)
  refuseFaults(faults)
  return definition as FactDefinition
}

/** What it continues and which duty it answers must be there, for this post, and fit the kind. */
function faultsOfPlace(
  { guidance, today, post }: Call,
  { read }: Opened,
  definition: FactDefinition,
  about: string | null,
  answers: string | null,
): Fault[] {
  const faults: Fault[] = []
  const continued = about === null ? undefined : read.known.byRoot.get(about)
  if (about !== null && !(continued && definition.about?.includes(continued.kind)))
    faults.push({ field: 'about', message: 'There is no such fact on this case that this kind of record can continue' })
  if (about === null && definition.tellsMeeting)
    faults.push({ field: 'about', message: 'Name the meeting: everybody who is invited to it is told' })
  const isReason = definition.kind === departureExplained.kind
  const owed = read.duties.find(duty => duty.id === answers)
  const isOpen = owed && owed.met_by === null && !(owed.lapsed_on !== null && owed.lapsed_on <= today.day)
  const rule = guidance.metBy.get(definition.kind)?.find(({ id }) => id === owed?.rule)
  const mayMeet = rule && isOpen && (owed.agency_id === post.agency.id || !isMetByOwnAlone(rule))
  if (answers !== null && !(owed && (isReason || mayMeet)))
    faults.push({
      field: 'answers',
      message: 'There is no such open duty on this case that this kind of record can meet',
    })
  return faults
}

function readAgainst(
  call: Call,
  { read, parties }: Opened,
  definition: FactDefinition,
  said: Parameters<typeof readSaid>[1],
  about: string | null,
  faults: Fault[],
  standing?: Statement['data'],
) {
  const { today, guidance, post } = call
  // When it happened decides what it belongs to, and that which answers could be given.
  const { happened } = readSaid(definition, { happened: said.happened }, { today, parties, openedOn: undefined }, [])
  const openedOn = openedOnOf(definition, happened, about, read, guidance)
  const asked = askedOfRole(askedOnCase(definition, about, read.known), post.role, standing)
  return readSaid(asked, said, { today, parties, openedOn }, faults)
}

/** Whether an id is that of another agency of the area. */
export function isOther({ post }: Call, { parties }: Opened, id: string): boolean {
  return id !== post.agency.id && parties.agency.some(agency => agency.id === id)
}

/** The fact of the address. @throws NotFound where the post may see none, or it was struck out */
function factOf(call: Call, { read }: Opened): Statement {
  const fact = read.known.byRoot.get(idIn(call, 'fact'))
  if (!fact) throw new NotFound()
  return fact
}

export const correctFact = operation({
  id: 'correctFact',
  summary: 'Correct a fact: the same event with better details',
  detail:
    'Send the whole fact as it should be, and the number of the entry that you saw as "seen". What it said before stays beside it.',
  body: z.strictObject({ ...saidBody, reason: wordsBody('why it is corrected', longestReason), seen: seenBody }),
  answers: recordedShape,
  once: true,
  do: async (call, { body }) => {
    const opened = await openToWrite(call)
    if (opened.before) return replyOf(call, opened.head.areaId, opened.before)
    const fact = factOf(call, opened)
    const definition = call.guidance.kinds.get(fact.kind)
    if (!definition) throw new NotFound()
    const faults: Fault[] = []
    const parties = withNamed(opened.parties, definition, fact)
    const said = readAgainst(call, { ...opened, parties }, definition, body, fact.about, faults, fact.data)
    refuseFaults(faults)
    const narrative = { ...said.narrative, [whyCorrected]: body.reason }
    return carryOut(call, opened, {
      act: 'correct',
      caseId: opened.head.id,
      root: fact.root,
      seen: body.seen,
      ...said,
      narrative,
    })
  },
})

/** Whoever was named before can still be named, although they have left or their role does not decide. */
function withNamed(parties: Opened['parties'], definition: FactDefinition, fact: Statement): Opened['parties'] {
  const named = (of: 'agency' | 'post') =>
    Object.entries(definition.fields).flatMap(([name, field]) =>
      field.type === 'parties' && field.of === of
        ? ((fact.data as Readonly<Record<string, readonly string[] | undefined>>)[name] ?? [])
        : [],
    )
  const add = (of: 'agency' | 'post') => [...parties[of], ...named(of).map(id => ({ id, name: '', kind: '' }))]
  return { agency: add('agency'), post: add('post') }
}

export const strikeOutFact = operation({
  id: 'strikeOutFact',
  summary: 'Strike out a fact that should not be on this case',
  detail: 'It stays readable as struck out, with the reason.',
  body: z.strictObject({ reason: wordsBody('why it should not be on this case', longestReason), seen: seenBody }),
  answers: recordedShape,
  once: true,
  do: async (call, { body }) => {
    const opened = await openToWrite(call)
    if (opened.before) return replyOf(call, opened.head.areaId, opened.before)
    const { root } = factOf(call, opened)
    const { seen, reason } = body
    return carryOut(call, opened, { act: 'strike-out', caseId: opened.head.id, root, seen, narrative: { reason } })
  },
})

const views = Object.keys(whose) as [keyof typeof whose, ...(keyof typeof whose)[]]

export const disagree = operation({
  id: 'disagree',
  summary: 'Record a disagreement, which stands beside the fact and changes nothing of it',
  body: z.strictObject({
    whose: z.enum(views, { error: `Say whose view this is: ${views.join(', ')}` }),
    words: wordsBody('what they disagree with, in their own words where you can'),
  }),
  answers: recordedShape,
  once: true,
  do: async (call, { body }) => {
    const opened = await openToWrite(call)
    if (opened.before) return replyOf(call, opened.head.areaId, opened.before)
    const { root } = factOf(call, opened)
    const [data, narrative] = [{ whose: body.whose }, { words: body.words }]
    return carryOut(call, opened, { act: 'disagree', caseId: opened.head.id, root, data, narrative })
  },
})
