/** Linking two agencies' lists: how long it takes, and, where the shared lists are at hand, how well it is done. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { listedPeople } from '../src/people/matching/listed-person.ts'
import { type Match, matchLists } from '../src/people/matching/match.ts'
import { doing, less, more, timed } from './report.ts'
import { type Row, twoLists } from './two-lists.ts'

const linkage = path.resolve(import.meta.dirname, '../../shared/standards/linkage')

export async function benchMatch(): Promise<void> {
  const { first, second, truth } = twoLists(1_500)
  await measure('invented children', first, second, truth, { f1: 0.985, precision: 0.999 })
  if (!existsSync(linkage)) return doing('The shared lists are not here: only invented ones are linked')
  const children = new Map(
    read('uk_children_1500_truth.csv').map(({ record_a = '', record_b = '' }) => [record_a, record_b]),
  )
  const [ones, others] = [read('uk_children_1500_a.csv'), read('uk_children_1500_b.csv')]
  await measure('uk_children_1500', ones, others, children, { f1: 0.985, precision: 0.999 })
  const [originals, copies] = [read('febrl_dataset4a.csv'), read('febrl_dataset4b.csv')]
  const same = new Map(copies.map(({ rec_id = '' }) => [rec_id.replace('-dup-0', '-org'), rec_id]))
  await measure('febrl4', originals, copies, same, { f1: 0.9995, precision: 0.999 })
  const without = (rows: readonly Row[]) => rows.map((row): Row => ({ ...row, soc_sec_id: '' }))
  await measure('febrl4 without soc_sec_id', without(originals), without(copies), same, { f1: 0.995, precision: 0.999 })
}

function read(file: string): Row[] {
  return parse(readFileSync(path.join(linkage, file)), { columns: true, trim: true, bom: true })
}

async function measure(
  what: string,
  first: readonly Row[],
  second: readonly Row[],
  truth: ReadonlyMap<string, string>,
  goal: { readonly f1: number; readonly precision: number },
): Promise<void> {
  let matches: readonly Match[] = []
  const took = await timed(() => {
    matches = matchLists(listedPeople(first), listedPeople(second)).matches
  })
  const isRight = ({ one, other }: Match) => truth.get(one.id) === other.id
  const right = matches.filter(isRight).length
  const alone = matches.filter(({ band }) => band === 'same')
  if (first.length < 2_000) less(`match, ${what}`, took, 'ms', 3_000)
  more(`match F1, ${what}`, (2 * right) / (matches.length + truth.size), '', goal.f1)
  more(`match precision unseen, ${what}`, alone.filter(isRight).length / alone.length, '', goal.precision)
}
