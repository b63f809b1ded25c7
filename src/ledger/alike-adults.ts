/**
 * Adults on different files who may be one, though their names are spelt otherwise: worked out by what speaks for it and against it,
 * offered to whoever looks, and never put together but by them. How common a name is comes from the children of the area; the
 * chances are those for two records of one child.
 */
import type { PoolClient } from 'pg'
import { childrenOfArea } from '../people/children-of-area.ts'
import { type ChildSaid, type ComparedChild, comparingChild } from '../people/matching/one-child.ts'
import { type Found, findPeople } from '../people/search.ts'
import { plain } from '../people/search-keys.ts'
import { emptyQuery } from '../people/search-query.ts'
import { homesOf, isAdult } from './same-person.ts'

/** Somebody who may be the same adult, on another file. */
export interface Alike {
  readonly found: Found
  readonly compared: ComparedChild
}

/** So many people like one are compared, and so many offered. */
const mostCompared = 200
const mostOffered = 10
/** Likelier than this to be somebody of the family, they are not offered as the same. */
const mostFamily = 0.5

/**
 * Which of the people found may be one adult with another of them under another name, or with nearly the same date of birth; the
 * likeliest first.
 */
export async function alikeAmong(
  client: PoolClient,
  areaIds: readonly string[],
  found: readonly Found[],
): Promise<ReadonlyMap<Found, readonly Alike[]>> {
  const adults = found.filter(isAdult)
  const compared = await comparingAdults(client, areaIds, adults, adults)
  return new Map(adults.map(one => [one, compared(one, adults)] as const).filter(([, alike]) => alike.length > 0))
}

/**
 * Who may be the same adult as one on other files than these, as far as the reader may see.
 * @param without the files on which the adult stands already
 */
export async function findAlike(
  client: PoolClient,
  areaIds: readonly string[],
  one: Found,
  without: readonly string[],
): Promise<readonly Alike[]> {
  const query = { ...emptyQuery, names: one.name.split(/\s+/), birthDay: one.birthDay }
  const found = await findPeople(client, areaIds, query, mostCompared)
  const others = found.filter(other => isAdult(other) && !without.includes(other.caseId))
  return (await comparingAdults(client, areaIds, [one], others))(one, others).slice(0, mostOffered)
}

/** What compares each of some people with others: the likeliest first, one for each file. */
async function comparingAdults(
  client: PoolClient,
  areaIds: readonly string[],
  people: readonly Found[],
  others: readonly Found[],
): Promise<(one: Found, among: readonly Found[]) => Alike[]> {
  if (people.length === 0 || others.length === 0) return () => []
  const homes = await homesOf(client, areaIds, [...new Set([...people, ...others].map(({ caseId }) => caseId))])
  const area = await childrenOfArea(client, areaIds[0] ?? '', people)
  return (one, among) => {
    const home = plain(homes.get(one.caseId) ?? '')
    // Whoever stands on two files has children in two homes: that they are one and the same counts, that they are two does not.
    const said = (person: Found): ChildSaid => ({
      forenames: person.forenames,
      surname: person.surname,
      birthDay: person.birthDay,
      postcode: plain(homes.get(person.caseId) ?? '') === home && home !== '' ? home : null,
      nhsNumber: null,
    })
    const compare = comparingChild(said(one), area)
    const best = new Map<string, Alike>()
    for (const found of among.filter(other => mayBeOffered(one, other))) {
      const compared = compare(said(found))
      const isLikely = compared.band !== 'different' && compared.family <= mostFamily && isMoreThanNames(compared)
      if (isLikely && compared.score > (best.get(found.caseId)?.compared.score ?? 0))
        best.set(found.caseId, { found, compared })
    }
    return [...best.values()].toSorted((a, b) => b.compared.score - a.compared.score)
  }
}

/** Of one name and one day is put together already; of one name and no day, nothing but the name would speak for it. */
function mayBeOffered(one: Found, other: Found): boolean {
  if (one.caseId === other.caseId) return false
  if (plain(one.name) !== plain(other.name)) return true
  return one.birthDay !== null && other.birthDay !== null && one.birthDay !== other.birthDay
}

/** Names alone are worth nobody's time: too many share them. */
function isMoreThanNames({ weighed }: ComparedChild): boolean {
  return weighed.some(({ field, bits }) => (field === 'birthDay' || field === 'postcode') && bits > 0)
}
