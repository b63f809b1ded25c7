import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { twoLists } from '../../../bench/two-lists.ts'
import { weigh } from './evidence.ts'
import { stringify } from './links-file.ts'
import { listedPeople } from './listed-person.ts'
import { type Match, matchLists } from './match.ts'

const linkage = new URL('../../../../shared/standards/linkage/', import.meta.url)
const isThere = existsSync(linkage)
const read = (file: string): Record<string, string>[] =>
  parse(readFileSync(new URL(file, linkage)), { columns: true, trim: true, bom: true })

/** Precision, recall and F1 of links, and the precision of those that nobody looks at. */
function measured(matches: readonly Match[], truth: ReadonlyMap<string, string>) {
  const isRight = ({ one, other }: Match) => truth.get(one.id) === other.id
  const right = matches.filter(isRight).length
  const [precision, recall] = [right / matches.length, right / truth.size]
  const alone = matches.filter(({ band }) => band === 'same')
  return {
    f1: (2 * precision * recall) / (precision + recall),
    precisionAlone: alone.filter(isRight).length / alone.length,
    linkedAlone: alone.length / truth.size,
  }
}

describe('two agencies’ lists of invented children', () => {
  const { first, second, truth } = twoLists(1_500)
  const [ones, others] = [listedPeople(first), listedPeople(second)]
  const { matches, evidence } = matchLists(ones, others)

  test('are linked without knowing who is who', () => {
    const { f1, precisionAlone, linkedAlone } = measured(matches, truth)
    expect(precisionAlone).toBeGreaterThanOrEqual(0.999)
    expect(f1).toBeGreaterThanOrEqual(0.985)
    expect(linkedAlone).toBeGreaterThanOrEqual(0.9)
  })

  test('each record is linked once, and its score is a chance', () => {
    expect(new Set(matches.map(({ one }) => one.id)).size).toBe(matches.length)
    expect(new Set(matches.map(({ other }) => other.id)).size).toBe(matches.length)
    for (const { score, band } of matches)
      expect(score).toSatisfy((it: number) => it <= 1 && it >= (band === 'same' ? 0.98 : 0))
  })

  test('twins in both lists are linked each to themselves', () => {
    const twins = matches.filter(({ one }) => one.id.includes('twin'))
    expect(twins.length).toBeGreaterThan(20)
    expect(twins.filter(({ one, other }) => truth.get(one.id) !== other.id)).toEqual([])
  })

  test('a twin whom the other list does not have is linked with nobody', () => {
    const alone = ones.filter(({ id }) => id.includes('twin') && !truth.has(id))
    expect(alone.length).toBeGreaterThan(5)
    const linked = new Set(matches.map(({ one }) => one.id))
    expect(alone.filter(({ id }) => linked.has(id))).toEqual([])
  })

  test('what counted for and against is told field by field', () => {
    const moved = matches.find(
      ({ one: { said: one }, other: { said: other } }) =>
        one.postcode && other.postcode && one.postcode !== other.postcode && one.birthDay === other.birthDay,
    )
    const weighed = moved ? weigh(moved.compared, evidence) : []
    expect(weighed.find(({ field }) => field === 'birthDay')?.bits).toBeGreaterThan(5)
    expect(weighed.find(({ field }) => field === 'postcode')?.bits).toBeLessThan(0)
  })

  test('the same lists give the same links, whichever order their rows are in', () => {
    const again = matchLists(ones.toReversed(), others.toReversed())
    const pairs = (all: readonly Match[]) => all.map(({ one, other }) => `${one.id} ${other.id}`).toSorted()
    expect(pairs(again.matches)).toEqual(pairs(matches))
  })
})

test('lists of nobody, and of people without names in common, give no links', () => {
  const nobody = matchLists([], [])
  expect(nobody.matches).toEqual([])
  const one = listedPeople([{ id: '1', surname: 'Ash', given_name: 'Ana', date_of_birth: '2015-01-02' }])
  const other = listedPeople([{ id: '2', surname: 'Birch', given_name: 'Tom', date_of_birth: '2011-09-30' }])
  expect(matchLists(one, other).matches).toEqual([])
})

test.each([
  [
    'no rows with names',
    [{ id: '1', colour: 'red' }],
    'There is no column with names, such as "surname" and "given_name".',
  ],
  ['no numbers', [{ surname: 'Ash' }], 'There is no column with each record’s own number, such as "record_id".'],
  [
    'a number twice',
    [
      { id: '1', surname: 'A' },
      { id: '1', surname: 'B' },
    ],
    'The record 1 stands in the list more than once.',
  ],
  ['a row without its number', [{ id: ' ', surname: 'A' }], 'A record has nothing in the column "id".'],
] as [string, Record<string, string>[], string][])('a list that cannot be read is refused: %s', (_, rows, message) => {
  expect(() => listedPeople(rows)).toThrow(message)
})

test('names, days and numbers are read as they are written in the field', () => {
  const [person] = listedPeople([
    {
      ' Rec_ID': 'a',
      GivenName: 'Zoë-Ann',
      Surname: 'O’Neil Ash',
      DOB: '3/9/2014',
      Postcode: 'ha1 2bc',
      Sex: 'female',
    },
  ])
  expect(person?.said).toEqual({
    forenames: 'ZOE ANN',
    surname: 'ONEIL ASH',
    birthDay: '20140903',
    postcode: 'HA12BC',
    sex: 'F',
  })
})

test('the file of links has a row for each, the surest first', () => {
  const { first, second } = twoLists(60)
  const { matches } = matchLists(listedPeople(first), listedPeople(second))
  const [header, ...rows] = stringify(matches).trimEnd().split('\n')
  expect(header).toBe('id_a,id_b,score,band')
  expect(rows).toHaveLength(matches.length)
  const scores = rows.map(row => Number(row.split(',')[2]))
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
})

describe.skipIf(!isThere)('public and made lists (skipped where ../shared is not beside the repository)', () => {
  test('uk_children_1500', () => {
    const truth = new Map(read('uk_children_1500_truth.csv').map(row => [row['record_a'] ?? '', row['record_b'] ?? '']))
    const [ones, others] = [read('uk_children_1500_a.csv'), read('uk_children_1500_b.csv')].map(listedPeople)
    const { f1, precisionAlone } = measured(matchLists(ones ?? [], others ?? []).matches, truth)
    expect(f1).toBeGreaterThanOrEqual(0.985)
    expect(precisionAlone).toBeGreaterThanOrEqual(0.999)
  })

  // With it, the bench measures.
  test('febrl4 without the number of each person', () => {
    const of = (file: string) => listedPeople(read(file).map(row => ({ ...row, soc_sec_id: '' })))
    const [ones, others] = [of('febrl_dataset4a.csv'), of('febrl_dataset4b.csv')]
    const truth = new Map(others.map(({ id }) => [id.replace('-dup-0', '-org'), id]))
    const { f1, precisionAlone } = measured(matchLists(ones, others).matches, truth)
    expect(f1).toBeGreaterThanOrEqual(0.995)
    expect(precisionAlone).toBeGreaterThanOrEqual(0.999)
  })
})
