/**
 * The end of a record: one person proposes it, a second one disposes of it, and never before the schedule says so or while anything
 * stops it. What is recorded comes first; the disposer, who alone can, takes the words away (`removals.ts`).
 */
import type { PoolClient } from 'pg'
import { Conflict, NotAllowed, NotFound } from '../access/refusals.ts'
import type { Day } from '../guidance/days.ts'
import { limitsOn } from '../guidance/limits.ts'
import {
  type CountsFrom,
  isRetentionCategory,
  keptUntil,
  monthsKept,
  type RetentionCategory,
} from '../guidance/retention.ts'
import { transaction } from '../platform/transaction.ts'
import { disposalDeclined, disposalProposed, recordDisposedOf } from '../procedures/disposal.ts'
import { people } from '../procedures/people.ts'
import type { Author, Recorded } from './command.ts'
import type { Ledger } from './ledger.ts'
import { readArea } from './lock.ts'
import { refuseUnlessMay } from './may-act.ts'
import { deleteNotes } from './meeting-notes.ts'
import { clearIndex } from './people-of-case.ts'
import { findSubmission, record, recordWithin } from './record.ts'
import { refuseSame } from './redact.ts'
import { waitForRemoval } from './removals.ts'

/** What the last record of a case says, in codes, days and numbers: the certificate is made of it. */
export interface Disposed {
  readonly category: RetentionCategory
  readonly months: number
  /** Whether the area set that length itself. */
  readonly isSet: boolean
  readonly counts: CountsFrom
  readonly countsFrom: Day
  readonly keptUntil: Day
  readonly closedOn: Day
  /** How many records there were before this one, and how many passages of words. */
  readonly facts: number
  readonly passages: number
  /** The first day on which something was done or seen; who the child is, and since when, is no part of it. */
  readonly from: Day
  /** Posts. */
  readonly proposedBy: string
  readonly proposedOn: Day
  readonly approvedBy: string
  /** Where the chain of records ended before this one, in hexadecimal. */
  readonly chain: string
}

export interface Disposing {
  readonly areaId: string
  readonly caseId: string
  readonly submissionId: string
  readonly by: Author & { readonly postId: string }
}

/**
 * Proposes that a record is disposed of.
 * @throws NotAllowed where the schedule still keeps it, something stops it, or the post may not; Conflict where it is proposed already
 */
export async function proposeDisposal(ledger: Ledger, proposing: Disposing): Promise<Recorded> {
  const { areaId, caseId, by, submissionId } = proposing
  const before = await findSubmission(ledger, proposing)
  if (before) return before
  const day = ledger.dayOf(ledger.now())
  return transaction(ledger.recorder, async client => {
    await refuseUnlessMay(client, areaId, caseId, by, 'dispose')
    await lock(client, areaId, caseId)
    const due = await refuseUnlessOver(client, proposing, day)
    const open = await openProposal(client, areaId, caseId)
    if (open) throw new Conflict('Somebody proposed this already.', [open.id])
    const act = said(caseId, disposalProposed.kind, day, { category: due.category })
    const [recorded] = await recordWithin(client, ledger, [{ areaId, submissionId, by, acts: [act] }])
    return recorded as Recorded
  })
}

/** Declines what was proposed: the record is kept. Whoever proposed it may take it back so. @throws Conflict where nobody proposes it now */
export async function declineDisposal(ledger: Ledger, declining: Disposing, why: string): Promise<Recorded> {
  const { areaId, caseId, by, submissionId } = declining
  const open = await transaction(ledger.recorder, async client => {
    await refuseUnlessMay(client, areaId, caseId, by, 'dispose')
    return openProposal(client, areaId, caseId)
  })
  if (!open) throw new Conflict('Nobody proposes this any more.', [])
  const act = said(caseId, disposalDeclined.kind, ledger.dayOf(ledger.now()), {}, why ? { why } : {})
  return record(ledger, { areaId, submissionId, by, acts: [{ ...act, about: open.id }] })
}

/**
 * Disposes of a record that somebody else proposed. From here on nobody reads it and nothing finds it; its words wait for the
 * disposer to take them away.
 * @throws NotAllowed for whoever proposed it, where the schedule still keeps it or something stops it, and for posts that may not;
 * Conflict where nobody proposes it now
 */
export async function disposeOf(ledger: Ledger, disposing: Disposing): Promise<Recorded> {
  const { areaId, caseId, by, submissionId } = disposing
  const before = await findSubmission(ledger, disposing)
  if (before) return before
  const at = ledger.now()
  const day = ledger.dayOf(at)
  return transaction(ledger.recorder, async client => {
    await refuseUnlessMay(client, areaId, caseId, by, 'dispose')
    const file = await lock(client, areaId, caseId)
    const due = await refuseUnlessOver(client, disposing, day)
    const proposal = await openProposal(client, areaId, caseId)
    if (!proposal) throw new Conflict('Nobody proposes this any more.', [])
    await refuseSame(client, proposal.post, by.postId)
    const { rows } = await client.query<Pick<Disposed, 'facts' | 'passages' | 'from'>>(
      `select count(*) as facts, coalesce(min(happened_from) filter (where kind <> all($3)), min(happened_from)) as "from",
         (select count(*) from narrative n where n.area_id = $1 and n.case_id = $2 and n.text is not null) as passages
       from fact where area_id = $1 and case_id = $2`,
      [areaId, caseId, people.facts.map(({ kind }) => kind)],
    )
    const data: Disposed = {
      ...due,
      ...(rows[0] as (typeof rows)[number]),
      proposedBy: proposal.post,
      proposedOn: proposal.on,
      approvedBy: by.postId,
      chain: file.head.toString('hex'),
    }
    const happened = { from: day, to: day, certainty: 'day', at: null } as const
    const acts = [{ act: 'dispose', caseId, kind: recordDisposedOf.kind, happened, data: { ...data } }] as const
    const [recorded] = await recordWithin(client, ledger, [{ areaId, submissionId, by, acts }])
    await client.query('update case_file set disposed_at = $3 where area_id = $1 and id = $2', [
      areaId,
      caseId,
      new Date(at),
    ])
    await clearIndex(client, areaId, [caseId])
    await deleteNotes(client, areaId, caseId)
    await waitForRemoval(client, areaId, caseId, 'dispose', submissionId)
    return recorded as Recorded
  })
}

function said(
  caseId: string,
  kind: string,
  day: Day,
  data: Readonly<Record<string, unknown>>,
  narrative: Readonly<Record<string, string>> = {},
) {
  const happened = { from: day, to: day, certainty: 'day', at: null } as const
  return { act: 'record', caseId, kind, happened, data, narrative } as const
}

/** Locked as for recording: nothing that stops it comes in between. */
async function lock(client: PoolClient, areaId: string, caseId: string): Promise<{ head: Buffer }> {
  const { rows } = await client.query<{ head: Buffer }>(
    'select head from case_file where area_id = $1 and id = $2 and disposed_at is null for update',
    [areaId, caseId],
  )
  if (!rows[0]) throw new NotFound()
  return rows[0]
}

type Over = Pick<Disposed, 'category' | 'months' | 'isSet' | 'counts' | 'countsFrom' | 'keptUntil' | 'closedOn'>

async function refuseUnlessOver(client: PoolClient, { areaId, caseId, by }: Disposing, day: Day): Promise<Over> {
  const { rows } = await client.query<{
    category: string
    counts: CountsFrom
    countsFrom: Day
    closedOn: Day
    held: string
  }>(
    `select r.category, r.counts, r.counts_from as "countsFrom", r.closed_on as "closedOn", r.held from retention r
     join compartment m on m.area_id = r.area_id and m.id = r.compartment_id and m.agency_id = $3
     where r.area_id = $1 and r.case_id = $2`,
    [areaId, caseId, by.agencyId],
  )
  const [row] = rows
  if (!row || !isRetentionCategory(row.category))
    throw new NotAllowed(
      'This case is open, or your agency is not the one that closed it.',
      'Ask the team that works on it to close it first.',
    )
  if (row.held !== '')
    throw new NotAllowed(
      'Something stops the disposal of this record: a hold, a request for it, or something still owed.',
      'Ask whoever placed the hold, or answers the request.',
    )
  const { local } = await readArea(client, areaId)
  const kept = monthsKept(row.category, limitsOn(local, day))
  const until = keptUntil(row.countsFrom, kept.months, row.closedOn)
  if (day < until)
    throw new NotAllowed('The retention schedule still keeps this record.', 'Ask the privacy officer when it ends.')
  const { category, counts, countsFrom, closedOn } = row
  return { category, ...kept, counts, countsFrom, keptUntil: until, closedOn }
}

interface Proposal {
  readonly id: string
  readonly post: string
  readonly on: Day
}

/** What is proposed now: the latest proposal, unless it was declined. */
async function openProposal(client: PoolClient, areaId: string, caseId: string): Promise<Proposal | undefined> {
  const { rows } = await client.query<Proposal>(
    `select p.id, p.recorded_by as post, p.happened_from as "on" from retention r
     join fact p on p.area_id = r.area_id and p.id = r.proposed where r.area_id = $1 and r.case_id = $2`,
    [areaId, caseId],
  )
  return rows[0]
}
