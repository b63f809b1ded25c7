/** Who takes part in a meeting, and what is said for it: what one of them records, all of them are told in the same action. */
import type { PoolClient } from 'pg'
import { NotAllowed } from '../access/refusals.ts'
import type { FactDefinition, Json, Statement } from '../engine/fact.ts'
import type { Known } from '../engine/statements.ts'
import type { Day } from '../guidance/days.ts'
import { newId } from '../platform/identifier.ts'
import {
  type MeetingCode,
  meetingCalled,
  meetingClosed,
  meetingInvitationSent,
  meetingInvitationWithdrawn,
  meetingMinutesSent,
  meetingMoved,
} from '../procedures/meeting-facts.ts'
import { guestFacts, meetingGuestInvited, meetingGuestWithdrawn } from '../procedures/meeting-guest-facts.ts'
import { findMeetingKind } from '../procedures/meeting-kinds.ts'
import { birthExpected, childBorn, childNamed } from '../procedures/people.ts'
import type { Command, Recording, Telling } from './command.ts'
import type { Grounds } from './disclosure-rows.ts'
import { readNames } from './read.ts'

export type Called = Statement<typeof meetingCalled.fields>

/** A meeting as the reader knows it. */
export interface Circle {
  readonly called: Called
  readonly meeting: MeetingCode | undefined
  /** The agency that called it. */
  readonly owner: string
  /** Agencies that are invited, in the order in which they were; those whose invitation was withdrawn are not among them. */
  readonly invited: readonly string[]
  readonly withdrawn: readonly string[]
  /** By which record of the case, by its number, each of the invited came to be asked. */
  readonly invitedAt: ReadonlyMap<string, number>
  /** As it stands: the last day that was set. */
  readonly plannedFor: Day | undefined
  readonly reportsBy: Day | undefined
  /** The last that said when and where. */
  readonly lastSet: Statement
}

/** What was recorded about a meeting, by kind, in the order in which it happened. */
export function aboutMeeting<F extends FactDefinition>(
  known: Known,
  called: { readonly root: string },
  kind: F,
): readonly Statement<F['fields']>[] {
  const all = (known.byKind.get(kind.kind) ?? []) as unknown as readonly Statement<F['fields']>[]
  return all.filter(one => one.root !== called.root && continues(known, one.root, called.root))
}

function continues(known: Known, root: string, other: string): boolean {
  return root === other || (known.chains.get(root)?.includes(other) ?? false)
}

/** The meeting that a fact calls or continues; nothing where it is of none, or of one that the reader may not know. */
export function findCircle(known: Known, root: string): Circle | undefined {
  const calls = (known.byKind.get(meetingCalled.kind) ?? []) as unknown as readonly Called[]
  const called = calls.find(one => continues(known, root, one.root))
  if (!called) return undefined
  // Who is asked, and when, is for whoever called it to say.
  const isOwners = ({ agency }: { readonly agency: string }) => agency === called.agency
  const withdrawals = aboutMeeting(known, called, meetingInvitationWithdrawn).filter(isOwners)
  const later = aboutMeeting(known, called, meetingInvitationSent).filter(isOwners)
  // The last word on each agency counts: who was withdrawn may be asked again.
  const standing = new Map<string, boolean>((called.data.invited ?? []).map(id => [id, true]))
  const invitedAt = new Map((called.data.invited ?? []).map(id => [id, called.number]))
  for (const one of [...withdrawals, ...later].toSorted((a, b) => a.number - b.number)) {
    for (const id of 'withdrawn' in one.data ? (one.data.withdrawn ?? []) : []) standing.set(id, false)
    for (const id of 'invited' in one.data ? (one.data.invited ?? []) : []) {
      if (!standing.get(id)) invitedAt.set(id, one.number)
      standing.set(id, true)
    }
  }
  const moved = aboutMeeting(known, called, meetingMoved).findLast(isOwners)
  const now = { ...called.data, ...moved?.data }
  return {
    called,
    meeting: called.data.meeting,
    owner: called.agency,
    invited: [...standing].flatMap(([id, is]) => (is ? id : [])),
    withdrawn: [...standing].flatMap(([id, is]) => (is ? [] : id)),
    invitedAt,
    plannedFor: now.plannedFor,
    reportsBy: now.reportsBy,
    lastSet: (moved ?? called) as unknown as Statement,
  }
}

/**
 * Whether what somebody of a meeting says for it comes to an agency: to its caller, and to whoever was asked no later than they were.
 * What was said before an agency was asked went to the others alone.
 * @param askedAt by the number of which record they were asked
 */
export function hears({ owner, invitedAt }: Pick<Circle, 'owner' | 'invitedAt'>, agencyId: string, askedAt: number) {
  return agencyId === owner || (invitedAt.get(agencyId) ?? Number.POSITIVE_INFINITY) <= askedAt
}

/** Of these agencies those that can be invited to the meeting that a record of this kind continues; all of them for any other kind. */
export function invitable<A extends { readonly id: string }>(
  agencies: readonly A[],
  known: Known,
  { kind }: Pick<FactDefinition, 'kind'>,
  about: string | null,
): readonly A[] {
  const circle = kind === meetingInvitationSent.kind && about !== null ? findCircle(known, about) : undefined
  return circle ? agencies.filter(({ id }) => id !== circle.owner && !circle.invited.includes(id)) : agencies
}

/**
 * What goes to whom with a record of a meeting: to everybody of it but whoever records; nothing for other kinds.
 * @param record what is about to be recorded, and what it continues
 */
export async function tellsOfMeeting(
  client: PoolClient,
  areaId: string,
  { known, caseId }: { readonly known: Known; readonly caseId: string },
  record: {
    readonly definition: Pick<FactDefinition, 'kind' | 'tellsMeeting'>
    /** The facts that are about to be recorded together. */
    readonly ids: readonly string[]
    readonly about: string | null
    readonly agencyId: string
    readonly data: Json
    /** Only these of the meeting are told; all of it where nothing is said. */
    readonly only?: readonly string[]
  },
): Promise<Telling[]> {
  const { definition, ids, about, agencyId, data, only } = record
  const circle = definition.tellsMeeting && about ? findCircle(known, about) : undefined
  if (!circle) return []
  refuseUnlessOwner(circle, definition, agencyId)
  const grounds =
    agencyId === circle.owner
      ? await groundsOfMeeting(client, areaId, circle)
      : await groundsThroughMeeting(client, circle)
  // Whom the record itself invites learns of the call as well.
  const invites = definition.kind === meetingInvitationSent.kind ? ((data['invited'] ?? []) as readonly string[]) : []
  const others = [circle.owner, ...circle.invited].filter(one => one !== agencyId && (only?.includes(one) ?? true))
  const added = invites.filter(one => one !== agencyId && !circle.invited.includes(one))
  // They learn how the meeting stands, also of whom it is not: what they say goes to whom they know to be invited.
  const standing = [
    meetingMoved,
    meetingInvitationSent,
    meetingInvitationWithdrawn,
    meetingGuestInvited,
    meetingGuestWithdrawn,
  ].flatMap(kind => aboutMeeting(known, circle.called, kind as unknown as FactDefinition))
  const before = [
    ...[circle.called, ...standing].flatMap(one => (one.agency === agencyId ? one.root : [])),
    ...(added.length > 0 ? await goneWithCall(client, areaId, circle, known) : []),
  ]
  return [
    ...(others.length > 0 ? [{ caseId, toAgencyIds: others, roots: ids, ...grounds }] : []),
    ...(added.length > 0 ? [{ caseId, toAgencyIds: added, roots: [...new Set([...ids, ...before])], ...grounds }] : []),
  ]
}

/** What only whoever called a meeting says of it. */
const ofOwner: ReadonlySet<string> = new Set(
  [
    meetingMoved,
    meetingInvitationSent,
    meetingInvitationWithdrawn,
    meetingClosed,
    meetingMinutesSent,
    ...guestFacts,
  ].map(({ kind }) => kind),
)

/** @throws NotAllowed where another agency moves, closes or minutes a meeting, invites to it, or writes for somebody without an account */
function refuseUnlessOwner({ owner }: Circle, { kind }: Pick<FactDefinition, 'kind'>, agencyId: string): void {
  if (owner === agencyId || !ofOwner.has(kind)) return
  throw new NotAllowed(
    'Whoever called the meeting moves it, invites to it, closes it and writes its minutes.',
    'Ask the agency that called it.',
  )
}

const saysWho = new Set<string | undefined>([childNamed.kind, childBorn.kind, birthExpected.kind])

/** Whether a kind says who a child is. All else that went with a call was chosen for those invited then. */
export function saysWhoItIs(kind: string | undefined): boolean {
  return saysWho.has(kind)
}

/** The child's name and day of birth, where they went with the call, so that whoever is asked later knows whom it is about. */
export async function goneWithCall(
  client: PoolClient,
  areaId: string,
  { called }: Circle,
  known: Known,
): Promise<string[]> {
  const { rows } = await client.query<{ root: string }>({
    name: 'gone with call of meeting',
    text: `select distinct w.root from disclosed_fact f join disclosure d on d.area_id = f.area_id and d.id = f.disclosure_id
           join disclosed_fact w on w.area_id = f.area_id and w.disclosure_id = f.disclosure_id
           where f.area_id = $1 and f.root = $2 and d.from_agency_id = $3`,
    values: [areaId, called.root, called.agency],
  })
  return rows.flatMap(({ root }) => {
    const fact = known.byRoot.get(root)
    return fact && fact.agency === called.agency && saysWhoItIs(fact.kind) ? root : []
  })
}

interface Row {
  readonly basis: string
  readonly conditions: string
  readonly necessity: string
  readonly family_told: Grounds['familyTold']
  readonly not_told_why: string | null
  readonly not_told_until: string | null
}

/** The grounds on which a meeting was called: what whoever called it says for it is said on the same. */
export async function groundsOfMeeting(
  client: PoolClient,
  areaId: string,
  { called, meeting }: Circle,
): Promise<Grounds> {
  const { rows } = await client.query<Row>({
    name: 'grounds of meeting',
    text: `select d.basis, d.conditions, d.necessity, d.family_told, d.not_told_why, d.not_told_until::text as not_told_until
           from disclosed_fact f join disclosure d on d.area_id = f.area_id and d.id = f.disclosure_id
           where f.area_id = $1 and f.root = $2 and d.from_agency_id = $3 order by d.reached_at, d.id limit 1`,
    values: [areaId, called.root, called.agency],
  })
  const [first] = rows
  const necessity = 'So that everybody at the meeting knows what the others know.'
  if (!first)
    return {
      basis: basisOf(meeting),
      necessity,
      familyTold: findMeetingKind(meeting)?.isWithFamily ? 'not-said' : 'later',
    }
  return {
    basis: first.basis,
    conditions: first.conditions.split(' ').filter(Boolean),
    necessity,
    familyTold: first.family_told,
    ...(first.not_told_why === null ? {} : { notToldWhy: first.not_told_why }),
    ...(first.not_told_until === null ? {} : { notToldUntil: first.not_told_until }),
  }
}

/**
 * Why another agency of a meeting says something for it: because it was called. What its caller answered of necessity and of the family
 * are the caller’s words, and no other agency’s.
 */
async function groundsThroughMeeting(client: PoolClient, { owner, meeting }: Circle): Promise<Grounds> {
  const { agencies } = await readNames(client, [owner], [])
  return {
    basis: basisOf(meeting),
    necessity: `Shared through the meeting that ${agencies.get(owner) ?? 'another agency'} called, so that everybody at it knows what the others know.`,
    familyTold: 'not-said',
  }
}

function basisOf(meeting: MeetingCode | undefined): string {
  return findMeetingKind(meeting)?.basis ?? 'ca1989-s17'
}

/**
 * The plan that rules count from, set again as a meeting now stands: for meetings that have one; and who of it is told. Nothing where
 * another such meeting was called since, and is still to be: the plan is of that one.
 * @param now the day, and who is invited
 */
export function planAgain(
  known: Known,
  circle: Circle,
  now: {
    readonly caseId: string
    readonly happened: Recording['happened']
    readonly plannedFor: Day
    readonly invited: readonly string[]
    readonly grounds: Grounds
  },
): Required<Pick<Command, 'acts' | 'tells'>> {
  const { called } = circle
  const plan = planOf(called)
  const next = calledNext(known, circle)
  if (!plan || (next && aboutMeeting(known, next, meetingClosed).length === 0)) return { acts: [], tells: [] }
  const { caseId, happened, plannedFor, invited, grounds } = now
  const id = newId()
  const data = {
    plannedFor,
    ...(invited.length > 0 ? { invited } : {}),
    ...('familyInvited' in plan.fields ? { familyInvited: (called.data.family ?? []).length > 0 } : {}),
  }
  const others = invited.filter(one => one !== called.agency)
  // It continues what the last plan of its kind does.
  const about = known.byKind.get(plan.kind)?.findLast(one => one.agency === called.agency)?.about ?? null
  return {
    acts: [{ act: 'record', id, caseId, kind: plan.kind, about, happened, data, narrative: {} }],
    tells: others.length > 0 ? [{ caseId, toAgencyIds: others, roots: [id], ...grounds }] : [],
  }
}

/** The plans that were set for a meeting: those since it was called, until another such meeting was. */
export function plansOf(known: Known, circle: Circle): readonly Statement[] {
  const plan = planOf(circle.called)
  const until = calledNext(known, circle)?.number ?? Number.POSITIVE_INFINITY
  const all = (plan && known.byKind.get(plan.kind)) ?? []
  return all.filter(({ number }) => number > circle.called.number && number < until)
}

function planOf({ data }: Called): FactDefinition | undefined {
  return findMeetingKind(data.meeting)?.plannedAs
}

/** The next meeting for which the same agency set such a plan. */
function calledNext(known: Known, { called }: Circle): Called | undefined {
  const calls = (known.byKind.get(meetingCalled.kind) ?? []) as unknown as readonly Called[]
  return calls
    .filter(one => one.agency === called.agency && one.number > called.number && planOf(one) === planOf(called))
    .toSorted((a, b) => a.number - b.number)[0]
}
