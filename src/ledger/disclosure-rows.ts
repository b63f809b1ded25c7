/** Writing disclosures, whoever asks for them: to whom they may go, and the rows that they are. */
import type { PoolClient } from 'pg'
import { NotFound } from '../access/refusals.ts'
import { together } from '../platform/transaction.ts'
import type { Author } from './command.ts'
import { type CaseToOpen, openCompartments } from './compartments.ts'
import { insertRows } from './rows.ts'
import { disclosedColumns } from './standing-disclosure.ts'

/** Whether the family was told; not said where something went through a meeting, and nobody asked whoever shared it. */
export type FamilyTold = 'yes' | 'no' | 'later' | 'not-said'

/** Why an agency lets another one know: the same words for every way of sharing. */
export interface Grounds {
  /** The power or duty, by its code in `guidance/lawful-bases.ts`. */
  readonly basis: string
  /** The conditions of data protection law, by their codes. */
  readonly conditions?: readonly string[]
  /** Why it is necessary and no more than that. */
  readonly necessity: string
  readonly familyTold: FamilyTold
  readonly notToldWhy?: string
  /** Until which day the family is not to be told. */
  readonly notToldUntil?: string
}

/** One disclosure to one agency. Instants are milliseconds since 1970. */
export interface Disclosure extends Grounds {
  readonly id: string
  readonly caseId: string
  readonly toAgencyId: string
  readonly roots: readonly string[]
  /** Everything of these kinds as well, recorded from now on. */
  readonly kinds?: readonly string[]
  readonly reachedAt: number
  readonly untilAt: number | null
  /** The agency works on the case: those of it who are granted the case see this, not the whole agency. */
  readonly byGrant: boolean
  /** Only these people of the agency see it, by their posts; left out, the agency does. */
  readonly postIds?: readonly string[] | undefined
}

const disclosureColumns = [
  ['area_id', 'uuid'],
  ['id', 'uuid'],
  ['case_id', 'uuid'],
  ['from_agency_id', 'uuid'],
  ['to_agency_id', 'uuid'],
  ['basis', 'text'],
  ['conditions', 'text'],
  ['necessity', 'text'],
  ['family_told', 'text'],
  ['not_told_why', 'text'],
  ['not_told_until', 'date'],
  ['reached_at', 'timestamptz'],
  ['until_at', 'timestamptz'],
  ['post_ids', 'uuid[]'],
  ['recorded_by', 'uuid'],
  ['submission_id', 'uuid'],
] as const
const standingColumns = [
  ['area_id', 'uuid'],
  ['disclosure_id', 'uuid'],
  ['case_id', 'uuid'],
  ['kind', 'text'],
] as const

/** Writes disclosures with all that they cover. Each is its own submission, so that a repeated one meets itself. */
export async function writeDisclosures(
  client: PoolClient,
  areaId: string,
  by: Author,
  disclosures: readonly Disclosure[],
): Promise<void> {
  const rows: object[] = []
  const disclosed: object[] = []
  const standing: object[] = []
  for (const one of disclosures) {
    const common = { area_id: areaId, case_id: one.caseId }
    rows.push({
      ...common,
      id: one.id,
      from_agency_id: by.agencyId,
      to_agency_id: one.toAgencyId,
      basis: one.basis,
      conditions: (one.conditions ?? []).join(' '),
      necessity: one.necessity,
      family_told: one.familyTold,
      not_told_why: one.notToldWhy ?? null,
      not_told_until: one.notToldUntil ?? null,
      reached_at: one.reachedAt,
      until_at: one.untilAt,
      post_ids: one.postIds ?? null,
      recorded_by: by.postId,
      submission_id: one.id,
    })
    const reached = {
      from_agency_id: by.agencyId,
      agency_id: one.toAgencyId,
      reached_at: one.reachedAt,
      until_at: one.untilAt,
      by_grant: one.byGrant,
      post_ids: one.postIds ?? null,
    }
    for (const root of new Set(one.roots)) disclosed.push({ ...common, ...reached, disclosure_id: one.id, root })
    for (const kind of new Set(one.kinds)) standing.push({ ...common, disclosure_id: one.id, kind })
  }
  await together([
    insertRows(client, 'disclosure', disclosureColumns, rows),
    insertRows(client, 'disclosed_fact', disclosedColumns, disclosed),
    insertRows(client, 'standing_disclosure', standingColumns, standing),
  ])
}

/** @throws NotFound unless each of these is an agency of the area and not the author's own */
export async function checkRecipients(
  client: PoolClient,
  areaId: string,
  by: Author,
  agencyIds: readonly string[],
): Promise<void> {
  const { rows } = await client.query<{ agency_id: string }>({
    name: 'agencies to tell',
    text: 'select agency_id from area_agency where area_id = $1 and agency_id = any($2) and agency_id <> $3',
    values: [areaId, agencyIds, by.agencyId],
  })
  const found = new Set(rows.map(row => row.agency_id))
  if (agencyIds.some(id => !found.has(id))) throw new NotFound('Only another agency of this area can be told.')
}

/**
 * People who are told by name, by the agencies at which they hold their posts now.
 * @throws NotFound unless each is a post of one of these agencies and of the area, and has not ended
 */
export async function findNamed(
  client: PoolClient,
  areaId: string,
  agencyIds: readonly string[],
  postIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const wanted = [...new Set(postIds)].toSorted()
  if (wanted.length === 0) return new Map()
  const { rows } = await client.query<{ id: string; agency_id: string }>({
    name: 'people to tell',
    text: `select p.id, p.agency_id from post p join post_area o on o.post_id = p.id and o.area_id = $1
           where p.id = any($3) and p.agency_id = any($2) and p.from_at <= now() and (p.until_at is null or p.until_at > now())
           order by p.id`,
    values: [areaId, agencyIds, wanted],
  })
  if (rows.length !== wanted.length)
    throw new NotFound('Only people who hold a post now at an agency that is told can be named.')
  return new Map(
    agencyIds.flatMap(agencyId => {
      const ids = rows.flatMap(row => (row.agency_id === agencyId ? row.id : []))
      return ids.length > 0 ? [[agencyId, ids]] : []
    }),
  )
}

/**
 * Of these agencies those with people who are granted records of the case: they see what is told, not the whole agency.
 * The area's authority works on every child of whom it is told: its standing groups (front door, managers and chairs, privacy,
 * data) are let in as on any case of its own, and no team: the file waits until it is given to one.
 */
export async function agenciesAtWork(
  client: PoolClient,
  areaId: string,
  caseFile: CaseToOpen,
  agencyIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ agency_id: string; works: boolean; is_authority: boolean }>({
    name: 'agencies at work',
    text: `select a.agency_id, a.is_authority, exists (select from compartment c
             join compartment_grant g on g.area_id = c.area_id and g.compartment_id = c.id
             where c.area_id = $1 and c.case_id = $2 and c.agency_id = a.agency_id and (g.ends_at is null or g.ends_at > now())) as works
           from area_agency a where a.area_id = $1 and a.agency_id = any($3)`,
    values: [areaId, caseFile.id, agencyIds],
  })
  const authority = rows.find(row => row.is_authority && !row.works)
  if (authority) {
    const wanted = { caseFile, agencyId: authority.agency_id, sensitivity: 'ordinary', postId: null, at: Date.now() }
    await openCompartments(client, areaId, [wanted])
    await client.query({
      name: 'wait for a team',
      text: 'update case_file set waits_for_team = true where area_id = $1 and id = $2 and team_id is null',
      values: [areaId, caseFile.id],
    })
  }
  return new Set(rows.filter(row => row.works || row.is_authority).map(row => row.agency_id))
}
