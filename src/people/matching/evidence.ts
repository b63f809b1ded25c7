/**
 * What agreement is worth as evidence, learnt from the two lists themselves without knowing who is who: the method of Fellegi and
 * Sunter (1969) with expectation and maximisation, with three classes as Winkler (1993) has them: the same person, two of one
 * family, strangers. Without the second, twins would look like one child. How rare a value is counts where two records agree on it.
 */
import { type Agreement, type ComparedField, comparedFields, levels, unknown } from './agreement.ts'
import { type ListedPerson, type MatchField, matchFields } from './listed-person.ts'

/** The chance of each level of each field within a class: fields as `comparedFields` has them, levels as `levels`. */
type Chances = readonly Float64Array[]

export interface Evidence {
  readonly same: Chances
  readonly family: Chances
  readonly strangers: Chances
  /** Of all pairs of the two lists, the share that are one person, and that are two of one family. */
  readonly shareSame: number
  readonly shareFamily: number
}

/** A pair that was compared. */
export interface Compared {
  readonly one: ListedPerson
  readonly other: ListedPerson
  readonly agreement: Agreement
  /** How often the value stands on which they agree: the natural logarithm of its share. 0 where that says nothing. */
  readonly rarity: Float64Array
}

/** In a family these are as much alike as in one person; its birth days have their own chances; in the rest it is as strangers are. */
const sharedInFamily = new Set<ComparedField>([
  'surname',
  'postcode',
  'houseNumber',
  'street',
  'locality',
  'town',
  'region',
])
const learntOfFamily = comparedFields.map(field => sharedInFamily.has(field) || field === 'birthDay')

/** Fields of few values, or of single people: how rare a value is says nothing. */
const withoutRarity = new Set<ComparedField>(['sex', 'order', 'birthDay', 'number'])
const rarityFields = matchFields.filter(field => !withoutRarity.has(field))

/** Learning goes on until the shares stand still, and no longer than this. */
const mostRounds = 50
const stillness = 1e-4
const smallest = 1e-6
/** As if each level had been seen half a time more: what was never seen is rare and not impossible. */
const seenBefore = 0.5

/** How often each value of a field stands, as its share of the field's values in all lists. */
export type Rarity = ReadonlyMap<ComparedField, ReadonlyMap<string, number>>

export function rarityOf(lists: readonly (readonly ListedPerson[])[]): Rarity {
  return new Map(
    rarityFields.map(field => {
      const counts = new Map<string, number>()
      let all = 0
      for (const list of lists)
        for (const { said } of list) {
          const value = said[field]
          if (value === undefined) continue
          counts.set(value, (counts.get(value) ?? 0) + 1)
          all++
        }
      return [field, new Map([...counts].map(([value, count]) => [value, count / all]))]
    }),
  )
}

/** What a pair agrees on, and how rare that is. */
export function rarityIn(one: ListedPerson, agreement: Agreement, rarity: Rarity): Float64Array {
  return Float64Array.from(comparedFields, (field, at) => {
    const value = agreement[at] === 0 ? one.said[field as MatchField] : undefined
    const share = value === undefined ? undefined : rarity.get(field)?.get(value)
    return share === undefined ? 0 : Math.log(share)
  })
}

/** How often strangers agree, from pairs taken anyhow; in full, from how often each value stands: few pairs would not show it. */
export function chancesOfStrangers(anyhow: readonly Compared[], rarity: Rarity): Chances {
  const chances = chancesOf(anyhow, () => 1)
  for (const [at, field] of comparedFields.entries()) {
    const values = rarity.get(field)
    if (!values || values.size === 0) continue
    let chance = 0
    for (const share of values.values()) chance += share * share
    const ofField = chances[at]
    if (ofField) ofField[0] = Math.max(chance, smallest)
  }
  // A number is one person's: where two share it in the sample, they are no strangers.
  const ofNumber = chances[comparedFields.indexOf('number')]
  if (ofNumber) ofNumber[0] = smallest
  return chances
}

export interface Families {
  readonly chances: Chances
  /** Of all pairs of a list, the share that are of one family. */
  readonly share: number
}

/**
 * Learns how alike two of one family are, from pairs within a list: each person stands there once, so who agrees in home and name
 * is of one family.
 * @param allPairs how many pairs the lists make within themselves
 */
export function learnFamilies(within: readonly Compared[], strangers: Chances, allPairs: number): Families {
  const birthDay = comparedFields.indexOf('birthDay')
  let chances = familyFrom(begin(), strangers)
  const days = chances[birthDay]
  // Learning begins with as many twins as not, who only have the day in common.
  days?.forEach((_, level) => {
    days[level] = level === 0 ? 0.5 : 0.5 * (strangers[birthDay]?.[level] ?? 0)
  })
  let share = Math.min(0.1, 100 / allPairs)
  for (let round = 0; round < mostRounds; round++) {
    const odds = scoring(chances, strangers)
    const before = share
    const belongs = within.map(pair => {
      const likelier = Math.exp(odds(pair)) * (share / (1 - share))
      return likelier / (1 + likelier)
    })
    chances = familyFrom(
      chancesOf(within, at => belongs[at] ?? 0),
      strangers,
    )
    share = sum(belongs) / allPairs
    if (Math.abs(share - before) <= stillness * before || share * allPairs < 0.5) break
  }
  return { chances, share }
}

/**
 * Learns how alike two records of one person are.
 * @param across pairs of the two lists that share something
 * @param allPairs how many pairs the two lists make; those that share nothing are strangers
 */
export function learnEvidence(
  across: readonly Compared[],
  strangers: Chances,
  families: Families,
  allPairs: number,
): Evidence {
  let evidence: Evidence = {
    same: begin(),
    family: families.chances,
    strangers,
    shareSame: Math.min(0.1, 500 / allPairs),
    shareFamily: families.share,
  }
  for (let round = 0; round < mostRounds; round++) {
    const before = evidence.shareSame
    const odds = oddsBy(evidence)
    const belongs = across.map(pair => {
      const { same, family } = odds(pair)
      return same / (1 + same + family)
    })
    const shareSame = Math.max(sum(belongs), 1) / allPairs
    evidence = { ...evidence, same: chancesOf(across, at => belongs[at] ?? 0), shareSame }
    if (Math.abs(shareSame - before) <= stillness * before) break
  }
  return evidence
}

/** How much likelier than strangers a pair is to be one person, and two of one family. */
export function oddsBy(evidence: Evidence): (pair: Compared) => { readonly same: number; readonly family: number } {
  const [same, family] = [scoring(evidence.same, evidence.strangers), scoring(evidence.family, evidence.strangers)]
  const shareStrangers = 1 - evidence.shareSame - evidence.shareFamily
  const [ofSame, ofFamily] = [evidence.shareSame / shareStrangers, evidence.shareFamily / shareStrangers]
  return pair => ({ same: ofSame * Math.exp(same(pair)), family: ofFamily * Math.exp(family(pair)) })
}

/** What one field counts for and against one person: bits, the base-2 logarithm of how much likelier it is than in strangers. */
export interface Weighed {
  readonly field: ComparedField
  readonly level: string
  readonly bits: number
}

/** What each field of a pair counts. A field that one of the two does not say counts nothing and is left out. */
export function weigh({ agreement, rarity }: Compared, { same, strangers }: Evidence): Weighed[] {
  return comparedFields.flatMap((field, at) => {
    const level = agreement[at] ?? unknown
    if (level === unknown) return []
    const ratio = Math.log(same[at]?.[level] ?? smallest) - (rarity[at] || Math.log(strangers[at]?.[level] ?? smallest))
    return [{ field, level: levels[field][level] ?? '', bits: ratio / Math.LN2 }]
  })
}

/** The natural logarithm of how much likelier a pair's agreement is in one class than in another. */
function scoring(likely: Chances, strangers: Chances): (pair: Compared) => number {
  const [logLikely, logStrangers] = [likely, strangers].map(chances => chances.map(ofField => ofField.map(Math.log)))
  return ({ agreement, rarity }) => {
    let score = 0
    for (let at = 0; at < agreement.length; at++) {
      const level = agreement[at] ?? unknown
      if (level === unknown || likely[at] === strangers[at]) continue
      score += (logLikely?.[at]?.[level] ?? 0) - (rarity[at] || (logStrangers?.[at]?.[level] ?? 0))
    }
    return score
  }
}

/** Where learning begins: what two records say of one person is mostly the same. */
function begin(): Float64Array[] {
  return comparedFields.map(field => {
    const count = levels[field].length
    return Float64Array.from({ length: count }, (_, level) => (level === 0 ? 0.85 : 0.15 / (count - 1)))
  })
}

function familyFrom(learnt: Chances, strangers: Chances): Float64Array[] {
  return learnt.map((ofField, at) => (learntOfFamily[at] ? ofField : (strangers[at] ?? ofField)))
}

/** How often each level stands in pairs, each pair counted by its weight. */
function chancesOf(pairs: readonly Compared[], weight: (at: number) => number): Float64Array[] {
  const counts = comparedFields.map(field => new Float64Array(levels[field].length).fill(seenBefore))
  for (const [at, { agreement }] of pairs.entries()) {
    const counted = weight(at)
    for (let field = 0; field < agreement.length; field++) {
      const [ofField, level = unknown] = [counts[field], agreement[field]]
      if (ofField && level !== unknown) ofField[level] = (ofField[level] ?? 0) + counted
    }
  }
  return counts.map(ofField => {
    const all = sum(ofField)
    return ofField.map(count => Math.max(count / all, smallest))
  })
}

function sum(numbers: Iterable<number>): number {
  let all = 0
  for (const number of numbers) all += number
  return all
}
