/** Other children’s cases on which the same meeting or event may be recorded: one occasion, a fact on each case. */
import type { PoolClient } from 'pg'
import type { CaseHead } from '../../ledger/read.ts'
import { findCase } from '../../ledger/read.ts'
import { grouped } from '../../ledger/rows.ts'
import { childrenOf } from '../../people/search.ts'
import { byRarity, plain, searchKeys } from '../../people/search-keys.ts'
import { referralReceived } from '../../procedures/referral.ts'

export interface OtherCase {
  readonly id: string
  readonly reference: string
  readonly name: string
  /** Why it is offered: told of in one action, brother or sister, the same postcode, the same last name. */
  readonly why: string
  /** Told of in one action with the child of the form: not to be overlooked. */
  readonly isTogether?: true
}

const mostOffered = 8

interface Found {
  id: string
  reference: string
  role: string
  forenames: string
  surname: string
  birth_day: string | null
  postcode: string | null
  team_id: string | null
}

/**
 * Cases on which the same may have happened: those of children of whom somebody told in the same action, and of the same household. Only
 * what the client's context may see is looked at.
 */
export function offerOtherCases(client: PoolClient, head: CaseHead): Promise<OtherCase[]> {
  return offer(client, head, ({ isSibling, isNeighbour }) => isSibling || isNeighbour)
}

/** Cases with which this one may have been mixed up: those too of children with the same last name in the same team. */
export function offerLikeCases(client: PoolClient, head: CaseHead): Promise<OtherCase[]> {
  return offer(client, head, () => true)
}

async function offer(client: PoolClient, head: CaseHead, fits: (like: Like) => boolean): Promise<OtherCase[]> {
  const together = await toldOfTogether(client, head)
  const alike = (await likeCases(client, head)).filter(fits).slice(0, mostOffered)
  const names = await childrenOf(
    client,
    [head.areaId],
    alike.map(({ id }) => id),
  )
  const others = alike
    .filter(({ id }) => !together.some(one => one.id === id))
    .map(({ id, reference, why }) => ({ id, reference, name: names.get(id) ?? '', why }))
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

interface Like extends Pick<OtherCase, 'id' | 'reference' | 'why'> {
  /** One of the two is recorded as the brother or sister of the other. */
  readonly isSibling: boolean
  readonly isNeighbour: boolean
}

async function likeCases(client: PoolClient, head: CaseHead): Promise<Like[]> {
  const own = await client.query<Found>({
    name: 'names of case',
    text: `select role, forenames, surname, birth_day, postcode from search_person
           where area_id = $1 and case_id = $2 and role in ('child', 'sibling')`,
    values: [head.areaId, head.id],
  })
  // By both names: of a common last name there are more than are looked at.
  const all = own.rows.flatMap(one => [
    ...searchKeys({ ...nobody, surname: one.surname, postcode: one.postcode }),
    ...searchKeys({ ...nobody, forenames: one.forenames, surname: one.surname }).filter(key => key.startsWith('n:')),
  ])
  const { rare, common } = byRarity(new Set(all))
  const keys = [...rare, ...common]
  if (keys.length === 0) return []
  const { rows } = await client.query<Found>({
    name: 'cases by keys',
    text: `select c.id, c.reference, p.role, p.forenames, p.surname, p.birth_day, p.postcode, c.team_id
           from search_person p join case_file c on c.area_id = p.area_id and c.id = p.case_id
           where p.area_id = $1 and p.role in ('child', 'sibling') and c.id <> $3 and c.kind = $4 and p.id = any(array(
             select k.person_id from unnest($2::text[]) as q (key) join search_key k on k.area_id = $1 and k.key = q.key limit 400))`,
    values: [head.areaId, keys, head.id, head.kind],
  })
  const children = own.rows.filter(isChild)
  const places = new Set(children.map(({ postcode }) => plain(postcode ?? '')).filter(Boolean))
  const surnames = new Set(children.map(({ surname }) => plain(surname)))
  return [...grouped(rows, ({ id }) => id)]
    .flatMap(([id, persons]) => {
      const theirs = persons.filter(isChild)
      const isNeighbour = theirs.some(one => places.has(plain(one.postcode ?? '')))
      const isOfTeam = persons.some(one => one.team_id === head.teamId)
      const isNamesake = (isNeighbour || isOfTeam) && theirs.some(one => surnames.has(plain(one.surname)))
      const isSibling = own.rows.some(one => persons.some(other => one.role !== other.role && mayBeOne(one, other)))
      const rank = (isSibling ? 4 : 0) + (isNeighbour ? 2 : 0) + (isNamesake ? 1 : 0)
      const why = [
        isSibling && 'recorded as brother or sister',
        isNeighbour && 'same postcode',
        isNamesake && 'same last name',
      ].filter(Boolean)
      const one = theirs[0] ?? persons[0]
      if (!one || rank === 0) return []
      const { reference, forenames } = one
      return [{ id, reference, forenames, rank, isSibling, isNeighbour, why: why.join(', ') }]
    })
    .toSorted((a, b) => b.rank - a.rank || a.forenames.localeCompare(b.forenames))
}

const nobody = {
  forenames: '',
  birthDay: null,
  postcode: null,
  nhsNumber: null,
  upn: null,
  reference: null,
} as const

function isChild({ role }: Found): boolean {
  return role === 'child'
}

/** Whether a brother or sister recorded on one file may be the child of another: of one name, and not born on another day. */
function mayBeOne(one: Found, other: Found): boolean {
  const isNamed = plain(one.forenames) === plain(other.forenames) && plain(one.surname) === plain(other.surname)
  return isNamed && (!one.birth_day || !other.birth_day || one.birth_day === other.birth_day)
}

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
