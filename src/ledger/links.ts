/**
 * Two files of one child, joined. Nothing of either is moved or copied: a link stands beside them, seen by those who may see both,
 * and can be undone. A file that no team held comes to the team of the other for as long as they are joined.
 */
import type { PoolClient } from 'pg'
import { Conflict, NotFound } from '../access/refusals.ts'
import { idFrom } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import { forgetPossible, keepDifferent } from './different-children.ts'
import { deleteDrafts } from './drafts.ts'
import { giveToTeam, holdCases, type Person } from './holding.ts'
import type { Ledger } from './ledger.ts'
import { rebuildWithin } from './rebuild.ts'

export interface Joining {
  readonly areaId: string
  readonly caseId: string
  readonly otherCaseId: string
  readonly why: string
  readonly submissionId: string
  readonly by: Person
}

/**
 * Joins two files of one child.
 * @returns the id of the link; the same submission again gives the same one and changes nothing
 * @throws NotFound where the post may not know of one of them, NotAllowed where it may not join, Conflict where they are joined, or
 * where only one of them is restricted: whoever sees the other would learn of it by the team
 */
export async function joinFiles(ledger: Ledger, asked: Joining): Promise<string> {
  const { areaId, caseId, otherCaseId, why, by } = asked
  const id = linkOf(asked.submissionId)
  if (caseId === otherCaseId) throw new NotFound('A file cannot be joined to itself.')
  await transaction(ledger.recorder, async client => {
    const files = await holdCases(client, areaId, [caseId, otherCaseId], by, 'join-files')
    if (await isThere(client, id)) return
    if (files.some(file => file.kind !== 'child')) throw new NotFound('Only files of children can be joined.')
    if (files[0]?.restriction !== files[1]?.restriction) throw new Conflict(unlike, [])
    if (await areJoined(client, areaId, caseId, otherCaseId))
      throw new Conflict('These two files are joined already.', [])
    // The file that is given a team stands first: it is the one that loses it again.
    const [file, other] = files.toSorted((a, b) => Number(a.teamId !== null) - Number(b.teamId !== null))
    const teamId = file?.teamId === null ? (other?.teamId ?? null) : null
    if (file && teamId) await giveToTeam(client, areaId, file.id, teamId, by.agencyId)
    await client.query({
      name: 'join files',
      text: `insert into person_link (id, area_id, case_id, other_area_id, other_case_id, team_id, why, linked_at, linked_by)
             values ($1, $2, $3, $2, $4, $5, $6, $7, $8)`,
      values: [id, areaId, file?.id, other?.id, teamId, why, new Date(Math.min(ledger.now(), Date.now())), by.postId],
    })
    await forgetPossible(client, areaId, file?.id, other?.id)
    await deleteDrafts(client, [asked])
    if (file && teamId) await rebuildWithin(client, ledger, areaId, [file.id])
  })
  return id
}

/** The id of the link that a submission makes. */
export function linkOf(submissionId: string): string {
  return idFrom('link', submissionId)
}

/** Why a restricted file and one that is not cannot be joined, with what to do. */
export const unlike =
  'One of the two files is restricted and the other is not. Restrict the other one first, so that nobody learns from it of the one that is hidden from them.'

async function isThere(client: PoolClient, id: string): Promise<boolean> {
  const { rowCount } = await client.query('select from person_link where id = $1', [id])
  return (rowCount ?? 0) > 0
}

async function areJoined(client: PoolClient, areaId: string, one: string, other: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from person_link where area_id = $1 and undone_at is null
       and ((case_id = $2 and other_case_id = $3) or (case_id = $3 and other_case_id = $2))`,
    [areaId, one, other],
  )
  return (rowCount ?? 0) > 0
}

export interface Splitting {
  readonly areaId: string
  readonly linkId: string
  readonly why: string
  readonly submissionId: string
  readonly by: Person
}

/**
 * Takes two files apart again. Each is as it was: a team that held one of them through the other alone no longer sees it. What was
 * recorded meanwhile stays where it was recorded. A second time changes nothing.
 * @throws NotFound where the post may not know of both files, NotAllowed where it may not take them apart
 */
export async function splitFiles(ledger: Ledger, asked: Splitting): Promise<void> {
  const { areaId, linkId, why, by } = asked
  await transaction(ledger.recorder, async client => {
    const { rows } = await client.query<{ case_id: string; other_case_id: string }>(
      'select case_id, other_case_id from person_link where area_id = $1 and id = $2',
      [areaId, linkId],
    )
    const [link] = rows
    if (!link) throw new NotFound()
    const [file] = await holdCases(client, areaId, [link.case_id, link.other_case_id], by, 'join-files')
    const { rows: undone } = await client.query<{ team_id: string | null }>({
      name: 'split files',
      text: `update person_link set undone_at = $3, undone_by = $4, undone_why = $5
             where area_id = $1 and id = $2 and undone_at is null returning team_id`,
      values: [areaId, linkId, new Date(Math.min(ledger.now(), Date.now())), by.postId, why],
    })
    // What was a mistake once is not offered again.
    if (undone.length > 0)
      await keepDifferent(client, ledger, { ...asked, caseId: link.case_id, otherCaseId: link.other_case_id })
    const teamId = undone[0]?.team_id
    await deleteDrafts(client, [asked])
    // A file that was restricted meanwhile is its team's alone: without it nobody would see it.
    if (!file || !teamId || file.teamId !== teamId || file.restriction !== 'none') return
    if (await isHeldOtherwise(client, areaId, file.id, teamId)) return
    await client.query({
      name: 'end grants of team',
      text: `update compartment_grant set ends_at = now()
             where area_id = $1 and case_id = $2 and holder_id = $3 and (ends_at is null or ends_at > now())`,
      values: [areaId, file.id, teamId],
    })
    await client.query('update case_file set team_id = null, waits_for_team = true where area_id = $1 and id = $2', [
      areaId,
      file.id,
    ])
    await rebuildWithin(client, ledger, areaId, [file.id])
  })
}

/** Whether the team holds the file through something else than this link: a change that somebody made since. */
async function isHeldOtherwise(client: PoolClient, areaId: string, caseId: string, teamId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from case_holding where area_id = $1 and case_id = $2 and team_id = $3',
    [areaId, caseId, teamId],
  )
  return (rowCount ?? 0) > 0
}

/** Another file of the same child, as it is read from one of the two. Instants are milliseconds since 1970. */
export interface LinkRead {
  readonly id: string
  /** The other file's. */
  readonly caseId: string
  readonly reference: string
  readonly why: string
  readonly at: number
  readonly by: string | null
  /** The team that holds one of the two through the other. */
  readonly team: string | null
  readonly undone: { readonly at: number; readonly by: string | null; readonly why: string | null } | null
}

/** The links of a case to others that the reader may see as well, those that hold first. */
export async function readLinks(client: PoolClient, areaId: string, caseId: string): Promise<LinkRead[]> {
  const { rows } = await client.query<LinkRead>({
    name: 'links of case',
    text: `select l.id, c.id as "caseId", c.reference, l.why, l.linked_at as at, h.name as team,
             (select w.name || ', ' || p.title from post p join practitioner w on w.id = p.practitioner_id where p.id = l.linked_by) as by,
             case when l.undone_at is not null then json_build_object('at', extract(epoch from l.undone_at) * 1000, 'why', l.undone_why,
               'by', (select w.name || ', ' || p.title from post p join practitioner w on w.id = p.practitioner_id where p.id = l.undone_by))
             end as undone
           from person_link l left join holder h on h.id = l.team_id
           join case_file c on c.area_id = l.area_id and c.id = case when l.case_id = $2 then l.other_case_id else l.case_id end
           where l.area_id = $1 and (l.case_id = $2 or l.other_case_id = $2) order by l.undone_at is not null, l.linked_at desc, l.id`,
    values: [areaId, caseId],
  })
  return rows
}
