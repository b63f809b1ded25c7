/** Calling a meeting: which one, when, whom, and on which grounds they are told; for brothers and sisters in the same action. */
import type { PoolClient } from 'pg'
import { isOpen } from '../../engine/standing.ts'
import { readBases } from '../../ledger/bases.ts'
import type { Recording, Telling } from '../../ledger/command.ts'
import { saysWhoItIs } from '../../ledger/meeting-circle.ts'
import { type ReadCase, readCase, standingOf } from '../../ledger/read.ts'
import { readAgencies } from '../../people/agencies.ts'
import { readParties } from '../../people/parties.ts'
import { newId } from '../../platform/identifier.ts'
import { type MeetingCode, meetingCalled } from '../../procedures/meeting-facts.ts'
import { meetingGuestInvited } from '../../procedures/meeting-guest-facts.ts'
import { findMeetingKind, meetingKinds } from '../../procedures/meeting-kinds.ts'
import { type Enclosure, enclosuresOf } from '../ask/goes-with-it.ts'
import { enclosed } from '../ask/read-ask.ts'
import { type Fields, valueOf, valuesOf } from '../pipeline/fields.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { continuedBy } from '../record/line-choices.ts'
import { named, offeredIn } from '../record/open-form.ts'
import { refuseUnless } from '../record/permission.ts'
import { type FactRead, type Reading, readWhatThereIs } from '../record/read-fact.ts'
import { findOtherCases, offerOtherCases, referencesIn } from '../record/siblings.ts'
import { callView } from './call.view.tsx'
import { asOfToday, type Calling, readCall } from './read-call.ts'
import { isGuestTyped, readGuest } from './read-guest.ts'

/** `GET /case/:reference/meeting`; `?meeting=` says which one. */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openCall(visit, form.typed)
  const isNew = Object.keys(form.typed).length === 0
  const typed = isNew
    ? {
        meeting: valueOf(visit.query, 'meeting') || (opened.owed ?? ''),
        [enclosed]: opened.enclosures.flatMap(one => (one.isUsual ? one.root : [])),
      }
    : form.typed
  return { html: callView(visit, { ...form, typed }, opened, []) }
}

/** `POST /case/:reference/meeting` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openCall(visit, form.typed)
  const { head, bases, enclosures, unknownCases } = opened
  const reading = { today: visit.today, offered: opened.offered }
  const hasGuest = isGuestTyped(form.typed)
  const read = readCall(form.typed, { reading, bases, enclosures, hasGuest })
  const guest = hasGuest
    ? readGuest(form.typed, { today: visit.today, ...opened, ...daysOf(visit, form, reading) })
    : undefined
  const messages = [
    ...('messages' in read ? read.messages : []),
    ...(guest && 'messages' in guest ? guest.messages : []),
    // What goes to whom is weighed on a restricted file by itself.
    ...opened.alsoOn
      .filter(one => one.head.restriction !== 'none')
      .map(one => ({
        field: named.alsoTyped,
        text: `The file ${one.head.reference} is restricted: call the meeting from there, so that you see who is told`,
      })),
    ...unknownCases.map(reference => ({
      field: named.alsoTyped,
      text: `There is no case ${reference} that you may see. Check the reference`,
    })),
  ]
  if (messages.length > 0 || !('calling' in read)) return { html: callView(visit, form, opened, messages), status: 422 }
  const calling = { ...read.calling, guest: guest && 'fact' in guest ? guest.fact : undefined }
  const parts = [opened, ...opened.alsoOn].map((one, at) => callOn(visit, one, calling, at === 0))
  const { ids } = await visit.record({
    areaId: head.areaId,
    submissionId: form.submission,
    acts: parts.flatMap(part => part.acts),
    tells: parts.flatMap(part => part.tells),
    ...(parts.length > 1 ? { occasion: newId() } : {}),
  })
  const root = ids[0] ?? ''
  return { redirect: `/case/${encodeURIComponent(head.reference)}/meeting/${root}?done=called` }
}

/** The day of the meeting, and by when reports are wanted, as far as the form says. */
function daysOf({ today }: Visit, form: FormState, reading: Reading) {
  const { data } = readWhatThereIs(meetingCalled, asOfToday(form.typed, today.day), reading).fact
  const { plannedFor, reportsBy } = data as { plannedFor?: string; reportsBy?: string }
  return { plannedFor, reportsBy }
}

type OnCase = Awaited<ReturnType<typeof readWithEnclosures>>

/** The call on one child’s case, what is planned with it, and who of it is told. */
function callOn(
  visit: Visit,
  { head, read, enclosures }: OnCase,
  { fact, invited, roots, why, guest }: Calling & { readonly guest: FactRead | undefined },
  isFirst: boolean,
) {
  const kind = findMeetingKind(String(fact.data['meeting']))
  const id = newId()
  const common = { act: 'record', caseId: head.id, happened: fact.happened } as const
  const acts: Recording[] = [
    {
      ...common,
      id,
      kind: meetingCalled.kind,
      about: aboutOf(visit, read, meetingCalled.kind),
      data: fact.data,
      narrative: fact.narrative,
    },
  ]
  // What is owed before a conference counts back from its plan.
  const plan = kind?.plannedAs
  const planId = newId()
  if (plan) {
    const { plannedFor, family } = fact.data as { plannedFor?: string; family?: readonly string[] }
    const data = {
      plannedFor,
      ...(invited.length > 0 ? { invited } : {}),
      ...('familyInvited' in plan.fields ? { familyInvited: (family ?? []).length > 0 } : {}),
    }
    acts.push({ ...common, id: planId, kind: plan.kind, about: aboutOf(visit, read, plan.kind), data, narrative: {} })
  }
  const guestId = newId()
  if (guest) acts.push({ ...common, ...guest, id: guestId, kind: meetingGuestInvited.kind, about: id })
  // What names another child stays on that child’s own file: each call goes with what its own case says.
  const enclosedRoots = isFirst ? roots : enclosures.flatMap(one => (one.isUsual ? one.root : []))
  const told = [id, ...(plan ? [planId] : []), ...(guest ? [guestId] : []), ...enclosedRoots]
  const tells: Telling[] = invited.length > 0 ? [{ caseId: head.id, toAgencyIds: invited, roots: told, ...why }] : []
  // What the letter to somebody of a listed agency says is told to it, and stands under who was told what.
  const { agency: ofGuest = [] } = (guest?.data ?? {}) as { agency?: readonly string[] }
  if (ofGuest.length > 0) {
    const said = enclosedRoots.filter(root => saysWhoItIs(read.known.byRoot.get(root)?.kind))
    tells.push({ caseId: head.id, toAgencyIds: ofGuest, roots: [id, guestId, ...said], ...why })
  }
  return { acts, tells }
}

function aboutOf(visit: Visit, read: ReadCase, kind: string): string | null {
  const definition = visit.guidance.kinds.get(kind)
  if (!definition) return null
  const { day } = visit.today
  const happened = { from: day, to: day, certainty: 'day', at: null } as const
  return continuedBy(definition, read, visit.guidance, happened, undefined).likely
}

/** @throws NotFound, NotAllowed where the post may not record on this case */
function openCall(visit: Visit, typed: Fields) {
  return visit.read(async ({ client, openCase }) => {
    const opened = await openCase(visit.params['reference'] ?? '')
    await refuseUnless(client, visit, opened.head, 'share')
    const own = visit.post.agency.id
    const first = await readWithEnclosures(client, visit, opened.head, own)
    const references = [...valuesOf(typed, named.also), ...valuesOf(typed, named.alsoTyped).flatMap(referencesIn)]
    const { heads, unknown } = await findOtherCases(client, opened.head, references, kind => kind === opened.head.kind)
    const alsoOn: OnCase[] = []
    for (const head of heads) {
      await refuseUnless(client, visit, head, 'share')
      alsoOn.push(await readWithEnclosures(client, visit, head, own))
    }
    const agencies = await readAgencies(client, opened.head.areaId)
    const parties = await readParties(client, opened.head.areaId, own)
    const invitable = new Set(agencies.flatMap(one => (one.isConnected && one.id !== own ? one.id : [])))
    return {
      ...opened,
      ...first,
      parties: { ...parties, agency: parties.agency.filter(({ id }) => invitable.has(id)) },
      offered: { ...offeredIn(parties), agency: invitable },
      unconnected: agencies.filter(one => !one.isConnected && !one.isOffice),
      others: await offerOtherCases(client, opened.head),
      alsoOn,
      unknownCases: unknown,
      bases: await readBases(client, visit.today.day),
      owed: owedMeeting(visit, first.read),
    }
  })
}

export type OpenCall = Awaited<ReturnType<typeof openCall>>

async function readWithEnclosures(client: PoolClient, visit: Visit, head: OpenHead, own: string) {
  const read = await readCase(client, head, visit.guidance, visit.ledger.dayOf)
  const enclosures: readonly Enclosure[] = enclosuresOf(read, own)
  return { head, read, enclosures }
}

type OpenHead = Parameters<typeof readCase>[1]

/** The meeting that is owed first: its decision would meet an open duty. */
function owedMeeting(visit: Visit, read: ReadCase): MeetingCode | undefined {
  const open = read.duties
    .filter(row => isOpen(standingOf(row, visit.today)))
    .toSorted((a, b) => (a.due_latest ?? '9').localeCompare(b.due_latest ?? '9'))
  const codes = Object.keys(meetingKinds) as MeetingCode[]
  for (const row of open) {
    const met = visit.guidance.rules.get(row.rule)?.dischargedBy ?? []
    const code = codes.find(one => met.some(({ kind }) => kind === meetingKinds[one].decidedAs.kind))
    if (code) return code
  }
  return undefined
}
