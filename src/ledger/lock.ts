/** Locking a case, so that its next numbers are taken by nobody else, together with all that recording needs to know of it. */
import type { PoolClient } from 'pg'
import { NotFound } from '../access/refusals.ts'
import type { Arrangements, Body } from '../engine/duty.ts'
import type { Commencements } from '../guidance/editions.ts'
import type { LocalPolicies } from '../guidance/limits.ts'
import { together } from '../platform/transaction.ts'
import { localPoliciesOf } from './local-limits.ts'

export interface LockedCase {
  readonly id: string
  readonly kind: string
  /** The number that the next fact takes. */
  next: number
  /** The hash of the last fact; empty for a new case. */
  head: Buffer
  teamId: string | null
  workerPostId: string | null
  readonly restriction: string
  /** It is opened now beside a record that is kept apart: see `NewCase`. */
  readonly isBeside?: boolean
  /** Agencies that work on it together, each with the instant from which it does; none on a child's file. */
  readonly parties: Map<string, number>
  /** Compartments by agency and sensitivity, as "agency/sensitivity". */
  readonly compartments: Map<string, string>
  /** The last day that files of a format spoke of the case, by format. */
  readonly until: Map<string, string>
  /** When facts reached agencies that do not own them: root, agency, instant. */
  readonly reached: Map<string, Map<string, number>>
  /** What reached whole agencies, and not only people of theirs by name, as "agency root". */
  readonly wholly: Set<string>
  /** Whether somebody is told more of it in this transaction: who finds its people may change. */
  isToldAnew: boolean
  /** Kinds of fact that an agency lets another one know as they are recorded. */
  readonly standing: readonly Standing[]
  /** How often its derived rows were written. */
  derivation: number
  /** Its derived rows as they stand, each as its fingerprint. */
  rows: ReadonlySet<string>
  /** What went into these rows beside its duties, where they stand as this process wrote them. */
  written: Written | null
  /** From when it is kept, as that stands; nothing for a case that is open. */
  readonly retention: string | null
  readonly isDisposedOf: boolean
}

export type Written = Pick<LockedCase, 'teamId' | 'workerPostId' | 'compartments' | 'wholly'>

/** The derived rows of a case as they stood when they were written so often. */
export type RowsThen = Pick<LockedCase, 'head' | 'derivation' | 'rows' | 'written'>

/** A disclosure of everything of a kind. Instants are milliseconds since 1970. */
export interface Standing {
  readonly disclosure_id: string
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly until: number | null
  /** Only these posts of the agency are told; nothing where all of it is. */
  readonly posts: readonly string[] | null
}

export interface AreaOfCase {
  readonly authority: string
  /** The agencies that act as its other bodies. */
  readonly bodies: Readonly<Partial<Record<Body, string>>>
  /** The day its own arrangements began, as decided last. */
  readonly began: Readonly<Partial<Record<Arrangements, string>>>
  readonly commencements: Commencements
  readonly local: LocalPolicies
  /** Whether the system of an agency wants notices of what is recorded there. */
  readonly isWatched: boolean
  /** Whether somebody declared by name whom they know: people who are recorded are compared with it. */
  readonly hasDeclaredNames: boolean
}

interface Taken {
  id: string
  kind: string
  number: number
  head: Buffer
  team_id: string | null
  worker_post_id: string | null
  restriction: string
  parties: Record<string, number>
  derivation: number
  disposed: boolean
}

interface Around {
  id: string
  compartments: { id: string; agency_id: string; sensitivity: string }[] | null
  reached: { root: string; agency_id: string; at: number; named: boolean }[] | null
  until: Record<string, string> | null
  standing: Standing[] | null
  retention: string | null
}

interface Rows {
  id: string
  duties: string | null
  procedures: string | null
}

const lockStatement = `
  select c.id, c.kind, c.next_number as number, c.head, c.team_id, c.worker_post_id, c.restriction, c.parties,
    c.derivation, c.disposed_at is not null as disposed
  from case_file c where c.area_id = $1 and c.id = any($2) order by c.id for no key update`

// A statement of its own, after the lock: what the one that waited for the lock reads elsewhere is as old as its waiting.
// The ids go by way of a `select`: where PostgreSQL sees how many there are it plans anew with each question, which takes longer
// than answering it.
const aroundStatement = `
  select c.id,
    (select json_agg(json_build_object('id', m.id, 'agency_id', m.agency_id, 'sensitivity', m.sensitivity))
     from compartment m where m.area_id = $1 and m.case_id = c.id) as compartments,
    (select json_agg(json_build_object('root', d.root, 'agency_id', d.agency_id, 'at', extract(epoch from d.reached_at) * 1000,
       'named', d.post_ids is not null))
     from disclosed_fact d where d.area_id = $1 and d.case_id = c.id) as reached,
    (select json_object_agg(i.format, i.until_day) from import_child i where i.area_id = $1 and i.case_id = c.id) as until,
    (select json_agg(json_build_object('disclosure_id', d.id, 'kind', s.kind, 'from', d.from_agency_id, 'to', d.to_agency_id,
       'until', extract(epoch from d.until_at) * 1000, 'posts', d.post_ids))
     from standing_disclosure s join disclosure d on d.area_id = s.area_id and d.id = s.disclosure_id
     where s.area_id = $1 and s.case_id = c.id and d.recalled_at is null) as standing,
    (select concat_ws('|', r.compartment_id, r.category, r.counts, r.counts_from, r.closed_on, r.held, coalesce(r.proposed::text, ''))
     from retention r where r.area_id = $1 and r.case_id = c.id) as retention
  from unnest((select $2::uuid[])) as c (id)`

// As one text: a case has hundreds, and each row of an answer has its price.
const rowsStatement = `
  select c.id,
    (select string_agg(d.fingerprint, chr(30)) from duty d where d.area_id = $1 and d.case_id = c.id) as duties,
    (select string_agg(coalesce(p.closed_by::text, '') || p.opened_from || p.opened_to || coalesce(p.closed_on::text, '')
       || ' ' || p.procedure || '/' || p.root, chr(30))
     from open_procedure p where p.area_id = $1 and p.case_id = c.id) as procedures
  from unnest((select $2::uuid[])) as c (id)`
const between = '\u001e'

/**
 * Locks cases in the order of their ids.
 * @param kept the derived rows of a case, where they are known: where they were written since, they are read
 * @throws NotFound where a case is not there
 */
export async function lockCases(
  client: PoolClient,
  areaId: string,
  caseIds: Iterable<string>,
  kept: (caseId: string) => RowsThen | undefined = () => undefined,
): Promise<Map<string, LockedCase>> {
  const ids = [...new Set(caseIds)]
  const values = [areaId, ids]
  const [taken, around, read] = await together([
    client.query<Taken>({ name: 'lock cases', text: lockStatement, values }),
    client.query<Around>({ name: 'around cases', text: aroundStatement, values }),
    readRows(
      client,
      areaId,
      ids.filter(id => !kept(id)),
    ),
  ])
  if (taken.rows.length !== ids.length) throw new NotFound()
  const rows = new Map(read)
  const written = new Map<string, Written | null>()
  for (const { id, head, derivation } of taken.rows) {
    const then = kept(id)
    if (!then || then.derivation !== derivation || !then.head.equals(head)) continue
    rows.set(id, then.rows)
    written.set(id, then.written)
  }
  const stale = ids.filter(id => !rows.has(id))
  for (const [id, anew] of await readRows(client, areaId, stale)) rows.set(id, anew)
  const aroundOf = new Map(around.rows.map(row => [row.id, row]))
  return new Map(
    taken.rows.map(row => {
      const { id } = row
      return [id, lockedCase(row, aroundOf.get(id), rows.get(id) ?? new Set(), written.get(id) ?? null)]
    }),
  )
}

/** The derived rows of cases, each as its fingerprint. */
async function readRows(
  client: PoolClient,
  areaId: string,
  caseIds: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  if (caseIds.length === 0) return new Map()
  const values = [areaId, caseIds]
  const { rows } = await client.query<Rows>({ name: 'derived rows of cases', text: rowsStatement, values })
  return new Map(
    rows.map(({ id, duties, procedures }) => [
      id,
      new Set([...(duties?.split(between) ?? []), ...(procedures?.split(between) ?? [])]),
    ]),
  )
}

function lockedCase(
  row: Taken,
  around: Around | undefined,
  rows: ReadonlySet<string>,
  written: Written | null,
): LockedCase {
  const reached = new Map<string, Map<string, number>>()
  const wholly = new Set<string>()
  for (const one of around?.reached ?? []) {
    const agencies = reached.get(one.root) ?? new Map<string, number>()
    agencies.set(one.agency_id, Math.min(agencies.get(one.agency_id) ?? Number.POSITIVE_INFINITY, one.at))
    reached.set(one.root, agencies)
    if (!one.named) wholly.add(`${one.agency_id} ${one.root}`)
  }
  return {
    id: row.id,
    kind: row.kind,
    next: row.number,
    head: row.head,
    teamId: row.team_id,
    workerPostId: row.worker_post_id,
    restriction: row.restriction,
    parties: new Map(Object.entries(row.parties)),
    compartments: new Map((around?.compartments ?? []).map(one => [`${one.agency_id}/${one.sensitivity}`, one.id])),
    until: new Map(Object.entries(around?.until ?? {})),
    reached,
    wholly,
    isToldAnew: false,
    standing: around?.standing ?? [],
    derivation: row.derivation,
    rows,
    written,
    retention: around?.retention ?? null,
    isDisposedOf: row.disposed,
  }
}

/** Waits until nobody records on a case, and holds it until the transaction ends: for what is done beside its facts. */
export async function lockCase(client: PoolClient, areaId: string, caseId: string): Promise<void> {
  await client.query({
    name: 'lock one case',
    text: 'select 1 from case_file where area_id = $1 and id = $2 for no key update',
    values: [areaId, caseId],
  })
}

/**
 * Holds what an area decided until the transaction ends: whoever records reads it after this, and so records by the old decision and is
 * there when cases are derived anew, or by the new one.
 * @param how `shared` by all who record; `alone` by whoever decides, who waits for them
 */
export async function holdDecisions(client: PoolClient, areaId: string, how: 'shared' | 'alone'): Promise<void> {
  await client.query({
    name: `decisions ${how}`,
    text: `select pg_advisory_xact_lock${how === 'shared' ? '_shared' : ''}(hashtext('goldthread decisions'), hashtext($1))`,
    values: [areaId],
  })
}

/** The authority of an area and the limits it set for itself. */
export async function readArea(client: PoolClient, areaId: string): Promise<AreaOfCase> {
  const { rows } = await client.query<{
    authority: string
    bodies: AreaOfCase['bodies'] | null
    began: AreaOfCase['began'] | null
    commencements: Commencements | null
    policies: Parameters<typeof localPoliciesOf>[0] | null
    watched: boolean
    declared: boolean
  }>({
    name: 'area of case',
    text: `select a.agency_id as authority, e.is_watched as watched, e.has_declared_names as declared,
             (select json_object_agg(b.body, b.agency_id) from area_agency b where b.area_id = a.area_id and b.body is not null) as bodies,
             (select json_object_agg(d.of, d.began_on) from (select distinct on (g.of) g.of, g.began_on from arrangements_began g
               where g.area_id = a.area_id order by g.of, g.number desc) d where d.began_on is not null) as began,
             (select json_object_agg(c.provision, c.begins_on) from (select distinct on (o.provision) o.provision, o.begins_on from commencement o
               order by o.provision, o.number desc) c where c.begins_on is not null) as commencements,
             (select json_agg(p) from local_policy p where p.area_id = a.area_id) as policies
           from area_agency a join area e on e.id = a.area_id where a.area_id = $1 and a.is_authority`,
    values: [areaId],
  })
  const row = rows[0]
  if (!row) throw new NotFound('This area has no local authority on record.')
  return {
    authority: row.authority,
    bodies: row.bodies ?? {},
    began: row.began ?? {},
    commencements: row.commencements ?? {},
    local: localPoliciesOf(row.policies ?? []),
    isWatched: row.watched,
    hasDeclaredNames: row.declared,
  }
}
