/** What was decided about the words of a record that somebody asked for: kept for ever, a later decision beside an earlier one. */
import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { Conflict, NotFound } from '../access/refusals.ts'
import type { GroundCode } from '../guidance/withholding.ts'
import { newId } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import {
  subjectAccessRefused,
  subjectAccessReleased,
  subjectAccessRequested,
} from '../procedures/subject-access-request.ts'
import type { Author } from './command.ts'
import { draftsWithin } from './drafts-of-case.ts'
import type { Ledger } from './ledger.ts'
import { refuseUnlessMay } from './may-act.ts'
import { insertRows } from './rows.ts'

/** Which words: those of a field of an entry between two places (UTF-16 units); an empty field is the whole of the entry. */
export interface Words {
  readonly factId: string
  readonly field: string
  readonly from: number
  readonly to: number
}

export type Decided = Words &
  (
    | { readonly decision: 'give'; readonly ground: null }
    | { readonly decision: 'withhold'; readonly ground: GroundCode }
  )

export type KeptDecision = Decided & {
  readonly id: string
  /** The post of whoever decided. */
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Words by a text, for maps. */
export function keyOf({ factId, field, from, to }: Words): string {
  return `${factId}.${field}.${from}.${to}`
}

/** All decisions on a request that the client's context may see, oldest first. */
export async function readDecisions(client: PoolClient, areaId: string, requestRoot: string): Promise<KeptDecision[]> {
  const { rows } = await client.query<KeptDecision>({
    name: 'access decisions',
    text: `select id, fact_id as "factId", field, from_place as "from", to_place as "to", decision, ground, decided_by as "by",
             decided_at as "at" from access_decision where area_id = $1 and request_root = $2 order by decided_at, id`,
    values: [areaId, requestRoot],
  })
  return rows
}

/** Of several decisions on the same words the last: what holds now. */
export function holding(decisions: readonly KeptDecision[]): Map<string, KeptDecision> {
  return new Map(decisions.map(one => [keyOf(one), one]))
}

/** A fingerprint (SHA-256, hexadecimal) of decisions in their order, with who made each and when. */
export function fingerprintOf(decisions: readonly KeptDecision[]): string {
  const rows = decisions.map(one => [one.id, keyOf(one), one.decision, one.ground, one.by, one.at])
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

export interface Deciding {
  readonly areaId: string
  readonly caseId: string
  readonly requestRoot: string
  readonly by: Author & { readonly postId: string }
  readonly decisions: readonly Decided[]
}

/**
 * Keeps decisions on a request of the author's own agency.
 * @throws NotFound where there is no such request or words for this post, NotAllowed where it may not answer requests, Conflict
 * where the request was answered already
 */
export async function decideAccess(ledger: Ledger, deciding: Deciding): Promise<void> {
  const { areaId, caseId, requestRoot, by, decisions } = deciding
  await transaction(ledger.recorder, async client => {
    const standing = await refuseUnlessMay(client, areaId, caseId, by, 'answer-access-request')
    // Locked as for recording: nobody decides while somebody else answers.
    await client.query('select 1 from case_file where area_id = $1 and id = $2 for update', [areaId, caseId])
    const { rows } = await client.query<{ compartment_id: string; answers: string[] | null }>({
      name: 'request to decide on',
      text: `select f.compartment_id,
               (select array_agg(a.id) from fact a where a.area_id = $1 and a.case_id = $2 and a.about = $3 and a.act = 'record' and a.kind = any($6)
                 and not exists (select from fact s where s.area_id = $1 and s.root = a.root and s.case_id = $2 and s.act = 'strike-out')) as answers
             from fact f where f.area_id = $1 and f.case_id = $2 and f.id = $3 and f.kind = $4 and f.agency_id = $5`,
      values: [
        areaId,
        caseId,
        requestRoot,
        subjectAccessRequested.kind,
        by.agencyId,
        [subjectAccessReleased.kind, subjectAccessRefused.kind],
      ],
    })
    const [request] = rows
    if (!request || !standing.sees({ root: requestRoot, compartmentId: request.compartment_id })) throw new NotFound()
    const factIds = new Set(decisions.map(one => one.factId))
    const { rows: named } = await client.query<{ root: string; compartmentId: string }>({
      name: 'words to decide on',
      text: 'select root, compartment_id as "compartmentId" from fact where area_id = $1 and case_id = $2 and id = any($3)',
      values: [areaId, caseId, [...factIds]],
    })
    // What people of the agency began to write and did not record is within the request as well.
    const drafts = await draftsWithin(client, areaId, caseId, by.agencyId)
    const begun = drafts.filter(({ id }) => factIds.has(id))
    if (named.length + begun.length !== factIds.size || !named.every(one => standing.sees(one))) throw new NotFound()
    if (request.answers) throw new Conflict('This request was answered already.', request.answers)
    const at = ledger.now()
    await insertRows(
      client,
      'access_decision',
      columns,
      decisions.map(one => ({
        area_id: areaId,
        id: newId(),
        case_id: caseId,
        request_root: requestRoot,
        compartment_id: request.compartment_id,
        fact_id: one.factId,
        field: one.field,
        from_place: one.from,
        to_place: one.to,
        decision: one.decision,
        ground: one.ground,
        decided_by: by.postId,
        decided_at: at,
      })),
    )
  })
}

const columns = [
  ['area_id', 'uuid'],
  ['id', 'uuid'],
  ['case_id', 'uuid'],
  ['request_root', 'uuid'],
  ['compartment_id', 'uuid'],
  ['fact_id', 'uuid'],
  ['field', 'text'],
  ['from_place', 'integer'],
  ['to_place', 'integer'],
  ['decision', 'text'],
  ['ground', 'text'],
  ['decided_by', 'uuid'],
  ['decided_at', 'timestamptz'],
] as const
