/**
 * Telling children’s social care of a child, from a system of an agency that works with it: what the page /refer asks, in one
 * piece. It makes the agency’s own file, the worry, the referral and the disclosure with its basis, or nothing of them.
 */
import { z } from 'zod'
import { NotAllowed, NotFound } from '../access/refusals.ts'
import { mayInArea, whoMay } from '../access/visit.ts'
import { type Bases, readBases } from '../ledger/bases.ts'
import type { Recorded } from '../ledger/command.ts'
import { openAndTell, type Place, parentsKnow, readPlaces, referralOf, usualBasis, whyToTell } from '../ledger/refer.ts'
import { findExisting } from '../people/find-existing.ts'
import { observationRecorded } from '../procedures/observation.ts'
import { referralReceived } from '../procedures/referral.ts'
import { readGrounds, whyBody } from './grounds.ts'
import { type Call, operation, type Reply } from './operation.ts'
import type { Fault } from './problem.ts'
import { childBody, factOf, givenBody, readChild } from './read-child.ts'
import { happenedBody, idBody, refuseFaults, wordsBody } from './read-said.ts'
import { recordedBefore, sentOf } from './sent.ts'
import { iso } from './shapes.ts'

const safeties = Object.keys(referralReceived.fields.safety.options) as ['safe', 'in-danger', 'not-known']
const harms = Object.keys(referralReceived.fields.harm.options) as [string, ...string[]]
const views = Object.keys(parentsKnow) as [keyof typeof parentsKnow, ...(keyof typeof parentsKnow)[]]

export const areaBody = idBody.optional().meta({ description: 'Where the child lives; left out by a post of one area' })

/** What is said of a child, whether alone or among several. */
export const wordsOfReferral = {
  seen: wordsBody('what you saw or heard'),
  seenOn: happenedBody.shape.on
    .optional()
    .meta({ description: 'A day, a month or a year; today where it is left out' }),
  ownWords: givenBody.meta({ description: 'What the child said, in the child’s own words' }),
  reason: wordsBody('what you are worried about'),
  safety: z.enum(safeties, { error: `Say whether the child is safe now: ${safeties.join(', ')}` }),
  parents: z.enum(views, { error: `Say whether the parents know: ${views.join(', ')}` }),
  harm: z
    .array(z.enum(harms, { error: `Name only these signs of harm: ${harms.join(', ')}` }))
    .optional()
    .meta({ description: 'Signs of harm: what it points to, as far as you can say' }),
  parentsWhy: wordsBody('why the parents do not know', 500).optional(),
  contact: wordsBody('whom the council can ring: a name and a post'),
  telephone: givenBody,
  why: whyBody
    .pick({ basis: true, conditions: true })
    .optional()
    .meta({ description: 'The lawful basis; left out, the one that fits how the child is' }),
  anotherThan: z
    .array(z.string())
    .default([])
    .meta({ description: 'References of files that this system sees and that are of another child' }),
} as const

const referralBody = z.strictObject({ area: areaBody, child: childBody, ...wordsOfReferral })
type Words = z.infer<z.ZodObject<typeof wordsOfReferral>>

const toldShape = z.object({
  reference: z.string(),
  referral: z.uuid().meta({ description: 'The fact' }),
  recordedAt: z.iso.datetime(),
  status: z
    .string()
    .meta({ description: 'Where the duties stand that this started: to say that it arrived, and to decide' }),
  receipt: z.string().meta({ description: 'The page on which a person of the agency reads what became of it' }),
})

export const tellCouncil = operation({
  id: 'tellCouncil',
  summary: 'Tell the council of a child for whom this agency has no file yet',
  detail:
    'The agency’s own file, what was seen, the referral and its disclosure to the council, all or nothing. Where this system sees a file that may be of the child, it is told which: record on that one ("…/facts" with "tell"), or say with "anotherThan" that it is another child’s. What it may not see makes no difference. Where a child is in danger a person rings 999 first.',
  body: referralBody,
  answers: toldShape,
  once: true,
  do: async (call, { body }) => {
    refuseUnlessMayRefer(call)
    const faults: Fault[] = []
    const { facts: child, sought } = readChild(body.child, call.today, faults)
    const { places, bases, existing } = await call.read(async ({ client }) => ({
      places: await readPlaces(client, call.post, call.areaIds),
      bases: await readBases(client, call.today.day),
      existing: await findExisting(client, call.areaIds, sought),
    }))
    const place =
      body.area === undefined && places.length === 1 ? places[0] : places.find(one => one.areaId === body.area)
    // Asked after the child was looked for: what arrived twice at once finds the file that the first one made.
    const before = place && (await recordedBefore(call, place.areaId))
    if (before) return replyOf(call, place.areaId, before)
    if (!place) faults.push({ field: 'area', message: areaMessage(places) })
    const said = readWords(call, body, place, bases, faults)
    const others = existing.map(({ reference }) => reference).filter(one => !body.anotherThan.includes(one))
    if (others.length > 0) faults.push({ field: 'anotherThan', message: mayBeOf(others) })
    refuseFaults(faults)
    if (!place) throw new NotFound()
    const { submissionId, bind } = sentOf(call)
    await bind()
    const recorded = await call.record({ submissionId, ...openAndTell(place, [...child, ...said.facts], said.why) })
    return replyOf(call, place.areaId, recorded)
  },
})

/** The worry and the referral, and on which grounds the council is told; what is wrong is added to the faults. */
export function readWords(call: Call, body: Words, place: Place | undefined, bases: Bases, faults: Fault[]) {
  const { today } = call
  const worry = factOf(
    observationRecorded,
    { on: body.seenOn ?? today.day },
    { seen: body.seen, ownWords: body.ownWords },
    { today, faults, asked: { 'happened.on': 'seenOn' } },
  )
  const parents = parentsKnow[body.parents]
  const { parentsWhy = '', safety, reason } = body
  if (parents.told === 'no' && !parentsWhy)
    faults.push({ field: 'parentsWhy', message: 'Enter why the parents do not know' })
  const agency = place?.own ?? { ...call.post.agency, kind: '' }
  const contact = [body.contact, body.telephone]
  const referral = factOf(
    referralReceived,
    { on: today.day, at: iso(today.instant) },
    { ...referralOf(agency, { contact, reason, safety, parents, parentsWhy }), harm: body.harm },
    { today, faults, asked: { referrer: 'contact', consentReason: 'parentsWhy' } },
  )
  const { told } = parents
  const notToldWhy = told === 'no' ? parentsWhy : undefined
  const grounds = { ...body.why, necessity: whyToTell, familyTold: told, notToldWhy }
  const basis = usualBasis(bases, safety)
  const why = readGrounds(grounds, { bases, basis, aboutFamily: true }, 'why', faults)
  return { facts: [worry, referral], why }
}

/** @throws NotAllowed, with who may */
export function refuseUnlessMayRefer({ post }: Call): void {
  if (mayInArea(post, 'refer')) return
  const who = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    whoMay('refer').map(role => role.toLowerCase()),
  )
  throw new NotAllowed(
    `The post of this system is ${post.title}. Telling the council is for a ${who}.`,
    `Ask one at ${post.agency.name} or at the local authority.`,
  )
}

export function areaMessage(places: readonly { readonly areaId: string; readonly areaName: string }[]): string {
  const known = places.map(({ areaId, areaName }) => `${areaName} (${areaId})`).join(', ')
  return known ? `Say where the child lives: ${known}` : 'There is no council that this agency could tell'
}

export function mayBeOf(references: readonly string[]): string {
  return `You see a file that may be of this child: ${references.join(', ')}. Record there and tell the council of it; or, where it is another child’s, send its reference here`
}

type Told = { readonly reference: string; readonly root: string; readonly at: number }

/** What was made: the same when it is sent again, and whatever became of the file since. */
async function replyOf({ ledger, config }: Call, areaId: string, { ids, again }: Recorded): Promise<Reply> {
  const { rows } = await ledger.recorder.query<Told>({
    name: 'what the council was told',
    text: `select c.reference, f.root, f.recorded_at as at from fact f join case_file c on c.area_id = f.area_id and c.id = f.case_id
           where f.area_id = $1 and f.id = any($2) and f.kind = $3`,
    values: [areaId, ids, referralReceived.kind],
  })
  const row = rows[0]
  if (!row) throw new NotFound()
  const { reference, root: referral, at } = row
  const status = `/api/v1/cases/${reference}/duties`
  const receipt = `${config.publicUrl}/case/${reference}/receipt`
  const body = { reference, referral, recordedAt: iso(at), status, receipt }
  return again ? { status: 200, body, replayed: true } : { status: 201, body }
}
