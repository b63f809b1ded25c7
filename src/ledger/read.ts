/** Reading a case: what the reader may see of its facts, words and duties, now or as it was known on a past day. */
import type { PoolClient } from 'pg'
import type { Duty } from '../engine/derive.ts'
import type { Guidance } from '../engine/guidance.ts'
import { type Standing, standing, type Today } from '../engine/standing.ts'
import { type Known, knownAt } from '../engine/statements.ts'
import { readableWords, type WordsRow } from './removed-words.ts'
import { readEntries, type StoredEntry } from './rows.ts'

export interface CaseHead {
  readonly areaId: string
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly restriction: 'none' | 'restricted' | 'shielded'
  readonly teamId: string | null
  readonly teamName: string | null
  readonly workerPostId: string | null
  readonly workerName: string | null
  /** Agencies that work on it together, each with the instant from which it does; none on a child's file. */
  readonly parties: Readonly<Record<string, number>>
  /** Another agency opened it and told the authority, and no team was given it yet. */
  readonly waitsForTeam: boolean
  /** When its record was disposed of, in milliseconds since 1970. */
  readonly disposedAt: number | null
}

/** A duty as it is stored. Days are YYYY-MM-DD, instants milliseconds since 1970. */
export interface DutyRow {
  readonly case_id: string
  readonly id: string
  readonly rule: string
  readonly trigger_root: string
  readonly agency_id: string
  readonly team_id: string | null
  readonly worker_post_id: string | null
  readonly edition: string
  readonly inherited: boolean
  readonly known_since: number
  readonly from_day: string
  readonly due_earliest: string | null
  readonly due_latest: string | null
  readonly due_earliest_at: number | null
  readonly due_latest_at: number | null
  readonly met_by: string | null
  readonly met_from: string | null
  readonly met_to: string | null
  readonly late: 'no' | 'maybe' | 'yes' | null
  readonly lapsed_by: string | null
  readonly lapsed_on: string | null
  readonly lapsed_why: string | null
  readonly not_known_from: string | null
  readonly remark: string | null
}

/** A derived duty as it is stored, for the team and the worker who have the case. */
export function rowOf(
  duty: Duty,
  caseId: string,
  held: { teamId: string | null; workerPostId: string | null },
): DutyRow {
  const { due, met, lapsed } = duty
  return {
    case_id: caseId,
    id: duty.id,
    rule: duty.rule,
    trigger_root: duty.trigger,
    agency_id: duty.agency,
    team_id: held.teamId,
    worker_post_id: held.workerPostId,
    edition: duty.edition,
    inherited: duty.inherited,
    known_since: duty.knownSince,
    from_day: duty.from.from,
    due_earliest: due?.earliest ?? null,
    due_latest: due?.latest ?? null,
    due_earliest_at: due?.earliestInstant ?? null,
    due_latest_at: due?.latestInstant ?? null,
    met_by: met?.by ?? null,
    met_from: met?.on.from ?? null,
    met_to: met?.on.to ?? null,
    late: met?.late ?? null,
    lapsed_by: lapsed?.by ?? null,
    lapsed_on: lapsed?.on ?? null,
    lapsed_why: lapsed?.why ?? null,
    not_known_from: duty.notKnownFrom,
    remark: duty.remark,
  }
}

export const dutyFields =
  'd.case_id, d.id, d.rule, d.trigger_root, d.agency_id, d.team_id, d.worker_post_id, d.edition, d.inherited, d.known_since, d.from_day, d.due_earliest, d.due_latest, d.due_earliest_at, d.due_latest_at, d.met_by, d.met_from, d.met_to, d.late, d.lapsed_by, d.lapsed_on, d.lapsed_why, d.not_known_from, d.remark'

export interface ReadCase {
  readonly head: CaseHead
  readonly entries: readonly StoredEntry[]
  readonly known: Known
  /** Words of entries: entry id, then field. Words that were taken away are null. */
  readonly words: ReadonlyMap<string, Readonly<Record<string, string | null>>>
  readonly duties: readonly DutyRow[]
  readonly procedures: readonly ProcedureRow[]
}

export interface ProcedureRow {
  readonly case_id: string
  readonly procedure: string
  readonly root: string
  readonly opened_from: string
  readonly opened_to: string
  readonly closed_by: string | null
  /** It may lie ahead: what ends with childhood ends on the 18th birthday. */
  readonly closed_on: string | null
}

/**
 * The number of the last entry that is seen; 0 where none is. Never that of the whole record: whoever reads it twice would learn that
 * something was recorded which is not theirs to see.
 */
export function lastSeenIn({ entries }: Pick<ReadCase, 'entries'>): number {
  return entries.at(-1)?.number ?? 0
}

/** Whether a procedure is still open at the end of a day. */
export function isOpenOn({ closed_on: closedOn }: ProcedureRow, day: string): boolean {
  return closedOn === null || closedOn > day
}

/**
 * A case by its reference, as far as the client's context may see it; nothing where that is nothing at all.
 * @param client a reader's connection within its context
 */
export async function findCase(
  client: PoolClient,
  areaIds: readonly string[],
  reference: string,
): Promise<CaseHead | undefined> {
  const { rows } = await client.query<CaseHead>({
    name: 'case by reference',
    text: `select c.area_id as "areaId", c.id, c.kind, c.reference, c.restriction, c.parties, c.team_id as "teamId", h.name as "teamName",
             c.worker_post_id as "workerPostId", w.name as "workerName", c.waits_for_team as "waitsForTeam",
             c.disposed_at as "disposedAt"
           from case_file c
           left join holder h on h.id = c.team_id
           left join post p on p.id = c.worker_post_id
           left join practitioner w on w.id = p.practitioner_id
           where c.area_id = any($1) and c.reference = $2`,
    values: [areaIds, reference],
  })
  return rows[0]
}

/** Whether the context was granted what those record who lead the case, and does not see only what was shared of it. */
export async function isGrantedFile(client: PoolClient, { areaId, id, parties }: CaseHead): Promise<boolean> {
  const { rows } = await client.query<{ granted: boolean }>({
    name: 'file granted',
    // Row security shows the compartments that are granted, and no other.
    text: `select exists (select from compartment c where c.area_id = $1 and c.case_id = $2 and (c.agency_id = any($3)
             or c.agency_id in (select a.agency_id from area_agency a where a.area_id = $1 and a.is_authority))) as granted`,
    values: [areaId, id, Object.keys(parties)],
  })
  return rows[0]?.granted ?? false
}

/** Everything of a case that the context may see. Derived rows are those of the whole record, shown where visible. */
export async function readCase(
  client: PoolClient,
  head: CaseHead,
  guidance: Guidance,
  dayOf: (instant: number) => string,
): Promise<ReadCase> {
  const values = [head.areaId, head.id]
  const entries = (await readEntries(client, head.areaId, [head.id], dayOf)).get(head.id) ?? []
  const words = await client.query<WordsRow>({
    name: 'words of case',
    text: 'select fact_id, field, text from narrative where area_id = $1 and case_id = $2',
    values,
  })
  const duties = await client.query<DutyRow>({
    name: 'duties of case',
    text: `select ${dutyFields} from duty d where d.area_id = $1 and d.case_id = $2 order by d.due_latest nulls last, d.from_day`,
    values,
  })
  const procedures = await client.query<ProcedureRow>({
    name: 'procedures of case',
    text: 'select case_id, procedure, root, opened_from, opened_to, closed_by, closed_on from open_procedure where area_id = $1 and case_id = $2 order by opened_from',
    values,
  })
  return {
    head,
    entries,
    known: knownAt(entries, Number.MAX_SAFE_INTEGER, guidance.kinds),
    words: readableWords(words.rows, entries),
    duties: duties.rows,
    procedures: procedures.rows,
  }
}

/** How a stored duty stands on a day. */
export function standingOf(row: DutyRow, today: Today): Standing {
  const met = row.met_by === null ? null : { late: row.late ?? 'no' }
  const lapsed = row.lapsed_on === null ? null : { on: row.lapsed_on }
  const due = {
    earliest: row.due_earliest,
    latest: row.due_latest,
    ...(row.due_earliest_at === null ? {} : { earliestInstant: row.due_earliest_at }),
    ...(row.due_latest_at === null ? {} : { latestInstant: row.due_latest_at }),
  }
  return standing({ met, lapsed, notKnownFrom: row.not_known_from, due }, today)
}

/** Names of agencies, and of the people in posts with what they are called at work, by id. */
export interface Names {
  readonly agencies: ReadonlyMap<string, string>
  readonly posts: ReadonlyMap<string, { readonly name: string; readonly title: string }>
}

/** The names that a case's entries and duties mention. */
export async function readNames(
  client: PoolClient,
  agencyIds: readonly string[],
  postIds: readonly string[],
): Promise<Names> {
  const agencies = await client.query<{ id: string; name: string }>({
    name: 'agency names',
    text: 'select id, name from agency where id = any($1)',
    values: [agencyIds],
  })
  const posts = await client.query<{ id: string; name: string; title: string }>({
    name: 'post names',
    text: 'select p.id, w.name, p.title from post p join practitioner w on w.id = p.practitioner_id where p.id = any($1)',
    values: [postIds],
  })
  return {
    agencies: new Map(agencies.rows.map(row => [row.id, row.name])),
    posts: new Map(posts.rows.map(row => [row.id, row])),
  }
}
