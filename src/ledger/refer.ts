/**
 * Telling children’s social care of a child from outside the council: what is recorded and told, whether a person fills in the
 * page or a system of the agency sends it.
 */
import type { PoolClient } from 'pg'
import { type AgencyOfArea, readAgencies } from '../people/agencies.ts'
import { newReference } from '../people/establishment.ts'
import { newId } from '../platform/identifier.ts'
import type { referralSources } from '../procedures/code-lists.ts'
import { onlineForm } from '../procedures/referral.ts'
import type { Bases } from './bases.ts'
import type { Command, Recording } from './command.ts'
import type { Grounds } from './disclosure-rows.ts'

/** Where a referral goes, and what can be said of it. */
export interface Place {
  readonly areaId: string
  readonly areaName: string
  readonly authority: AgencyOfArea
  readonly own: AgencyOfArea
}

interface PostOfAreas {
  readonly agency: { readonly id: string }
  readonly areas: readonly { readonly id: string; readonly name: string }[]
}

/** The councils that a post can tell: of those of its areas in which its agency works beside them. */
export async function readPlaces(
  client: PoolClient,
  { agency, areas }: PostOfAreas,
  areaIds: readonly string[],
): Promise<Place[]> {
  const places: Place[] = []
  for (const areaId of areaIds) {
    const agencies = await readAgencies(client, areaId)
    const authority = agencies.find(one => one.isAuthority)
    const own = agencies.find(one => one.id === agency.id)
    const areaName = areas.find(one => one.id === areaId)?.name ?? ''
    if (authority && own && authority.id !== own.id) places.push({ areaId, areaName, authority, own })
  }
  return places
}

/** Which answer on the parents means what: to the council a view of theirs, to the disclosure whether they know. */
export const parentsKnow = {
  agree: { consent: 'given', told: 'yes' },
  disagree: { consent: 'refused', told: 'yes' },
  'not-told': { consent: 'not-sought', told: 'no' },
} as const
type ParentsKnow = (typeof parentsKnow)[keyof typeof parentsKnow]

/** The sources of the census, by the kind of agency. */
const sources: Readonly<Record<string, keyof typeof referralSources>> = {
  school: '2A',
  'early-years': '2B',
  'general-practice': '3A',
  'community-health': '3D',
  hospital: '3F',
  'mental-health': '3F',
  housing: '4',
  police: '6',
  probation: '7',
  'youth-offending': '7',
}
const otherSource: keyof typeof referralSources = '8'

/** Whose referral it is, where an agency that led early help steps up: of the council that is its early help. */
export function sourceOfEarlyHelp({ kind, isAuthority }: Pick<AgencyOfArea, 'kind' | 'isAuthority'>) {
  return isAuthority ? '5D' : (sources[kind] ?? otherSource)
}

/** What is asked of whoever refers. */
interface Answers {
  /** Whom the council can ring: the name, the post, the number. */
  readonly contact: readonly (string | undefined)[]
  readonly reason: string
  readonly safety: string
  readonly parents: ParentsKnow | undefined
  /** Why the parents do not know, where they do not. */
  readonly parentsWhy: string
}

/** The fields of the referral. Those that are empty were not answered. */
export function referralOf(
  agency: { readonly name: string; readonly kind: string },
  { contact, reason, safety, parents, parentsWhy }: Answers,
) {
  return {
    channel: onlineForm,
    source: sources[agency.kind] ?? otherSource,
    agency: agency.name,
    referrer: contact.filter(Boolean).join(', '),
    reason,
    safety,
    consent: parents?.consent ?? '',
    consentReason: parents?.told === 'no' ? parentsWhy : '',
  }
}

/** Why it is necessary to tell, where nothing else is said. */
export const whyToTell = 'Children’s social care decides what the child needs, and has to know what we know.'

/** The power that fits where none is chosen: the duty to share once it is law, else by how the child is. */
export function usualBasis({ powers, startsFrom }: Bases, safety: string): string {
  if (startsFrom === 'must-unless' && powers.some(({ code }) => code === 'cwsa2026-s4')) return 'cwsa2026-s4'
  return safety === 'in-danger' ? 'ca1989-s47' : 'ca1989-s17'
}

/** A file of the agency’s own for the child, what it begins with, and the council told of all of that: one command. */
export function openAndTell(
  { areaId, authority }: Pick<Place, 'areaId' | 'authority'>,
  said: readonly Omit<Recording, 'caseId'>[],
  why: Grounds,
): Pick<Command, 'areaId' | 'opens' | 'acts' | 'tells'> {
  const caseId = newId()
  const acts = said.map(one => ({ ...one, id: one.id ?? newId(), caseId }))
  return {
    areaId,
    opens: [{ id: caseId, kind: 'child', reference: newReference(), teamId: null }],
    acts,
    tells: [{ caseId, toAgencyIds: [authority.id], roots: acts.map(({ id }) => id), ...why }],
  }
}
