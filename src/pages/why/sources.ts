/** Through what a visitor sees a case: their own grants, and what one agency let another know. Under row security. */
import type { PoolClient } from 'pg'
import type { FamilyTold } from '../../ledger/disclosure-rows.ts'
import type { CaseHead } from '../../ledger/read.ts'

/** Instants are milliseconds since 1970. */
export interface OwnGrant {
  readonly compartmentId: string
  readonly agency: string
  readonly sensitivity: string
  readonly kind: 'team' | 'role' | 'person'
  readonly holder: string
  readonly startsAt: number
  readonly endsAt: number | null
  readonly isEmergency: boolean
  readonly facts: number
}

/** The visitor's grants that hold now, by whose records they open. */
export async function readOwnGrants(client: PoolClient, { areaId, id }: CaseHead): Promise<OwnGrant[]> {
  const { rows } = await client.query<OwnGrant>({
    name: 'own grants of case',
    text: `select m.id as "compartmentId", a.name as agency, m.sensitivity, h.kind, h.name as holder, min(g.starts_at) as "startsAt",
             case when bool_or(g.ends_at is null) then null else max(g.ends_at) end as "endsAt", bool_and(g.break_glass_id is not null) as "isEmergency",
             (select count(distinct f.root) from fact f where f.area_id = m.area_id and f.case_id = m.case_id and f.compartment_id = m.id) as facts
           from compartment m join agency a on a.id = m.agency_id
           join compartment_grant g on g.area_id = m.area_id and g.compartment_id = m.id join holder h on h.id = g.holder_id
           where m.area_id = $1 and m.case_id = $2 and g.starts_at <= now() and (g.ends_at is null or g.ends_at > now())
             and g.holder_id in (select o.holder_id from post_holder o where o.post_id = (select context_post()))
           group by m.area_id, m.id, a.id, h.id order by m.agency_id <> (select context_agency()), a.name, m.sensitivity, h.kind, h.name`,
    values: [areaId, id],
  })
  return rows
}

export interface Disclosed {
  readonly id: string
  readonly from: string
  readonly to: string
  /** Only these people of the agency, by name and title; nothing where the whole agency was told. */
  readonly people: readonly string[] | null
  readonly isToOurs: boolean
  readonly basis: string
  readonly necessity: string
  readonly familyTold: FamilyTold
  readonly reachedAt: number
  readonly untilAt: number | null
  /** How many records; only where it is the visitor's agency that was told. */
  readonly facts: number
}

/** What stands disclosed to the visitor's agency, and by it, and was neither recalled nor has run out. */
export async function readDisclosed(client: PoolClient, { areaId, id }: CaseHead): Promise<Disclosed[]> {
  const { rows } = await client.query<Disclosed>({
    name: 'disclosures of case',
    text: `select d.id, f.name as "from", t.name as "to", d.to_agency_id = (select context_agency()) as "isToOurs", d.basis, d.necessity,
             (select array_agg(w.name || ' (' || p.title || ')' order by w.name, p.title) from post p join practitioner w on w.id = p.practitioner_id
               where p.id = any(d.post_ids)) as people,
             d.family_told as "familyTold", d.reached_at as "reachedAt", d.until_at as "untilAt",
             (select count(*) from disclosed_fact x where x.area_id = d.area_id and x.case_id = d.case_id and x.disclosure_id = d.id) as facts
           from disclosure d join agency f on f.id = d.from_agency_id join agency t on t.id = d.to_agency_id
           where d.area_id = $1 and d.case_id = $2 and d.recalled_at is null and d.reached_at <= now() and (d.until_at is null or d.until_at > now())
           order by d.to_agency_id <> (select context_agency()), d.reached_at desc, d.id`,
    values: [areaId, id],
  })
  return rows
}

/** Whom to ask about the rest: the team that holds the case, with the telephone of its agency. */
export async function readWhomToAsk(client: PoolClient, { areaId, teamId }: CaseHead): Promise<string> {
  const { rows } = await client.query<{ team: string | null; agency: string; telephone: string | null }>({
    name: 'whom to ask',
    text: `select h.name as team, a.name as agency, a.telephone from area_agency e join agency a on a.id = e.agency_id
           left join holder h on h.id = $2 where e.area_id = $1 and e.is_authority`,
    values: [areaId, teamId],
  })
  const { team, agency, telephone } = rows[0] ?? { team: null, agency: 'the local authority', telephone: null }
  return `${[team, agency].filter(Boolean).join(', ')}${telephone ? ` (${telephone})` : ''}`
}
