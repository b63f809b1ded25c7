/**
 * Conflicts of interest that are found: practitioners whose name stands on a file of their area, or whose declared postcode does.
 * Somebody decides of each; until then nothing is closed. Whoever decides is shown the practitioner, what is the same and the
 * reference, and nothing of the file. Of a shielded file only the front door is shown that much.
 */
import type { Pool, PoolClient } from 'pg'
import { isRole, may } from '../access/policy.ts'
import { NotAllowed, NotFound } from '../access/refusals.ts'
import { isAlike, isNamesake, livesThere, type PersonOfCase, partsOf } from '../people/acquaintance.ts'
import { nameParts, plain, sounds } from '../people/search-keys.ts'
import { idFrom } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import { closeToDeclared, peopleOf } from './conflicts-by-name.ts'
import type { Ledger } from './ledger.ts'

export interface Proposal {
  readonly id: string
  readonly areaId: string
  readonly caseId: string
  readonly who: string
  readonly title: string
  /** What is the same, in words. */
  readonly because: string
  readonly reference: string
  readonly decision: 'confirmed' | null
}

/**
 * What a post decides of, what is undecided first. Its own holder's matches are not among it: they would say what is on a file. That
 * somebody else decides of more is not said, nor how many: whoever declares a postcode and looks would learn whether a shielded
 * family lives there.
 */
export async function readProposals(
  client: Pool | PoolClient,
  postId: string,
  areaIds: readonly string[],
): Promise<Proposal[]> {
  const { rows } = await client.query<Proposal>({
    name: 'conflicts proposed',
    text: `select x.id, x.area_id as "areaId", x.case_id as "caseId", w.name as who, x.because, c.reference, x.decision,
             coalesce((select o.title from post o where o.practitioner_id = w.id and o.from_at <= now()
               and (o.until_at is null or o.until_at > now()) order by o.title limit 1), '') as title
           from conflict_proposal x
           ${decidedBy}
           join practitioner w on w.id = x.practitioner_id
           where x.area_id = any($2) and x.decision is distinct from 'dismissed'
           order by x.decision is not null, w.name, c.reference limit 200`,
    values: [postId, areaIds],
  })
  return rows
}

/** The matches `x` that the post `$1` decides of, with their case `c`. Of a shielded file that is the front door, of others a privacy officer. */
const decidedBy = `join case_file c on c.area_id = x.area_id and c.id = x.case_id
           join post p on p.id = $1 and p.practitioner_id <> x.practitioner_id and p.from_at <= now() and (p.until_at is null or p.until_at > now())
             and p.role = case c.restriction when 'shielded' then 'front-door' else 'privacy-officer' end
           join post_area a on a.post_id = p.id and a.area_id = x.area_id
             and not exists (select from conflict_of_interest f where f.area_id = x.area_id and f.case_id = x.case_id
               and f.practitioner_id = p.practitioner_id and f.ended_at is null)`

/** Of a shielded file the front door decides, which alone knows that it is there; of others the privacy officers. */
function decides(role: string, restriction: string): boolean {
  if (!isRole(role) || !may(role, 'find-conflict', 'none')) return false
  return (role === 'front-door') === (restriction === 'shielded')
}

interface Known {
  readonly id: string
  readonly name: string
  readonly postcodes: readonly string[]
}

/**
 * Compares the practitioners of an area with the people of its files, and proposes what nobody decided of yet. What was
 * declared by name is applied anew as well.
 * @param postId who asks for it
 * @returns how many were not proposed before that this post decides of
 */
export async function findConflicts(ledger: Ledger, areaId: string, postId: string): Promise<number> {
  return transaction(ledger.recorder, async client => {
    await closeToDeclared(client, areaId)
    const { rows: known } = await client.query<Known>(
      `select w.id, w.name, coalesce((select array_agg(n.postcode) from (
            select d.postcode from declared_interest d
              where d.practitioner_id = w.id and d.area_id = $1 and d.ended_at is null and d.postcode is not null
            union select h.postcode from practitioner_home h where h.practitioner_id = w.id) n), '{}') as postcodes
       from practitioner w where exists (select from post p join post_area a on a.post_id = p.id
         where p.practitioner_id = w.id and a.area_id = $1 and p.from_at <= now() and (p.until_at is null or p.until_at > now())
           and not exists (select from api_client s where s.post_id = p.id))`,
      [areaId],
    )
    const keys = known.map(keysOfPractitioner)
    const { rows: near } = await client.query<{ id: string; caseId: string }>(
      `select distinct n.id, p.case_id as "caseId" from unnest($2::uuid[], $3::text[]) as n (id, key)
       join search_key k on k.area_id = $1 and k.key = n.key join search_person p on p.area_id = $1 and p.id = k.person_id
       where not exists (select from conflict_of_interest c where c.area_id = $1 and c.case_id = p.case_id
         and c.practitioner_id = n.id and c.ended_at is null)`,
      [areaId, keys.flatMap((of, at) => of.map(() => known[at]?.id)), keys.flat()],
    )
    const people = await peopleOf(
      client,
      areaId,
      near.map(({ caseId }) => caseId),
    )
    const byId = new Map(known.map(one => [one.id, one]))
    const found = near.flatMap(({ id, caseId }) => {
      const one = byId.get(id)
      const because = one && whyProposed(one, people.get(caseId) ?? [])
      return because ? [{ id: idFrom('conflict', areaId, caseId, id), practitionerId: id, caseId, because }] : []
    })
    const { rows: added } = await client.query<{ id: string }>(
      `insert into conflict_proposal (area_id, id, case_id, practitioner_id, because, found_at)
       select $1, n.id, n.case_id, n.practitioner_id, n.because, $6
       from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) as n (id, case_id, practitioner_id, because)
       on conflict do nothing returning id`,
      [
        areaId,
        found.map(one => one.id),
        found.map(one => one.caseId),
        found.map(one => one.practitionerId),
        found.map(one => one.because),
        new Date(ledger.now()),
      ],
    )
    const { rows: theirs } = await client.query(
      `select from conflict_proposal x ${decidedBy} where x.area_id = $2 and x.id = any($3)`,
      [postId, areaId, added.map(({ id }) => id)],
    )
    return theirs.length
  })
}

/** Both names by their sound, as they are filed; and each postcode. */
function keysOfPractitioner({ name, postcodes }: Known): string[] {
  const { forenames, surname } = partsOf(name)
  const [called = ''] = nameParts(forenames)
  const both = sounds(called).flatMap(first => sounds(surname).map(last => `n:${first}:${last}`))
  return [...both, ...postcodes.map(postcode => `p:${plain(postcode)}`)]
}

/** What is the same, in words that say nothing of the file; nothing where too little is. */
function whyProposed({ name, postcodes }: Known, people: readonly PersonOfCase[]): string | undefined {
  const named = { ...partsOf(name), birthDay: null, postcode: null }
  const isThere = postcodes.some(postcode => livesThere(postcode, people))
  if (people.some(person => isNamesake(named, person)))
    return isThere ? 'The same name, and a postcode that they declared' : 'The same name'
  if (!isThere) return undefined
  return people.some(person => isAlike({ ...named, forenames: '' }, person))
    ? 'The same last name, and a postcode that they declared'
    : 'A postcode that they declared'
}

export interface Deciding {
  readonly areaIds: readonly string[]
  readonly id: string
  readonly postId: string
  readonly decision: 'confirmed' | 'dismissed'
}

/**
 * Confirms a match, which closes the file to the practitioner in every post; or dismisses it, which opens it again where it was
 * confirmed before.
 * @throws NotFound where there is no such match that this post decides of, NotAllowed for posts that decide of none
 */
export async function decideConflict(ledger: Ledger, { areaIds, id, postId, decision }: Deciding): Promise<void> {
  await transaction(ledger.recorder, async client => {
    const { rows } = await client.query<{
      area_id: string
      case_id: string
      who: string
      role: string
      restriction: string
    }>(
      `select x.area_id, x.case_id, x.practitioner_id as who, p.role, c.restriction from conflict_proposal x
       join case_file c on c.area_id = x.area_id and c.id = x.case_id join post p on p.id = $3
       where x.area_id = any($1) and x.id = $2 and p.practitioner_id <> x.practitioner_id for update of x`,
      [areaIds, id, postId],
    )
    const [found] = rows
    if (!found) throw new NotFound()
    if (!isRole(found.role) || !may(found.role, 'find-conflict', 'none'))
      throw new NotAllowed('Only a privacy officer or the front door decides this.', 'Ask one of the local authority.')
    if (!decides(found.role, found.restriction)) throw new NotFound()
    await client.query(
      'update conflict_proposal set decision = $3, decided_at = $4, decided_by = $5 where area_id = $1 and id = $2',
      [found.area_id, id, decision, new Date(ledger.now()), postId],
    )
    const values = [found.area_id, found.case_id, found.who, postId]
    await client.query(
      decision === 'confirmed'
        ? `insert into conflict_of_interest (area_id, case_id, practitioner_id, how, since, decided_by)
           select $1, $2, $3, 'found', now(), $4 where not exists (select from conflict_of_interest c
             where c.area_id = $1 and c.case_id = $2 and c.practitioner_id = $3 and c.how = 'found' and c.ended_at is null)
           on conflict do nothing`
        : `update conflict_of_interest set ended_at = now(), ended_by = $4
           where area_id = $1 and case_id = $2 and practitioner_id = $3 and how = 'found' and ended_at is null`,
      values,
    )
  })
}
