/**
 * Telling children's social care of a worry, from outside the council: one page, few questions, one submission. It makes the file
 * where there is none, the worry, the referral and the disclosure with its basis; then a receipt says what happens next.
 */
import type { PoolClient } from 'pg'
import { isPartner } from '../../access/policy.ts'
import type { Happened } from '../../engine/fact.ts'
import { knownAt } from '../../engine/statements.ts'
import { type Bases, readBases } from '../../ledger/bases.ts'
import { readCase } from '../../ledger/read.ts'
import { openAndTell, type Place, readPlaces } from '../../ledger/refer.ts'
import { type Existing, findExisting } from '../../people/find-existing.ts'
import { observationRecorded } from '../../procedures/observation.ts'
import { childBorn } from '../../procedures/people.ts'
import { referralReceived } from '../../procedures/referral.ts'
import { enclosuresOf } from '../ask/goes-with-it.ts'
import { nameOfChild } from '../case-file/child.ts'
import { type TakenOver, takenOver } from '../early-help/taken-over.ts'
import { readChild } from '../new-child/read-child.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { doubtsOnBirth } from '../record/doubts.tsx'
import { findRecorded } from '../record/find-recorded.ts'
import { named } from '../record/open-form.ts'
import { refuseUnless } from '../record/permission.ts'
import type { Message } from '../record/read-fact.ts'
import { recordsToShare, type ToShare } from '../share/offered.ts'
import { type ReadReferral, readReferral } from './read-referral.ts'
import { fingerprint, personOf, referView } from './refer.view.tsx'
import { readSent, type Sent } from './sent.ts'

export interface Shown {
  readonly places: readonly Place[]
  readonly bases: Bases
  readonly messages: readonly Message[]
  /** The child and the file, where the referral is about one that the visitor has. */
  readonly about?: { readonly reference: string; readonly name: string; readonly records: readonly ToShare[] }
  /** Files that may be of the child who is described, before a second one is made. */
  readonly existing?: readonly Existing[]
  readonly sent?: readonly Sent[]
  readonly why?: string
  /** The messages are of what may be a slip: whoever wrote it may say that it is right. */
  readonly asksWhetherSure?: boolean
  /** What the form begins with, where the child is in early help. */
  readonly taken?: TakenOver | undefined
}

/** So many of what was sent before stand on the form; all of it on a page of its own. */
const mostSentShown = 8

/** `GET /refer` */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const shown = await visit.read(async ({ client }) => ({
    ...(await openPlaces(client, visit)),
    sent: await readSent(client, { areaIds: visit.areaIds, today: visit.today, limit: mostSentShown }),
  }))
  return { html: referView(visit, form, { ...shown, messages: [] }) }
}

/** `POST /refer`: looks whether the agency has a file of the child, makes one where it has none, and tells the council. */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const read = readChild(form.typed, visit.today)
  const sought = 'child' in read ? read.child.sought : undefined
  const opened = await visit.read(async ({ client }) => ({
    ...(await openPlaces(client, visit)),
    existing: sought ? await findExisting(client, visit.areaIds, sought) : [],
  }))
  // Asked after the child was looked for: of a form that arrived twice the second one finds the file that the first one made.
  const before = await findRecorded(visit, form.submission)
  if (before) return { redirect: receiptOf(before.reference) }
  const { places, bases, existing } = opened
  const place = places.length === 1 ? places[0] : places.find(one => one.areaId === valueOf(form.typed, 'area'))
  const messages = 'messages' in read ? read.messages : []
  if (!place) messages.push({ field: 'area', text: 'Select where the child lives' })
  const said = readReferral(form.typed, { ...against(visit, bases, place ?? places[0]), offered: new Set() })
  if ('messages' in said) messages.push(...said.messages)
  if (messages.length > 0 || !place || !('child' in read) || !('referral' in said))
    return { html: referView(visit, form, { ...opened, existing: [], messages }), status: 422 }
  const born = read.child.facts.find(({ kind }) => kind === childBorn.kind)
  const doubts = doubtsAbout(form, said.referral, born?.happened)
  if (doubts.length > 0) {
    const asked = { ...opened, existing: [], messages: doubts, asksWhetherSure: true }
    return { html: referView(visit, form, asked), status: 422 }
  }
  if (existing.length > 0 && valueOf(visit.body, '_new') !== fingerprint(existing))
    return { html: referView(visit, form, { ...opened, messages }) }
  await visit.record({
    submissionId: form.submission,
    ...openAndTell(place, [...read.child.facts, ...said.referral.facts], said.referral.why),
  })
  // Where the same form arrived twice at once, the file is the one that was made first.
  const recorded = await findRecorded(visit, form.submission)
  return { redirect: receiptOf(recorded?.reference ?? '') }
}

/** `GET /case/:reference/refer` */
export async function pageOfCase(visit: Visit): Promise<Answer> {
  if (!isPartner(visit.post.role)) return toOrdinaryForm(visit)
  const form = await visit.form()
  const opened = await openCase(visit)
  return { html: referView(visit, begun(form, opened), { ...opened, messages: [] }) }
}

/** A new form about a child in early help begins with what early help recorded, and with those records ticked. */
function begun(form: FormState, { taken, about }: Pick<Shown, 'taken' | 'about'>): FormState {
  if (!taken || Object.keys(form.typed).length > 0) return form
  const offered = new Set(about?.records.map(({ root }) => root))
  const { reason = '', history = '' } = taken.typed
  return {
    ...form,
    typed: {
      reason: [reason, history].filter(Boolean).join('\n\n'),
      records: taken.roots.filter(root => offered.has(root)),
    },
  }
}

/** `POST /case/:reference/refer`: what is said of the child stands on the file already. */
export async function submitOfCase(visit: Visit): Promise<Answer> {
  if (!isPartner(visit.post.role)) return toOrdinaryForm(visit)
  const form = await visit.form()
  const before = await findRecorded(visit, form.submission)
  if (before) return { redirect: receiptOf(before.reference) }
  const opened = await openCase(visit)
  const { head, places, bases, about, enclosures } = opened
  const [place] = places
  const offered = new Set(about.records.map(record => record.root))
  const said = readReferral(form.typed, { ...against(visit, bases, place), offered })
  if ('messages' in said || !place) {
    const messages = 'messages' in said ? said.messages : []
    return { html: referView(visit, form, { ...opened, messages }), status: 422 }
  }
  const doubts = doubtsAbout(form, said.referral, opened.born)
  if (doubts.length > 0) {
    return { html: referView(visit, form, { ...opened, messages: doubts, asksWhetherSure: true }), status: 422 }
  }
  const facts = said.referral.facts.map(fact => ({ ...fact, caseId: head.id }))
  await visit.record({
    areaId: head.areaId,
    submissionId: form.submission,
    acts: facts,
    tells: [
      {
        caseId: head.id,
        toAgencyIds: [place.authority.id],
        roots: [...enclosures.map(({ root }) => root), ...facts.map(({ id }) => id), ...said.referral.records],
        ...said.referral.why,
      },
    ],
  })
  return { redirect: receiptOf(head.reference) }
}

/** The day of the worry may be a slip, where it lies long before the birth. */
function doubtsAbout({ typed }: FormState, { facts }: ReadReferral, born: Happened | undefined): Message[] {
  const seen = facts.find(({ kind }) => kind === observationRecorded.kind)
  return seen && !valueOf(typed, named.sure) ? doubtsOnBirth(born, seen.happened, 'seenOn') : []
}

/** The council records a referral that reached it as any fact. */
async function toOrdinaryForm(visit: Visit): Promise<Answer> {
  const { head } = await openForRecording(visit)
  return { redirect: `/case/${encodeURIComponent(head.reference)}/record/${referralReceived.kind}` }
}

function openForRecording(visit: Visit) {
  return visit.read(async ({ client, openCase: open }) => {
    const opened = await open(visit.params['reference'] ?? '')
    await refuseUnless(client, visit, opened.head, 'record')
    return opened
  })
}

/** @throws NotFound, NotAllowed where the post may not record on this case */
function openCase(visit: Visit) {
  return visit.read(async ({ client, openCase: open }) => {
    const opened = await open(visit.params['reference'] ?? '')
    const { head } = opened
    await refuseUnless(client, visit, head, 'record')
    const { places, bases } = await openPlaces(client, visit, [head.areaId])
    const read = await readCase(client, head, visit.guidance, visit.ledger.dayOf)
    const own = visit.post.agency.id
    const records = recordsToShare(read, own, visit.guidance, '')
    const enclosures = enclosuresOf(read, own)
    const isEnclosed = new Set(enclosures.map(({ root }) => root))
    const about = {
      reference: head.reference,
      name: nameOfChild(read),
      records: records.filter(({ root }) => !isEnclosed.has(root)),
    }
    // What others shared with this agency is theirs to tell: only its own words are taken over.
    const entries = read.entries.filter(({ agency }) => agency === own)
    const known = knownAt(entries, Number.MAX_SAFE_INTEGER, visit.guidance.kinds)
    const taken = await takenOver(client, referralReceived.kind, { ...read, entries, known })
    const born = read.known.byKind.get(childBorn.kind)?.at(-1)?.happened
    return { ...opened, places, bases, about, enclosures, taken, born }
  })
}

function against(visit: Visit, bases: Bases, place: Place | undefined) {
  const { name, kind } = place?.own ?? { name: visit.post.agency.name, kind: '' }
  return { today: visit.today, bases, agency: { name, kind }, person: personOf(visit) }
}

function receiptOf(reference: string): string {
  return `/case/${encodeURIComponent(reference)}/receipt`
}

async function openPlaces(
  client: PoolClient,
  visit: Visit,
  areaIds: readonly string[] = visit.areaIds,
): Promise<Pick<Shown, 'places' | 'bases'>> {
  return { places: await readPlaces(client, visit.post, areaIds), bases: await readBases(client, visit.today.day) }
}
