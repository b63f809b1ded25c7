/** What was opened in an emergency, as those who review it see it: under row security, by the compartment of its fact. */
import type { PoolClient } from 'pg'
import type { Scope } from '../../ledger/break-glass.ts'
import { toldOfRestricted } from '../../ledger/look.ts'

/** Instants are milliseconds since 1970, days YYYY-MM-DD. */
export interface Opening {
  readonly id: string
  readonly areaId: string
  readonly caseId: string
  readonly reference: string
  readonly postId: string
  readonly who: string
  readonly title: string
  readonly reason: string
  readonly scope: Scope
  readonly startsAt: number
  readonly endsAt: number
  readonly endedAt: number | null
  readonly told: string
  readonly seenAt: number | null
  /** Of the duty to review it. */
  readonly dutyId: string | null
  readonly due: string | null
  /** How often the person opened a page of the case meanwhile. */
  readonly pages: number
  readonly outcome: string | null
  readonly words: string | null
  readonly reviewedOn: string | null
  readonly reviewer: string | null
}

const most = 200

/** The openings that the post in whose context the client reads reviews: first what waits, the soonest due first; then the newest. */
export async function readOpenings(
  client: PoolClient,
  areaIds: readonly string[],
  id: string | null = null,
): Promise<Opening[]> {
  const { rows } = await client.query<Opening>({
    name: 'openings to review',
    text: `
      select b.id, b.area_id as "areaId", b.case_id as "caseId", c.reference, b.post_id as "postId", w.name as who, p.title, b.reason, b.scope,
        b.starts_at as "startsAt", b.ends_at as "endsAt", b.ended_at as "endedAt", t.name as told, b.seen_at as "seenAt",
        d.id as "dutyId", d.due_latest as due,
        (select count(*) from reading_log l where l.area_id = b.area_id and l.case_id = b.case_id and l.post_id = b.post_id
           and l.at between b.starts_at and coalesce(b.ended_at, b.ends_at) and l.basis <> $3) as pages,
        f.data->>'outcome' as outcome, n.text as words, f.happened_from as "reviewedOn", v.name as reviewer
      from break_glass b
      join compartment m on m.area_id = b.area_id and m.id = b.compartment_id
      join case_file c on c.area_id = b.area_id and c.id = b.case_id
      join post p on p.id = b.post_id join practitioner w on w.id = p.practitioner_id
      join practitioner t on t.id = b.told_practitioner_id
      left join duty d on d.area_id = b.area_id and d.case_id = b.case_id and d.rule = 'review-break-glass' and d.trigger_root = b.fact_root
      left join lateral (select x.* from fact x where x.area_id = b.area_id and x.case_id = b.case_id
        and x.kind = 'break-glass-reviewed' and x.about = b.fact_root order by x.number desc limit 1) f on true
      left join narrative n on n.area_id = f.area_id and n.case_id = f.case_id and n.fact_id = f.id and n.field = 'words'
      left join post q on q.id = f.recorded_by left join practitioner v on v.id = q.practitioner_id
      where b.area_id = any($1) and ($2::uuid is null or b.id = $2)
      order by f.id is not null, case when f.id is null then d.due_latest end, b.starts_at desc, b.id limit ${most}`,
    values: [areaIds, id, toldOfRestricted],
  })
  return rows
}

export interface PageRead {
  readonly at: number
  readonly route: string
}

/** The pages of the case that the person opened meanwhile, in their order. */
export async function readPages(client: PoolClient, opening: Opening): Promise<PageRead[]> {
  const { rows } = await client.query<PageRead>({
    name: 'pages read meanwhile',
    text: `select at, route from reading_log where area_id = $1 and case_id = $2 and post_id = $3 and at between $4 and $5 and basis <> $6 order by at, id`,
    values: [
      opening.areaId,
      opening.caseId,
      opening.postId,
      new Date(opening.startsAt),
      new Date(opening.endedAt ?? opening.endsAt),
      toldOfRestricted,
    ],
  })
  return rows
}
