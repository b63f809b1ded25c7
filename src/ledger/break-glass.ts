/**
 * Opening a restricted case in an emergency: for minutes, with a reason, a second person told, and a review. The grant, what was
 * told, and the fact that starts the review's clock are written together. The grant ends by itself: it is compared when read.
 */
import type { Pool, PoolClient } from 'pg'
import { isRole, may } from '../access/policy.ts'
import { NotAllowed, NotFound } from '../access/refusals.ts'
import { idFrom } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import { breakGlassReviewed, breakGlassUsed, ofAccess } from '../procedures/break-glass.ts'
import type { Author, Command } from './command.ts'
import type { Ledger } from './ledger.ts'
import { record, recordWithin } from './record.ts'

/** How long a record may be opened for, in minutes. */
export const minutesOffered = [15, 30, 60] as const
export type Minutes = (typeof minutesOffered)[number]
export type Scope = keyof typeof breakGlassUsed.fields.scope.options

/** What somebody may know of a restricted case who may not see it, and whom to ask. */
export interface RestrictedCase {
  readonly areaId: string
  readonly id: string
  readonly reference: string
  readonly team: string | null
  readonly agency: string
  readonly telephone: string | null
}

/**
 * The restricted case with that reference, for a post that may know of it: one of the case's area and authority, in a role that
 * the matrix lets in, and with no conflict of interest. Nothing otherwise, and nothing ever for a shielded case: the same
 * statement is asked whatever there is.
 */
export async function findRestricted(
  client: Pool | PoolClient,
  postId: string,
  areaIds: readonly string[],
  reference: string,
): Promise<RestrictedCase | undefined> {
  const { rows } = await client.query<RestrictedCase & { role: string }>({
    name: 'restricted case by reference',
    text: `select c.area_id as "areaId", c.id, c.reference, h.name as team, a.name as agency, a.telephone, p.role
           from post p
           join post_area o on o.post_id = p.id
           join area_agency e on e.area_id = o.area_id and e.agency_id = p.agency_id and e.is_authority
           join agency a on a.id = e.agency_id
           join case_file c on c.area_id = o.area_id
           left join holder h on h.id = c.team_id
           where p.id = $1 and p.from_at <= now() and (p.until_at is null or p.until_at > now())
             and c.area_id = any($2) and c.reference = $3 and c.restriction = 'restricted' and c.disposed_at is null
             and not exists (select from conflict_of_interest x
               where x.area_id = c.area_id and x.case_id = c.id and x.practitioner_id = p.practitioner_id and x.ended_at is null)`,
    values: [postId, areaIds, reference],
  })
  const [found] = rows
  if (!found || !isRole(found.role) || !may(found.role, 'break-glass', 'restricted')) return undefined
  const { role: _, ...restricted } = found
  return restricted
}

export interface Colleague {
  readonly postId: string
  readonly practitionerId: string
  readonly name: string
  readonly title: string
}

/**
 * Who can be told: colleagues at the same agency and in the case's area who may themselves know of restricted cases, managers
 * first. Nobody with a conflict of interest.
 */
export async function colleaguesToTell(
  client: Pool | PoolClient,
  { areaId, id }: Pick<RestrictedCase, 'areaId' | 'id'>,
  postId: string,
): Promise<Colleague[]> {
  const { rows } = await client.query<Colleague & { role: string }>({
    name: 'colleagues to tell',
    text: `select p.id as "postId", w.id as "practitionerId", w.name, p.title, p.role
           from post me
           join post p on p.agency_id = me.agency_id and p.practitioner_id <> me.practitioner_id
           join practitioner w on w.id = p.practitioner_id
           join post_area a on a.post_id = p.id and a.area_id = $1
           where me.id = $3 and p.from_at <= now() and (p.until_at is null or p.until_at > now())
             and not exists (select from conflict_of_interest x
               where x.area_id = $1 and x.case_id = $2 and x.practitioner_id = w.id and x.ended_at is null)
           order by p.role <> 'team-manager', w.name, p.id`,
    values: [areaId, id, postId],
  })
  return rows.flatMap(({ role, ...one }) => (isRole(role) && may(role, 'break-glass', 'restricted') ? [one] : []))
}

export interface BreakingGlass {
  readonly areaId: string
  readonly reference: string
  readonly submissionId: string
  readonly by: Author & { readonly postId: string }
  readonly scope: Scope
  readonly minutes: Minutes
  readonly reason: string
  /** The post of the second person. */
  readonly toldPostId: string
}

/**
 * Opens a restricted case to one person for some minutes.
 * @returns the id of the opening; the same submission again gives the same one and opens nothing anew
 * @throws NotFound where the post may not know of such a case, or the second person is not one of those who can be told
 */
export async function breakGlass(ledger: Ledger, asked: BreakingGlass): Promise<string> {
  const id = idFrom('break-glass', asked.submissionId)
  try {
    await transaction(ledger.recorder, async client => {
      const found = await findRestricted(client, asked.by.postId, [asked.areaId], asked.reference)
      if (!found) throw new NotFound()
      const before = await client.query('select from break_glass where area_id = $1 and id = $2', [asked.areaId, id])
      if (before.rowCount) return
      const colleagues = await colleaguesToTell(client, found, asked.by.postId)
      const told = colleagues.find(one => one.postId === asked.toldPostId)
      if (!told) throw new NotFound('Choose somebody who can be told.')
      await open(client, ledger, asked, found, told, id)
    })
  } catch (error) {
    // The same submission arrived twice at once: the other one was first.
    if ((error as { code?: string }).code !== '23505') throw error
  }
  return id
}

async function open(
  client: PoolClient,
  ledger: Ledger,
  asked: BreakingGlass,
  found: RestrictedCase,
  told: Colleague,
  id: string,
): Promise<void> {
  const { areaId, by, minutes, scope, reason } = asked
  const at = ledger.now()
  await grant(client, asked, found, id)
  const command = openingOf(asked, found, idFrom(id, 'fact'), { at, on: ledger.dayOf(at) })
  await recordWithin(client, ledger, [command])
  await client.query(
    `insert into break_glass (area_id, id, case_id, post_id, reason, scope, starts_at, ends_at, told_practitioner_id, compartment_id, fact_root)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, c.id, $10 from compartment c
     where c.area_id = $1 and c.case_id = $3 and c.agency_id = $11 and c.sensitivity = $12`,
    [
      areaId,
      id,
      found.id,
      by.postId,
      reason,
      scope,
      new Date(at),
      new Date(at + minutes * 60_000),
      told.practitionerId,
      idFrom(id, 'fact'),
      by.agencyId,
      ofAccess,
    ],
  )
}

/** Lets the person, and nobody else, see what their agency's teams see of the case. By the database's clock, as all grants. */
async function grant(client: PoolClient, asked: BreakingGlass, found: RestrictedCase, id: string): Promise<void> {
  const { areaId, by, minutes } = asked
  const holder = idFrom('person', by.postId, areaId)
  await client.query(
    `insert into holder (id, agency_id, area_id, kind, name)
     select $1, p.agency_id, $2, 'person', w.name from post p join practitioner w on w.id = p.practitioner_id where p.id = $3
     on conflict do nothing`,
    [holder, areaId, by.postId],
  )
  await client.query('insert into post_holder (post_id, holder_id) values ($1, $2) on conflict do nothing', [
    by.postId,
    holder,
  ])
  await client.query(
    `insert into compartment_grant (area_id, compartment_id, case_id, holder_id, starts_at, ends_at, reason, break_glass_id)
     select c.area_id, c.id, c.case_id, $4, now(), now() + make_interval(mins => $5), 'Opened in an emergency', $6
     from compartment c where c.area_id = $1 and c.case_id = $2 and c.agency_id = $3 and c.sensitivity <> $7`,
    [areaId, found.id, by.agencyId, holder, minutes, id, ofAccess],
  )
}

/** The opening as a fact of the case. */
export function openingOf(
  { areaId, submissionId, by, scope, minutes, reason, toldPostId }: Omit<BreakingGlass, 'reference'>,
  found: Pick<RestrictedCase, 'id'>,
  factId: string,
  when: { at: number; on: string },
): Command {
  return {
    areaId,
    submissionId,
    by,
    acts: [
      {
        act: 'record',
        id: factId,
        caseId: found.id,
        kind: breakGlassUsed.kind,
        happened: { from: when.on, to: when.on, certainty: 'day', at: when.at },
        data: { scope, minutes: String(minutes), told: [toldPostId] },
        narrative: { reason },
      },
    ],
  }
}

/** Ends an opening before its time. A second end changes nothing. @throws NotFound where it is not the post's own */
export async function endBreakGlass(ledger: Ledger, areaId: string, id: string, postId: string): Promise<void> {
  await transaction(ledger.recorder, async client => {
    const { rows } = await client.query('select 1 from break_glass where area_id = $1 and id = $2 and post_id = $3', [
      areaId,
      id,
      postId,
    ])
    if (rows.length === 0) throw new NotFound()
    const { rowCount } = await client.query(
      'update compartment_grant set ends_at = now() where area_id = $1 and break_glass_id = $2 and ends_at > now()',
      [areaId, id],
    )
    if (rowCount)
      await client.query('update break_glass set ended_at = $3 where area_id = $1 and id = $2', [
        areaId,
        id,
        new Date(ledger.now()),
      ])
  })
}

/** The second person says that they saw it. @throws NotFound where it was somebody else who was told */
export async function markSeen(
  ledger: Ledger,
  areaIds: readonly string[],
  id: string,
  practitionerId: string,
): Promise<void> {
  const { rowCount } = await ledger.recorder.query(
    `update break_glass set seen_at = coalesce(seen_at, $4) where area_id = any($1) and id = $2 and told_practitioner_id = $3`,
    [areaIds, id, practitionerId, new Date(ledger.now())],
  )
  if (!rowCount) throw new NotFound()
}

export interface Reviewing {
  readonly areaId: string
  /** The opening. */
  readonly id: string
  readonly submissionId: string
  readonly by: Author & { readonly postId: string }
  readonly outcome: keyof typeof breakGlassReviewed.fields.outcome.options
  readonly words: string
}

/**
 * Records what the review found.
 * @throws NotFound where there is no such opening for this post, NotAllowed where the post may not review, or reviews itself
 */
export async function reviewBreakGlass(ledger: Ledger, reviewing: Reviewing): Promise<void> {
  const { areaId, id, by, submissionId, outcome, words } = reviewing
  const { rows } = await ledger.recorder.query<{ case_id: string; fact_root: string; own: boolean }>(
    `select b.case_id, b.fact_root, o.practitioner_id = r.practitioner_id as own
     from break_glass b join post o on o.id = b.post_id join post r on r.id = $3 where b.area_id = $1 and b.id = $2`,
    [areaId, id, by.postId],
  )
  const [opening] = rows
  if (!opening) throw new NotFound()
  if (opening.own) throw new NotAllowed('You opened this record yourself.', 'Ask another privacy officer to review it.')
  const at = ledger.now()
  const on = ledger.dayOf(at)
  await record(ledger, {
    areaId,
    submissionId,
    by,
    acts: [
      {
        act: 'record',
        caseId: opening.case_id,
        kind: breakGlassReviewed.kind,
        about: opening.fact_root,
        happened: { from: on, to: on, certainty: 'day', at: null },
        data: { outcome },
        narrative: { words },
      },
    ],
  })
}
