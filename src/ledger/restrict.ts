/**
 * Restricting a case later, and ending that. Grants of the authority's standing groups end or begin; its team, whoever is named, and
 * what was opened in an emergency stay. What other agencies recorded, and what they were told, is theirs and stays too.
 */
import type { Pool, PoolClient } from 'pg'
import { Conflict, NotFound } from '../access/refusals.ts'
import { idFrom } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import { ofAccess } from '../procedures/break-glass.ts'
import { type CaseToGrant, isGranted, ownHolder, standingGroups } from './compartments.ts'
import { deleteDrafts } from './drafts.ts'
import { giveToTeam, type Held, type Holding, holdCases, isDone, type Person, writeHolding } from './holding.ts'
import type { Ledger } from './ledger.ts'
import { rebuildWithin } from './rebuild.ts'

export type Restriction = Held['restriction']

export interface Restricting {
  readonly areaId: string
  readonly caseId: string
  readonly to: Restriction
  /** The team that holds it from then on, where none did: a restricted file without a team would be nobody's. */
  readonly teamId: string | null
  /** Posts of the authority that go on seeing it besides the team. */
  readonly keeping: readonly string[]
  readonly why: string
  readonly submissionId: string
  readonly by: Person
}

const changes: Readonly<Record<Restriction, Holding['change']>> = {
  none: 'lifted',
  restricted: 'restricted',
  shielded: 'shielded',
}

/**
 * Restricts or shields a case, or ends that. The same submission again changes nothing.
 * @throws NotFound for a case, team or post that is not there, NotAllowed where the post may not, Conflict where it is so already
 */
export async function restrict(ledger: Ledger, asked: Restricting): Promise<void> {
  const { areaId, caseId, to, keeping, by, why } = asked
  const id = idFrom('holding', asked.submissionId)
  await transaction(ledger.recorder, async client => {
    const [held] = await holdCases(client, areaId, [caseId], by, 'restrict')
    if (!held || (await isDone(client, areaId, id))) return
    if (held.restriction === to) throw new Conflict('Somebody did this while you were writing.', [])
    const teamId = held.teamId ?? asked.teamId
    if (to !== 'none' && teamId === null) throw new NotFound('Choose the team that holds the file.')
    if (held.teamId === null && teamId !== null && to !== 'none')
      await giveToTeam(client, areaId, caseId, teamId, by.agencyId)
    if (to !== 'none') await keep(client, areaId, caseId, keeping, by.agencyId)
    await client.query('update case_file set restriction = $3 where area_id = $1 and id = $2', [areaId, caseId, to])
    const parties = new Map(Object.entries(held.parties))
    await regrant(client, areaId, { id: caseId, kind: held.kind, parties, teamId, restriction: to }, by.agencyId)
    await writeHolding(client, { areaId, id, caseId, change: changes[to], teamId, why, at: ledger.now(), by })
    await deleteDrafts(client, [asked])
    await rebuildWithin(client, ledger, areaId, [caseId])
  })
}

/** Lets posts of the authority go on seeing its records of the case, each for itself. */
async function keep(
  client: PoolClient,
  areaId: string,
  caseId: string,
  postIds: readonly string[],
  agencyId: string,
): Promise<void> {
  for (const postId of new Set(postIds)) {
    const { rowCount } = await client.query(
      `select from post p join post_area a on a.post_id = p.id and a.area_id = $2
       where p.id = $1 and p.agency_id = $3 and p.from_at <= now() and (p.until_at is null or p.until_at > now())`,
      [postId, areaId, agencyId],
    )
    if (!rowCount) throw new NotFound('Choose somebody of the local authority.')
    await client.query({
      name: 'keep for post',
      text: `insert into compartment_grant (area_id, compartment_id, case_id, holder_id, starts_at, reason)
             select c.area_id, c.id, c.case_id, $3, now(), 'you were named when it was restricted' from compartment c
             where c.area_id = $1 and c.case_id = $2 and c.agency_id = $4 and c.sensitivity <> $5
               and not exists (select from compartment_grant g where g.area_id = c.area_id and g.compartment_id = c.id
                 and g.holder_id = $3 and g.break_glass_id is null and (g.ends_at is null or g.ends_at > now()))`,
      values: [areaId, caseId, await ownHolder(client, areaId, postId, agencyId), agencyId, ofAccess],
    })
  }
}

interface Compartment {
  readonly id: string
  readonly agency_id: string
  readonly sensitivity: string
}

interface Grant {
  readonly compartment: string
  readonly holder: string
  readonly name: string
}

/** Makes the grants of standing groups those with which such a case would have been opened. Those of other agencies only begin. */
async function regrant(
  client: PoolClient,
  areaId: string,
  caseFile: CaseToGrant & { readonly id: string },
  authorityId: string,
): Promise<void> {
  const { rows: compartments } = await client.query<Compartment>(
    'select id, agency_id, sensitivity from compartment where area_id = $1 and case_id = $2 and sensitivity <> $3',
    [areaId, caseFile.id, ofAccess],
  )
  const agencies = [...compartments.map(one => one.agency_id), ...caseFile.parties.keys()]
  const groups = await standingGroups(client, areaId, [...new Set(agencies)])
  // Of a matter the groups of all who work on it together see what each of them records; teams of a child's file stay as they are.
  const isMatter = caseFile.kind !== 'child'
  const isAsked = (group: (typeof groups)[number], owner: string) =>
    isMatter ? group.id !== caseFile.teamId : group.agency_id === owner && group.kind === 'role'
  const begin: Grant[] = []
  const end: Grant[] = []
  for (const { id, agency_id: agencyId, sensitivity } of compartments)
    for (const group of groups.filter(one => isAsked(one, agencyId))) {
      const grant = { compartment: id, holder: group.id, name: group.name }
      if (isGranted(group, caseFile, agencyId, sensitivity)) begin.push(grant)
      else if (isMatter || agencyId === authorityId) end.push(grant)
    }
  await client.query({
    name: 'end grants of groups',
    text: `update compartment_grant g set ends_at = now() from unnest($2::uuid[], $3::uuid[]) as n (compartment, holder)
           where g.area_id = $1 and g.compartment_id = n.compartment and g.holder_id = n.holder and (g.ends_at is null or g.ends_at > now())`,
    values: [areaId, end.map(one => one.compartment), end.map(one => one.holder)],
  })
  await client.query({
    name: 'begin grants of groups',
    text: `insert into compartment_grant (area_id, compartment_id, case_id, holder_id, starts_at, reason)
           select $1, n.compartment, $2, n.holder, now(), n.name from unnest($3::uuid[], $4::uuid[], $5::text[]) as n (compartment, holder, name)
           where not exists (select from compartment_grant g where g.area_id = $1 and g.compartment_id = n.compartment
             and g.holder_id = n.holder and (g.ends_at is null or g.ends_at > now()))`,
    values: [
      areaId,
      caseFile.id,
      begin.map(one => one.compartment),
      begin.map(one => one.holder),
      begin.map(one => one.name),
    ],
  })
}

/** Somebody of the authority who may be named to go on seeing a file. */
export interface Colleague {
  readonly id: string
  readonly name: string
  readonly title: string
}

/** Managers, chairs and front-door workers of an agency in an area, and the lead social worker of a case: those not in its team. */
export async function readColleagues(
  recorder: Pool,
  areaId: string,
  agencyId: string,
  { teamId, workerPostId }: { readonly teamId: string | null; readonly workerPostId: string | null },
): Promise<Colleague[]> {
  const { rows } = await recorder.query<Colleague>({
    name: 'colleagues to keep',
    text: `select p.id, w.name, p.title
           from post p join practitioner w on w.id = p.practitioner_id join post_area a on a.post_id = p.id and a.area_id = $1
           where p.agency_id = $2 and p.from_at <= now() and (p.until_at is null or p.until_at > now())
             and (p.role in ('team-manager', 'conference-chair', 'front-door') or p.id = $3)
             and not exists (select from post_holder h where h.post_id = p.id and h.holder_id = $4)
           order by w.name, p.id`,
    values: [areaId, agencyId, workerPostId, teamId],
  })
  return rows
}

/** Who loses a file when it is restricted, and who keeps it when it is shielded: the authority's standing groups, by name. */
export async function readGroups(
  client: PoolClient,
  areaId: string,
  agencyId: string,
): Promise<{ readonly name: string; readonly isFrontDoor: boolean }[]> {
  const { rows } = await client.query<{ name: string; isFrontDoor: boolean }>({
    name: 'groups of authority',
    text: `select name, purpose is not distinct from 'front-door' as "isFrontDoor" from holder
           where area_id = $1 and agency_id = $2 and kind = 'role' order by name`,
    values: [areaId, agencyId],
  })
  return rows
}

/** Whether the post in whose context the client reads is in a team. */
export async function isInTeam(client: PoolClient, teamId: string | null): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from post_holder where holder_id = $1 and post_id = (select context_post())',
    [teamId],
  )
  return (rowCount ?? 0) > 0
}
