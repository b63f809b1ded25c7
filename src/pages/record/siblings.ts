/** Other children’s cases on which the same meeting or event may be recorded: one occasion, a fact on each case. */
import type { PoolClient } from 'pg'
import type { CaseHead } from '../../ledger/read.ts'
import { findCase } from '../../ledger/read.ts'
import { childrenOf } from '../../people/search.ts'
import { byRarity, plain, searchKeys } from '../../people/search-keys.ts'
import { referralReceived } from '../../procedures/referral.ts'

export interface OtherCase {
  readonly id: string
  readonly reference: string
  readonly name: string
  /** Why it is offered: told of in one action, the same postcode, the same last name. */
  readonly why: string
  /** Told of in one action with the child of the form: not to be overlooked. */
  readonly isTogether?: true
}

const mostOffered = 8

interface Found {
  id: string
  reference: string
  forenames: string
  surname: string
  postcode: string | null
  team_id: string | null
}

/**
 * Cases of children of whom somebody told in the same action; of those with the same postcode, and with the same last name in the same
 * team. Only what the client's context may see is looked at.
 */
export async function offerOtherCases(client: PoolClient, head: CaseHead): Promise<OtherCase[]> {
  const together = await toldOfTogether(client, head)
  const alike = await likeCases(client, head)
  const others = alike.filter(({ id }) => !together.some(one => one.id === id))
  return [...together, ...others].slice(0, mostOffered)
}

/** The other children of a referral about several: also those of whom only what another agency told may be seen. */
export async function toldOfTogether(client: PoolClient, head: CaseHead): Promise<OtherCase[]> {
  const { rows } = await client.query<{ id: string; reference: string }>({
    name: 'cases told of together',
    text: `select distinct c.id, c.reference from fact f
           join fact x on x.area_id = f.area_id and x.occasion = f.occasion and x.kind = f.kind and x.case_id <> f.case_id
           join case_file c on c.area_id = x.area_id and c.id = x.case_id
           where f.area_id = $1 and f.case_id = $2 and f.kind = $3 and f.occasion is not null and c.kind = $4
             and not exists (select from fact s where s.area_id = $1 and s.act = 'strike-out'
               and (s.case_id = f.case_id and s.root = f.root or s.case_id = x.case_id and s.root = x.root))`,
    values: [head.areaId, head.id, referralReceived.kind, head.kind],
  })
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const names = await childrenOf(client, [head.areaId], ids)
  return rows
    .map(row => ({ ...row, name: names.get(row.id) ?? '', why: 'told of together', isTogether: true as const }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

async function likeCases(client: PoolClient, head: CaseHead): Promise<OtherCase[]> {
  const own = await client.query<Pick<Found, 'forenames' | 'surname' | 'postcode'>>({
    name: 'names of case',
    text: `select forenames, surname, postcode from search_person where area_id = $1 and case_id = $2 and role = 'child'`,
    values: [head.areaId, head.id],
  })
  const all = own.rows.flatMap(({ surname, postcode }) => searchKeys({ ...nobody, surname, postcode }))
  const { rare, common } = byRarity(new Set(all))
  const keys = [...rare, ...common]
  if (keys.length === 0) return []
  const { rows } = await client.query<Found>({
    name: 'cases by keys',
    text: `select distinct on (c.id) c.id, c.reference, p.forenames, p.surname, p.postcode, c.team_id
           from search_person p join case_file c on c.area_id = p.area_id and c.id = p.case_id
           where p.area_id = $1 and p.role = 'child' and c.id <> $3 and c.kind = $4 and p.id = any(array(
             select k.person_id from unnest($2::text[]) as q (key) join search_key k on k.area_id = $1 and k.key = q.key limit 400))
           order by c.id, p.id`,
    values: [head.areaId, keys, head.id, head.kind],
  })
  const places = new Set(own.rows.map(({ postcode }) => plain(postcode ?? '')).filter(Boolean))
  const surnames = new Set(own.rows.map(({ surname }) => plain(surname)))
  return rows
    .map(row => {
      const isNeighbour = places.has(plain(row.postcode ?? ''))
      const isNamesake = surnames.has(plain(row.surname)) && (isNeighbour || row.team_id === head.teamId)
      const why = [isNeighbour && 'same postcode', isNamesake && 'same last name'].filter(Boolean)
      return { row, rank: (isNeighbour ? 2 : 0) + (isNamesake ? 1 : 0), why: why.join(', ') }
    })
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || a.row.forenames.localeCompare(b.row.forenames))
    .slice(0, mostOffered)
    .map(({ row, why }) => ({
      id: row.id,
      reference: row.reference,
      name: `${row.forenames} ${row.surname}`.trim(),
      why,
    }))
}

const nobody = { forenames: '', birthDay: null, nhsNumber: null, upn: null, reference: null } as const

/**
 * The cases that a form names besides its own.
 * @param fits whether a kind of case is one of those that the record may stand on as well
 * @returns their heads, and the references under which there is none of this kind that the context may see
 */
export async function findOtherCases(
  client: PoolClient,
  head: CaseHead,
  references: readonly string[],
  fits: (kind: string) => boolean,
): Promise<{ heads: CaseHead[]; unknown: string[] }> {
  const heads: CaseHead[] = []
  const unknown: string[] = []
  for (const reference of new Set(references)) {
    if (reference === head.reference) continue
    const found = await findCase(client, [head.areaId], reference)
    if (found && fits(found.kind)) heads.push(found)
    else unknown.push(reference)
  }
  return { heads, unknown }
}

/** References typed with commas, blanks or line breaks between them. */
export function referencesIn(text: string): string[] {
  return text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(part => part !== '')
}
