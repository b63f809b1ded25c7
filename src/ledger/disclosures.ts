/** Reading what agencies let each other know about one case: what a reader may see of it is what row security shows. */
import type { PoolClient } from 'pg'
import type { FamilyTold } from './disclosure-rows.ts'

interface NamedAgency {
  readonly id: string
  readonly name: string
}

/** Who holds a post: "Gwen Abara", "Safeguarding lead". */
interface PersonTold {
  readonly id: string
  readonly name: string
  readonly title: string
}

/** One disclosure as it is read. Instants are milliseconds since 1970. */
export interface ToldOnce {
  readonly id: string
  readonly from: NamedAgency
  readonly to: NamedAgency
  /** Only these people of the agency were told, by their posts; nothing where the whole agency was. */
  readonly people: readonly PersonTold[] | null
  readonly basis: string
  readonly conditions: readonly string[]
  readonly necessity: string
  readonly familyTold: FamilyTold
  readonly notToldWhy: string | null
  readonly notToldUntil: string | null
  readonly reachedAt: number
  readonly untilAt: number | null
  /** "Amira Osei, Social worker, East team"; nothing where no post of a person's shared it. */
  readonly by: string | null
  readonly recalled: { readonly at: number; readonly by: string | null; readonly why: string | null } | null
  /** The facts, by their roots. */
  readonly roots: readonly string[]
  /** Kinds of which everything is shared as it is recorded. */
  readonly kinds: readonly string[]
}

/** Every disclosure of a case that the reader may see, the newest first. */
export async function readDisclosures(client: PoolClient, areaId: string, caseId: string): Promise<ToldOnce[]> {
  const { rows } = await client.query<Omit<ToldOnce, 'conditions'> & { conditions: string }>({
    name: 'told of case',
    text: `
      select d.id, json_build_object('id', f.id, 'name', f.name) as from, json_build_object('id', t.id, 'name', t.name) as to,
        (select json_agg(json_build_object('id', p.id, 'name', w.name, 'title', p.title) order by w.name, p.title, p.id)
         from post p join practitioner w on w.id = p.practitioner_id where p.id = any(d.post_ids)) as people,
        d.basis, d.conditions, d.necessity, d.family_told as "familyTold", d.not_told_why as "notToldWhy",
        d.not_told_until as "notToldUntil", d.reached_at as "reachedAt", d.until_at as "untilAt",
        (select concat_ws(', ', w.name, nullif(p.title, w.name)) from post p join practitioner w on w.id = p.practitioner_id where p.id = d.recorded_by) as by,
        case when d.recalled_at is not null then json_build_object('at', extract(epoch from d.recalled_at) * 1000, 'why', d.recalled_why,
          'by', (select w.name || ', ' || p.title from post p join practitioner w on w.id = p.practitioner_id where p.id = d.recalled_by))
        end as recalled,
        array(select x.root::text from disclosed_fact x where x.area_id = d.area_id and x.disclosure_id = d.id) as roots,
        array(select s.kind from standing_disclosure s where s.area_id = d.area_id and s.disclosure_id = d.id) as kinds
      from disclosure d join agency f on f.id = d.from_agency_id join agency t on t.id = d.to_agency_id
      where d.area_id = $1 and d.case_id = $2 order by d.reached_at desc, d.id`,
    values: [areaId, caseId],
  })
  return rows.map(row => ({ ...row, conditions: row.conditions.split(' ').filter(Boolean) }))
}

/** How often and when last people of an agency opened the case. */
export interface Looked {
  readonly agencyId: string
  readonly times: number
  /** In milliseconds since 1970. */
  readonly last: number
}

/**
 * Who opened the case, by agency; nothing where the reader may not know it of other agencies: only those of the authority who are
 * granted the case read the whole of who looked, and no look that one may not read means that nobody looked.
 */
export async function readLooks(
  client: PoolClient,
  areaId: string,
  caseId: string,
): Promise<Map<string, Looked> | undefined> {
  const { rows: mayKnow } = await client.query({
    name: 'may know who looked',
    text: `select from area_agency a where a.area_id = $1 and a.agency_id = (select context_agency()) and a.is_authority
             and exists (select from granted g where g.area_id = $1 and g.case_id = $2 and not g.apart)`,
    values: [areaId, caseId],
  })
  if (mayKnow.length === 0) return undefined
  const { rows } = await client.query<Looked>({
    name: 'looks by agency',
    text: `select p.agency_id as "agencyId", count(*) as times, max(l.at) as last
           from reading_log l join post p on p.id = l.post_id
           where l.area_id = $1 and l.case_id = $2 group by p.agency_id`,
    values: [areaId, caseId],
  })
  return new Map(rows.map(row => [row.agencyId, row]))
}

/** A decision of the reader's agency not to share. */
export interface Declined {
  readonly to: string
  readonly why: string
  /** In milliseconds since 1970. */
  readonly at: number
  readonly by: string | null
}

/** What the reader's agency decided not to share of a case, the newest first. */
export async function readDeclined(client: PoolClient, areaId: string, caseId: string): Promise<Declined[]> {
  const { rows } = await client.query<Declined>({
    name: 'declined of case',
    text: `select a.name as to, r.why, r.recorded_at as at,
             (select w.name || ', ' || p.title from post p join practitioner w on w.id = p.practitioner_id where p.id = r.recorded_by) as by
           from disclosure_refusal r join agency a on a.id = r.to_agency_id
           where r.area_id = $1 and r.case_id = $2 order by r.recorded_at desc, a.name`,
    values: [areaId, caseId],
  })
  return rows
}
