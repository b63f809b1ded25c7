/** Asking other agencies and taking that back, as commands: each agency is told its own question, and none whom else was asked. */
import type { PoolClient } from 'pg'
import { CalendarEnds } from '../guidance/bank-holidays.ts'
import { addDays, type Day } from '../guidance/days.ts'
import { addWorkingDays } from '../guidance/working-days.ts'
import { newId } from '../platform/identifier.ts'
import { informationRequested, informationRequestWithdrawn } from '../procedures/information-request.ts'
import type { Command, Recording } from './command.ts'
import type { Grounds } from './disclosure-rows.ts'

export type Urgency = 'today' | 'soon' | 'routine'

/** Working days that an answer is given, where the form names no day: this product’s own suggestion, not the guidance’s. */
const givenDays: Readonly<Record<Urgency, number>> = { today: 0, soon: 1, routine: 10 }

/** The day by which an answer is wanted, by how urgent it is. */
export function dayFor(urgency: Urgency, today: Day): Day {
  const days = givenDays[urgency]
  if (days === 0) return today
  try {
    return addWorkingDays(today, days)
  } catch (error) {
    if (error instanceof CalendarEnds) return addDays(today, days === 1 ? 1 : 14)
    throw error
  }
}

/** The power that goes with what a request is for; none where it is for something else. */
const powers: Readonly<Record<string, string>> = {
  referral: 'ca2004-s10',
  'section-17': 'ca1989-s17',
  'section-47': 'ca1989-s47',
  'section-47-9': 'ca1989-s47',
  'section-27': 'ca1989-s27',
  'strategy-discussion': 'ca1989-s47',
  'early-help': 'ca2004-s10',
  'section-16h': 'ca2004-s16h',
}

/** The power that goes with what a request is for, by its code; none where it is for something else. */
export function powerFor(purpose: string): string | undefined {
  return powers[purpose]
}

/** Kinds of agency that can be a safeguarding partner, or act for one. */
const partners: ReadonlySet<string> = new Set([
  'local-authority',
  'police',
  'integrated-care-board',
  'clinical-commissioning-group',
])

/** Whether an agency of a kind may ask under section 16H of the Children Act 2004: only a safeguarding partner may. */
export function mayUseSection16h(kind: string): boolean {
  return partners.has(kind)
}

export interface Asking {
  readonly caseId: string
  readonly agencies: readonly string[]
  /** What is asked, alike of all of them. */
  readonly fact: Pick<Recording, 'happened' | 'data' | 'narrative'>
  /** What goes with it, so that they know whom it is about: facts of the asking agency, by their roots. */
  readonly roots: readonly string[]
  readonly why: Grounds
  /** Whether each of them learns whom else is asked. */
  readonly areNamed: boolean
}

/** A request of its own for each agency, told to that agency alone. */
export function requestsTo(asking: Asking): Required<Pick<Command, 'acts' | 'tells'>> {
  const { caseId, fact, roots, why, areNamed } = asking
  const agencies = [...new Set(asking.agencies)]
  const requests = agencies.map(agency => {
    const others = areNamed ? agencies.filter(one => one !== agency) : []
    const { alsoAsked: _, ...data } = fact.data
    return {
      agency,
      id: newId(),
      data: { ...data, asked: [agency], ...(others.length > 0 ? { alsoAsked: others } : {}) },
    }
  })
  return {
    acts: requests.map(({ id, data }) => ({
      act: 'record',
      id,
      caseId,
      kind: informationRequested.kind,
      ...fact,
      data,
    })),
    tells: requests.map(({ id, agency }) => ({ caseId, toAgencyIds: [agency], roots: [id, ...roots], ...why })),
  }
}

/** A request that is taken back: with whom it was shared, and on which grounds. */
export interface RequestOut {
  readonly root: string
  readonly agencies: readonly string[]
  readonly grounds: Grounds
}

/** Takes requests back, each of those asked being told so on the grounds on which it was asked. */
export function withdrawalsOf(
  caseId: string,
  requests: readonly RequestOut[],
  happened: Recording['happened'],
  reason: string,
): Required<Pick<Command, 'acts' | 'tells'>> {
  const { kind } = informationRequestWithdrawn
  const withdrawals = requests.map(request => ({ ...request, id: newId() }))
  return {
    acts: withdrawals.map(({ id, root }) => ({
      act: 'record',
      id,
      caseId,
      kind,
      about: root,
      happened,
      data: {},
      narrative: { reason },
    })),
    tells: withdrawals.map(({ id, agencies, grounds }) => ({
      caseId,
      toAgencyIds: agencies,
      roots: [id],
      ...grounds,
      necessity: 'So that they know that no answer is wanted any more.',
    })),
  }
}

interface Row {
  readonly root: string
  readonly agency_id: string
  readonly basis: string
  readonly conditions: string
  readonly necessity: string
  readonly family_told: Grounds['familyTold']
  readonly not_told_why: string | null
}

/** On which grounds, and of whom, requests of the reader's agency were asked: by the disclosures that told of them. */
export async function readRequestsOut(
  client: PoolClient,
  areaId: string,
  caseId: string,
  roots: readonly string[],
): Promise<RequestOut[]> {
  const { rows } = await client.query<Row>({
    name: 'requests out',
    text: `select f.root, f.agency_id, d.basis, d.conditions, d.necessity, d.family_told, d.not_told_why
           from disclosed_fact f join disclosure d on d.area_id = f.area_id and d.id = f.disclosure_id
           where f.area_id = $1 and f.case_id = $2 and f.root = any($3) and d.from_agency_id = (select context_agency())
           order by d.reached_at, d.id`,
    values: [areaId, caseId, roots],
  })
  return roots.flatMap(root => {
    const told = rows.filter(row => row.root === root)
    const [first] = told
    if (!first) return []
    const { basis, conditions, necessity, family_told: familyTold, not_told_why: notToldWhy } = first
    const grounds = {
      basis,
      conditions: conditions.split(' ').filter(Boolean),
      necessity,
      familyTold,
      ...(notToldWhy === null ? {} : { notToldWhy }),
    }
    return [{ root, agencies: [...new Set(told.map(row => row.agency_id))], grounds }]
  })
}
