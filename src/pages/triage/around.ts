/** What stands around the referrals of a page: other files of the child, other children told of at once, and what another agency told. */
import type { PoolClient } from 'pg'
import { readNames } from '../../people/parties.ts'
import { childrenOf } from '../../people/search.ts'
import { toldOfCases } from '../../people/told.ts'
import { referralReceived } from '../../procedures/referral.ts'
import type { QueueRow } from './queue.ts'
import { peopleIn } from './said.ts'

/** Another file, as its reader may see it. */
export interface OtherFile {
  readonly reference: string
  readonly name: string
}

export interface Beside {
  /** The file with which this one is joined, and the team that has it; nothing where there is none. */
  readonly joined: { readonly reference: string; readonly team: string | null } | null
  /** The children of whom somebody told in the same action. */
  readonly together: readonly OtherFile[]
}

export interface Around {
  /** The child of each file of which only what another agency told may be seen, or says the date of birth. */
  readonly told: ReadonlyMap<string, { readonly name: string; readonly birthDay: string | null }>
  /** By the duty to decide. */
  readonly beside: ReadonlyMap<string, Beside>
  /** Names of people, by their posts. */
  readonly people: ReadonlyMap<string, string>
}

/** @param client a reader's connection within its context: what it may not see is not there */
export async function readAround(
  client: PoolClient,
  areaIds: readonly string[],
  rows: readonly QueueRow[],
): Promise<Around> {
  const asTold = rows.flatMap(row => (row.name && row.birth_day ? [] : row.case_id))
  const told = new Map<string, { name: string; birthDay: string | null }>()
  for (const one of await toldOfCases(client, areaIds, asTold))
    if (one.role === 'child')
      told.set(one.case_id, { name: `${one.forenames ?? ''} ${one.surname ?? ''}`.trim(), birthDay: one.birth_day })
  const beside = await readBeside(client, areaIds, rows)
  return { told, beside, people: await readNames(client, rows.flatMap(peopleIn)) }
}

interface BesideRow {
  readonly id: string
  readonly joined: Beside['joined']
  readonly together: readonly { readonly caseId: string; readonly reference: string }[]
}

async function readBeside(
  client: PoolClient,
  areaIds: readonly string[],
  page: readonly QueueRow[],
): Promise<ReadonlyMap<string, Beside>> {
  if (page.length === 0) return new Map()
  const { rows } = await client.query<BesideRow>({
    name: 'what stands around referrals',
    text: `
      select s.id, j.joined, t.together
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as s (area_id, case_id, referral, id)
      left join lateral (
        select jsonb_build_object('reference', o.reference, 'team', h.name) as joined from person_link l
        join case_file o on o.area_id = l.area_id and o.id = case when l.case_id = s.case_id then l.other_case_id else l.case_id end
        left join holder h on h.id = o.team_id
        where l.area_id = s.area_id and (l.case_id = s.case_id or l.other_case_id = s.case_id) and l.undone_at is null
        order by l.linked_at desc, o.reference limit 1
      ) j on true
      left join lateral (
        select coalesce(jsonb_agg(distinct jsonb_build_object('caseId', o.id, 'reference', o.reference)), '[]') as together
        from fact f join fact x on x.area_id = f.area_id and x.occasion = f.occasion and x.kind = f.kind and x.case_id <> f.case_id
        join case_file o on o.area_id = x.area_id and o.id = x.case_id
        where f.area_id = s.area_id and f.id = s.referral and f.kind = '${referralReceived.kind}' and f.occasion is not null
          and not exists (select from fact w where w.area_id = x.area_id and w.case_id = x.case_id and w.root = x.root and w.act = 'strike-out')
      ) t on true`,
    values: [
      page.map(row => row.area_id),
      page.map(row => row.case_id),
      page.map(row => row.referral),
      page.map(row => row.id),
    ],
  })
  const names = await childrenOf(
    client,
    areaIds,
    rows.flatMap(({ together }) => together.map(({ caseId }) => caseId)),
  )
  return new Map(
    rows.map(({ id, joined, together }) => {
      const others = together.map(one => ({
        reference: one.reference,
        name: names.get(one.caseId) || `Child ${one.reference}`,
      }))
      return [id, { joined, together: others.toSorted((a, b) => a.name.localeCompare(b.name)) }]
    }),
  )
}
