/**
 * Notices for systems of agencies: that there is something to fetch. Written in the transaction that records, and only for
 * those whose post may see what they are about at that moment; fetching it is then under the policy of its own moment.
 */
import type { PoolClient } from 'pg'
import { informationRequested } from '../procedures/information-request.ts'

/** How long a system finds a notice in its list, in days. */
export const noticesKeptFor = 90

export interface News {
  readonly caseIds: readonly string[]
  /** Entries, by their ids. */
  readonly entries: readonly string[]
  /** Disclosures, by their ids. */
  readonly disclosures: readonly string[]
  /** When it was recorded, in milliseconds since 1970. */
  readonly at: number
  /** The London day of that. */
  readonly day: string
}

// What a post may see is said once more here, for many posts at once: the same grants, disclosures and conflicts of interest
// as in the row policies, which are about the one post of their transaction.
const statement = `
  with heard as (
    select w.client_id, c.post_id, p.agency_id, p.practitioner_id, w.made_at
    from webhook w join api_client c on c.id = w.client_id and c.revoked_at is null
    join post p on p.id = c.post_id and p.from_at <= $6 and (p.until_at is null or p.until_at > $6)
    where exists (select from post_area a where a.post_id = p.id and a.area_id = $1)
  ), held as (
    select h.client_id, g.compartment_id, g.case_id, g.apart from heard h
    join post_holder m on m.post_id = h.post_id
    join compartment_grant g on g.holder_id = m.holder_id and g.area_id = $1 and g.case_id = any($2)
      and g.starts_at <= $6 and (g.ends_at is null or g.ends_at > $6)
  ), told as (
    select h.client_id, d.root, d.case_id from heard h
    join disclosed_fact d on d.agency_id = h.agency_id and d.area_id = $1 and d.case_id = any($2)
      and d.reached_at <= $6 and (d.until_at is null or d.until_at > $6)
      and (d.post_ids is null or h.post_id = any(d.post_ids))
      and (not d.by_grant or exists (select from held x where x.client_id = h.client_id and x.case_id = d.case_id and not x.apart))
  ), news as (
    select h.client_id, f.case_id, f.id::text as subject,
      case when f.act = 'record' and f.kind = $7 and f.data -> 'asked' ? h.agency_id::text then 'request-received'
        else 'fact-recorded' end as type
    from heard h join fact f on f.area_id = $1 and f.id = any($3) and f.recorded_by is distinct from h.post_id
      and (exists (select from held x where x.client_id = h.client_id and x.compartment_id = f.compartment_id)
        or exists (select from told t where t.client_id = h.client_id and t.root = f.root))
    union all
    select h.client_id, d.case_id, d.id::text, 'disclosure-received'
    from heard h join disclosure d on d.area_id = $1 and d.id = any($4) and d.to_agency_id = h.agency_id
      and (d.post_ids is null or h.post_id = any(d.post_ids))
      and exists (select from told t where t.client_id = h.client_id and t.case_id = d.case_id)
    union all
    select h.client_id, d.case_id, d.id, 'duty-arisen'
    from heard h join duty d on d.area_id = $1 and d.case_id = any($2) and d.agency_id = h.agency_id
      and d.met_by is null and d.not_known_from is null and (d.lapsed_on is null or d.lapsed_on > $8) and d.known_since >= h.made_at
      and (exists (select from held x where x.client_id = h.client_id
          and x.compartment_id in (d.actor_compartment_id, d.trigger_compartment_id))
        or exists (select from told t where t.client_id = h.client_id and t.root = d.trigger_root))
  )
  insert into notice (area_id, id, client_id, post_id, type, case_id, subject, occurred_at, next_at)
  select $1, gen_random_uuid(), n.client_id, h.post_id, n.type, n.case_id, n.subject, $5, $6
  from news n join heard h on h.client_id = n.client_id
  where not exists (select from conflict_of_interest c
    where c.area_id = $1 and c.case_id = n.case_id and c.practitioner_id = h.practitioner_id and c.ended_at is null)
  on conflict (client_id, type, subject) do nothing`

/**
 * Writes the notices of what was just recorded.
 * @param client a recorder's connection, in the transaction that recorded
 */
export async function writeNotices(client: PoolClient, areaId: string, news: News): Promise<void> {
  const { caseIds, entries, disclosures, at, day } = news
  // Grants and disclosures begin by the platform's clock, after the transaction did.
  const now = new Date()
  await client.query({
    name: 'write notices',
    text: statement,
    values: [areaId, caseIds, entries, disclosures, new Date(at), now, informationRequested.kind, day],
  })
}
