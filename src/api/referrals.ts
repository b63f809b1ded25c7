/**
 * Several notices at once, as a police force sends those of a night: each names the children and the adults of one incident, is
 * carried out by itself, and is answered by itself. One that is wrong stops no other.
 */
import { z } from 'zod'
import { Conflict, Gone, NotAllowed, NotFound } from '../access/refusals.ts'
import { type Bases, readBases } from '../ledger/bases.ts'
import type { Command, Recorded } from '../ledger/command.ts'
import { openAndTell, type Place, readPlaces } from '../ledger/refer.ts'
import { findExisting } from '../people/find-existing.ts'
import { idFrom, newId } from '../platform/identifier.ts'
import { personConnected } from '../procedures/people.ts'
import { referralReceived } from '../procedures/referral.ts'
import { type Call, operation } from './operation.ts'
import { type Fault, OtherWords } from './problem.ts'
import { childBody, type FactSaid, givenBody, readChild } from './read-child.ts'
import { faultsIn, readSaid, wordsBody } from './read-said.ts'
import { areaBody, areaMessage, mayBeOf, readWords, refuseUnlessMayRefer, wordsOfReferral } from './refer.ts'
import { recordedBefore, sentAs } from './sent.ts'

/** So many notices come in one request, and so many children stand in one notice. */
const [mostNotices, mostChildren, mostPeople] = [50, 12, 20]

const relationships = Object.keys(personConnected.fields.relationship.options) as [string, ...string[]]

const personBody = z.strictObject({
  forenames: givenBody,
  surname: wordsBody('the last name, or what the person is called: “a man called Daz”'),
  relationship: z.enum(relationships, {
    error: `Say who the person is to the children: ${relationships.join(', ')}`,
  }),
  livesWith: z.boolean({ error: 'This must be true or false' }).optional(),
})

const noticeBody = z.strictObject({
  id: wordsBody('your own reference of the notice', 100).meta({
    description: 'Your own reference. Sent again, in whatever request, the notice is carried out once',
  }),
  area: areaBody,
  children: z.array(childBody).min(1, 'Name at least one child').max(mostChildren),
  people: z.array(personBody).max(mostPeople).default([]),
  ...wordsOfReferral,
})
type Notice = z.infer<typeof noticeBody>

const { $schema: _, ...described } = z.toJSONSchema(noticeBody, { io: 'input', unrepresentable: 'any' })
/** Described as a notice and read as whatever came: one that has another shape is answered for itself, like one that is wrong. */
const anyNotice = z.unknown().meta(described)

const resultShape = z.object({
  id: z.string(),
  status: z.enum(['recorded', 'recorded-before', 'refused']),
  children: z.array(z.object({ reference: z.string(), referral: z.uuid() })),
  errors: z.array(z.object({ field: z.string(), message: z.string() })),
})
type Result = z.infer<typeof resultShape>

export const tellCouncilOfMany = operation({
  id: 'tellCouncilOfMany',
  summary: 'Tell the council of the children of several incidents at once',
  detail: `Up to ${mostNotices} notices, each with up to ${mostChildren} children of one household and the adults around them. For each child the agency’s own file is opened and the council is told, as by POST /api/v1/cases; the children of one notice are told of together or not at all. Each notice is answered for itself, in the order in which they came: what is refused says why and can be sent again when it is right. Where a child is in danger a person rings 999 first.`,
  body: z.strictObject({ notices: z.array(anyNotice).min(1, 'Send at least one notice').max(mostNotices) }),
  answers: z.object({ notices: z.array(resultShape) }),
  do: async (call, { body }) => {
    refuseUnlessMayRefer(call)
    const notices: Result[] = []
    const where = await call.read(async ({ client }) => ({
      places: await readPlaces(client, call.post, call.areaIds),
      bases: await readBases(client, call.today.day),
    }))
    // One after another: the second notice of a night finds the file that the first one made.
    for (const sent of body.notices) {
      const read = noticeBody.safeParse(sent)
      notices.push(
        read.success ? await tellOf(call, read.data, where) : refused(referenceOf(sent), faultsIn(read.error)),
      )
    }
    return { body: { notices } }
  },
})

/** The sender’s own reference of something that could not be read; empty where it has none. */
function referenceOf(sent: unknown): string {
  const { id } = Object(sent) as { id?: unknown }
  return typeof id === 'string' ? id : ''
}

function refused(id: string, errors: readonly Fault[]): Result {
  return { id, status: 'refused', children: [], errors: [...errors] }
}

interface Where {
  readonly places: readonly Place[]
  readonly bases: Bases
}

async function tellOf(call: Call, notice: Notice, { places, bases }: Where): Promise<Result> {
  try {
    const key = idFrom('notice', call.clientId, notice.id)
    const sent = await sentAs(call.door, call.clientId, key, JSON.stringify(notice), call.today.instant)
    const own: Call = { ...call, sent }
    const faults: Fault[] = []
    const children = notice.children.map((child, at) => {
      const found: Fault[] = []
      const read = readChild(child, call.today, found)
      faults.push(
        ...found.map(({ field, message }) => ({ field: field.replace(/^child\b/, `children.${at}`), message })),
      )
      return read
    })
    const existing = await call.read(async ({ client }) => {
      const found: Awaited<ReturnType<typeof findExisting>>[] = []
      for (const { sought } of children) found.push(await findExisting(client, call.areaIds, sought))
      return found
    })
    const place =
      notice.area === undefined && places.length === 1 ? places[0] : places.find(({ areaId }) => areaId === notice.area)
    const before = place && (await recordedBefore(own, place.areaId))
    if (before) return await resultOf(call, notice.id, place.areaId, before, 'recorded-before')
    if (!place) faults.push({ field: 'area', message: areaMessage(places) })
    const said = readWords(call, notice, place, bases, faults)
    const people = notice.people.map((person, at) => personOf(call, person, at, faults))
    for (const [at, found] of existing.entries()) {
      const others = found.map(({ reference }) => reference).filter(one => !notice.anotherThan.includes(one))
      if (others.length > 0) faults.push({ field: `children.${at}`, message: mayBeOf(others) })
    }
    if (faults.length > 0 || !place) return refused(notice.id, faults)
    await sent.bind()
    const parts = children.map(({ facts }) => openAndTell(place, [...facts, ...people, ...said.facts], said.why))
    const command: Omit<Command, 'by' | 'recordedAt'> = {
      areaId: place.areaId,
      submissionId: sent.submissionId,
      opens: parts.flatMap(part => part.opens ?? []),
      acts: parts.flatMap(part => part.acts),
      tells: parts.flatMap(part => part.tells ?? []),
      ...(parts.length > 1 ? { occasion: newId() } : {}),
    }
    const recorded = await call.record(command)
    return await resultOf(call, notice.id, place.areaId, recorded, recorded.again ? 'recorded-before' : 'recorded')
  } catch (error) {
    // Refused for itself: those before it stay recorded, those after it are still read.
    if (error instanceof NotAllowed || error instanceof NotFound || error instanceof Conflict || error instanceof Gone)
      return refused(notice.id, [{ field: '', message: error.message || 'It could not be recorded. Send it again' }])
    if (!(error instanceof OtherWords)) throw error
    const message = 'A notice with this reference came with other words before. Send it under a reference of its own'
    return refused(notice.id, [{ field: 'id', message }])
  }
}

function personOf(call: Call, person: Notice['people'][number], at: number, faults: Fault[]): FactSaid {
  const { forenames, surname, relationship, livesWith } = person
  const found: Fault[] = []
  const said = readSaid(
    personConnected,
    {
      happened: { on: call.today.day },
      data: { relationship, ...(livesWith === undefined ? {} : { livesWith }) },
      narrative: { surname, ...(forenames ? { forenames } : {}) },
    },
    { today: call.today, openedOn: undefined, parties: { agency: [], post: [] } },
    found,
  )
  for (const { field, message } of found)
    faults.push({ field: `people.${at}.${field.replace(/^(data|narrative)\./, '')}`, message })
  return { act: 'record', kind: personConnected.kind, ...said }
}

/** What was made for each child, in the order in which they were named. */
async function resultOf(
  { ledger }: Call,
  id: string,
  areaId: string,
  { ids }: Recorded,
  status: 'recorded' | 'recorded-before',
): Promise<Result> {
  const { rows } = await ledger.recorder.query<{ reference: string; referral: string }>({
    name: 'what the council was told by a notice',
    text: `select c.reference, f.root as referral from unnest($2::uuid[]) with ordinality as r (id, place)
           join fact f on f.area_id = $1 and f.id = r.id and f.kind = $3
           join case_file c on c.area_id = f.area_id and c.id = f.case_id order by r.place`,
    values: [areaId, ids, referralReceived.kind],
  })
  if (rows.length === 0) throw new NotFound()
  return { id, status, children: rows, errors: [] }
}
