/** Everything that the form of a kind of fact shows about its case, read in one transaction. */
import type { PoolClient } from 'pg'
import { NotFound } from '../../access/refusals.ts'
import type { Policy } from '../../engine/derive.ts'
import type { FactDefinition } from '../../engine/fact.ts'
import { isKindOf } from '../../engine/guidance.ts'
import { askedOfRole, askedOnCase } from '../../engine/schema.ts'
import { actsToRecord } from '../../ledger/check-author.ts'
import { readFoldedPrompts } from '../../ledger/folded-prompts.ts'
import { readArea } from '../../ledger/lock.ts'
import { findCircle, invitable } from '../../ledger/meeting-circle.ts'
import type { CaseHead, DutyRow, ReadCase } from '../../ledger/read.ts'
import { lastSeenIn, readCase } from '../../ledger/read.ts'
import type { ThresholdInForce } from '../../ledger/threshold-in-force.ts'
import { type Parties, readNames, readParties } from '../../people/parties.ts'
import { departureExplained } from '../../procedures/departure.ts'
import { meetingInvitationSent, meetingMoved } from '../../procedures/meeting-facts.ts'
import { people } from '../../procedures/people.ts'
import { asksForReason } from '../duty/reasons.ts'
import { type TakenOver, takenOver } from '../early-help/taken-over.ts'
import { type Elsewhere, meetingElsewhere } from '../meeting/elsewhere.ts'
import { type Fields, valueOf, valuesOf } from '../pipeline/fields.ts'
import type { Visit } from '../pipeline/page.ts'
import { areSeveral, type Continued, continuedBy, openedOn, owedTo } from './line-choices.ts'
import { refuseUnless } from './permission.ts'
import { proposalBefore, type ShownProposal } from './proposed.tsx'
import { happenedOf, type Reading } from './read-fact.ts'
import { referralBefore, type ShownReferral } from './referred.tsx'
import { findOtherCases, type OtherCase, offerOtherCases, referencesIn } from './siblings.ts'
import { thresholdFor } from './threshold.tsx'

/** The names of the form’s own fields. A hyphen keeps them apart from those of facts. */
export const named = {
  /** The number of the last entry that was seen when the form was opened. */
  seen: 'case-seen',
  about: 'continues-fact',
  answers: 'answers-duty',
  also: 'also-on',
  alsoTyped: 'also-on-references',
  /** Said of what may be a slip. */
  sure: 'is-sure',
} as const

/** Up to which entry the case was seen by whoever fills in the form: as they opened it, else as it is. */
export function seenIn(typed: Fields, read: Pick<ReadCase, 'entries'>, name: string = named.seen): number {
  const said = valueOf(typed, name)
  return said === '' ? lastSeenIn(read) : Number(said) || 0
}

export interface OpenForm {
  readonly definition: FactDefinition
  readonly read: ReadCase
  readonly why: string
  readonly parties: Parties
  readonly policy: Policy
  readonly continued: Continued
  /** What the new fact continues, as typed or most likely. */
  readonly about: string | null
  /** The open duties that it may meet; of a reason, the late ones that it may explain. */
  readonly owed: readonly DutyRow[]
  /** Whose they are, by the id of the agency; none where all are owed by one. */
  readonly owedBy: ReadonlyMap<string, string>
  /** Whether it has to be asked which of them is meant. */
  readonly asksWhich: boolean
  readonly answers: string | null
  readonly others: readonly OtherCase[]
  readonly alsoOn: readonly CaseHead[]
  /** Where a meeting is moved that was called for several children: it on each of the other files that are named. */
  readonly together: readonly Elsewhere[]
  readonly unknownCases: readonly string[]
  readonly reading: Reading
  /** The latest proposal how to decide the referral, where the form is about it. */
  readonly proposal: ShownProposal | undefined
  /** The referral that the form decides on. */
  readonly referral: ShownReferral | undefined
  /** What the form begins with, where a child steps up or down. */
  readonly taken: TakenOver | undefined
  /** The published document by which the decision is made, where the form is that of a decision. */
  readonly threshold: ThresholdInForce | undefined
  /** The prompts of the guidance that the reader has folded away. */
  readonly folded: ReadonlySet<string>
}

/** The definition of a kind that may be recorded on a case. @throws NotFound for any other */
export function definitionOf(visit: Visit, kind: string, head: CaseHead): FactDefinition {
  const definition = visit.guidance.kinds.get(kind)
  if (!definition || definition.apart || definition.byAct || !isKindOf(kind, head.kind, visit.guidance))
    throw new NotFound()
  return definition
}

/** Whether it is about one child and never about several at once: a name, a birth, an address, a reason for one duty, what is said of one child’s meeting. */
export function isOfOneChild({ kind, tellsMeeting }: Pick<FactDefinition, 'kind' | 'tellsMeeting'>): boolean {
  return tellsMeeting === true || kind === departureExplained.kind || people.facts.some(fact => fact.kind === kind)
}

const noParties: Parties = { agency: [], post: [] }

/** The agencies and posts that the fields of a definition need; none where they need none. */
export async function partiesFor(
  client: PoolClient,
  visit: Visit,
  head: CaseHead,
  definition: FactDefinition,
): Promise<Parties> {
  const isNeeded = Object.values(definition.fields).some(field => field.type === 'parties')
  return isNeeded ? readParties(client, head.areaId, visit.post.agency.id) : noParties
}

/** The ids that were offered, for reading a form. */
export function offeredIn({ agency, post }: Parties): NonNullable<Reading['offered']> {
  return { agency: new Set(agency.map(({ id }) => id)), post: new Map(post.map(({ id, kind }) => [id, kind])) }
}

/** What derivation needs, as far as the context of the client may see it. */
export async function policyFor(client: PoolClient, visit: Visit, head: CaseHead): Promise<Policy> {
  const { carries, dayOf } = visit.ledger
  const of = { caseKind: head.kind, parties: new Map(Object.entries(head.parties)) }
  return { ...(await readArea(client, head.areaId)), ...of, reached: new Map(), carries, dayOf }
}

/**
 * Opens the form of a kind.
 * @throws NotFound for a case, a kind or a fact named in the form that is not there for this post; NotAllowed
 */
export function openForm(visit: Visit, typed: Fields): Promise<OpenForm> {
  const { guidance, today } = visit
  return visit.read(async ({ client, openCase }) => {
    const { head, why } = await openCase(visit.params['reference'] ?? '')
    const definition = definitionOf(visit, visit.params['kind'] ?? '', head)
    await refuseUnless(client, visit, head, actsToRecord(definition.kind))
    const read = await readCase(client, head, guidance, visit.ledger.dayOf)
    const owed =
      definition.kind === departureExplained.kind
        ? read.duties.filter(duty => asksForReason(duty, today))
        : owedTo(definition.kind, visit.post.agency.id, read, guidance, today.day)
    const answers = answersIn(visit, typed, owed)
    const happened = happenedOf(definition, typed, today) ?? {
      from: today.day,
      to: today.day,
      certainty: 'day',
      at: null,
    }
    const continued = continuedBy(
      definition,
      read,
      guidance,
      happened,
      owed.find(duty => duty.id === answers),
    )
    const about = aboutIn(visit, typed, continued)
    const every = await partiesFor(client, visit, head, definition)
    const parties = { ...every, agency: invitable(every.agency, read.known, definition, about) }
    const isInvitation = definition.kind === meetingInvitationSent.kind
    const mayInvite = (id: string) => !(isInvitation && id === visit.post.agency.id)
    const meetings = await otherMeetings(client, visit, read, definition, about)
    const others = isOfOneChild(definition) ? meetings.map(offered) : await offerOtherCases(client, head)
    const isOfOne = isOfOneChild(definition) && !definition.crossesKinds
    const references = isOfOne ? [] : alsoNamed(typed)
    const fits = (kind: string) =>
      definition.crossesKinds ? kind !== head.kind && isKindOf(definition.kind, kind, guidance) : kind === head.kind
    const { heads, unknown } = await findOtherCases(client, head, references, fits)
    return {
      definition: askedOfRole(askedOnCase(definition, about, read.known), visit.post.role),
      read,
      why,
      parties,
      policy: await policyFor(client, visit, head),
      continued,
      about,
      owed,
      owedBy: await namesOfSeveral(client, owed),
      asksWhich: areSeveral(owed, continued, read, guidance),
      answers,
      others,
      alsoOn: heads,
      together: meetings.filter(({ reference }) => alsoNamed(typed).includes(reference)),
      unknownCases: unknown,
      folded: await readFoldedPrompts(client),
      taken: await takenOver(client, definition.kind, read),
      threshold: await thresholdFor(visit, head, definition, happened.to),
      referral: referralBefore(definition.kind, about, read),
      proposal: await proposalBefore(client, definition.kind, about, read),
      reading: {
        today,
        // Who is invited already is not shown, and taken all the same: a form that is sent twice is one record.
        offered: offeredIn({ ...every, agency: every.agency.filter(({ id }) => mayInvite(id)) }),
        openedOn: openedOn(definition, about, happened, read, guidance),
      },
    }
  })
}

/** The names of the agencies that owe these, where they are several. */
async function namesOfSeveral(client: PoolClient, owed: readonly DutyRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(owed.map(duty => duty.agency_id))]
  return ids.length > 1 ? readNames(client, ids) : new Map()
}

/** The meeting that is moved, on the files of the other children for whom it was called and is not closed. */
async function otherMeetings(
  client: PoolClient,
  visit: Visit,
  read: ReadCase,
  { kind }: FactDefinition,
  about: string | null,
): Promise<Elsewhere[]> {
  const circle = kind === meetingMoved.kind && about ? findCircle(read.known, about) : undefined
  if (circle?.owner !== visit.post.agency.id) return []
  const all = await meetingElsewhere(client, visit, {
    head: read.head,
    meeting: { circle, called: circle.called },
  })
  return all.filter(one => !one.isClosed)
}

const offered = ({ head, reference, name }: Elsewhere): OtherCase => ({
  id: head.id,
  reference,
  name,
  why: 'called together with this one',
})

/** @throws NotFound where the form names a fact that it did not offer; an address that does so is ignored */
function aboutIn(visit: Visit, typed: Fields, { candidates, likely }: Continued): string | null {
  const isOffered = (root: string) => candidates.some(fact => fact.root === root)
  const asked = valueOf(typed, named.about)
  if (asked) {
    if (!isOffered(asked)) throw new NotFound()
    return asked
  }
  const linked = named.about in typed ? '' : valueOf(visit.query, named.about)
  return isOffered(linked) ? linked : likely
}

/** @throws NotFound where the form names a duty that such a fact cannot meet; an address that does so is ignored */
function answersIn(visit: Visit, typed: Fields, owed: readonly DutyRow[]): string | null {
  const asked = valueOf(typed, named.answers)
  if (asked) {
    // Somebody may have met it meanwhile: then it is decided as for any other record.
    if (owed.some(duty => duty.id === asked)) return asked
    if (visit.guidance.rules.has(asked.split('/')[0] ?? '')) return null
    throw new NotFound()
  }
  const linked = named.answers in typed ? '' : valueOf(visit.query, named.answers)
  return owed.some(duty => duty.id === linked) ? linked : null
}

function alsoNamed(typed: Fields): string[] {
  return [...valuesOf(typed, named.also), ...valuesOf(typed, named.alsoTyped).flatMap(referencesIn)]
}
