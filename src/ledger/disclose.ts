/**
 * Disclosing: one agency lets others know. A record of its own, beside the facts; what it brings about (the other agency
 * sees the facts, and may owe something because of them) happens in the same transaction. Recalling ends seeing, never knowing.
 */
import type { PoolClient } from 'pg'
import { Gone, NotFound } from '../access/refusals.ts'
import type { Standing } from '../access/relation.ts'
import { idFrom } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import { disposedOf } from './check-acts.ts'
import type { Author } from './command.ts'
import type { CaseToOpen } from './compartments.ts'
import { agenciesAtWork, checkRecipients, findNamed, type Grounds, writeDisclosures } from './disclosure-rows.ts'
import { deleteDrafts } from './drafts.ts'
import type { Ledger } from './ledger.ts'
import { lockCase } from './lock.ts'
import { checkMayShare } from './may-share.ts'
import { writeNotices } from './notices.ts'
import { rebuildWithin } from './rebuild.ts'
import { recallWithin } from './recall-within.ts'

export interface Disclosing extends Grounds {
  readonly areaId: string
  readonly caseId: string
  readonly submissionId: string
  readonly by: Author
  readonly toAgencyIds: readonly string[]
  /** People of these agencies, by their posts: of an agency of which somebody is named, they alone are told. */
  readonly toPostIds?: readonly string[]
  /** Facts, by their roots: each owned by the disclosing agency. */
  readonly roots: readonly string[]
  /** Everything of these kinds as well, recorded before and from now on. */
  readonly kinds?: readonly string[]
  /** In milliseconds since 1970. */
  readonly untilAt?: number
}

/**
 * Discloses facts of one case to one agency or to several, each by a disclosure of its own.
 * @returns their ids, in the order of the agencies; the same submission again gives the same ids and changes nothing
 * @throws NotFound for facts that are not there or not the agency's own, for agencies that are not of the area, and for
 * posts that nobody holds now at one of these agencies; NotAllowed where the post may not share
 */
export async function disclose(ledger: Ledger, what: Disclosing): Promise<string[]> {
  const { areaId, caseId, by, toAgencyIds, toPostIds = [], kinds = [] } = what
  const ids = disclosuresOf(what.submissionId, toAgencyIds)
  try {
    await transaction(ledger.recorder, async client => {
      const post = await checkMayShare(client, areaId, caseId, by)
      // What is being recorded just now is part of what is shared, or follows what is shared from now on.
      await lockCase(client, areaId, caseId)
      if (await isDone(client, areaId, ids)) return
      await checkRecipients(client, areaId, by, toAgencyIds)
      const roots = await rootsOf(client, ledger, what, post)
      const named = await findNamed(client, areaId, toAgencyIds, toPostIds)
      // Who is told by name sees it by that, whether or not they work on the case; and nobody else of their agency is let in.
      const whole = toAgencyIds.filter(id => !named.has(id))
      const working = await agenciesAtWork(client, areaId, await caseToOpen(client, areaId, caseId), whole)
      const { roots: _chosen, toAgencyIds: _to, toPostIds: _by, untilAt = null, ...grounds } = what
      // Rows are compared with the database's clock: what is shared must have arrived by now.
      const reachedAt = Math.min(ledger.now(), Date.now())
      const disclosures = toAgencyIds.map((toAgencyId, at) => {
        const id = ids[at] ?? ''
        const [byGrant, postIds] = [working.has(toAgencyId), named.get(toAgencyId)]
        return { ...grounds, id, toAgencyId, roots, kinds, reachedAt, untilAt, byGrant, postIds }
      })
      await writeDisclosures(client, areaId, by, disclosures)
      await deleteDrafts(client, [what])
      await rebuildWithin(client, ledger, areaId, [caseId])
      const at = ledger.now()
      const news = { caseIds: [caseId], entries: [], disclosures: ids, at, day: ledger.dayOf(at) }
      await writeNotices(client, areaId, news)
    })
  } catch (error) {
    // The same submission arrived twice at once: the other one was first.
    if ((error as { code?: string }).code !== '23505') throw error
  }
  return ids
}

async function caseToOpen(client: PoolClient, areaId: string, caseId: string): Promise<CaseToOpen> {
  const { rows } = await client.query<{
    kind: string
    restriction: string
    team_id: string | null
    parties: Record<string, number>
    disposed: boolean
  }>(
    `select kind, restriction, team_id, parties, disposed_at is not null as disposed from case_file
     where area_id = $1 and id = $2`,
    [areaId, caseId],
  )
  if (rows[0]?.disposed) throw new Gone(disposedOf)
  const { rows: open } = await client.query<{ key: string; id: string }>(
    `select agency_id || '/' || sensitivity as key, id from compartment where area_id = $1 and case_id = $2`,
    [areaId, caseId],
  )
  const { kind = 'child', restriction = 'none', team_id: teamId = null, parties: together = {} } = rows[0] ?? {}
  const compartments = new Map(open.map(({ key, id }) => [key, id]))
  return { id: caseId, kind, restriction, teamId, parties: new Map(Object.entries(together)), compartments }
}

/** The ids of the disclosures that a submission makes, in the order of the agencies. */
export function disclosuresOf(submissionId: string, toAgencyIds: readonly string[]): string[] {
  return toAgencyIds.map(agencyId => idFrom('disclosure', submissionId, agencyId))
}

async function isDone(client: PoolClient, areaId: string, ids: readonly string[]): Promise<boolean> {
  const { rows } = await client.query('select 1 from disclosure where area_id = $1 and id = any($2)', [areaId, ids])
  return rows.length > 0
}

async function rootsOf(
  client: PoolClient,
  ledger: Ledger,
  { areaId, caseId, by, roots, kinds = [] }: Disclosing,
  post: Standing | undefined,
): Promise<string[]> {
  const { rows } = await client.query<{ root: string; kind: string; compartmentId: string }>(
    `select root, kind, compartment_id as "compartmentId" from fact where area_id = $1 and case_id = $2 and agency_id = $3 and act = 'record' and (root = any($4) or kind = any($5))`,
    [areaId, caseId, by.agencyId, roots, kinds],
  )
  // What is set apart is not the case's to share, and neither is what will be; what fewer see is shared record by record.
  const isApart = (kind: string) => ledger.guidance.kinds.get(kind)?.apart !== undefined
  if (kinds.some(kind => isApart(kind) || ledger.guidance.kinds.get(kind)?.forFew))
    throw new NotFound('There is no such kind of record to share.')
  const theirs = rows.filter(row => !isApart(row.kind))
  // Of single facts those that the post may see. Everything of a kind is the agency's to share.
  const seen = new Set(theirs.flatMap(row => ((post?.sees(row) ?? true) ? row.root : [])))
  if (roots.some(root => !seen.has(root))) throw new NotFound('Only what your own agency recorded can be shared.')
  return theirs.map(row => row.root)
}

export interface Recalling {
  readonly areaId: string
  readonly disclosureId: string
  readonly by: Author
  readonly why: string
}

/**
 * Ends a disclosure at once. What the other agency knew it goes on knowing: its duties stand. A second recall changes nothing.
 * @throws NotFound where it is not a disclosure of the agency on a case that the post works on, NotAllowed where the post may not
 */
export async function recall(ledger: Ledger, { areaId, disclosureId, by, why }: Recalling): Promise<void> {
  await transaction(ledger.recorder, async client => {
    const { rows } = await client.query<{ case_id: string }>(
      'select case_id from disclosure where area_id = $1 and id = $2 and from_agency_id = $3',
      [areaId, disclosureId, by.agencyId],
    )
    const caseId = rows[0]?.case_id
    if (caseId === undefined) throw new NotFound()
    await recallWithin(client, areaId, { caseId, disclosureIds: [disclosureId], why }, by, ledger.now())
  })
}
