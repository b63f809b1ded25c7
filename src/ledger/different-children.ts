/** Two files that are not of one child, as somebody said: they are never asked about again. And those of which nobody has said it. */
import type { PoolClient } from 'pg'
import { Conflict } from '../access/refusals.ts'
import type { Weighed } from '../people/matching/evidence.ts'
import { idFrom } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import { deleteDrafts } from './drafts.ts'
import { holdCases, type Person } from './holding.ts'
import type { Ledger } from './ledger.ts'

export interface SayingDifferent {
  readonly areaId: string
  readonly caseId: string
  readonly otherCaseId: string
  readonly why: string
  readonly submissionId: string
  readonly by: Person
}

/**
 * Keeps that two files are of two children. Said again, it changes nothing.
 * @throws NotFound where the post may not know of one of them, NotAllowed where it may not join files, Conflict where they are joined
 */
export async function sayDifferent(ledger: Ledger, asked: SayingDifferent): Promise<void> {
  const { areaId, caseId, otherCaseId, by } = asked
  await transaction(ledger.recorder, async client => {
    await holdCases(client, areaId, [caseId, otherCaseId], by, 'join-files')
    const { rowCount: joined } = await client.query(
      `select from person_link where area_id = $1 and undone_at is null
         and ((case_id = $2 and other_case_id = $3) or (case_id = $3 and other_case_id = $2))`,
      [areaId, caseId, otherCaseId],
    )
    if (joined) throw new Conflict('These two files are joined. Take them apart: that says it as well.', [])
    await keepDifferent(client, ledger, asked)
    await deleteDrafts(client, [asked])
  })
}

/** Within the caller's transaction, with both cases held. */
export async function keepDifferent(client: PoolClient, ledger: Ledger, said: SayingDifferent): Promise<void> {
  const [first = '', second = ''] = [said.caseId, said.otherCaseId].toSorted()
  await client.query({
    name: 'say different',
    text: `insert into different_children (id, area_id, case_id, other_case_id, why, decided_at, decided_by)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict (area_id, case_id, other_case_id) do nothing`,
    values: [
      idFrom('different', said.submissionId),
      said.areaId,
      first,
      second,
      said.why,
      new Date(Math.min(ledger.now(), Date.now())),
      said.by.postId,
    ],
  })
  await forgetPossible(client, said.areaId, first, second)
}

/** Two files about which it is decided are asked about no more. */
export async function forgetPossible(
  client: PoolClient,
  areaId: string,
  one: string | undefined,
  other: string | undefined,
): Promise<void> {
  await client.query({
    name: 'forget possible match',
    text: 'delete from possible_match where area_id = $1 and case_id = least($2::uuid, $3::uuid) and other_case_id = greatest($2::uuid, $3::uuid)',
    values: [areaId, one, other],
  })
}

/** A decision that another file is of another child. The instant is milliseconds since 1970. */
export interface DifferentRead {
  readonly caseId: string
  readonly reference: string
  readonly why: string
  readonly at: number
  readonly by: string
}

/** The other files of which somebody said that they are of another child, as far as the reader may see them. */
export async function readDifferent(client: PoolClient, areaId: string, caseId: string): Promise<DifferentRead[]> {
  const { rows } = await client.query<DifferentRead>({
    name: 'different children',
    text: `select c.id as "caseId", c.reference, d.why, d.decided_at as at, w.name || ', ' || p.title as by
           from different_children d join post p on p.id = d.decided_by join practitioner w on w.id = p.practitioner_id
           join case_file c on c.area_id = d.area_id and c.id = case when d.case_id = $2 then d.other_case_id else d.case_id end
           where d.area_id = $1 and (d.case_id = $2 or d.other_case_id = $2) order by d.decided_at desc, d.id`,
    values: [areaId, caseId],
  })
  return rows
}

/** Two files that may be of one child. Chances from 0 to 1. */
export interface PossibleRead {
  readonly areaId: string
  readonly caseId: string
  readonly reference: string
  readonly otherCaseId: string
  readonly otherReference: string
  readonly score: number
  /** That they are two of one family. */
  readonly family: number
  readonly weighed: readonly Weighed[]
  /** Milliseconds since 1970. */
  readonly foundAt: number
}

const possible = `m.area_id as "areaId", m.case_id as "caseId", c.reference, m.other_case_id as "otherCaseId",
  o.reference as "otherReference", m.score, m.family, m.weighed, m.found_at as "foundAt"
  from possible_match m join case_file c on c.area_id = m.area_id and c.id = m.case_id
  join case_file o on o.area_id = m.area_id and o.id = m.other_case_id`

/** Those that the reader may see, the likeliest first. */
export async function readPossible(
  client: PoolClient,
  areaIds: readonly string[],
  most: number,
): Promise<PossibleRead[]> {
  const { rows } = await client.query<PossibleRead>({
    name: 'possible matches',
    text: `select ${possible} where m.area_id = any($1) order by m.score desc, m.case_id, m.other_case_id limit $2`,
    values: [areaIds, most],
  })
  return rows
}
