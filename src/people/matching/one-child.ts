/**
 * One child compared with the children that there are: how likely each is the same, and what counts for and against. The chances of
 * agreement are standing ones; how rare a name is comes from the area's own children.
 */
import { agreementOf, type ComparedField, comparedFields } from './agreement.ts'
import { type Compared, type Evidence, oddsBy, type Rarity, rarityIn, type Weighed, weigh } from './evidence.ts'
import { asListed, type ListedPerson } from './listed-person.ts'
import { standingChances } from './standing-chances.ts'

/** What is known of a child, as typed or as recorded. A day is YYYY-MM-DD. */
export interface ChildSaid {
  readonly forenames: string
  readonly surname: string
  readonly birthDay: string | null
  readonly postcode: string | null
  readonly nhsNumber: string | null
}

/** The children of an area: how many they are, and the share of them who bear a name that sounds so. */
export interface ChildrenOfArea {
  readonly count: number
  /** Shares by what is heard: `s:` and a last name's sound, `f:` and a first name's. One that is not here is rarer than `rarest`. */
  readonly shares: ReadonlyMap<string, number>
}

/** One child without anybody looking · a person should look · different children. */
export type BandOfChild = 'same' | 'ask' | 'different'

export interface ComparedChild {
  /** The chance that both are one child, 0 to 1. */
  readonly score: number
  /** The chance that they are of one family: twins, brothers, sisters. */
  readonly family: number
  readonly band: BandOfChild
  /** What each field counts, the weightiest first. */
  readonly weighed: readonly Weighed[]
}

/** So sure a file could be taken for the same child's; so unsure that nobody need look. */
export const bandsOfChild = { same: 0.99, ask: 0.1 } as const
/** Of two children, one of whom is new, this is how likely the new one is there already, before anything is compared. */
const isThereAlready = 0.5
/** So few bear a name that its share is not kept. */
export const fewBear = 10

/** An area with fewer children is taken to have as many: from a few, nothing is learnt of how common a name is. */
const fewChildren = 1000

const list = (of: Readonly<Record<ComparedField, readonly number[]>>) =>
  comparedFields.map(field => Float64Array.from(of[field]))
const [same, family, strangers] = [standingChances.same, standingChances.family, standingChances.strangers].map(list)

/** Compares one child with others of an area. */
export function comparingChild(child: ChildSaid, area: ChildrenOfArea): (other: ChildSaid) => ComparedChild {
  const number = Math.max(area.count, fewChildren)
  const evidence: Evidence = {
    same: same ?? [],
    family: (family ?? []).map((of, at) => (isEqual(of, strangers?.[at]) ? (strangers?.[at] ?? of) : of)),
    strangers: strangers ?? [],
    shareSame: isThereAlready / number,
    shareFamily: standingChances.familyOfEach / number,
  }
  const odds = oddsBy(evidence)
  const one = listed('one', child)
  const rarity = rarityOfNames(one, area)
  return said => {
    const other = listed('other', said)
    const agreement = agreementOf(one, other)
    const pair: Compared = { one, other, agreement, rarity: rarityIn(one, agreement, rarity) }
    const found = odds(pair)
    const score = found.same / (1 + found.same + found.family)
    const weighed = weigh(pair, evidence)
    return {
      score,
      family: found.family / (1 + found.same + found.family),
      band:
        score >= bandsOfChild.same && isMoreThanNames(weighed)
          ? 'same'
          : score >= bandsOfChild.ask
            ? 'ask'
            : 'different',
      weighed: weighed
        .filter(({ field, level }) => field !== 'order' || level === 'swapped')
        .toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits)),
    }
  }
}

/** Names alone never make two children one, however rare they are. */
function isMoreThanNames(weighed: readonly Weighed[]): boolean {
  return weighed.some(({ field, bits }) => (field === 'birthDay' || field === 'number') && bits > 0)
}

function listed(id: string, { forenames, surname, birthDay, postcode, nhsNumber }: ChildSaid): ListedPerson {
  return asListed(id, {
    forenames,
    surname,
    birthDay: birthDay ?? '',
    postcode: postcode ?? '',
    number: nhsNumber ?? '',
  })
}

/** A name counts by how many sound so: rather too many than too few, so that nobody is joined for a name that is common. */
function rarityOfNames({ said, heard }: ListedPerson, { count, shares }: ChildrenOfArea): Rarity {
  const rarest = fewBear / Math.max(count, fewChildren)
  const share = (kind: 's' | 'f', sounds: readonly string[]) =>
    Math.max(rarest, ...sounds.map(sound => shares.get(`${kind}:${sound}`) ?? 0))
  return new Map([
    ['surname', new Map([[said.surname ?? '', share('s', heard.surname)]])],
    ['forenames', new Map([[said.forenames ?? '', share('f', heard.forenames)]])],
  ])
}

function isEqual(one: Float64Array, other: Float64Array | undefined): boolean {
  return one.every((chance, at) => chance === other?.[at])
}
