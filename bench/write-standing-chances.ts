/** Writes src/people/matching/standing-chances.ts: what agreement is worth where there is one record and no second list to learn from. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { comparedFields } from '../src/people/matching/agreement.ts'
import { listedPeople } from '../src/people/matching/listed-person.ts'
import { matchLists } from '../src/people/matching/match.ts'
import { twoLists } from './two-lists.ts'

/** Learnt from invented lists, without their truth. */
export function standingChances() {
  const { first, second } = twoLists(6_000, { withNumbers: true })
  const { evidence } = matchLists(listedPeople(first), listedPeople(second))
  const chances = (of: readonly Float64Array[]) =>
    Object.fromEntries(comparedFields.map((field, at) => [field, [...(of[at] ?? [])].map(round)]))
  return {
    same: chances(evidence.same),
    family: chances(evidence.family),
    strangers: chances(evidence.strangers),
    familyOfEach: round(evidence.shareFamily * second.length),
  }
}

const round = (chance: number) => Number(chance.toPrecision(3))

if (process.argv[1] === import.meta.filename) {
  const words = `/**
 * What agreement is worth where one record is compared with those that there are: the chance of each level of each field in two
 * records of one child, of two of one family, of strangers. Learnt from invented lists; made by bench/write-standing-chances.ts.
 */
// oxlint-disable oxc/approx-constant -- what is learnt may look like a constant
export const standingChances = ${JSON.stringify(standingChances(), null, 2)} as const
`
  writeFileSync(path.resolve(import.meta.dirname, '../src/people/matching/standing-chances.ts'), words)
}
