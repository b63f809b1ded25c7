/**
 * Who holds a file: a file that another agency opened and shared is given to a team of the authority. The team sees what was
 * shared and what the authority records; the other agency's own words stay its own.
 */
import type { PoolClient } from 'pg'
import { type ActOfAccess, may } from '../access/policy.ts'
import { Conflict, NotAllowed, NotFound } from '../access/refusals.ts'
import { relationOf } from '../access/relation.ts'
import { idFrom } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import { ofAccess } from '../procedures/break-glass.ts'
import type { Author } from './command.ts'
import { deleteDrafts } from './drafts.ts'
import type { Ledger } from './ledger.ts'
import { rebuildWithin } from './rebuild.ts'

/** Somebody who acts in a post: no import and no story holds a file. */
export type Person = Author & { readonly postId: string }

/** A case as it is held. */
export interface Held {
  readonly id: string
  readonly reference: string
  readonly kind: string
  readonly restriction: 'none' | 'restricted' | 'shielded'
  readonly teamId: string | null
  /** Agencies that work on it together; none on a child's file. */
  readonly parties: Readonly<Record<string, number>>
}

/**
 * Locks cases, in the order of their ids, for somebody who may do that with each of them.
 * @returns them in the order asked for
 * @throws NotFound where the post may not know of one, NotAllowed where it may not do that
 */
export async function holdCases(
  client: PoolClient,
  areaId: string,
  caseIds: readonly string[],
  by: Person,
  act: ActOfAccess,
): Promise<Held[]> {
  const standing = await relationOf(client, areaId, by.postId, caseIds)
  const relations = caseIds.map(id => standing?.relations.get(id) ?? 'none')
  if (!standing || relations.includes('none')) throw new NotFound()
  if (standing.agencyId !== by.agencyId || !relations.every(relation => may(standing.role, act, relation)))
    throw new NotAllowed('Your post may not do this.', 'Ask the front door or a team manager of the local authority.')
  const { rows } = await client.query<Held>({
    name: 'hold cases',
    text: `select id, reference, kind, restriction, parties, team_id as "teamId" from case_file
           where area_id = $1 and id = any($2) order by id for update`,
    values: [areaId, caseIds],
  })
  return caseIds.map(id => {
    const found = rows.find(row => row.id === id)
    if (!found) throw new NotFound()
    return found
  })
}

export interface TakingIn {
  readonly areaId: string
  readonly caseId: string
  readonly teamId: string
  readonly why: string
  readonly submissionId: string
  readonly by: Person
}

/**
 * Gives a file that no team holds to a team of the authority. The same submission again changes nothing.
 * @throws NotFound for a case or team that is not there, NotAllowed where the post may not, Conflict where a team has it by now
 */
export async function takeIn(ledger: Ledger, asked: TakingIn): Promise<void> {
  const { areaId, caseId, teamId, by, why } = asked
  const id = idFrom('holding', asked.submissionId)
  await transaction(ledger.recorder, async client => {
    const [held] = await holdCases(client, areaId, [caseId], by, 'take-in')
    if (!held || (await isDone(client, areaId, id))) return
    if (held.teamId !== null) throw new Conflict('A team has this file already.', [])
    await giveToTeam(client, areaId, caseId, teamId, by.agencyId)
    await writeHolding(client, { areaId, id, caseId, change: 'taken-in', teamId, why, at: ledger.now(), by })
    await deleteDrafts(client, [asked])
    await rebuildWithin(client, ledger, areaId, [caseId])
  })
}

/** Whether a change was written before. */
export async function isDone(client: PoolClient, areaId: string, id: string): Promise<boolean> {
  const { rowCount } = await client.query('select from case_holding where area_id = $1 and id = $2', [areaId, id])
  return (rowCount ?? 0) > 0
}

/**
 * Lets a team see what the authority's standing groups see of a case, and makes it the case's own. Duties follow when they are derived.
 * @throws NotFound where it is no team of the authority
 */
export async function giveToTeam(
  client: PoolClient,
  areaId: string,
  caseId: string,
  teamId: string,
  authorityId: string,
): Promise<void> {
  const { rows } = await client.query<{ name: string }>({
    name: 'team of authority',
    text: `select h.name from holder h join area_agency a on a.area_id = h.area_id and a.agency_id = h.agency_id and a.is_authority
           where h.id = $2 and h.area_id = $1 and h.agency_id = $3 and h.kind = 'team'`,
    values: [areaId, teamId, authorityId],
  })
  const [team] = rows
  if (!team) throw new NotFound('Choose a team of the local authority.')
  await client.query({
    name: 'grant to team',
    text: `insert into compartment_grant (area_id, compartment_id, case_id, holder_id, starts_at, reason)
           select c.area_id, c.id, c.case_id, $3, now(), $4 from compartment c
           where c.area_id = $1 and c.case_id = $2 and c.agency_id = $5 and c.sensitivity <> $6
             and not exists (select from compartment_grant g where g.area_id = c.area_id and g.compartment_id = c.id
               and g.holder_id = $3 and (g.ends_at is null or g.ends_at > now()))`,
    values: [areaId, caseId, teamId, team.name, authorityId, ofAccess],
  })
  await client.query({
    name: 'give to team',
    text: 'update case_file set team_id = $3, waits_for_team = false where area_id = $1 and id = $2',
    values: [areaId, caseId, teamId],
  })
}

export interface Holding {
  readonly areaId: string
  readonly id: string
  readonly caseId: string
  readonly change: 'taken-in' | 'restricted' | 'shielded' | 'lifted'
  readonly teamId: string | null
  readonly why: string
  /** In milliseconds since 1970. */
  readonly at: number
  readonly by: Person
}

/** Writes who changed who holds a file, and why. */
export async function writeHolding(client: PoolClient, holding: Holding): Promise<void> {
  const { areaId, id, caseId, change, teamId, why, at, by } = holding
  await client.query({
    name: 'write holding',
    text: `insert into case_holding (area_id, id, case_id, change, team_id, why, changed_at, changed_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [areaId, id, caseId, change, teamId, why, new Date(at), by.postId],
  })
}

/** One change of who holds a file, as it is read. `at` is in milliseconds since 1970. */
export interface HoldingRead extends Pick<Holding, 'change' | 'why'> {
  readonly team: string | null
  readonly by: string
  readonly at: number
}

/** Every change of who holds a case, the newest first; nothing where the reader is granted nothing of it. */
export async function readHoldings(client: PoolClient, areaId: string, caseId: string): Promise<HoldingRead[]> {
  const { rows } = await client.query<HoldingRead>({
    name: 'holdings of case',
    text: `select x.change, x.why, x.changed_at as at, h.name as team, w.name || ', ' || p.title as by
           from case_holding x left join holder h on h.id = x.team_id
           join post p on p.id = x.changed_by join practitioner w on w.id = p.practitioner_id
           where x.area_id = $1 and x.case_id = $2 order by x.changed_at desc, x.id`,
    values: [areaId, caseId],
  })
  return rows
}

/** A file that waits for a team. `since` is in milliseconds since 1970. */
export interface Waiting {
  readonly id: string
  readonly reference: string
  readonly from: readonly string[]
  readonly since: number
}

/** Files that other agencies shared with the reader's and that no team holds, those that wait longest first. */
export async function readWaiting(client: PoolClient, areaIds: readonly string[], most: number): Promise<Waiting[]> {
  const { rows } = await client.query<Waiting>({
    name: 'files that wait',
    text: `select c.id, c.reference, array_agg(distinct a.name) as "from", min(d.reached_at) as since
           from case_file c join disclosure d on d.area_id = c.area_id and d.case_id = c.id and d.to_agency_id = (select context_agency())
           join agency a on a.id = d.from_agency_id
           where c.area_id = any($1) and c.waits_for_team group by c.area_id, c.id order by since, c.reference limit $2`,
    values: [areaIds, most],
  })
  return rows
}
