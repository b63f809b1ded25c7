/** Who stands in both of two lists: compares what is worth comparing, learns what agreement is worth, and links each record once. */
import { agreementOf } from './agreement.ts'
import { keyed, pairsAcross, pairsWithin } from './blocking.ts'
import {
  type Compared,
  chancesOfStrangers,
  type Evidence,
  learnEvidence,
  learnFamilies,
  oddsBy,
  rarityIn,
  rarityOf,
} from './evidence.ts'
import type { ListedPerson } from './listed-person.ts'

/** One person in both lists, without anybody looking · a person should look. */
export type Band = 'same' | 'ask'

export interface Match {
  readonly one: ListedPerson
  readonly other: ListedPerson
  /** The chance that both are one person, 0 to 1, given everybody else who might be meant. */
  readonly score: number
  readonly band: Band
  readonly compared: Compared
}

export interface Matched {
  /** The surest first. */
  readonly matches: readonly Match[]
  readonly evidence: Evidence
  /** How many pairs of the two lists were compared. */
  readonly compared: number
}

/**
 * A wrong join puts one child's history on another. Links are made without anybody looking while, by their own chances, fewer than
 * one in so many of them is wrong, and none alone is less sure than this.
 */
const wrongAmong = 1_000
const sureEnough = 0.98
/** So likely it must be that a person is asked. */
const worthAsking = 0.5
/** Who is less likely meant than this is no rival. */
const worthWeighing = 0.01

/** So many pairs are taken anyhow, to learn how often strangers agree. */
const anyhowPairs = 50_000

/**
 * Links two lists of people, each of whom stands in a list once.
 * @param onProgress told now and then how many of how many pairs were compared
 */
export function matchLists(
  one: readonly ListedPerson[],
  other: readonly ListedPerson[],
  onProgress: (done: number, of: number) => void = () => undefined,
): Matched {
  // In the order of their ids, whichever order their rows are in: what is taken anyhow is then always the same.
  const [first, second] = [one.toSorted(byId), other.toSorted(byId)]
  const rarity = rarityOf([first, second])
  const [ones, others] = [keyed(first), keyed(second)]
  const across = [...pairsAcross(ones, others, second.length)]
  const withinFirst = [...pairsWithin(ones, first.length)]
  const withinSecond = [...pairsWithin(others, second.length)]
  const anyhow = [...spread(first.length, second.length)]
  const steps = across.length + withinFirst.length + withinSecond.length + anyhow.length
  let done = 0
  const compare = (pairs: readonly [number, number][], from: readonly ListedPerson[], to: readonly ListedPerson[]) =>
    pairs.flatMap(([at, partner]): Compared[] => {
      if (++done % 4096 === 0) onProgress(done, steps)
      const [left, right] = [from[at], to[partner]]
      if (!left || !right) return []
      const agreement = agreementOf(left, right)
      return [{ one: left, other: right, agreement, rarity: rarityIn(left, agreement, rarity) }]
    })
  const strangers = chancesOfStrangers(compare(anyhow, first, second), rarity)
  const families = learnFamilies(
    [...compare(withinFirst, first, first), ...compare(withinSecond, second, second)],
    strangers,
    (first.length * (first.length - 1) + second.length * (second.length - 1)) / 2,
  )
  const compared = compare(across, first, second)
  const evidence = learnEvidence(compared, strangers, families, first.length * second.length)
  onProgress(steps, steps)
  return { matches: inBands(linkOnce(compared, evidence)), evidence, compared: compared.length }
}

/** Pairs spread evenly over all there are, the same each time: the same lists give the same links. */
function* spread(first: number, second: number): Generator<[number, number]> {
  const all = first * second
  for (let at = 0; at < Math.min(anyhowPairs, all); at++) {
    const pair = Math.floor(((at * 0.618_033_988_749_895) % 1) * all)
    yield [Math.floor(pair / second), pair % second]
  }
}

/**
 * A record is one person's, so what speaks for another partner speaks against this one. The likeliest are linked first; a record
 * that is linked is no longer there for others.
 */
function linkOnce(compared: readonly Compared[], evidence: Evidence): Omit<Match, 'band'>[] {
  const odds = oddsBy(evidence)
  const likely = compared
    .map(pair => {
      const { same, family } = odds(pair)
      return { pair, odds: same / (1 + family) }
    })
    .filter(each => each.odds > worthWeighing)
    .toSorted((a, b) => b.odds - a.odds || byId(a.pair.one, b.pair.one) || byId(a.pair.other, b.pair.other))
  const sums = new Map<ListedPerson, number>()
  for (const each of likely)
    for (const person of [each.pair.one, each.pair.other]) sums.set(person, (sums.get(person) ?? 0) + each.odds)
  const linked = new Set<ListedPerson>()
  const matches: Omit<Match, 'band'>[] = []
  for (const { pair, odds } of likely) {
    const { one, other } = pair
    if (odds / (1 + odds) < worthAsking) break
    if (linked.has(one) || linked.has(other)) continue
    linked.add(one).add(other)
    const rivals = Math.max(0, (sums.get(one) ?? 0) + (sums.get(other) ?? 0) - 2 * odds)
    matches.push({ one, other, score: odds / (1 + odds + rivals), compared: pair })
  }
  return matches.toSorted((a, b) => b.score - a.score)
}

function byId(one: ListedPerson, other: ListedPerson): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}

function inBands(matches: readonly Omit<Match, 'band'>[]): Match[] {
  let wrong = 0
  return matches.map((match, at) => {
    wrong += 1 - match.score
    const band = match.score >= sureEnough && wrong * wrongAmong <= at + 1 ? 'same' : 'ask'
    return { ...match, band }
  })
}
